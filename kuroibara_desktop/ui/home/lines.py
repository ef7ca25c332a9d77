"""What the list of things to see to says, line by line, each with what helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kuroibara_desktop.core.reminders import Condition, Reminder, Silence
from kuroibara_desktop.core.rescue import may_be_gone
from kuroibara_desktop.core.safety import Obstacle
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.saying import said

if TYPE_CHECKING:
    from kuroibara_desktop.core.libraries import Doubt
    from kuroibara_desktop.core.servers import OtherServer
    from kuroibara_desktop.ui.home.view import HomeView


class Act(Enum):
    """What a button of the page asks for."""

    COPY = "copy"
    CREATE = "create"
    SIGN_IN = "sign in"
    LOOK = "look again"
    FOLDER = "choose a folder"
    SHOW = "show the backups"
    RESUME = "go on with copying"
    RESCUE = "bring the library back to a new server"
    SERVER = "add a server"
    SERVERS = "show the servers"
    ANSWER = "answer a question about the copies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry of the list: what is so, since when, what helps."""

    text: str
    detail: str = ""
    tone: str = "warn"
    act: Act | None = None
    button: str = ""
    reminder: Reminder | None = None


class NoticeWording(QObject):
    """The same words stand in the list and on a notification."""

    def lines(self, view: HomeView) -> list[Line]:
        """What is in the way and what there is to remember, each once."""
        reminders = {one.condition: one for one in view.reminders}
        found = [self._obstacle(one, view, reminders) for one in view.obstacles]
        found += [self.reminder_line(one, view) for one in reminders.values()]
        found += [self._doubt(one) for one in view.doubts]
        found += [self._elsewhere(one, view) for one in view.stale_elsewhere]
        order = {"bad": 0, "warn": 1, "": 2}
        return sorted(found, key=lambda line: order[line.tone])

    def _doubt(self, doubt: Doubt) -> Line:
        return Line(
            text=said(doubt.sentence),
            detail=self.tr("Until you say whether it is the same library, nothing is removed."),
            act=Act.ANSWER,
            button=self.tr("Answer"),
        )

    def _elsewhere(self, other: OtherServer, view: HomeView) -> Line:
        if other.newest is None:
            sentence = self.tr("No full copy of “{server}” is here that could be relied upon.")
            text = sentence.format(server=other.name)
        else:
            age = formatting.age(other.newest, view.now)
            sentence = self.tr("The newest full copy of “{server}” here was made {age}.")
            text = sentence.format(server=other.name, age=age)
        return Line(text=text, act=Act.SERVERS, button=self.tr("Show the servers"))

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
            gone = may_be_gone(view.now, view.server_seen, answers=False)
            return Line(
                text=self.tr("The server does not answer."),
                detail=self.tr("Last seen {age}.").format(age=seen) if seen else "",
                act=Act.RESCUE if gone else Act.LOOK,
                button=self.tr("My server is gone…") if gone else self.tr("Try again"),
                reminder=reminders.pop(Condition.SERVER_UNSEEN, None),
            )
        need = formatting.size(sum(backup.size for backup in view.next))
        text, act, words = {
            Obstacle.KEYRING: (
                self.tr("The sign-in cannot be read: where it is kept is locked."),
                Act.SIGN_IN,
                self.tr("Open it…"),
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
            Obstacle.BATTERY: (
                self.tr("On battery: what comes by itself waits for power."),
                None,
                "",
            ),
            Obstacle.PAUSED: (
                self.tr("Copying is paused: nothing comes by itself."),
                Act.RESUME,
                self.tr("Go on"),
            ),
        }[obstacle]
        quiet = obstacle in (Obstacle.METERED, Obstacle.BATTERY, Obstacle.PAUSED)
        return Line(text=text, act=act, button=words, tone="" if quiet else "warn")

    def reminder_line(self, reminder: Reminder, view: HomeView) -> Line:
        """One entry of the list for one reminder."""
        text, tone, act, words = self._of(reminder, view)
        return Line(text=text, tone=tone, act=act, button=words, reminder=reminder)

    def headline(self, condition: Condition) -> str:
        """What a reminder is about, in a few words."""
        return {
            Condition.COPY_DAMAGED: self.tr("A copy is damaged"),
            Condition.HERE_STALE: self.tr("No fresh copy on this computer"),
            Condition.SERVER_STALE: self.tr("No fresh backup on the server"),
            Condition.SUSPECT: self.tr("A backup is suspect"),
            Condition.SIGNED_OUT: self.tr("You are signed out"),
            Condition.SIGN_IN_ENDS: self.tr("Your sign-in is about to end"),
            Condition.DRIVE_MISSING: self.tr("The drive is away"),
            Condition.SERVER_UNSEEN: self.tr("The server was not seen"),
        }[condition]

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
            Condition.SIGN_IN_ENDS: (
                self.tr("Your sign-in ends within a day: the server was not reached for so long."),
                "warn",
                Act.SIGN_IN,
                self.tr("Sign in"),
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

    def _length(self, time: timedelta) -> str:
        """`23 days`, below two days in hours."""
        if time >= timedelta(days=2):
            return self.tr("{count} days").format(count=time.days)
        hours = max(1, round(time.total_seconds() / 3600))
        return self.tr("1 hour") if hours == 1 else self.tr("{count} hours").format(count=hours)
