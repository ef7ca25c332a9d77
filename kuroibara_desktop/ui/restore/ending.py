"""The faces at the end: how it went, or what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.ui.pieces import (
    PADDING,
    Icon,
    button,
    column,
    dress,
    label,
    row,
)
from kuroibara_desktop.ui.restore.checklist import ChecklistCard
from kuroibara_desktop.ui.restore.face import Face
from kuroibara_desktop.ui.restore.pieces import (
    TitledCard,
)
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.core.restores import Restore
    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.ui.restore.wording import RestoreWording


class OutcomeFace(Face):
    """How it ended, and the way back while there is one."""

    back_asked = Signal()
    roll_back_asked = Signal()

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.surface = QFrame()
        self.surface.setProperty("kind", "verdict")
        self._icon = Icon("verify", "ok", 44)
        self.title = label("", Type.TITLE, wrap=True)
        self.reason = label("", wrap=True)
        words = column(gap=4)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        inner = row(self.surface, margins=PADDING, gap=18)
        inner.addWidget(self._icon)
        inner.addLayout(words, 1)
        self.window_card = TitledCard(self.tr("The way back"))
        self._until = label("", tone="muted", wrap=True)
        self.roll_back = button(self.tr("Roll back…"), icon="restore")
        self.roll_back.clicked.connect(self.roll_back_asked)
        way = row(gap=12)
        way.addWidget(self._until, 1)
        way.addWidget(self.roll_back)
        self.window_card.body.addLayout(way)
        self.checklist = ChecklistCard()
        self.done = button(self.tr("Done"), "primary")
        self.done.clicked.connect(self.back_asked)
        self.start = self.done
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.whole.addWidget(self.surface)
        self.whole.addWidget(self.window_card)
        self.whole.addWidget(self.checklist)
        self.whole.addLayout(foot)

    def show_outcome(self, journey: Journey, seen: Restore, *, way_back: bool) -> None:
        words = self._wording
        good = journey.state in (JourneyState.RESTORED, JourneyState.ROLLED_BACK)
        self.say(
            words.outcome_title(journey),
            " ".join(words.outcome_sentences(journey, seen)),
            tone="ok" if good else "warn",
        )
        self.window_card.setVisible(way_back)
        self.checklist.setVisible(journey.state is JourneyState.RESTORED)
        self._until.setText(words.until(seen))

    def say(self, title: str, reason: str, *, tone: str) -> None:
        self.title.setText(title)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._icon.show_icon("verify" if tone == "ok" else "warning", tone)
        dress(self.surface, tone=tone)
        self.surface.setAccessibleName(f"{title}. {reason}".strip())
        self.window_card.hide()
        self.checklist.hide()


class TroubleFace(Face):
    """What went wrong before anything was begun; what was sent so far is kept."""

    again_asked = Signal()
    back_asked = Signal()
    details_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.surface = TitledCard("")
        self.sentence = label("", wrap=True)
        self.remedy = label("", tone="muted", wrap=True)
        self.surface.body.addWidget(self.sentence)
        self.surface.body.addWidget(self.remedy)
        self.again = button(self.tr("Try again"), "primary")
        self.again.clicked.connect(self.again_asked)
        self.back = button(self.tr("Give up"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        self.details = button(self.tr("Details"), "link")
        self.details.clicked.connect(self.details_asked)
        foot = row(gap=8)
        foot.addWidget(self.back)
        foot.addWidget(self.details)
        foot.addStretch(1)
        foot.addWidget(self.again)
        self.whole.addWidget(self.surface)
        self.whole.addLayout(foot)

    def show_trouble(
        self, title: str, sentence: str, remedy: str, *, again: str, back: str
    ) -> None:
        self.surface.title.setText(title)
        self.surface.setAccessibleName(f"{title}. {sentence} {remedy}".strip())
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self.again.setText(again)
        self.back.setText(back)
        self.start = self.again
