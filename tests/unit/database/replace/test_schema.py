"""Which dumps fit which Kuroibara."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.database.replace.schema import (
    Column,
    Fit,
    Tables,
    compare,
    require_fit,
    shape,
)
from kuroibara_backup.errors import Refused

_ID = Column(type="uuid", nullable=False)
_LIVE: Tables = {
    "public.users": {
        "id": _ID,
        "theme": Column(type="character varying(20)", nullable=False),
        "bio": Column(type="text", nullable=True),
        "created_at": Column(type="timestamp with time zone", nullable=False, default="now()"),
    },
    "public.manga": {"id": _ID, "type": Column(type="public.mangatype", nullable=False)},
}


def _without(table: str, *columns: str) -> dict[str, dict[str, str]]:
    found = {name: dict(held) for name, held in shape(_LIVE).items()}
    for column in columns:
        del found[table][column]
    if not columns:
        del found[table]
    return found


def _with(table: str, **columns: str) -> dict[str, dict[str, str]]:
    found = {name: dict(held) for name, held in shape(_LIVE).items()}
    found.setdefault(table, {}).update(columns)
    return found


def test_the_same_tables_fit() -> None:
    assert compare(_LIVE, shape(_LIVE)).fit is Fit.SAME
    # as a dump made under another search path names its types
    assert compare(_LIVE, _with("public.manga", type="mangatype")).fit is Fit.SAME


def test_anything_fits_into_an_empty_database() -> None:
    assert compare({}, _with("public.more", x="integer")).fit is Fit.EMPTY


@pytest.mark.parametrize(
    ("dump", "named"),
    [
        (_with("public.more", x="integer"), "public.more"),
        (_with("public.users", more="integer"), "public.users.more"),
        (_with("public.users", id="integer"), "public.users.id"),
        (_with("public.users", bio="jsonb"), "public.users.bio"),
    ],
)
def test_a_dump_that_has_more_is_refused_and_what_is_named(
    dump: dict[str, dict[str, str]], named: str
) -> None:
    found = compare(_LIVE, dump)

    assert found.fit is Fit.REFUSED
    with pytest.raises(Refused, match=named) as refused:
        require_fit(found)
    assert refused.value.code == "schema_newer"


def test_missing_tables_are_left_to_kuroibara() -> None:
    found = compare(_LIVE, _without("public.manga"))

    assert (found.fit, found.missing_tables) == (Fit.OLDER, ("public.manga",))
    require_fit(found)


@pytest.mark.parametrize("column", ["theme", "bio", "created_at"])
def test_missing_columns_are_added_where_it_is_known_with_what(column: str) -> None:
    found = compare(_LIVE, _without("public.users", column))

    assert (found.fit, found.added_columns) == (Fit.OLDER, (f"public.users.{column}",))


def test_a_required_column_that_nobody_knows_how_to_fill_is_refused() -> None:
    live = {"public.users": {**_LIVE["public.users"], "mood": Column(type="text", nullable=False)}}
    found = compare(live, {"public.users": shape(_LIVE)["public.users"]})

    assert found.unfillable == ("public.users.mood",)
    with pytest.raises(Refused, match=r"public\.users\.mood") as refused:
        require_fit(found)
    assert refused.value.code == "schema_unknown"


@pytest.mark.parametrize(
    ("dump", "live", "widened"),
    [
        ("character varying(255)", "character varying(500)", True),
        ("character varying(255)", "text", True),
        ("character varying(500)", "character varying(255)", False),
        ("text", "character varying(255)", False),
        ("integer", "bigint", True),
        ("timestamp without time zone", "timestamp with time zone", True),
        ("timestamp with time zone", "timestamp without time zone", True),
    ],
)
def test_types_that_only_grew_are_no_reason_to_refuse(dump: str, live: str, widened: bool) -> None:
    found = compare(
        {"public.t": {"c": Column(type=live, nullable=True)}}, {"public.t": {"c": dump}}
    )

    assert found.fit is (Fit.OLDER if widened else Fit.SAME)
    assert found.widened_columns == (("public.t.c",) if widened else ())


_TYPES = st.sampled_from(["uuid", "text", "integer", "bigint", "character varying(9)", "jsonb"])
_SHAPES = st.dictionaries(
    st.sampled_from(["public.a", "public.b", "more.a"]),
    st.dictionaries(st.sampled_from(["x", "y", "z"]), _TYPES),
)


@given(_SHAPES, _SHAPES)
def test_every_difference_is_told_and_no_other(
    live: dict[str, dict[str, str]], dump: dict[str, dict[str, str]]
) -> None:
    tables = {
        name: {column: Column(type=kind, nullable=True) for column, kind in columns.items()}
        for name, columns in live.items()
    }
    found = compare(tables, dump)

    told = (*found.surplus, *found.missing_tables, *found.added_columns)
    if live == dump and live:
        assert found.fit is Fit.SAME
    if live:
        assert bool(found.surplus or found.different) == (found.fit is Fit.REFUSED)
        assert {name for name in told if name.count(".") == 1} == live.keys() ^ dump.keys()
