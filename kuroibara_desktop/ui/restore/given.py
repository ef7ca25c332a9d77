"""Which file was meant by what was dropped or given at the start. No Qt; the disk is looked at."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from kuroibara_backup.errors import InvalidRequest, NotABackup
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.transfers.examining import looks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_GZIP = b"\x1f\x8b"
_ONE_FILE = "Give one file: a .tar.gz that a Kuroibara server made."


def the_file(paths: Sequence[Path]) -> Path:
    """The one file that looks like a backup; anything else is refused in a sentence.

    Only its first bytes are looked at: whether it is whole, a later look tells.
    """
    if not paths:
        raise InvalidRequest(
            "Nothing was done: what was dropped is no file of this computer.",
            remedy="Save it here first, then drop the file.",
        )
    if len(paths) > 1:
        raise InvalidRequest(
            f"Nothing was done: {len(paths)} files were dropped, and one at a time is dealt with.",
            remedy=_ONE_FILE,
        )
    path = paths[0]
    kind = looks(path).st_mode
    if stat.S_ISDIR(kind):
        raise InvalidRequest(
            f"Nothing was done: {one_line(path.name or str(path))} is a folder.",
            remedy="Give the backup file in it. A whole archive folder is chosen in the settings.",
        )
    if not stat.S_ISREG(kind):
        raise InvalidRequest(
            f"Nothing was done: {one_line(path.name)} is no file.", remedy=_ONE_FILE
        )
    try:
        with path.open("rb") as file:
            begins = file.read(len(_GZIP))
    except OSError as exc:
        raise InvalidRequest(
            f"Nothing was done: {one_line(path.name)} cannot be read: {exc.strerror or exc}.",
            remedy="Check that you may read the file, and that its drive is there.",
        ) from exc
    if begins != _GZIP:
        raise NotABackup(f"Nothing was done: {one_line(path.name)} is not a backup of Kuroibara.")
    return path
