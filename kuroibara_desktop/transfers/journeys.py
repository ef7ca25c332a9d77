"""Restores that were begun here, as the journal keeps them."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kuroibara_desktop.core.restores import Scope
from kuroibara_desktop.core.restoring import (
    Journey,
    JourneyId,
    JourneyState,
    RestoreFile,
    is_forgotten,
)
from kuroibara_desktop.core.stored import StoredBackup

if TYPE_CHECKING:
    from kuroibara_desktop.transfers.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A restore, and when something was last heard of it."""

    journey: Journey
    changed_at: datetime


def new_journey(
    server: str,
    source: RestoreFile | StoredBackup,
    *,
    scope: Scope = Scope.EVERYTHING,
    manga: tuple[str, ...] = (),
    safety_copy: bool = True,
) -> Journey:
    return Journey(
        id=JourneyId(uuid.uuid4().hex),
        server=server,
        source=source,
        scope=scope,
        manga=manga,
        safety_copy=safety_copy,
    )


def keep(journal: Journal, journey: Journey) -> Journey:
    """Write the row of `journey`, its first or its newest."""
    facts, source = asdict(journey), journey.source
    about = facts.pop("source")
    if isinstance(source, StoredBackup):
        facts["stored"] = about
    else:
        facts["file"] = about | {"path": str(source.path)}
    facts["scope"], facts["state"] = journey.scope.value, journey.state.value
    with journal.writing() as db:
        db.execute(
            "INSERT INTO journeys (id, server, state, facts) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET state = excluded.state, facts = excluded.facts,"
            " changed_at = CURRENT_TIMESTAMP",
            (journey.id, journey.server, journey.state.value, json.dumps(facts)),
        )
    return journey


def journeys(journal: Journal, server: str | None = None) -> list[Journey]:
    """Every restore at `server`, or at any, the newest first; rows that are not ours left out."""
    return [one.journey for one in told(journal, server)]


def told(journal: Journal, server: str | None = None) -> list[Told]:
    """The same, each with the time of its last row."""
    with journal.reading() as db:
        rows = db.execute(
            "SELECT facts, changed_at FROM journeys WHERE ? IS NULL OR server = ?"
            " ORDER BY rowid DESC",
            (server, server),
        ).fetchall()
    found = []
    for facts, changed_at in rows:
        journey = _read(facts)
        if journey is not None:
            found.append(Told(journey=journey, changed_at=_moment(changed_at)))
    return found


def to_go_on_with(journal: Journal, wanted: Journey) -> Journey | None:
    """The restore of the very same that was begun and has not come to its end."""
    for journey in journeys(journal, wanted.server):
        settled = journey.state.over or journey.state is JourneyState.RESTORED
        if _is_about(journey) == _is_about(wanted) and not settled:
            return journey
    return None


def forget_old(journal: Journal, now: datetime) -> None:
    """Let those go that nobody went on with, as `is_forgotten` has it."""
    with journal.writing() as db:
        rows = db.execute("SELECT id, state, changed_at FROM journeys").fetchall()
        for identity, state, changed_at in rows:
            try:
                known = JourneyState(state)
            except ValueError:  # of another version
                continue
            if is_forgotten(known, _moment(changed_at), now):
                db.execute("DELETE FROM journeys WHERE id = ?", (identity,))


def _is_about(journey: Journey) -> tuple[object, ...]:
    return journey.source.identity, journey.scope, sorted(journey.manga), journey.safety_copy


def _read(facts: str) -> Journey | None:
    try:
        told = json.loads(facts)
        source = _source(told)
        told["manga"] = tuple(told.get("manga", ()))
        told["scope"], told["state"] = Scope(told["scope"]), JourneyState(told["state"])
        return Journey(**told, source=source)
    except (ValueError, KeyError, TypeError):  # of another version
        return None


def _source(told: dict[str, Any]) -> RestoreFile | StoredBackup:
    """Take what the restore is from out of its row."""
    if "stored" in told:
        return StoredBackup(**told.pop("stored"))
    file = told.pop("file")
    file["path"], file["not_proved"] = Path(file["path"]), tuple(file["not_proved"])
    return RestoreFile(**file)


def _moment(written: str) -> datetime:
    """SQLite's own times are without a zone, and of UTC."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)
