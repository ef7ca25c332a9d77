"""The import rules of the house: they hold, and they notice when broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import importlinter.configuration
from importlinter.application import use_cases

from tests.support.pins import ROOT, pyproject

if TYPE_CHECKING:
    from pathlib import Path

PACKAGES = ("kuroibara_backup", "kuroibara_desktop")

# One forbidden line a rule, and where it would stand.
BREACHES = {
    "desktop-and-engine-meet-in-the-file": (
        "kuroibara_desktop/core/__init__.py",
        "import kuroibara_backup.database",
    ),
    "engine-knows-no-desktop": ("kuroibara_backup/errors.py", "import kuroibara_desktop"),
    "errors-stand-alone": ("kuroibara_backup/errors.py", "import kuroibara_backup.settings"),
    "archive-stands-alone": (
        "kuroibara_backup/archive/__init__.py",
        "import kuroibara_backup.places",
    ),
    "retention-stands-alone": (
        "kuroibara_backup/retention/__init__.py",
        "import kuroibara_backup.places",
    ),
    "schedule-stands-alone": (
        "kuroibara_backup/schedule/__init__.py",
        "import kuroibara_backup.places",
    ),
    "desktop-layers": ("kuroibara_desktop/core/__init__.py", "import kuroibara_desktop.ui"),
    "headless-without-qt": ("kuroibara_desktop/headless.py", "import PySide6.QtCore"),
    "qt-in-its-place": ("kuroibara_desktop/vault/__init__.py", "import PySide6.QtCore"),
    "httpx-in-its-place": ("kuroibara_desktop/ui/__init__.py", "import httpx"),
    "keyring-in-its-place": ("kuroibara_desktop/core/__init__.py", "import keyring"),
    "psycopg-in-its-place": ("kuroibara_backup/api/__init__.py", "import psycopg"),
    "procrastinate-in-its-place": ("kuroibara_backup/api/__init__.py", "import procrastinate"),
    "doors-hold-no-rules": ("kuroibara_backup/api/__init__.py", "import kuroibara_backup.database"),
}


def test_imports_keep_to_the_rules_of_the_house() -> None:
    importlinter.configuration.configure()
    assert use_cases.lint_imports(
        config_filename=str(ROOT / "pyproject.toml"), cache_dir=None, no_logo=True
    )


def test_each_rule_notices_a_line_that_breaks_it(tmp_path: Path) -> None:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, line in BREACHES.values():
        with (tmp_path / path).open("a", encoding="utf-8") as module:
            module.write(f"\n{line}\n")
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports as lint; lint()"]
    environment = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    broken = {rule for rule, name in names().items() if f"{name} BROKEN" in done.stdout}
    assert broken == BREACHES.keys() == names().keys(), done.stdout


def names() -> dict[str, str]:
    return {rule["id"]: rule["name"] for rule in pyproject()["tool"]["importlinter"]["contracts"]}
