"""Is this the storage that we know, or a folder that only stands where it should be mounted?"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.scan import MARKER
from kuroibara_backup.storage.tree import Tree, in_library

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST: Final = 64
_PARTIAL: Final = b".spool-marker-"
_NOT_USED: Final = "The storage was not used"


def storage_id(root: Path) -> UUID | None:
    """The UUID in `.kuroibara-storage`, None where there is none; `Refused` for a spoilt one."""
    with in_library(_NOT_USED), Tree.at(root) as tree:
        return _read(tree)


def marked(root: Path) -> UUID:
    """The storage's UUID, written once if there is none; of two at once, one wins for both."""
    with in_library(_NOT_USED), Tree.at(root) as tree:
        found = _read(tree)
        if found is None:
            _write(tree)
            found = _read(tree)
        if found is None:
            raise _spoilt()
        return found


def check_storage(root: Path, expected: UUID) -> None:
    """Refuse (`wrong_storage`) to work where the expected storage is not seen."""
    found = storage_id(root) if root.is_dir() else None
    if found != expected:
        raise Refused(
            f"{_NOT_USED}: the folder that STORAGE_PATH names is "
            + ("another library." if found else "not the library, or its drive is not mounted."),
            remedy="Mount the library's drive on this machine, or correct STORAGE_PATH.",
            code="wrong_storage",
        )


def _read(tree: Tree) -> UUID | None:
    try:
        handle = tree.open_file(MARKER)
    except FileNotFoundError:
        return None
    try:
        text = os.read(handle, _LONGEST)
    finally:
        os.close(handle)
    try:
        return UUID(text.decode("ascii").strip())
    except ValueError as exc:
        raise _spoilt() from exc


def _write(tree: Tree) -> None:
    """A whole file gets the name, and never in the place of another."""
    partial = _PARTIAL + secrets.token_hex(8).encode()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(partial, flags, 0o644, dir_fd=tree.handle)
    try:
        try:
            os.write(handle, f"{uuid4()}\n".encode())
            os.fchmod(handle, 0o644)
            os.fsync(handle)
        finally:
            os.close(handle)
        try:
            os.link(partial, MARKER, src_dir_fd=tree.handle, dst_dir_fd=tree.handle)
        except FileExistsError:
            return
        except OSError:  # a drive without links: two at once are told apart by what is read after
            if tree.look(MARKER) is None:
                os.rename(partial, MARKER, src_dir_fd=tree.handle, dst_dir_fd=tree.handle)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(partial, dir_fd=tree.handle)
    os.fsync(tree.handle)


def _spoilt() -> Refused:
    return Refused(
        f"{_NOT_USED}: its file .kuroibara-storage holds no UUID.",
        remedy="Remove that file if this is the right library; it is then written anew.",
        code="marker_spoilt",
    )
