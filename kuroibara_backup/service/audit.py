"""Who did what, when, from where, and how did it end?

The other parts call `record`, or put `recording` around what they do. Names, ids, numbers and codes
go in; a password, a token, a code or an address with a secret in it never does.
"""

from __future__ import annotations

import getpass
import logging
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.state import audit as table
from kuroibara_backup.database.state.audit import Entry as Entry
from kuroibara_backup.database.state.audit import Wanted as Wanted
from kuroibara_backup.errors import BackupError, Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from uuid import UUID

log = logging.getLogger("backup")
KEPT_FOR: Final = timedelta(days=2 * 366)
MOST_AT_ONCE: Final = 500
_LONGEST: Final = 300
_SELDOM: Final = timedelta(hours=1)

Detail = str | int | float | bool | None


class Act(Enum):
    """What can be done that is worth remembering."""

    LOGIN = "login"
    LOGOUT = "logout"
    REFRESH_REUSE = "refresh_reuse"
    CONFIRM = "confirm"
    CREATE = "create"
    DOWNLOAD = "download"
    DELETE = "delete"
    PRUNE = "prune"
    ADOPT = "adopt"
    DECIDE = "decide"
    VERIFY = "verify"
    UPLOAD = "upload"
    RECOVER = "recover"
    RESTORE = "restore"
    ROLLBACK = "rollback"
    DRILL = "drill"
    SCHEDULE = "schedule"
    RETENTION = "retention"
    DEVICE_MADE = "device_made"
    DEVICE_REVOKED = "device_revoked"
    INVITATION_MADE = "invitation_made"
    INVITATION_REVOKED = "invitation_revoked"
    INVITATION_USED = "invitation_used"
    ADMIN_GRANTED = "admin_granted"
    ADMIN_REVOKED = "admin_revoked"


class Ending(Enum):
    """How it ended. `ASKED`: it was queued, and a later entry tells its end."""

    ASKED = "asked"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Via(Enum):
    HTTP = "http"
    CLI = "cli"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts: a user or a device over HTTP, a person at the command line, or the engine."""

    via: Via
    user_id: UUID | None = None
    name: str | None = None
    device: str | None = None
    address: str | None = None


ENGINE: Final = Actor(via=Via.ENGINE)
"""The engine by itself: schedule, retention, a worker."""


def at_the_command_line() -> Actor:
    """Whoever runs this process, under the name that the system gives them."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # a container's user may have no name
        name = None
    return Actor(via=Via.CLI, name=name)


class Audit:
    """The append-only table. A restore does not touch it: it lives in the engine's database."""

    def __init__(self, url: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._url = url
        self._now = now
        self._guard = threading.Lock()
        self._lately: dict[tuple[Act, Actor, str], datetime] = {}

    def record(
        self,
        act: Act,
        *,
        by: Actor,
        subject: str = "",
        ending: Ending = Ending.DONE,
        code: str | None = None,
        details: Mapping[str, Detail] | None = None,
    ) -> None:
        """Write one act down. `subject` is what it was done to: a filename, a device's name.

        When the database cannot be reached, the log has it instead, and what was done stands.
        """
        entry = Entry(
            at=self._now(),
            via=by.via.value,
            user_id=by.user_id,
            user_name=_text(by.name),
            device=_text(by.device),
            address=_text(by.address),
            act=act.value,
            subject=_text(subject) or "",
            outcome=ending.value,
            code=code,
            details={name: _detail(value) for name, value in (details or {}).items()},
        )
        try:
            table.append(self._url, entry)
        except BackupError as exc:
            log.error("An act could not be written down (%s): %s", exc, entry)  # noqa: TRY400  its sentence says why

    def record_seldom(self, act: Act, *, by: Actor, subject: str) -> None:
        """Write it down unless this process did within the hour: a download is many requests."""
        now = self._now()
        with self._guard:
            self._lately = {key: at for key, at in self._lately.items() if now - at < _SELDOM}
            known = (act, by, subject) in self._lately
            self._lately[act, by, subject] = self._lately.get((act, by, subject), now)
        if not known:
            self.record(act, by=by, subject=subject)

    @contextmanager
    def recording(
        self,
        act: Act,
        *,
        by: Actor,
        subject: str = "",
        details: Mapping[str, Detail] | None = None,
    ) -> Iterator[None]:
        """Write down what the block does, and how it ended, whatever happens in it."""
        ending, code = Ending.FAILED, "unexpected"
        try:
            yield
        except Cancelled:
            ending, code = Ending.CANCELLED, "cancelled"
            raise
        except BackupError as error:
            refused = 400 <= error.http_status < 500
            ending, code = (Ending.REFUSED if refused else Ending.FAILED), error.code
            raise
        else:
            ending, code = Ending.DONE, ""
        finally:
            self.record(
                act, by=by, subject=subject, ending=ending, code=code or None, details=details
            )

    def entries(self, wanted: Wanted) -> tuple[Entry, ...]:
        """The newest that fit, newest first; to go on, ask for those before the last one's id."""
        return table.entries(self._url, wanted)

    def forget_old(self) -> int:
        """Remove what is older than two years; the database refuses to remove anything else."""
        return table.forget_before(self._url, self._now() - KEPT_FOR)


def _text(value: str | None) -> str | None:
    if value is None:
        return None
    clean = "".join(letter if letter.isprintable() else " " for letter in value)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def _detail(value: Detail) -> Detail:
    return _text(value) if isinstance(value, str) else value
