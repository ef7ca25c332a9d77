"""What the first window loads, and what it leaves for when it is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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

qt = app.application()
window = app.window(qt, Home(config=Path(sys.argv[1]) / "config", data=Path(sys.argv[1]) / "data"))
window.welcome.titled.connect(lambda _title: QTimer.singleShot(0, window.leave))
window.closed.connect(qt.quit)
window.show()
qt.exec()
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules in a process of its own once the first window has shown its first step."""
    home: Path = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(home)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


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
