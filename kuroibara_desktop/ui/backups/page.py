"""The page itself: search, table, what can be done with the choice, and work under way."""

from __future__ import annotations

import itertools
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from kuroibara_desktop.core.servers import Abilities
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui import formatting, icons
from kuroibara_desktop.ui.backups.choices import Offer, offer
from kuroibara_desktop.ui.backups.deeds import Deed, Powers, offered
from kuroibara_desktop.ui.backups.faces import Empty, Loading, Unknown
from kuroibara_desktop.ui.backups.filters import FilterRow
from kuroibara_desktop.ui.backups.menu import BackupMenu
from kuroibara_desktop.ui.backups.table import BackupTable
from kuroibara_desktop.ui.backups.telling import Done, Tell, Tellings
from kuroibara_desktop.ui.pieces import (
    GAP,
    MARGIN,
    button,
    column,
    dress,
    framed,
    label,
    rule,
)
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.ui.backups.model import BackupModel, Prepared
    from kuroibara_desktop.ui.progress import ProgressCard


class Shown(Enum):
    """Which face the big card has."""

    LOADING = 0
    ROWS = 1
    EMPTY = 2
    NO_MATCH = 3
    ALONE = 4
    UNKNOWN = 5


class BackupsPage(QWidget):
    """Shows what it is given and says what is asked for; it starts nothing itself."""

    copy_asked = Signal(object)  # tuple of Backup
    verify_asked = Signal(object)
    folder_asked = Signal(object)  # Backup, or None for the archive folder
    create_asked = Signal()
    refresh_asked = Signal()
    import_asked = Signal()
    deed_asked = Signal(object)  # Offered
    properties_asked = Signal(object)  # Backup
    server_asked = Signal()

    def __init__(self, model: BackupModel) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self.table = BackupTable(model)
        self._offer = Offer()
        self.powers = Powers(abilities=Abilities())
        self._loaded = False
        self._connected = True
        self._has_server = True
        self._busy_keys: frozenset[str] = frozenset()
        self._tellings = Tellings()
        self.done = Done()
        self._make_controls()
        self._work = column(gap=10)
        self._lay_out()
        self._make_actions()
        self.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
        self.table.selectionModel().selectionChanged.connect(self._weigh)
        self.table.copy_pressed.connect(lambda backup: self.copy_asked.emit((backup,)))
        self.table.opened.connect(self._show_properties)
        self.table.delete_pressed.connect(self._delete)
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

    def begin_anew(self) -> None:
        """Show nothing but that it is being looked, as before the first list."""
        self.tell()
        self.model.take(self.model.prepare(()))
        self._loaded = False
        self._show_face()
        self._weigh()

    def choose(self, key: str) -> None:
        """Select one backup, for example the one just made."""
        found = self.model.row_of(key)
        if found is None:
            return
        self.table.choose(found)

    def tell(self, *notices: Tell) -> None:
        """Replace what is said above the table."""
        self._tellings.tell(notices)

    def say_done(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """Tell a success; it goes away by itself. `undo` is what its button takes it back with."""
        self.done.tell(text, undo)

    def told(self) -> tuple[str, ...]:
        return self._tellings.texts()

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
        self._show_face()
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
        self.import_button = button(self.tr("Add a file…"), "quiet")
        self.import_button.setToolTip(
            self.tr("Take a backup file from anywhere into the archive (Ctrl+O)")
        )
        self.import_button.clicked.connect(self.import_asked)
        self.more_button = button("", icon="more")
        self.more_button.setAccessibleName(self.tr("More that can be done"))
        self.more_button.setToolTip(self.tr("More that can be done (the menu key)"))
        self.more_button.clicked.connect(self._open_more)
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
        self.unknown = Unknown()
        self.unknown.pressed.connect(self.refresh_asked)
        self.no_match = Empty("search", "", "", self.tr("Show all backups"))
        self.no_match.pressed.connect(self.filters.clear)

    def _lay_out(self) -> None:
        head = WrappingRow(gap=12)
        head.addWidget(label(self.tr("Backups"), Type.TITLE))
        head.addStretch()
        head.addWidget(self.refresh_button)
        head.addWidget(self.import_button)
        head.addWidget(self.create_button)

        with_rows = QWidget()
        inner = column(with_rows)
        inner.addWidget(self.table, 1)
        inner.addWidget(rule())
        foot = WrappingRow(gap=10)
        foot.setContentsMargins(18, 10, 12, 10)
        policy = self.summary.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.MinimumExpanding)
        self.summary.setSizePolicy(policy)
        foot.addWidget(self.summary)
        for made in (self.more_button, self.folder_button, self.verify_button, self.copy_button):
            foot.addWidget(made)
        inner.addLayout(foot)

        self._faces = QStackedWidget()
        for face in (Loading(), with_rows, self.empty, self.no_match, self.alone, self.unknown):
            self._faces.addWidget(face)

        whole = column(self, gap=GAP)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 24)
        whole.addLayout(head)
        whole.addWidget(self.filters)
        whole.addWidget(self._tellings)
        whole.addWidget(self.done)
        whole.addWidget(framed(self._faces), 1)
        whole.addLayout(self._work)
        order: list[QWidget] = [self.refresh_button, self.import_button, self.create_button]
        order += [self.search, *self.filters.pickers, self.filters.clear_button]
        order += [*self.done.buttons, self.table]
        order += [self.more_button, self.folder_button, self.verify_button, self.copy_button]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _make_actions(self) -> None:
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_search),
            (QKeySequence(QKeySequence.StandardKey.New), self.create_button.click),
            (QKeySequence("Ctrl+Shift+C"), self.copy_button.click),
            (QKeySequence("Ctrl+O"), self.import_asked.emit),
            (QKeySequence("Alt+Return"), self._show_properties),
            (QKeySequence("Shift+F10"), self.table.ask_menu),  # for keyboards without a menu key
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
            there = Shown.EMPTY if self._connected else Shown.UNKNOWN
            face = there if self._has_server else Shown.ALONE
        changed = face is not self.shown()
        self._faces.setCurrentIndex(face.value)
        if changed and self.isVisible() and not self.search.text():
            # What had the keyboard is hidden now; without this the search would get it.
            at = self._faces.currentWidget()
            start = at.button if isinstance(at, Empty) else self.table
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

    def _show_properties(self) -> None:
        chosen = self.table.chosen()
        if chosen:
            self.properties_asked.emit(chosen[0])

    def _delete(self) -> None:
        """The key asks for the side that is left: here for a copy alone, else on the server."""
        offers = {offer.deed: offer for offer in offered(self.table.chosen(), self.powers)}
        for deed in (Deed.DELETE_THERE, Deed.DELETE_HERE):
            if deed in offers and offers[deed].bar is None:
                self.deed_asked.emit(offers[deed])
                return

    def _open_more(self) -> None:
        self._open_menu(self.more_button.mapToGlobal(QPoint(0, 0)))

    def _open_menu(self, place: QPoint) -> None:
        chosen = self.table.chosen()
        menu = BackupMenu(self)
        menu.add_buttons((self.copy_button, self.verify_button, self.folder_button))
        if chosen:
            menu.add_properties()
            menu.add_deeds(offered(chosen, self.powers))
        menu.add_sorting(self.model.columns)
        menu.asked.connect(self.deed_asked)
        menu.properties_asked.connect(self._show_properties)
        menu.sort_asked.connect(self.table.sort_or_turn)
        menu.popup(place)
