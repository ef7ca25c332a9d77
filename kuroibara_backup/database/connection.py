"""The border to psycopg: connections, and its failures as errors with a sentence."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
from psycopg import Connection, conninfo, errors

from kuroibara_backup.errors import NoConnection, NotEnoughSpace, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg.rows import TupleRow

APPLICATION = "kuroibara-backup"
_SETTINGS_REMEDY = "Check DATABASE_URL or the DB_ settings, then run `kuroibara-backup doctor`."


@contextmanager
def connected(
    url: str, *, doing: str, autocommit: bool = False, timeout: int = 10
) -> Iterator[Connection[TupleRow]]:
    """A connection for one piece of work: committed when the block ends, else rolled back.

    `doing` completes "… while …" in what the user reads. A connection is never kept for the next
    call, so a PostgreSQL that was restarted in between is not noticed.
    """
    with readable(doing):
        with psycopg.connect(
            url, autocommit=autocommit, connect_timeout=timeout, application_name=APPLICATION
        ) as connection:
            yield connection


@contextmanager
def readable(doing: str) -> Iterator[None]:
    """Turn psycopg's failures into ours, whatever language the server speaks."""
    try:
        yield
    except errors.InsufficientPrivilege as exc:
        raise Refused(
            f"PostgreSQL did not allow the database role something while {doing}.",
            remedy="Use the role that owns Kuroibara's database, or give this one its rights.",
            code="database_rights",
        ) from exc
    except (errors.UndefinedTable, errors.UndefinedColumn, errors.InvalidSchemaName) as exc:
        raise Refused(
            f"The database does not look like Kuroibara's, or like the engine's own: a table was"
            f" missing while {doing}.",
            remedy="Check that DB_DATABASE or DATABASE_URL names Kuroibara's own database, and"
            " BACKUP_STATE_URL, where it is set, the engine's.",
            code="not_kuroibara",
        ) from exc
    except errors.DiskFull as exc:
        raise NotEnoughSpace(
            f"The disk of PostgreSQL was full while {doing}.", needed=0, free=0
        ) from exc
    except errors.LockNotAvailable as exc:
        raise Refused(
            f"A table stayed locked by another program while {doing}.",
            remedy="Wait until that program is done, and try again.",
            code="database_locked",
        ) from exc
    except (psycopg.OperationalError, psycopg.InterfaceError) as exc:
        raise _no_connection(exc, doing) from exc


def beside(url: str, database: str) -> str:
    """The address of another database on the same server, for the same role."""
    return conninfo.make_conninfo(url, dbname=database)


def database_name(url: str) -> str:
    found = conninfo.conninfo_to_dict(url)
    return str(found.get("dbname") or found.get("user") or "")


def _no_connection(exc: psycopg.Error, doing: str) -> NoConnection:
    """libpq gives no error codes for failed connections, so its usual words are looked for."""
    said = str(exc).lower()
    if any(word in said for word in ("password authentication", "no password", "pg_hba.conf")):
        return NoConnection(
            f"PostgreSQL refused the sign-in while {doing}.",
            remedy=f"The role or its password is not right. {_SETTINGS_REMEDY}",
            code="database_sign_in",
        )
    if "does not exist" in said and "database" in said:
        return NoConnection(
            f"PostgreSQL has no database of that name; it was asked for while {doing}.",
            remedy=_SETTINGS_REMEDY,
            code="database_missing",
        )
    if any(word in said for word in ("starting up", "shutting down", "recovery mode")):
        return NoConnection(
            f"PostgreSQL was just starting or stopping while {doing}.",
            remedy="Try again in a minute.",
        )
    if "too many" in said or "remaining connection slots" in said:
        return NoConnection(
            f"PostgreSQL had no connection left while {doing}.",
            remedy="Try again, or raise max_connections.",
        )
    if "invalid response to ssl" in said or "expected authentication request" in said:
        return NoConnection(
            f"What answered is no PostgreSQL; it was asked while {doing}.",
            remedy=f"Host and port lead to something else. {_SETTINGS_REMEDY}",
        )
    if "ssl" in said or "certificate" in said:
        return NoConnection(
            f"The encrypted connection to PostgreSQL failed while {doing}.",
            remedy=f"Check sslmode and the certificates. {_SETTINGS_REMEDY}",
        )
    if getattr(exc, "sqlstate", None) is not None or "closed" in said:
        return NoConnection(
            f"The connection to PostgreSQL was lost while {doing}.", remedy="Try again."
        )
    return NoConnection(
        f"PostgreSQL could not be reached while {doing}.",
        remedy=f"Make sure that it runs. {_SETTINGS_REMEDY}",
    )
