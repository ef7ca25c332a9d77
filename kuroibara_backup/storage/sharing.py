"""Can two trees share one file instead of holding it twice, and how?"""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.entries import EntryKind
from kuroibara_backup.storage.walking import Walk

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from kuroibara_backup.archive.entries import Check
    from kuroibara_backup.storage.tree import Tree

_FICLONE: Final = 0x40049409
_PROBE: Final = b".spool-probe-"


def cloned(source: int, target: int) -> bool:
    """Give the empty file `target` the content of `source` without copying a byte (a reflink)."""
    if sys.platform != "linux":
        return False
    try:
        fcntl.ioctl(target, _FICLONE, source)
    except OSError as exc:
        if exc.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            raise
        return False
    return True


def can_share(tree: Tree, check: Check) -> bool:
    """Try it with the first file of the library; what is made for that is removed again."""
    walk = Walk(tree, check=check)
    try:
        found = next(
            (one for one in walk if one.kind is EntryKind.FILE and one.about.st_size), None
        )
    finally:
        walk.close()
    if found is None:
        return False
    name = _PROBE + secrets.token_hex(8).encode()
    try:
        return _linked(tree, found.path, name) or _cloned(tree, found.path, name)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=tree.handle)


def _linked(tree: Tree, path: bytes, name: bytes) -> bool:
    folder = tree.folder_of(path)
    try:
        os.link(
            path.rpartition(b"/")[2],
            name,
            src_dir_fd=folder,
            dst_dir_fd=tree.handle,
            follow_symlinks=False,
        )
    except OSError:
        return False
    return True


def _cloned(tree: Tree, path: bytes, name: bytes) -> bool:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    target = os.open(name, flags, 0o600, dir_fd=tree.handle)
    try:
        source = tree.open_file(path)
        try:
            return cloned(source, target)
        finally:
            os.close(source)
    finally:
        os.close(target)
