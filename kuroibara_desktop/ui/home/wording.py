"""What the Home page says: the sentence, the line under it, the clocks and the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.reminders import Condition, Reminder, Silence
from kuroibara_desktop.core.safety import Level, Obstacle, Why
from kuroibara_desktop.ui.backups.wording import Wording

if TYPE_CHECKING:
    from datetime import datetime

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.home.view import HomeView

TONES = {Level.PROTECTED: "ok", Level.ATTENTION: "warn", Level.WAITING: ""}
SIGNS = {Level.PROTECTED: "verify", Level.ATTENTION: "shield-alert", Level.WAITING: "clock"}


class Act(Enum):
    """What a button of the page asks for."""

    COPY = "copy"
    CREATE = "create"
    SIGN_IN = "sign in"
    LOOK = "look again"
    FOLDER = "choose a folder"
    SHOW = "show the backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of the list: what is so, since when, what helps."""

    text: str
    detail: str = ""
    tone: str = "warn"
    act: Act | None = None
    button: str = ""
    reminder: Reminder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One of the two clocks."""

    title: str
    pill: str
    tone: str
    figure: str
    detail: str


class HomeWording(QObject):
    """All sentences of the page, in the language of the interface."""

    def __init__(self, days: Wording | None = None) -> None:
        super().__init__()
        self._backups = days or Wording()

    # The verdict

    def title(self, view: HomeView) -> str:
        return {
            Level.PROTECTED: self.tr("Your library is protected"),
            Level.ATTENTION: self.tr("Your library needs attention"),
            Level.WAITING: self.tr("Waiting for the first copy"),
        }[view.safety.level]

    def reason(self, view: HomeView) -> str:
        safety = view.safety
        if not view.asked and safety.why in (Why.NO_BACKUP, Why.NO_COPY):
            return self.tr("There is no copy here; the server is still being asked for its list.")
        whole = safety.whole
        if safety.why is Why.FRESH and whole is not None:
            sentence = self.tr("A verified copy of {day} full backup is on “{drive}”.")
            told = sentence.format(day=self._whose(whole, view), drive=view.place)
            if view.drive_seen is not None:
                seen = formatting.age(view.drive_seen, view.now)
                told += " " + self.tr("The drive was here {age}.").format(age=seen)
            return told
        age = formatting.age(whole.created_at, view.now) if whole and whole.created_at else ""
        return {
            Why.FRESH: "",
            Why.NO_BACKUP: self.tr("The server has no backup yet: create the first one."),
            Why.NO_COPY: self.tr("The server has backups, but none of them is on this computer."),
            Why.SAME_MACHINE: self.tr(
                "The copies are on the server's own machine and would be lost with it. Choose a "
                "folder on a drive that you can take away."
            ),
            Why.DAMAGED: self.tr(
                "The newest copy here is damaged. Copy it again while the server still has it."
            ),
            Why.SUSPECT: self.tr(
                "Every full copy here is suspect: much smaller than the one before. Check whether "
                "something is missing in the library."
            ),
            Why.UNVERIFIED: self.tr("No copy here was verified yet. Verify one, or copy anew."),
            Why.DATABASE_ONLY: self.tr(
                "Only the database is copied, the manga files are not. Copy a full backup."
            ),
            Why.OLD: self.tr("The newest full copy here was made {age}. Copy a newer one.").format(
                age=age
            ),
        }[safety.why]

    def _whose(self, backup: Backup, view: HomeView) -> str:
        """`last Sunday's`, `yesterday's`, `the 4 Nov`."""
        if backup.created_at is None:
            return ""
        made = backup.created_at.astimezone(view.now.tzinfo).date()
        back = (view.now.date() - made).days
        if back <= 0:
            return self.tr("today's")
        if back == 1:
            return self.tr("yesterday's")
        if back < 7:
            weekday = QLocale().dayName(made.isoweekday())
            return self.tr("last {weekday}'s").format(weekday=weekday)
        return self.tr("the {day}").format(day=self._day(backup.created_at))

    def action(self, view: HomeView) -> tuple[Act, str]:
        """The one button: what brings the library nearest to safety."""
        if Obstacle.SIGNED_OUT in view.obstacles:
            return Act.SIGN_IN, self.tr("Sign in")
        if Obstacle.DRIVE_MISSING in view.obstacles or not (view.connected and view.asked):
            return Act.LOOK, self.tr("Look again")
        if view.next:
            return Act.COPY, self.tr("Copy offsite now")
        if view.safety.why is Why.SAME_MACHINE:
            return Act.FOLDER, self.tr("Choose a folder")
        if view.safety.why is Why.NO_BACKUP:
            return Act.CREATE, self.tr("Create the first backup")
        return Act.CREATE, self.tr("Create backup")

    # The clocks

    def there(self, view: HomeView) -> Face:
        title, newest = self.tr("On the server"), view.safety.there
        if newest is None or newest.created_at is None:
            if not view.asked:
                return Face(
                    title=title,
                    pill="",
                    tone="",
                    figure=self.tr("Asking…"),
                    detail=self.tr("The server is still being asked for its list."),
                )
            if not _answered(view):
                seen = formatting.age(view.server_seen, view.now) if view.server_seen else ""
                said = self.tr("Last seen {age}").format(age=seen) if seen else ""
                signed_out = Obstacle.SIGNED_OUT in view.obstacles
                return Face(
                    title=title,
                    pill=self.tr("Signed out") if signed_out else self.tr("Not reachable"),
                    tone="warn",
                    figure=self.tr("Unknown"),
                    detail=said or self.tr("The server has not been seen yet."),
                )
            return Face(
                title=title,
                pill=self.tr("None yet"),
                tone="warn",
                figure=self.tr("No backup"),
                detail=self.tr("The first one takes a moment."),
            )
        late = any(r.condition is Condition.SERVER_STALE for r in view.reminders)
        return Face(
            title=title,
            pill=self.tr("Overdue") if late else self.tr("On time"),
            tone="warn" if late else "ok",
            figure=self._ago(newest.created_at, view),
            detail=self._about(newest),
        )

    def here(self, view: HomeView) -> Face:
        newest = view.safety.here
        title = self.tr("Verified here, on “{drive}”").format(drive=view.place)
        if newest is None or newest.created_at is None or newest.local is None:
            return Face(
                title=self.tr("Here, on “{drive}”").format(drive=view.place),
                pill=self.tr("None yet"),
                tone="warn",
                figure=self.tr("No copy"),
                detail=self.tr("Nothing on this computer could bring the library back."),
            )
        parts = [self._about(newest)]
        checked = newest.local.verified_at
        if checked is not None:
            day = self._backups.day(checked, inline=True)
            parts.append(self.tr("verified {day}").format(day=day))
        away = view.drive_seen is not None
        suspect = newest.suspect
        late = any(r.condition is Condition.HERE_STALE for r in view.reminders)
        pill = self.tr("Verified")
        if away:
            pill = self.tr("Drive away")
        elif suspect:
            pill = self.tr("Suspect")
        elif late:
            pill = self.tr("Overdue")
        return Face(
            title=title,
            pill=pill,
            tone="warn" if away or suspect or late else "ok",
            figure=self._ago(newest.created_at, view),
            detail=" · ".join(parts),
        )

    def _about(self, backup: Backup) -> str:
        return " · ".join(
            (backup.name, self._backups.contents(backup), formatting.size(backup.size))
        )

    def _ago(self, when: datetime, view: HomeView) -> str:
        words = formatting.age(when, view.now)
        return words[:1].upper() + words[1:]

    def _day(self, when: datetime) -> str:
        return self._backups.day(when, inline=True)

    # The list

    def lines(self, view: HomeView) -> list[Line]:
        """What is in the way and what there is to remember, each once."""
        reminders = {one.condition: one for one in view.reminders}
        found = [self._obstacle(one, view, reminders) for one in view.obstacles]
        found += [self.reminder_line(one, view) for one in reminders.values()]
        order = {"bad": 0, "warn": 1, "": 2}
        return sorted(found, key=lambda line: order[line.tone])

    def _obstacle(
        self, obstacle: Obstacle, view: HomeView, reminders: dict[Condition, Reminder]
    ) -> Line:
        """The line; a reminder that says the same is taken out of `reminders` and put into it."""
        if obstacle is Obstacle.SIGNED_OUT:
            return Line(
                text=self.tr("You are signed out, so nothing can be copied."),
                act=Act.SIGN_IN,
                button=self.tr("Sign in"),
                reminder=reminders.pop(Condition.SIGNED_OUT, None),
            )
        if obstacle is Obstacle.DRIVE_MISSING:
            seen = formatting.age(view.drive_seen, view.now) if view.drive_seen else ""
            return Line(
                text=self.tr("The drive “{drive}” is not connected.").format(drive=view.place),
                detail=self.tr("Last seen {age}.").format(age=seen) if seen else "",
                act=Act.LOOK,
                button=self.tr("Look again"),
                reminder=reminders.pop(Condition.DRIVE_MISSING, None),
            )
        if obstacle is Obstacle.SERVER_AWAY:
            seen = formatting.age(view.server_seen, view.now) if view.server_seen else ""
            return Line(
                text=self.tr("The server does not answer."),
                detail=self.tr("Last seen {age}.").format(age=seen) if seen else "",
                act=Act.LOOK,
                button=self.tr("Try again"),
                reminder=reminders.pop(Condition.SERVER_UNSEEN, None),
            )
        need = formatting.size(sum(backup.size for backup in view.next))
        text, act, words = {
            Obstacle.KEYRING: (
                self.tr("The keyring is locked, so the sign-in cannot be read."),
                Act.LOOK,
                self.tr("Try again"),
            ),
            Obstacle.NOT_ALLOWED: (
                self.tr("This account may sign in, but not take backups."),
                None,
                "",
            ),
            Obstacle.FOLDER: (
                self.tr("The archive folder cannot be used."),
                Act.FOLDER,
                self.tr("Choose a folder"),
            ),
            Obstacle.NO_SPACE: (
                self.tr("The next copy needs {size}, more than is free on “{drive}”.").format(
                    size=need, drive=view.place
                ),
                Act.FOLDER,
                self.tr("Choose another folder"),
            ),
            Obstacle.METERED: (
                self.tr("This network is metered: {size} would be fetched over it.").format(
                    size=need
                ),
                None,
                "",
            ),
        }[obstacle]
        quiet = obstacle is Obstacle.METERED
        return Line(text=text, act=act, button=words, tone="" if quiet else "warn")

    def reminder_line(self, reminder: Reminder, view: HomeView) -> Line:
        """One entry of the list for one reminder."""
        text, tone, act, words = self._of(reminder, view)
        return Line(text=text, tone=tone, act=act, button=words, reminder=reminder)

    def _of(self, reminder: Reminder, view: HomeView) -> tuple[str, str, Act | None, str]:
        age = self._length(view.now - reminder.since) if reminder.since else ""
        name = reminder.names[0] if reminder.names else ""
        more = len(reminder.names) - 1
        if more > 0:
            name = self.tr("{name} and {count} more").format(name=name, count=more)
        show = self.tr("Show")
        return {
            Condition.COPY_DAMAGED: (
                self.tr("A copy here is damaged: {name}.").format(name=name),
                "bad",
                Act.SHOW,
                show,
            ),
            Condition.SUSPECT: (
                self.tr("Much smaller than the one before: {name}.").format(name=name),
                "warn",
                Act.SHOW,
                show,
            ),
            Condition.SERVER_STALE: (
                self.tr("The server has made no backup for {age}.").format(age=age),
                "warn",
                Act.CREATE,
                self.tr("Create backup"),
            ),
            Condition.HERE_STALE: (
                self.tr("This computer has had no fresh full copy for {age}.").format(age=age)
                if view.safety.whole is not None
                else self.tr("There is no full copy here yet that could be relied upon."),
                "warn",
                None,
                "",
            ),
            Condition.SIGNED_OUT: (
                self.tr("You have been signed out for {age}.").format(age=age),
                "warn",
                Act.SIGN_IN,
                self.tr("Sign in"),
            ),
            Condition.DRIVE_MISSING: (
                self.tr("The drive “{drive}” has been away for {age}.").format(
                    drive=view.place, age=age
                ),
                "warn",
                Act.LOOK,
                self.tr("Look again"),
            ),
            Condition.SERVER_UNSEEN: (
                self.tr("The server has not been seen for {age}.").format(age=age),
                "warn",
                Act.LOOK,
                self.tr("Try again"),
            ),
        }[reminder.condition]

    def silence(self, reminder: Reminder, view: HomeView) -> str:
        """How long a reminder keeps quiet."""
        if reminder.silence is not Silence.SNOOZED or reminder.snooze is None:
            return ""
        if reminder.snooze.until_drive:
            return self.tr("Later: when the drive is in")
        until = reminder.snooze.until
        if until is None:
            return ""
        return self.tr("Later: at {time}").format(time=f"{until.astimezone(view.now.tzinfo):%H:%M}")

    # The charts

    def outlook(self, view: HomeView) -> tuple[str, str]:
        """When the drive is full, and in which tone to say so."""
        if view.full_on is not None:
            days = (view.full_on - view.now.date()).days
            soon = days < 60
            return self._full_in(days), "bad" if soon else "warn" if days < 365 else ""
        if view.capacity is None:
            return "", ""
        held = view.samples[-1].size if view.samples else 0
        free = formatting.size(max(0, view.capacity - held))
        return self.tr("{size} free").format(size=free), ""

    def _full_in(self, days: int) -> str:
        for length, sentence in (
            (365, self.tr("Full in about {count} years")),
            (30, self.tr("Full in about {count} months")),
            (7, self.tr("Full in about {count} weeks")),
        ):
            if (count := round(days / length)) >= 2:
                return sentence.format(count=count)
        return self.tr("Full in a few days")

    def _length(self, time: timedelta) -> str:
        """`23 days`, below two days in hours."""
        if time >= timedelta(days=2):
            return self.tr("{count} days").format(count=time.days)
        hours = max(1, round(time.total_seconds() / 3600))
        return self.tr("1 hour") if hours == 1 else self.tr("{count} hours").format(count=hours)


def _answered(view: HomeView) -> bool:
    """Whether the server told what it has."""
    away = {Obstacle.SIGNED_OUT, Obstacle.SERVER_AWAY, Obstacle.KEYRING, Obstacle.NOT_ALLOWED}
    return not away & set(view.obstacles)
