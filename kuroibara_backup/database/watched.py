"""Runs a statement that may take long, while something else is done or asked meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from psycopg import Connection, Cursor, sql
    from psycopg.rows import TupleRow


def watched(
    connection: Connection[TupleRow],
    statement: sql.SQL | sql.Composed,
    values: Mapping[str, object] | None = None,
    *,
    meanwhile: Callable[[], None],
    every: float = 0.05,
) -> Cursor[TupleRow]:
    """Execute `statement` and call `meanwhile` again and again; if that raises, it is cancelled."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        done = pool.submit(connection.execute, statement, values)
        try:
            while wait([done], timeout=every).not_done:
                meanwhile()
        except BaseException:
            connection.cancel_safe(timeout=5)
            raise
        return done.result()
