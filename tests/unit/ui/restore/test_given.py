"""One file that looks like a backup is taken; all else is answered in a sentence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import BackupError, NotABackup
from kuroibara_desktop.ui.restore.given import the_file

if TYPE_CHECKING:
    from pathlib import Path


def refusal(*paths: Path) -> BackupError:
    with pytest.raises(BackupError) as caught:
        the_file(paths)
    assert caught.value.remedy
    return caught.value


def test_a_file_that_begins_as_a_backup_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    file = tmp_path / "wēird ñame (1).bin"
    file.write_bytes(b"\x1f\x8b\x08")
    assert the_file([file]) == file


def test_no_file_and_several_are_refused(tmp_path: Path) -> None:
    assert "no file of this computer" in refusal().sentence
    assert "3 files" in refusal(*(tmp_path / name for name in "abc")).sentence


def test_folders_pipes_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "is a folder" in refusal(tmp_path).sentence
    assert "is no file" in refusal(pipe).sentence
    assert "cannot be read" in refusal(tmp_path / "gone.tar.gz").sentence


def test_other_files_are_refused_by_their_first_bytes(tmp_path: Path) -> None:
    for name, data in (("empty.tar.gz", b""), ("a.tar.gz", b"PK\x03\x04"), ("b", b"\x1f")):
        (tmp_path / name).write_bytes(data)
        assert isinstance(refusal(tmp_path / name), NotABackup)


def test_a_name_cannot_break_the_sentence_that_tells_it(tmp_path: Path) -> None:
    file = tmp_path / "x\n\u202egz.rat"
    file.write_bytes(b"no")
    assert "\n" not in refusal(file).sentence
    assert "\u202e" not in refusal(file).sentence
