"""How large the window is: as it was left, and never larger than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize

from kuroibara_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fit(window: QWidget, geometry: bytes) -> None:
    """Size the window; `geometry` is Qt's own memory of it, empty at the first start."""
    scale = theme.current().scale
    # Large text must not push buttons off the screen; the title bar takes some of it, too.
    room = window.screen().availableSize() - QSize(0, 40)
    window.setMinimumSize(QSize(round(980 * scale), round(600 * scale)).boundedTo(room))
    window.resize(QSize(round(1180 * scale), round(760 * scale)).boundedTo(room))
    if geometry:
        window.restoreGeometry(QByteArray(geometry))
