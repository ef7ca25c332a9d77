"""How does a long command show where it stands, and stop when asked to?"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from rich.progress import (
    BarColumn,
    DownloadColumn,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.progress import (
    Progress as Bar,
)
from typer import Abort

from kuroibara_backup.archive.entries import carried_out
from kuroibara_backup.cli.output import err
from kuroibara_backup.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from types import FrameType

    from kuroibara_backup.archive import Progress

T = TypeVar("T")
_WORDS = {
    "dump": "Reading the database",
    "scan": "Looking through the library",
    "plan": "Planning",
    "write": "Writing",
    "publish": "Publishing",
    "verify": "Verifying",
    "extract": "Extracting",
    "compare": "Looking for what the database names",
    "recover": "Putting manga back",
    "look": "Reading what is in the backup",
    "load": "Loading the database",
    "stage": "Writing files beside the library",
    "swap": "Putting all in its place",
    "probe": "Checking the loaded database",
    "hash": "Reading every file",
    "land": "Reading back what was written",
    "check": "Checking what was loaded",
    "comics": "Opening every chapter",
}


@contextmanager
def stopping() -> Iterator[Callable[[], None]]:
    """Give a check that raises Cancelled after Ctrl-C or a request to end."""
    asked = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    def check() -> None:
        if asked.is_set():
            raise Cancelled

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield check
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def asking() -> Iterator[None]:
    """Within `stopping`: the same ends at once what waits for the keyboard, and so does Ctrl-D."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Cancelled

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except (Abort, Cancelled):
        err.print()  # what was asked still stands in the line
        raise Cancelled from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def shown(*, quiet: bool) -> Iterator[Callable[[str, int, int | None], None]]:
    """Show a bar on standard error, where that is a terminal; give what moves it."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(binary_units=True),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as bar:
        task = bar.add_task("", total=None)
        stage = ""

        def show(now: str, done: int, total: int | None) -> None:
            nonlocal stage
            if now != stage:
                bar.reset(task, description=_WORDS.get(now, now), total=total)
                stage = now
            bar.update(task, completed=done, total=total)

        yield show


def followed(steps: Generator[Progress, None, T], *, quiet: bool) -> T:
    """Run long work to its end, showing where it stands."""
    with shown(quiet=quiet) as show:
        return carried_out(steps, show)
