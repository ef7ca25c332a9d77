"""*Protected* is a promise: it is said only where a copy could bring everything back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.errors import BackupError, NotAllowed
from kuroibara_desktop.core.backups import Backup, CopyState, RemoteStatus, Where, merge
from kuroibara_desktop.core.errors import (
    FolderUnsuitable,
    KeyringLocked,
    ServerUnreachable,
    SignInRequired,
    VaultMissing,
)
from kuroibara_desktop.core.safety import (
    Ages,
    Doing,
    Level,
    Obstacle,
    Why,
    doing,
    in_the_way,
    judge,
    next_copies,
    worth_remembering,
)
from tests.unit.ui.samples import NOW, both, damaged_here, here, local, on_server, remote

AGES = Ages()


def verdict(*backups: Backup, same_machine: bool = False) -> tuple[Level, Why]:
    found = judge(backups, now=NOW, ages=AGES, same_machine=same_machine)
    return found.level, found.why


@pytest.mark.parametrize(
    ("backups", "level", "why"),
    [
        ((), Level.WAITING, Why.NO_BACKUP),
        ((on_server("a"),), Level.WAITING, Why.NO_COPY),
        ((both("a"),), Level.PROTECTED, Why.FRESH),
        ((here("a"),), Level.PROTECTED, Why.FRESH),
        ((both("a", day=10),), Level.ATTENTION, Why.OLD),
        ((both("a", suspect=True),), Level.ATTENTION, Why.SUSPECT),
        ((both("a", includes_storage=False),), Level.ATTENTION, Why.DATABASE_ONLY),
        ((both("a", includes_storage=None),), Level.ATTENTION, Why.DATABASE_ONLY),
        ((damaged_here("a"),), Level.ATTENTION, Why.DAMAGED),
        ((damaged_here("a"), both("b", day=19)), Level.PROTECTED, Why.FRESH),
        ((damaged_here("a"), both("b", day=2)), Level.ATTENTION, Why.DAMAGED),
    ],
)
def test_the_answer_says_what_to_deal_with_first(
    backups: tuple[Backup, ...], level: Level, why: Why
) -> None:
    assert verdict(*backups) == (level, why)


def test_an_unverified_copy_is_no_protection() -> None:
    copy = here("a")
    assert copy.local is not None
    unverified = replace(copy, local=replace(copy.local, state=CopyState.UNVERIFIED))
    assert verdict(unverified) == (Level.ATTENTION, Why.UNVERIFIED)


def test_a_copy_on_the_servers_own_machine_is_no_protection() -> None:
    assert verdict(both("a"), same_machine=True) == (Level.ATTENTION, Why.SAME_MACHINE)


def test_a_copy_from_the_future_is_no_protection() -> None:
    assert verdict(here("a", created_at=NOW + timedelta(days=400)))[0] is Level.ATTENTION


def test_the_two_clocks_show_the_newest_of_each_side() -> None:
    found = judge(
        [on_server("new", day=22), both("files", day=18), here("base", day=20)],
        now=NOW,
        ages=AGES,
    )
    assert found.there is not None
    assert found.here is not None
    assert (found.there.name, found.here.name) == ("new", "base")


def test_a_backup_that_is_being_written_is_not_the_newest_on_the_server() -> None:
    writing = on_server("writing", day=22, status=RemoteStatus.BEING_WRITTEN)
    found = judge([writing, on_server("whole", day=20)], now=NOW, ages=AGES)
    assert found.there is not None
    assert found.there.name == "whole"


moments = st.integers(-30, 60).map(lambda days: NOW - timedelta(days=days))
copies = st.builds(
    lambda name, made, state, suspect, full: here(
        name, created_at=made, state=state, suspect=suspect, includes_storage=full
    ),
    st.uuids().map(str),
    moments,
    st.sampled_from(CopyState),
    st.booleans(),
    st.sampled_from([True, False, None]),
)


@given(st.lists(copies, max_size=6), st.booleans())
def test_protected_always_rests_on_a_whole_young_verified_copy_elsewhere(
    rows: list[Backup], same_machine: bool
) -> None:
    found = judge(rows, now=NOW, ages=AGES, same_machine=same_machine)
    if found.level is not Level.PROTECTED:
        return
    assert not same_machine
    assert found.whole is not None
    copy = found.whole.local
    assert copy is not None
    assert copy.state is CopyState.VERIFIED
    assert copy.includes_storage is True
    assert not copy.suspect
    assert copy.created_at is not None
    assert timedelta(days=-1) <= NOW - copy.created_at <= AGES.here


@given(st.lists(copies, max_size=6), copies)
def test_one_more_bad_copy_never_makes_a_library_safer(rows: list[Backup], extra: Backup) -> None:
    assert extra.local is not None
    bad = replace(extra, local=replace(extra.local, state=CopyState.DAMAGED))
    before = judge(rows, now=NOW, ages=AGES).level
    after = judge([*rows, bad], now=NOW, ages=AGES).level
    assert after is not Level.PROTECTED or before is Level.PROTECTED


def test_what_is_copied_next_is_the_newest_database_and_the_newest_full_one() -> None:
    rows = [
        on_server("old full", day=1, size=900),
        on_server("full", day=15, size=1000),
        on_server("base", day=21, size=10, includes_storage=False),
        on_server("older base", day=20, size=10, includes_storage=False),
    ]
    assert [b.name for b in next_copies(rows)] == ["base", "full"]


def test_nothing_is_copied_next_when_the_newest_is_here() -> None:
    assert next_copies([both("full", day=21), on_server("old", day=3)]) == ()


def test_a_suspect_backup_is_not_what_is_copied_next() -> None:
    rows = [on_server("odd", day=21, suspect=True), on_server("good", day=20)]
    assert [b.name for b in next_copies(rows)] == ["good"]


@pytest.mark.parametrize(
    ("server", "vault", "found"),
    [
        (None, None, ()),
        (SignInRequired("x"), None, (Obstacle.SIGNED_OUT,)),
        (KeyringLocked("x"), None, (Obstacle.KEYRING,)),
        (NotAllowed("x"), None, (Obstacle.NOT_ALLOWED,)),
        (ServerUnreachable("x"), VaultMissing("x"), (Obstacle.SERVER_AWAY, Obstacle.DRIVE_MISSING)),
        (None, FolderUnsuitable("x"), (Obstacle.FOLDER,)),
    ],
)
def test_what_is_in_the_way_is_named(
    server: BackupError | None, vault: BackupError | None, found: tuple[Obstacle, ...]
) -> None:
    args: dict[str, Any] = {"needed": 10, "free": 100, "metered": None}
    assert in_the_way(server_error=server, vault_error=vault, **args) == found


def test_an_unknown_disk_is_not_full_and_an_unknown_network_not_metered() -> None:
    asked = partial(in_the_way, server_error=None, vault_error=None, needed=10)
    assert asked(free=None, metered=None) == ()
    both_known = asked(free=9, metered=True)
    assert both_known == (Obstacle.NO_SPACE, Obstacle.METERED)


def test_work_under_way_is_seen_first_and_damage_is_trouble() -> None:
    protected = judge([both("a")], now=NOW, ages=AGES)
    damaged = judge([damaged_here("a")], now=NOW, ages=AGES)
    assert doing(protected, working=True, failed=True) is Doing.WORKING
    assert doing(damaged, working=False, failed=False) is Doing.TROUBLE
    assert doing(protected, working=False, failed=True) is Doing.TROUBLE
    assert doing(protected, working=False, failed=False) is Doing.PROTECTED
    assert doing(None, working=False, failed=False) is Doing.WAITING


def test_two_copies_are_remembered_at_most_and_carry_the_answer() -> None:
    base = local("base", day=21, includes_storage=False)
    full, old = local("full", day=18), local("old", day=3)
    kept = worth_remembering([old, base, full])
    assert kept == (base, full)
    rows = merge([], [replace(copy) for copy in kept])
    assert judge(rows, now=NOW, ages=AGES).level is Level.PROTECTED
    assert [row.where for row in rows] == [Where.HERE, Where.HERE]


def test_ages_are_by_the_clock_that_is_given() -> None:
    later = NOW + timedelta(days=7)
    assert judge([both("a")], now=later, ages=AGES).why is Why.OLD
    assert remote("a").created_at < later
