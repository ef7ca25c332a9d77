"""How does procrastinate's own schema come into the state database, and stay up to date?

Its package carries the whole schema for a new database, and numbered steps for one that an older
version made. We write down which steps a database has seen, as procrastinate itself does not.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from psycopg import Connection
    from psycopg.rows import TupleRow

_PACKAGE = "procrastinate"


def bring_up_to_date(connection: Connection[TupleRow]) -> bool:
    """Take one step towards the installed version's schema; False when there is none to take.

    Each step is to be committed before the next: some add a value to an enumeration, which
    PostgreSQL lets nobody use in the same transaction. The caller sees to it that one process
    does this at a time.
    """
    version = metadata.version(_PACKAGE)
    row = connection.execute("SELECT version FROM queue_version").fetchone()
    if row is not None and row[0] == version:
        return False
    steps = _steps()
    seen = {str(name) for (name,) in connection.execute("SELECT name FROM queue_step")}
    if seen - steps.keys():
        raise Refused(
            "The engine was not started: its job queue was made by a newer version of"
            f" {_PACKAGE} than {version}.",
            remedy="Install that newer version again.",
            code="state_newer",
        )
    if not seen:
        _run(connection, _whole_schema())
        connection.cursor().executemany(
            "INSERT INTO queue_step (name) VALUES (%s)", [(name,) for name in steps]
        )
    for name, path in steps.items():
        if seen and name not in seen:
            _run(connection, path.read_bytes())
            connection.execute("INSERT INTO queue_step (name) VALUES (%s)", (name,))
            return True
    connection.execute(
        "INSERT INTO queue_version (version) VALUES (%s)"
        " ON CONFLICT (single) DO UPDATE SET version = excluded.version",
        (version,),
    )
    return False


def _run(connection: Connection[TupleRow], statements: bytes) -> None:
    connection.execute(statements)


def _whole_schema() -> bytes:
    from procrastinate.schema import SchemaManager  # only a new database pays for this import

    return SchemaManager.get_schema().encode()


def _steps() -> dict[str, Path]:
    from procrastinate.schema import SchemaManager

    found = sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))
    return {path.name: path for path in found}
