"""The story: the server is installed anew at the same address, and the old full copy stays."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.backups import RemoteBackup
from kuroibara_desktop.core.errors import NoRoomBeside
from kuroibara_desktop.core.keeping import WayOut
from kuroibara_desktop.core.libraries import Answer
from kuroibara_desktop.vault import Vault, pruning
from kuroibara_desktop.vault.room import make_room
from tests.integration.transfers.conftest import Desk, Desks, desks
from tests.support.copies import put_copy, vault_at
from tests.support.engine import running_engine
from tests.support.finished import never
from tests.support.format1 import SEED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.faulty import FaultyProxy
    from tests.support.plain_kuroibara import PlainKuroibara
    from tests.support.small_disk import SmallDisks

__all__ = ["desks"]  # the fixture

TIGHT = Policy(daily=1, weekly=1, monthly=1, yearly=1, most=2, manual_too=True)


class Clock:
    """Moves only when it is told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 9, 1, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def with_clock(desk: Desk, clock: Clock) -> Vault:
    folder, home = desk.vault.folder, desk.folder
    desk.vault = Vault.open(
        folder, catalog=home / "catalog.sqlite3", locks=home / "locks", now=clock
    )
    return desk.vault


def test_plain_server_installed_anew_and_eight_weeks_of_copies(
    desks: Desks, plain_kuroibara: PlainKuroibara
) -> None:
    desk, clock = desks(plain_kuroibara.url, "anna", "anna-password", list_every=0), Clock()
    vault = with_clock(desk, clock)
    pruning.keep_by(vault, TIGHT)
    plain_kuroibara.add_backup("before", mtime=clock().timestamp())
    old = desk.copy(desk.backup("before"))

    shutil.rmtree(plain_kuroibara.archives)  # the disk dies; everything is set up anew, empty
    plain_kuroibara.archives.mkdir()
    shutil.rmtree(plain_kuroibara.storage)
    plain_kuroibara.storage.mkdir()
    empty = b"\n".join(line for line in SEED.read_bytes().split(b"\n") if not _row(line))
    plain_kuroibara.make_dump = lambda: empty

    for day in range(0, 56, 5):
        clock.time += timedelta(days=5)
        plain_kuroibara.add_backup(f"auto-{day}", mtime=clock().timestamp())
        desk.server.backups()  # what is new is taken for whole once it looks the same twice
        desk.copy(desk.backup(f"auto-{day}"))
        pruning.prune(vault, pruning.preview(vault), check=never)
        assert old.path.exists()
    assert len(vault.copies()) == 13  # all of them: nothing goes before the answer
    [doubt] = {d for library in pruning.libraries_in(vault) for d in library.doubts}
    assert "suddenly holds much less" in doubt.sentence

    pruning.answer(vault, doubt.key, Answer.OTHER)
    pruning.prune(vault, pruning.preview(vault), check=never)
    assert sorted(copy.name for copy in vault.copies()) == ["auto-55", "before"]
    assert "before.tar.gz" in [copy.path.name for copy in vault.copies()]


def _row(line: bytes) -> bool:
    """Whether a line of the seed is a row of a table."""
    return b"\t" in line


@pytest.mark.slow
def test_engine_installed_anew_behind_the_same_address(
    desks: Desks,
    faulty: Callable[[str], FaultyProxy],
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    tmp_path: Path,
) -> None:
    clock = Clock()
    clock.time = datetime.now(UTC)  # the engines' own: only this computer's goes faster
    with running_engine(tmp_path / "first", postgres, kuroibara_template) as first:
        first.create("before")
        proxy = faulty(first.url)
        desk = desks(proxy.url, first.admin.username, first.admin.password)
        vault = with_clock(desk, clock)
        pruning.keep_by(vault, TIGHT)
        old = desk.copy(desk.backup("before"))
        assert old.instance_id == desk.known.instance_id

    with running_engine(tmp_path / "second", postgres, kuroibara_template) as second:
        proxy.upstream = second.url
        desk.server.sign_in(second.admin.username, second.admin.password)
        for week in range(8):
            clock.time += timedelta(days=7)
            second.create(f"week-{week}")
            copy = desk.copy(desk.backup(f"week-{week}"))
            assert copy.instance_id not in (None, old.instance_id)
            pruning.prune(vault, pruning.preview(vault), check=never)
        assert len(vault.copies()) == 9
        assert all(verdict.frozen for verdict in pruning.preview(vault))

        [doubt] = {d for library in pruning.libraries_in(vault) for d in library.doubts}
        pruning.answer(vault, doubt.key, Answer.OTHER)
        pruning.prune(vault, pruning.preview(vault), check=never)
        assert {c.name for c in vault.copies()} >= {"before", "week-7"}
        assert len(vault.copies()) < 9

        pruning.answer(vault, doubt.key, Answer.SAME)  # a person says that it may go now
        pruning.prune(vault, pruning.preview(vault), check=never)
        assert old.path.exists() is False


def test_a_full_drive_of_another_server_is_never_emptied_for_the_new_one(
    small_disk: SmallDisks, tmp_path: Path
) -> None:
    clock = Clock()
    vault = vault_at(small_disk(24 * 1024 * 1024) / "archive", tmp_path / "home", clock)
    data = os.urandom(3_000_000)
    old = put_copy(vault, "before", clock(), data=data)
    backup = _listed("after", clock() + timedelta(days=1), 6_000_000)
    with pytest.raises(NoRoomBeside) as refused:
        make_room(
            vault,
            backup,
            old.server,
            instance="B",
            address="https://home.example",
            replace=True,
            check=never,
        )
    assert refused.value.ways == (WayOut.ANOTHER_DRIVE, WayOut.DATABASE_ONLY)
    assert old.path.read_bytes() == data

    put_copy(vault, "small", clock() + timedelta(days=2), full=False, instance_id="B")
    with pytest.raises(NoRoomBeside, match="must stay") as refused:
        make_room(
            vault, backup, old.server, instance="B", address="https://home.example", check=never
        )
    assert "Say which it is" in refused.value.remedy


def test_room_is_made_by_the_oldest_and_the_last_one_goes_only_if_a_person_says_so(
    small_disk: SmallDisks, tmp_path: Path
) -> None:
    clock = Clock()
    vault = vault_at(small_disk(24 * 1024 * 1024) / "archive", tmp_path / "home", clock)
    for day in range(2):
        put_copy(vault, f"day-{day}", clock() + timedelta(days=day), data=bytes([day]) * 2_500_000)
    clock.time += timedelta(days=2)
    backup = _listed("day-2", clock(), 4_000_000)

    def room(backup: RemoteBackup, *, replace: bool = False) -> list[str]:
        made = make_room(
            vault,
            backup,
            "home-aaaaaaaa",
            instance="A",
            address="https://home.example",
            replace=replace,
            check=never,
        )
        return [copy.name for copy in made]

    assert room(backup) == ["day-0"]
    assert room(backup) == []
    larger = replace(backup, size=7_000_000)
    with pytest.raises(NoRoomBeside, match="must stay") as refused:
        room(larger)
    assert WayOut.REPLACE in refused.value.ways
    assert "the server holds the only backup" in refused.value.remedy
    unproved = replace(larger, verified_at=None)
    with pytest.raises(NoRoomBeside):
        room(unproved, replace=True)
    assert room(larger, replace=True) == ["day-1"]


def _listed(name: str, made: datetime, size: int) -> RemoteBackup:
    return RemoteBackup(
        filename=f"{name}.tar.gz",
        size=size,
        created_at=made,
        includes_storage=True,
        verified_at=made,
    )
