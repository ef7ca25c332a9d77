"""Where the interface gets its icons: SVGs beside this file, tinted from the theme.

They lie inside the package because a wheel installs package data only: icons in a folder at the
top of the repository would be missing after `pip install`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kuroibara_desktop.ui import theme


@cache
def _svg(name: str) -> str:
    return files(__name__).joinpath(f"{name}.svg").read_text(encoding="utf-8")


def names() -> list[str]:
    return sorted(f.name[:-4] for f in files(__name__).iterdir() if f.name.endswith(".svg"))


def paint(name: str, painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Draw an icon at full resolution, whatever the painter's device ratio is."""
    # Qt renders currentColor as black, so the colour is put into the text.
    text = _svg(name).replace("currentColor", color.name())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(text.encode())).render(painter, rect)
    painter.restore()


def pixmap(name: str, role: str, size: int, ratio: float = 1.0) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(name, painter, QRectF(0, 0, size, size), theme.current().tokens.color(role))
    painter.end()
    return made


class _Tinted(QIconEngine):
    """Asks the theme at each painting, so a theme change needs no new icons."""

    def __init__(self, name: str, role: str, checked: str) -> None:
        super().__init__()
        self._name, self._role, self._checked = name, role, checked

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._role, self._checked)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._checked if state is QIcon.State.On else self._role
        if mode is QIcon.Mode.Disabled:
            role = "faint"
        paint(self._name, painter, QRectF(rect), theme.current().tokens.color(role))  # type: ignore[call-overload]  # a QRect

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made


def icon(name: str, role: str = "text", *, checked: str | None = None) -> QIcon:
    """An icon in the colour of `role`; of `checked` while its button is checked."""
    return QIcon(_Tinted(name, role, checked or role))


def app_icon() -> QIcon:
    """The black rose, as pixmaps: some window systems take no SVG."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        image = QPixmap(size, size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint("app", painter, QRectF(0, 0, size, size), QColor(theme.DARK.accent))
        painter.end()
        made.addPixmap(image)
    return made
