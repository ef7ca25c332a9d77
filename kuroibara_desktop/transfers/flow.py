"""Bytes from a server into a part: one thread reads, one writes and hashes."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from kuroibara_desktop.server import Body
    from kuroibara_desktop.transfers.pace import Check
    from kuroibara_desktop.vault.part import Part

_BATCH = 1024 * 1024
_WAITING_AT_MOST = 16  # batches between the two threads
_LOOK = 0.1

Batch = list[bytes]


class Flow:
    """Carries one open body into one part, leaving out its first `skip` bytes.

    Never more than `until` bytes in the part, whatever the server sends. Every byte that arrived
    is in the part when `run` ends, however it ends.
    """

    def __init__(self, body: Body, part: Part, *, skip: int, until: int) -> None:
        self._body = body
        self._part = part
        self._skip = skip
        self._until = until
        self._batches: queue.Queue[Batch | None] = queue.Queue(_WAITING_AT_MOST)
        self._stop = threading.Event()
        self._over = threading.Event()
        self._errors: list[Exception] = []
        self.overlong = False  # the server sent more than it promised

    def run(self, check: Check) -> Generator[int, None, None]:
        """Yield the part's length about ten times a second; raise what stopped either thread."""
        reader = threading.Thread(target=self._read, name="copy: read", daemon=True)
        writer = threading.Thread(target=self._write, name="copy: write", daemon=True)
        writer.start()
        reader.start()
        try:
            while not self._over.wait(_LOOK):
                check()
                yield self._part.length
        finally:
            self._stop.set()
            if reader.is_alive():
                self._body.abort()  # wakes it from waiting for a silent server
            reader.join()
            writer.join()
        if self._errors:
            raise self._errors[0]
        yield self._part.length

    def _read(self) -> None:
        batch: Batch = []
        size, position = 0, self._part.length - self._skip
        skip = self._skip
        try:
            for received in self._body:
                piece = received
                if skip:
                    dropped = min(skip, len(piece))
                    skip -= dropped
                    position += dropped
                    piece = piece[dropped:]
                if position + len(piece) > self._until:
                    self.overlong = True
                    piece = piece[: self._until - position]
                position += len(piece)
                batch.append(piece)
                size += len(piece)
                if size >= _BATCH:
                    if not self._hand_over(batch):
                        return
                    batch, size = [], 0
                if self.overlong or self._stop.is_set():
                    return
        except Exception as error:  # top of a thread: nobody above would see it
            if not self._stop.is_set():
                self._errors.append(error)
        finally:
            self._hand_over(batch)
            self._hand_over(None)

    def _hand_over(self, batch: Batch | None) -> bool:
        """False when the writer is gone, and there is no use in going on."""
        while not self._over.is_set():
            try:
                self._batches.put(batch, timeout=_LOOK)
            except queue.Full:
                continue
            return True
        return False

    def _write(self) -> None:
        try:
            while (batch := self._batches.get()) is not None:
                self._part.write(batch)
        except Exception as error:  # top of a thread
            self._errors.insert(0, error)
        finally:
            self._over.set()
