"""What does a command print?"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]

EXIT_STATUSES = (
    "Exit status: 0 good · 1 unexpected · 2 usage · 3 damaged · 4 not a backup ·"
    " 5 refused (space, version, lock) · 6 no connection · 7 not allowed · 130 interrupted"
)
INTERRUPTED = 130  # as of every program that Ctrl-C ended
_UNITS = ("bytes", "KiB", "MiB", "GiB", "TiB")

out = Console(highlight=False, soft_wrap=True)
# For tables: a name that is cut off to the width of a window cannot be typed again.
wide = Console(highlight=False, width=1000)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(document: object) -> None:
    json.dump(document, sys.stdout, ensure_ascii=False, default=str)
    sys.stdout.write("\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print a line for people, taking nothing in it for markup or for orders to the terminal."""
    shown = (c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)
    out.print("".join(shown), markup=False)


def moment(text: str, zone: tzinfo) -> str:
    """An ISO time as people there write it; what is none stays as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def complain(error: BackupError, *, as_json: bool) -> None:
    """Say what did not happen, why, and what to do."""
    if as_json:
        try:
            print_json({"error": error_body(error)})
        except OSError:  # a full disk, for one; Python would try again at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    err.print(error.sentence, markup=False, style="red")
    if error.remedy:
        err.print(error.remedy, markup=False)


def error_body(error: BackupError) -> dict[str, Any]:
    return {
        "code": error.code,
        "title": error.title,
        "detail": error.sentence,
        "remedy": error.remedy,
    }


def size(count: int) -> str:
    """Return a size as people read it."""
    amount, unit = float(count), 0
    while amount >= 1024 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1024, unit + 1
    return f"{count:,} bytes" if unit == 0 else f"{amount:,.1f} {_UNITS[unit]}"
