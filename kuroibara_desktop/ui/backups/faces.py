"""What the big card shows while there are no rows to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import Icon, button, column, label
from kuroibara_desktop.ui.progress import Bar
from kuroibara_desktop.ui.theme import Type


class Empty(QWidget):
    """Icon, what is missing, one button."""

    pressed = Signal()

    def __init__(self, icon: str, title: str, sentence: str, action: str) -> None:
        super().__init__()
        self.title = label(title, Type.CARD_TITLE)
        self.sentence = label(sentence, tone="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        width = round(420 * theme.current().scale)
        self.sentence.setFixedWidth(width)
        if sentence:
            self.sentence.setFixedHeight(self.sentence.heightForWidth(width))
        self.button = button(action)
        self.button.clicked.connect(self.pressed)
        self.icon = Icon(icon, "accent", 40)
        inner = column(self, margins=24, gap=8)
        inner.addStretch(2)
        center = Qt.AlignmentFlag.AlignHCenter
        inner.addWidget(self.icon, alignment=center)
        inner.addSpacing(6)
        inner.addWidget(self.title, alignment=center)
        inner.addWidget(self.sentence, alignment=center)
        inner.addSpacing(10)
        inner.addWidget(self.button, alignment=center)
        inner.addStretch(3)


class Unknown(Empty):
    """Nothing is here, and what the server has is not known: that is not the same as nothing."""

    def __init__(self) -> None:
        super().__init__(
            "server",
            self.tr("The server could not be asked"),
            self.tr("What it has is not known now, and there are no copies on this computer."),
            self.tr("Try again"),
        )


class Loading(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._bar = Bar()
        self._bar.setAccessibleName(self.tr("Asking the server"))
        self._bar.setFixedWidth(180)
        self._bar.show_fraction(None)
        inner = column(self, gap=14)
        inner.addStretch(2)
        center = Qt.AlignmentFlag.AlignHCenter
        inner.addWidget(label(self.tr("Asking the server…"), tone="muted"), alignment=center)
        inner.addWidget(self._bar, alignment=center)
        inner.addStretch(3)
