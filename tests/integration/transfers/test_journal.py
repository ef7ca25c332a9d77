"""The journal keeps what it was told, and a damaged one costs nothing but itself."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.errors import FolderUnsuitable
from kuroibara_desktop.transfers.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_written_is_there_for_the_next_process(tmp_path: Path) -> None:
    file = tmp_path / "data" / "journal.sqlite3"
    Journal(file).keep_piece("https://nas", 1024)
    assert Journal(file).piece("https://nas") == 1024
    assert Journal(file).piece("https://other") is None


def test_a_process_killed_right_after_a_write_loses_nothing(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from kuroibara_desktop.transfers.journal import Journal\n"
        "Journal(Path(sys.argv[1])).keep_piece('https://nas', 4096)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    file = tmp_path / "journal.sqlite3"
    done = subprocess.run([sys.executable, "-c", program, str(file)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert Journal(file).piece("https://nas") == 4096


@pytest.mark.parametrize("damage", ["noise", "cut short", "a page of zeros"])
def test_a_damaged_journal_is_set_aside_and_begun_anew(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "journal.sqlite3"
    Journal(file).keep_piece("https://nas", 4096)
    whole = file.read_bytes()
    if damage == "noise":
        file.write_bytes(os.urandom(len(whole)))
    elif damage == "cut short":
        file.write_bytes(whole[: len(whole) // 2])
    else:
        file.write_bytes(b"\0" * 4096 + whole[4096:])
    journal = Journal(file)
    journal.keep_piece("https://nas", 8192)
    assert journal.piece("https://nas") == 8192
    assert [p.name for p in tmp_path.iterdir() if "damaged" in p.name] == [
        "journal.sqlite3.damaged"
    ]


def test_a_journal_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite3"
    Journal(file)
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version=99")
    db.close()
    with pytest.raises(FolderUnsuitable, match="newer version"):
        Journal(file)


def test_a_journal_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    with pytest.raises(FolderUnsuitable, match="cannot be used"):
        Journal(tmp_path / "journal.sqlite3")
