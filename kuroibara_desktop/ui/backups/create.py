"""The dialog that asks what the new backup should be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Check, Notice, button, column, dress, label, row
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.rules import DiskFigures, Schedule

_LIKELY = re.compile(r"[^\W_][\w .-]*")


class Objection(Enum):
    LETTERS = "letters"
    TAKEN = "taken"


def objection(name: str, taken: Iterable[str]) -> Objection | None:
    """What speaks against a name before the server is asked; it has the last word."""
    if not name:
        return None
    if not _LIKELY.fullmatch(name) or ".." in name:
        return Objection.LETTERS
    return Objection.TAKEN if name in set(taken) else None


def last_size(backups: Iterable[Backup], *, full: bool) -> int | None:
    """How large the newest backup of this kind is: the best guess at the next one."""
    alike = [
        b for b in backups if b.includes_storage is full and b.created_at is not None and not b.of
    ]
    newest = max(alike, key=lambda b: b.created_at.timestamp() if b.created_at else 0, default=None)
    return newest.size if newest else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospects:
    """What there is for a new backup; what nobody knows is None.

    `scheduled` says whether anything is made by itself.
    """

    free_here: int | None = None
    free_there: int | None = None
    scheduled: bool | None = None
    next_due: datetime | None = None
    next_is_full: bool = False


def prospects(
    free_here: int | None, disk: DiskFigures | None, schedules: Iterable[Schedule] | None
) -> Prospects:
    """By the figures and the schedule of an engine, where it tells them."""
    on = None if schedules is None else [one for one in schedules if one.enabled]
    dated = [(one.next_due, one) for one in on or () if one.next_due is not None]
    due, first = min(dated, key=lambda pair: pair[0], default=(None, None))
    return Prospects(
        free_here=free_here,
        free_there=disk.free if disk else None,
        scheduled=None if on is None else bool(on),
        next_due=due,
        next_is_full=first is not None and first.include_storage,
    )


class CreateDialog(Dialog):
    """Says `create_asked(name, include_storage)`; an empty name lets the server choose.

    It stays open until the server has taken the request, so that a refusal meets the words it is
    about.
    """

    create_asked = Signal(str, bool)

    def __init__(self, backups: tuple[Backup, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = backups
        self._prospects = Prospects()
        self.setWindowTitle(self.tr("Create backup"))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(self.tr("The server chooses one"))
        self.name.setAccessibleName(self.tr("Name, if you like"))
        self.include = Check(self.tr("Include the files of the library"))
        self.include.setChecked(True)
        self.estimate = label("", Type.DETAIL, tone="muted", wrap=True)
        self.room = label("", Type.DETAIL, tone="muted", wrap=True)
        self.hint = label("", Type.DETAIL, tone="muted", wrap=True)
        self.room.hide()
        self.hint.hide()
        self.notice = Notice()
        self.create_button = button(self.tr("Create backup"), "primary")
        self.create_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        self.create_button.clicked.connect(self._create)
        self.cancel_button.clicked.connect(self.reject)
        self.name.textChanged.connect(self._weigh)
        self.include.toggled.connect(self._weigh)

        caption = label(self.tr("Name, if you like"), Type.STRONG)
        caption.setBuddy(self.name)
        head = column(gap=6)
        head.addWidget(label(self.tr("Create backup"), Type.FIGURE))
        head.addWidget(
            label(
                self.tr("The server makes it and checks it; you can go on working meanwhile."),
                tone="muted",
                wrap=True,
            )
        )
        field = column(gap=6)
        field.addWidget(caption)
        field.addWidget(self.name)
        what = column(gap=2)
        what.addWidget(self.include)
        beneath = row()
        beneath.addSpacing(round(32 * theme.current().scale))
        beneath.addWidget(self.estimate, 1, Qt.AlignmentFlag.AlignTop)
        what.addLayout(beneath)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.create_button)
        whole = column(self, margins=24, gap=18)
        for part in (head, field, what):
            whole.addLayout(part)
        known = column(gap=6)
        known.addWidget(self.room)
        known.addWidget(self.hint)
        whole.addLayout(known)
        whole.addWidget(self.notice)
        whole.addLayout(foot)
        self.setFixedWidth(round(460 * theme.current().scale))
        self.name.setFocus()
        self._weigh()

    def _weigh(self) -> None:
        full = self.include.isChecked()
        size = last_size(self._backups, full=full)
        if full:
            text = self.tr("Everything can be restored from it.")
            known = self.tr("The last one of this kind has {size}.")
        else:
            text = self.tr("Accounts, progress and settings, without the manga files.")
            known = self.tr("The last one of this kind has {size}.")
        if size is not None:
            text = f"{text} {known.format(size=formatting.size(size))}"
        self.estimate.setText(text)
        self._tell_room(size)
        wrong = objection(self.name.text().strip(), (b.name for b in self._backups))
        sentence = {
            None: "",
            Objection.LETTERS: self.tr(
                "A name begins with a letter or digit and holds only letters, digits, spaces, "
                "single dots, hyphens and underscores."
            ),
            Objection.TAKEN: self.tr("There is a backup of this name already."),
        }[wrong]
        self.notice.say(sentence, "bad" if wrong else "")
        self.create_button.setEnabled(wrong is None)
        self.adjustSize()

    def show_prospects(self, found: Prospects) -> None:
        """Tell what room there is at both ends, and when one would come by itself.

        It comes when it comes: what the server refused meanwhile, or is being asked, stays so.
        """
        self._prospects = found
        self._tell_room(last_size(self._backups, full=self.include.isChecked()))
        self.adjustSize()

    def _tell_room(self, size: int | None) -> None:
        ends = (
            (
                self._prospects.free_there,
                self.tr("On the server {free} are free."),
                self.tr("On the server only {free} are free: it may not fit there."),
            ),
            (
                self._prospects.free_here,
                self.tr("Here {free} are free for the copy."),
                self.tr("Here only {free} are free: the copy may not fit beside the others."),
            ),
        )
        lines, tight = [], False
        for free, enough, little in ends:
            if free is not None:
                lacks = size is not None and size > free
                tight = tight or lacks
                lines.append((little if lacks else enough).format(free=formatting.size(free)))
        self.room.setText(" ".join(lines))
        self.room.setVisible(bool(lines))
        dress(self.room, kind="warn" if tight else "muted")
        self.hint.setText(self._by_itself())
        self.hint.setVisible(bool(self.hint.text()))

    def _by_itself(self) -> str:
        found = self._prospects
        if found.scheduled is None:
            return ""
        if not found.scheduled:
            return self.tr("No schedule is on: the server makes none by itself.")
        if found.next_due is None:
            return ""
        words = (
            self.tr("The next full one comes by itself: {moment}.")
            if found.next_is_full
            else self.tr("The next one of the database comes by itself: {moment}.")
        )
        return words.format(moment=formatting.moment(found.next_due.astimezone()))

    def work(self, busy: bool) -> None:
        """While the server is asked, nothing can be changed."""
        for widget in (self.name, self.include, self.create_button):
            widget.setEnabled(not busy)

    def show_error(self, error: BackupError) -> None:
        self.work(False)
        self.notice.say(f"{error.sentence} {error.remedy}".strip(), "bad")
        self.adjustSize()
        self.name.setFocus()

    def _create(self) -> None:
        self.work(True)
        self.create_asked.emit(self.name.text().strip(), self.include.isChecked())
