"""How long from the start to a window that can be used, beside a bare one, and beside Vorta?

Usable: the list of a real archive was asked for, the sign-in was read from a real keyring, and the
page that comes first is in front. Of the others, their window is merely there.
"""

from __future__ import annotations

import subprocess
import sys
import time
import venv
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.harness import Contender, compared, measured
from tests.support.display import Windows, display
from tests.support.faulty import until
from tests.support.settled import settled_home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.benchmark

ROUNDS = 7
MOST_BESIDE_BARE = 3.0
PATIENCE = 60.0  # seconds


@dataclass(slots=True)
class Start:
    """Starts one program on a display and waits for its window."""

    command: list[str]
    title: str
    environment: dict[str, str]
    windows: Windows
    process: subprocess.Popen[bytes] | None = None

    def __call__(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + PATIENCE
        while not any(self.title in title for title in self.windows.titles()):
            assert self.process.poll() is None, f"{self.command} ended"
            assert time.monotonic() < end, f"{self.command} shows no window"
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


def test_the_window_is_there_within_thrice_a_bare_one(
    engine: RunningEngine,
    keyring_env: dict[str, str],
    windows: tuple[str, Windows],
    vorta: Path | None,
    tmp_path: Path,
) -> None:
    name, seen = windows
    environment = keyring_env | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
    home = settled_home(tmp_path, engine, environment)
    python = [sys.executable, "-m"]
    ours = Start(
        [*python, "kuroibara_desktop"],
        "Home",
        environment | {"KUROIBARA_DESKTOP_HOME": str(home)},
        seen,
    )
    bare = Start([*python, "tests.benchmarks.bare_window"], "Bare", environment, seen)
    starts = [ours, bare]
    if vorta is not None:
        starts.append(Start([str(vorta)], "Vorta", environment, seen))
    names = ["ours, set up and signed in", "a bare QMainWindow", "Vorta"]
    with ExitStack() as at_last:
        for start in starts:
            at_last.callback(start.end)

        def nothing_runs() -> None:
            for start in starts:
                start.end()
            until(lambda: not seen.titles())

        contenders = [
            Contender(name, start, nothing_runs) for name, start in zip(names, starts, strict=False)
        ]
        ratio = compared("From the start to the window", measured(contenders, ROUNDS))
    assert ratio <= MOST_BESIDE_BARE
