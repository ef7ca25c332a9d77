"""What the first window waits for, what comes behind it, and what is left until it is needed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Brought along by what we use, or used by other doors of ours; each was seen in the way once.
UNNEEDED = (
    "asyncio",
    "click",
    "kuroibara_desktop.cli",
    "kuroibara_desktop.demo",
    "kuroibara_desktop.headless",
    "pygments",
    "PySide6.QtTest",
    "rich",
    "typer",
    "unittest",
)
SHOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from kuroibara_desktop import app
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.window import MainWindow

qt = app.application()
home = Home(config=Path(sys.argv[1]) / "config", data=Path(sys.argv[1]) / "data")
theme.start(qt, theme.ThemeChoice.LIGHT)
frame = MainWindow(home, lambda: None)
frame.show()
qt.processEvents()
first = sorted(sys.modules)
frame.leave()

window = app.window(qt, home)
window.completed.connect(lambda: QTimer.singleShot(0, window.leave))
window.closed.connect(qt.quit)
window.show()
qt.exec()
print(json.dumps([first, sorted(sys.modules)]))
"""

# These come while the window is looked at already.
BEHIND = (
    "cryptography",
    "email",
    "h11",
    "http.client",
    "httpx._client",
    "importlib.metadata",
    "isal",
    "jeepney",
    "keyring",
    "kuroibara_backup.archive",
    "kuroibara_desktop.secrets",
    "kuroibara_desktop.server",
    "kuroibara_desktop.transfers",
    "kuroibara_desktop.ui.backups.page",
    "kuroibara_desktop.ui.doors",
    "kuroibara_desktop.ui.restore",
    "kuroibara_desktop.ui.settings",
    "kuroibara_desktop.ui.transfers",
    "kuroibara_desktop.ui.welcome",
    "kuroibara_desktop.vault",
    "pyrage",
    "sqlite3",
    "ssl",
    "xml",
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """The modules in a process of its own: when the window was shown, and when it was whole."""
    home: Path = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(home)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    first, whole = json.loads(done.stdout.splitlines()[-1])
    return set(first), set(whole)


@pytest.fixture(scope="module")
def loaded(both: tuple[set[str], set[str]]) -> set[str]:
    return both[1]


@pytest.mark.parametrize("name", BEHIND)
def test_the_window_does_not_wait_for(both: tuple[set[str], set[str]], name: str) -> None:
    assert not {one for one in both[0] if f"{one}.".startswith(f"{name}.")}


@pytest.mark.parametrize("name", UNNEEDED)
def test_the_first_window_comes_without(loaded: set[str], name: str) -> None:
    assert not {one for one in loaded if f"{one}.".startswith(f"{name}.")}


def test_of_qt_it_loads_only_what_it_draws_and_asks_with(loaded: set[str]) -> None:
    assert {one for one in loaded if one.startswith("PySide6.Qt")} <= {
        "PySide6.QtCore",
        "PySide6.QtDBus",
        "PySide6.QtGui",
        "PySide6.QtNetwork",
        "PySide6.QtSvg",
        "PySide6.QtWidgets",
    }


@pytest.mark.slow
def test_whoever_ends_the_start_is_heard_at_every_moment_of_it(tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "KUROIBARA_DESKTOP_HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }
    for moment in range(1, 31):
        with subprocess.Popen(
            [sys.executable, "-m", "kuroibara_desktop"], env=environment, stderr=subprocess.PIPE
        ) as app:
            time.sleep(moment * 0.05)
            app.terminate()
            try:
                _, said = app.communicate(timeout=20)
            finally:
                app.kill()
        assert app.returncode in (0, -signal.SIGTERM), moment
        assert b"Traceback" not in said, said.decode()
