"""Read an archive from end to end: one thread reads ahead, one hashes the whole, the caller looks.

The buffers are reused and hashing is done without the interpreter's lock, so the caller's own
hashing of contents runs beside both.
"""

from __future__ import annotations

import hashlib
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, Protocol, Self

from kuroibara_backup.archive.source import fill
from kuroibara_backup.errors import ArchiveCorrupt

if TYPE_CHECKING:
    from kuroibara_backup.archive.source import Source

_BUFFER: Final = 2 << 20
_BUFFERS: Final = 6
_SECTORS: Final = 4096


class Stream(Protocol):
    """The bytes of an archive, taken from front to back."""

    @property
    def offset(self) -> int:
        """Where the next byte comes from."""

    def take(self, size: int) -> memoryview:
        """Return the next `size` bytes, fewer only at the end of the file."""

    def take_some(self, most: int) -> memoryview:
        """Return between 1 and `most` of the next bytes, none only at the end of the file."""

    def skip_to(self, offset: int) -> None: ...


class DirectStream:
    """A stream that reads what is taken and no more."""

    def __init__(self, source: Source, offset: int) -> None:
        self.offset = offset
        self._source = source

    def take(self, size: int) -> memoryview:
        size = max(0, min(size, self._source.size - self.offset))
        data = self._source.read_at(self.offset, size) if size else b""
        self.offset += size
        return memoryview(data)

    take_some = take

    def skip_to(self, offset: int) -> None:
        self.offset = max(self.offset, offset)


class _Buffer:
    """Bytes of the file; goes back to the pool when hasher and caller have both let go of it."""

    def __init__(self, size: int) -> None:
        self.store = memoryview(bytearray(size))
        self.view = self.store[:0]
        self.users = 0


class HashedStream:
    """The bytes of `source` in order. A context manager: the threads end with it.

    What `take` returns is valid until the next call. Places that the drive cannot read are zeros in
    it and listed in `unreadable`.
    """

    def __init__(self, source: Source) -> None:
        self.offset = 0
        self.unreadable: list[ArchiveCorrupt] = []
        self._source = source
        self._free: SimpleQueue[_Buffer | None] = SimpleQueue()
        self._filled: SimpleQueue[_Buffer | BaseException | None] = SimpleQueue()
        self._to_hash: SimpleQueue[_Buffer | None] = SimpleQueue()
        self._whole = hashlib.sha256()
        self._lock = threading.Lock()
        self._stopped = False
        self._current: _Buffer | None = None
        self._rest = memoryview(b"")
        size = min(_BUFFER, max(1, source.size))
        for _ in range(_BUFFERS if source.size > size else 1):
            self._free.put(_Buffer(size))
        self._threads = [
            threading.Thread(target=work, name=f"archive-{name}", daemon=True)
            for name, work in (("read", self._read_all), ("hash", self._hash_all))
        ]

    def __enter__(self) -> Self:
        if self._source.size <= _BUFFER:  # one buffer: nothing to gain from threads
            self._read_all()
            self._hash_all()
            self._threads.clear()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        self._free.put(None)
        for thread in self._threads:
            thread.join()

    def take(self, size: int) -> memoryview:
        if not self._rest:
            self._next()
        if size <= len(self._rest):
            return self._advance(size)
        parts = []
        missing = size
        while missing and self._rest:
            part = self._advance(min(missing, len(self._rest)))
            missing -= len(part)
            parts.append(bytes(part))
            if not self._rest:
                self._next()
        return memoryview(b"".join(parts))

    def take_some(self, most: int) -> memoryview:
        if not self._rest:
            self._next()
        return self._advance(min(most, len(self._rest)))

    def skip_to(self, offset: int) -> None:
        """Go forward to `offset`; the bytes between are hashed but not looked at."""
        while self.offset < offset and self.take_some(offset - self.offset):
            pass

    def sha256(self) -> str:
        """Read the rest and return the digest of the whole file."""
        self.skip_to(self._source.size)
        self._let_go()
        for thread in self._threads:
            thread.join()
        return self._whole.hexdigest()

    def _advance(self, size: int) -> memoryview:
        part, self._rest = self._rest[:size], self._rest[size:]
        self.offset += size
        return part

    def _next(self) -> None:
        self._let_go()
        filled = self._filled.get()
        if isinstance(filled, BaseException):
            self._filled.put(filled)  # whoever asks again gets the same answer
            raise filled
        if filled is None:
            self._filled.put(None)
        else:
            self._current, self._rest = filled, filled.view

    def _let_go(self) -> None:
        if self._current is not None:
            self._release(self._current)
            self._current = None
        self._rest = memoryview(b"")

    def _release(self, buffer: _Buffer) -> None:
        with self._lock:
            buffer.users -= 1
            unused = not buffer.users
        if unused:
            self._free.put(buffer)

    def _read_all(self) -> None:
        offset, size = 0, self._source.size
        try:
            while offset < size and (buffer := self._free.get()) is not None and not self._stopped:
                buffer.view = buffer.store[: size - offset]
                self._fill(offset, buffer.view)
                buffer.users = 2
                offset += len(buffer.view)
                self._to_hash.put(buffer)
                self._filled.put(buffer)
            self._filled.put(None)
        except BaseException as exc:  # handed to the caller's thread
            self._filled.put(exc)
        finally:
            self._to_hash.put(None)

    def _fill(self, offset: int, view: memoryview) -> None:
        try:
            fill(self._source, offset, view)
        except ArchiveCorrupt:  # a bad place on the drive: go round it, as zeros
            for at in range(0, len(view), _SECTORS):
                part = view[at : at + _SECTORS]
                try:
                    fill(self._source, offset + at, part)
                except ArchiveCorrupt as exc:
                    part[:] = bytes(len(part))
                    self.unreadable.append(exc)

    def _hash_all(self) -> None:
        while (buffer := self._to_hash.get()) is not None:
            if not self._stopped:
                self._whole.update(buffer.view)
            self._release(buffer)
