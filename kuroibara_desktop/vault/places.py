"""What a folder's drive is called, and whether it is the one this computer runs from."""

from __future__ import annotations

import os
from pathlib import Path


def place_name(folder: Path) -> str:
    """The name of the drive as file managers show it; of the folder, on the computer's own drive.

    Told from the path where the drive is away.
    """
    drive = _drive_of(folder)
    return (drive or folder).name or str(folder)


def _drive_of(folder: Path) -> Path | None:
    parts = folder.parts
    for above in (("/", "run", "media"), ("/", "media"), ("/", "Volumes"), ("/", "mnt")):
        if parts[: len(above)] != above or len(parts) <= len(above):
            continue
        # /media/USER/DRIVE on some systems, /media/DRIVE on others
        for depth in (len(above) + 1, len(above) + 2):
            candidate = Path(*parts[:depth])
            if os.path.ismount(candidate):
                return candidate
        by_user = above in (("/", "run", "media"), ("/", "media")) and len(parts) > len(above) + 1
        return Path(*parts[: len(above) + 1 + by_user])
    while folder != folder.parent:
        if os.path.ismount(folder):
            return None if str(folder) in ("/", "/home") else folder
        folder = folder.parent
    return None


def on_system_drive(folder: Path) -> bool:
    """Whether losing this computer's own drive loses the folder, too; True when in doubt."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        return place.stat().st_dev in (Path("/").stat().st_dev, Path.home().stat().st_dev)
    except OSError:
        return True
