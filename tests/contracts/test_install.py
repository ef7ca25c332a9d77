"""The README's line for people who only want to use it, carried out as it stands there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.support.empty_venvs import copy_of_the_project
from tests.support.pins import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.empty_venvs import EmptyVenv


def lines() -> list[str]:
    """The commands of the README's part *Install*, one for each system, in its order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = text.partition("\n## Install\n")[2].partition("\n## ")[0]
    return re.findall(r"^ {4}((?:py -m )?pipx install .+)$", part, flags=re.MULTILINE)


def test_the_readme_has_a_line_for_linux_macos_and_windows() -> None:
    linux, macos, windows = lines()
    assert linux == macos
    assert "pipx install" in windows


@pytest.mark.slow
def test_the_line_for_linux_installs_the_app(tmp_path: Path, empty_venv: EmptyVenv) -> None:
    copy_of_the_project(tmp_path / "kuroibara-desktop")
    empty_venv.install("pipx")
    own = {"PIPX_HOME": tmp_path / "pipx", "PIPX_BIN_DIR": tmp_path / "bin", "HOME": tmp_path}
    environment = {**os.environ, **{name: str(path) for name, path in own.items()}}
    program, *arguments = shlex.split(lines()[0])
    subprocess.run(
        [str(empty_venv.folder / "bin" / program), *arguments],
        cwd=tmp_path,
        env=environment,
        check=True,
    )
    app = str(tmp_path / "bin" / "kuroibara-desktop")
    done = subprocess.run([app, "--help"], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    assert "verify" in done.stdout
