"""How do bytes get a final name without ever overwriting, and survive a power cut?"""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotEnoughSpace, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV}


@contextmanager
def storing(folder: Path) -> Iterator[None]:
    """Turn failures of the backup volume into errors with a sentence."""
    try:
        yield
    except FileExistsError as exc:
        raise Refused(
            "The backup was not stored: there is already one of this name.",
            remedy="Choose another name.",
            code="name_taken",
        ) from exc
    except OSError as exc:
        if exc.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise NotEnoughSpace(
                "The backup was not stored: the backup folder's disk is full.",
                needed=0,
                free=free_bytes(folder),
                remedy="Free some space on the server's backup disk and start the backup again.",
            ) from exc
        if exc.errno == errno.EFBIG:
            raise NotEnoughSpace(
                "The backup was not stored: the backup folder's file system cannot hold"
                " a file of this size.",
                needed=0,
                free=free_bytes(folder),
                remedy="Keep backups on a disk that takes large files (FAT32 stops at 4 GiB).",
            ) from exc
        raise BackupError(
            f"The backup folder could not be used: {exc.strerror}.",
            remedy="Look at the server's backup folder and its disk, then try again.",
            code="backup_folder_unusable",
        ) from exc


def free_bytes(folder: Path) -> int:
    """Return what an unprivileged writer may still use; 0 when the folder cannot be asked."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return 0
    return found.f_bavail * found.f_frsize


def total_bytes(folder: Path) -> int:
    """Return the size of the disk that the folder is on; 0 when it cannot be asked."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return 0
    return found.f_blocks * found.f_frsize


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable, where the system knows how to."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as exc:
        # Some network file systems cannot sync a folder; the file itself is durable already.
        if exc.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(handle)


def give_name(spool: Path, final: Path) -> None:
    """Move a durable `spool` to `final`; raises FileExistsError instead of overwriting."""
    try:
        os.link(spool, final, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError as exc:
        if exc.errno not in _NO_LINKS:
            raise
        # A file system without hard links: the writer lock makes this check good enough.
        if os.path.lexists(final):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from exc
        os.rename(spool, final)
    else:
        os.unlink(spool)


def remove_quietly(path: Path) -> None:
    """Remove a left-over; that it is gone already is fine."""
    with suppress(FileNotFoundError, IsADirectoryError):
        os.unlink(path)


def try_lock(handle: int) -> bool:
    """Lock an open file against other processes; False while one of them holds it."""
    try:
        import fcntl
    except ImportError:  # Windows: the server is not meant to run there beside another writer
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
