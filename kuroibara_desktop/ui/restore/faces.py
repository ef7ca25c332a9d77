"""The faces before and during a restore: where it begins, and what is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.home.pieces import Pill
from kuroibara_desktop.ui.pieces import (
    PADDING,
    ElidedLabel,
    Icon,
    Notice,
    button,
    column,
    label,
    row,
    rule,
)
from kuroibara_desktop.ui.progress import Bar
from kuroibara_desktop.ui.restore.face import Face, emptied
from kuroibara_desktop.ui.restore.pieces import (
    DropZone,
    StepLine,
    TitledCard,
)
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.transfers.journeys import Told
    from kuroibara_desktop.ui.restore.wording import RestoreWording


class StartFace(Face):
    """Nothing is chosen yet; what was restored earlier stands below."""

    choose_asked = Signal()
    there_asked = Signal()
    again_asked = Signal(object)  # Journey
    move_asked = Signal()
    gone_asked = Signal()

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.zone = DropZone()
        self.zone.pressed.connect(self.choose_asked)
        self.start = self.zone.button
        self.earlier = TitledCard(self.tr("Earlier restores"))
        self.earlier.hide()
        self.gone = Way(
            "shield-alert",
            self.tr("My server is gone"),
            self.tr("Which backup brings the library back, and what a new server needs."),
            self.tr("Show what to do"),
        )
        self.gone.pressed.connect(self.gone_asked)
        self.gone.hide()
        self.move_way = Way(
            "server",
            self.tr("Move to another server"),
            self.tr("A backup of one server becomes the library of another."),
            self.tr("Move…"),
        )
        self.move_way.pressed.connect(self.move_asked)
        self.there = Way(
            "database",
            self.tr("A backup on the server"),
            self.tr("It is restored where it lies: nothing is sent from this computer."),
            self.tr("Choose…"),
        )
        self.there.pressed.connect(self.there_asked)
        self.there.hide()
        self.whole.addWidget(self.zone)
        self.whole.addWidget(self.there)
        self.whole.addWidget(self.gone)
        self.whole.addWidget(self.move_way)
        self.whole.addWidget(self.earlier)

    def show_earlier(self, told: Sequence[Told]) -> None:
        emptied(self.earlier.body)
        self.earlier.setVisible(bool(told))
        for number, one in enumerate(told):
            if number:
                self.earlier.body.addWidget(rule())
            self.earlier.body.addWidget(self._line(one))

    def _line(self, told: Told) -> QWidget:
        journey = told.journey
        made = QWidget()
        inner = row(made, gap=12)
        words = column(gap=1)
        name = journey.name
        words.addWidget(ElidedLabel(name, Type.STRONG))
        when = formatting.moment(told.changed_at.astimezone())
        words.addWidget(
            label(f"{when} · {self._wording.scope(journey.scope)}", Type.SMALL, tone="muted")
        )
        inner.addLayout(words, 1)
        text, tone = self._wording.state(journey)
        pill = Pill()
        pill.say(text, tone)
        inner.addWidget(pill)
        act = self._act(journey)
        if act:
            press = button(act, "link")
            press.setAccessibleName(f"{act}: {name}")
            press.clicked.connect(lambda: self.again_asked.emit(journey))
            inner.addWidget(press)
        return made

    def _act(self, journey: Journey) -> str:
        if journey.state is JourneyState.RESTORED:
            return self.tr("Show")
        return "" if journey.state.over else self.tr("Go on")


class Way(QFrame):
    """Another way to begin: what it is, what it is for, and its button."""

    pressed = Signal()

    def __init__(self, icon: str, title: str, sentence: str, action: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        words = column(gap=2)
        words.addWidget(label(title, Type.CARD_TITLE))
        words.addWidget(label(sentence, Type.DETAIL, tone="muted", wrap=True))
        self.button = button(action)
        self.button.setAccessibleDescription(f"{title}. {sentence}")
        self.button.clicked.connect(self.pressed)
        inner = row(self, margins=PADDING, gap=16)
        inner.addWidget(Icon(icon, "accent", 24))
        inner.addLayout(words, 1)
        inner.addWidget(self.button)


class WorkFace(Face):
    """Something is under way: which step, how far, and whether the window may be closed."""

    stop_asked = Signal()

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.title = label("", Type.CARD_TITLE, wrap=True)
        self.steps = [
            StepLine(self.tr("Check the file on this computer")),
            StepLine(self.tr("Send it to the server")),
            StepLine(self.tr("Compare it with what is there")),
            StepLine(self.tr("Put it in place")),
        ]
        self.detail = label("", Type.DETAIL, tone="muted", wrap=True)
        self.detail.setFont(theme.current().figures(Type.DETAIL))
        self._bar = Bar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self.safe = Notice()
        self.stop = button(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_asked)
        self.start = self.stop
        surface = QFrame()
        surface.setProperty("kind", "card")
        inner = column(surface, margins=PADDING, gap=14)
        inner.addWidget(self.title)
        lines = column(gap=8)
        for step in self.steps:
            lines.addWidget(step)
        inner.addLayout(lines)
        inner.addSpacing(2)
        inner.addWidget(self._bar)
        inner.addWidget(self.detail)
        inner.addWidget(self.safe)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.stop)
        inner.addLayout(foot)
        self.whole.addWidget(surface)

    def begin(
        self, title: str, *, step: int, at_the_server: bool, can_stop: bool, sent: bool = True
    ) -> None:
        """Show that `step` is under way, those before it done; what is not `sent` has fewer."""
        self.title.setText(title)
        for line in self.steps[:2]:
            line.setVisible(sent)
        for number, line in enumerate(self.steps):
            if number < step:
                line.be_done()
            elif number == step:
                line.be_under_way()
            else:
                line.be_coming()
        self.safe.say(self._wording.safe(at_the_server=at_the_server) if step else "")
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(True)
        self.show_progress(self.tr("Starting…"), None)

    def show_stage(self, stage: Stage) -> None:
        """Sending is over once the server looks at what arrived."""
        if stage is Stage.COMPARING:
            for line in self.steps[:2]:
                line.be_done()
            self.steps[2].be_under_way()
        elif stage is Stage.SWAPPING:  # from here on there is no stopping, only going back
            self.stop.hide()

    def show_progress(self, detail: str, fraction: float | None) -> None:
        self.detail.setText(detail)
        self._bar.setAccessibleDescription(detail)
        self._bar.show_fraction(fraction)

    def stopping(self) -> None:
        self.stop.setEnabled(False)
        self.show_progress(self.tr("Stopping…"), None)
