"""The parts of the Restore page: where a file is dropped, facts, steps, a choice, a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import (
    PADDING,
    ElidedLabel,
    Icon,
    button,
    column,
    label,
    row,
)
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence


class DropZone(QFrame):
    """Where a file may be dropped; its button does the same for those without a mouse."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Drop a backup here"))
        self.button = button(self.tr("Choose a file…"), "primary", icon="folder", role="on_accent")
        self.button.clicked.connect(self.pressed)
        center = Qt.AlignmentFlag.AlignHCenter
        sentence = label(
            self.tr(
                "A .tar.gz file made by a Kuroibara server. It is checked on this computer first, "
                "and nothing changes on the server until you have seen what would change."
            ),
            tone="muted",
            wrap=True,
        )
        sentence.setAlignment(center)
        sentence.setMaximumWidth(round(520 * theme.current().scale))
        middle = row()
        middle.addStretch(1)
        middle.addWidget(sentence, 1000)
        middle.addStretch(1)
        inner = column(self, margins=28, gap=8)
        inner.addWidget(Icon("restore", "accent", 40), alignment=center)
        inner.addSpacing(4)
        inner.addWidget(label(self.tr("Drop a backup here"), Type.CARD_TITLE), alignment=center)
        inner.addLayout(middle)
        inner.addSpacing(8)
        inner.addWidget(self.button, alignment=center)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.color("surface"))
        pen = QPen(tokens.color("edge"), 1.5)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()


class Facts(QWidget):
    """Captions with what is so, one line each; what does not fit is elided and told by a tip."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, (caption, value) in enumerate(facts):
            words = ElidedLabel(value)
            words.setAccessibleName(f"{caption}: {value}")
            self._grid.addWidget(label(caption, tone="muted"), place, 0)
            self._grid.addWidget(words, place, 1)


class StepLine(QWidget):
    """One step of the way: done, under way, or still to come; a sign and a word say which."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._icon = Icon("clock", "faint", 18)
        self._words = label(text)
        inner = row(self, gap=10)
        inner.addWidget(self._icon)
        inner.addWidget(self._words, 1)

    def be_done(self) -> None:
        self._show("check", "ok", "", self.tr("{step}: done"))

    def be_under_way(self) -> None:
        self._show("refresh", "accent", "", self.tr("{step}: under way"))

    def be_coming(self) -> None:
        self._show("clock", "muted", "muted", self.tr("{step}: still to come"))

    def _show(self, icon: str, role: str, tone: str, said: str) -> None:
        self._icon.show_icon(icon, role)
        self._words.setProperty("kind", tone)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._words.setFont(theme.current().font(Type.STRONG if role == "accent" else Type.BODY))
        self._words.setAccessibleName(said.format(step=self._text))


class Choice(QRadioButton):
    """A radio button in the colours of the theme, with a line under it that says what it means."""

    def __init__(self, text: str, detail: str) -> None:
        super().__init__(text)
        self._detail = detail
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme.current()
        self.setFont(look.font(Type.BODY))
        high = self.fontMetrics().height() + round(18 * look.scale) + 10
        width = self.fontMetrics().horizontalAdvance(max(self.text(), self._detail, key=len))
        return QSize(width + round(44 * look.scale), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(200 * theme.current().scale), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit is elided, and told by a tip."""
        super().resizeEvent(event)
        fits = self.width() >= self.sizeHint().width()
        self.setToolTip("" if fits else f"{self.text()}\n{self._detail}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        tokens, scale = look.tokens, look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = 20 * scale
        left = self.width() - side - 3 if right_to_left else 3.0
        ring = QRectF(left, 5, side, side)
        tone = "accent" if self.isChecked() else "muted"
        if not self.isEnabled():
            tone = "faint"
        painter.setPen(QPen(tokens.color(tone), 1.5))
        painter.setBrush(tokens.color("surface"))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color(tone))
            inset = side * 0.28
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        gap = round(side + 12)
        words = QRectF(self.rect()).adjusted(
            0 if right_to_left else gap, 4, -gap if right_to_left else 0, -4
        )
        start = Qt.AlignmentFlag.AlignLeading
        painter.setPen(tokens.color("text" if self.isEnabled() else "faint"))
        painter.setFont(look.font(Type.BODY))
        elide = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(self.text(), elide, int(words.width()))
        painter.drawText(words, start | Qt.AlignmentFlag.AlignTop, text)
        painter.setPen(tokens.color("muted" if self.isEnabled() else "faint"))
        painter.setFont(look.font(Type.SMALL))
        detail = painter.fontMetrics().elidedText(self._detail, elide, int(words.width()))
        painter.drawText(words, start | Qt.AlignmentFlag.AlignBottom, detail)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class TitledCard(QFrame):
    """A card with a title; `body` takes what it is about."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.title = label(title, Type.CARD_TITLE, wrap=True)
        self.body = column(gap=12)
        self._whole = column(self, margins=PADDING, gap=14)
        self._whole.addWidget(self.title)
        self._whole.addLayout(self.body)

    def end_with(self, *buttons: QWidget) -> None:
        """Buttons of this card, in a line at its end."""
        line = row(gap=8)
        for one in buttons:
            line.addWidget(one)
        line.addStretch(1)
        self._whole.addLayout(line)
