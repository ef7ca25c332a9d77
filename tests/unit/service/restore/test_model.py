"""A plan holds only for what it was made against, and its table of phases is sound."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from kuroibara_backup.database.state.restores import NEXT, Phase
from kuroibara_backup.errors import Refused
from kuroibara_backup.service.restore.model import (
    Count,
    Plan,
    Refusal,
    Scope,
    Target,
    Wanted,
    plan_document,
    why_void,
)
from kuroibara_backup.service.restore.ticket import fits, new_ticket

TARGET = Target(
    server="localhost:5432",
    database="kuroibara",
    database_oid=16384,
    schema="abc",
    storage="storage",
    engine="1.0",
    last_restore=None,
)
PLAN = Plan(
    id=uuid4(),
    server_name="kuroibara@localhost",
    wanted=Wanted(),
    backup={"filename": "x.tar.gz"},
    counts=(Count(what="users", now=1, backup=3), Count(what="files", now=None, backup=3)),
    schema={},
    ways=(),
    way=None,
    database_bytes=0,
    people=("mika",),
    people_count=1,
    administrators=(),
    sessions=(),
    warnings=(),
    refusals=(),
)


def test_a_plan_holds_while_nothing_it_was_made_against_changed() -> None:
    assert why_void(TARGET, TARGET) is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"server": "elsewhere:5432"}, "another server"),
        ({"database": "other"}, "database is another one"),
        ({"database_oid": 2}, "database is another one"),
        ({"schema": "def"}, "tables of the database changed"),
        ({"storage": "other"}, "library folder is another one"),
        ({"engine": "1.1"}, "engine was updated"),
        ({"last_restore": "some"}, "another restore"),
    ],
)
def test_a_plan_is_void_when_anything_of_it_changed(changed: dict[str, Any], said: str) -> None:
    why = why_void(TARGET, replace(TARGET, **changed))
    assert why is not None
    assert said in why


def test_what_stands_in_the_way_is_raised_with_its_code() -> None:
    PLAN.must_be_possible()
    refusal = Refusal(code="schema_newer", sentence="It is newer.", remedy="Update.")
    with pytest.raises(Refused) as caught:
        replace(PLAN, refusals=(refusal,)).must_be_possible()
    assert (caught.value.code, caught.value.remedy) == ("schema_newer", "Update.")


def test_a_plan_as_json_says_the_difference_where_it_is_known() -> None:
    told = plan_document(PLAN)
    assert [one["difference"] for one in told["counts"]] == [2, None]
    assert told["possible"] is True


@pytest.mark.parametrize("scope", Scope)
def test_a_plan_promises_a_safety_copy_only_where_one_is_made(scope: Scope) -> None:
    wanted = replace(PLAN.wanted, scope=scope)
    told = plan_document(replace(PLAN, wanted=wanted))
    assert told["safety_copy"] is scope.of_database
    without = replace(wanted, safety_copy=False)
    assert plan_document(replace(PLAN, wanted=without))["safety_copy"] is False


def test_only_the_ticket_that_was_given_out_fits() -> None:
    ticket = new_ticket()
    assert fits(ticket.text, ticket.sha256)
    assert not fits(new_ticket().text, ticket.sha256)
    assert not fits("", ticket.sha256)
    assert not fits(ticket.text, None)
    assert ticket.text not in repr(ticket)


def test_a_scope_says_which_halves_it_replaces() -> None:
    assert [one for one in Scope if one.of_database] == [Scope.EVERYTHING, Scope.DATABASE]
    assert Scope.DATABASE not in [one for one in Scope if one.of_storage]


def test_every_phase_is_reached_and_every_half_way_one_has_an_end() -> None:
    assert set(NEXT) == set(Phase)
    reached = {phase for after in NEXT.values() for phase in after}
    assert reached | {Phase.PLANNED} == set(Phase)
    for phase in Phase:
        if phase.half_way:
            assert any(not after.at_work for after in NEXT[phase])
