"""In which order the groups of steps follow each other: at first, and when one is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kuroibara_desktop import wishes
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import Icon, card, column, label, row
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.welcome.beginning import FirstStep
from kuroibara_desktop.ui.welcome.copying import CopiesStep
from kuroibara_desktop.ui.welcome.placing import Placing
from kuroibara_desktop.ui.welcome.signing import Signing

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.server import Found
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Tasks
    from kuroibara_desktop.ui.welcome.frame import Step

_STEPS = 4  # that are counted in the first run


class WelcomeFlow(QWidget):
    """Ends with `finished`: what was missing is there. `left` says that it is still missing."""

    finished = Signal()
    left = Signal()
    titled = Signal(str)  # what the step in front asks
    opened = Signal()  # where the sign-in is kept may answer again: look what is there
    first_copy_asked = Signal()  # before `finished`
    put_off = Signal()  # not now: what is here can be used without the server

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._first_run = False
        self._has_folder = False
        self._asks_what = False  # whether what is copied is asked in the end
        self.first = FirstStep()
        self.signing = Signing(desk, tasks, self)
        self.placing = Placing(desk, tasks, self)
        self.copies = CopiesStep()
        self._desk, self._tasks = desk, tasks
        self._steps: tuple[Step, ...] = (
            self.first,
            *self.signing.steps,
            self.placing.folder,
            self.placing.drive,
            self.copies,
        )
        self._lay_out()
        self.first.server_chosen.connect(self.signing.begin)
        self.first.drive_chosen.connect(lambda: self._show(self.placing.drive))
        self.signing.turned.connect(self._show)
        self.signing.signed_in.connect(self._signed_in)
        self.signing.opened.connect(self.opened)
        self.signing.put_off.connect(self._put_off)
        self.signing.address.back_asked.connect(self._leave)
        self.placing.placed.connect(self._ask_what)
        self.placing.found.connect(self.finished)
        self.copies.next_asked.connect(partial(self._save, copy=True))
        self.copies.only_save.connect(partial(self._save, copy=False))
        self.copies.back_asked.connect(self.ask_folder)
        self.placing.folder.back_asked.connect(self._leave)
        self.placing.drive.back_asked.connect(self._leave)

    # Where it begins

    def begin(self) -> None:
        """The first run."""
        self._first_run = self._asks_what = True
        self._has_folder = False
        self._show(self.first)

    def show_trouble(self, error: BackupError) -> None:
        """The first run, because what was set up cannot be read."""
        self.begin()
        self.first.show_error(error)

    def add_server(self, *, first: bool, has_folder: bool) -> None:
        """One more server, or the first; whoever asked may go back."""
        self._first_run = False
        self._asks_what = first
        self._has_folder = has_folder
        self.signing.address.address.clear()
        self.signing.begin()

    def sign_in_again(self, found: Found, username: str | None, *, has_folder: bool) -> None:
        """The server is known; only the sign-in is missing."""
        self._first_run = False
        self._has_folder = has_folder
        self.signing.again(found, username)

    def ask_keyring(
        self, found: Found, username: str | None, error: BackupError, *, has_folder: bool
    ) -> None:
        """The sign-in may be in a keyring that does not answer."""
        self._first_run = False
        self._has_folder = has_folder
        self.signing.ask_keyring(found, username, error)

    def ask_folder(self) -> None:
        """Where copies go; there is no folder yet."""
        self._asks_what = True
        self._show_folder(may_leave=False)

    def ask_other_folder(self) -> None:
        """Where copies go from now on; whoever asked may go back."""
        self._first_run = self._asks_what = False
        self._show_folder(may_leave=True)

    def _show_folder(self, *, may_leave: bool) -> None:
        self._show(self.placing.folder)
        self.placing.folder.back.setVisible(may_leave)
        self.placing.folder.look()

    # On the way

    def _signed_in(self) -> None:
        if self._has_folder:
            self._ask_what()
        else:
            self.ask_folder()

    def _ask_what(self) -> None:
        if not self._asks_what:
            self.finished.emit()
            return
        self._asks_what = False
        self._tasks.call(partial(wishes.load, self._desk.home), succeeded=self._show_wishes)

    def _show_wishes(self, found: wishes.Wishes) -> None:
        self.copies.show_rules(found.copies)
        self._show(self.copies)
        self.copies.back.setVisible(not self._has_folder)

    def _save(self, *, copy: bool) -> None:
        rules = self.copies.rules()
        self.copies.work(True)
        self._tasks.call(
            partial(self._desk.choose_copies, rules),
            succeeded=lambda _: self._saved(copy=copy),
            failed=self._not_saved,
        )

    def _saved(self, *, copy: bool) -> None:
        self.copies.work(False)
        if copy:
            self.first_copy_asked.emit()
        self.finished.emit()

    def _not_saved(self, error: BackupError) -> None:
        self.copies.work(False)
        self.copies.show_error(error)

    def _put_off(self) -> None:
        if self._has_folder:
            self.put_off.emit()
        else:  # there is nothing yet that could be used
            self._show(self.signing.sign_in)

    def _leave(self) -> None:
        self.placing.leave()
        if self._first_run:
            self.begin()
        else:
            self.left.emit()

    def _show(self, step: Step) -> None:
        for other in self._steps:
            other.setVisible(other is step)
        step.work(False)
        step.say("")
        step.start()
        self.titled.emit(step.title.text())
        counted = self._first_run and step.number > 0
        self._where.setText(
            self.tr("Step {number} of {all}").format(number=step.number, all=_STEPS)
            if counted
            else ""
        )
        self._scroll.verticalScrollBar().setValue(0)

    # Looks

    def _lay_out(self) -> None:
        surface = card()
        surface.setFixedWidth(round(480 * theme.current().scale))
        inside = column(surface, margins=32)
        # Not a stacked widget: that would give every step the height of the tallest.
        for step in self._steps:
            inside.addWidget(step)
            step.hide()  # or the page begins as tall as all of them
        self._where = label("", Type.SMALL, tone="muted")
        name = row(gap=8)
        name.addStretch(1)
        name.addWidget(Icon("rose", "accent", 28))
        name.addWidget(label("Kuroibara", Type.FIGURE))
        name.addStretch(1)
        page = QWidget()
        page.setProperty("kind", "page")
        whole = column(page, margins=24, gap=20)
        whole.addStretch(2)
        whole.addLayout(name)
        middle = row()  # no alignment flag: with one, wrapped text gets too little height
        middle.addStretch(1)
        middle.addWidget(surface)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addWidget(self._where, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)
        self._scroll = QScrollArea()  # large text in a small window
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        column(self).addWidget(self._scroll)
