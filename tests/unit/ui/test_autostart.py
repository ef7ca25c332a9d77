"""The entry that starts the app at log-in."""

from __future__ import annotations

import plistlib
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.ui.autostart import Autostart, own_command

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ("/opt/with space/kuroibara-desktop", "--background")


def made(home: Path, command: tuple[str, ...] = COMMAND, platform: str = "linux") -> Autostart:
    return Autostart(command, environment={"HOME": str(home)}, platform=platform)


def test_it_is_switched_on_and_off(tmp_path: Path) -> None:
    autostart = made(tmp_path)
    autostart.set(True)
    assert made(tmp_path).on
    assert autostart.file == tmp_path / ".config" / "autostart" / "kuroibara-desktop.desktop"
    autostart.set(False)
    autostart.set(False)
    assert not made(tmp_path).on


def test_the_entry_is_one_that_desktops_take(tmp_path: Path) -> None:
    autostart = made(tmp_path)
    autostart.set(True)
    text = autostart.file.read_text()
    assert 'Exec="/opt/with space/kuroibara-desktop" --background' in text.splitlines()
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", str(autostart.file)], check=True)


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("/plain/path", "Exec=/plain/path"),
        ("/a $HOME", 'Exec="/a \\\\$HOME"'),
        ('/a "b"', 'Exec="/a \\\\"b\\\\""'),
        ("/100%/a", 'Exec="/100%%/a"'),
    ],
)
def test_odd_paths_are_quoted_as_the_standard_says(tmp_path: Path, word: str, line: str) -> None:
    autostart = made(tmp_path, (word,))
    autostart.set(True)
    assert line in autostart.file.read_text().splitlines()


@pytest.mark.parametrize("switch", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_the_desktop_switched_off_is_off_and_stays_so(tmp_path: Path, switch: str) -> None:
    autostart = made(tmp_path)
    autostart.set(True)
    text = autostart.file.read_text().replace("X-GNOME-Autostart-enabled=true", switch)
    autostart.file.write_text(text)
    assert not autostart.on
    autostart.renew()
    assert autostart.file.read_text() == text


def test_a_program_that_moved_is_found_again(tmp_path: Path) -> None:
    made(tmp_path, ("/old/place",)).set(True)
    made(tmp_path, ("/new/place",)).renew()
    assert "Exec=/new/place" in made(tmp_path).file.read_text()


def test_what_is_off_is_not_written(tmp_path: Path) -> None:
    made(tmp_path).renew()
    assert not made(tmp_path).file.exists()


def test_the_users_own_configuration_folder_is_used(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "conf")}
    autostart = Autostart(COMMAND, environment=environment, platform="linux")
    assert autostart.file.parent == tmp_path / "conf" / "autostart"


def test_macos_gets_a_launch_agent(tmp_path: Path) -> None:
    autostart = made(tmp_path, platform="darwin")
    autostart.set(True)
    entry = plistlib.loads(autostart.file.read_bytes())
    assert entry["ProgramArguments"] == list(COMMAND)
    assert entry["RunAtLoad"] is True
    assert autostart.on


def test_a_flatpak_does_not_offer_what_it_cannot_do() -> None:
    assert not Autostart(COMMAND, environment={"FLATPAK_ID": "x"}).possible


def test_its_own_command_starts_the_program() -> None:
    command = own_command(["--help"], environment={})
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert "Without a command the window opens" in done.stdout
    assert own_command([], environment={"APPIMAGE": "/x.AppImage"}) == ("/x.AppImage",)
    assert shlex.join(command).startswith(shlex.quote(sys.executable).rsplit("/", 1)[0])
