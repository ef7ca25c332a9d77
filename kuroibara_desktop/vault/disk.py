"""Where the file system's failures become ours."""

from __future__ import annotations

import errno
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotAllowed, NotEnoughSpace
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultMissing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RESERVE = 16 * 1024 * 1024  # left free on the drive, for sidecars and whatever else lives there

_FULL = (errno.ENOSPC, errno.EDQUOT)
_GONE = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def readable(doing: str, folder: Path) -> Iterator[None]:
    """Turn `OSError` into an error with a sentence; `doing` completes "… was not …: "."""
    try:
        yield
    except OSError as exc:
        reason = exc.strerror or str(exc)
        if exc.errno in _FULL:
            free = free_bytes(folder)
            raise NotEnoughSpace(
                f"The drive with your archive is full: {doing} stopped.",
                needed=0,
                free=free,
            ) from exc
        if exc.errno == errno.EFBIG:
            raise FolderUnsuitable(
                f"The drive with your archive takes no file as large as this: {doing} stopped.",
                remedy="FAT32 ends at 4 GiB: choose a drive with exFAT, NTFS, APFS or ext4.",
            ) from exc
        if exc.errno in _GONE:
            raise VaultMissing(
                f"The archive folder went away: {doing} stopped ({reason})."
            ) from exc
        if exc.errno in _FORBIDDEN:
            raise NotAllowed(
                f"The archive folder may not be written to: {doing} stopped ({reason}).",
                remedy=f"Check the rights of {folder}, and that the drive is not write-protected.",
            ) from exc
        raise FolderUnsuitable(f"The archive folder failed: {doing} stopped ({reason}).") from exc


def free_bytes(folder: Path) -> int:
    """What is free there for us, 0 when the drive does not answer."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def require(needed: int, folder: Path) -> None:
    """Refuse before the first byte what cannot fit."""
    free = free_bytes(folder)
    if needed + RESERVE > free:
        raise NotEnoughSpace(
            f"{formatting.size(needed)} are to be copied and {formatting.size(RESERVE)} must stay "
            f"free, but the drive with your archive has only {formatting.size(free)} left.",
            needed=needed + RESERVE,
            free=free,
        )
