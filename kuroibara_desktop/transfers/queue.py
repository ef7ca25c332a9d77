"""The copies that are wanted, as the journal keeps them; any process may change what is wanted.

Whoever works on the queue holds its lock. Everybody else writes a wish into the row, which is
heard within moments.
"""

from __future__ import annotations

import json
import time
import uuid
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import time as time_of_day
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.errors import VaultBusy
from kuroibara_desktop.core.queue import HourLimit, SpeedRules, Wanted, Wish, reordered
from kuroibara_desktop.core.transfers import TransferId, TransferState

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.transfers.journal import Journal

_S = TransferState
_ENDED_KEPT = 200
_READY = (_S.QUEUED, _S.WAITING)
_COLUMNS = (
    "id, server, folder, filename, size, backup_id, position, state, wish, tries, next_try, "
    "problem, ended_at"
)


class Queue:
    """The queue of one vault. Every call is its own transaction and may come from any thread."""

    def __init__(
        self,
        journal: Journal,
        vault: str,
        *,
        locks: Path,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._journal = journal
        self._vault = vault
        self._locks = locks
        self.now = now

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else works on this queue meanwhile, in any process; else `VaultBusy`."""
        self._locks.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(self._locks / f"queue-{self._vault}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as exc:
            raise VaultBusy("Another window or command is at work on the transfers.") from exc
        try:
            yield
        finally:
            lock.release()

    # What is wanted

    def rows(self) -> list[Wanted]:
        """All of it in its order, what was ended lately included."""
        with self._journal.reading() as db:
            return self._all(db)

    def remembered(self) -> list[Wanted]:
        """The same with what was cancelled and cleared off the list: it is not to come back."""
        with self._journal.reading() as db:
            return self._all(db, cleared=True)

    def row(self, wanted: TransferId) -> Wanted:
        with self._journal.reading() as db:
            return self._one(db, wanted)

    def add(self, server: str, folder: str, backups: Iterable[RemoteBackup]) -> list[Wanted]:
        """Want these, behind all others. One that is wanted already keeps its place."""
        added = []
        with self._journal.writing() as db:
            rows = self._all(db)
            position = max((row.position for row in rows), default=-1)
            alive = [row for row in rows if row.server == server and not row.state.over]
            for backup in backups:
                known = next((row for row in alive if row.is_of(backup)), None)
                if known is not None:
                    if known.state is _S.FAILED:
                        known = known.moved_to(_S.QUEUED, problem="", tries=0, next_try=0.0)
                        self._write(db, known)
                    added.append(known)
                    continue
                position += 1
                row = Wanted(
                    id=TransferId(uuid.uuid4().hex),
                    server=server,
                    folder=folder,
                    filename=backup.filename,
                    size=backup.size,
                    backup_id=backup.backup_id,
                    position=position,
                )
                self._write(db, row)
                added.append(row)
        return added

    def pause(self, wanted: TransferId) -> Wanted:
        """At once where nobody is at work on it, else as soon as they hear of it."""

        def change(row: Wanted) -> Wanted:
            if row.state in _READY:
                return row.moved_to(_S.PAUSED)
            return replace(row, wish=Wish.PAUSE) if row.state is _S.RUNNING else row

        return self._change(wanted, change)

    def resume(self, wanted: TransferId) -> Wanted:
        def change(row: Wanted) -> Wanted:
            if row.state is _S.PAUSED:
                return row.moved_to(_S.QUEUED, problem="", next_try=0.0)
            if row.state is _S.WAITING:
                return replace(row, next_try=0.0, wish=Wish.NONE)  # now, not only when it is time
            return replace(row, wish=Wish.NONE)

        return self._change(wanted, change)

    def retry(self, wanted: TransferId) -> Wanted:
        """Try what failed once more; what waits is tried at once."""

        def change(row: Wanted) -> Wanted:
            if row.state is _S.FAILED:
                return row.moved_to(_S.QUEUED, problem="", tries=0, next_try=0.0)
            return replace(row, next_try=0.0)

        return self._change(wanted, change)

    def cancel(self, wanted: TransferId) -> Wanted:
        """Want it no more; what came of it goes when whoever works on the queue hears of it."""

        def change(row: Wanted) -> Wanted:
            return row if row.state.over else replace(row, wish=Wish.CANCEL)

        return self._change(wanted, change)

    def move(self, wanted: TransferId, *, before: TransferId | None) -> list[Wanted]:
        """Put it in front of another, or last."""
        with self._journal.writing() as db:
            rows = reordered(self._all(db), wanted, before)
            for row in rows:
                self._write(db, row)
        return rows

    def withdraw(self, wanted: Iterable[TransferId]) -> None:
        """Forget these, unless they ended or run; what came of them is kept, to go on from."""
        with self._journal.writing() as db:
            for one in wanted:
                db.execute(
                    "DELETE FROM queue WHERE id = ? AND ended_at IS NULL AND state <> 'running'",
                    (one,),
                )

    def clear_ended(self) -> None:
        """Take what has ended off the list."""
        with self._journal.writing() as db:
            db.execute(
                "DELETE FROM queue WHERE vault = ? AND state = ?", (self._vault, _S.DONE.value)
            )
            db.execute(
                "UPDATE queue SET cleared = 1 WHERE vault = ? AND ended_at IS NOT NULL",
                (self._vault,),
            )

    @property
    def speed(self) -> SpeedRules:
        with self._journal.reading() as db:
            row = db.execute("SELECT value FROM rules WHERE name = 'speed'").fetchone()
        return _rules_in(row[0]) if row else SpeedRules()

    @speed.setter
    def speed(self, rules: SpeedRules) -> None:
        text = json.dumps(asdict(rules), default=str)
        with self._journal.writing() as db:
            db.execute("INSERT OR REPLACE INTO rules VALUES ('speed', ?)", (text,))

    # For whoever holds it

    def recover(self) -> None:
        """What a process that died was at work on is wanted still."""
        with self._journal.writing() as db:
            for row in self._all(db):
                if row.state is _S.RUNNING:
                    self._write(db, row.moved_to(_S.QUEUED))

    def begin(self, wanted: TransferId) -> Wanted | None:
        """Take it up; None when the person has wished something else by now."""
        with self._journal.writing() as db:
            row = self._one(db, wanted)
            if row.state not in _READY or row.wish is not Wish.NONE:
                return None
            row = row.moved_to(_S.RUNNING, problem="")
            self._write(db, row)
        return row

    def note(self, row: Wanted) -> Wanted:
        """Write how it stands now; a wish that came meanwhile stays, unless the row ended."""
        with self._journal.writing() as db:
            found = self._one(db, row.id)
            ended = row.state in (_S.DONE, _S.CANCELLED)
            row = replace(
                row,
                position=found.position,
                wish=Wish.NONE if ended or row.state is _S.PAUSED else found.wish,
                ended_at=self.now() if ended else None,
            )
            self._write(db, row)
            db.execute(
                "DELETE FROM queue WHERE vault = ? AND ended_at IS NOT NULL AND id NOT IN (SELECT"
                " id FROM queue WHERE vault = ? AND ended_at IS NOT NULL ORDER BY ended_at DESC"
                " LIMIT ?)",
                (self._vault, self._vault, _ENDED_KEPT),
            )
        return row

    # How

    def _change(self, wanted: TransferId, change: Callable[[Wanted], Wanted]) -> Wanted:
        with self._journal.writing() as db:
            row = change(self._one(db, wanted))
            self._write(db, row)
        return row

    def _all(self, db: sqlite3.Connection, *, cleared: bool = False) -> list[Wanted]:
        rows = db.execute(
            f"SELECT {_COLUMNS} FROM queue WHERE vault = ? AND cleared <= ? ORDER BY position",  # noqa: S608  constants only
            (self._vault, cleared),
        ).fetchall()
        return [_wanted(row) for row in rows]

    def _one(self, db: sqlite3.Connection, wanted: TransferId) -> Wanted:
        row = db.execute(
            f"SELECT {_COLUMNS} FROM queue WHERE vault = ? AND id = ?",  # noqa: S608  constants only
            (self._vault, wanted),
        ).fetchone()
        if row is None:
            raise NotFound("This transfer is no longer in the list.", remedy="Refresh the list.")
        return _wanted(row)

    def _write(self, db: sqlite3.Connection, row: Wanted) -> None:
        db.execute(
            "INSERT OR REPLACE INTO queue (vault, id, server, folder, filename, size, backup_id,"
            " position, state, wish, tries, next_try, problem, ended_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._vault,
                row.id,
                row.server,
                row.folder,
                row.filename,
                row.size,
                row.backup_id,
                row.position,
                row.state.value,
                row.wish.value,
                row.tries,
                row.next_try,
                row.problem,
                row.ended_at,
            ),
        )


_Row = tuple[str, str, str, str, int, str | None, int, str, str, int, float, str, float | None]


def _wanted(row: _Row) -> Wanted:
    return Wanted(
        id=TransferId(row[0]),
        server=row[1],
        folder=row[2],
        filename=row[3],
        size=row[4],
        backup_id=row[5],
        position=row[6],
        state=TransferState(row[7]),
        wish=Wish(row[8]),
        tries=row[9],
        next_try=row[10],
        problem=row[11],
        ended_at=row[12],
    )


def _rules_in(text: str) -> SpeedRules:
    try:
        told = json.loads(text)
        return SpeedRules(
            always=told["always"],
            hours=tuple(
                HourLimit(
                    begins=time_of_day.fromisoformat(one["begins"]),
                    ends=time_of_day.fromisoformat(one["ends"]),
                    bytes_per_second=one["bytes_per_second"],
                )
                for one in told["hours"]
            ),
        )
    except (ValueError, KeyError, TypeError):  # of another version
        return SpeedRules()
