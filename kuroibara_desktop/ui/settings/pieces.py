"""The small parts that every section of the settings is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.pieces import GAP, PADDING, Check, Notice, column, label, row, rule
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

T = TypeVar("T")


class Choice(QComboBox, Generic[T]):
    """One of a few values, each with its words. `chosen` is only what a person did."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[T, str]] = ()) -> None:
        super().__init__()
        self._values: list[T] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(options)
        self.activated.connect(lambda place: self.chosen.emit(self._values[place]))

    def offer(self, options: Sequence[tuple[T, str]]) -> None:
        """Replace what can be chosen; the value in force stays, where it is still offered."""
        before = self.value()
        self._values = [value for value, _ in options]
        self.clear()
        self.addItems([words for _, words in options])
        if before is not None:
            self.set_value(before)

    def value(self) -> T | None:
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: T) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; nothing is changed by passing over it

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        scale = theme.current().scale
        side = 16 * scale
        left = 10 * scale
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            left = self.width() - side - left
        painter = QPainter(self)
        role = "muted" if self.isEnabled() else "faint"
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint("chevron-down", painter, place, theme.current().tokens.color(role))
        painter.end()


class _Field(QObject):
    """Gives the text of a spin box its whole field, since there are no little buttons beside it.

    Qt leaves one pixel for it where a style sheet draws the border.
    """

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        self._box = box
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        box.setKeyboardTracking(False)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.lineEdit().installEventFilter(self)

    def eventFilter(self, text: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            side = round(11 * theme.current().scale)
            place = self._box.rect().adjusted(side, 2, -side, -2)
            if self._box.lineEdit().geometry() != place:
                self._box.lineEdit().setGeometry(place)
        return super().eventFilter(text, event)


class Number(QSpinBox):
    """A whole number that can be typed, or changed with the up and down keys."""

    chosen = Signal(int)

    def __init__(
        self, least: int, most: int, *, one: str = "", many: str = "", none: str = ""
    ) -> None:
        """`one` or `many` follow the number.

        With `none`, one below `least` is written so and means no number at all.
        """
        super().__init__()
        self._none = bool(none)
        self.setRange(least - self._none, most)
        self.setSpecialValueText(none)
        self.setSuffix(one if self.value() == 1 else many)
        self.valueChanged.connect(lambda value: self.setSuffix(one if value == 1 else many))
        _Field(self)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._told = self.value()
        self.editingFinished.connect(self._tell)

    def number(self) -> int | None:
        return None if self._none and self.value() == self.minimum() else self.value()

    def set_number(self, number: int | None) -> None:
        self.setValue(self.minimum() if number is None else number)
        self._told = self.value()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _tell(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.chosen.emit(self._told)


class Hour(QTimeEdit):
    """A time of day."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        _Field(self)
        self._told = self.time()
        self.editingFinished.connect(self._tell)

    def moment(self) -> time:
        return self.time().toPython()  # type: ignore[return-value]  # a time

    def set_moment(self, moment: time) -> None:
        self.setTime(QTime(moment.hour, moment.minute))
        self._told = self.time()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _tell(self) -> None:
        if self.time() != self._told:
            self._told = self.time()
            self.chosen.emit()


class Card(QFrame):
    """A card with settings one below the other, a hairline between them."""

    def __init__(self, title: str = "", sentence: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._whole: QVBoxLayout = column(self)
        self._whole.setContentsMargins(PADDING, PADDING - 4, PADDING, PADDING - 4)
        self._parts = 0
        if title:
            self.entitle(title, sentence)

    def entitle(self, title: str, sentence: str = "") -> None:
        """Give the card its title, before anything else is added."""
        self.setAccessibleName(title)
        head = column(gap=3)
        head.addWidget(label(title, Type.CARD_TITLE))
        if sentence:
            head.addWidget(label(sentence, Type.DETAIL, tone="muted", wrap=True))
        self._whole.addLayout(head)
        self._whole.addSpacing(8)

    def add(self, part: QWidget, *, line: bool = True) -> None:
        """Append a part; `line` draws a hairline above it, unless it is the first one."""
        if self._parts and line:
            self._whole.addWidget(rule())
        self._parts += 1
        self._whole.addWidget(part)

    def setting(self, title: str, detail: str, *controls: QWidget) -> QWidget:
        """One setting: what it is at the left, its controls at the right."""
        part = QWidget()
        inner = row(part, gap=16)
        inner.setContentsMargins(0, 9, 0, 9)
        caption = label(title, Type.STRONG, wrap=True)
        words = column(gap=1)
        words.addWidget(caption)
        if detail:
            words.addWidget(label(detail, Type.SMALL, tone="muted", wrap=True))
        inner.addLayout(words, 1)
        for control in controls:
            if not control.accessibleName():
                control.setAccessibleName(title)
            if not control.accessibleDescription():
                control.setAccessibleDescription(detail)
            inner.addWidget(control, alignment=Qt.AlignmentFlag.AlignVCenter)
        if controls:
            caption.setBuddy(controls[0])
        self.add(part)
        return part

    def check(self, text: str, detail: str = "") -> Check:
        """One setting that is so or not."""
        made = Check(text)
        made.setAccessibleDescription(detail)
        part = QWidget()
        inner = column(part, gap=0)
        inner.setContentsMargins(0, 6, 0, 6)
        inner.addWidget(made)
        if detail:
            beneath = row()
            beneath.addSpacing(round(32 * theme.current().scale))
            beneath.addWidget(label(detail, Type.SMALL, tone="muted", wrap=True), 1)
            inner.addLayout(beneath)
        self.add(part)
        return made

    def foot(self, *buttons: QWidget) -> None:
        """Buttons under the settings, from the start of the line."""
        part = QWidget()
        inner = WrappingRow(gap=8, from_start=True)
        inner.setContentsMargins(0, 9, 0, 3)
        part.setLayout(inner)
        for one in buttons:
            inner.addWidget(one)
        self.add(part, line=False)


class Section(QWidget):
    """One part of the settings: a title, a line about it, cards; what was done is said on top."""

    opened = Signal()  # it came to the front

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.body: QVBoxLayout = column(gap=GAP)
        self.notice = Notice()
        self.notice.hide()
        self._title = label("", Type.TITLE)
        self._sentence = label("", tone="muted", wrap=True)
        whole = column(self, gap=GAP)
        head = column(gap=3)
        head.addWidget(self._title)
        head.addWidget(self._sentence)
        whole.addLayout(head)
        whole.addWidget(self.notice)
        whole.addLayout(self.body)
        whole.addStretch(1)

    def entitle(self, title: str) -> None:
        """Give it the title under which it is found in the list."""
        self.title = title
        self._title.setText(title)
        self.setAccessibleName(title)

    def describe(self, sentence: str) -> None:
        """Say under the title what it is about."""
        self._sentence.setText(sentence)

    def add_card(self, title: str = "", sentence: str = "") -> Card:
        made = Card(title, sentence)
        self.body.addWidget(made)
        return made

    def say(self, sentence: str, tone: str = "ok") -> None:
        """Say what was done, or why it was not; an empty sentence takes it back."""
        self.notice.say(sentence, tone)


def clear(layout: QVBoxLayout) -> None:
    """Take every widget out of a layout, to fill it anew."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
