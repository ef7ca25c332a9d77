"""Schedules, their slots and the runs that serve them, as rows that all processes share."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from psycopg import sql
from psycopg.rows import dict_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from psycopg import Connection
    from psycopg.rows import TupleRow

REMEMBERED: Final = "400 days"
_STUCK: Final = "30s"


class RunState(Enum):
    """Where a run stands; `NEXT` holds the legal moves."""

    WAITING = "waiting"
    SUBMITTED = "submitted"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


NEXT: Final[Mapping[RunState, frozenset[RunState]]] = {
    RunState.WAITING: frozenset({RunState.SUBMITTED}),
    # Back to waiting is the way of a failed attempt that is tried again.
    RunState.SUBMITTED: frozenset(
        {RunState.WAITING, RunState.SUCCEEDED, RunState.FAILED, RunState.CANCELLED}
    ),
    RunState.SUCCEEDED: frozenset(),
    RunState.FAILED: frozenset(),
    RunState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleRow:
    """One schedule. `cron` to `include_storage` are the environment's; `edits` win over them."""

    name: str
    cron: str
    zone: str
    enabled: bool
    include_storage: bool
    edits: Mapping[str, Any]
    slot: datetime | None
    next_due: datetime | None
    last_attempt: datetime | None
    last_success: datetime | None
    last_error: Mapping[str, str] | None
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run: a backup that one or several schedules are due for."""

    id: UUID
    schedules: tuple[str, ...]
    kinds: tuple[str, ...]
    include_storage: bool
    state: RunState
    attempt: int
    submit_after: datetime
    job_id: UUID | None
    taken_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How an attempt ended; `again_at` is None when it is not tried again."""

    state: RunState
    at: datetime
    again_at: datetime | None = None
    filename: str | None = None
    error: Mapping[str, str] | None = None


class Held:
    """All schedules, in the hands of one process for one transaction."""

    def __init__(self, connection: Connection[TupleRow]) -> None:
        self._connection = connection

    def schedules(self) -> tuple[ScheduleRow, ...]:
        _lock(self._connection, None)
        return _schedules(self._connection)

    def served(self, schedule: str, slot: datetime) -> bool:
        """Tell whether this slot has its run already."""
        query = "SELECT 1 FROM slot WHERE schedule = %s AND due = %s"
        return self._connection.execute(query, (schedule, slot)).fetchone() is not None

    def waits_for(self, schedule: str, slot: datetime | None, due: datetime | None) -> None:
        self._connection.execute(
            "UPDATE schedule SET slot = %s, next_due = %s WHERE name = %s", (slot, due, schedule)
        )

    def set_defaults(self, schedule: str, *, replace: bool, **values: object) -> None:
        """Note what the environment says; without `replace` only where nothing is noted yet."""
        values["name"] = schedule
        self._connection.execute(
            "INSERT INTO schedule (name, cron, zone, enabled, include_storage)"
            " VALUES (%(name)s, %(cron)s, %(zone)s, %(enabled)s, %(include_storage)s)"
            " ON CONFLICT (name) DO NOTHING",
            values,
        )
        if replace:
            self._connection.execute(
                "UPDATE schedule SET cron = %(cron)s, zone = %(zone)s, enabled = %(enabled)s,"
                " include_storage = %(include_storage)s WHERE name = %(name)s",
                values,
            )

    def set_edits(self, schedule: str, edits: Mapping[str, Any]) -> None:
        self._connection.execute(
            "UPDATE schedule SET edits = %s WHERE name = %s", (json.dumps(dict(edits)), schedule)
        )

    def take(
        self,
        slots: Mapping[str, datetime],
        *,
        kinds: Iterable[str],
        include_storage: bool,
        now: datetime,
    ) -> UUID | None:
        """Give these slots one run; None when one that has not ended yet serves them, too."""
        going = self._going(tuple(slots))
        run = going or uuid4()
        if going is None:
            self._connection.execute(
                "INSERT INTO run (id, kinds, include_storage, submit_after, taken_at)"
                " VALUES (%s, %s, %s, %s, %s)",
                (run, list(kinds), include_storage, now, now),
            )
        for schedule, slot in slots.items():
            self._connection.execute(
                "INSERT INTO slot (schedule, due, run) VALUES (%s, %s, %s)", (schedule, slot, run)
            )
        return run if going is None else None

    def forget_old(self, now: datetime) -> None:
        self._connection.execute(
            "DELETE FROM run WHERE ended_at < %s::timestamptz - %s::interval", (now, REMEMBERED)
        )

    def _going(self, schedules: tuple[str, ...]) -> UUID | None:
        row = self._connection.execute(
            "SELECT run.id FROM run JOIN slot ON slot.run = run.id WHERE schedule = ANY(%s)"
            " AND state IN ('waiting', 'submitted') ORDER BY taken_at LIMIT 1",
            (list(schedules),),
        ).fetchone()
        return None if row is None else row[0]


@contextmanager
def ticking(url: str, now: datetime) -> Iterator[Held | None]:
    """Look at the schedules alone, in one transaction; None while another process does.

    A process that is stopped in the middle of it loses its turn after half a minute.
    """
    with connected(url, doing="the schedules were looked at") as connection:
        connection.execute(
            "SELECT set_config('idle_in_transaction_session_timeout', %s, true)", (_STUCK,)
        )
        row = connection.execute("SELECT 1 FROM scheduler FOR UPDATE SKIP LOCKED").fetchone()
        if row is None:
            yield None
            return
        connection.execute("UPDATE scheduler SET ticked_at = %s", (now,))
        yield Held(connection)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A run that is to be submitted, held so that no other process submits it."""

    run: RunRow
    connection: Connection[TupleRow]

    def submitted(self, job_id: UUID, now: datetime) -> None:
        # A job that began at once has written more than this already.
        self.connection.execute(
            "UPDATE run SET state = 'submitted', job_id = coalesce(begun_by, %s) WHERE id = %s",
            (job_id, self.run.id),
        )
        _lock(self.connection, self.run.schedules)
        self.connection.execute(
            "UPDATE schedule SET last_attempt = %s WHERE name = ANY(%s)",
            (now, list(self.run.schedules)),
        )


@contextmanager
def waiting(url: str, run_id: UUID) -> Iterator[Waiting | None]:
    """Hold this run for submitting it; None when another process does, or has done it."""
    with connected(url, doing="a scheduled backup was begun") as connection:
        connection.execute(
            "SELECT set_config('idle_in_transaction_session_timeout', %s, true)", (_STUCK,)
        )
        row = connection.execute(
            # Not FOR UPDATE: a slot that refers to this run may come meanwhile.
            "SELECT 1 FROM run WHERE id = %s AND state = 'waiting' FOR NO KEY UPDATE SKIP LOCKED",
            (run_id,),
        ).fetchone()
        if row is None:
            yield None
            return
        (run,) = _runs(connection, sql.SQL("run.id = {}").format(run_id))
        yield Waiting(run=run, connection=connection)


def begins(url: str, run_id: UUID, attempt: int, job_id: UUID) -> bool:
    """Let this job, and no other, make the backup of this attempt; again as often as it asks.

    A process that was killed right after it had submitted a job leaves two of them.
    """
    with connected(url, doing="a scheduled backup was begun") as connection:
        done = connection.execute(
            "UPDATE run SET begun_by = %(job)s, job_id = %(job)s, state = 'submitted'"
            " WHERE id = %(run)s AND attempt = %(attempt)s AND state IN ('waiting', 'submitted')"
            " AND (begun_by IS NULL OR begun_by = %(job)s)",
            {"job": job_id, "run": run_id, "attempt": attempt},
        )
    return done.rowcount == 1


def unfinished(url: str) -> tuple[RunRow, ...]:
    """Every run that has not ended, the oldest first."""
    with kept(url, doing="the scheduled backups were looked up") as connection:
        return _runs(connection, sql.SQL("run.state IN ('waiting', 'submitted')"))


def settle(url: str, run: RunRow, how: Settled) -> bool:
    """Write down how the attempt ended; False when that was done already, and nothing changes."""
    error = None if how.error is None else json.dumps(dict(how.error))
    again = how.again_at is not None
    with connected(url, doing="the end of a scheduled backup was written down") as connection:
        done = connection.execute(
            "UPDATE run SET state = %(state)s, ended_at = %(ended)s, error = %(error)s,"
            " filename = %(filename)s, attempt = attempt + %(again)s,"
            " submit_after = coalesce(%(again_at)s, submit_after),"
            " job_id = CASE WHEN %(again)s = 1 THEN NULL ELSE job_id END,"
            " begun_by = CASE WHEN %(again)s = 1 THEN NULL ELSE begun_by END"
            " WHERE id = %(id)s AND state = 'submitted' AND attempt = %(attempt)s"
            " AND job_id = %(job)s",
            {
                "state": how.state.value,
                "ended": None if again else how.at,
                "error": error,
                "filename": how.filename,
                "again": int(again),
                "again_at": how.again_at,
                "id": run.id,
                "attempt": run.attempt,
                "job": run.job_id,
            },
        )
        if done.rowcount == 0:
            return False
        names = list(run.schedules)
        _lock(connection, names)
        if how.state is RunState.SUCCEEDED:
            connection.execute(
                "UPDATE schedule SET last_success = %s, last_error = NULL, failures = 0"
                " WHERE name = ANY(%s)",
                (how.at, names),
            )
        elif error is not None:
            connection.execute(
                "UPDATE schedule SET last_error = %s, failures = failures + %s"
                " WHERE name = ANY(%s)",
                (error, int(how.state is RunState.FAILED), names),
            )
    return True


@contextmanager
def editing(url: str) -> Iterator[Held]:
    """Change schedules in one transaction, after whoever looks at them has finished."""
    with connected(url, doing="the schedules were changed") as connection:
        connection.execute("SELECT 1 FROM scheduler FOR UPDATE")
        yield Held(connection)


def schedules(url: str) -> tuple[ScheduleRow, ...]:
    with kept(url, doing="the schedules were looked up") as connection:
        return _schedules(connection)


def ticked_at(url: str) -> datetime | None:
    """Return when a process last looked at the schedules; None when none ever did."""
    with kept(url, doing="the scheduler was looked for") as connection:
        row = connection.execute("SELECT ticked_at FROM scheduler").fetchone()
    return None if row is None else row[0]


def _lock(connection: Connection[TupleRow], names: Iterable[str] | None) -> None:
    """Hold these schedules; always in one order, so that no two wait for each other."""
    connection.execute(
        "SELECT 1 FROM schedule WHERE %(names)s::text[] IS NULL OR name = ANY(%(names)s)"
        " ORDER BY name FOR NO KEY UPDATE",
        {"names": None if names is None else list(names)},
    )


def _schedules(connection: Connection[TupleRow]) -> tuple[ScheduleRow, ...]:
    found = connection.cursor(row_factory=dict_row).execute(
        "SELECT name, cron, zone, enabled, include_storage, edits, slot, next_due,"
        " last_attempt, last_success, last_error, failures FROM schedule ORDER BY name"
    )
    return tuple(ScheduleRow(**row) for row in found)


def _runs(connection: Connection[TupleRow], condition: sql.Composable) -> tuple[RunRow, ...]:
    query = sql.SQL(
        "SELECT run.id, array_agg(DISTINCT slot.schedule) AS schedules, kinds, include_storage,"
        " state, attempt, submit_after, job_id, taken_at"
        " FROM run JOIN slot ON slot.run = run.id WHERE {} GROUP BY run.id ORDER BY taken_at"
    ).format(condition)
    found = connection.cursor(row_factory=dict_row).execute(query)
    return tuple(
        RunRow(
            **{
                **row,
                "state": RunState(row["state"]),
                "schedules": tuple(row["schedules"]),
                "kinds": tuple(row["kinds"]),
            }
        )
        for row in found
    )
