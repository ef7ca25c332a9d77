"""A plain Kuroibara writes to the final name and says nothing: two looks tell it from damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.core.errors import BackupNotReady
from tests.support.waiting import until

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import RemoteBackup
    from tests.integration.transfers.conftest import Desk, Desks
    from tests.support.plain_kuroibara import PlainKuroibara


@pytest.fixture
def plain(desks: Desks, plain_kuroibara: PlainKuroibara) -> Desk:
    plain_kuroibara.add_user("dora", "password1")
    plain_kuroibara.behaviour.create_blocks = False
    return desks(plain_kuroibara.url, "dora", "password1", list_every=0.3)


def seen(desk: Desk, name: str, status: RemoteStatus | None = None) -> RemoteBackup:
    """Look again and again until it is there, and so."""

    def found() -> list[RemoteBackup]:
        alike = (backup for backup in desk.server.backups() if backup.name == name)
        return [backup for backup in alike if status in (None, backup.status)]

    return until(found, seconds=30, every=0.1)[0]


def test_what_grows_between_two_looks_is_being_written_and_then_finished(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.add_backup("old")
    assert seen(plain, "old").status is RemoteStatus.FINISHED
    plain_kuroibara.behaviour.create_seconds = 2.0
    plain.server.create("slow", True)
    growing = seen(plain, "slow", RemoteStatus.BEING_WRITTEN)
    with pytest.raises(BackupNotReady, match="still being written"):
        plain.copy(growing)
    finished = seen(plain, "slow", RemoteStatus.FINISHED)
    assert finished.size == (plain_kuroibara.archives / "slow.tar.gz").stat().st_size
    assert seen(plain, "old").status is RemoteStatus.FINISHED
    assert plain.copy(finished).state is CopyState.VERIFIED


def test_a_copy_of_what_still_grows_is_told_as_that_and_not_as_damage(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.create_seconds = 4.0
    plain.server.create("slow", True)
    until((plain_kuroibara.archives / "slow.tar.gz").exists)
    growing = seen(plain, "slow")  # the first look at all: nothing tells yet
    assert growing.status is RemoteStatus.FINISHED
    with pytest.raises(BackupNotReady, match="still being written"):
        plain.copy(growing)
    assert not [name for name in plain.files() if name.endswith(".tar.gz")]
