"""The face for a Kuroibara without the backup engine: what its own restore does, and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kuroibara_desktop.transfers.plain_restoring import WARNING
from kuroibara_desktop.ui.pieces import Check, Notice, button, row
from kuroibara_desktop.ui.restore.face import Face
from kuroibara_desktop.ui.restore.pieces import Facts, TitledCard
from kuroibara_desktop.ui.saying import said, told

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.restoring import RestoreFile
    from kuroibara_desktop.ui.restore.wording import RestoreWording


class PlainFace(Face):
    """A file that plain Kuroibara may be given goes there only after an explicit yes."""

    go_asked = Signal()
    back_asked = Signal()

    def __init__(self, wording: RestoreWording) -> None:
        super().__init__()
        self._wording = wording
        self.about = TitledCard("")
        self._facts = Facts()
        self.about.body.addWidget(self._facts)
        self.risk = TitledCard("")
        self._warning = Notice()
        self.agree = Check(self.tr("I know this, and want it all the same"))
        self.agree.toggled.connect(self._weigh)
        self.risk.body.addWidget(self._warning)
        self.risk.body.addWidget(self.agree)
        self.go = button(self.tr("Send it to Kuroibara"), "primary")
        self.go.clicked.connect(self.go_asked)
        self.back = button(self.tr("Another file"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        foot = row(gap=8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.go)
        self.start = self.back
        for part in (self.about, self.risk):
            self.whole.addWidget(part)
        self.whole.addLayout(foot)

    def show_file(self, file: RestoreFile, host: str, never: BackupError | None) -> None:
        """`never` says why this file must not be sent there; then no choice is offered."""
        self.about.title.setText(file.name)
        self._facts.show_facts(self._wording.facts(file, host))
        self.agree.setChecked(False)
        self.agree.setVisible(never is None)
        self.go.setVisible(never is None)
        if never is None:
            self.risk.title.setText(self.tr("What {host} would do with it").format(host=host))
            self._warning.say(said(WARNING), "bad")
        else:
            self.risk.title.setText(self.tr("This file is not for {host}").format(host=host))
            self._warning.say(told(never).whole, "bad")
        self._weigh()

    def _weigh(self) -> None:
        self.go.setEnabled(self.agree.isChecked())
