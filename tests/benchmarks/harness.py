"""Measuring one thing against another so that a busy machine is unfair to both.

The contenders take turns within a round, and the order turns round from one round to the next;
what counts is the median. Nothing is measured once.
"""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 5


def nothing() -> None:
    """The preparation of a contender that needs none."""


@dataclass(frozen=True, slots=True)
class Contender:
    """`prepare` is not measured: it removes what the last round left."""

    name: str
    run: Callable[[], object]
    prepare: Callable[[], object] = nothing


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def measured(contenders: Sequence[Contender], rounds: int = ROUNDS) -> list[Result]:
    """Run every contender `rounds` times, after one round that does not count."""
    seconds: dict[str, list[float]] = {each.name: [] for each in contenders}
    for number in range(rounds + 1):
        for each in contenders if number % 2 else reversed(contenders):
            each.prepare()
            started = time.perf_counter()
            each.run()
            if number:
                seconds[each.name].append(time.perf_counter() - started)
    return [Result(each.name, tuple(seconds[each.name])) for each in contenders]


def compared(title: str, results: Sequence[Result], *, amount: int | None = None) -> float:
    """Print a table and return the ratio of the first median to the second, the yardstick's.

    `amount` is the bytes that each run goes through, for a column of rates.
    """
    yardstick = results[1].median
    print(f"\n{title}   (load {os.getloadavg()[0]:.1f}, {len(results[0].seconds)} rounds)")
    print(f"  {'':38} {'median':>8} {'best':>8} {'worst':>8} {'ratio':>7} {'MB/s':>7}")
    for each in results:
        rate = f"{amount / each.median / 1e6:7.0f}" if amount else ""
        print(
            f"  {each.name:38} {each.median:8.3f} {min(each.seconds):8.3f} "
            f"{max(each.seconds):8.3f} {each.median / yardstick:7.2f} {rate}"
        )
    return results[0].median / yardstick
