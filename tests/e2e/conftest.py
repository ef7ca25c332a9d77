"""The real window, offscreen; settings, keyring and archive are the test's own."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kuroibara_desktop.demo.pilot import Pilot
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.window import MainWindow
from tests.support.by_itself import nothing_by_itself

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy

OpenWindow: TypeAlias = "Callable[[], MainWindow]"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["kuroibara-desktop"]


@pytest.fixture
def look(qapp: QApplication) -> theme.Appearance:
    """The look, light, whatever the machine prefers."""
    return theme.start(qapp, ThemeChoice.LIGHT)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return nothing_by_itself(Home(config=tmp_path / "config", data=tmp_path / "data"))


@pytest.fixture
def proxy(engine: RunningEngine, faulty: Callable[[str], FaultyProxy]) -> FaultyProxy:
    """Stands before the engine, and passes everything on until it is told to misbehave."""
    return faulty(engine.url)


@pytest.fixture
def session_bus(keyring_env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A real, private, unlocked keyring."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring_env["DBUS_SESSION_BUS_ADDRESS"])
    return keyring_env


@contextmanager
def opened_window(home: Home) -> Iterator[MainWindow]:
    window = MainWindow(home, partial(Desk, home))
    complete: list[bool] = []
    window.completed.connect(lambda: complete.append(True))
    window.show()
    window.activateWindow()
    window.start()
    Pilot().wait("every page", lambda: bool(complete))
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()


@pytest.fixture
def open_window(look: theme.Appearance, home: Home) -> Iterator[OpenWindow]:
    """Open the window as `kuroibara-desktop` would; several times: as after a restart."""
    with ExitStack() as windows:
        yield lambda: windows.enter_context(opened_window(home))


@pytest.fixture
def pilot() -> Pilot:
    return Pilot()
