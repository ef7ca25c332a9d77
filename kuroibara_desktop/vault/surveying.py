"""What lies in a folder that somebody says holds backups? Looked at, never changed."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kuroibara_desktop.core.errors import FolderUnsuitable, VaultMissing
from kuroibara_desktop.vault import marker
from kuroibara_desktop.vault.names import ENDING


class Holding(Enum):
    """What a folder is to us."""

    ARCHIVE = "an archive with its marker"
    COPIES = "servers' folders with backups, the marker lost"
    LOOSE = "backup files, in no server's folder"
    NOTHING = "no backups"
    AWAY = "no folder, or one that cannot be looked into"


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """`folder` is where the backups are: what was asked about, or the one archive right below."""

    asked: Path
    folder: Path
    holding: Holding
    count: int = 0
    size: int = 0
    servers: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def usable(self) -> bool:
        return self.holding in (Holding.ARCHIVE, Holding.COPIES)


def survey(asked: Path) -> Survey:
    """Look into `asked`, and one level deeper for an archive: people choose the drive itself."""
    asked = asked.absolute()
    try:
        if not asked.is_dir():
            raise NotADirectoryError(20, "there is no such folder")
        found = _of(asked, asked)
        if found.usable:
            return found
        below = [Path(e.path) for e in os.scandir(asked) if e.is_dir(follow_symlinks=False)]
    except (OSError, ValueError) as exc:
        why = exc.strerror if isinstance(exc, OSError) else None
        return Survey(
            asked=asked,
            folder=asked,
            holding=Holding.AWAY,
            trouble=f"{asked} cannot be looked into: {why or exc}.",
        )
    archives = []
    for place in below:
        with suppress(OSError):  # a drive has folders that are nobody's business
            if (place / marker.NAME).is_file():
                archives.append(_of(asked, place))
    one = archives[0] if len(archives) == 1 else found
    return one if one.usable else found


def _of(asked: Path, folder: Path) -> Survey:
    try:
        servers = marker.read_marker(folder).servers
        holding, names = Holding.ARCHIVE, tuple(one.name for one in servers.values())
        files = [file for name in servers for file in _files(folder / name)]
    except FolderUnsuitable as damaged:  # the marker; the copies may be as good as ever
        below = _below(folder)
        files = [file for found in below.values() for file in found]
        if not files:
            return Survey(
                asked=asked, folder=folder, holding=Holding.NOTHING, trouble=damaged.sentence
            )
        holding, names = Holding.COPIES, tuple(sorted(below))
    except VaultMissing:
        below = _below(folder)
        files = [file for found in below.values() for file in found]
        holding, names = Holding.COPIES, tuple(sorted(below))
        if not files:
            files, names = _files(folder), ()
            holding = Holding.LOOSE if files else Holding.NOTHING
    return Survey(
        asked=asked,
        folder=folder,
        holding=holding,
        count=len(files),
        size=sum(files),
        servers=names,
    )


def _below(folder: Path) -> dict[str, list[int]]:
    """The sizes of the backups in each folder right below."""
    places = [
        Path(entry.path)
        for entry in os.scandir(folder)
        if entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
    ]
    found = {place.name: _files(place) for place in places}
    return {name: files for name, files in found.items() if files}


def _files(folder: Path) -> list[int]:
    """The sizes of the backups right in a folder; none where nobody may look."""
    try:
        return [
            entry.stat().st_size
            for entry in os.scandir(folder)
            if entry.name.endswith(ENDING) and entry.is_file(follow_symlinks=False)
        ]
    except OSError:
        return []
