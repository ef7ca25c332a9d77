"""What is written down of each restore, so that whoever comes after a crash can end it."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from psycopg import Connection, connect, errors, sql
from psycopg.rows import TupleRow, dict_row

from kuroibara_backup.database.connection import APPLICATION, connected, readable
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID


class Phase(Enum):
    """Where a restore stands; `NEXT` holds the legal moves.

    Of *swapping*, *undoing*, *returning* and *repeating*, database and library may each be on
    either side: `aims_at_new` says to which side they are being brought.
    """

    PLANNED = "planned"
    WAITING = "waiting"
    PREPARING = "preparing"
    SWAPPING = "swapping"
    UNDOING = "undoing"
    RESTORED = "restored"
    RETURNING = "returning"
    ROLLED_BACK = "rolled_back"
    REPEATING = "repeating"
    UNCHANGED = "unchanged"
    OVER = "over"

    @property
    def half_way(self) -> bool:
        """True while database and library may not be of one side."""
        return self in (Phase.SWAPPING, Phase.UNDOING, Phase.RETURNING, Phase.REPEATING)

    @property
    def at_work(self) -> bool:
        return self is Phase.PREPARING or self.half_way

    @property
    def aims_at_new(self) -> bool:
        return self in (Phase.SWAPPING, Phase.REPEATING)


NEXT: Final[Mapping[Phase, frozenset[Phase]]] = {
    Phase.PLANNED: frozenset({Phase.WAITING, Phase.OVER}),
    # Back to a plan where it could not be queued.
    Phase.WAITING: frozenset({Phase.PREPARING, Phase.UNCHANGED, Phase.PLANNED}),
    Phase.PREPARING: frozenset({Phase.SWAPPING, Phase.UNCHANGED}),
    Phase.SWAPPING: frozenset({Phase.RESTORED, Phase.UNDOING}),
    Phase.UNDOING: frozenset({Phase.UNCHANGED}),
    Phase.RESTORED: frozenset({Phase.RETURNING, Phase.OVER}),
    Phase.RETURNING: frozenset({Phase.ROLLED_BACK, Phase.REPEATING}),
    Phase.ROLLED_BACK: frozenset({Phase.REPEATING, Phase.OVER}),
    Phase.REPEATING: frozenset({Phase.RESTORED, Phase.RETURNING}),
    Phase.UNCHANGED: frozenset(),
    Phase.OVER: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreRow:
    """One restore. `plan` is what was agreed on, `facts` what its steps found out since."""

    id: UUID
    phase: Phase
    plan: Mapping[str, Any] = field(repr=False)
    planned_at: datetime
    requested_by: UUID | None = None
    ticket_sha256: bytes | None = field(default=None, repr=False)
    confirmed_at: datetime | None = None
    settled_at: datetime | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    error: Mapping[str, Any] | None = None


_COLUMNS: Final = tuple(RestoreRow.__slots__)
_LOCK: Final = 0x72737472  # any number, the same in every version
_GLANCE: Final = 0.1
_DOING: Final = "the restore's journal was read or written"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreJournal:
    """The restores in the state database; every call is one transaction."""

    url: str = field(repr=False)

    @contextmanager
    def at_work(self, *, wait: bool, check: Callable[[], None]) -> Iterator[None]:
        """Be the only one of all machines that carries restores on, until the block ends.

        It ends with the process, however that ends. Without `wait` it is refused while another one
        is at work.
        """
        with readable(_DOING):
            connection = connect(
                self.url, autocommit=True, connect_timeout=10, application_name=APPLICATION
            )
        try:
            while not _locked(connection):
                if not wait:
                    raise under_way()
                check()
                time.sleep(_GLANCE)
            yield
        finally:
            connection.close()

    def add(self, row: RestoreRow) -> None:
        """Write a new plan; one of this id that is there already stays as it is."""
        with self._durably() as connection:
            connection.execute(
                "INSERT INTO restore (id, phase, plan, planned_at, requested_by)"
                " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
                (row.id, row.phase.value, json.dumps(row.plan), row.planned_at, row.requested_by),
            )

    def get(self, restore_id: UUID) -> RestoreRow | None:
        found = self._rows(sql.SQL("id = {}").format(restore_id))
        return found[0] if found else None

    def in_phases(self, *phases: Phase) -> tuple[RestoreRow, ...]:
        """The restores in these phases; who was confirmed last comes first."""
        return self._rows(
            sql.SQL("phase = ANY ({})").format(sql.Literal([phase.value for phase in phases]))
        )

    def newest_that_ran(self) -> RestoreRow | None:
        """The restore that was settled last on one of its two sides, whatever became of it."""
        found = self._rows(sql.SQL("settled_at IS NOT NULL AND phase <> 'unchanged'"))
        return max(found, key=lambda row: row.settled_at or row.planned_at, default=None)

    def move(
        self,
        restore_id: UUID,
        *before: Phase,
        to: Phase,
        again: bool = False,
        **changes: object,
    ) -> RestoreRow:
        """Change the phase if it is one of `before`, and these columns with it.

        Raises `Refused` when it is in another phase, or when another restore is at work. With
        `again` it may have been moved already, by a call of which only the answer was lost.
        """
        for phase in before:
            if to not in NEXT[phase]:
                raise ValueError(f"a {phase.value} restore cannot become {to.value}")
        names = ("phase", *changes)
        query = sql.SQL(
            "UPDATE restore SET {changes} WHERE id = %(_id)s AND phase = ANY (%(_before)s)"
            " RETURNING {columns}"
        ).format(
            changes=sql.SQL(", ").join(
                sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
                for name in names
            ),
            columns=_column_list(),
        )
        values = {name: _stored(value) for name, value in changes.items()}
        values |= {
            "phase": to.value,
            "_id": restore_id,
            "_before": [phase.value for phase in before],
        }
        with self._durably() as connection:
            try:
                found = connection.cursor(row_factory=dict_row).execute(query, values).fetchone()
            except errors.UniqueViolation as exc:
                raise under_way() from exc
            if found is None and again:
                query = sql.SQL("SELECT {} FROM restore WHERE id = {} AND phase = {}").format(
                    _column_list(), restore_id, to.value
                )
                found = connection.cursor(row_factory=dict_row).execute(query).fetchone()
            if found is None:
                raise Refused(
                    "This was not done: the restore is no longer where it was.",
                    remedy="Look at the restore again.",
                    code="restore_moved_on",
                )
            _note(connection, restore_id, to.value)
        return _row(found)

    def note(self, restore_id: UUID, step: str, **facts: object) -> None:
        """Write down that a step is done, and what it leaves for later ones; durable on return."""
        with self._durably() as connection:
            if facts:
                connection.execute(
                    "UPDATE restore SET facts = (facts::jsonb || %s::jsonb)::json WHERE id = %s",
                    (json.dumps(facts), restore_id),
                )
            _note(connection, restore_id, step)

    def steps(self, restore_id: UUID) -> tuple[tuple[str, datetime], ...]:
        """What was done, in order; a step that was repeated after a crash is there twice."""
        with connected(self.url, doing=_DOING) as connection:
            found = connection.execute(
                "SELECT name, at FROM restore_step WHERE restore_id = %s ORDER BY number",
                (restore_id,),
            ).fetchall()
        return tuple((str(name), at) for name, at in found)

    def forget_plans(self, before: datetime) -> None:
        """Drop plans of which nobody made use since then."""
        with connected(self.url, doing=_DOING) as connection:
            connection.execute(
                "DELETE FROM restore WHERE phase = 'planned' AND planned_at < %s", (before,)
            )

    @contextmanager
    def _durably(self) -> Iterator[Connection[TupleRow]]:
        """A transaction that no crash takes back, however the server is set up."""
        with connected(self.url, doing=_DOING) as connection:
            connection.execute("SET LOCAL synchronous_commit = local")
            yield connection

    def _rows(self, condition: sql.Composable) -> tuple[RestoreRow, ...]:
        query = sql.SQL(
            "SELECT {} FROM restore WHERE {} ORDER BY confirmed_at DESC NULLS LAST, planned_at DESC"
        ).format(_column_list(), condition)
        with connected(self.url, doing=_DOING) as connection:
            found = connection.cursor(row_factory=dict_row).execute(query).fetchall()
        return tuple(_row(one) for one in found)


def _locked(connection: Connection[TupleRow]) -> bool:
    with readable(_DOING):
        row = connection.execute("SELECT pg_try_advisory_lock(%s)", (_LOCK,)).fetchone()
    return bool(row and row[0])


def under_way() -> Refused:
    return Refused(
        "The restore was not begun: another one is under way.",
        remedy="Wait until that one has ended; `kuroibara-backup rollback --resume` ends one whose"
        " process is gone.",
        code="restore_running",
    )


def _note(connection: Connection[TupleRow], restore_id: UUID, step: str) -> None:
    connection.execute(
        "INSERT INTO restore_step (restore_id, name) VALUES (%s, %s)", (restore_id, step)
    )


def _stored(value: object) -> object:
    return json.dumps(value) if isinstance(value, Mapping) else value


def _column_list() -> sql.Composed:
    names: Iterable[str] = _COLUMNS
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _row(found: Mapping[str, Any]) -> RestoreRow:
    ticket = found["ticket_sha256"]
    return RestoreRow(
        **{
            **found,
            "phase": Phase(found["phase"]),
            "ticket_sha256": None if ticket is None else bytes(ticket),
        }
    )
