"""What the Restore page shows, one face at a time: a start, work, a file, a plan, an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.restores import Scope
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.home.pieces import Pill
from kuroibara_desktop.ui.pieces import (
    GAP,
    PADDING,
    Check,
    ElidedLabel,
    Icon,
    Notice,
    button,
    column,
    dress,
    label,
    row,
    rule,
)
from kuroibara_desktop.ui.progress import Bar
from kuroibara_desktop.ui.restore.pieces import (
    Choice,
    DropZone,
    Facts,
    Figures,
    StepLine,
    TitledCard,
)
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from kuroibara_desktop.core.restores import Restore, RestorePlan
    from kuroibara_desktop.core.restoring import Journey, RestoreFile
    from kuroibara_desktop.transfers.journeys import Told
    from kuroibara_desktop.ui.restore.wording import RestoreWording


class Face(QWidget):
    """`start` is what the keyboard begins with."""

    def __init__(self) -> None:
        super().__init__()
        self.whole = column(self, gap=GAP)
        self.start: QWidget = self


class StartFace(Face):
    """Nothing is chosen yet; what was restored earlier stands below."""

    choose_asked = Signal()
    again_asked = Signal(object)  # Journey

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.zone = DropZone()
        self.zone.pressed.connect(self.choose_asked)
        self.start = self.zone.button
        self.earlier = TitledCard(self.tr("Earlier restores"))
        self.earlier.hide()
        self.ways = column(gap=GAP)  # other ways to begin
        self.whole.addWidget(self.zone)
        self.whole.addLayout(self.ways)
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
        name = journey.filename or journey.file.path.name
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

    def begin(self, title: str, *, step: int, at_the_server: bool, can_stop: bool) -> None:
        """Show that `step` is under way, those before it done."""
        self.title.setText(title)
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


class FileFace(Face):
    """What the file is, and what of it is to come back."""

    go_asked = Signal(object, bool)  # Scope, whether a safety copy is made first
    back_asked = Signal()

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.about = TitledCard("")
        self._facts = Facts()
        self._notices = column(gap=8)
        self.about.body.addWidget(self._facts)
        self.about.body.addLayout(self._notices)
        self.wish = TitledCard(self.tr("What is to come back?"))
        self._scopes = QButtonGroup(self)
        self._choices: dict[Scope, Choice] = {}
        for scope, detail in (
            (Scope.EVERYTHING, self.tr("Accounts, progress, settings and all files")),
            (Scope.DATABASE, self.tr("The files on the server stay as they are")),
            (Scope.STORAGE, self.tr("Accounts and progress on the server stay as they are")),
        ):
            choice = Choice(wording.scope(scope), detail)
            self._scopes.addButton(choice)
            self._choices[scope] = choice
            self.wish.body.addWidget(choice)
        self.safety = Check(self.tr("Make a safety copy of what is there first"))
        self.wish.body.addWidget(rule())
        self.wish.body.addWidget(self.safety)
        self.risk = Notice()
        self.wish.body.addWidget(self.risk)
        self.safety.toggled.connect(self._weigh)
        self.go = button(self.tr("See what would change"), "primary")
        self.go.clicked.connect(self._go)
        self.back = button(self.tr("Another file"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        self.start = self.go
        self.foot = row(gap=8)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        self.whole.addWidget(self.about)
        self.whole.addWidget(self.wish)
        self.whole.addLayout(self.foot)

    def show_file(self, file: RestoreFile, host: str) -> None:
        """Begin with the usual wish; what the file does not hold is not offered."""
        self.about.title.setText(file.path.name)
        self._facts.show_facts(self._wording.file_facts(file))
        emptied(self._notices)
        for sentence in self._wording.cautions(file):
            self._notices.addWidget(Notice(sentence, "warn"))
        scope = Scope.EVERYTHING if file.includes_storage else Scope.DATABASE
        for one in (Scope.EVERYTHING, Scope.STORAGE):
            self._choices[one].setVisible(file.includes_storage)
        self._choices[scope].setChecked(True)
        self.safety.setChecked(True)
        self.wish.title.setText(self.tr("What is to come back to {host}?").format(host=host))
        self._weigh()

    def _weigh(self) -> None:
        risk = self.tr(
            "Without it, what is on the server now is only kept until the way back is closed."
        )
        self.risk.say("" if self.safety.isChecked() else risk, "warn")

    def _go(self) -> None:
        chosen = next(s for s, choice in self._choices.items() if choice.isChecked())
        self.go_asked.emit(chosen, self.safety.isChecked())


class PlanFace(Face):
    """What would change on the server, and what speaks against it."""

    confirm_asked = Signal()
    again_asked = Signal()
    back_asked = Signal()

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.surface = TitledCard("")
        self._about = label("", tone="muted", wrap=True)
        self.table = Figures(
            self.tr("What would change"),
            (self.tr("What"), self.tr("Now"), self.tr("After"), self.tr("Difference")),
        )
        self._notices = column(gap=8)
        self._people = label("", wrap=True)
        self._nothing = label(
            self.tr("Nothing has changed on the server until now."), Type.DETAIL, tone="muted"
        )
        for part in (self._about, self.table, self._people):
            self.surface.body.addWidget(part)
        self.surface.body.addLayout(self._notices)
        self.confirm = button(self.tr("Replace what is there…"), "primary")
        self.confirm.clicked.connect(self.confirm_asked)
        self.again = button(self.tr("Look again"), icon="refresh")
        self.again.clicked.connect(self.again_asked)
        self.back = button(self.tr("Give up"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        foot = row(gap=8)
        foot.addWidget(self.back)
        foot.addWidget(self._nothing, 1)
        foot.addWidget(self.again)
        foot.addWidget(self.confirm)
        self.whole.addWidget(self.surface)
        self.whole.addLayout(foot)

    def show_plan(self, journey: Journey, plan: RestorePlan) -> None:
        words = self._wording
        self.surface.title.setText(
            self.tr("What would change on {server}").format(server=plan.server_name)
        )
        about = self.tr("{name} · {scope} · with a safety copy first")
        if not plan.safety_copy:
            about = self.tr("{name} · {scope} · without a safety copy")
        self._about.setText(
            about.format(name=plan.backup.filename, scope=words.scope(journey.scope))
        )
        self.table.show_rows(words.plan_rows(plan))
        self._people.setText(words.people(plan))
        self._people.setVisible(bool(plan.people))
        emptied(self._notices)
        for one in plan.objections:
            self._notices.addWidget(Notice(f"{one.sentence} {one.remedy}".strip(), "bad"))
        for warning in plan.warnings:
            self._notices.addWidget(Notice(warning, "warn"))
        self.confirm.setVisible(plan.possible)
        self.again.setVisible(not plan.possible)
        self.start = self.confirm if plan.possible else self.again


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
        self.more = column(gap=GAP)
        self.done = button(self.tr("Done"), "primary")
        self.done.clicked.connect(self.back_asked)
        self.start = self.done
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.done)
        self.whole.addWidget(self.surface)
        self.whole.addWidget(self.window_card)
        self.whole.addLayout(self.more)
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
        self._until.setText(words.until(seen))

    def say(self, title: str, reason: str, *, tone: str) -> None:
        self.title.setText(title)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self._icon.show_icon("verify" if tone == "ok" else "warning", tone)
        dress(self.surface, tone=tone)
        self.surface.setAccessibleName(f"{title}. {reason}".strip())
        self.window_card.hide()
        emptied(self.more)


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

    def show_trouble(self, title: str, sentence: str, remedy: str, *, back: str) -> None:
        self.surface.title.setText(title)
        self.surface.setAccessibleName(f"{title}. {sentence} {remedy}".strip())
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self.back.setText(back)
        self.start = self.again


def emptied(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    layout.setAlignment(Qt.AlignmentFlag.AlignTop)
