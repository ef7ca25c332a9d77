"""To whom do restored files belong, who may read them, and may this process see to that?"""

from __future__ import annotations

import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.landing import Dress
from kuroibara_backup.errors import InvalidRequest, NotAllowed, Refused
from kuroibara_backup.storage.scan import is_ours, no_library
from kuroibara_backup.storage.tree import Tree, in_library

if sys.platform != "win32":
    import grp
    import pwd

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWNER: Final = re.compile(r"[^:\s]+:[^:\s]+")
_MOUNTS: Final = Path("/proc/self/mountinfo")
NOTHING_CHANGED: Final = "Nothing was restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    uid: int
    gid: int


def named_owner(text: str) -> Owner:
    """BACKUP_FILE_OWNER, `USER:GROUP` or `UID:GID`; raises `InvalidRequest` for unknown names."""
    user, _colon, group = text.partition(":")
    try:
        if not _OWNER.fullmatch(text):
            raise KeyError(text)
        uid = int(user) if user.isdecimal() else pwd.getpwnam(user).pw_uid
        gid = int(group) if group.isdecimal() else grp.getgrnam(group).gr_gid
    except KeyError as exc:
        raise InvalidRequest(
            f"BACKUP_FILE_OWNER cannot be used: {text!r} names no user and group of this system.",
            remedy="Write it as USER:GROUP or in numbers, such as 1000:1000.",
        ) from exc
    return Owner(uid=uid, gid=gid)


def dress_of(root: os.stat_result, owner: Owner | None) -> Dress:
    """As the folder of the library is: its owner, its group, its modes."""
    mode = stat.S_IMODE(root.st_mode)
    return Dress(
        uid=root.st_uid if owner is None else owner.uid,
        gid=root.st_gid if owner is None else owner.gid,
        folder=mode | 0o700,
        file=(mode & 0o666) | 0o600,
    )


def check_may_restore(root: Path, owner: Owner | None) -> None:
    """Refuse beforehand what would fail later: a library that this process may not change, files
    that it could not give to their owner, another drive mounted inside the library."""
    if not os.path.isdir(root):  # not is_dir(): a folder above may be closed to us
        raise no_library(NOTHING_CHANGED)
    with in_library(NOTHING_CHANGED), Tree.at(root) as tree:
        _check_mounts(root, tree)
        _check_owner(dress_of(os.fstat(tree.handle), owner))
        for name in (b".", *(name for name in tree.names() if not is_ours(name))):
            about = os.stat(name, dir_fd=tree.handle, follow_symlinks=False)
            needed = os.R_OK | os.W_OK | os.X_OK
            if stat.S_ISDIR(about.st_mode) and not os.access(
                name, needed, dir_fd=tree.handle, effective_ids=True
            ):
                raise PermissionError


def _check_owner(dress: Dress) -> None:
    uid, groups = os.geteuid(), {os.getegid(), *os.getgroups()}
    if uid != 0 and (dress.uid != uid or dress.gid not in groups):
        raise NotAllowed(
            f"{NOTHING_CHANGED}: the files of the library belong to another user, and only the"
            " administrator of the system can give files away.",
            remedy="Let the engine run as root or as that user, or set BACKUP_FILE_OWNER to the"
            " user and group that restored files shall belong to.",
            code="file_owner",
        )


def _check_mounts(root: Path, tree: Tree) -> None:
    device = os.fstat(tree.handle).st_dev
    others = any(
        found is not None and stat.S_ISDIR(found.st_mode) and found.st_dev != device
        for found in map(tree.look, tree.names())
    )
    real = root.resolve()
    if others or any(real in one.parents for one in _mounted()):
        raise Refused(
            f"{NOTHING_CHANGED}: another drive is mounted inside the library, and files cannot be"
            " moved from one drive to the other in one step.",
            remedy="Mount the whole library as one drive, or restore by hand with plain tools.",
            code="library_on_two_drives",
        )


def _mounted() -> Iterator[Path]:
    """Where something is mounted, also a folder of the same drive."""
    try:
        lines = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        escaped = line.split(b" ")[4]
        yield Path(os.fsdecode(re.sub(rb"\\(\d{3})", lambda at: bytes([int(at[1], 8)]), escaped)))
