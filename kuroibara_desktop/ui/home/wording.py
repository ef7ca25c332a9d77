"""What the Home page says on top: the sentence, the line under it, the button, the clocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from kuroibara_desktop.core.reminders import Condition
from kuroibara_desktop.core.safety import Level, Obstacle, Why
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.backups.wording import Wording
from kuroibara_desktop.ui.home.lines import Act, NoticeWording

if TYPE_CHECKING:
    from datetime import datetime

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.home.view import HomeView

TONES = {Level.PROTECTED: "ok", Level.ATTENTION: "warn", Level.WAITING: "", Level.ALONE: ""}
SIGNS = {
    Level.PROTECTED: "verify",
    Level.ATTENTION: "shield-alert",
    Level.WAITING: "clock",
    Level.ALONE: "drive",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One of the two clocks."""

    title: str
    pill: str
    tone: str
    figure: str
    detail: str


class HomeWording(QObject):
    """The sentences of the page, in the language of the interface; `notices` has the list's."""

    def __init__(self, days: Wording | None = None) -> None:
        super().__init__()
        self._backups = days or Wording()
        self.notices = NoticeWording()

    # The verdict

    def title(self, view: HomeView) -> str:
        if not view.has_server and view.safety.level is Level.ATTENTION:
            return self.tr("Your copies need attention")
        return {
            Level.PROTECTED: self.tr("Your library is protected"),
            Level.ATTENTION: self.tr("Your library needs attention"),
            Level.WAITING: self.tr("Waiting for the first copy"),
            Level.ALONE: self.tr("Your copies are here")
            if view.kinds
            else self.tr("There are no copies here yet"),
        }[view.safety.level]

    def reason(self, view: HomeView) -> str:
        safety = view.safety
        if not view.has_server:
            return self._alone(view)
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
            Why.NO_SERVER: "",
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

    def _alone(self, view: HomeView) -> str:
        """What the copies are worth, where no server is set up."""
        safety, whole = view.safety, view.safety.whole
        if safety.why is Why.DAMAGED:
            return self.tr(
                "The newest copy on “{drive}” is damaged. Whether an older one is whole, “Verify "
                "again” on the Backups page tells."
            ).format(drive=view.place)
        if whole is not None and whole.created_at is not None:
            sentence = self.tr(
                "The newest verified full copy on “{drive}” was made {age}. Add a server to copy "
                "newer backups."
            )
            return sentence.format(drive=view.place, age=formatting.age(whole.created_at, view.now))
        if safety.here is not None:
            return self.tr(
                "The verified copies on “{drive}” hold the database, but not the manga files."
            ).format(drive=view.place)
        if view.kinds:
            return self.tr(
                "None of the copies on “{drive}” is known to be verified: choose “Verify again” "
                "on the Backups page."
            ).format(drive=view.place)
        return self.tr("Add a server, and its backups are copied to “{drive}”.").format(
            drive=view.place
        )

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
        if not view.has_server:
            return Act.SERVER, self.tr("Add a server…")
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
            doubtful = view.doubtful_there
            return Face(
                title=title,
                pill=self.tr("None yet"),
                tone="warn",
                figure=self.tr("No good backup") if doubtful else self.tr("No backup"),
                detail=self.tr("What it has is not finished, damaged or dated in the future.")
                if doubtful
                else self.tr("The first one takes a moment."),
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
            doubtful = view.doubtful_here
            return Face(
                title=self.tr("Here, on “{drive}”").format(drive=view.place),
                pill=self.tr("None yet"),
                tone="warn",
                figure=self.tr("No good copy") if doubtful else self.tr("No copy"),
                detail=self.tr("What is here is not verified, damaged or dated in the future.")
                if doubtful
                else self.tr("Nothing on this computer could bring the library back."),
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


def _answered(view: HomeView) -> bool:
    """Whether the server told what it has."""
    away = {Obstacle.SIGNED_OUT, Obstacle.SERVER_AWAY, Obstacle.KEYRING, Obstacle.NOT_ALLOWED}
    return not away & set(view.obstacles)
