"""Filled buffers on their way out: one thread hashes the file, one writes it, one sees to contents.

A buffer is filled once, then read by all three; none of them copies it, and it is used again when
the last is through. There are only a few, so a slow output holds the filler back and memory stays
small. The first failure of a thread stops the work and is raised to the filler.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

BUFFER_LENGTH = (4 << 20) + (64 << 10)
BUFFERS = 8


class Output(Protocol):
    """Where a backup is written, from front to back; `write` may take less than it is given."""

    def write(self, data: memoryview, /) -> int | None: ...


class Buffer:
    """Bytes for the output in `view[:used]`, and what is to be done about the contents in them."""

    __slots__ = ("pending", "tasks", "used", "view")

    def __init__(self) -> None:
        self.view = memoryview(bytearray(BUFFER_LENGTH))
        self.used = 0
        self.tasks: list[Callable[[], None]] = []
        self.pending = 0

    @property
    def room(self) -> int:
        return BUFFER_LENGTH - self.used

    def put(self, data: bytes | memoryview) -> None:
        """Append `data`, which must fit."""
        end = self.used + len(data)
        self.view[self.used : end] = data
        self.used = end


_Inbox = SimpleQueue[Buffer | None]


class Pipeline:
    """Use it as a context manager: the threads end with the block."""

    def __init__(self, out: Output) -> None:
        self._sink = _Sink(out)
        self._digest = hashlib.sha256()
        self._failure: Exception | None = None
        self._lock = threading.Lock()
        self._free: SimpleQueue[Buffer] = SimpleQueue()
        for _ in range(BUFFERS):
            self._free.put(Buffer())
        steps = {"hash": self._hash, "write": self._sink.write, "contents": _do_tasks}
        self._inboxes: list[_Inbox] = [SimpleQueue() for _ in steps]
        self._threads = [
            threading.Thread(
                target=self._run, args=(inbox, step), name=f"backup-{name}", daemon=True
            )
            for inbox, (name, step) in zip(self._inboxes, steps.items(), strict=True)
        ]

    def __enter__(self) -> Pipeline:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self._failure = self._failure or RuntimeError("the work was given up")
        for inbox in self._inboxes:
            inbox.put(None)
        for thread in self._threads:
            thread.join()

    @property
    def sha256(self) -> str:
        """Of everything sent; true once all buffers are back."""
        return self._digest.hexdigest()

    def first(self) -> Buffer:
        """Return an empty buffer; true before anything was sent."""
        return self._free.get_nowait()

    def take(self, timeout: float) -> Buffer | None:
        """Return an empty buffer, or None when none came back in time.

        Raises what a thread failed with, at the latest with the last buffer that it had.
        """
        try:
            buffer = self._free.get(timeout=timeout)
        except Empty:
            buffer = None
        if self._failure is not None:
            raise self._failure
        return buffer

    def give_back(self, buffer: Buffer) -> None:
        """Return a buffer that was not used."""
        self._free.put(buffer)

    def send(self, buffer: Buffer) -> None:
        buffer.pending = len(self._inboxes)
        for inbox in self._inboxes:
            inbox.put(buffer)

    def _run(self, inbox: _Inbox, step: Callable[[Buffer], None]) -> None:
        while (buffer := inbox.get()) is not None:
            if self._failure is None:
                try:
                    step(buffer)
                except Exception as exc:  # the top of a thread; raised where the buffers are filled
                    self._failure = exc
            with self._lock:
                buffer.pending -= 1
                last = not buffer.pending
            if last:
                buffer.used = 0
                buffer.tasks.clear()
                self._free.put(buffer)

    def _hash(self, buffer: Buffer) -> None:
        self._digest.update(buffer.view[: buffer.used])


def _do_tasks(buffer: Buffer) -> None:
    for task in buffer.tasks:
        task()


class _Sink:
    """Writes buffers whole, and has a disk begin with them at once.

    Without that the kernel gathers gigabytes, and the final fsync waits for all of them.
    """

    def __init__(self, out: Output) -> None:
        self._out = out
        self._fd = _regular_file(out)
        self._at = 0 if self._fd is None else os.lseek(self._fd, 0, os.SEEK_CUR)

    def write(self, buffer: Buffer) -> None:
        view = buffer.view[: buffer.used]
        while view:
            taken = self._out.write(view)
            if not taken:
                raise OSError(errno.EIO, "The output takes no more bytes")
            view = view[taken:]
        if self._fd is not None:
            os.posix_fadvise(self._fd, self._at, buffer.used, os.POSIX_FADV_DONTNEED)
        self._at += buffer.used


def _regular_file(out: Output) -> int | None:
    """Return the descriptor behind `out` where the kernel can be advised about it."""
    if not hasattr(os, "posix_fadvise") or not hasattr(out, "fileno"):
        return None
    try:
        fd: int = out.fileno()
    except OSError:  # io.BytesIO and its like have the method but no file
        return None
    return fd if stat.S_ISREG(os.fstat(fd).st_mode) else None
