"""What can be done with a backup file alone, without a server or a database?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kuroibara_backup.archive import (
    Damage,
    FileSource,
    Limits,
    held_series,
    open_archive,
    read_sidecar,
)
from kuroibara_backup.archive import extract as extracted
from kuroibara_backup.archive import verify as verified
from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.errors import ArchiveCorrupt

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from pathlib import Path

    from kuroibara_backup.archive import Check, Extracted, Level, Progress, Report, Series

_SIDECAR = ".sha256"
_TOLD = {
    "public.users": "users",
    "public.manga": "manga",
    "public.chapter": "chapters",
    "public.reading_progress": "reading progress",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What a backup says about itself, unchecked. `claimed_sha256` is from the file beside it."""

    path: Path
    size: int
    format: int
    metadata: Mapping[str, Any]
    claimed_sha256: str | None

    def rows_of_interest(self) -> dict[str, int]:
        """How many users, manga and so on, where the backup says so."""
        rows = self.metadata.get("rows")
        known = rows if isinstance(rows, dict) else {}
        return {name: known[table] for table, name in _TOLD.items() if table in known}

    def warnings(self) -> list[str]:
        said = self.metadata.get("warnings")
        return [str(one) for one in said] if isinstance(said, list) else []


def inspect(path: Path) -> Inspected:
    with FileSource(path) as source:
        archive = open_archive(source)
        return Inspected(
            path=path,
            size=source.size,
            format=archive.format,
            metadata=archive.metadata.raw,
            claimed_sha256=_beside(path)[0],
        )


def verify(
    path: Path, level: Level, *, check: Check = never_stop
) -> Generator[Progress, None, Report]:
    """Check the file, against the checksum beside it where there is one."""
    sha256, problem = _beside(path)
    with FileSource(path) as source:
        report = yield from verified(source, level, sha256=sha256, check=check)
    return report if problem is None else _with_damage(report, problem)


def extract(
    path: Path, patterns: Sequence[str], target: Path, *, check: Check = never_stop
) -> Generator[Progress, None, Extracted]:
    """Take files out into `target`; existing files there are never overwritten."""
    with FileSource(path) as source:
        result = yield from extracted(source, patterns, target, limits=Limits(), check=check)
    return result


def series(path: Path, *, check: Check = never_stop) -> tuple[Series, ...]:
    """The manga that the backup holds files of, by title."""
    with FileSource(path) as source:
        return held_series(source, check=check)


def _beside(path: Path) -> tuple[str | None, Damage | None]:
    """The checksum beside the file, or what is wrong with it; neither where there is none."""
    name = path.name + _SIDECAR
    try:
        return read_sidecar(path.with_name(name).read_text(encoding="utf-8"))[0], None
    except FileNotFoundError:
        return None, None
    except (OSError, UnicodeDecodeError, ArchiveCorrupt):
        return None, Damage(name, 0, f"The checksum beside the backup, {name}, cannot be read.")


def _with_damage(report: Report, damage: Damage) -> Report:
    """Add what is wrong beside the file; whether the file itself is whole is said, too."""
    itself = () if not report.ok else ("In the backup itself no damage was found.",)
    sentence = " ".join((damage.sentence, *itself))
    return replace(
        report,
        ok=False,
        damages=(*report.damages, replace(damage, sentence=sentence)),
    )
