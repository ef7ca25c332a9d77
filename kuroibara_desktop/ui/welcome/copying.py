"""The step that asks what comes to this computer by itself, and how often."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kuroibara_desktop.core.automatic import CopyRules, Databases, Fulls
from kuroibara_desktop.ui.pieces import button
from kuroibara_desktop.ui.settings.pieces import Choice
from kuroibara_desktop.ui.welcome.frame import Step


class CopiesStep(Step):
    """`next_asked` also asks for the first copy; `only_save` does not."""

    only_save = Signal()

    def __init__(self) -> None:
        super().__init__(number=4)
        self.title.setText(self.tr("What should be copied?"))
        self.sentence.setText(
            self.tr("This comes by itself, as long as the app runs. The settings have more.")
        )
        self.next.setText(self.tr("Save and copy now"))
        self.next.setToolTip(self.tr("The database first, which takes seconds; then everything."))
        self.later = button(self.tr("Only save"), "link")
        self.later.clicked.connect(self.only_save)
        self.databases: Choice[Databases] = Choice(
            [(Databases.EVERY, self.tr("Every new one")), (Databases.NONE, self.tr("None"))]
        )
        self.fulls: Choice[Fulls] = Choice(
            [
                (Fulls.WEEKLY, self.tr("The newest, once a week")),
                (Fulls.EVERY, self.tr("Every new one")),
                (Fulls.NONE, self.tr("None")),
            ]
        )
        self.add_field(
            self.tr("Database-only backups: accounts, progress, settings"), self.databases
        )
        self.add_field(self.tr("Full backups: the manga files, too"), self.fulls)
        self.add_beside(self.later)

    def start(self) -> None:
        self.databases.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(
            self.tr(
                "These copies hold every user's data and password hashes. Whoever gets the "
                "drive can read them: keep it where only you can reach it."
            ),
            "warn",
        )

    def show_rules(self, rules: CopyRules) -> None:
        self.databases.set_value(rules.databases)
        self.fulls.set_value(rules.fulls)

    def rules(self) -> CopyRules:
        return CopyRules(
            databases=self.databases.value() or Databases.EVERY,
            fulls=self.fulls.value() or Fulls.WEEKLY,
        )
