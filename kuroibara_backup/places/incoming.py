"""How do bytes of an upload get onto the disk, so that a crash costs only what was not counted?"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import UUID

from kuroibara_backup.places.files import remove_quietly, storing, sync_folder, try_lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PREFIX = ".upload-"
_FLAGS = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_sync_data = getattr(os, "fdatasync", os.fsync)


class Incoming:
    """The open file of one upload; while it is open, no other thread or process holds it."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle = handle

    def keep(self, length: int) -> int:
        """Drop what lies behind `length`; returns how much of it is really there."""
        with storing(self.path.parent):
            there = os.fstat(self._handle).st_size
            if there > length:
                os.ftruncate(self._handle, length)
        return min(there, length)

    def write(self, offset: int, data: bytes | memoryview) -> None:
        with storing(self.path.parent):
            os.lseek(self._handle, offset, os.SEEK_SET)
            left = memoryview(data)
            while left:
                left = left[os.write(self._handle, left) :]

    def sync(self) -> None:
        """Have on the disk what was written, so that it may be counted."""
        with storing(self.path.parent):
            _sync_data(self._handle)

    def remove(self) -> None:
        remove_quietly(self.path)

    def close(self) -> None:
        os.close(self._handle)


def open_incoming(folder: Path, upload_id: UUID, *, create: bool = True) -> Incoming | None:
    """Open the file of this upload; None while somebody else has it, or where there is none."""
    path = folder / f"{_PREFIX}{upload_id}"
    flags = _FLAGS | _BINARY | (os.O_CREAT if create else 0)
    with storing(folder):
        try:
            handle = os.open(path, flags, 0o600)
        except FileNotFoundError:
            return None
    if not try_lock(handle):
        os.close(handle)
        return None
    if create and not os.fstat(handle).st_size:
        sync_folder(folder)
    return Incoming(path, handle)


def incoming_ids(folder: Path) -> Iterator[UUID]:
    """Which uploads have a file here."""
    for entry in os.listdir(folder):
        if entry.startswith(_PREFIX):
            try:
                yield UUID(entry.removeprefix(_PREFIX))
            except ValueError:
                continue
