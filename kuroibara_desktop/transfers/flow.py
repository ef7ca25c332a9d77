"""Bytes from a server into a part: one thread reads, one writes and hashes."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.server import Body
    from kuroibara_desktop.transfers.pace import Check
    from kuroibara_desktop.vault.part import Part

_WAITING_AT_MOST = 8 * 1024 * 1024  # bytes between the two threads
_LOOK = 0.1  # seconds between two looks at the user's wishes


class _Belt:
    """What was received and is not written yet; the writer takes all of it at once.

    So a slow connection's bytes are on the disk at once, and a fast one's in large batches.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._pieces: list[bytes] = []
        self._size = 0
        self._ended = False
        self._broken = False

    def put(self, piece: bytes) -> bool:
        """False when the writer is gone, and there is no use in going on."""
        with self._changed:
            while self._size >= _WAITING_AT_MOST and not self._broken:
                self._changed.wait()
            self._pieces.append(piece)
            self._size += len(piece)
            self._changed.notify_all()
            return not self._broken

    def take(self) -> list[bytes]:
        """The next pieces; none at all once everything was taken."""
        with self._changed:
            while not self._pieces and not self._ended:
                self._changed.wait()
            pieces, self._pieces, self._size = self._pieces, [], 0
            self._changed.notify_all()
            return pieces

    def end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def break_off(self) -> None:
        with self._changed:
            self._broken = True
            self._changed.notify_all()


class Flow:
    """Carries one open body into one part, leaving out its first `skip` bytes.

    Never more than `until` bytes in the part, whatever the server sends. Every byte that arrived
    is in the part when `run` ends, however it ends.
    """

    def __init__(
        self,
        body: Body,
        part: Part,
        *,
        skip: int,
        until: int,
        limit: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._body = body
        self._part = part
        self._skip = skip
        self._until = until
        self._limit = limit
        self._belt = _Belt()
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
        skip, position = self._skip, self._part.length - self._skip
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
                if not self._belt.put(piece) or self.overlong or self._stop.is_set():
                    return
                self._rest(len(received))
        except Exception as error:  # top of a thread: nobody above would see it
            if not self._stop.is_set():
                self._errors.append(error)
        finally:
            self._belt.end()

    def _rest(self, size: int) -> None:
        """Read on only when `size` bytes may have come; the sender is held up by that."""
        began = time.monotonic()
        while (limit := self._limit()) and not self._stop.is_set():
            left = size / limit - (time.monotonic() - began)
            if left <= 0:
                return
            self._stop.wait(min(left, _LOOK))  # looks again: the hour, or the rule, may change

    def _write(self) -> None:
        try:
            while pieces := self._belt.take():
                self._part.write(pieces)
        except Exception as error:  # top of a thread
            self._errors.insert(0, error)
            self._belt.break_off()
        finally:
            self._over.set()
