"""Where acts are written down, and nothing is ever changed or taken away."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.rows import dict_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act as it is kept. `id` is 0 until it is, and grows with each entry."""

    at: datetime
    via: str
    act: str
    outcome: str
    subject: str = ""
    user_id: UUID | None = None
    user_name: str | None = None
    device: str | None = None
    address: str | None = None
    code: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which entries are asked for; None: whatever it is."""

    before: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    user: str | None = None
    act: str | None = None
    outcome: str | None = None
    limit: int = 100


def append(url: str, entry: Entry) -> None:
    """Write the act down; kept for two years, whoever asks otherwise."""
    with kept(url, doing="an act was written down") as connection:
        connection.execute(
            "INSERT INTO audit (at, via, user_id, user_name, device, address, act, subject,"
            " outcome, code, details) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            (
                *(entry.at, entry.via, entry.user_id, entry.user_name, entry.device),
                *(entry.address, entry.act, entry.subject, entry.outcome, entry.code),
                json.dumps(dict(entry.details)),
            ),
        )


def entries(url: str, wanted: Wanted) -> tuple[Entry, ...]:
    """The newest that fit, newest first; `user` is a name or the text of an id."""
    conditions = {
        "before": sql.SQL("id < %(before)s"),
        "since": sql.SQL("at >= %(since)s"),
        "until": sql.SQL("at < %(until)s"),
        "user": sql.SQL("(user_name = %(user)s OR user_id::text = %(user)s)"),
        "act": sql.SQL("act = %(act)s"),
        "outcome": sql.SQL("outcome = %(outcome)s"),
    }
    values = {name: getattr(wanted, name) for name in conditions}
    if "\0" in (wanted.user or ""):  # PostgreSQL has no such letter, so nobody is called that
        return ()
    chosen = [text for name, text in conditions.items() if values[name] is not None]
    query = sql.SQL("SELECT * FROM audit WHERE {} ORDER BY id DESC LIMIT %(limit)s").format(
        sql.SQL(" AND ").join([sql.SQL("true"), *chosen])
    )
    with kept(url, doing="the audit was read") as connection:
        cursor = connection.cursor(row_factory=dict_row)
        found = cursor.execute(query, {**values, "limit": wanted.limit}).fetchall()
    return tuple(Entry(**row) for row in found)


def forget_before(url: str, at: datetime) -> int:
    """Remove what is older; refused by the database for what is younger than two years."""
    with connected(url, doing="old acts were removed from the audit") as connection:
        return connection.execute("DELETE FROM audit WHERE at < %s", (at,)).rowcount
