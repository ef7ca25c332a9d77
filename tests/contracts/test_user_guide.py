"""What the user guide shows and names is so: pictures, names, keys, commands, units."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.pins import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine

TEXT = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = sorted(set(re.findall(r"images/([\w-]+\.png)", TEXT + README)))
COMMANDS = sorted(set(re.findall(r"^ {4}(kuroibara-desktop .+)$", TEXT, re.MULTILINE)))
UNITS = ROOT / "packaging" / "systemd"


def drawn() -> set[str]:
    """The pictures that the script makes."""
    script = ast.parse((ROOT / "packaging" / "screenshots.py").read_text(encoding="utf-8"))
    given = {
        target.id: ast.literal_eval(part.value)
        for part in script.body
        if isinstance(part, ast.Assign)
        for target in part.targets
        if isinstance(target, ast.Name) and target.id in ("PICTURES", "THEMES")
    }
    return {f"{name}-{theme}.png" for name in given["PICTURES"] for theme in given["THEMES"]}


def said() -> set[str]:
    """Every text that the window can show."""
    found = set()
    for file in (ROOT / "kuroibara_desktop" / "ui").rglob("*.py"):
        for part in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(part, ast.Call)
                and isinstance(part.func, ast.Attribute)
                and part.func.attr in ("tr", "translate")
            ):
                found |= {
                    word.value
                    for word in part.args
                    if isinstance(word, ast.Constant) and isinstance(word.value, str)
                }
    return found


def test_it_has_pictures_and_the_script_draws_each() -> None:
    assert len(PICTURES) >= 10
    assert set(PICTURES) <= drawn()


@pytest.mark.parametrize("name", sorted(drawn()))
def test_a_picture_is_there_and_small(name: str) -> None:
    assert 0 < (ROOT / "docs" / "images" / name).stat().st_size < 200_000


def test_every_name_in_bold_is_written_like_that_in_the_app() -> None:
    named = set(re.findall(r"\*\*([^*]+)\*\*", TEXT)) - {"bold"}
    assert len(named) > 40
    assert named - said() == set()


def test_every_page_is_told_of() -> None:
    window = (ROOT / "kuroibara_desktop" / "ui" / "window.py").read_text(encoding="utf-8")
    pages = re.findall(r'self\.pages\.add\(\s*"\w+",\s*self\.tr\("(\w+)"\)', window)
    assert len(pages) >= 5
    assert [page for page in pages if f"\n## {page}\n" not in TEXT] == []


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_it_shows_is_understood(line: str) -> None:
    _, command, *words = shlex.split(line)
    help_ = subprocess.run(
        [sys.executable, "-m", "kuroibara_desktop", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(word in help_.stdout for word in words if word.startswith("--"))


@pytest.mark.slow
def test_what_cron_and_the_timer_run_copies_the_newest_backup(
    engine: RunningEngine, tmp_path: Path
) -> None:
    engine.create("by_night", include_storage=False)
    home = tmp_path / "home"
    (home / ".config").mkdir(parents=True)
    environment = os.environ | {"HOME": str(home), "KUROIBARA_DESKTOP_HOME": str(home / "app")}
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    run = [sys.executable, "-m", "kuroibara_desktop"]
    token = str(home / ".config" / "kuroibara-token")
    admin = engine.admin
    login = [engine.url, "--username", admin.username, "--password-stdin"]
    subprocess.run(
        [*run, "login", *login, "--archive", str(tmp_path / "archive"), "--token-file", token],
        env=environment,
        input=f"{admin.password}\n",
        text=True,
        check=True,
    )
    unit = (UNITS / "kuroibara-desktop-pull.service").read_text(encoding="utf-8")
    [by_systemd] = re.findall(r"^ExecStart=(.+)$", unit, re.MULTILINE)
    [by_cron] = re.findall(r"^ {4}\d+ \d+ \* \* \* (.+)$", TEXT, re.MULTILINE)
    for line, at_home in ((by_systemd, "%h"), (by_cron, "$HOME")):
        program, *words = shlex.split(line.replace(at_home, str(home)))
        assert program == str(home / ".local" / "bin" / "kuroibara-desktop")
        subprocess.run([*run, *words], env=environment, check=True)
        assert any((tmp_path / "archive").glob("*/by_night.tar.gz"))
        shutil.rmtree(next((tmp_path / "archive").glob("*/")))


@pytest.mark.parametrize("name", ["service", "timer"])
def test_systemd_takes_the_unit(name: str, tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed: apt-get install systemd")
    for file in UNITS.glob("kuroibara-desktop-pull.*"):
        text = file.read_text(encoding="utf-8")
        program = text.replace("%h/.local/bin/kuroibara-desktop", "/bin/true")
        (tmp_path / file.name).write_text(program, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", tmp_path / f"kuroibara-desktop-pull.{name}"],
        capture_output=True,
        text=True,
    )
    assert "kuroibara-desktop-pull" not in done.stderr
