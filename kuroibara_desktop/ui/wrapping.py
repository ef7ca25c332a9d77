"""A row that becomes lines where there is too little room, as with long words or large text."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QSpacerItem,
    QStyle,
    QWidget,
    QWidgetItem,
)


@dataclass(slots=True)
class _Line:
    items: list[QLayoutItem] = field(default_factory=list)
    width: int = 0
    height: int = 0


class WrappingRow(QLayout):
    """Items keep their width and stand at the end of their line; what can grow takes the rest.

    With `from_start` they stand at its start.
    """

    def __init__(self, *, gap: int, from_start: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._from_start = from_start
        self.setSpacing(gap)

    def addStretch(self) -> None:
        """Let what follows stand at the end."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    def insertWidget(self, place: int, widget: QWidget) -> None:
        self.addChildWidget(widget)
        self._items.insert(place, QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        return sum(line.height for line in lines) + self._around(len(lines), margins)

    def sizeHint(self) -> QSize:
        [line] = self._lines(1 << 20) or [_Line()]
        margins = self.contentsMargins()
        return QSize(line.width + margins.left() + margins.right(), self.heightForWidth(1 << 20))

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max((self._wanted(item).width() for item in self._shown()), default=0)
        return QSize(widest + margins.left() + margins.right(), self.heightForWidth(1 << 20))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        top = room.top()
        for line in self._lines(room.width()):
            growing = [item for item in line.items if self._grows(item)]
            spare = max(0, room.width() - line.width)
            left = room.left() + (0 if growing or self._from_start else spare)
            for item in line.items:
                size = self._wanted(item)
                width = size.width() + (spare // len(growing) if item in growing else 0)
                place = QPoint(left, top + (line.height - size.height()) // 2)
                self._put(item, QRect(place, QSize(min(width, room.width()), size.height())), room)
                left += width + self.spacing()
            top += line.height + self.spacing()

    def _put(self, item: QLayoutItem, place: QRect, room: QRect) -> None:
        direction = Qt.LayoutDirection.LeftToRight
        if isinstance(parent := self.parentWidget(), QWidget):
            direction = parent.layoutDirection()
        item.setGeometry(QStyle.visualRect(direction, room, place))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if item.spacerItem() or not item.isEmpty()]

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in self._shown():
            size = self._wanted(item)
            wider = lines[-1].width + self.spacing() + size.width() if lines else 0
            if not lines or wider > width:
                lines.append(_Line())
                wider = size.width()
            line = lines[-1]
            line.items.append(item)
            line.width, line.height = wider, max(line.height, size.height())
        return lines

    def _around(self, lines: int, margins: QMargins) -> int:
        return margins.top() + margins.bottom() + self.spacing() * max(0, lines - 1)

    @staticmethod
    def _grows(item: QLayoutItem) -> bool:
        return bool(item.expandingDirections() & Qt.Orientation.Horizontal)

    @staticmethod
    def _wanted(item: QLayoutItem) -> QSize:
        return item.sizeHint().expandedTo(item.minimumSize())
