"""Kuroibara's database as SQL text, streamed from pg_dump, with facts of the same moment.

One transaction is held open from beginning to end and its snapshot handed to pg_dump, so what is
counted here is what lies in the dump, however busy people are meanwhile.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from psycopg import Connection, IsolationLevel, conninfo, errors, sql

from kuroibara_backup.database.connection import connected, readable
from kuroibara_backup.database.guard import guard
from kuroibara_backup.database.tools import Command, PgDump, Version, choose, parse_version, shown
from kuroibara_backup.errors import BackupError, NoConnection, Refused

if TYPE_CHECKING:
    from psycopg.rows import TupleRow

Check = Callable[[], None]
"""Called between steps; raises `Cancelled` when the work must stop."""

NAMED_PATHS: Final = (
    ("manga", "cover_image"),
    ("manga_user_library", "download_path"),
    ("chapter", "file_path"),
    ("page", "file_path"),
    ("chapter_metadata", "organized_path"),
    ("chapter_metadata", "cbz_path"),
    ("chapter_metadata", "original_path"),
)
"""Tables and columns in which Kuroibara keeps absolute paths of its library."""

_TRAILER: Final = b"-- PostgreSQL database dump complete"
_CHUNK: Final = 1 << 18
_LOCK_WAIT: Final = 60.0
_LOCK_STEP_MS: Final = 400
# Every table is locked here first, so pg_dump waits only for somebody who waits for us: for ever.
_PG_DUMP_LOCK_WAIT_MS: Final = 3_000
_DOING: Final = "the database was backed up"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseFacts:
    """What the database was at the moment of the dump.

    `tables` maps "schema.table" to its columns and their types, in the table's order; `rows` counts
    under the same keys. `alembic_version` is None where Kuroibara made its tables itself.
    """

    server_version: str
    pg_dump_version: str
    alembic_version: str | None
    tables: Mapping[str, Mapping[str, str]]
    rows: Mapping[str, int]


class Dump:
    """A dump that is being made; only usable inside the `with` that gave it."""

    def __init__(
        self, connection: Connection[TupleRow], command: Command, facts: DatabaseFacts, check: Check
    ) -> None:
        self._connection = connection
        self._command = command
        self._check = check
        self._process: subprocess.Popen[bytes] | None = None
        self._said: deque[str] = deque(maxlen=1000)
        self.facts = facts

    @property
    def warnings(self) -> tuple[str, ...]:
        """What pg_dump said on the side, a line each; complete once the chunks are through."""
        return tuple(self._said)

    def chunks(self) -> Iterator[bytes]:
        """The SQL text in pieces, the guard first. Ends only if pg_dump says that all was written.

        Raises `Refused` or `NoConnection` with pg_dump's own words otherwise.
        """
        yield guard(self.facts.tables)
        process = self._process = subprocess.Popen(
            self._command.argv,
            env=self._command.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        pieces: queue.Queue[bytes] = queue.Queue(maxsize=16)
        listening = threading.Thread(target=self._listen, args=(process.stderr,), daemon=True)
        reading = threading.Thread(target=_read, args=(process.stdout, pieces), daemon=True)
        listening.start()
        reading.start()
        tail = b""
        try:
            while True:
                self._check()
                try:
                    piece = pieces.get(timeout=0.1)
                except queue.Empty:
                    continue
                if not piece:
                    break
                tail = (tail + piece)[-4096:]
                yield piece
            process.wait()
            listening.join()
        finally:
            self.stop()
            _drain(pieces, reading)
            listening.join()
        if process.returncode != 0:
            raise _failure(process.returncode, self.warnings)
        if _TRAILER not in tail:
            raise Refused(
                "The database was not backed up: pg_dump stopped before the end of its text.",
                remedy="Try again; if it happens again, read PostgreSQL's log.",
                code="dump_incomplete",
            )

    def named_paths(self) -> Iterator[str]:
        """Every path of the library that the database names, as it stands there.

        Web addresses are left out. Streamed: a million rows cost no memory.
        """
        for table, column in NAMED_PATHS:
            if column not in self.facts.tables.get(f"public.{table}", {}):
                continue
            query = sql.SQL(
                "SELECT {column} FROM public.{table} WHERE {column} <> ''"
                " AND {column} !~* '^https?://'"
            ).format(column=sql.Identifier(column), table=sql.Identifier(table))
            with readable(_DOING), self._connection.cursor(name="named_paths") as cursor:
                cursor.itersize = 5000
                for number, (path,) in enumerate(cursor.execute(query)):
                    if number % 1000 == 0:
                        self._check()
                    yield path

    def stop(self) -> None:
        """End pg_dump if it still runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _listen(self, stderr: IO[bytes]) -> None:
        with stderr:
            for line in stderr:
                self._said.append(line.decode("utf-8", "replace").rstrip())


@contextmanager
def dump(url: str, tools: Sequence[PgDump], *, check: Check = lambda: None) -> Iterator[Dump]:
    """Begin a dump of the database at `url` with the fitting one of `tools`.

    Nothing in the database is changed; pg_dump is gone when the block ends, however it ends.
    """
    with connected(url, doing=_DOING) as connection:
        server = parse_version(connection.info.parameter_status("server_version") or "") or (0, 0)
        tool = choose(server, tools, tls=_wants_tls(url))
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        _lift_limits(connection, server)
        snapshot = str(_value(connection, "SELECT pg_catalog.pg_export_snapshot()"))
        facts = _facts(connection, tool, check)
        running = Dump(connection, dump_command(tool, url, snapshot, os.environ), facts, check)
        try:
            yield running
        finally:
            running.stop()


def dump_command(tool: PgDump, url: str, snapshot: str, environment: Mapping[str, str]) -> Command:
    """What to run for plain SQL that goes into an empty and into an existing database."""
    parts = conninfo.conninfo_to_dict(url)
    password = parts.pop("password", None)
    env = {**environment, "LC_ALL": "C"}
    if password is not None:
        env["PGPASSWORD"] = str(password)
    argv = (
        str(tool.path),
        "--format=plain",
        "--encoding=UTF8",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        "--no-password",
        f"--lock-wait-timeout={_PG_DUMP_LOCK_WAIT_MS}",
        f"--snapshot={snapshot}",
        f"--dbname={conninfo.make_conninfo('', **parts)}",
    )
    return Command(argv=argv, env=env)


def server_version(url: str) -> str:
    """What PostgreSQL says of itself, such as 15.18; used by the checks at start."""
    with connected(url, doing="the version of PostgreSQL was asked for") as connection:
        return connection.info.parameter_status("server_version") or ""


def choose_for(url: str, tools: Sequence[PgDump]) -> PgDump:
    """The pg_dump that a backup of this database would use, or `Refused` with the remedy."""
    return choose(parse_version(server_version(url)) or (0, 0), tools, tls=_wants_tls(url))


def _lift_limits(connection: Connection[TupleRow], server: Version) -> None:
    """Limits that an operator set for the app's own short work would cut the dump off."""
    limits = {
        "statement_timeout": 0,
        "idle_in_transaction_session_timeout": 0,
        "lock_timeout": _LOCK_STEP_MS,
        **({"transaction_timeout": 0} if server >= (17, 0) else {}),
    }
    for name, value in limits.items():
        connection.execute(sql.SQL("SET LOCAL {} = {}").format(sql.Identifier(name), value))
    connection.execute("SET LOCAL row_security = off")


def _facts(connection: Connection[TupleRow], tool: PgDump, check: Check) -> DatabaseFacts:
    columns = connection.execute(
        "SELECT n.nspname, c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)"
        " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " LEFT JOIN pg_catalog.pg_attribute a"
        " ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
        " WHERE c.relkind = 'r' AND c.relpersistence <> 't'"
        " AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'"
        # Rows of an extension's tables come with the extension, not with the dump.
        " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'"
        " AND d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)"
        " ORDER BY n.nspname, c.relname, a.attnum"
    ).fetchall()
    tables: dict[str, dict[str, str]] = {}
    rows: dict[str, int] = {}
    for schema, table, column, kind in columns:
        key = f"{schema}.{table}"
        if key not in tables:
            tables[key] = {}
            rows[key] = _count(connection, sql.Identifier(schema, table), check)
        if column is not None:
            tables[key][column] = kind
    alembic = None
    if "version_num" in tables.get("public.alembic_version", {}):
        alembic = _value(connection, "SELECT version_num FROM public.alembic_version LIMIT 1")
    return DatabaseFacts(
        server_version=connection.info.parameter_status("server_version") or "",
        pg_dump_version=shown(tool.version),
        alembic_version=None if alembic is None else str(alembic),
        tables=tables,
        rows=rows,
    )


def _count(connection: Connection[TupleRow], table: sql.Identifier, check: Check) -> int:
    """The rows of one table. While another program has it locked, asks again and again."""
    query = sql.SQL("SELECT count(*) FROM ONLY {}").format(table)
    deadline = time.monotonic() + _LOCK_WAIT
    while True:
        check()
        try:
            with connection.transaction():
                return int(str(_value(connection, query)))
        except errors.LockNotAvailable:
            if time.monotonic() > deadline:
                raise


def _value(connection: Connection[TupleRow], query: str | sql.Composed) -> object:
    statement = query.encode() if isinstance(query, str) else query
    row = connection.execute(statement).fetchone()
    return None if row is None else row[0]


def _read(stdout: IO[bytes], pieces: queue.Queue[bytes]) -> None:
    with stdout:
        while piece := os.read(stdout.fileno(), _CHUNK):
            pieces.put(piece)
    pieces.put(b"")


def _drain(pieces: queue.Queue[bytes], reading: threading.Thread) -> None:
    """Let the reader, which may wait for room, run to its end."""
    while reading.is_alive():
        try:
            pieces.get(timeout=0.05)
        except queue.Empty:
            continue


def _failure(status: int, said: Sequence[str]) -> BackupError:
    complaints = [line for line in said if "error:" in line]
    words = complaints[0].partition("error:")[2].strip().rstrip(".") if complaints else ""
    if "connection to server" in words or "server closed the connection" in " ".join(said):
        return NoConnection(
            "The database was not backed up: pg_dump lost or did not get its connection.",
            remedy="Make sure that PostgreSQL runs, and try again.",
        )
    if "timeout" in words:
        return Refused(
            "The database was not backed up: another program wants to change a table just now.",
            remedy="Try again when that program is done.",
            code="database_locked",
        )
    return Refused(
        f"The database was not backed up: pg_dump said: {words}."
        if words
        else f"The database was not backed up: pg_dump ended with status {status}.",
        remedy="Read PostgreSQL's log, and run `kuroibara-backup doctor`.",
        code="dump_failed",
    )


def _wants_tls(url: str) -> bool:
    mode = conninfo.conninfo_to_dict(url).get("sslmode") or os.environ.get("PGSSLMODE", "")
    return str(mode) in {"require", "verify-ca", "verify-full"}
