"""The face for *Move to another server*: which backup, and where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.server.address import host_of
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import Notice, button, label, row
from kuroibara_desktop.ui.restore.face import Face, emptied
from kuroibara_desktop.ui.restore.pieces import Choice, TitledCard
from kuroibara_desktop.ui.saying import told

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.profile import KnownServer
    from kuroibara_desktop.ui.restore.options import Options

_OFFERED = 6  # backups; more are in the system's own dialog


class MoveFace(Face):
    """Says `go_asked(file, address)`; what is chosen stays chosen while a server is added."""

    go_asked = Signal(object, str)  # Path
    file_asked = Signal()
    server_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: Path | None = None  # chosen by hand
        self._address = ""
        self._options: Options | None = None
        self.hint = Notice(
            self.tr(
                "While the old server still runs, make a full backup there and copy it here "
                "first: what is not in the backup does not move."
            )
        )
        self.which = TitledCard(self.tr("Which backup moves?"))
        self._files = QButtonGroup(self)
        self.other = button(self.tr("Choose a file…"), "link")
        self.other.clicked.connect(self.file_asked)
        self.where = TitledCard(self.tr("Where to?"))
        self._servers = QButtonGroup(self)
        self.add = button(self.tr("Add a server…"), "link")
        self.add.clicked.connect(self.server_asked)
        self.which.end_with(self.other)
        self.where.end_with(self.add)
        self.go = button(self.tr("Check the backup"), "primary")
        self.go.clicked.connect(self._go)
        self.back = button(self.tr("Back"), "quiet", icon="back", role="muted")
        self.back.clicked.connect(self.back_asked)
        self.start = self.go
        foot = row(gap=8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.go)
        for part in (self.hint, self.which, self.where):
            self.whole.addWidget(part)
        self.whole.addLayout(foot)
        self._files.buttonToggled.connect(self._weigh)
        self._servers.buttonToggled.connect(self._weigh)

    def choose_file(self, file: Path | None) -> None:
        """Take a file that is not in the list; None goes back to the list alone."""
        self._file = file
        if self._options is not None:
            self.show_options(self._options)

    def show_options(self, options: Options) -> None:
        """Begin with the backup that least speaks against, and a server that is not the old one."""
        before = self._options
        self._options = options
        chosen = self._chosen(self._files) if before is not None else ""
        _emptied(self._files, self.which)
        rescue = options.rescue
        best = str(rescue.copy.path) if rescue is not None else ""
        if self._file is not None:
            detail = self.tr("Chosen by hand: {folder}")
            folder = one_line(str(self._file.parent))
            self._offer_file(str(self._file), self._file.name, detail.format(folder=folder))
            chosen = str(self._file)
        first = [copy for copy in options.copies if str(copy.path) == best]
        others = [copy for copy in options.copies if str(copy.path) != best]
        for copy in [*first, *others][:_OFFERED]:
            self._offer_file(str(copy.path), copy.name, self._about(copy))
        if not options.copies:
            none = self.tr("There is no backup in the archive that could be restored.")
            words = told(options.trouble).whole if options.trouble is not None else none
            self.which.body.addWidget(label(words, tone="muted", wrap=True))
        self._check(self._files, chosen or best)
        self._show_servers(options)
        self._weigh()

    def _show_servers(self, options: Options) -> None:
        before = self._chosen(self._servers)
        known = {str(b.property("value")) for b in self._servers.buttons()}
        _emptied(self._servers, self.where)
        for server in options.servers:
            choice = Choice(server.name, self._server(server))
            choice.setProperty("value", server.address)
            self._servers.addButton(choice)
            self.where.body.addWidget(choice)
        if not options.servers:
            self.where.body.addWidget(
                label(self.tr("No server is set up yet."), tone="muted", wrap=True)
            )
        new = [s.address for s in options.servers if known and s.address not in known]
        others = [s.address for s in options.servers[1:]]
        self._check(self._servers, next(iter((*new, *([before] if before else []), *others)), ""))

    def _offer_file(self, path: str, name: str, detail: str) -> None:
        choice = Choice(one_line(name), detail)
        choice.setProperty("value", path)
        self._files.addButton(choice)
        self.which.body.addWidget(choice)

    def _about(self, copy: LocalCopy) -> str:
        made = formatting.moment(copy.created_at.astimezone()) if copy.created_at else "?"
        contents = self.tr("full") if copy.includes_storage else self.tr("database only")
        state = self.tr("not verified")
        if copy.state is CopyState.VERIFIED:
            state = self.tr("verified")
        if copy.suspect:
            state = self.tr("suspect")
        return " · ".join((made, contents, formatting.size(copy.size), state))

    def _server(self, server: KnownServer) -> str:
        host = host_of(server.address)
        if server.engine:
            return self.tr("{host} · with the backup engine").format(host=host)
        return self.tr("{host} · without the backup engine").format(host=host)

    def _check(self, group: QButtonGroup, value: str) -> None:
        for choice in group.buttons():
            if choice.property("value") == value:
                choice.setChecked(True)

    def _chosen(self, group: QButtonGroup) -> str:
        checked = group.checkedButton()
        return str(checked.property("value")) if checked is not None else ""

    def _weigh(self) -> None:
        self.go.setEnabled(bool(self._chosen(self._files) and self._chosen(self._servers)))

    def _go(self) -> None:
        self.go_asked.emit(Path(self._chosen(self._files)), self._chosen(self._servers))


def _emptied(group: QButtonGroup, surface: TitledCard) -> None:
    for choice in group.buttons():
        group.removeButton(choice)
    emptied(surface.body)
