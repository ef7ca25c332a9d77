"""Long work without anybody who looks at its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

R = TypeVar("R")


def finished(steps: Generator[object, None, R]) -> R:
    """Run a generator to its end and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            ended: R = end.value
            return ended
