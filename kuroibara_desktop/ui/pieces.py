"""The small parts every page is made of: labels in the type scale, buttons, cards, notices."""

from __future__ import annotations

from html import escape
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.theme import Type

MARGIN, GAP, PADDING = 28, 16, 20
Box = TypeVar("Box", bound=QBoxLayout)


def dress(widget: QWidget, **properties: str) -> None:
    """Set the properties the style sheet looks at and draw the widget anew."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()  # bold words need more room
    widget.update()


def label(text: str = "", kind: Type = Type.BODY, *, tone: str = "", wrap: bool = False) -> QLabel:
    made = QLabel(text)
    # Names and sentences of a server end up here: they are text, never markup.
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.current().font(kind))
    made.setProperty("kind", tone)
    if wrap:
        made.setWordWrap(True)
        made.setMinimumWidth(0)
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(text: str, kind: str = "", *, icon: str = "", role: str = "text") -> QPushButton:
    # No mnemonics: Fusion underlines them always. Every button is in the tab order instead.
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(icons.icon(icon, role))
        side = round(18 * theme.current().scale)
        made.setIconSize(QSize(side, side))
    return made


class Check(QCheckBox):
    """A check box in the colours of the theme; Fusion's own nearly vanishes on a dark card."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(theme.current().font(Type.BODY))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # a fixed one stays one line high
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        metrics, scale = self.fontMetrics(), theme.current().scale
        width = metrics.horizontalAdvance(self.text()) + round(42 * scale)
        return QSize(width, max(metrics.height(), round(20 * scale)) + 10)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), round(200 * theme.current().scale)), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Long words wrap rather than push what stands beside them off the page."""
        scale = theme.current().scale
        room = QRect(0, 0, max(1, width - round(36 * scale)), 1 << 14)
        high = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()
        return max(high, round(20 * scale)) + 10

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        tokens, side = look.tokens, 20 * look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - side - 3 if right_to_left else 3.0
        box = QRectF(left, (self.height() - side) / 2, side, side)
        checked, enabled = self.isChecked(), self.isEnabled()
        fill = "surface" if not checked else "accent" if enabled else "faint"
        painter.setBrush(tokens.color(fill))
        painter.setPen(QPen(tokens.color("muted" if not checked else fill), 1.5))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if checked:
            icons.paint("check", painter, box.adjusted(3, 3, -3, -3), tokens.color("on_accent"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        gap = side + 12
        words = self.rect().adjusted(
            0 if right_to_left else round(gap), 0, -round(gap) if right_to_left else 0, 0
        )
        painter.setPen(tokens.color("text" if enabled else "faint"))
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, start | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()


def card() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "card")
    return made


def framed(inside: QWidget) -> QFrame:
    """A card with nothing but this in it, up to its edge."""
    made = card()
    holder = column(made)
    holder.setContentsMargins(1, 1, 1, 1)
    holder.addWidget(inside)
    return made


def rule() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "rule")
    made.setFixedHeight(1)
    return made


def column(parent: QWidget | None = None, *, margins: int = 0, gap: int = 0) -> QVBoxLayout:
    return _boxed(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, gap)


def row(parent: QWidget | None = None, *, margins: int = 0, gap: int = 0) -> QHBoxLayout:
    return _boxed(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, gap)


def _boxed(made: Box, margins: int, gap: int) -> Box:
    made.setContentsMargins(margins, margins, margins, margins)
    made.setSpacing(gap)
    return made


def plain_tip(text: str) -> str:
    """`text` for a tool tip: Qt shows what looks like markup as markup, unless it is escaped."""
    if not any(sign in text for sign in "<&\n"):
        return text
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"


class Icon(QWidget):
    """An icon as a picture; it has no name of its own, the words beside it say the same."""

    def __init__(self, name: str, role: str = "text", size: int = 20) -> None:
        super().__init__()
        self._name, self._role = name, role
        side = round(size * theme.current().scale)
        self.setFixedSize(side, side)

    def show_icon(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = theme.current().tokens.color(self._role)
        icons.paint(self._name, painter, QRectF(self.rect()), color)
        painter.end()


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit becomes an ellipsis and a tool tip."""

    def __init__(self, text: str = "", kind: Type = Type.BODY, *, tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.current().font(kind))
        self.setProperty("kind", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = text
        self.setText(text)

    def setText(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._fit()

    def full_text(self) -> str:
        return self._full

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 2, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._full, Qt.TextElideMode.ElideMiddle, max(self.width(), 1)
        )
        super().setText(shown)
        self.setToolTip(plain_tip(self._full) if shown != self._full else "")


_SIGNS = {"": "info", "ok": "check", "warn": "warning", "bad": "warning"}


class Notice(QFrame):
    """A sentence in a tinted box, with a sign so that colour is not all it says."""

    pressed = Signal()

    def __init__(self, text: str = "", tone: str = "", *, action: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._sign = Icon("info", "muted", 18)
        self._words = label(text, Type.DETAIL, wrap=True)
        inner = row(self, gap=10)
        inner.setContentsMargins(12, 8, 8 if action else 12, 8)
        inner.addWidget(self._sign)
        inner.addWidget(self._words, 1)
        self.press = button(action, "link")
        self.press.clicked.connect(self.pressed)
        inner.addWidget(self.press)
        self.press.setHidden(not action)
        self.say(text, tone)

    def say(self, text: str, tone: str = "") -> None:
        """Show a sentence, also one from below the window; an empty one hides the box."""
        text = said(text)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._sign.show_icon(_SIGNS[tone], tone or "muted")
        dress(self, tone=tone)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._words.text()
