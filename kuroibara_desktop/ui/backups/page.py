"""The page itself: search, table, what can be done with the choice, and work under way."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import formatting, icons
from kuroibara_desktop.ui.backups.choices import Offer, offer
from kuroibara_desktop.ui.backups.faces import Empty, Loading
from kuroibara_desktop.ui.backups.filters import FilterRow
from kuroibara_desktop.ui.backups.table import BackupTable
from kuroibara_desktop.ui.pieces import (
    GAP,
    MARGIN,
    Notice,
    button,
    card,
    column,
    dress,
    label,
    row,
    rule,
)
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.backups.model import BackupModel, Prepared
    from kuroibara_desktop.ui.progress import ProgressCard

_SUCCESS_STAYS = 12_000  # milliseconds


class Shown(Enum):
    """Which face the big card has."""

    LOADING = 0
    ROWS = 1
    EMPTY = 2
    NO_MATCH = 3
    ALONE = 4


@dataclass(frozen=True, slots=True)
class Tell:
    """A sentence above the table; `act` is what its button does."""

    text: str
    tone: str = ""
    action: str = ""
    act: Callable[[], None] | None = None


class BackupsPage(QWidget):
    """Shows what it is given and says what is asked for; it starts nothing itself."""

    copy_asked = Signal(object)  # tuple of Backup
    verify_asked = Signal(object)
    folder_asked = Signal(object)  # Backup, or None for the archive folder
    create_asked = Signal()
    refresh_asked = Signal()
    server_asked = Signal()

    def __init__(self, model: BackupModel) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self.table = BackupTable(model)
        self._offer = Offer()
        self._loaded = False
        self._connected = True
        self._has_server = True
        self._busy_keys: frozenset[str] = frozenset()
        self._told: tuple[Tell, ...] = ()
        self._notices = column(gap=8)
        self.done = Notice(action=self.tr("Dismiss"))
        self.done.pressed.connect(self.done.hide)
        self._done_for = QTimer(self)
        self._done_for.setSingleShot(True)
        self._done_for.setInterval(_SUCCESS_STAYS)
        self._done_for.timeout.connect(self.done.hide)
        self._make_controls()
        self._work = column(gap=10)
        self._lay_out()
        self._make_actions()
        self.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        self.table.selectionModel().selectionChanged.connect(self._weigh)
        self.table.copy_pressed.connect(lambda backup: self.copy_asked.emit((backup,)))
        self.table.opened.connect(self._open_row)
        self.table.menu_asked.connect(self._open_menu)
        self.filters.changed.connect(self._narrow)
        self._show_face()
        self._weigh()

    # What the window tells

    def show_backups(self, backups: Sequence[Backup]) -> None:
        self.take(self.model.prepare(backups))

    def take(self, prepared: Prepared) -> None:
        """The same with a list that a task has worked out."""
        first = not self.model.total
        self._loaded = True
        self.model.take(prepared)
        self._show_face()
        if first and self.model.rowCount():
            self._choose_what_is_due()
        self._weigh()

    def choose(self, key: str) -> None:
        """Select one backup, for example the one just made."""
        found = self.model.row_of(key)
        if found is None:
            return
        self.table.choose(found)

    def tell(self, *notices: Tell) -> None:
        """Replace what is said above the table."""
        if notices == self._told:
            return
        self._told = notices
        while (item := self._notices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for notice in notices:
            made = Notice(notice.text, notice.tone, action=notice.action)
            if notice.act is not None:
                made.pressed.connect(notice.act)
            self._notices.addWidget(made)

    def say_done(self, text: str) -> None:
        """Tell a success; it goes away by itself."""
        self.done.say(text, "ok")
        self._done_for.start()

    def told(self) -> tuple[str, ...]:
        return tuple(notice.text for notice in self._told)

    def unfinished(
        self, backup: Backup, received: int, copy: Callable[[tuple[Backup, ...]], None]
    ) -> Tell:
        """What to tell of a copy that was begun and not ended."""
        sentence = self.tr("The copy of {name} is not complete: {here} of {all} are here already.")
        here, whole = formatting.size(received), formatting.size(backup.size)
        text = sentence.format(name=backup.name, here=here, all=whole)
        return Tell(text, action=self.tr("Go on copying"), act=partial(copy, (backup,)))

    def _choose_what_is_due(self) -> None:
        """Begin with the newest backup that is not here yet chosen, else with the newest."""
        due = offer([], self.model.backups()).copy
        if due:
            self.choose(due[0].key)
        else:
            self.table.choose(0)

    def set_connected(self, connected: bool) -> None:
        """Without a connection nothing can be made or copied; what is here can be looked at."""
        self._connected = connected
        self._weigh()

    def set_server(self, there: bool) -> None:
        """Without a server only what can be done with the copies is offered."""
        self._has_server = there
        self.create_button.setVisible(there)
        self.copy_button.setVisible(there)
        self._show_face()

    def mark_busy(self, keys: Sequence[str]) -> None:
        """Backups that are being copied or verified: not offered a second time."""
        self._busy_keys = frozenset(keys)
        self.table.mark_busy(keys)
        self._weigh()

    def add_work(self, work: ProgressCard) -> None:
        self._work.addWidget(work)

    def remove_work(self, work: ProgressCard) -> None:
        self._work.removeWidget(work)
        work.hide()
        work.deleteLater()

    def shown(self) -> Shown:
        return Shown(self._faces.currentIndex())

    # Making

    def _make_controls(self) -> None:
        self.filters = FilterRow()
        self.search = self.filters.search
        self.create_button = button(self.tr("Create backup"), "primary")
        self.refresh_button = button("", "quiet", icon="refresh", role="muted")
        self.refresh_button.setAccessibleName(self.tr("Refresh the list"))
        self.refresh_button.setToolTip(self.tr("Refresh the list (F5)"))
        self.copy_button = button(self.tr("Copy offsite now"), icon="copy-here", role="accent")
        self.verify_button = button(self.tr("Verify again"), icon="verify")
        self.folder_button = button(self.tr("Open folder"), icon="folder")
        self.copy_button.setToolTip(
            self.tr("Copy what is chosen, or the newest backup (Ctrl+Shift+C)")
        )
        self.create_button.setToolTip(self.tr("Have the server make a backup now (Ctrl+N)"))
        self.create_button.clicked.connect(self.create_asked)
        self.refresh_button.clicked.connect(self.refresh_asked)
        self.copy_button.clicked.connect(lambda: self.copy_asked.emit(self._offer.copy))
        self.verify_button.clicked.connect(lambda: self.verify_asked.emit(self._offer.verify))
        self.folder_button.clicked.connect(lambda: self.folder_asked.emit(self._offer.folder))
        self.summary = label("", Type.DETAIL, tone="muted")
        self.empty = Empty(
            "backups",
            self.tr("No backups yet"),
            self.tr("Make the first one: it holds the database and, if you like, all manga files."),
            self.tr("Create the first backup"),
        )
        self.empty.pressed.connect(self.create_asked)
        self.alone = Empty(
            "drive",
            self.tr("No copies in this folder"),
            self.tr("Add a server, and its backups can be copied here."),
            self.tr("Add a server…"),
        )
        self.alone.pressed.connect(self.server_asked)
        self.no_match = Empty("search", "", "", self.tr("Show all backups"))
        self.no_match.pressed.connect(self.filters.clear)

    def _lay_out(self) -> None:
        head = row(gap=12)
        head.addWidget(label(self.tr("Backups"), Type.TITLE))
        head.addStretch(1)
        head.addWidget(self.refresh_button)
        head.addWidget(self.create_button)

        with_rows = QWidget()
        inner = column(with_rows)
        inner.addWidget(self.table, 1)
        inner.addWidget(rule())
        foot = row(gap=10)
        foot.setContentsMargins(18, 10, 12, 10)
        foot.addWidget(self.summary, 1)
        for made in (self.folder_button, self.verify_button, self.copy_button):
            foot.addWidget(made)
        inner.addLayout(foot)

        self._faces = QStackedWidget()
        for face in (Loading(), with_rows, self.empty, self.no_match, self.alone):
            self._faces.addWidget(face)
        surface = card()
        holder = column(surface)
        holder.setContentsMargins(1, 1, 1, 1)
        holder.addWidget(self._faces)

        whole = column(self, gap=GAP)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 24)
        whole.addLayout(head)
        whole.addWidget(self.filters)
        whole.addLayout(self._notices)
        whole.addWidget(self.done)
        whole.addWidget(surface, 1)
        whole.addLayout(self._work)
        order: list[QWidget] = [self.search, *self.filters.pickers, self.filters.clear_button]
        order += [self.table, self.folder_button, self.verify_button, self.copy_button]
        order += [self.create_button, self.refresh_button]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _make_actions(self) -> None:
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_search),
            (QKeySequence(QKeySequence.StandardKey.New), self.create_button.click),
            (QKeySequence("Ctrl+Shift+C"), self.copy_button.click),
            (QKeySequence("Ctrl+R"), self.refresh_asked.emit),
            (QKeySequence("F5"), self.refresh_asked.emit),
            (QKeySequence("Esc"), self._show_all),
        ):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(act)
            self.addAction(action)

    # Answering

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_all(self) -> None:
        if self.filters.narrows:
            self.filters.clear()
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _narrow(self) -> None:
        self.model.narrow(self.filters.words(), self.filters.traits())
        self._show_face()
        self._weigh()

    def _show_face(self) -> None:
        if not self._loaded:
            face = Shown.LOADING
        elif self.model.rowCount():
            face = Shown.ROWS
        elif self.model.total:
            face = Shown.NO_MATCH
            words = one_line(self.filters.words().strip(), 60)
            self.no_match.title.setText(
                self.tr("Nothing matches “{words}”").format(words=words)
                if words
                else self.tr("No backup is like this")
            )
        else:
            face = Shown.EMPTY if self._has_server else Shown.ALONE
        changed = face is not self.shown()
        self._faces.setCurrentIndex(face.value)
        if changed and self.isVisible() and not self.search.text():
            # What had the keyboard is hidden now; without this the search would get it.
            empty = {Shown.EMPTY: self.empty, Shown.ALONE: self.alone}.get(face)
            start = empty.button if empty else self.table
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _weigh(self) -> None:
        """Offer what can be done with the choice, and say how much was chosen."""
        chosen = self.table.chosen()
        full = offer(chosen, self.model.backups())
        self._offer = Offer(
            copy=tuple(b for b in full.copy if b.key not in self._busy_keys),
            verify=tuple(b for b in full.verify if b.key not in self._busy_keys),
            folder=full.folder,
        )
        self.create_button.setEnabled(self._connected)
        self.empty.button.setEnabled(self._connected)
        due = self._connected and bool(self._offer.copy)
        self.copy_button.setEnabled(due)
        self._lead(copy=due)
        self.verify_button.setEnabled(bool(self._offer.verify))
        if chosen:
            total = formatting.size(sum(backup.size for backup in chosen))
            self.summary.setText(
                self.tr("{count} of {all} selected · {size}").format(
                    count=len(chosen), all=self.model.rowCount(), size=total
                )
            )
        else:
            self.summary.setText(self._of_all())

    def _of_all(self) -> str:
        """How many there are, and how many of them are shown."""
        shown, there = self.model.rowCount(), self.model.total
        if shown < there:
            return self.tr("{count} of {all} shown").format(count=shown, all=there)
        total = formatting.size(sum(b.size for b in self.model.backups()))
        words = self.tr("1 backup · {size}") if there == 1 else self.tr("{count} backups · {size}")
        return words.format(count=there, size=total)

    def _lead(self, *, copy: bool) -> None:
        """Let the one thing to do next stand out: a copy where one is due, else a new backup."""
        if self.copy_button.property("kind") == ("primary" if copy else ""):
            return
        self.copy_button.setIcon(icons.icon("copy-here", "on_accent" if copy else "accent"))
        dress(self.copy_button, kind="primary" if copy else "")
        dress(self.create_button, kind="" if copy else "primary")

    def _open_row(self) -> None:
        """Enter on a row does the next sensible thing with it."""
        if self._offer.copy and self._connected:
            self.copy_asked.emit(self._offer.copy)
        elif self._offer.folder:
            self.folder_asked.emit(self._offer.folder)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in (self.copy_button, self.verify_button, self.folder_button):
            self._add(menu, made)
        menu.addSeparator()
        sort = menu.addMenu(self.tr("Sort by"))
        for number, about in enumerate(self.model.columns):
            action = sort.addAction(about.title)
            action.triggered.connect(lambda _=False, n=number: self._sort_by(n))
        menu.popup(place)

    @staticmethod
    def _add(menu: QMenu, of: QPushButton) -> None:
        action = menu.addAction(of.icon(), of.text())
        action.setEnabled(of.isEnabled())
        action.triggered.connect(of.click)

    def _sort_by(self, number: int) -> None:
        header = self.table.horizontalHeader()
        same = header.sortIndicatorSection() == number
        ascending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if same and ascending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(number, order)
