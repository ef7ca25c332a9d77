"""Waiting for what happens elsewhere, in another thread or process: until it did, or too long."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def until(true: Callable[[], T], *, seconds: float = 10.0, every: float = 0.02) -> T:
    """Ask `true` again and again, and return the first answer that holds; fails in the end."""
    limit = time.monotonic() + seconds
    while not (answer := true()):
        assert time.monotonic() < limit, "it did not happen in time"
        time.sleep(every)
    return answer
