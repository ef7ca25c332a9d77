"""briefcase.toml is the single source of what Briefcase reads in pyproject.toml."""

from __future__ import annotations

import runpy
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

from tests.support.pins import ROOT, asked, pyproject

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / "packaging" / "briefcase.py"


def test_pyproject_holds_the_description_word_for_word() -> None:
    described = (ROOT / "briefcase.toml").read_text(encoding="utf-8")
    written = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    module = runpy.run_path(str(SCRIPT))
    assert module["with_description"](written, described) == written
    assert pyproject()["tool"]["briefcase"] == tomllib.loads(described)["tool"]["briefcase"]


def test_a_changed_description_replaces_the_old_one() -> None:
    module = runpy.run_path(str(SCRIPT))
    first = module["with_description"]("[project]\n", "# why\n[tool.briefcase]\na = 1\n")
    second = module["with_description"](first, "[tool.briefcase]\na = 2\n")
    assert tomllib.loads(second) == {"project": {}, "tool": {"briefcase": {"a": 2}}}


def test_the_bundled_app_asks_for_what_the_desktop_extra_asks_for() -> None:
    app = pyproject()["tool"]["briefcase"]["app"]["kuroibara-desktop"]
    listed = [*app["requires"], *pyproject()["project"]["dependencies"]]
    assert {Requirement(text) for text in listed} == set(asked("desktop"))


@pytest.mark.slow
def test_briefcase_starts_the_app(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    for package in ("kuroibara_backup", "kuroibara_desktop"):
        shutil.copytree(ROOT / package, tmp_path / package)
    command = [sys.executable, "-m", "briefcase", "dev", "--no-input", "--", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "verify" in done.stdout
