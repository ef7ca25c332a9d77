"""Empty virtual environments, filled from the pinned sets and the project's own wheel."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from packaging.utils import canonicalize_name

from tests.support.pins import FOLDER, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCES = ("pyproject.toml", "README.md", "LICENSE", "kuroibara_backup", "kuroibara_desktop")


def copy_of_the_project(target: Path) -> Path:
    """Lay what a build needs into `target`, so that no build leaves traces in the clone."""
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, target / name, ignore=ignore)
        else:
            shutil.copy(ROOT / name, target / name)
    return target


@dataclass(frozen=True, slots=True)
class EmptyVenv:
    """A virtual environment without even pip; this one's pip fills it."""

    folder: Path

    def install(self, *arguments: str) -> None:
        pip = [sys.executable, "-m", "pip", "--python", str(self.folder), "install", "--quiet"]
        done = subprocess.run([*pip, *arguments], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def run(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of its programs, away from the clone and from the user's own settings."""
        scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        home = {"HOME": str(self.folder), "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run(
            [str(scripts / program), *arguments],
            cwd=self.folder,
            env={**os.environ, **home},
            capture_output=True,
            text=True,
        )

    def distributions(self) -> set[str]:
        code = "import importlib.metadata as m, json; "
        code += "print(json.dumps([d.name for d in m.distributions()]))"
        return {
            canonicalize_name(name) for name in json.loads(self.run("python", "-c", code).stdout)
        }


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built from a copy of its sources."""
    folder = tmp_path_factory.mktemp("wheel")
    source = copy_of_the_project(folder / "source")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(source)], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture
def empty_venv(tmp_path: Path) -> EmptyVenv:
    folder = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    return EmptyVenv(folder)


@pytest.fixture
def installed(empty_venv: EmptyVenv, wheel: Path) -> Callable[[str], EmptyVenv]:
    """Install as the documentation says: the pinned set by its hashes, then the project alone."""

    def install(extra: str) -> EmptyVenv:
        empty_venv.install("--require-hashes", "-r", str(FOLDER / f"{extra}.txt"))
        empty_venv.install("--no-deps", str(wheel))
        return empty_venv

    return install
