"""Dumps that were made to harm: nothing is run, nothing is loaded, the next load works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.database.load import DumpRefused, load
from tests.integration.database.load.hostile import HOSTILE
from tests.support.loading import ROLES, Target, new_target, pg_dump
from tests.support.postgres import drop_database, execute, make_database, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres

TRAILER = b"--\n-- PostgreSQL database dump complete"


SMALL = (
    "CREATE TYPE mangatype AS ENUM ('MANGA', 'COMIC')",
    "CREATE TABLE author (id uuid PRIMARY KEY, name varchar(100) NOT NULL)",
    "CREATE TABLE genre (id uuid PRIMARY KEY, name varchar(50) NOT NULL UNIQUE)",
    "CREATE TABLE page (id uuid PRIMARY KEY, genre_id uuid REFERENCES genre)",
    "CREATE TABLE users (id uuid PRIMARY KEY, created_at timestamptz DEFAULT now())",
)


@pytest.fixture(scope="module")
def genuine(postgres: EmbeddedPostgres) -> bytes:
    """A dump of a few of the tables: it is loaded a few hundred times."""
    name = make_database(postgres)
    execute(postgres.url(name), *SMALL)
    dump = pg_dump(postgres, postgres.url(name))
    drop_database(postgres, name)
    return dump


@pytest.fixture(scope="module", params=ROLES)
def target(postgres: EmbeddedPostgres, request: pytest.FixtureRequest) -> Iterator[Target]:
    """One database for all of them: whatever one left would be in the way of the next."""
    with new_target(postgres, request.param) as new:
        yield new
        assert new.is_empty


@pytest.fixture(scope="module")
def live(postgres: EmbeddedPostgres) -> Iterator[str]:
    name = make_database(postgres)
    yield name
    drop_database(postgres, name)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_dump_is_refused_and_leaves_nothing(
    postgres: EmbeddedPostgres,
    genuine: bytes,
    target: Target,
    live: str,
    tmp_path: Path,
    case: str,
) -> None:
    attack, words = HOSTILE[case]
    # Where PostgreSQL, which is another user, could write as well.
    tmp_path.chmod(0o777)
    marker = tmp_path / "marker"
    attack = attack.replace("{marker}", str(marker)).replace("{live}", live)
    with pytest.raises(DumpRefused) as caught:
        load([at_the_end(genuine, attack)], target.url)
    error = caught.value
    assert error.code == "dump_refused"
    assert words in error.sentence
    assert error.sentence.endswith("Nothing was loaded.")
    assert error.remedy
    if words != "on its line":
        assert error.line == genuine[: genuine.index(TRAILER)].count(b"\n") + 1 + late(attack)
    assert not marker.exists()
    # That nothing was left in it is seen by the next case, whose load would not begin.
    if live in attack:
        there = f"SELECT count(*) FROM pg_database WHERE datname = '{live}'"
        assert rows(target.admin_url, there) == [(1,)]


def at_the_end(dump: bytes, attack: str) -> bytes:
    return dump.replace(TRAILER, attack.encode() + b"\n\n" + TRAILER)


def late(attack: str) -> int:
    """How many lines into the attack the offence is seen."""
    return 1 if attack.startswith("CREATE TABLE public.a (\n\\!") else 0


@pytest.mark.parametrize("attack", ["\\! true", "DO $$ BEGIN END $$;", "COMMIT;"])
def test_where_it_stands_makes_no_difference(genuine: bytes, target: Target, attack: str) -> None:
    for before in (b"CREATE TYPE", b"COPY public.genre", b"SET row_security", b"ALTER TABLE ONLY"):
        at = genuine.index(b"\n" + before) + 1
        text = genuine[:at] + attack.encode() + b"\n" + genuine[at:]
        for size in (1, 7, 4096):
            if size == 1:
                text = text[: at + 200]  # the rest in single bytes would take long
            pieces = (text[n : n + size] for n in range(0, len(text), size))
            with pytest.raises(DumpRefused):
                load(pieces, target.url)
    assert target.is_empty


def test_after_all_of_them_a_genuine_dump_loads(postgres: EmbeddedPostgres, genuine: bytes) -> None:
    for role in ROLES:
        with new_target(postgres, role) as new:
            with pytest.raises(DumpRefused):
                load([at_the_end(genuine, "DO '';")], new.url)
            assert len(load([genuine], new.url).rows) == 4
