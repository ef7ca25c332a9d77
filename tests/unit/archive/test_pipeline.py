from __future__ import annotations

import hashlib
import io
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.filler import Filler
from kuroibara_backup.archive.pipeline import BUFFER_LENGTH, BUFFERS, Buffer, Output, Pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator


class Trickle:
    """Takes a few bytes at a time."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: memoryview) -> int:
        self.data += data[:1_000_003]
        return min(len(data), 1_000_003)


class Broken:
    def write(self, data: memoryview) -> int:
        raise OSError(28, "No space left on device")


class Stuck:
    def __init__(self) -> None:
        self.go_on = threading.Event()

    def write(self, data: memoryview) -> int:
        self.go_on.wait(10)
        return len(data)


def through(out: Output, data: bytes) -> str:
    with Pipeline(out) as pipeline:
        filler = Filler(pipeline)
        for _ in filler.put(data):
            pass
        for _ in filler.drain():
            pass
        return pipeline.sha256


@pytest.mark.parametrize("size", [0, 1, BUFFER_LENGTH, BUFFER_LENGTH + 1, 50_000_000])
def test_every_byte_is_written_and_hashed_once(size: int) -> None:
    data = bytes(range(256)) * (size // 256 + 1)
    out = Trickle()
    assert through(out, data[:size]) == hashlib.sha256(data[:size]).hexdigest()
    assert out.data == data[:size]


@pytest.mark.parametrize("size", [1, 100_000_000])
def test_full_disk_stops_the_work(size: int) -> None:
    with pytest.raises(OSError, match="No space left"):
        through(Broken(), bytes(size))


def test_a_task_that_fails_stops_the_work() -> None:
    with Pipeline(io.BytesIO()) as pipeline:
        filler = Filler(pipeline)
        filler.task(lambda: [][0])
        with pytest.raises(IndexError):
            list(filler.drain())


def test_output_that_takes_nothing_stops_the_work() -> None:
    class Closed:
        def write(self, data: memoryview) -> int:
            return 0

    with pytest.raises(OSError, match="takes no more"):
        through(Closed(), bytes(100))


def test_slow_output_holds_the_filler_back() -> None:
    out = Stuck()
    with Pipeline(out) as pipeline:
        putting = Filler(pipeline).put(bytes((BUFFERS + 2) * BUFFER_LENGTH))
        for _ in range(BUFFERS + 3):
            next(putting)
        out.go_on.set()


def test_tasks_are_done_in_order_after_what_came_before() -> None:
    done: list[int] = []
    with Pipeline(io.BytesIO()) as pipeline:
        filler = Filler(pipeline)
        for number in range(5):
            filler.task(partial(done.append, number))
            for _ in filler.put(bytes(3_000_000)):
                pass
        for _ in filler.drain():
            pass
        assert done == list(range(5))


def test_threads_end_with_the_work_even_when_it_fails() -> None:
    before = set(threading.enumerate())
    with pytest.raises(OSError, match="No space left"):
        through(Broken(), bytes(100_000_000))
    with Pipeline(io.BytesIO()) as pipeline:
        next(Filler(pipeline).put(bytes(2 * BUFFER_LENGTH)))
    assert set(threading.enumerate()) <= before


def test_many_tasks_do_not_pile_up_while_few_bytes_come() -> None:
    done: list[int] = []
    with Pipeline(io.BytesIO()) as pipeline:
        filler = Filler(pipeline)
        for number in range(20_000):
            filler.task(partial(done.append, number))
            for _ in filler.relieve():
                pass
        for _ in pipeline_idle(pipeline):
            pass
        assert len(done) > 15_000
        for _ in filler.drain():
            pass
    assert done == list(range(20_000))


def pipeline_idle(pipeline: Pipeline) -> Iterator[None]:
    """Wait until all buffers but the open one are back."""
    back: list[Buffer] = []
    while len(back) < BUFFERS - 1:
        if buffer := pipeline.take(1):
            back.append(buffer)
        yield
    for buffer in back:
        pipeline.give_back(buffer)
