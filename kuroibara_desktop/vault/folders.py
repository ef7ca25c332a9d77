"""Whether a folder can hold the archive: facts found by trying, and what they mean."""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kuroibara_desktop.core import formatting
from kuroibara_desktop.vault.disk import free_bytes

FAT32_ENDS = 4 * 1024**3
_CLOUDS = (
    *("dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive"),
    *("mobile documents", "nextcloud", "owncloud", "pclouddrive", "mega", "box sync", "seafile"),
)
_STORAGE_MARKER = ".kuroibara-storage"


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFacts:
    """What a probe file found out. `trouble` says why nothing could be tried, or is empty."""

    folder: Path
    free: int = 0
    largest_file: int | None = None  # None: no limit that matters
    folds_case: bool = False
    replaces: bool = True  # a rename over an existing name works
    in_cloud: bool = False
    in_temporary: bool = False
    in_storage: bool = False
    trouble: str = ""


def examine(folder: Path) -> FolderFacts:
    """Try out `folder`, or its parent when it is yet to be made; leaves nothing behind."""
    place = folder if folder.is_dir() else folder.parent
    if folder.exists() and not folder.is_dir():
        return FolderFacts(folder=folder, trouble=f"{folder} is a file, not a folder.")
    if not place.is_dir():
        return FolderFacts(folder=folder, trouble=f"{place} is not there.")
    probe = place / f".kuroibara-probe-{secrets.token_hex(4)}"
    try:
        probe.write_bytes(b"1")
        try:
            largest, folds, replaces = _tried(probe)
        finally:
            for leftover in place.glob(f"{probe.name}*"):
                leftover.unlink()
    except OSError as exc:
        return FolderFacts(
            folder=folder, trouble=f"{place} cannot be written to: {exc.strerror or exc}."
        )
    real = place.resolve()
    parts = [part.lower() for part in (*real.parts, folder.name)]
    around = [real, *real.parents]
    return FolderFacts(
        folder=folder,
        free=free_bytes(place),
        largest_file=largest,
        folds_case=folds,
        replaces=replaces,
        in_cloud=any(part.startswith(cloud) for part in parts for cloud in _CLOUDS)
        or any((parent / ".stfolder").exists() for parent in around),
        in_temporary=Path(tempfile.gettempdir()).resolve() in around,
        in_storage=any((parent / _STORAGE_MARKER).exists() for parent in around),
    )


def _tried(probe: Path) -> tuple[int | None, bool, bool]:
    upper = probe.with_name(probe.name.upper())
    folds = upper.exists()
    other = probe.with_name(f"{probe.name}-other")
    other.write_bytes(b"2")
    try:
        os.replace(other, probe)
        replaces = probe.read_bytes() == b"2"
    except OSError:
        replaces = False
    largest = None
    with probe.open("r+b") as file:
        try:
            file.truncate(FAT32_ENDS)  # sparse where the drive can; FAT32 refuses at once
        except OSError:
            largest = FAT32_ENDS - 1
        finally:
            file.truncate(0)
    return largest, folds, replaces


def objections(facts: FolderFacts) -> list[str]:
    """Why the folder cannot hold the archive, one sentence each; empty when it can."""
    if facts.trouble:
        return [facts.trouble]
    found = []
    if not facts.replaces:
        found.append("The drive cannot replace a file by renaming, so a copy could be lost.")
    if facts.in_storage:
        found.append(
            "The folder lies inside a Kuroibara library: a backup there would be lost with it."
        )
    return found


def cautions(facts: FolderFacts, *, server_is_here: bool = False) -> list[str]:
    """What the user should know before choosing the folder, one sentence each."""
    found = []
    if facts.largest_file is not None:
        found.append(
            f"The drive takes no file over {formatting.size(facts.largest_file)} (FAT32): larger "
            "backups cannot be copied there."
        )
    if facts.folds_case:
        found.append(
            "The drive does not tell capital from small letters: a copy whose name differs from "
            "another's in that alone gets a number."
        )
    if facts.in_cloud:
        found.append(
            "The folder is synchronised with a cloud: every user's data and password hashes go "
            "there too."
        )
    if facts.in_temporary:
        found.append("The folder is a temporary one: the system may empty it at any time.")
    if server_is_here:
        found.append(
            "The server runs on this computer: if it is lost, so are the copies, unless the "
            "folder is on a drive that you take away."
        )
    return found
