"""What a folder holds is told without changing it, and without trusting it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.vault.surveying import Holding, survey
from tests.support.copies import put_copy, vault_at
from tests.unit.ui.samples import NOW

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "drive" / "Backups"
    folder.parent.mkdir()
    vault = vault_at(folder, tmp_path / "home")
    for name in ("one", "two"):
        put_copy(vault, name, NOW)
    return folder


def listing(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(p), p.stat().st_mtime_ns) for p in folder.rglob("*"))


def test_an_archive_is_found_by_itself_and_from_its_drive(archive: Path) -> None:
    before = listing(archive.parent)
    for asked in (archive, archive.parent):
        found = survey(asked)
        assert (found.holding, found.folder, found.count) == (Holding.ARCHIVE, archive, 2)
        assert found.servers == ("home",)
        assert found.size == sum(p.stat().st_size for p in archive.glob("*/*.tar.gz"))
    assert listing(archive.parent) == before


def test_without_its_marker_or_with_a_damaged_one_the_copies_are_seen(archive: Path) -> None:
    marker = archive / "kuroibara-archive.json"
    for spoil in (lambda: marker.write_text("{}"), marker.unlink):
        spoil()
        found = survey(archive)
        assert (found.holding, found.count) == (Holding.COPIES, 2)
        assert found.usable


def test_of_two_archives_on_one_drive_none_is_guessed(archive: Path, tmp_path: Path) -> None:
    put_copy(vault_at(archive.with_name("Other"), tmp_path / "home"), "three", NOW)
    assert not survey(archive.parent).usable


def test_a_marker_that_points_elsewhere_leads_nowhere(archive: Path) -> None:
    marker = archive / "kuroibara-archive.json"
    text = marker.read_text().replace("home-aaaaaaaa", "../../../../etc")
    marker.write_text(text)
    assert survey(archive).count == 0


def test_links_and_loose_files_are_told_for_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.symlink("/etc/passwd", tmp_path / "a" / "weekly.tar.gz")
    assert survey(tmp_path / "a").holding is Holding.NOTHING
    (tmp_path / "a" / "daily.tar.gz").write_bytes(b"1234")
    found = survey(tmp_path / "a")
    assert (found.holding, found.count, found.size) == (Holding.LOOSE, 1, 4)
    assert survey(tmp_path / "not there").holding is Holding.AWAY
