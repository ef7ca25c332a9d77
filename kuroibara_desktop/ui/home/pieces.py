"""The parts of the Home page: the verdict, a clock, a card with a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import (
    PADDING,
    ElidedLabel,
    Icon,
    button,
    column,
    dress,
    label,
    row,
)
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from kuroibara_desktop.ui.home.wording import Face


class Pill(QLabel):
    """One or two words in a tinted capsule; they say what the tint says."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = ""
        self.setFont(theme.current().font(Type.SMALL_STRONG))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def say(self, text: str, tone: str) -> None:
        self._tone = tone
        self.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font(Type.SMALL_STRONG))
        scale = theme.current().scale
        width = metrics.horizontalAdvance(self.text()) + round(22 * scale)
        return QSize(width, metrics.height() + round(5 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tokens.color(f"{self._tone}_soft" if self._tone else "raised"))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(look.font(Type.SMALL_STRONG))
        painter.setPen(look.tokens.color(self._tone or "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class VerdictCard(QFrame):
    """The sentence, the line under it, and the one thing to do."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "verdict")
        self._icon = Icon("clock", "muted", 44)
        self.title = label("", Type.TITLE, wrap=True)
        self.reason = label("", wrap=True)
        self.button = button("", "primary")
        self.button.clicked.connect(self.pressed)
        words = column(gap=4)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        words.addStretch(1)
        inner = row(self, gap=18)
        inner.setContentsMargins(PADDING + 2, PADDING, PADDING + 2, PADDING)
        inner.addWidget(self._icon)
        inner.addLayout(words, 1)
        inner.addWidget(self.button)
        self.setMinimumHeight(round(92 * theme.current().scale))

    def say(self, title: str, reason: str, *, sign: str, tone: str) -> None:
        dress(self, tone=tone)
        self._icon.show_icon(sign, tone or "muted")
        self.title.setText(title)
        self.reason.setText(reason)
        self.setAccessibleName(title)
        self.setAccessibleDescription(reason)

    def offer(self, text: str, *, enabled: bool) -> None:
        self.button.setText(text)
        self.button.setEnabled(enabled)


class ClockCard(QFrame):
    """How old the newest backup is, on one side."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = ElidedLabel("", Type.DETAIL, tone="muted")
        self.pill = Pill()
        self.figure = label("", Type.FIGURE)
        self.figure.setFont(theme.current().figures(Type.FIGURE))
        self._detail = ElidedLabel("", Type.DETAIL, tone="muted")
        head = row(gap=8)
        head.addWidget(Icon(icon, "muted", 18))
        head.addWidget(self._title, 1)
        head.addWidget(self.pill)
        inner = column(self, gap=6)
        inner.setContentsMargins(PADDING - 1, 15, PADDING - 1, 16)
        inner.addLayout(head)
        inner.addWidget(self.figure)
        inner.addWidget(self._detail)

    def show_face(self, face: Face) -> None:
        self._title.setText(face.title)
        self.pill.say(face.pill, face.tone)
        self.figure.setText(face.figure)
        self._detail.setText(face.detail)
        self.setAccessibleName(f"{face.title}: {face.figure}, {face.pill}")
        self.setAccessibleDescription(face.detail)


class ChartCard(QFrame):
    """A title, a word beside it, a chart, and a sentence while there is nothing to draw."""

    def __init__(self, title: str, chart: QWidget, *, empty: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.chart = chart
        self._note = label("", Type.DETAIL, tone="muted")
        self._empty = label(empty, Type.DETAIL, tone="muted", wrap=True)
        self._empty.hide()
        head = WrappingRow(gap=12)
        head.addWidget(label(title, Type.CARD_TITLE))
        head.addStretch()
        head.addWidget(self._note)
        inner = column(self, gap=8)
        inner.setContentsMargins(PADDING, 16, PADDING, 16)
        inner.addLayout(head)
        inner.addWidget(chart)
        inner.addWidget(self._empty)

    def note(self, text: str, tone: str = "") -> None:
        self._note.setText(text)
        kind = Type.SMALL if not tone else Type.SMALL_STRONG
        self._note.setFont(theme.current().font(kind))
        dress(self._note, kind=tone or "muted")

    def set_empty(self, empty: bool) -> None:
        self.chart.setVisible(not empty)
        self._empty.setVisible(empty)
