"""When half a look is shown: only while nothing else is, and the other half keeps one waiting."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QObject

from kuroibara_desktop.ui.looking import Looks, Seen
from kuroibara_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from pytestqt.qtbot import QtBot

    from kuroibara_backup.errors import BackupError

HERE, BOTH = cast("Seen", "what is here"), cast("Seen", "both sides")
SLOW = 1500  # milliseconds of patience


class Server:
    """Answers a look when it is let to."""

    def __init__(self) -> None:
        self.answers = threading.Event()

    def steps(self, _check: Callable[[], None]) -> Generator[Any, None, Any]:
        yield HERE
        assert self.answers.wait(10)
        return BOTH


class Window(QObject):
    """Shows what it is told to, and is impatient until it shows anything."""

    def __init__(self, tasks: Tasks, server: Server) -> None:
        super().__init__()
        self.shown: list[Seen] = []
        self.looks = Looks(tasks, server.steps, impatient=lambda: not self.shown, parent=self)
        self.looks.half.connect(self.shown.append)
        self.looks.done.connect(self.shown.append)
        self.looks.failed.connect(self._failed)

    def _failed(self, error: BackupError) -> None:
        raise error


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def window(qapp: object, server: Server) -> Iterator[Window]:
    tasks = Tasks()
    yield Window(tasks, server)
    server.answers.set()
    assert tasks.stop()


def test_while_a_server_keeps_one_waiting_what_is_here_is_shown(
    window: Window, server: Server, qtbot: QtBot
) -> None:
    window.looks.refresh()
    qtbot.waitUntil(lambda: window.shown == [HERE], timeout=5000)
    server.answers.set()
    qtbot.waitUntil(lambda: window.shown == [HERE, BOTH])


def test_half_of_the_next_look_never_takes_the_place_of_a_whole_one(
    window: Window, server: Server, qtbot: QtBot
) -> None:
    server.answers.set()
    window.looks.refresh()
    qtbot.waitUntil(lambda: window.shown == [BOTH])
    server.answers.clear()
    window.looks.refresh()
    qtbot.wait(SLOW + 300)
    assert window.shown == [BOTH]
