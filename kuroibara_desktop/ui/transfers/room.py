"""No room for the next copy: what can be done about it, each with its risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kuroibara_desktop.core.keeping import WayOut
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Icon, button, card, column, label, row
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QWidget

    from kuroibara_desktop.core.errors import NoRoomBeside


class RoomDialog(Dialog):
    """Asks which way out is taken. Nothing is given up before one is pressed."""

    chosen = Signal(object)  # WayOut

    def __init__(self, error: NoRoomBeside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = told(error)
        self.setWindowTitle(said.title)
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(said.sentence)
        words = column(gap=6)
        words.addWidget(label(said.title, Type.CARD_TITLE, wrap=True))
        words.addWidget(label(said.sentence, wrap=True))
        head = row(gap=16)
        head.addWidget(Icon("drive", "warn", 28), alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        whole = column(self, margins=24, gap=14)
        whole.addLayout(head)
        for way in error.ways:
            whole.addWidget(self._offer(way))
        cancel = button(self.tr("Not now"), "primary")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        whole.addLayout(foot)
        self.setFixedWidth(round(560 * theme.current().scale))
        cancel.setFocus()

    def _offer(self, way: WayOut) -> QFrame:
        title, risk, press = {
            WayOut.ANOTHER_DRIVE: (
                self.tr("Use another drive"),
                self.tr("Nothing is given up; the copies here stay."),
                self.tr("Choose a folder"),
            ),
            WayOut.DATABASE_ONLY: (
                self.tr("Copy databases only for now"),
                self.tr("The manga files here stay as old as the last full copy."),
                self.tr("Databases only"),
            ),
            WayOut.REPLACE: (
                self.tr("Replace the old copy"),
                self.tr("Until the new one is here, the server holds the only backup."),
                self.tr("Replace it"),
            ),
        }[way]
        made = card()
        words = column(gap=2)
        words.addWidget(label(title, Type.STRONG))
        words.addWidget(label(risk, Type.DETAIL, tone="muted", wrap=True))
        pressed = button(press)
        pressed.setAccessibleDescription(f"{title}. {risk}")
        pressed.clicked.connect(lambda: self._choose(way))
        inner = row(made, gap=14)
        inner.setContentsMargins(16, 12, 12, 12)
        inner.addLayout(words, 1)
        inner.addWidget(pressed)
        return made

    def _choose(self, way: WayOut) -> None:
        self.accept()
        self.chosen.emit(way)
