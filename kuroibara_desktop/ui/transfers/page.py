"""The page itself: the queue, what can be done with the choice, and what is still to come."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from kuroibara_desktop.core.queue import SpeedRules
from kuroibara_desktop.ui import formatting, icons, theme
from kuroibara_desktop.ui.backups.faces import Empty
from kuroibara_desktop.ui.pieces import (
    GAP,
    MARGIN,
    ElidedLabel,
    Notice,
    button,
    column,
    framed,
    label,
    row,
    rule,
)
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.transfers.model import TransferModel
from kuroibara_desktop.ui.transfers.table import TransferTable
from kuroibara_desktop.ui.transfers.view import total
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.ui.transfers.view import Line

_MIB = 1024 * 1024
_LIMITS = (None, _MIB // 2, _MIB, 2 * _MIB, 5 * _MIB, 10 * _MIB, 20 * _MIB, 50 * _MIB)


@dataclass(frozen=True, slots=True)
class Tell:
    """A sentence above the table; `action` is what its button says, `act` what it asks for."""

    text: str
    tone: str = "warn"
    action: str = ""


class TransfersPage(QWidget):
    """Shows what it is given and says what is asked for; it starts nothing itself."""

    pause_asked = Signal(object)  # tuple of TransferId, as all of these
    resume_asked = Signal(object)
    retry_asked = Signal(object)
    cancel_asked = Signal(object)
    move_asked = Signal(str, object)  # TransferId, and the one it goes in front of, or None
    clear_asked = Signal()
    pause_all_asked = Signal(bool)  # False: go on with all
    limit_asked = Signal(object)  # SpeedRules
    hours_asked = Signal()  # limits by the hour are set elsewhere
    backups_asked = Signal()
    told_pressed = Signal()  # the button of what is told above the table
    shown = Signal(bool)

    def __init__(self, model: TransferModel | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model or TransferModel()
        self.table = TransferTable(self.model)
        self._speed = SpeedRules()
        self._all_paused = False
        self._notices = column()
        self._told: Tell | None = None
        self._make_controls()
        self._lay_out()
        self._make_actions()
        self.table.selectionModel().selectionChanged.connect(self._weigh)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.opened.connect(self._open)
        self.table.toggled.connect(self._toggle)
        self.table.dropped.connect(self.cancel_button.click)
        self.table.nudged.connect(self._nudge)
        self.model.moved.connect(self.move_asked)
        self.show_lines((), SpeedRules(), paused=False)

    # What the door tells

    def show_lines(self, lines: Sequence[Line], speed: SpeedRules, *, paused: bool) -> None:
        """Show how the queue stands; `paused` says that nothing comes by itself."""
        self.model.show(lines)
        self._speed, self._all_paused = speed, paused
        self._faces.setCurrentIndex(1 if lines else 0)
        self.speed_button.setText(self.model.wording.speed(speed))
        active = [line for line in lines if not line.ended]
        words = self.tr("Resume all") if paused else self.tr("Pause all")
        self._dress(self.pause_all_button, words, "play" if paused else "pause")
        self.pause_all_button.setEnabled(paused or any(line.pausable for line in active))
        self.clear_button.setEnabled(len(active) < len(lines))
        self.summary.setText(self.model.wording.total(total(lines)))
        self._weigh()

    def tell(self, told: Tell | None) -> None:
        """Say what is in the way of all of them, or nothing."""
        if told == self._told:
            return
        self._told = told
        while (item := self._notices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if told is not None:
            notice = Notice(told.text, told.tone, action=told.action)
            notice.pressed.connect(self.told_pressed)
            self._notices.addWidget(notice)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    # Making

    def _make_controls(self) -> None:
        self.speed_button = button("", icon="gauge")
        self.speed_button.setToolTip(self.tr("How fast copies may come"))
        self.pause_all_button = button(self.tr("Pause all"), icon="pause")
        self.clear_button = button(self.tr("Clear finished"))
        self.clear_button.setToolTip(
            self.tr("Take what has ended off the list; no copy is removed")
        )
        self.up_button = button("", "quiet", icon="chevron-up")
        self.down_button = button("", "quiet", icon="chevron-down")
        self.up_button.setAccessibleName(self.tr("Move up"))
        self.up_button.setToolTip(self.tr("Move up (Alt+Up)"))
        self.down_button.setAccessibleName(self.tr("Move down"))
        self.down_button.setToolTip(self.tr("Move down (Alt+Down)"))
        for made in (self.up_button, self.down_button):
            made.setFixedWidth(round(36 * theme.current().scale))
        self.pause_button = button(self.tr("Pause"), icon="pause")
        self.pause_button.setToolTip(self.tr("Pause, or go on (Space)"))
        self.retry_button = button(self.tr("Try again"), icon="refresh")
        self.cancel_button = button(self.tr("Cancel"), icon="cross")
        self.cancel_button.setToolTip(self.tr("Copy it no more (Delete); what came of it goes"))
        self.reason = label("", Type.DETAIL, tone="muted", wrap=True)
        self.reason.setContentsMargins(18, 10, 18, 2)
        self.reason.hide()
        self.summary = ElidedLabel("", Type.DETAIL, tone="muted")
        self.empty = Empty(
            "transfers",
            self.tr("Nothing is being copied"),
            self.tr(
                "Copies that you ask for, and those that come by themselves, are listed here "
                "while they are on their way."
            ),
            self.tr("Choose a backup"),
        )
        self.speed_button.clicked.connect(self._open_speed)
        self.pause_all_button.clicked.connect(
            lambda: self.pause_all_asked.emit(not self._all_paused)
        )
        self.clear_button.clicked.connect(self.clear_asked)
        self.up_button.clicked.connect(partial(self._nudge, -1))
        self.down_button.clicked.connect(partial(self._nudge, 1))
        self.pause_button.clicked.connect(self._toggle)
        self.retry_button.clicked.connect(self._retry)
        self.cancel_button.clicked.connect(self._cancel)
        self.empty.pressed.connect(self.backups_asked)

    def _lay_out(self) -> None:
        head = WrappingRow(gap=12)
        head.addWidget(label(self.tr("Transfers"), Type.TITLE))
        head.addStretch()
        for made in (self.speed_button, self.clear_button, self.pause_all_button):
            head.addWidget(made)
        with_rows = QWidget()
        inner = column(with_rows)
        inner.addWidget(self.table, 1)
        inner.addWidget(rule())
        inner.addWidget(self.reason)
        foot = row(gap=10)
        foot.setContentsMargins(18, 10, 12, 10)
        foot.addWidget(self.summary, 1)
        for made in self._foot:
            foot.addWidget(made)
        inner.addLayout(foot)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.empty)
        self._faces.addWidget(with_rows)
        whole = column(self, gap=GAP)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 24)
        whole.addLayout(head)
        whole.addLayout(self._notices)
        whole.addWidget(framed(self._faces), 1)
        order = [self.table, *self._foot, self.speed_button, self.clear_button]
        for before, after in itertools.pairwise([*order, self.pause_all_button]):
            QWidget.setTabOrder(before, after)

    @property
    def _foot(self) -> tuple[QPushButton, ...]:
        return (
            self.up_button,
            self.down_button,
            self.retry_button,
            self.pause_button,
            self.cancel_button,
        )

    def _make_actions(self) -> None:
        for keys, act in (
            ("Ctrl+Shift+P", self.pause_all_button.click),
            ("Ctrl+Shift+L", self.speed_button.click),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    # Answering

    def _weigh(self) -> None:
        """Offer what can be done with the choice."""
        chosen = self.table.chosen()
        pausable = any(line.pausable for line in chosen)
        resumable = any(line.resumable for line in chosen)
        going_on = resumable and not pausable
        words = self.tr("Go on") if going_on else self.tr("Pause")
        self._dress(self.pause_button, words, "play" if going_on else "pause")
        self.pause_button.setEnabled(pausable or resumable)
        self.retry_button.setVisible(any(line.retryable for line in chosen))
        notes = {said(line.note) for line in chosen if line.note}
        self.reason.setText(notes.pop() if len(notes) == 1 else "")
        self.reason.setVisible(bool(self.reason.text()))
        self.cancel_button.setEnabled(any(line.cancellable for line in chosen))
        order = self.model.movable()
        places = [order.index(line.id) for line in chosen if line.id in order]
        one = len(chosen) == 1 and len(places) == 1
        self.up_button.setEnabled(one and places[0] > 0)
        self.down_button.setEnabled(one and places[0] < len(order) - 1)

    @staticmethod
    def _dress(made: QPushButton, words: str, icon: str) -> None:
        """Change it only where it says something else: this comes ten times a second."""
        if made.text() != words:
            made.setText(words)
            made.setIcon(icons.icon(icon, "text"))

    def _toggle(self) -> None:
        """Pause what can be paused; where nothing can, go on."""
        chosen = self.table.chosen()
        pausing = tuple(line.id for line in chosen if line.pausable)
        paused = tuple(line.id for line in chosen if line.resumable)
        if pausing:
            self.pause_asked.emit(pausing)
        elif paused:
            self.resume_asked.emit(paused)

    def _retry(self) -> None:
        again = tuple(line.id for line in self.table.chosen() if line.retryable)
        if again:
            self.retry_asked.emit(again)

    def _cancel(self) -> None:
        going = tuple(line.id for line in self.table.chosen() if line.cancellable)
        if going:
            self.cancel_asked.emit(going)

    def _open(self) -> None:
        """Enter on a row does the next sensible thing with it."""
        if any(line.retryable for line in self.table.chosen()):
            self._retry()
        else:
            self._toggle()

    def _nudge(self, by: int) -> None:
        chosen = self.table.chosen()
        order = self.model.movable()
        if len(chosen) != 1 or chosen[0].id not in order:
            return
        place = order.index(chosen[0].id)
        target = place + by
        if not 0 <= target < len(order):
            return
        behind = target + 1 if by > 0 else target
        self.move_asked.emit(chosen[0].id, order[behind] if behind < len(order) else None)

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in (self.pause_button, self.retry_button, self.cancel_button):
            self._add(menu, made, made.text())
        menu.addSeparator()
        for made in (self.up_button, self.down_button):
            self._add(menu, made, made.accessibleName())
        menu.addSeparator()
        self._add(menu, self.clear_button, self.clear_button.text())
        menu.popup(self.table.viewport().mapToGlobal(place))

    @staticmethod
    def _add(menu: QMenu, of: QPushButton, text: str) -> None:
        action = menu.addAction(of.icon(), text)
        action.setEnabled(of.isEnabled() and not of.isHidden())
        action.triggered.connect(of.click)

    def _open_speed(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for limit in _LIMITS:
            text = self.tr("No limit") if limit is None else formatting.rate(limit)
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(limit == self._speed.always)
            rules = SpeedRules(always=limit, hours=self._speed.hours)
            action.triggered.connect(partial(self.limit_asked.emit, rules))
        menu.addSeparator()
        menu.addAction(self.tr("By the hour…")).triggered.connect(self.hours_asked)
        menu.popup(self.speed_button.mapToGlobal(QPoint(0, self.speed_button.height() + 4)))
