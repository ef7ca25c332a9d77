"""Which series a file on this computer holds files of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.archive import FileSource, held_series
from kuroibara_desktop.core.restoring import Series
from kuroibara_desktop.core.words import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.transfers.pace import Check


def series_of(path: Path, *, check: Check) -> tuple[Series, ...]:
    """By title; one without a row in the database keeps its id."""
    with FileSource(path) as source:
        found = held_series(source, check=check)
    return tuple(
        Series(id=one.id, title=one_line(one.title), files=one.files, bytes=one.bytes)
        for one in found
    )
