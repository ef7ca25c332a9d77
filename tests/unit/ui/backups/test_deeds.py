"""What is offered for which backups, what bars it, and what a deletion would leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kuroibara_desktop.core.backups import Backup, CopyState, RemoteStatus, Where
from kuroibara_desktop.core.servers import Abilities
from kuroibara_desktop.ui.backups.deeds import Bar, Deed, Powers, Side, loss, offered
from tests.unit.ui.samples import NOW, both, damaged_here, here, local, on_server, remote

ENGINE = Abilities(
    engine=True, features=frozenset({"pins", "verify", "drill", "restore"}), administrator=True
)
ALL = Powers(abilities=ENGINE, connected=True)


def bars(backup: Backup, powers: Powers) -> dict[Deed, Bar | None]:
    return {offer.deed: offer.bar for offer in offered([backup], powers)}


def test_an_administrator_of_an_engine_may_do_everything_that_makes_sense() -> None:
    assert bars(both("a"), ALL) == dict.fromkeys(
        (
            *(Deed.RESTORE, Deed.VERIFY_THERE, Deed.PROVE, Deed.PIN, Deed.NOTE, Deed.ELSEWHERE),
            *(Deed.DELETE_THERE, Deed.DELETE_HERE),
        )
    )


def test_what_is_only_here_needs_no_server() -> None:
    nothing = Powers(abilities=Abilities())
    assert bars(here("a", pinned=True, suspect=True), nothing) == dict.fromkeys(
        (Deed.RESTORE, Deed.ACCEPT, Deed.UNPIN, Deed.ELSEWHERE, Deed.DELETE_HERE)
    )


@pytest.mark.parametrize(
    ("powers", "bar"),
    [
        (Powers(abilities=ENGINE), Bar.AWAY),
        (Powers(abilities=Abilities(), connected=True), Bar.NO_ENGINE),
        (Powers(abilities=replace(ENGINE, features=frozenset()), connected=True), Bar.NOT_OFFERED),
        (Powers(abilities=replace(ENGINE, administrator=False), connected=True), Bar.NOT_ALLOWED),
    ],
)
def test_what_the_server_or_the_account_does_not_offer_is_barred_with_a_reason(
    powers: Powers, bar: Bar
) -> None:
    found = bars(on_server("a"), powers)
    for deed in (Deed.RESTORE, Deed.VERIFY_THERE, Deed.PROVE, Deed.PIN, Deed.NOTE):
        assert found[deed] is bar, deed


def test_a_plain_kuroibara_lets_delete_and_nothing_else() -> None:
    found = bars(on_server("a", backup_id=None), Powers(abilities=Abilities(), connected=True))
    assert found[Deed.DELETE_THERE] is None
    assert found[Deed.PIN] is Bar.NO_ENGINE
    assert found[Deed.RESTORE] is Bar.NOT_HERE


def test_what_lies_on_the_server_needs_no_copy_to_come_back() -> None:
    assert bars(on_server("a"), ALL)[Deed.RESTORE] is None
    assert bars(damaged_here("a"), ALL)[Deed.RESTORE] is None


def test_what_is_being_written_is_left_alone() -> None:
    found = bars(on_server("a", status=RemoteStatus.BEING_WRITTEN), ALL)
    for deed in (Deed.VERIFY_THERE, Deed.PROVE, Deed.PIN, Deed.DELETE_THERE):
        assert found[deed] is Bar.BEING_WRITTEN
    assert found[Deed.RESTORE] is Bar.NOT_HERE


def test_a_damaged_copy_is_repaired_only_from_a_whole_backup() -> None:
    assert bars(damaged_here("a"), ALL)[Deed.REPAIR] is None
    gone = bars(damaged_here("a", on_the_server=False), ALL)
    assert gone[Deed.REPAIR] is Bar.GONE_THERE
    assert gone[Deed.ELSEWHERE] is Bar.DAMAGED
    assert gone[Deed.RESTORE] is Bar.DAMAGED


def test_of_several_only_those_are_meant_that_can_be() -> None:
    chosen = [both("a"), here("b"), on_server("c", status=RemoteStatus.BEING_WRITTEN)]
    found = {offer.deed: offer for offer in offered(chosen, ALL)}
    assert [b.name for b in found[Deed.DELETE_THERE].backups] == ["a"]
    assert [b.name for b in found[Deed.DELETE_HERE].backups] == ["a", "b"]
    assert Deed.NOTE not in found
    assert Deed.RESTORE not in found


def verified(name: str, **more: Any) -> Backup:
    return Backup(
        where=Where.BOTH, remote=remote(name, verified_at=NOW, **more), local=local(name, **more)
    )


def test_the_last_verified_one_of_a_side_is_named() -> None:
    full, database = verified("full"), verified("database", includes_storage=False)
    everything = [full, database, on_server("unread"), here("suspect", suspect=True)]
    assert loss([full], everything, Side.THERE).last == (full,)
    assert loss([database], everything, Side.THERE).last == ()  # the full one holds as much
    assert loss([full, database], everything, Side.HERE).last == (full, database)
    assert loss([full], [*everything, verified("other")], Side.THERE).last == ()


def test_what_stays_on_the_other_side_is_told_from_what_is_gone() -> None:
    stays, gone = verified("stays"), on_server("gone", verified_at=NOW)
    damaged = Backup(
        where=Where.DAMAGED,
        remote=remote("damaged", verified_at=NOW),
        local=local("damaged", state=CopyState.DAMAGED),
    )
    lost = loss([stays, gone, damaged], [stays, gone, damaged], Side.THERE)
    assert lost.elsewhere == (stays,)
    assert lost.gone == (gone, damaged)


def test_a_copy_of_another_server_does_not_stand_for_one_of_this() -> None:
    ours, theirs = verified("ours"), replace(here("theirs"), of="old.example")
    assert loss([ours], [ours, theirs], Side.HERE).last == (ours,)
