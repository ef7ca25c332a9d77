"""Long work run to its end; its steps go to whoever wants them, mostly to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

R = TypeVar("R")
S = TypeVar("S")


def never() -> None:
    """The check of somebody who does not cancel."""


def unheard(_step: object) -> None:
    """The ear of somebody who does not listen."""


def finished(steps: Generator[S, None, R], each: Callable[[S], object] = unheard) -> R:
    """Run a generator to its end, hand `each` step over, and return what it returns."""
    while True:
        try:
            each(next(steps))
        except StopIteration as end:
            ended: R = end.value
            return ended
