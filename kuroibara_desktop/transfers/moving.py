"""The whole archive to another folder: copied, read back, and only then switched to.

Until the new folder has its marker the old one is the archive; from then on the new one is, and the
old one's marker is put aside. Whatever ends the work, one of the two is whole; done once more, it
goes on where it was. The old files go only when that is asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from kuroibara_backup.archive.source import FileSource
from kuroibara_backup.errors import BackupError, Damaged, InvalidRequest
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultMissing
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.durable import sync_folder, write_durably
from kuroibara_desktop.vault import disk, howto
from kuroibara_desktop.vault.folders import examine, objections
from kuroibara_desktop.vault.marker import NAME, read_marker, write_marker
from kuroibara_desktop.vault.names import ENDING
from kuroibara_desktop.vault.part import Part
from kuroibara_desktop.vault.sidecar import checksum_file, facts_file, unlink_with_sidecars

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.transfers.pace import Check
    from kuroibara_desktop.vault import Vault

_MOVED = "kuroibara-archive.moved.json"
_COMING = ".kuroibara-moving"  # holds the archive's identity while it is copied here
_PIECE = 4 * 1024 * 1024


def move_archive(vault: Vault, target: Path, *, check: Check) -> Generator[Progress, None, None]:
    """Make `target` the archive that `vault` is; afterwards `vault.folder` is one no longer.

    Every backup is copied, its bytes are read back from the new drive and compared. A copy that is
    found to have rotted stops the move before anything is switched. What was begun to be fetched is
    left behind. Nobody else puts copies into the archive meanwhile.
    """
    target = target.absolute()
    with vault.publishing():
        vault.still_there()
        _prepare(vault, target)
        copies = vault.copies()
        total = sum(copy.size for copy in copies)
        done = 0
        for copy in copies:
            there = target / copy.path.relative_to(vault.folder)
            yield from _carry(copy, there, done, total, check)
            done += copy.size
        marker = vault.still_there()
        for copy in vault.copies():  # what was learned of them meanwhile
            _carry_sidecars(copy.path, target / copy.path.relative_to(vault.folder))
        check()
        with disk.readable("switching to the new folder", target):
            page = vault.folder / howto.NAME
            with contextlib.suppress(FileNotFoundError):
                write_durably(target / howto.NAME, page.read_bytes())
            write_marker(target, marker)
            for note in target.glob(f"*{_COMING}*"):
                note.unlink(missing_ok=True)
            os.replace(vault.folder / NAME, vault.folder / _MOVED)
            sync_folder(vault.folder)


def left_behind(old: Path, vault: Vault) -> list[LocalCopy]:
    """What of the moved archive still lies in `old` and may go: each is whole in `vault`, too."""
    marker = _moved_marker(old)
    if marker != vault.id:
        raise InvalidRequest(f"Nothing was removed: {old} is not where this archive was before.")
    return [copy for copy in vault.copies() if _is_whole(copy) and _old(old, copy, vault).is_file()]


def drop_left_behind(
    old: Path, vault: Vault, *, check: Check
) -> Generator[Progress, None, list[Path]]:
    """Remove from `old` what a move left there; return what stayed, because it is nowhere else.

    Each copy is looked at in the new place first.
    """
    copies = left_behind(old, vault)
    for number, copy in enumerate(copies):
        check()
        vault.still_there()
        with disk.readable("removing the old copies", old):
            unlink_with_sidecars(_old(old, copy, vault))
        yield Progress(stage=Stage.PUBLISHING, done=number + 1, total=len(copies))
    with disk.readable("removing the old copies", old):
        stayed = [path for path in _files(old) if path.name not in (_MOVED, howto.NAME)]
        if not stayed:
            for begun in old.glob("*/*.part"):
                begun.unlink(missing_ok=True)
            (old / howto.NAME).unlink(missing_ok=True)
            (old / _MOVED).unlink(missing_ok=True)
            for folder in (*old.glob("*/damaged"), *old.iterdir()):
                with contextlib.suppress(OSError):
                    folder.rmdir()
            with contextlib.suppress(OSError):
                old.rmdir()
    return stayed


def _prepare(vault: Vault, target: Path) -> None:
    """Refuse a folder that cannot be the archive; mark it as the one that is coming."""
    if target == vault.folder or vault.folder in target.parents or target in vault.folder.parents:
        raise InvalidRequest(
            "The archive was not moved: one of the two folders lies inside the other.",
            remedy="Choose a folder on another drive.",
        )
    against = objections(examine(target))
    if against:
        raise FolderUnsuitable(against[0])
    with contextlib.suppress(VaultMissing):
        if read_marker(target).archive_id != vault.id:
            raise FolderUnsuitable(
                f"The archive was not moved: {target} is another archive already.",
                remedy="Choose an empty folder.",
            )
    with disk.readable("setting up the new folder", target.parent):
        target.mkdir(mode=0o700, exist_ok=True)
        coming = target / _COMING
        begun = coming.is_file() and coming.read_text("utf-8", "replace") == vault.id
        # A try that was killed may have left the beginning of our own notes.
        strangers = [p for p in target.iterdir() if not p.name.lstrip(".").startswith("kuroibara-")]
        if strangers and not begun and not (target / NAME).exists():
            raise FolderUnsuitable(
                f"The archive was not moved: {target} is not empty.",
                remedy="Choose an empty folder, or one that is yet to be made.",
            )
        write_durably(coming, vault.id.encode())
    there = {path.relative_to(target): path.stat().st_size for path in _files(target)}
    missing = [copy for copy in vault.copies() if copy.path.relative_to(vault.folder) not in there]
    disk.require(sum(copy.size for copy in missing), target)
    largest = examine(target).largest_file
    too_large = [copy for copy in missing if largest is not None and copy.size > largest]
    if too_large:
        raise FolderUnsuitable(
            f"The archive was not moved: {too_large[0].name} is too large for the drive (FAT32).",
            remedy="Choose a drive with exFAT, NTFS, APFS or ext4.",
        )


def _carry(
    copy: LocalCopy, there: Path, before: int, total: int, check: Check
) -> Generator[Progress, None, None]:
    good = copy.state is CopyState.VERIFIED
    with disk.readable("setting up the new folder", there.parent):
        there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if good and copy.sha256 is not None and there.is_file():
        found = yield from _read(there, before, total, check)
        if found == copy.sha256:
            return
    with FileSource(copy.path) as source:
        name = there.with_name(f"{there.name}.moving.part")
        with disk.readable("copying to the new folder", there.parent):
            name.unlink(missing_ok=True)
        part = Part(name)
        try:
            while part.length < source.size:
                check()
                part.write([source.read_at(part.length, min(_PIECE, source.size - part.length))])
                yield Progress(stage=Stage.COPYING, done=before + part.length, total=total)
            part.sync()
            if good and copy.sha256 is not None and part.sha256 != copy.sha256:
                raise Damaged(
                    f"The archive was not moved: {copy.name} is damaged in the old folder.",
                    remedy="Verify it (`kuroibara-desktop verify --repair`), then move once more.",
                )
            read_back = yield from _read(name, before, total, check)
            if read_back != part.sha256:
                raise Damaged(
                    f"The archive was not moved: {copy.name} came back from the new drive with "
                    "other bytes than were written.",
                    remedy="The new drive is failing: choose another. The old archive is whole.",
                )
            with disk.readable("copying to the new folder", there.parent):
                os.replace(name, there)
                sync_folder(there.parent)
        except BaseException:
            part.remove()
            raise
        finally:
            part.close()
    _carry_sidecars(copy.path, there)


def _read(path: Path, before: int, total: int, check: Check) -> Generator[Progress, None, str]:
    """The SHA-256 of what the drive really holds, past what is still in memory where that works."""
    digest, length = hashlib.sha256(), 0
    with disk.readable("reading back", path.parent), path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(_PIECE):
            check()
            digest.update(piece)
            length += len(piece)
            yield Progress(stage=Stage.VERIFYING, done=before + length, total=total)
    return digest.hexdigest()


def _carry_sidecars(here: Path, there: Path) -> None:
    with disk.readable("copying to the new folder", there.parent):
        for name in (checksum_file, facts_file):
            with contextlib.suppress(FileNotFoundError):
                write_durably(name(there), name(here).read_bytes())


def _moved_marker(old: Path) -> str | None:
    """The identity of the archive that was at `old` before it was moved away."""
    with contextlib.suppress(BackupError):
        return read_marker(old, _MOVED).archive_id
    return None


def _is_whole(copy: LocalCopy) -> bool:
    try:
        return copy.path.stat().st_size == copy.size
    except OSError:
        return False


def _old(old: Path, copy: LocalCopy, vault: Vault) -> Path:
    return old / copy.path.relative_to(vault.folder)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob(f"*{ENDING}") if path.is_file())
