"""The face for *My server is gone*: what to use, what the new one needs, and a page to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kuroibara_desktop.ui.pieces import Notice, button, column, label, row
from kuroibara_desktop.ui.restore.face import Face, emptied
from kuroibara_desktop.ui.restore.pieces import Facts, TitledCard
from kuroibara_desktop.ui.saying import told

if TYPE_CHECKING:
    from kuroibara_desktop.ui.restore.options import Options
    from kuroibara_desktop.ui.restore.sheet import RescueWording


class GoneFace(Face):
    """Shows what was worked out; nothing is begun from here but the move."""

    move_asked = Signal()
    save_asked = Signal()
    copy_asked = Signal()
    back_asked = Signal()

    def __init__(self, wording: RescueWording) -> None:
        super().__init__()
        self._wording = wording
        self.use = TitledCard("")
        self._why = column(gap=6)
        self.use.body.addLayout(self._why)
        self.needs = TitledCard(self.tr("What the new server needs"))
        self._facts = Facts()
        self.needs.body.addWidget(self._facts)
        self.page = TitledCard(self.tr("A page for whoever runs the server"))
        self.page.body.addWidget(
            label(
                self.tr(
                    "It says which backup to use, what to install, and how to bring the library "
                    "back: with this app, or by hand with plain tools."
                ),
                tone="muted",
                wrap=True,
            )
        )
        self.save = button(self.tr("Save the page…"), icon="folder")
        self.save.setToolTip(self.tr("As PDF to print, or as a web page"))
        self.save.clicked.connect(self.save_asked)
        self.copy = button(self.tr("Copy as text"), "quiet")
        self.copy.clicked.connect(self.copy_asked)
        self.page.end_with(self.save, self.copy)
        self.move_button = button(self.tr("Move to another server…"), "primary")
        self.move_button.clicked.connect(self.move_asked)
        self.back = button(self.tr("Back"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        self.start = self.move_button
        foot = row(gap=8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.move_button)
        for part in (self.use, self.needs, self.page):
            self.whole.addWidget(part)
        self.whole.addLayout(foot)

    def show_options(self, options: Options) -> None:
        rescue, needs = options.rescue, options.needs
        emptied(self._why)
        self.needs.setVisible(needs is not None)
        self.page.setVisible(rescue is not None)
        if rescue is None or needs is None:
            self.use.title.setText(self.tr("There is no backup here to bring it back from"))
            words = self.tr(
                "Look for the drive that holds your offsite archive, or for another computer "
                "that copied it."
            )
            if options.trouble is not None:
                words = told(options.trouble).whole
            self._why.addWidget(label(words, wrap=True))
            return
        self.use.title.setText(self._wording.use(rescue))
        for sentence in self._wording.reasons(rescue):
            self._why.addWidget(label(sentence, wrap=True))
        for caution in self._wording.cautions(rescue):
            self._why.addWidget(Notice(caution, "warn"))
        for passed in self._wording.passed(rescue):
            self._why.addWidget(label(passed, tone="muted", wrap=True))
        self._facts.show_facts(self._wording.needs(needs))
