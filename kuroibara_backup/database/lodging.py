"""Where PostgreSQL's files lie while it runs, when root keeps them in a private folder.

PostgreSQL never runs as root, and the user it runs as cannot pass a private folder. No folder that
was there before is opened for it: the files are carried out and, when it has ended, back again.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from typing import TYPE_CHECKING

from kuroibara_backup.database.binaries import closed_parent
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def lodge(folder: Path, shared: Path) -> Path:
    """A folder that other users can reach with what is in `folder`; itself where that is so.

    What an earlier run could not carry back any more is found again.
    """
    if closed_parent(folder.parent) is None:
        return folder
    shared.mkdir(mode=0o755, parents=True, exist_ok=True)
    closed = closed_parent(shared)
    if closed is not None:
        raise Refused(
            "The built-in PostgreSQL was not started: it may not run as root, and the folder "
            f"{closed} keeps every other user out.",
            remedy="Choose a folder that others can reach, or run this as an ordinary user.",
        )
    away = shared / f"run-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}"
    if not away.exists() and folder.exists():
        _carry(folder, away)
    return away


def bring_back(away: Path, folder: Path) -> None:
    """Put the files where they were asked for; nothing is left where they were lodged."""
    if away != folder and away.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        _carry(away, folder)


def hand_over(folder: Path, uid: int, gid: int) -> None:
    """Give all of `folder` to a user: being carried to another disk makes it root's."""
    for parent, folders, files in os.walk(folder):
        os.chown(parent, uid, gid)
        for name in (*folders, *files):
            os.chown(os.path.join(parent, name), uid, gid, follow_symlinks=False)


def _carry(source: Path, target: Path) -> None:
    """Move a folder. Killed half-way, one of the two is whole, and `lodge` finds that one."""
    if target.exists():
        shutil.rmtree(target)
    try:
        source.rename(target)
    except OSError as exc:
        if exc.errno != errno.EXDEV:
            raise
        copy, gone = (path.with_name(f".{path.name}.moving") for path in (target, source))
        for left in (copy, gone):
            shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(source, copy, symlinks=True)
        copy.rename(target)
        source.rename(gone)
        shutil.rmtree(gone)
