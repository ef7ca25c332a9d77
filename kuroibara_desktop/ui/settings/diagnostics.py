"""What a helper would ask for: versions, and where things are. No Qt widget; may touch the disk."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.ui.trouble import redacted

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.profile import Keep
    from kuroibara_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Everything that is shown and copied; nothing in it is secret."""

    app: str
    python: str
    qt: str
    system: str
    config: Path
    data: Path
    archive: Path | None
    archive_trouble: str
    keep: Keep  # where the sign-in is
    servers: tuple[str, ...]  # the one in use first

    def report(self) -> str:
        """As text for a helper, without the names of home folders."""
        lines = [
            f"Kuroibara Desktop {self.app}",
            f"Python {self.python}, Qt {self.qt}, {self.system}",
            f"Settings: {self.config}",
            f"Data: {self.data}",
            f"Archive folder: {self.archive or 'none'}{_in_brackets(self.archive_trouble)}",
            f"Sign-in: {self.keep.value}",
            *(f"Server: {one}" for one in self.servers),
        ]
        return redacted("\n".join(lines))


def diagnose(desk: Desk) -> Diagnosis:
    """Look at everything but the network."""
    profile = desk.profile()
    trouble = ""
    if profile.archive is not None:
        try:
            desk.vault()
        except BackupError as error:
            trouble = error.sentence
    return Diagnosis(
        app=version("kuroibara-desktop"),
        python=platform.python_version(),
        qt=qt_version,
        system=platform.platform(),
        config=desk.home.config,
        data=desk.home.data,
        archive=profile.archive,
        archive_trouble=trouble,
        keep=desk.keeping.now,
        servers=tuple(
            f"{one.address} ({'backup engine' if one.engine else 'plain Kuroibara'}"
            f"{', pinned certificate' if one.pin else ''})"
            for one in profile.servers
        ),
    )


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""
