"""Log lines: found by their logger's name, one line each, in both forms."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.logs import OWN, LogFormat, set_up_logs

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in OWN}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def written(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("form", list(LogFormat))
def test_the_documented_greps_find_what_an_own_logger_says(
    name: str, form: LogFormat, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(form)
    logging.getLogger(name).info("Something %s", "happened")
    (line,) = written(capsys)
    assert name in line
    assert "Something happened" in line


def test_json_lines_are_objects_with_a_time_in_utc(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(LogFormat.JSON)
    logging.getLogger("backup").warning("Two\nlines", extra={"job": "7"})
    (line,) = written(capsys)
    found = json.loads(line)
    assert (found["level"], found["logger"], found["event"]) == ("warning", "backup", "Two\nlines")
    assert found["job"] == "7"
    assert found["timestamp"].endswith("Z")


def test_a_message_cannot_forge_a_second_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs()
    logging.getLogger("backup").info("a name\n2026-11-23 info backup: all is well")
    assert len(written(capsys)) == 1


def test_an_exception_is_told_in_both_forms(capsys: pytest.CaptureFixture[str]) -> None:
    for form in LogFormat:
        set_up_logs(form)
        try:
            raise RuntimeError("broken inside")
        except RuntimeError:
            logging.getLogger("restore").exception("It broke")
        assert "broken inside" in "\n".join(written(capsys))


def test_other_libraries_are_heard_from_warnings_on(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs()
    set_up_logs()  # twice is no two lines
    logging.getLogger("uvicorn.error").info("chatter")
    logging.getLogger("uvicorn.error").warning("trouble")
    assert [line.rpartition(": ")[2] for line in written(capsys)] == ["trouble"]
