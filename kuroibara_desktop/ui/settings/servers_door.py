"""What stands between the list of servers and what is done with them; the menu asks here, too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.settings import servers_work
from kuroibara_desktop.ui.settings.naming_dialog import NamingDialog
from kuroibara_desktop.ui.settings.question import Question
from kuroibara_desktop.ui.settings.way_dialog import WayDialog
from kuroibara_desktop.ui.trouble import TroubleDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.ways import Way
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.settings.servers_section import ServersSection
    from kuroibara_desktop.ui.settings.servers_work import Seen, Switched
    from kuroibara_desktop.ui.tasks import Tasks


class ServersDoor(QObject):
    """`changed`: look at what is set up anew. `sign_in_asked`: this server wants one first."""

    changed = Signal()
    add_asked = Signal()
    sign_in_asked = Signal(object, object)  # Found, and the user name or None
    listed = Signal(object)  # tuple of Seen

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window
        self._section: ServersSection | None = None

    def attach(self, section: ServersSection) -> None:
        """Show the servers in it, and hear what is asked for there."""
        self._section = section
        section.opened.connect(self.look)
        section.add_asked.connect(lambda: self._say(""))  # it was about something else
        section.add_asked.connect(self.add_asked)
        section.use_asked.connect(lambda seen: self.use(seen.known.address))
        section.rename_asked.connect(self._ask_name)
        section.way_asked.connect(self._ask_way)
        section.sign_out_asked.connect(self._sign_out)
        section.forget_asked.connect(self._ask_forget)

    def look(self) -> None:
        self._tasks.call(partial(servers_work.look, self._desk), succeeded=self._show)

    def _show(self, servers: tuple[Seen, ...]) -> None:
        if self._section is not None:
            self._section.show_servers(servers)
        self.listed.emit(servers)

    def use(self, address: str) -> None:
        """Switch to another server, or sign in there first."""
        self._do(partial(servers_work.switch, self._desk, address), self._switched)

    def _switched(self, switched: Switched) -> None:
        if not switched.done:
            self.sign_in_asked.emit(switched.found, switched.username)
            return
        self._say(self.tr("The pages show this server now."))
        self._again()

    def _ask_name(self, seen: Seen) -> None:
        dialog = NamingDialog(seen.known.label, self._window)
        dialog.named.connect(partial(self._rename, seen.known.address))
        dialog.open()

    def _rename(self, address: str, name: str) -> None:
        self._do(
            partial(servers_work.rename, self._desk, address, name),
            lambda _: self._done(self.tr("The server has its new name.")),
        )

    def _ask_way(self, seen: Seen) -> None:
        self._do(
            partial(servers_work.way_to, self._desk, seen.known.address),
            partial(self._open_way, seen),
        )

    def _open_way(self, seen: Seen, before: Way) -> None:
        dialog = WayDialog(seen.known.label, before, self._window)
        dialog.kept.connect(partial(self._keep_way, seen.known.address))
        dialog.open()

    def _keep_way(self, address: str, way: Way) -> None:
        self._do(partial(servers_work.keep_way, self._desk, address, way), self._tried)

    def _tried(self, trouble: BackupError | None) -> None:
        if trouble is None:
            self._say(self.tr("The server answers this way."))
        else:
            words = self.tr("Kept, but the server does not answer this way. {why}")
            self._say(words.format(why=told(trouble).whole), "warn")
        self._again()

    def _sign_out(self, seen: Seen) -> None:
        words = self.tr("You are signed out of {name}.").format(name=seen.known.label)
        self._do(
            partial(servers_work.sign_out, self._desk, seen.known.address),
            lambda _: self._done(words),
        )

    def _ask_forget(self, seen: Seen) -> None:
        question = Question(
            self.tr("Forget {name}?").format(name=seen.known.label),
            self.tr(
                "Its copies stay in the archive folder, and your sign-in stays in the keyring: "
                "sign out first if you do not want that. You can add the server again."
            ),
            self.tr("Forget it"),
            self._window,
        )
        question.accepted.connect(partial(self._forget, seen))
        question.open()

    def _forget(self, seen: Seen) -> None:
        words = self.tr("{name} is off the list. Its copies were not touched.").format(
            name=seen.known.label
        )
        self._do(
            partial(servers_work.forget, self._desk, seen.known.address),
            lambda _: self._done(words),
        )

    def _done(self, words: str) -> None:
        self._say(words)
        self._again()

    def _say(self, words: str, tone: str = "ok") -> None:
        if self._section is not None:
            self._section.say(words, tone)

    def _again(self) -> None:
        self.look()
        self.changed.emit()

    def _do(self, call: Callable[[], object], done: Callable[..., None]) -> None:
        self._say("")
        self._tasks.call(call, succeeded=done, failed=self._show_error)

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()
        self.look()
