"""What the README tells people to type is there, and what it points to exists."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest

from tests.support.pins import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"^ {4}(kuroibara-(?:desktop|backup) .+)$", TEXT, re.MULTILINE)))


def test_it_shows_both_commands() -> None:
    assert {line.split()[0] for line in COMMANDS} == {"kuroibara-backup", "kuroibara-desktop"}


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_it_shows_is_understood(line: str) -> None:
    program, *words = shlex.split(line)
    commands = [word for word in words if re.fullmatch("[a-z]+", word)][: 1 + ("admin" in words)]
    module = [sys.executable, "-m", program.replace("-", "_")]
    help_ = subprocess.run([*module, *commands, "--help"], capture_output=True, text=True)
    assert help_.returncode == 0, help_.stderr
    assert all(word in help_.stdout for word in words if word.startswith("--"))


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", TEXT))
def test_what_it_points_to_exists(target: str) -> None:
    assert (ROOT / target).exists()


def test_it_shows_the_two_commands_of_a_fresh_clone() -> None:
    assert "    python3 dev.py demo\n" in TEXT
    assert "    python3 dev.py test\n" in TEXT
