"""A real PostgreSQL for the tests, and a private copy of Kuroibara's empty database for each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from kuroibara_backup.database.embedded import EmbeddedPostgres
from kuroibara_backup.demo.sample import Sample, make_sample, schema

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
_PREFIX = "kuroibara-postgres-"
_MANGA, _CHAPTERS = 5, 14


def _lock(file: IO[str]) -> None:
    """Hold it until it is closed or the process ends; OSError when another one does."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _memory() -> Path | None:
    """Where files cost least, if there is room: a database is hundreds of them, tests make many."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        return None
    for left in memory.glob(f"{_PREFIX}*"):
        # Memory is not given back by itself. Whoever was killed has let go of the lock.
        with suppress(OSError), (left / "lock").open() as held:
            if time.time() - left.stat().st_mtime > 60:
                _lock(held)
                shutil.rmtree(left)
    return memory if shutil.disk_usage(memory).free > 4 << 30 else None


@contextmanager
def running(programs: Path | None = None, *, on: Path | None = None) -> Iterator[EmbeddedPostgres]:
    """A server of its own, its files below `on`.

    Not below pytest's folders: those are closed to the user it runs as.
    """
    home = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=on or _memory()))
    home.chmod(0o711)
    try:
        with (home / "lock").open("w") as held:
            _lock(held)
            with EmbeddedPostgres(home / "server", fast=True, programs=programs) as server:
                yield server
    finally:
        shutil.rmtree(home)


def execute(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def rows(url: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def everything(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Each table's rows as text, sorted, and what else a dump must bring back."""
    with psycopg.connect(url) as connection:

        def ask(query: str) -> list[tuple[object, ...]]:
            return connection.execute(query.encode()).fetchall()

        names = ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        found = {str(n): ask(f'SELECT t::text FROM "{n}" t ORDER BY 1') for (n,) in names}
        found["*indexes"] = ask(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
        )
        found["*constraints"] = ask(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE contype <> 'n' AND oid >= 16384 ORDER BY 1, 2"
        )
        found["*enums"] = ask("SELECT enumlabel FROM pg_enum ORDER BY 1")
    return found


def psql(server: EmbeddedPostgres, url: str, text: bytes) -> subprocess.CompletedProcess[bytes]:
    """psql -d DATABASE < database.sql, as the documentation has it."""
    program = server.bin / "psql"
    return subprocess.run(
        [program, "-X", "-q", "-d", url], input=text, capture_output=True, check=False
    )


def make_database(
    server: EmbeddedPostgres, template: str = "template0", *, name: str | None = None
) -> str:
    """A new database, with a name of its own unless one is given; returns the name."""
    name = name or f"kuroibara_{uuid4().hex[:8]}"
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    return name


def drop_database(server: EmbeddedPostgres, name: str) -> None:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


def databases_left(url: str) -> list[str]:
    """Databases and roles that a restore made and that are still there."""
    with psycopg.connect(url) as connection:
        return [
            str(name)
            for (name,) in connection.execute(
                "SELECT datname FROM pg_database WHERE datname ~ '^kuroibara_(restore|before)_'"
                " UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ 'restore'"
            )
        ]


def forget(server: EmbeddedPostgres, *names: str) -> None:
    """Drop these databases and whatever restores left beside them: others look for just that."""
    left = databases_left(server.url())
    for database in (*names, *left):
        drop_database(server, database)
    for role in left:
        execute(server.url(), f'DROP ROLE IF EXISTS "{role}"')


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    """The embedded PostgreSQL, one for the whole run."""
    with running() as server:
        yield server


def make_template(server: EmbeddedPostgres) -> str:
    """Name of a database with Kuroibara's tables and nothing in them; copied, never changed."""
    name = make_database(server)
    execute(server.url(name), schema())
    return name


@pytest.fixture(scope="session")
def kuroibara_template(postgres: EmbeddedPostgres) -> str:
    return make_template(postgres)


@contextmanager
def private(server: EmbeddedPostgres, *template: str) -> Iterator[str]:
    """URL of a database of one's own, like the template if one is given; gone afterwards."""
    name = make_database(server, *template)
    yield server.url(name)
    drop_database(server, name)


@pytest.fixture
def database(postgres: EmbeddedPostgres, kuroibara_template: str) -> Iterator[str]:
    """URL of a private Kuroibara database with all 34 tables, empty."""
    with private(postgres, kuroibara_template) as url:
        yield url


@pytest.fixture
def empty_database(postgres: EmbeddedPostgres) -> Iterator[str]:
    """URL of a private database with nothing in it."""
    with private(postgres) as url:
        yield url


@pytest.fixture(scope="session", params=["embedded", "debian-15"])
def any_postgres(request: pytest.FixtureRequest) -> Iterator[EmbeddedPostgres]:
    """Each PostgreSQL that this machine has: the embedded one, and Debian's own 15."""
    if request.param == "embedded":
        yield request.getfixturevalue("postgres")
        return
    if not DEBIAN_15.is_dir():
        pytest.skip("Debian's PostgreSQL 15 is not installed")
    with running(DEBIAN_15) as server:
        yield server


@pytest.fixture(scope="session")
def any_template(any_postgres: EmbeddedPostgres) -> str:
    return make_template(any_postgres)


@pytest.fixture
def any_database(any_postgres: EmbeddedPostgres, any_template: str) -> Iterator[str]:
    """URL of a private Kuroibara database, empty, on each of them."""
    with private(any_postgres, any_template) as url:
        yield url


@pytest.fixture(scope="session")
def sample_template(
    postgres: EmbeddedPostgres, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Sample]:
    """A small sample library, made once; neither its files nor its database are ever changed."""
    name = make_database(postgres)
    storage = tmp_path_factory.mktemp("sample") / "storage"
    return name, make_sample(
        postgres.url(name), storage, manga=_MANGA, chapters=_CHAPTERS, bcrypt_rounds=4
    )


@pytest.fixture
def sample(sample_template: tuple[str, Sample]) -> Sample:
    """The small sample library; do not write below its `storage`, copy it."""
    return sample_template[1]


@pytest.fixture
def sample_database(
    postgres: EmbeddedPostgres, sample_template: tuple[str, Sample]
) -> Iterator[str]:
    """URL of a private copy of the small sample library's database."""
    name = make_database(postgres, sample_template[0])
    yield postgres.url(name)
    drop_database(postgres, name)


@pytest.fixture(scope="session")
def any_sample_template(
    any_postgres: EmbeddedPostgres, request: pytest.FixtureRequest
) -> tuple[str, Sample]:
    """The small sample library on each of the servers that this machine has."""
    made: tuple[str, Sample] = request.getfixturevalue("sample_template")
    if any_postgres is request.getfixturevalue("postgres"):
        return made
    name = make_database(any_postgres)
    again = make_sample(
        any_postgres.url(name),
        made[1].storage,
        manga=_MANGA,
        chapters=_CHAPTERS,
        bcrypt_rounds=4,
    )
    # In the same folder, which is shared: other numbers would put other files there.
    assert (again.files, again.rows["chapter"]) == (made[1].files, made[1].rows["chapter"])
    return name, again


@pytest.fixture
def any_sample_database(
    any_postgres: EmbeddedPostgres, any_sample_template: tuple[str, Sample]
) -> Iterator[str]:
    """URL of a private copy of the small sample library's database on each of them."""
    name = make_database(any_postgres, any_sample_template[0])
    yield any_postgres.url(name)
    drop_database(any_postgres, name)
