"""Where does the storage of a restore stand? The journal in `.restore-ID`, only ever added to.

.restore-ID/journal    one JSON object a line, each on the drive before what it tells of begins
.restore-ID/new        the tree of the backup, or what of it differs, until it is swapped in
.restore-ID/old        what it took the place of, until that is swapped back
.restore-ID/astray-N   what somebody made in the place of an entry while it was being swapped
.restore-ID/list       what the backup holds, sorted, in the spelling of the backup's index
.restore-ID/moves-N    the entries of one swap
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum
from typing import IO, TYPE_CHECKING, Any, Final, Self
from uuid import UUID

from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.choice import Choice
from kuroibara_backup.storage.moves import Unit, read
from kuroibara_backup.storage.tree import Tree

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX: Final = b".restore-"
NEW: Final = b"new"
OLD: Final = b"old"
ASTRAY: Final = b"astray-%d"
LIST: Final = b"list"
_JOURNAL: Final = b"journal"
_MOVES: Final = b"moves-%d"


class Standing(Enum):
    """Where the storage of a restore stands. The values are written to disk: never rename one."""

    NONE = "none"
    """There is nothing of it (any more); the live tree is what it was or was decided to be."""
    STAGING = "staging"
    """Not all is there: stage again or discard. The live tree is the old one."""
    STAGED = "staged"
    """The new tree lies beside the old one, which is live."""
    SWAPPING_IN = "swapping in"
    """Half-way: `swap_in` ends it with the new tree, `swap_back` with the old one."""
    SWAPPED = "swapped"
    """The new tree is live, the old one lies beside it."""
    SWAPPING_BACK = "swapping back"
    """Half-way: `swap_back` ends it with the old tree, `swap_in` with the new one."""
    RETURNED = "returned"
    """The old tree is live again; the new one, with what people added to it, lies beside it."""
    DISCARDING = "discarding"
    """What lay beside is being removed; only `discard` goes on."""


class Way(Enum):
    """How the new tree is built. The values are written to disk: never rename one."""

    STAGED = "staged"
    """A whole tree beside the live one; equal files are shared with it where that is possible."""
    IN_PLACE = "in_place"
    """Only what differs lies beside the live tree; the swap moves file by file and takes longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the journal says. `manga` None means all of the library.

    `moves` numbers the swap that began last.
    """

    standing: Standing
    way: Way = Way.STAGED
    manga: frozenset[UUID] | None = None
    moves: int = 0


class Aside:
    """The folder of one restore, held open."""

    def __init__(self, restore_id: UUID, handle: int, root: Tree) -> None:
        self.restore_id = restore_id
        self.folder = Tree(handle)
        self.root = root
        self.state = _read(self.folder)

    def note(self, standing: Standing, *, moves: int | None = None) -> None:
        """Have it on the drive before anything it tells of is done."""
        number = self.state.moves if moves is None else moves
        self._write({"standing": standing.value, "moves": number})
        self.state = replace(self.state, standing=standing, moves=number)

    def begin(self, way: Way, manga: frozenset[UUID] | None) -> None:
        chosen = None if manga is None else sorted(str(one) for one in manga)
        self._write({"standing": Standing.STAGING.value, "way": way.value, "manga": chosen})
        self.state = State(standing=Standing.STAGING, way=way, manga=manga)

    def tree(self, name: bytes) -> Tree:
        """`new`, `old` or `astray-N`, made where it lacks."""
        return self.folder.below(name, make=True)

    def reading(self, name: bytes) -> IO[bytes]:
        return os.fdopen(self.folder.open_file(name), "rb")

    @contextmanager
    def writing(self, name: bytes) -> Iterator[IO[bytes]]:
        """A file that is wholly on the drive at the end."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        handle = os.open(name, flags, 0o600, dir_fd=self.folder.handle)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.fsync(self.folder.handle)

    @property
    def choice(self) -> Choice:
        return Choice(self.state.manga)

    def moves(self, number: int) -> bytes:
        return _MOVES % number

    def units(self) -> Iterator[Unit]:
        """The entries of the last swap that began."""
        with self.reading(self.moves(self.state.moves)) as file:
            yield from map(read, file)

    def empty(self) -> None:
        """Remove all but the journal."""
        for name in self.folder.names():
            if name == _JOURNAL:
                continue
            try:
                os.unlink(name, dir_fd=self.folder.handle)
            except (IsADirectoryError, PermissionError):  # macOS says the second
                shutil.rmtree(os.fsdecode(name), dir_fd=self.folder.handle)

    def remove(self) -> None:
        """Remove the folder, the journal last: until then it says what is going on."""
        self.empty()
        with suppress(FileNotFoundError):
            os.unlink(_JOURNAL, dir_fd=self.folder.handle)
        os.rmdir(folder_name(self.restore_id), dir_fd=self.root.handle)
        os.fsync(self.root.handle)
        self.state = State(standing=Standing.NONE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.folder.__exit__()
        self.root.__exit__()

    def _write(self, record: dict[str, object]) -> None:
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        handle = os.open(_JOURNAL, flags, 0o600, dir_fd=self.folder.handle)
        try:
            # A record that a kill cut short stays behind as a line that says nothing.
            size = os.fstat(handle).st_size
            torn = b"\n" if size and os.pread(handle, 1, size - 1) != b"\n" else b""
            os.write(handle, torn + json.dumps(record).encode() + b"\n")
            os.fsync(handle)
        finally:
            os.close(handle)
        os.fsync(self.folder.handle)


def aside(root: Path, restore_id: UUID, *, make: bool = False, lock: bool = True) -> Aside | None:
    """Open the folder of a restore and lock it, but for a mere look; None where there is none.

    Raises `OSError`, and `Refused` (`restore_busy`) while another process is at it.
    """
    tree = Tree.at(root)
    name = folder_name(restore_id)
    handle = -1
    try:
        if make:
            with suppress(FileExistsError):
                os.mkdir(name, 0o700, dir_fd=tree.handle)
                os.fsync(tree.handle)
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            handle = os.open(name, flags, dir_fd=tree.handle)
        except FileNotFoundError:
            tree.__exit__()
            return None
        if lock:
            _lock(handle)
        return Aside(restore_id, handle, tree)
    except BaseException:
        if handle >= 0:
            os.close(handle)
        tree.__exit__()
        raise


def folder_name(restore_id: UUID) -> bytes:
    return PREFIX + str(restore_id).encode()


def restore_named(name: bytes) -> UUID | None:
    """Whose folder is this?"""
    if not name.startswith(PREFIX):
        return None
    try:
        return UUID(name[len(PREFIX) :].decode("ascii"))
    except ValueError:
        return None


def _lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as exc:
        # A file system without such locks is no reason to leave a library half-way.
        if exc.errno in (errno.EAGAIN, errno.EACCES):
            raise Refused(
                "The restore was not gone on with: another process is at it.",
                remedy="Wait until that one has ended.",
                code="restore_busy",
            ) from exc


def _read(folder: Tree) -> State:
    try:
        with os.fdopen(folder.open_file(_JOURNAL), "rb") as file:
            lines = file.readlines()
    except FileNotFoundError:
        return State(standing=Standing.STAGING)
    state = State(standing=Standing.STAGING)
    for line in lines:
        try:
            record: dict[str, Any] = json.loads(line)
        except ValueError:
            continue
        if "way" in record:
            manga = record["manga"]
            chosen = None if manga is None else frozenset(UUID(one) for one in manga)
            state = State(standing=state.standing, way=Way(record["way"]), manga=chosen)
        moves = record.get("moves", state.moves)
        state = replace(state, standing=Standing(record["standing"]), moves=moves)
    return state
