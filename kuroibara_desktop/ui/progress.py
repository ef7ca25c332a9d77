"""The card that shows work under way: what, how far, how fast, how long, and how to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import PADDING, ElidedLabel, Icon, button, column, label, row
from kuroibara_desktop.ui.theme import Type

_STEPS = 10_000  # of the bar: Qt counts in 32 bits, archives do not


class Bar(QProgressBar):
    """A slim bar. Without a known end a piece of it wanders, and Qt calls it busy."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self._wander = QVariantAnimation(self)
        self._wander.setStartValue(0.0)
        self._wander.setEndValue(1.0)
        self._wander.setDuration(1600)
        self._wander.setLoopCount(-1)
        self._wander.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._wander.valueChanged.connect(self.update)

    def show_fraction(self, fraction: float | None) -> None:
        if fraction is None:
            self.setRange(0, 0)
        else:
            self.setRange(0, _STEPS)
            self.setValue(round(min(max(fraction, 0.0), 1.0) * _STEPS))
        self._move()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._wander.stop()

    def _move(self) -> None:
        moving = self.maximum() == 0 and self.isVisible()
        if moving and self._wander.state() is not QVariantAnimation.State.Running:
            self._wander.start()
        elif not moving:
            self._wander.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(self.rect())
        radius = groove.height() / 2
        painter.setBrush(tokens.color("line"))
        painter.drawRoundedRect(groove, radius, radius)
        painter.setBrush(tokens.color("accent"))
        if self.maximum() == 0:
            place = float(self._wander.currentValue() or 0.0)
            piece = groove.width() / 4
            left = (groove.width() - piece) * (1 - abs(2 * place - 1))
            painter.drawRoundedRect(QRectF(left, 0, piece, groove.height()), radius, radius)
        elif self.value():
            width = max(groove.width() * self.value() / _STEPS, groove.height())
            left = 0.0
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left = groove.width() - width
            painter.drawRoundedRect(QRectF(left, 0, width, groove.height()), radius, radius)
        painter.end()


class ProgressCard(QFrame):
    """One piece of work under way. It decides nothing: it shows what it is given."""

    cancel_asked = Signal()
    pause_asked = Signal()
    progressed = Signal(str, object)  # what `show_progress` was given, for another card like it

    def __init__(self, title: str, *, icon: str = "transfers", pausable: bool = False) -> None:
        super().__init__()
        self.icon = icon
        self.pausable = pausable
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._title = ElidedLabel(title, Type.CARD_TITLE)
        self._detail = label("", Type.DETAIL, tone="muted")
        self._detail.setFont(theme.current().figures(Type.DETAIL))
        self._bar = Bar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel = button(self.tr("Cancel"))
        self._cancel.setAccessibleName(self.tr("Cancel: {title}").format(title=title))
        self._cancel.clicked.connect(self.ask)
        self._pause = button(self.tr("Pause"))
        self._pause.setAccessibleName(self.tr("Pause: {title}").format(title=title))
        self._pause.clicked.connect(self.pause_asked)
        if not pausable:
            self._pause.hide()

        least = round(120 * theme.current().scale)  # then it ends in an ellipsis, not below words
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), least))
        words = row(gap=12)
        words.addWidget(self._title, 1)
        words.addWidget(self._detail)
        middle = column(gap=8)
        middle.addLayout(words)
        middle.addWidget(self._bar)
        whole = row(self, gap=14)
        whole.setContentsMargins(PADDING - 2, 14, PADDING - 4, 14)
        whole.addWidget(Icon(icon, "accent", 20))
        whole.addLayout(middle, 1)
        whole.addWidget(self._pause)
        whole.addWidget(self._cancel)

    def show_progress(self, detail: str, fraction: float | None) -> None:
        self._detail.setText(detail)
        self._bar.setAccessibleDescription(detail)
        self._bar.show_fraction(fraction)
        self.progressed.emit(detail, fraction)

    def buttons(self) -> tuple[QPushButton, ...]:
        """As they stand in the line."""
        return (self._pause, self._cancel)

    def title(self) -> str:
        return self._title.full_text()

    def detail(self) -> str:
        return self._detail.text()

    def ask(self) -> None:
        """Ask for the end of the work, as its button does."""
        self._cancel.setEnabled(False)
        self._detail.setText(self.tr("Stopping…"))
        self.cancel_asked.emit()
