"""Starting with the user's session: one file, or one entry, of the system's own kind."""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kuroibara_desktop.durable import write_durably

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ID = "kuroibara-desktop"
_LABEL = "io.github.kuroibara.desktop"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart:
    """Whether the app starts at log-in. Asked and told in one place for three systems.

    Seen at work on Linux alone; the entries of Windows and macOS are written as their makers
    document them.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str] = os.environ,
        platform: str = sys.platform,
    ) -> None:
        self._command = tuple(command)
        self._environment = environment
        self._platform = platform

    @property
    def possible(self) -> bool:
        """A Flatpak may write no such file; its desktop has to be asked, which is not done yet."""
        return "FLATPAK_ID" not in self._environment

    @property
    def on(self) -> bool:
        if self._platform == "win32":
            return _registered() is not None
        file = self.file
        if not file.is_file():
            return False
        return self._platform == "darwin" or not _hidden(file)

    def set(self, on: bool) -> None:
        """Switch it; raises OSError where the system does not let us."""
        if self._platform == "win32":
            _register(_quoted_for_windows(self._command) if on else None)
        elif on:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_durably(self.file, self._written())
        else:
            self.file.unlink(missing_ok=True)

    def renew(self) -> None:
        """Write it again where it is on: the program may have moved since."""
        if self.possible and self.on:
            self.set(True)

    @property
    def file(self) -> Path:
        """Where the entry lies, but on Windows."""
        home = Path(self._environment.get("HOME") or Path.home())
        if self._platform == "darwin":
            return home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
        config = self._environment.get("XDG_CONFIG_HOME", "")
        base = Path(config) if config.startswith("/") else home / ".config"
        return base / "autostart" / f"{_ID}.desktop"

    def _written(self) -> bytes:
        if self._platform == "darwin":
            entry = {
                "Label": _LABEL,
                "ProgramArguments": list(self._command),
                "RunAtLoad": True,
                "ProcessType": "Background",
            }
            return plistlib.dumps(entry)
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Kuroibara",
            "Comment=Keeps a copy of your manga library on this computer",
            f"Exec={' '.join(map(_quoted, self._command))}",
            f"Icon={_ID}",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "X-GNOME-Autostart-Delay=20",  # the tray and the keyring come first
        ]
        return "\n".join([*lines, ""]).encode()


def own_command(
    arguments: Sequence[str], *, environment: Mapping[str, str] = os.environ
) -> tuple[str, ...]:
    """How this very program is started again, by whole paths."""
    image = environment.get("APPIMAGE")
    if image:
        return (image, *arguments)
    script = shutil.which(_ID, path=os.path.dirname(sys.executable))
    if script:
        return (script, *arguments)
    return (sys.executable, "-m", "kuroibara_desktop", *arguments)


def _quoted(word: str) -> str:
    r"""One word of an Exec line: quotes, then a backslash for each of `"`, `` ` ``, `$`, `\`."""
    escaped = "".join(f"\\{c}" if c in '"`$\\' else c for c in word).replace("%", "%%")
    # The file's own rule for strings is applied on top: a backslash is written as two.
    quoted = f'"{escaped}"' if escaped != shlex.quote(word) or "%" in word else word
    return quoted.replace("\\", "\\\\")


def _hidden(file: Path) -> bool:
    """Desktops switch an entry off by these lines in place of removing it."""
    try:
        lines = {line.strip().lower() for line in file.read_text("utf-8").splitlines()}
    except (OSError, UnicodeDecodeError):
        return False
    return bool(lines & {"hidden=true", "x-gnome-autostart-enabled=false"})


def _quoted_for_windows(command: Sequence[str]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in command)


def _registered() -> str | None:
    import winreg

    registry: Any = winreg  # what is in it is known on Windows alone
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            return str(registry.QueryValueEx(key, _ID)[0])
    except FileNotFoundError:
        return None


def _register(command: str | None) -> None:
    import contextlib
    import winreg

    registry: Any = winreg  # what is in it is known on Windows alone
    with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
        if command is None:
            with contextlib.suppress(FileNotFoundError):
                registry.DeleteValue(key, _ID)
        else:
            registry.SetValueEx(key, _ID, 0, registry.REG_SZ, command)
