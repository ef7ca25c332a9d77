"""Decisions of a person, carried out on both sides, and never on another backup than was meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kuroibara_desktop.core.backups import Backup, Where, merge
from kuroibara_desktop.core.errors import BackupReplaced
from kuroibara_desktop.transfers.deciding import Touched, accept, delete_there, pin
from kuroibara_desktop.transfers.rehearsing import rehearsed, verified_there
from tests.integration.transfers.conftest import QUICK, Desk
from tests.support.finished import never


def row(desk: Desk) -> Backup:
    return next(one for one in merge(desk.server.backups(), desk.vault.copies()) if one.remote)


def test_a_pin_is_set_only_where_it_is_not_yet(desk: Desk) -> None:
    desk.copy(desk.backup())
    both = row(desk)
    assert both.where is Where.BOTH
    assert pin(desk.server, desk.vault, [both], True) == Touched(there=1, here=1)
    assert pin(desk.server, desk.vault, [row(desk)], True) == Touched()
    assert pin(None, desk.vault, [row(desk)], False) == Touched(here=1)
    after = row(desk)
    assert after.remote is not None
    assert after.local is not None
    assert (after.remote.pinned, after.local.pinned) == (True, False)


def test_a_copy_that_is_gone_meanwhile_is_left_alone(desk: Desk) -> None:
    copy = desk.copy(desk.backup())
    both = row(desk)
    copy.path.unlink()
    assert pin(None, desk.vault, [both], True) == Touched()
    assert [name for name in desk.files() if name.endswith(".tar.gz")] == []


def test_a_suspect_copy_is_accepted_here_without_a_server(desk: Desk) -> None:
    copy = desk.copy(desk.backup())
    desk.vault.update(replace(copy, suspect=True))
    assert accept(None, desk.vault, [row(desk)]) == Touched(here=1)
    assert [one.suspect for one in desk.vault.copies()] == [False]


def test_another_backup_under_the_same_name_is_not_deleted_for_it(desk: Desk) -> None:
    backup = desk.backup()
    other = replace(backup, backup_id="00000000-0000-4000-8000-000000000000")
    with pytest.raises(BackupReplaced, match="another backup has its name"):
        delete_there(desk.server, [other], check=never)
    assert desk.backup(backup.filename) == backup


def test_one_that_is_gone_already_is_no_error(desk: Desk) -> None:
    gone = replace(desk.backup(), filename="gone.tar.gz")
    assert delete_there(desk.server, [gone], check=never) == 0


def test_the_server_reads_a_backup_again(desk: Desk) -> None:
    identity = desk.backup().backup_id
    assert identity is not None
    assert desk.run(verified_there(desk.server, identity, check=never, pace=QUICK)) is True


def test_a_rehearsal_says_what_it_proved(desk: Desk) -> None:
    identity = desk.backup().backup_id
    assert identity is not None
    drill = desk.run(rehearsed(desk.server, identity, check=never, pace=QUICK))
    assert drill.proved
    assert drill.covered
    assert desk.backup().proved_at is not None
