"""The page itself: the verdict on top, then what to see to, the clocks and the charts."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.charts_growth import GrowthChart
from kuroibara_desktop.ui.charts_kinds import KindsChart
from kuroibara_desktop.ui.charts_strip import StripChart
from kuroibara_desktop.ui.home.lines import Act
from kuroibara_desktop.ui.home.pieces import ChartCard, ClockCard, VerdictCard
from kuroibara_desktop.ui.home.wording import SIGNS, TONES, HomeWording
from kuroibara_desktop.ui.notices import NoticeList
from kuroibara_desktop.ui.pieces import GAP, MARGIN, column, row
from kuroibara_desktop.ui.progress import ProgressCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.growth import Sample
    from kuroibara_desktop.ui.home.view import HomeView


class HomePage(QScrollArea):
    """Shows one `HomeView` and says what is asked for; it starts nothing itself."""

    copy_asked = Signal(object)  # tuple of Backup
    act_asked = Signal(object)  # every other Act

    def __init__(self, wording: HomeWording | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Home"))
        self.wording = wording or HomeWording()
        self.view: HomeView | None = None
        self._busy: frozenset[str] = frozenset()
        self._act = Act.LOOK
        self.verdict = VerdictCard()
        self.verdict.pressed.connect(self._press)
        self.notices = NoticeList()
        self.notices.act_asked.connect(self.ask)
        self.there, self.here = ClockCard("server"), ClockCard("drive")
        self.strip = StripChart()
        self.growth = GrowthChart()
        self.kinds = KindsChart()
        self._strip_card = ChartCard(self.tr("Last 60 days"), self.strip)
        self._strip_card.note(self.tr("tall: full · short: database only · broken: failed"))
        self._growth_card = ChartCard(
            self.tr("Size of your offsite archive"),
            self.growth,
            empty=self.tr("The chart begins with the first copy."),
        )
        self._kinds_card = ChartCard(
            self.tr("Size by kind"),
            self.kinds,
            empty=self.tr("There is nothing to count yet."),
        )
        self._works = column(gap=10)
        self._mirrors: dict[ProgressCard, ProgressCard] = {}
        self._lay_out()
        for keys, act in (
            ("Ctrl+Shift+C", self.verdict.button.click),
            ("Ctrl+R", partial(self.ask, Act.LOOK)),
            ("F5", partial(self.ask, Act.LOOK)),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(act)
            self.addAction(action)
        self._wait()

    def show_view(self, view: HomeView) -> None:
        """Show a new state; what did not change stays as it is, the keyboard included."""
        first = self.view is None
        self.view = view
        words = self.wording
        level = view.safety.level
        self.verdict.say(
            words.title(view), words.reason(view), sign=SIGNS[level], tone=TONES[level]
        )
        self._weigh()
        self.notices.show_lines(
            [
                (line, words.notices.silence(line.reminder, view) if line.reminder else "")
                for line in words.notices.lines(view)
            ]
        )
        self._order_tabs()
        self.there.show_face(words.there(view))
        self.here.show_face(words.here(view))
        self.strip.show_days(view.days)
        self._show_growth(view)
        self.kinds.show_kinds(view.kinds)
        self._kinds_card.set_empty(not view.kinds)
        self.setAccessibleDescription(f"{words.title(view)}. {words.reason(view)}")
        if first and self.isVisible():
            # The keys scroll, Tab goes on to the button, and a screen reader says the answer.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_growth(self, view: HomeView) -> None:
        samples: Sequence[Sample] = view.samples
        if all(sample.size == 0 for sample in samples):
            samples = ()
        self.growth.show_growth(
            samples, capacity=view.capacity, full=view.full_on, drive=f"“{view.place}”"
        )
        self._growth_card.set_empty(not samples)
        self._growth_card.note(*self.wording.outlook(view))

    def mark_busy(self, keys: Sequence[str]) -> None:
        """Backups that are under way: not offered a second time."""
        self._busy = frozenset(keys)
        if self.view is not None:
            self._weigh()

    def add_work(self, work: ProgressCard) -> None:
        """Show here, too, what is under way."""
        mirror = ProgressCard(work.title(), icon=work.icon, pausable=work.pausable)
        work.progressed.connect(mirror.show_progress)
        mirror.cancel_asked.connect(work.ask)
        mirror.pause_asked.connect(work.pause_asked)
        mirror.show_progress(work.detail(), None)
        self._mirrors[work] = mirror
        self._works.addWidget(mirror)
        self._order_tabs()

    def remove_work(self, work: ProgressCard) -> None:
        mirror = self._mirrors.pop(work, None)
        if mirror is not None:
            self._works.removeWidget(mirror)
            for press in mirror.buttons():
                self._take_keyboard_from(press)
            mirror.hide()
            mirror.deleteLater()

    def begin_anew(self) -> None:
        """Claim nothing, as before the first look."""
        self.view = None
        self.notices.show_lines([])
        self._wait()

    # Inside

    def _wait(self) -> None:
        """Before the first look nothing is claimed."""
        self.verdict.say(
            self.tr("Looking…"),
            self.tr("The server and the archive folder are being looked at."),
            sign="clock",
            tone="",
        )
        self.verdict.offer(self.tr("Copy offsite now"), enabled=False)
        self.verdict.button.hide()
        for hidden in (self.there, self.here, *self._cards):
            hidden.hide()

    @property
    def _cards(self) -> tuple[ChartCard, ...]:
        return (self._strip_card, self._growth_card, self._kinds_card)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "page")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = column(inside, gap=GAP)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 24)
        whole.addWidget(self.verdict)
        whole.addLayout(self._works)
        whole.addWidget(self.notices)
        self._clocks = row(gap=GAP)
        self._clocks.addWidget(self.there, 1)
        self._clocks.addWidget(self.here, 1)
        whole.addLayout(self._clocks)
        for made in self._cards:
            whole.addWidget(made)
        whole.addStretch(1)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other while there is room, one above the other with large text."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < 640 * theme.current().scale
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._clocks.direction() is not way:
            self._clocks.setDirection(way)

    def _order_tabs(self) -> None:
        """From the top down, also for entries that came later."""
        works = [press for card in self._mirrors.values() for press in card.buttons()]
        order: list[QWidget] = [self.verdict.button, *works, *self.notices.buttons()]
        order += [self.strip, self.growth, self.kinds]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _weigh(self) -> None:
        view = self.view
        if view is None:
            return
        for shown in (self.verdict.button, self.there, self.here, *self._cards):
            shown.show()
        self.there.setVisible(view.has_server)
        self._act, text = self.wording.action(view)
        left = [backup for backup in view.next if backup.key not in self._busy]
        enabled = True
        if self._act is Act.COPY and not left:
            text, enabled = self.tr("Copying…"), False
            self._take_keyboard_from(self.verdict.button)
        self.verdict.offer(text, enabled=enabled)

    def _take_keyboard_from(self, going: QWidget) -> None:
        """What cannot be pressed any more leaves the keys to the page, not to the next chart."""
        if going.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        self.ask(self._act)

    def ask(self, act: Act) -> None:
        """Pass a wish on, with what it is about."""
        if act is not Act.COPY:
            self.act_asked.emit(act)
        elif self.view is not None:
            left = tuple(b for b in self.view.next if b.key not in self._busy)
            if left:
                self.copy_asked.emit(left)
