"""What every chart shares: it is painted from the theme, read by keys, and told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kuroibara_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent


def px(length: float) -> float:
    """A length that grows with the system's text."""
    return length * theme.current().scale


class Chart(QWidget):
    """A picture with words. The arrow keys walk over what it shows; a screen reader follows.

    A chart gives the places of its points, their words, and its picture; the rest is here.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._at: int | None = None
        self._hovered: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    # What a chart gives

    def points(self) -> int:
        """How many things there are to walk over."""
        return 0

    def words_at(self, _point: int) -> str:
        """What one of them says."""
        return ""

    def area_of(self, _point: int) -> QRectF:
        """Where one of them can be pointed at."""
        return QRectF()

    def summary(self) -> str:
        """The whole chart in words."""
        return ""

    def draw(self, _painter: QPainter) -> None:
        """Paint it all."""

    # What is shared

    @property
    def at(self) -> int | None:
        """What the keys or the mouse are at."""
        return self._hovered if self._hovered is not None else self._at

    def say_anew(self) -> None:
        """The figures changed."""
        if self._at is not None and self._at >= self.points():
            self._at = None
        self._tell()
        self.update()

    def _tell(self) -> None:
        spoken = self.words_at(self._at) if self._at is not None and self.hasFocus() else ""
        self.setAccessibleDescription(spoken or self.summary())

    def _point_at(self, place: QPointF) -> int | None:
        for point in range(self.points()):
            if self.area_of(point).contains(place):
                return point
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._point_at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._point_at(QPointF(event.pos()))
            words = self.words_at(found) if found is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self.points()
        left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        moves = {
            left: (self._at if self._at is not None else count) - 1,
            right: (self._at if self._at is not None else -1) + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        to = moves.get(Qt.Key(event.key()))
        if to is None or not count:
            super().keyPressEvent(event)
            return
        self._at = min(max(to, 0), count - 1)
        self._tell()
        self.update()
        area = self.area_of(self._at)
        corner = self.mapToGlobal(area.bottomLeft().toPoint())
        QToolTip.showText(corner, self.words_at(self._at), self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._at = None
        QToolTip.hideText()
        self._tell()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().tokens.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def faded(role: str, share: float) -> QColor:
    """The colour of a role, let through by `share`; for areas, never for text."""
    color = theme.current().tokens.color(role)
    color.setAlphaF(share)
    return color
