"""How long from the start to a window that can be used, beside a bare one, and beside Vorta?

Usable: Home is in front, of somebody who is signed in and has an archive, and the sidebar and the
menu take presses. Told beside it, without a limit: when the server was asked for its list, which is
after the keyring gave the sign-in. Of the others, their window is merely there.
"""

from __future__ import annotations

import subprocess
import sys
import time
import venv
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.harness import Contender, compared, measured
from tests.support.display import Windows, display
from tests.support.settled import settled_home
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy

pytestmark = pytest.mark.benchmark

ROUNDS = 7
MOST_BESIDE_BARE = 3.0
PATIENCE = 60.0  # seconds


@dataclass(slots=True)
class Start:
    """Starts one program and waits until it is `there`."""

    command: list[str]
    environment: dict[str, str]
    there: Callable[[], bool]
    process: subprocess.Popen[bytes] | None = None

    def __call__(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + PATIENCE
        while not self.there():
            assert self.process.poll() is None, f"{self.command} ended"
            assert time.monotonic() < end, f"{self.command} does not get there"
            time.sleep(0.002)

    def end(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None


@pytest.fixture
def windows() -> Iterator[tuple[str, Windows]]:
    with display() as name, closing(Windows(name)) as seen:
        yield name, seen


@pytest.fixture(scope="module")
def vorta(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """Vorta in an environment of its own, thrown away afterwards; None where there is no way."""
    folder = tmp_path_factory.mktemp("vorta")
    venv.create(folder, with_pip=True)
    done = subprocess.run(
        [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "vorta"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"\nVorta cannot be installed here: {done.stderr.strip().splitlines()[-1]}")
        return None
    return folder / "bin" / "vorta"


def shows(windows: Windows, title: str) -> bool:
    return any(title in one for one in windows.titles())


def test_the_window_is_there_within_thrice_a_bare_one(
    engine: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
    keyring_env: dict[str, str],
    windows: tuple[str, Windows],
    vorta: Path | None,
    tmp_path: Path,
) -> None:
    name, seen = windows
    environment = keyring_env | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody's installation starts without
    server = faulty(engine.url)  # only to hear what is asked; nothing is wrong with it
    home = settled_home(tmp_path, replace(engine, url=server.url), environment)
    python = [sys.executable, "-m"]
    ours = [*python, "kuroibara_desktop"]
    settled = environment | {"KUROIBARA_DESKTOP_HOME": str(home)}
    starts = {
        "ours, set up and signed in": Start(ours, settled, partial(shows, seen, "Home")),
        "a bare QMainWindow": Start(
            [*python, "tests.benchmarks.bare_window"], environment, partial(shows, seen, "Bare")
        ),
        "ours, until the server is asked": Start(
            ours, settled, lambda: bool(server.passed("/backup/list"))
        ),
    }
    if vorta is not None:
        starts["Vorta"] = Start([str(vorta)], environment, partial(shows, seen, "Vorta"))
    with ExitStack() as at_last:
        for start in starts.values():
            at_last.callback(start.end)

        def nothing_runs() -> None:
            for start in starts.values():
                start.end()
            until(lambda: not seen.titles())
            server.requests.clear()

        contenders = [Contender(name, start, nothing_runs) for name, start in starts.items()]
        ratio = compared("From the start to the window", measured(contenders, ROUNDS))
    assert ratio <= MOST_BESIDE_BARE
