"""How are one statement and the rows of one table given to PostgreSQL?

The border to libpq: a statement goes alone, by the extended protocol, in which the server itself
refuses a second one; the work can be stopped while the server is busy; and what the server says
becomes an error without the rows that it likes to quote.
"""

from __future__ import annotations

import re
import select
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import errors, pq

from kuroibara_backup.database.load.refusals import NOTHING, DumpRefused, damaged, refused, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from psycopg import Connection, Copy
    from psycopg.pq.abc import PGresult
    from psycopg.rows import TupleRow

    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.errors import BackupError

_TICK: Final = 0.05
_STOP_SECONDS: Final = 5.0
_NOT_THE_DUMPS: Final = frozenset({"08", "40", "53", "57", "58"})
"""Classes of errors about the connection, the server's resources and its operator."""
_DONE: Final = frozenset({pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK})
_SETTINGS: Final = {
    "client_encoding": "UTF8",
    "standard_conforming_strings": "on",
    "search_path": "",
    "client_min_messages": "warning",
    "row_security": "off",
    "xmloption": "content",
    "DateStyle": "ISO",
    "IntervalStyle": "postgres",
    "default_tablespace": "",
    "default_table_access_method": "heap",
    "statement_timeout": "0",
    "lock_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
}


class Session:
    """One transaction on the new database, with the settings that pg_dump's text is written for."""

    def __init__(self, connection: Connection[TupleRow], check: Check) -> None:
        self._connection = connection
        self._check = check
        settings = dict(_SETTINGS)
        if connection.info.server_version >= 170000:
            settings["transaction_timeout"] = "0"
        for name, value in settings.items():
            connection.execute("SELECT pg_catalog.set_config(%s, %s, true)", (name, value))

    def run(self, statement: bytes, *, kind: str, line: int) -> None:
        """Run one statement. `kind` and `line` are for the error."""
        with _understood(kind, line):
            result = self._answer(statement)
            if result is not None and result.status not in _DONE:
                raise errors.error_from_result(result, encoding="utf-8")
        if self._connection.pgconn.transaction_status != pq.TransactionStatus.INTRANS:
            raise refused(f"{kind} that ends the transaction", line)

    @contextmanager
    def rows(
        self, statement: bytes, *, table: str, line: int, taken: Callable[[int], None]
    ) -> Iterator[Copy]:
        """Take the rows of one COPY statement; `taken` is told how many the server counted."""
        with _understood(f"the rows of {shown(table)}", line, table=table):
            with self._connection.cursor() as cursor:
                with cursor.copy(statement) as copy:
                    yield copy
                taken(cursor.rowcount)

    def _answer(self, statement: bytes) -> PGresult | None:
        connection = self._connection.pgconn
        connection.send_query_params(statement, None)
        try:
            while connection.flush():
                self._wait(writing=True)
            result = None
            while True:
                while connection.is_busy():
                    self._wait()
                    connection.consume_input()
                following = connection.get_result()
                if following is None:
                    return result
                result = following
        except BaseException:
            self._stop()
            raise

    def _stop(self) -> None:
        """Have the server give up the statement in hand, or it goes on for nobody."""
        connection = self._connection.pgconn
        with suppress(psycopg.Error):
            self._connection.cancel_safe(timeout=_STOP_SECONDS)
            deadline = time.monotonic() + _STOP_SECONDS
            while connection.is_busy() and time.monotonic() < deadline:
                select.select([connection.socket], [], [], _TICK)
                connection.consume_input()
            while not connection.is_busy() and connection.get_result() is not None:
                pass

    def _wait(self, *, writing: bool = False) -> None:
        self._check()
        socket = [self._connection.pgconn.socket]
        select.select(socket, socket if writing else [], [], _TICK)


@contextmanager
def _understood(kind: str, line: int, *, table: str = "") -> Iterator[None]:
    """Turn what the server has against the dump into an error; all else goes on as it is."""
    try:
        yield
    except psycopg.DatabaseError as exc:
        if exc.sqlstate is None or exc.sqlstate[:2] in _NOT_THE_DUMPS:
            raise
        if isinstance(exc, errors.InsufficientPrivilege):
            raise
        # `from None`: PostgreSQL quotes rows in its message, and logs show the cause.
        raise _about(exc, kind, line, table) from None


def _about(exc: psycopg.DatabaseError, kind: str, line: int, table: str) -> BackupError:
    at = line + _row(exc, table)
    if isinstance(exc, errors.ProgramLimitExceeded):
        return damaged(f"{kind} has something too large for PostgreSQL", at)
    if isinstance(exc, errors.DataError | errors.IntegrityError):
        return damaged(_why(exc, kind), at)
    return DumpRefused(
        f"The dump was not loaded: PostgreSQL did not accept {kind} at line {at:,}"
        f" (SQLSTATE {exc.sqlstate}). {NOTHING}",
        line=at,
        remedy="If the backup was made with a newer PostgreSQL than this server's, update the"
        " server first. Else use another backup.",
    )


def _why(exc: psycopg.Error, kind: str) -> str:
    if isinstance(exc, errors.ForeignKeyViolation):
        return "rows refer to others that are missing"
    if isinstance(exc, errors.UniqueViolation):
        return "rows are there twice that may be there once only"
    if isinstance(exc, errors.IntegrityError):
        return f"{kind} and a rule of the table contradict each other"
    return f"{kind} cannot be read (SQLSTATE {exc.sqlstate})"


def _row(exc: psycopg.Error, table: str) -> int:
    """How many lines after its COPY statement a row stands, as far as PostgreSQL says it."""
    head = f"COPY {table.partition('.')[2]}, "
    context = exc.diag.context or ""
    found = re.match(r"\D{0,40}(\d{1,18})", context.removeprefix(head))
    return int(found[1]) if table and found and context.startswith(head) else 0
