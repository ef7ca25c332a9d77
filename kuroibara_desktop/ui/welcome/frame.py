"""What every step of the first run has: a title, a line that says why, a place for errors."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kuroibara_desktop.ui.pieces import Notice, button, column, label, row
from kuroibara_desktop.ui.progress import Bar
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from kuroibara_backup.errors import BackupError


class Step(QWidget):
    """One step. `next_asked` is pressed or Enter; the flow decides what follows."""

    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, *, number: int = 0, back: bool = True) -> None:
        """`number` is its place in the first run; 0 for a step that is not counted."""
        super().__init__()
        self.number = number
        self.title = label("", Type.TITLE, wrap=True)
        self.sentence = label("", tone="muted", wrap=True)
        self.notice = Notice()
        self.details = button(self.tr("Details"), "link")
        self.details.hide()
        self.details.clicked.connect(self._open_details)
        self.next = button("", "primary")
        self.next.clicked.connect(self._ask)
        self.back = button(self.tr("Back"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        self.back.setVisible(back)
        self._bar = Bar()
        self._bar.show_fraction(None)
        self._bar.setAccessibleName(self.tr("Working"))
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        self._error: BackupError | None = None
        self._ready = True

        self.body = column(gap=6)
        self.foot = WrappingRow(gap=8)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.details)
        self.foot.addStretch()
        self.foot.addWidget(self.next)
        whole = column(self, gap=16)
        head = column(gap=6)
        head.addWidget(self.title)
        head.addWidget(self.sentence)
        whole.addLayout(head)
        whole.addLayout(self.body)
        whole.addWidget(self.notice)
        whole.addWidget(self._bar)
        whole.addLayout(self.foot)
        self.fields: list[QWidget] = []
        self._tabbed: list[QWidget] = []
        self._beside: list[QWidget] = []

    def add_field(self, title: str, field: QWidget, *, beside: QWidget | None = None) -> None:
        caption = label(title, Type.STRONG, wrap=True)
        caption.setBuddy(field)
        field.setAccessibleName(title)
        if isinstance(field, QLineEdit):
            field.returnPressed.connect(self._ask)
        if self.fields:
            self.body.addSpacing(8)
        self.body.addWidget(caption)
        if beside is None:
            self.body.addWidget(field)
        else:
            line = row(gap=8)
            line.addWidget(field, 1)
            line.addWidget(beside)
            self.body.addLayout(line)
        self.fields.append(field)
        self.follow(field, *([] if beside is None else [beside]))

    def add_beside(self, press: QWidget) -> None:
        """Let one more button stand before the one that goes on."""
        self._beside.append(press)
        self.foot.removeWidget(self.next)
        self.foot.addWidget(press)
        self.foot.addWidget(self.next)

    def follow(self, *controls: QWidget) -> None:
        """Let Tab come to `controls` before the buttons below them, as the eye does."""
        self._tabbed += controls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # only now it stands in a window, which has the one order
        order = (*self._tabbed, self.back, self.details, *self._beside, self.next)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def set_ready(self, ready: bool) -> None:
        """Whether what was filled in suffices."""
        self._ready = ready
        self.next.setEnabled(ready)

    def work(self, busy: bool) -> None:
        """While busy nothing can be changed, and a bar says that it goes on."""
        self._bar.setVisible(busy)
        self._bar.show_fraction(None)
        self.next.setEnabled(not busy and self._ready)
        for field in self.fields:
            field.setEnabled(not busy)
        if busy:
            self.say("")

    def show_progress(self, fraction: float | None) -> None:
        """How far the work is, while it is busy; None while nobody knows."""
        self._bar.show_fraction(fraction)

    def say(self, sentence: str, tone: str = "") -> None:
        self._error = None
        self.details.hide()
        self.notice.say(sentence, tone)

    def show_error(self, error: BackupError) -> None:
        self.say(f"{error.sentence} {error.remedy}".strip(), "bad")
        self._error = error
        self.details.show()
        self.start()

    def start(self) -> None:
        """Put the keyboard where typing goes on."""
        for field in self.fields:
            if field.isVisibleTo(self) and field.isEnabled():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                if isinstance(field, QLineEdit):
                    field.selectAll()
                    if not field.text():
                        return
        last = self.fields[-1] if self.fields else self.next
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        if self.next.isEnabled():
            self.next_asked.emit()

    def _open_details(self) -> None:
        if self._error is not None:
            TroubleDialog(self._error, self.window()).open()
