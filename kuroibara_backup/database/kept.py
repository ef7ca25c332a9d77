"""Connections that are used again, for the short look-ups that every request begins with.

A new connection costs PostgreSQL a process and both sides a SCRAM exchange: tens of milliseconds on
a busy machine. One that has been idle for ten seconds is closed, so nobody finds the database in
use for no reason; one that PostgreSQL has closed meanwhile is noticed before it is used.
"""

from __future__ import annotations

import atexit
import select
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from psycopg import Connection, connect

from kuroibara_backup.database.connection import APPLICATION, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg.rows import TupleRow

_IDLE_FOR: Final = 10.0
_MOST: Final = 4

_guard = threading.Lock()
_idle: defaultdict[str, list[tuple[float, Connection[TupleRow]]]] = defaultdict(list)
_sweeper: threading.Timer | None = None


@contextmanager
def kept(url: str, *, doing: str) -> Iterator[Connection[TupleRow]]:
    """A connection for one look-up, in no transaction; `doing` as in `connected`."""
    with readable(doing):
        connection = _taken(url) or connect(
            url, autocommit=True, connect_timeout=10, application_name=APPLICATION
        )
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        _give_back(url, connection)


def close_kept(url: str) -> None:
    """Close what is idle at `url`, at once."""
    with _guard:
        idle = _idle.pop(url, [])
    for _since, connection in idle:
        connection.close()


@atexit.register
def _close_all() -> None:
    for url in list(_idle):
        close_kept(url)


def _taken(url: str) -> Connection[TupleRow] | None:
    while True:
        with _guard:
            if not _idle[url]:
                return None
            _since, connection = _idle[url].pop()
        # The server says nothing unasked, except that it is going away.
        if not connection.closed and not _speaks(connection):
            return connection
        connection.close()


def _speaks(connection: Connection[TupleRow]) -> bool:
    poll = select.poll() if hasattr(select, "poll") else None
    if poll is None:
        return bool(select.select([connection.fileno()], [], [], 0)[0])
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def _give_back(url: str, connection: Connection[TupleRow]) -> None:
    global _sweeper  # one timer for all, as the connections are
    with _guard:
        if len(_idle[url]) < _MOST:
            _idle[url].append((time.monotonic(), connection))
            if _sweeper is None:
                _sweeper = _later()
            return
    connection.close()


def _later() -> threading.Timer:
    timer = threading.Timer(_IDLE_FOR, _sweep)
    timer.daemon = True
    timer.start()
    return timer


def _sweep() -> None:
    global _sweeper
    until = time.monotonic() - _IDLE_FOR
    with _guard:
        old = [one for idle in _idle.values() for one in idle if one[0] <= until]
        for url in list(_idle):
            _idle[url] = [one for one in _idle[url] if one[0] > until]
            if not _idle[url]:
                del _idle[url]
        _sweeper = _later() if _idle else None
    for _since, connection in old:
        connection.close()
