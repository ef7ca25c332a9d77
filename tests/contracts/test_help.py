"""What `--help` says, of every command of both programs: words, and no types of Python."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = {
    "kuroibara-backup": importlib.import_module("kuroibara_backup.cli.main").app,
    "kuroibara-desktop": importlib.import_module("kuroibara_desktop.cli").app,
}


def commands(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*words, name))


EVERY = [each for name, app in PROGRAMS.items() for each in commands(get_command(app), (name,))]


def help_of(words: tuple[str, ...], width: int = 80) -> str:
    program, *below = words
    done = CliRunner().invoke(
        PROGRAMS[program], [*below, "--help"], prog_name=program, terminal_width=width
    )
    assert done.exit_code == 0
    return done.output


def test_every_command_is_walked() -> None:
    walked = {words for words, _ in EVERY}
    assert ("kuroibara-backup", "schedule", "set") in walked
    assert ("kuroibara-desktop", "vault", "delete-old") in walked


@pytest.mark.parametrize("words", [words for words, _ in EVERY], ids=" ".join)
def test_help_shows_no_type_of_python(words: tuple[str, ...]) -> None:
    text = help_of(words)
    in_brackets = re.findall(r"<([^<>]*)>", text)
    assert [each for each in in_brackets if "|" not in each] == [], "a type, not a choice of words"
    assert re.search(r"[{}]|<=|>=|list\[|[┌╭│]", text) is None


@pytest.mark.parametrize(("words", "command"), EVERY, ids=[" ".join(words) for words, _ in EVERY])
def test_help_tells_what_to_type_and_how_it_ends(words: tuple[str, ...], command: Any) -> None:
    text = help_of(words)
    assert text.startswith(f"Usage: {' '.join(words)} [OPTIONS]")
    assert "Exit status: 0 good" in text
    for parameter in command.params:
        assert parameter.help, f"{parameter.name} is not explained"
        if parameter.param_type_name == "option":
            assert all(option in text for option in parameter.opts)


@pytest.mark.parametrize("words", [words for words, _ in EVERY], ids=" ".join)
def test_no_sentence_of_help_is_cut_short(words: tuple[str, ...]) -> None:
    _usage, told = help_of(words, width=60).split("\n\n", 1)
    assert not re.search(r"\w\.\.\.\s*$", told, re.MULTILINE)


def test_a_switch_takes_nothing_and_a_value_has_a_name() -> None:
    text = help_of(("kuroibara-backup", "audit"))
    assert re.search(r"--json {2,}Print", text)
    assert "--limit NUMBER" in text
    assert "1 to 500" in text


def test_what_may_be_left_out_stands_in_brackets() -> None:
    assert "[OPTIONS] FILE|NAME [PATTERN...]\n" in help_of(("kuroibara-backup", "extract"))
    assert "[OPTIONS] FILE...\n" in help_of(("kuroibara-desktop", "import"))
