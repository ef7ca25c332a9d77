"""A folder that only stands where the backup drive should be mounted is not written to."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kuroibara_backup.errors import Refused
from kuroibara_backup.jobs.runner import Control
from kuroibara_backup.service.doctor import Health, accept_folder, examine
from kuroibara_backup.service.engine import opened
from tests.support.engine import engine_settings, fill_library
from tests.support.postgres import drop_database
from tests.support.restoring import command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, postgres: EmbeddedPostgres, database: str) -> Iterator[Settings]:
    """An install with one backup."""
    state = f"state_{uuid4().hex[:8]}"
    fill_library(tmp_path / "storage")
    settings = engine_settings(tmp_path, database, postgres.url(state))
    make(settings, "first")
    try:
        yield settings
    finally:
        drop_database(postgres, state)


def make(settings: Settings, name: str) -> None:
    with opened(settings) as service:
        service.creations.make_now(Control(lambda _change: None), name=name, include_storage=False)


def health(settings: Settings) -> Health:
    return next(one.health for one in examine(settings) if one.check == "known folder")


def test_an_unmounted_drive_is_refused_and_nothing_is_made_there(settings: Settings) -> None:
    drive = settings.backup_path.with_name("the drive")
    settings.backup_path.rename(drive)
    settings.backup_path.mkdir()  # the empty mount point
    with pytest.raises(Refused) as caught:
        make(settings, "second")
    assert caught.value.code == "backup_folder_changed"
    assert health(settings) is Health.FAILED
    assert list(settings.backup_path.iterdir()) == []
    settings.backup_path.rmdir()
    with pytest.raises(Refused):
        make(settings, "second")
    assert not settings.backup_path.exists()
    drive.rename(settings.backup_path)  # mounted again
    assert health(settings) is Health.GOOD
    make(settings, "second")


def test_a_folder_moved_with_its_backups_is_known_with_and_without_its_mark(
    settings: Settings, tmp_path: Path
) -> None:
    for number, mark in enumerate((True, False)):
        moved = tmp_path / f"moved {number}"
        shutil.copytree(settings.backup_path, moved)
        if not mark:
            (moved / ".kuroibara-backups").unlink()
        make(settings.model_copy(update={"backup_path": moved}), f"there {number}")
    assert (tmp_path / "moved 1" / ".kuroibara-backups").exists()


def test_a_new_folder_is_used_once_it_was_accepted(settings: Settings, tmp_path: Path) -> None:
    new = settings.model_copy(update={"backup_path": tmp_path / "new"})
    with pytest.raises(Refused, match="none of the 1 known backups"):
        make(new, "second")
    accept_folder(new)
    assert health(new) is Health.GOOD
    make(new, "second")
    shutil.rmtree(settings.backup_path)
    with pytest.raises(Refused):  # the old one is the stranger now
        make(settings, "third")


def test_the_command_that_the_refusal_names_takes_the_folder(
    settings: Settings, tmp_path: Path
) -> None:
    new = settings.model_copy(update={"backup_path": tmp_path / "new"})
    refused = command(new, "create", "--database-only")
    assert refused.returncode == 5
    assert "kuroibara-backup doctor --accept-folder" in refused.stdout
    told = json.loads(command(new, "doctor", "--accept-folder").stdout)
    assert {one["check"]: one["health"] for one in told["checks"]}["known folder"] == "good"
    assert command(new, "create", "--database-only").returncode == 0


def test_the_first_start_marks_whatever_folder_it_is_given(settings: Settings) -> None:
    mark = settings.backup_path / ".kuroibara-backups"
    assert mark.is_file()
    before = mark.read_bytes()
    make(settings, "second")
    assert mark.read_bytes() == before
