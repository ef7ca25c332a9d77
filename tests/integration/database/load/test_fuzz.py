"""Genuine dumps, changed at random: loaded as psql loads them, or refused in our own words.

Never another exception, never a hang, and never something that only the check of the catalogue
would have found: the reader alone must have been enough.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kuroibara_backup.archive.spool import AFTER_DUMP, BEFORE_DUMP
from kuroibara_backup.database.load import DatabaseNotEmpty, ForeignObjects, load
from kuroibara_backup.errors import Damaged, Refused
from tests.integration.database.load.hostile import HOSTILE
from tests.integration.database.load.test_versions import ODD
from tests.support.loading import KUROIBARAS, Target, essence, new_target, pg_dump
from tests.support.postgres import drop_database, execute, make_database, psql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres

SLOW_SECONDS = 150  # four times
PIECES = [
    *(attack.encode() for attack, _words in HOSTILE.values()),
    *(b"'", b'"', b"\\", b"\\.\n", b"\n\\.\n", b";", b"\n", b"(", b")", b"--", b"/*", b"*/", b"$$"),
    *(
        b"E'",
        b"U&'",
        b"\0",
        b"\xff",
        b"\t",
        b"\\N",
        b"COMMIT;\n",
        b"BEGIN;\n",
        b"public.",
        b"::text",
    ),
    *(b"COPY public.child (id, p, t) FROM stdin;\n", b"NOT NULL", b"DEFAULT", b"CHECK ", b"now()"),
    *(
        b"public.",
        b"select",
        b"pg_catalog.",
        b"ALTER TABLE ONLY public.child ",
        b"CREATE ",
        b"FUNCTION ",
        b",",
    ),
]
Edit = tuple[float, int, bytes]
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.one_of(st.just(0), st.integers(0, 8), st.integers(0, 400)),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=3), st.just(b"")),
    ),
    min_size=1,
    max_size=4,
)


def edited(dump: bytes, edits: list[Edit]) -> bytes:
    """Each edit: where, how many bytes go, what comes instead."""
    for where, gone, piece in edits:
        at = int(where * len(dump))
        dump = dump[:at] + piece + dump[at + gone :]
    return dump


@pytest.fixture(scope="module")
def dumps(postgres: EmbeddedPostgres) -> list[bytes]:
    name = make_database(postgres)
    statements = ODD.replace(";\n", ";\0").rstrip("\0").split("\0")
    execute(postgres.url(name), *(s for s in statements if "PUBLICATION" not in s))
    ours = BEFORE_DUMP + pg_dump(postgres, postgres.url(name)) + AFTER_DUMP
    theirs = pg_dump(postgres, postgres.url(name), *KUROIBARAS)
    drop_database(postgres, name)
    return [ours, theirs]


@pytest.fixture(scope="module")
def tried(postgres: EmbeddedPostgres) -> Iterator[Tried]:
    one = Tried(postgres)
    yield one
    one.close()


class Tried:
    """Tries one dump after the other, in one database until one of them loads."""

    def __init__(self, server: EmbeddedPostgres) -> None:
        self._server = server
        self._new()
        self.loaded = self.refused = 0

    def _new(self) -> None:
        self._context = new_target(self._server)
        self._target: Target = self._context.__enter__()

    def close(self) -> None:
        self._context.__exit__(None, None, None)

    def attempt(self, dump: bytes) -> None:
        try:
            load([dump], self._target.url)
        except (ForeignObjects, DatabaseNotEmpty) as exc:
            raise AssertionError("the reader let it through") from exc
        except (Refused, Damaged) as exc:
            self.refused += bool(exc.remedy)
            return
        self.loaded += 1
        made = essence(pg_dump(self._server, self._target.url))
        self.close()
        self._new()
        self._as_psql_has_it(dump, made)

    def _as_psql_has_it(self, dump: bytes, made: list[bytes]) -> None:
        with new_target(self._server) as theirs:
            done = psql(self._server, theirs.url, staying(dump))
            if done.returncode == 0:
                assert without_skipped(made) == without_skipped(
                    essence(pg_dump(self._server, theirs.url))
                )


def staying(dump: bytes) -> bytes:
    """Without what would leave this database, which the loader says that it skips.

    What stands in rows of data is data.
    """
    leaving = re.compile(rb"(?:\\connect|(?:DROP|CREATE|ALTER) DATABASE|\\(?:un)?restrict) .*")
    kept, data = [], False
    for line in dump.split(b"\n"):
        if data:
            kept.append(line)
            data = line != b"\\."
        else:
            kept.append(leaving.sub(b"", line))
            data = kept[-1].endswith(b" FROM stdin;")
    return b"\n".join(kept)


def without_skipped(lines: list[bytes]) -> list[bytes]:
    gone = rb".*(OWNER TO|REPLICA IDENTITY|CLUSTER ON|SET STATISTICS|n_distinct|SCHEMA public"
    skipped = re.compile(gone + rb"|GRANT|REVOKE)")
    return [line for line in lines if not skipped.match(line)]


def fuzzed(tried: Tried, dumps: list[bytes], examples: int) -> None:
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(st.sampled_from(dumps), EDITS)
    def one(dump: bytes, edits: list[Edit]) -> None:
        tried.attempt(edited(dump, edits))

    one()


def test_a_changed_dump_loads_as_psql_has_it_or_is_refused(
    tried: Tried, dumps: list[bytes]
) -> None:
    for dump in dumps:
        tried.attempt(dump)
    assert tried.loaded == 2
    fuzzed(tried, dumps, 25)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_ten_minutes_of_changed_dumps(tried: Tried, dumps: list[bytes], part: int) -> None:
    loaded, refused = tried.loaded, tried.refused
    ends = time.monotonic() + SLOW_SECONDS
    while time.monotonic() < ends:
        fuzzed(tried, dumps, 100)
    loaded, refused = tried.loaded - loaded, tried.refused - refused
    print(f"\npart {part}: {loaded} loaded, {refused} refused")
    assert loaded
    assert refused
