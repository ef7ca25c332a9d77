"""The faces that ask: what is to come back, and whether what would change is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from kuroibara_desktop.core.restores import Scope
from kuroibara_desktop.server.address import host_of
from kuroibara_desktop.ui.pieces import (
    Check,
    Notice,
    button,
    column,
    label,
    row,
    rule,
)
from kuroibara_desktop.ui.restore.face import Face, emptied
from kuroibara_desktop.ui.restore.figures import Figures
from kuroibara_desktop.ui.restore.pieces import (
    Choice,
    Facts,
    TitledCard,
)
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_desktop.core.restores import RestorePlan
    from kuroibara_desktop.core.restoring import Journey, RestoreFile
    from kuroibara_desktop.core.stored import StoredBackup
    from kuroibara_desktop.ui.restore.wording import RestoreWording


class FileFace(Face):
    """What the backup is, where it lies, and what of it is to come back."""

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
        self.choices: dict[Scope, Choice] = {}
        scopes = column(gap=2)
        for scope, detail in (
            (Scope.EVERYTHING, self.tr("Accounts, progress, settings and all files")),
            (Scope.DATABASE, self.tr("The files on the server stay as they are")),
            (Scope.STORAGE, self.tr("Accounts and progress on the server stay as they are")),
            (Scope.MANGA, self.tr("All else on the server stays as it is; you choose them next")),
        ):
            choice = Choice(wording.scope(scope), detail)
            self._scopes.addButton(choice)
            self.choices[scope] = choice
            scopes.addWidget(choice)
        self.safety = Check(self.tr("Make a safety copy of the database there first"))
        self._line = rule()
        self.wish.body.addLayout(scopes)
        self.wish.body.addWidget(self._line)
        self.wish.body.addWidget(self.safety)
        self.risk = Notice()
        self.wish.body.addWidget(self.risk)
        self.safety.toggled.connect(self._weigh)
        self._scopes.buttonToggled.connect(self._weigh)
        self.go = button(self.tr("See what would change"), "primary")
        self.go.clicked.connect(self._go)
        self.back = button(self.tr("Another backup"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        self.start = self.go
        self.foot = row(gap=8)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        self.whole.addWidget(self.about)
        self.whole.addWidget(self.wish)
        self.whole.addLayout(self.foot)

    def show_backup(self, source: RestoreFile | StoredBackup, host: str) -> None:
        """Begin with the usual wish; what the backup does not hold is not offered."""
        self.about.title.setText(source.name)
        self._facts.show_facts(self._wording.facts(source, host))
        emptied(self._notices)
        for sentence in self._wording.cautions(source):
            self._notices.addWidget(Notice(sentence, "warn"))
        scope = Scope.EVERYTHING if source.includes_storage else Scope.DATABASE
        for one in (Scope.EVERYTHING, Scope.STORAGE):
            self.choices[one].setVisible(source.includes_storage)
        # Without an index the whole file would have to be unpacked for the list.
        self.choices[Scope.MANGA].setVisible(source.includes_storage and source.format == 2)
        self.choices[scope].setChecked(True)
        self.safety.setChecked(True)
        self.wish.title.setText(self.tr("What is to come back to {host}?").format(host=host))
        self._weigh()

    def _weigh(self) -> None:
        risk = self.tr(
            "Without it, the database as it is now is only kept until the way back is closed."
        )
        offered = self._chosen().of_database
        self._line.setVisible(offered)
        self.safety.setVisible(offered)
        self.risk.say(risk if offered and not self.safety.isChecked() else "", "warn")

    def _chosen(self) -> Scope:
        return next(
            (scope for scope, choice in self.choices.items() if choice.isChecked()),
            Scope.EVERYTHING,
        )

    def _go(self) -> None:
        self.go_asked.emit(self._chosen(), self.safety.isChecked())


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
        self._comes_from = label("", tone="muted", wrap=True)
        self.table = Figures(
            self.tr("What would change"),
            (self.tr("What"), self.tr("Now"), self.tr("After"), self.tr("Difference")),
        )
        self._notices = column(gap=8)
        self._people = label("", wrap=True)
        self._nothing = label(
            self.tr("Nothing has changed on the server until now."), Type.DETAIL, tone="muted"
        )
        for part in (self._about, self._comes_from, self.table, self._people):
            self.surface.body.addWidget(part)
        self.surface.body.addLayout(self._notices)
        self.confirm = button(self.tr("Replace what is there…"), "primary")
        self.confirm.clicked.connect(self.confirm_asked)
        self.again = button(self.tr("Look again"), icon="refresh")
        self.again.clicked.connect(self.again_asked)
        self.back = button(self.tr("Back"), "quiet", icon="back", role="muted")
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
        if not journey.scope.of_database:
            about = self.tr("{name} · {scope}")
        elif not plan.safety_copy:
            about = self.tr("{name} · {scope} · without a safety copy")
        self._about.setText(
            about.format(name=plan.backup.filename, scope=words.scope(journey.scope))
        )
        self._comes_from.setText(words.comes_from(journey.source, host_of(journey.server)))
        self.table.show_rows(words.plan_rows(plan))
        self._people.setText(words.people(plan))
        self._people.setVisible(bool(plan.people))
        emptied(self._notices)
        for one in plan.objections:
            self._notices.addWidget(Notice(said(f"{one.sentence} {one.remedy}".strip()), "bad"))
        for warning in plan.warnings:
            self._notices.addWidget(Notice(said(warning), "warn"))
        self.confirm.setVisible(plan.possible)
        self.again.setVisible(not plan.possible)
        self.start = self.confirm if plan.possible else self.again
