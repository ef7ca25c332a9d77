"""A file dragged over the window: what it says meanwhile, and what was let go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class Overlay(QWidget):
    """Lies over the window while a file is held over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop the backup here"))
        self.hide()

    def come(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        tokens, scale = look.tokens, look.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = tokens.color("bg")
        veil.setAlphaF(0.95)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(18, 18, -18, -18)
        pen = QPen(tokens.color("accent"), 2)
        pen.setDashPattern([5.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 16, 16)
        side = 44 * scale
        center = frame.center()
        sign = QRectF(center.x() - side / 2, center.y() - side * 1.3, side, side)
        icons.paint("restore", painter, sign, tokens.color("accent"))
        words = QRectF(frame.left() + 24, center.y(), frame.width() - 48, 34 * scale)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(tokens.color("text"))
        painter.setFont(look.font(Type.FIGURE))
        painter.drawText(words, middle, self.tr("Drop the backup here"))
        painter.setPen(tokens.color("muted"))
        painter.setFont(look.font(Type.BODY))
        below = words.translated(0, 34 * scale)
        painter.drawText(below, middle, self.tr("You are asked what should become of it."))
        painter.end()


class Dropping(QObject):
    """Takes files that are let go anywhere on the window, whatever lies under the pointer."""

    dropped = Signal(object)  # tuple of Path; empty where it was no file of this computer

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.overlay = Overlay(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch_handle()  # the window may be shown already

    def _watch_handle(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # At the system's own window, before it looks for a widget: a text field would take a
        # file's name as its text.
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
                self._watch_handle()
            return False
        if kind in _DRAGS and isinstance(event, QDragMoveEvent):
            return self._over(event)
        if kind == QEvent.Type.DragLeave:
            self.overlay.hide()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._let_go(event)
        return False

    def _over(self, event: QDragMoveEvent) -> bool:
        if not event.mimeData().hasUrls():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        self.overlay.come()
        return True

    def _let_go(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        data = event.mimeData()
        if not data.hasUrls():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(_paths(data))
        return True


def _paths(data: QMimeData) -> tuple[Path, ...]:
    local = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return tuple(Path(name) for name in local if name)
