"""The app on a real display with a window manager, a tray and a notification daemon."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from kuroibara_desktop.core.safety import Doing
from kuroibara_desktop.ui.theme import LIGHT
from tests.support.process import processor_seconds
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.notification_daemon import NotificationDaemon

pytestmark = pytest.mark.slow

SIGNS = {
    Doing.PROTECTED: "ok",
    Doing.WORKING: "accent",
    Doing.ATTENTION: "warn",
    Doing.TROUBLE: "bad",
    Doing.WAITING: "muted",
}
TITLE = "What do you have"  # the first question, which the window is called by


class Desktop:
    """What a person sees of the app: its windows, and its icon in the tray."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def windows(self) -> int:
        return self._shown("--onlyvisible", "--name", TITLE)

    def has_tray(self) -> bool:
        return self._shown("--class", "^trayer$") > 0

    def has_icon(self) -> bool:
        """Whether the tray shows it: it is a window of the app without a title."""
        return self._shown("--onlyvisible", "--class", "^kuroibara-desktop$") > self.windows()

    def _shown(self, *what: str) -> int:
        found = subprocess.run(
            ["xdotool", "search", *what],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return len(found.stdout.split())

    def close(self) -> None:
        """As by the cross in the title bar; again, where the keys came before the focus."""
        search = ["xdotool", "search", "--onlyvisible", "--name", TITLE]
        activate = [*search, "windowactivate", "--sync"]

        def closed() -> bool:
            subprocess.run(activate, env=self.environment, check=False)
            subprocess.run(["xdotool", "key", "alt+F4"], env=self.environment, check=True)
            time.sleep(0.5)
            return self.windows() == 0

        until(closed, seconds=10)

    @contextmanager
    def start(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """The app; whatever becomes of the test, it is not waited for without end."""
        command = [sys.executable, "-m", "kuroibara_desktop", *words]
        with subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE) as app:
            try:
                yield app
            finally:
                app.kill()

    def click_icon(self) -> None:
        """The tray lies in the lower right corner, and our icon alone is in it."""
        subprocess.run(
            ["xdotool", "mousemove", "788", "588", "click", "1"], env=self.environment, check=True
        )


@pytest.fixture
def desktop(notified: NotificationDaemon, tmp_path: Path) -> Iterator[Desktop]:
    for program in ("openbox", "xdotool", "trayer"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed: apt-get install openbox xdotool trayer")
    environment = notified.environment | {"KUROIBARA_DESKTOP_HOME": str(tmp_path / "home")}
    for name in [name for name in environment if name.startswith("QT_")]:
        del environment[name]
    tray = ["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request"]
    with ExitStack() as running:
        for command in (["openbox"], [*tray, "--height", "24"]):
            process = running.enter_context(
                subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            )
            running.callback(process.terminate)
        made = Desktop(environment)
        until(made.has_tray)
        yield made


def test_closed_into_the_tray_woken_by_icon_and_second_start_and_ended_by_a_signal(
    desktop: Desktop,
) -> None:
    with desktop.start() as app:
        until(lambda: desktop.windows() > 0, seconds=40)
        until(desktop.has_icon, seconds=20)
        desktop.close()
        until(lambda: desktop.windows() == 0, seconds=10)
        assert desktop.has_icon(), "it stays in the tray"
        assert app.poll() is None
        desktop.click_icon()
        until(lambda: desktop.windows() > 0, seconds=10)
        desktop.close()
        until(lambda: desktop.windows() == 0, seconds=10)
        with desktop.start() as second:
            assert second.wait(30) == 0
        until(lambda: desktop.windows() > 0, seconds=10)
        app.send_signal(signal.SIGTERM)
        assert app.wait(20) == 0
        assert app.stderr is not None
        said = app.stderr.read().decode()
    assert "Traceback" not in said, said


def test_at_log_in_it_starts_in_the_tray_without_a_window(desktop: Desktop) -> None:
    with desktop.start("--background") as app:
        until(desktop.has_icon, seconds=40)
        assert app.poll() is None
        assert desktop.windows() == 0
        desktop.click_icon()
        until(lambda: desktop.windows() > 0, seconds=10)
        app.terminate()
        assert app.wait(20) == 0


def test_asleep_in_the_tray_it_costs_next_to_nothing(desktop: Desktop) -> None:
    with desktop.start("--background") as app:
        until(desktop.has_icon, seconds=40)
        time.sleep(5)  # what comes with the start is over
        before = processor_seconds(app.pid)
        time.sleep(20)  # as long as it is measured
        share = (processor_seconds(app.pid) - before) / 20
        app.terminate()
        app.wait(20)
    assert share < 0.005, f"{share:.2%} of a processor"


def test_the_tray_shows_each_of_the_five_states(desktop: Desktop, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.support.tray_states", str(tmp_path)]
    subprocess.run(program, env=desktop.environment, check=True, timeout=120)
    for state, role in SIGNS.items():
        picture = QImage(str(tmp_path / f"{state.value}.png"))
        assert not picture.isNull()
        seen = Counter(
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        )
        signs = {other: seen[LIGHT.color(other).name()] for other in SIGNS.values()}
        assert signs.pop(role) > 20, (state, seen.most_common(8))
        assert max(signs.values()) < 5, (state, signs)
