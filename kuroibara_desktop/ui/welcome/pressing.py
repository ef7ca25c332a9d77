"""A large button with a sign, a title and the sentence that says what pressing it means."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.theme import Type

_SIDE, _GAP, _PAD = 24, 14, 16


class ChoiceButton(QPushButton):
    """One of a few ways to go on. As tall as its words need at the width it gets."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self._icon, self._title, self._sentence = icon, title, sentence
        self.setProperty("kind", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        scale = theme.current().scale
        inner = width - round((2 * _PAD + _SIDE + _GAP) * scale)
        title, words = self._heights(inner)
        return title + words + round((2 * _PAD + 3) * scale)

    def sizeHint(self) -> QSize:
        width = round(380 * theme.current().scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(220 * theme.current().scale), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        tokens, scale = look.tokens, look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(tokens.color("accent" if self.hasFocus() else "edge"), width))
        painter.setBrush(tokens.color("raised" if self.underMouse() else "surface"))
        frame = self.rect().toRectF().adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(frame, 12, 12)
        pad, side, gap = (round(n * scale) for n in (_PAD, _SIDE, _GAP))
        inner = self.width() - 2 * pad - side - gap
        backwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = pad if backwards else pad + side + gap
        icon = QRect(self.width() - pad - side if backwards else pad, pad, side, side)
        shade = tokens.color("accent" if self.isEnabled() else "faint")
        icons.paint(self._icon, painter, icon.toRectF(), shade)
        title, words = self._heights(inner)
        painter.setFont(look.font(Type.CARD_TITLE))
        painter.setPen(tokens.color("text" if self.isEnabled() else "faint"))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRect(left, pad, inner, title), wrap, self._title)
        painter.setFont(look.font(Type.DETAIL))
        painter.setPen(tokens.color("muted" if self.isEnabled() else "faint"))
        below = QRect(left, pad + title + round(3 * scale), inner, words)
        painter.drawText(below, wrap, self._sentence)
        painter.end()

    def _heights(self, width: int) -> tuple[int, int]:
        look, wrap = theme.current(), Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, max(width, 1), 10_000)
        return (
            QFontMetrics(look.font(Type.CARD_TITLE)).boundingRect(room, wrap, self._title).height(),
            QFontMetrics(look.font(Type.DETAIL)).boundingRect(room, wrap, self._sentence).height(),
        )
