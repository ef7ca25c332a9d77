"""How a backup reads: in short words, in the language and the time zone of this computer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.backups.choices import Condition, condition
from kuroibara_desktop.ui.backups.traits import Trait, kind_of
from kuroibara_desktop.ui.saying import said

if TYPE_CHECKING:
    from collections.abc import Callable


class Wording(QObject):
    """Words are translated once, when this is made, so any thread may ask it."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.archive_readable = True  # else a copy may lie there unseen
        self._unreadable = self.tr("Copy not known")
        self._unknown = self.tr("Unknown")
        self._contents = {True: self.tr("Full"), False: self.tr("Database"), None: self._unknown}
        self._today, self._today_inline = self.tr("Today"), self.tr("today")
        self._verified_on = self.tr("Verified {day}")
        self._proved_on = self.tr("Proved {day}")
        self._never = self.tr("Never")
        self._kinds = {
            Trait.DAILY: self.tr("Daily"),
            Trait.WEEKLY: self.tr("Weekly"),
            Trait.MONTHLY: self.tr("Monthly"),
            Trait.MANUAL: self.tr("By hand"),
            Trait.SAFETY: self.tr("Before a restore"),
            Trait.UPLOADED: self.tr("Uploaded"),
            Trait.UNKNOWN_KIND: self._unknown,
        }
        self._where = {
            Where.SERVER: self.tr("On the server"),
            Where.HERE: self.tr("Here only"),
            Where.BOTH: self.tr("Both"),
            Where.DAMAGED: self.tr("Damaged here"),
        }
        self._conditions = {
            Condition.DAMAGED_HERE: self.tr("Damaged"),
            Condition.DAMAGED_ON_SERVER: self.tr("Damaged on the server"),
            Condition.BEING_WRITTEN: self.tr("Being written"),
            Condition.SUSPECT: self.tr("Suspect: much smaller"),
            Condition.VERIFIED: self.tr("Verified"),
            Condition.UNVERIFIED: self.tr("Not verified yet"),
            Condition.NOT_COPIED: self.tr("No copy here yet"),
        }

    def contents(self, backup: Backup) -> str:
        return self._contents[backup.includes_storage]

    def size(self, backup: Backup) -> str:
        return formatting.size(backup.size)

    def made(self, backup: Backup) -> str:
        when = backup.created_at
        return self._unknown if when is None else self.day(when, with_time=True)

    def where(self, backup: Backup) -> str:
        return self._where[backup.where]

    def kind(self, backup: Backup) -> str:
        return self._kinds[kind_of(backup)]

    def verified(self, backup: Backup) -> str:
        when = backup.verified_at
        return self._never if when is None else self.day(when)

    def proved(self, backup: Backup) -> str:
        when = backup.proved_at
        return self._never if when is None else self.day(when)

    def state(self, backup: Backup) -> str:
        found, local = condition(backup), backup.local
        if found is Condition.DAMAGED_HERE and local is not None and local.damages:
            return one_line(said(local.damages[0]))
        proved = backup.proved_at
        if found is Condition.VERIFIED and proved is not None:
            return self._proved_on.format(day=self.day(proved, inline=True))
        if found is Condition.VERIFIED and local is not None and local.verified_at is not None:
            return self._verified_on.format(day=self.day(local.verified_at, inline=True))
        if found is Condition.NOT_COPIED and not self.archive_readable:
            return self._unreadable
        return self._conditions[found]

    def summary(self, backup: Backup) -> str:
        """`Full · 614 GiB · Today 03:41 · On the server`."""
        parts = (self.contents(backup), self.size(backup), self.made(backup), self.where(backup))
        return " · ".join(parts)

    def day(self, when: datetime, *, with_time: bool = False, inline: bool = False) -> str:
        """`Today 03:41`, `15 Nov`, `15 Nov 2025`."""
        here, today = when.astimezone(), self._now().astimezone().date()
        if here.date() == today:
            word = self._today_inline if inline else self._today
            return f"{word} {here:%H:%M}" if with_time else word
        return formatting.day(here.date(), year=here.year != today.year)

    def searched(self, backup: Backup) -> str:
        """What a search looks through."""
        made = f"{backup.created_at:%Y-%m-%d}" if backup.created_at else ""
        note = backup.remote.note if backup.remote else None
        texts = (
            *(backup.name, backup.kind or "", made, self.contents(backup), self.size(backup)),
            *(self.made(backup), self.where(backup), self.state(backup), self.kind(backup)),
            *(backup.of, note or ""),
        )
        return " ".join(texts).casefold()

    def marks(self, backup: Backup) -> list[str]:
        """In words, what the signs beside the name say."""
        words = []
        if backup.pinned:
            words.append(self._pinned(backup))
        if backup.encrypted:
            words.append(self.tr("Encrypted"))
        if backup.of:
            words.append(self.tr("A copy from {server}").format(server=backup.of))
        return words

    def _pinned(self, backup: Backup) -> str:
        here = backup.local is not None and backup.local.pinned
        there = backup.remote is not None and backup.remote.pinned
        if here and there:
            return self.tr("Pinned on the server and here: no rule removes it")
        if here:
            return self.tr("Pinned here: no rule removes this copy")
        return self.tr("Pinned on the server: no rule removes it there")

    def read_name(self, backup: Backup) -> str:
        """The name as a screen reader reads it, with what the signs beside it say."""
        return ", ".join((backup.name, *self.marks(backup)))

    def name_tip(self, backup: Backup) -> str:
        note = backup.remote.note if backup.remote else None
        about = (self.kind(backup), self.contents(backup), self.size(backup))
        lines = [backup.name, " · ".join(about)]
        lines += self.marks(backup)
        if note:
            lines.append(self.tr("Note: {note}").format(note=note))
        return "\n".join(lines)

    def verified_tip(self, backup: Backup) -> str:
        lines = []
        if backup.local is not None:
            when = self._moment_or_never(backup.local.verified_at)
            lines.append(self.tr("Here: {when}").format(when=when))
        if backup.remote is not None:
            when = self._moment_or_never(backup.remote.verified_at)
            lines.append(self.tr("On the server: {when}").format(when=when))
        return "\n".join(lines)

    def proved_tip(self, backup: Backup) -> str:
        when = backup.proved_at
        if when is None:
            return self.tr("No restore of it was rehearsed on the server yet.")
        return self.tr("A restore of it was rehearsed on the server: {when}").format(
            when=formatting.moment(when.astimezone())
        )

    def _moment_or_never(self, when: datetime | None) -> str:
        return self._never if when is None else formatting.moment(when.astimezone())

    def made_tip(self, backup: Backup) -> str:
        when = backup.created_at
        if when is None:
            return ""
        side = backup.remote or backup.local
        if side is not None and side.time_is_guessed:
            return self.tr(
                "{moment}. The server gave this time without a time zone, "
                "so it may be off by some hours."
            ).format(moment=formatting.moment(when))
        return formatting.moment(when.astimezone())

    def state_tip(self, backup: Backup) -> str:
        local = backup.local
        if local is None:
            return ""
        lines = (*local.damages, *local.not_proved)
        return "\n".join((self.state(backup), *map(said, lines)))
