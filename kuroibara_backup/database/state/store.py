"""What the engine remembers, in a database of its own beside Kuroibara's.

A restore replaces Kuroibara's database, so nothing of this may live there.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from psycopg import Connection, errors, sql
from psycopg.rows import TupleRow, dict_row

from kuroibara_backup.database.connection import beside, connected, database_name
from kuroibara_backup.database.state.queue import bring_up_to_date
from kuroibara_backup.errors import NoConnection, Refused
from kuroibara_backup.places.origin import Origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

STATE_DATABASE: Final = "kuroibara_backup"
_LOCK: Final = 0x6B75726F  # any number, the same in every version
_MIGRATIONS: Final = "kuroibara_backup.database.state.migrations"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRow:
    """What is known of one backup file; true only while size, mtime and inode are the file's."""

    origin: Origin
    filename: str
    size: int
    mtime_ns: int
    inode: int
    created_at: datetime
    backup_id: UUID | None = None
    sha256: str | None = None
    metadata: Mapping[str, Any] | None = None
    kinds: tuple[str, ...] = ()
    verified_at: datetime | None = None
    damaged: bool = False
    suspect: bool = False
    pinned: bool = False
    note: str = ""
    leased_until: datetime | None = None
    proved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The state database, ready for use. Every call is one transaction."""

    url: str = field(repr=False)
    instance_id: UUID
    signing_key: bytes = field(repr=False)

    def archives(self) -> tuple[ArchiveRow, ...]:
        """Every catalogued file, newest first."""
        return self._archives(sql.SQL("true"), {})

    def archive(self, origin: Origin, filename: str) -> ArchiveRow | None:
        found = self._archives(
            sql.SQL("origin = %(origin)s AND filename = %(filename)s"),
            {"origin": origin.value, "filename": filename},
        )
        return found[0] if found else None

    def remember(self, row: ArchiveRow) -> None:
        """Write all that is known of one file, in place of what was known before."""
        values = {
            **{name: getattr(row, name) for name in _COLUMNS},
            "origin": row.origin.value,
            "kinds": list(row.kinds),
            # json.dumps leaves no letter unescaped that PostgreSQL could not hold.
            "metadata": None if row.metadata is None else json.dumps(dict(row.metadata)),
        }
        query = sql.SQL(
            "INSERT INTO archive ({columns}) VALUES ({values})"
            " ON CONFLICT (origin, filename) DO UPDATE SET ({columns}) = ROW ({new})"
        ).format(
            columns=_column_list(),
            values=sql.SQL(", ").join(map(sql.Placeholder, _COLUMNS)),
            new=sql.SQL(", ").join(
                sql.SQL("excluded.{}").format(sql.Identifier(c)) for c in _COLUMNS
            ),
        )
        with connected(self.url, doing="a backup was catalogued") as connection:
            connection.execute(query, values)

    def amend(self, origin: Origin, filename: str, **changes: object) -> ArchiveRow | None:
        """Change these columns of one row and no others; None when there is no such row."""
        query = sql.SQL(
            "UPDATE archive SET {changes} WHERE origin = %(_o)s AND filename = %(_f)s"
            " RETURNING {columns}"
        ).format(
            changes=sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
                for name in changes
            ),
            columns=_column_list(),
        )
        values = {**changes, "_o": origin.value, "_f": filename}
        with connected(self.url, doing="the catalogue was changed") as connection:
            found = connection.cursor(row_factory=dict_row).execute(query, values).fetchone()
        return None if found is None else _row(found)

    def forget(self, origin: Origin, filename: str) -> None:
        """Drop the file from the catalogue; nothing happens when it is not in it."""
        with connected(self.url, doing="a backup was taken off the catalogue") as connection:
            connection.execute(
                "DELETE FROM archive WHERE origin = %s AND filename = %s", (origin.value, filename)
            )

    def _archives(self, condition: sql.SQL, values: Mapping[str, object]) -> tuple[ArchiveRow, ...]:
        query = sql.SQL(
            "SELECT {} FROM archive WHERE {} ORDER BY created_at DESC, filename DESC"
        ).format(_column_list(), condition)
        with connected(self.url, doing="the catalogue was read") as connection:
            rows = connection.cursor(row_factory=dict_row).execute(query, values).fetchall()
        return tuple(_row(found) for found in rows)


_COLUMNS: Final = tuple(ArchiveRow.__slots__)


def open_state(kuroibara_url: str, state_url: str | None = None) -> State:
    """The state database at `state_url`, else `kuroibara_backup` on Kuroibara's server.

    It is created when missing and brought up to date; any number of processes may do so at once.
    """
    url = state_url or beside(kuroibara_url, STATE_DATABASE)
    maintenance = kuroibara_url if state_url is None else beside(state_url, "postgres")
    try:
        return _migrated(url)
    except NoConnection:
        # Only the server knows, in words that no translation changes, whether it is missing.
        # If it is there, another process may have made it just now: that is tried once more.
        if not _exists(maintenance, database_name(url)):
            _create(maintenance, database_name(url))
    return _migrated(url)


def _exists(maintenance: str, name: str) -> bool:
    with connected(maintenance, doing="the engine's database was looked for") as connection:
        query = "SELECT 1 FROM pg_catalog.pg_database WHERE datname = %s"
        return connection.execute(query, (name,)).fetchone() is not None


def _create(maintenance: str, name: str) -> None:
    database = sql.Identifier(name)
    with connected(
        maintenance, doing="the engine's database was created", autocommit=True
    ) as connection:
        try:
            connection.execute(
                sql.SQL(
                    "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'"
                    " LC_COLLATE 'C' LC_CTYPE 'C'"
                ).format(database)
            )
            # It holds the key that signs tokens: no other role has business there.
            connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        except (errors.DuplicateDatabase, errors.UniqueViolation):
            return  # another process was faster
        except errors.InsufficientPrivilege as exc:
            role = connection.info.user
            raise Refused(
                f"The engine's own database {name} was not created: "
                f"the role {role} may not create databases.",
                remedy=f'Let an administrator of PostgreSQL run: CREATE DATABASE "{name}" '
                f'OWNER "{role}"; or set BACKUP_STATE_URL.',
                code="database_rights",
            ) from exc


def _migrated(url: str) -> State:
    with connected(url, doing="the engine's database was prepared") as connection:
        while _migrate(connection):
            connection.commit()
        connection.execute(
            "INSERT INTO engine (instance_id, signing_key) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (uuid4(), secrets.token_bytes(32)),
        )
        row = connection.execute("SELECT instance_id, signing_key FROM engine").fetchone()
    if row is None:
        raise Refused("The engine's own database lost its identity.", remedy="Start again.")
    return State(url=url, instance_id=row[0], signing_key=bytes(row[1]))


def _migrate(connection: Connection[TupleRow]) -> bool:
    """Run the steps that this database has not seen, all or none; True when more are to follow."""
    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    if connection.execute("SELECT to_regclass('public.manga')").fetchone() != (None,):
        raise Refused(
            "The engine was not started: its own database would be Kuroibara's, which a restore"
            " replaces with all that the engine knows.",
            remedy="Let BACKUP_STATE_URL name another database, or leave it out.",
            code="state_in_kuroibara",
        )
    connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_step"
        " (number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())"
    )
    seen = {int(row[0]) for row in connection.execute("SELECT number FROM schema_step")}
    steps = _steps()
    if seen - steps.keys():
        raise Refused(
            "The engine was not started: its own database was made by a newer version of it.",
            remedy="Install that newer version again.",
            code="state_newer",
        )
    for number, statements in steps.items():
        if number not in seen:
            connection.execute(statements)
            connection.execute("INSERT INTO schema_step (number) VALUES (%s)", (number,))
    return bring_up_to_date(connection)


def _steps() -> dict[int, bytes]:
    """The SQL files by the number that their names begin with, in order."""
    files = [f for f in resources.files(_MIGRATIONS).iterdir() if f.name.endswith(".sql")]
    ordered = sorted(files, key=lambda file: file.name)
    return {int(file.name.partition("_")[0]): file.read_bytes() for file in ordered}


def _column_list() -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, _COLUMNS))


def _row(found: Mapping[str, Any]) -> ArchiveRow:
    own_types = {
        "origin": Origin(found["origin"]),
        "kinds": tuple(found["kinds"]),
        "inode": int(found["inode"]),
    }
    return ArchiveRow(**{**found, **own_types})
