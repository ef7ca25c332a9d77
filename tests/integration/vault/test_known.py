"""Drives go and come back, under other names, and none is taken for another."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultMissing
from kuroibara_desktop.vault.known import Archives, drives, mount_of
from tests.support.copies import FOLDER, put_copy

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class Computer:
    """One with its own memory; drives are folders that are renamed to unplug them."""

    def __init__(self, folder: Path, name: str = "laptop") -> None:
        self.home = folder / name
        self.media = folder / "media"
        self.media.mkdir(exist_ok=True)
        self.time = NOW
        self.archives = Archives(
            self.home,
            catalog=self.home / "catalog.sqlite3",
            locks=self.home / "locks",
            now=lambda: self.time,
            mounts=lambda: sorted(self.media.iterdir()),
        )

    def drive(self, name: str) -> Path:
        place = self.media / name
        place.mkdir()
        return place


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_rotating_drives_are_known_by_when_they_were_seen(computer: Computer) -> None:
    first, second = computer.drive("RED"), computer.drive("BLUE")
    computer.archives.add(first / "offsite")
    computer.time += timedelta(days=7)
    computer.archives.add(second / "offsite")
    first.rename(computer.media.parent / "in the drawer")

    red, blue = computer.archives.look()
    assert red.vault is None
    assert red.known.last_seen == NOW
    assert "It was last seen 7 days ago, on" in str(red.why)
    assert blue.vault is not None
    assert not first.exists()  # nothing is made where a drive was


def test_drive_that_comes_back_under_another_name_is_found(computer: Computer) -> None:
    drive = computer.drive("RED")
    vault = computer.archives.add(drive / "offsite")
    put_copy(vault, "full", NOW)
    known = computer.archives.all()[0]
    assert known.below.endswith("offsite")
    # The test's drives are folders, so what lies below one is told here.
    _below(computer, "offsite")
    drive.rename(drive.with_name("RED1"))

    again = computer.archives.open(drive / "offsite")
    assert again.folder == drive.with_name("RED1") / "offsite"
    assert [copy.name for copy in again.copies()] == ["full"]
    drive.with_name("RED1").rename(drive)
    assert computer.archives.open(drive / "offsite").folder == drive / "offsite"


def _below(computer: Computer, below: str) -> None:
    file = computer.home / "archives.json"
    found = json.loads(file.read_text())
    for entry in found["archives"]:
        entry["below"] = below
    file.write_text(json.dumps(found))


def test_another_archive_in_the_place_of_a_known_one_is_refused(computer: Computer) -> None:
    drive = computer.drive("RED")
    computer.archives.add(drive / "offsite")
    (drive / "offsite").rename(drive.parent.parent / "away")
    stranger = Computer(computer.media.parent, "other")
    stranger.archives.add(drive / "offsite")
    with pytest.raises(FolderUnsuitable, match="Another archive than before"):
        computer.archives.open(drive / "offsite")
    computer.archives.add(drive / "offsite")
    assert computer.archives.open(drive / "offsite").copies() == []


def test_new_laptop_with_an_empty_home_reads_all_from_the_drive(
    computer: Computer, tmp_path: Path
) -> None:
    vault = computer.archives.add(computer.drive("RED") / "offsite")
    copies = [put_copy(vault, name, NOW) for name in ("a", "b")]
    shutil.rmtree(computer.home)

    laptop = Computer(tmp_path, "new laptop")
    found = laptop.archives.add(vault.folder)
    assert found.id == vault.id
    assert sorted(found.copies(), key=lambda copy: copy.name) == copies
    assert [k.archive_id for k in laptop.archives.all()] == [vault.id]


@pytest.mark.parametrize("marker", [None, b"", b"{nonsense"])
def test_folder_without_a_good_marker_is_rebuilt_only_when_asked(
    computer: Computer, marker: bytes | None
) -> None:
    vault = computer.archives.add(computer.drive("RED") / "offsite")
    copy = put_copy(vault, "full", NOW)
    computer.archives.forget(vault.id)
    place = vault.folder / "kuroibara-archive.json"
    place.unlink()
    if marker is not None:
        place.write_bytes(marker)
    with pytest.raises((VaultMissing, FolderUnsuitable)):
        computer.archives.open(vault.folder)

    rebuilt = computer.archives.rebuild(vault.folder)
    assert rebuilt.copies() == [copy]
    assert rebuilt.copies()[0].state is CopyState.VERIFIED
    assert rebuilt.still_there().servers[FOLDER].name == FOLDER


def test_folder_without_copies_is_not_made_an_archive_by_rebuilding(computer: Computer) -> None:
    drive = computer.drive("RED")
    with pytest.raises(FolderUnsuitable, match="no backups"):
        computer.archives.rebuild(drive)
    assert os.listdir(drive) == []


@pytest.mark.parametrize("text", ["", "[]", '{"archives": 5}', '{"archives": [{}]}', "\ud800"])
def test_list_that_is_lost_costs_nothing(computer: Computer, text: str) -> None:
    vault = computer.archives.add(computer.drive("RED") / "offsite")
    (computer.home / "archives.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert computer.archives.all() == []
    assert computer.archives.open(vault.folder).id == vault.id
    assert len(computer.archives.all()) == 1


def test_forgetting_touches_no_file(computer: Computer) -> None:
    vault = computer.archives.add(computer.drive("RED") / "offsite")
    copy = put_copy(vault, "full", NOW)
    computer.archives.forget(vault.id)
    assert computer.archives.all() == []
    assert copy.path.exists()


def test_the_drives_of_this_computer_hold_its_folders(tmp_path: Path) -> None:
    assert mount_of(tmp_path).exists()
    assert all(drive.is_absolute() for drive in drives())
