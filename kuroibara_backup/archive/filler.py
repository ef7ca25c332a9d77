"""Contents read straight into the room that framing leaves for them.

A filler has one buffer open. Block headers are put where they belong, files are read into the gaps
between them in one call for up to 4 MiB, checksums are taken over the gaps; no content is copied.
Every method that may need another buffer is a generator: it yields while none is free.
"""

from __future__ import annotations

from functools import partial
from typing import IO, TYPE_CHECKING, Protocol, cast

from isal import isal_zlib

from kuroibara_backup.archive.framing import (
    BLOCK_HEADER_LENGTH,
    INNER_BLOCK,
    LEAD,
    MEMBER_HEADER,
    PLAIN_BLOCK,
    block_header,
    member_trailer,
    stored_block_header,
    stored_tail,
)
from kuroibara_backup.archive.pipeline import BUFFERS

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator, Sequence

    from kuroibara_backup.archive.pipeline import Buffer, Pipeline


class Fills(Protocol):
    """Something that gives bytes in order, as many as there is room for in `slots`."""

    def fill(self, slots: Sequence[memoryview], /) -> None: ...


_PATIENCE = 0.05
_MOST_TASKS = 4096
_BLOCK = stored_block_header(INNER_BLOCK, last=False)
_PLAIN = block_header(PLAIN_BLOCK, last=False)
_CRC_OF_HEADER = isal_zlib.crc32(MEMBER_HEADER)


class Filler:
    """`done` counts the bytes put so far."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._buffer = pipeline.first()
        self.done = 0

    def task(self, task: Callable[[], None]) -> None:
        """Have `task` done on the contents' thread, after all that came before it."""
        self._buffer.tasks.append(task)

    def relieve(self) -> Iterator[None]:
        """Send what there is when many tasks wait: ten thousand lines deflate to almost nothing."""
        if len(self._buffer.tasks) > _MOST_TASKS:
            yield from self._turn()

    def put(self, data: bytes) -> Iterator[None]:
        view = memoryview(data)
        while view:
            if not self._buffer.room:
                yield from self._turn()
            part = view[: self._buffer.room]
            self._buffer.put(part)
            self.done += len(part)
            view = view[len(part) :]

    def stored(
        self, size: int, source: Fills, taken: Callable[[Sequence[memoryview]], None]
    ) -> Iterator[None]:
        """Put a stored chunk over `size` bytes of `source`; `taken` gets them as they lie."""
        yield from self.put(LEAD)
        crc, outer_crc, left = 0, _CRC_OF_HEADER, size
        while left:
            if self._buffer.room < BLOCK_HEADER_LENGTH + min(left, INNER_BLOCK):
                yield from self._turn()
            slots, framed, left = self._blocks(left)
            source.fill(slots)
            for slot in slots:
                crc = isal_zlib.crc32(slot, crc)
            for block in framed:
                outer_crc = isal_zlib.crc32(block, outer_crc)
            self.task(partial(taken, slots))
        outer_crc = isal_zlib.crc32(member_trailer(crc, size), outer_crc)
        yield from self.put(stored_tail(crc=crc, size=size, outer_crc=outer_crc))

    def _blocks(self, left: int) -> tuple[list[memoryview], list[memoryview], int]:
        """Lay as many blocks as fit: room for data, the inner blocks around it, what is left."""
        view, at = self._buffer.view, self._buffer.used
        slots, framed = [], []
        while left and len(view) - at >= BLOCK_HEADER_LENGTH + min(left, INNER_BLOCK):
            size = min(left, INNER_BLOCK)
            start = at + BLOCK_HEADER_LENGTH
            last = size == left
            view[at:start] = stored_block_header(size, last=True) if last else _BLOCK
            at = start + size
            slots.append(view[start:at])
            framed.append(view[start - 5 : at])
            left -= size
        self.done += at - self._buffer.used
        self._buffer.used = at
        return slots, framed, left

    def plain(self, size: int, source: Fills) -> Iterator[None]:
        """Put a plain member over `size` bytes of `source`."""
        yield from self.put(MEMBER_HEADER)
        crc, left = 0, size
        while left:
            block = min(left, PLAIN_BLOCK)
            left -= block
            if self._buffer.room < len(_PLAIN) + block:
                yield from self._turn()
            self._buffer.put(block_header(block, last=not left))
            slot = self._claim(block)
            source.fill([slot])
            crc = isal_zlib.crc32(slot, crc)
            self.done += len(_PLAIN) + block
        yield from self.put(member_trailer(crc, size))

    def bare(self, size: int, source: Fills) -> Iterator[None]:
        """Put `size` bytes of `source` as they are."""
        while size:
            if not self._buffer.room:
                yield from self._turn()
            part = min(size, self._buffer.room)
            source.fill([self._claim(part)])
            self.done += part
            size -= part

    def drain(self) -> Iterator[None]:
        """Wait until every byte put so far has been hashed and written, and every task done."""
        self._pipeline.send(self._buffer)
        back: list[Buffer] = []
        while len(back) < BUFFERS:
            if buffer := self._pipeline.take(_PATIENCE):
                back.append(buffer)
            else:
                yield
        self._buffer = back.pop()
        for buffer in back:
            self._pipeline.give_back(buffer)

    def _claim(self, size: int) -> memoryview:
        start = self._buffer.used
        self._buffer.used += size
        return self._buffer.view[start : start + size]

    def _turn(self) -> Iterator[None]:
        self._pipeline.send(self._buffer)
        yield
        while (buffer := self._pipeline.take(_PATIENCE)) is None:
            yield
        self._buffer = buffer


class Spooled:
    """Reads a temporary file from its start, in order."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        file.seek(0)

    def fill(self, slots: Sequence[memoryview]) -> None:
        for slot in slots:
            if cast("io.BufferedRandom", self._file).readinto(slot) != len(slot):
                raise EOFError("a temporary file of the backup became shorter")
