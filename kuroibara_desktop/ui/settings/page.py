"""The Settings page: its sections in a list at the left, the one in front at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.pieces import MARGIN, button, column, label, row
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from kuroibara_desktop.ui.settings.pieces import Section

_LIST, _WIDEST, _ROOM = 176, 780, 700  # pixels at 100 % text


class SettingsPage(QWidget):
    """Lists sections, and has each made when it is first shown; starts nothing itself.

    `fill` adds them, and is called once: when the first of them is to be shown.
    """

    turned = Signal(str)  # the key of the section now in front

    def __init__(self, fill: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._fill = fill
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Settings"))
        self._key = ""
        self._make: dict[str, Callable[[], Section]] = {}
        self._titles: dict[str, str] = {}
        self._made: dict[str, tuple[Section, QScrollArea]] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self._list = QWidget()
        self._entries = column(self._list, gap=3)
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._heading = label(self.tr("Settings"), Type.TITLE)
        self._entries.addWidget(self._heading)
        self._entries.addSpacing(12)
        self._entries.addStretch(1)
        whole = row(self, gap=24)
        whole.setContentsMargins(MARGIN, 24, 0, 0)
        whole.addWidget(self._list)
        whole.addWidget(self._stack, 1)

    def add(self, key: str, icon: str, title: str, make: Callable[[], Section]) -> None:
        """Append a section; the first one is in front until another is asked for."""
        made = button(f"  {title}", "nav")
        made.setIcon(icons.icon(icon, "muted", checked="accent"))
        side = round(18 * theme.current().scale)
        made.setIconSize(QSize(side, side))
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.setAccessibleName(title)
        made.clicked.connect(lambda: self.show_section(key))
        self._make[key], self._titles[key] = make, title
        self._buttons[key] = made
        self._entries.insertWidget(self._entries.count() - 1, made)
        if not self._key:
            self._key = key
            made.setChecked(True)

    def show_section(self, key: str) -> None:
        """Bring a section to the front, without a key the one that is; it hears so each time."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            fill()
            self._fit()
        self._key = key or self._key
        self._buttons[self._key].setChecked(True)
        section, area = self._of(self._key)
        self._stack.setCurrentWidget(area)
        section.say("")
        section.opened.emit()
        self.turned.emit(self._key)

    @property
    def key(self) -> str:
        """Of the section in front; empty before there is one."""
        return self._key

    @property
    def section(self) -> Section:
        """The section in front."""
        return self._of(self._key)[0]

    def _of(self, key: str) -> tuple[Section, QScrollArea]:
        if key not in self._made:
            section = self._make[key]()
            section.entitle(self._titles[key])
            area = _scrolled(section)
            self._made[key] = section, area
            self._stack.addWidget(area)
        return self._made[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list keeps its icons alone."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = theme.current().scale
        narrow = self.width() < _ROOM * scale
        self._heading.setVisible(not narrow)
        for key, made in self._buttons.items():
            title = self._titles[key]
            made.setText("" if narrow else f"  {title}".replace("&", "&&"))
            made.setToolTip(title if narrow else "")
        # A language with longer words gets the room for them.
        widest = max((made.sizeHint().width() for made in self._buttons.values()), default=0)
        self._list.setFixedWidth(round(44 * scale) if narrow else max(round(_LIST * scale), widest))


def _scrolled(section: Section) -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    inside.setProperty("kind", "page")
    inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    section.setMaximumWidth(round(_WIDEST * theme.current().scale))
    line = row(inside)
    line.setContentsMargins(0, 0, MARGIN, 24)
    line.addWidget(section, 100)
    line.addStretch(1)
    made.setWidget(inside)
    return made
