"""dev.py: what it lacks it says or brings, and it is quick where nothing is to be done."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import dev
from tests.support.pins import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_an_old_python_can_read_far_enough_to_be_sent_away() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 9))


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    assert dev.main() == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


def test_dev_py_uses_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


def test_arguments_it_does_not_know_go_to_pytest_and_nowhere_else() -> None:
    command, rest = dev.parse(["test", "--slow", "-k", "a or b", "-x"])
    assert command.slow
    assert rest == ["-k", "a or b", "-x"]
    with pytest.raises(SystemExit, match="2"):
        dev.parse(["demo", "--twice"])


def test_the_demo_gets_its_arguments() -> None:
    command, _ = dev.parse(["demo", "--once", "--dir", "somewhere"])
    assert dev.demo_arguments(command) == ["--once", "--dir", "somewhere"]


def test_a_change_of_pins_or_metadata_asks_for_a_new_set_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone = tmp_path / "clone"
    (clone / "packaging" / "requirements").mkdir(parents=True)
    for name in ("build.txt", "demo.txt", "dev.txt"):
        (clone / "packaging" / "requirements" / name).write_text(name)
    (clone / "pyproject.toml").write_text("[project]")
    monkeypatch.setattr(dev, "ROOT", clone)
    monkeypatch.setattr(dev, "PINS", clone / "packaging" / "requirements")
    demo, developer = dev.digest("demo"), dev.digest("dev")
    (clone / "packaging" / "requirements" / "dev.txt").write_text("newer")
    assert dev.digest("demo") == demo
    assert dev.digest("dev") != developer
    (clone / "pyproject.toml").write_text("[project] # newer")
    assert dev.digest("demo") != demo


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks anything")
def test_this_system_has_what_it_says_it_needs() -> None:
    assert dev.missing("dev", fresh=True) == {}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks anything")
def test_looking_for_what_is_missing_takes_no_time_worth_noticing() -> None:
    """Both commands do it at every start."""
    dev.missing("dev", fresh=True)
    begun = time.process_time()
    dev.missing("dev", fresh=True)
    dev.finished()
    assert time.process_time() - begun < 0.25


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks anything")
def test_what_is_missing_is_named_with_the_command_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 99\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setitem(dev.QT_LIBRARIES, "libof-nowhere.so.7", "libnowhere7")
    with pytest.raises(SystemExit, match="1"):
        dev.provide_system("demo", fresh=False)
    said = capsys.readouterr().err
    assert "This system lacks libof-nowhere.so.7." in said
    assert "sudo apt-get update && sudo apt-get install --yes" in said
    assert said.rstrip().endswith("libnowhere7")


def test_a_failed_step_shows_what_it_said(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="1"):
        dev.run([sys.executable, "-c", "import sys; sys.exit('no route to anywhere')"])
    assert "no route to anywhere" in capfd.readouterr().err


def test_without_a_command_it_says_which_there_are() -> None:
    done = subprocess.run([sys.executable, "dev.py"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "COMMAND" in done.stderr
