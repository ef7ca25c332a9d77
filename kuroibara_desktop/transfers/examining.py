"""Whether a backup file on this computer, wherever it lies, is whole; before it goes anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.archive.reading import open_archive
from kuroibara_backup.archive.source import FileSource
from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.errors import CopyDamaged, FileChanged
from kuroibara_desktop.core.restoring import RestoreFile
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.transfers.verifying import structure

if TYPE_CHECKING:
    import os
    from collections.abc import Generator
    from pathlib import Path

    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.transfers.pace import Check

_TOLD = 3
_LONGEST = 60


def examined(path: Path, *, check: Check) -> Generator[Progress, None, RestoreFile]:
    """Read the file to its last byte and return what it is; raises when it is damaged or no backup.

    The file is only read. One that is written to meanwhile is refused.
    """
    before = looks(path)
    with FileSource(path) as source:
        archive = open_archive(source)
        metadata, format_ = archive.metadata, archive.format
    said = metadata.raw.get("postgresql_version")
    report = yield from structure(path, sha256=None, check=check)
    if not report.ok:
        told = " ".join(damage.sentence for damage in report.damages[:_TOLD])
        raise CopyDamaged(
            f"{path.name} is damaged, so nothing was sent. {told}",
            remedy="Choose another copy of this backup, or another backup.",
        )
    after = looks(path)
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise FileChanged(f"{path.name} was written to while it was read.")
    return RestoreFile(
        path=path.absolute(),
        size=after.st_size,
        mtime_ns=after.st_mtime_ns,
        sha256=report.sha256,
        format=format_,
        includes_storage=metadata.includes_storage,
        kuroibara_version=one_line(metadata.kuroibara_version, _LONGEST),
        postgresql_version=one_line(str(said) if isinstance(said, str | int) else "", _LONGEST),
        created_at=metadata.created_at.isoformat() if metadata.created_at else "",
        suspect=metadata.raw.get("suspect") is True,
        not_proved=report.not_proved,
    )


def is_unchanged(file: RestoreFile) -> bool:
    """Whether the file still looks as it did when it was read."""
    try:
        about = looks(file.path)
    except NotFound:
        return False
    return (about.st_size, about.st_mtime_ns) == (file.size, file.mtime_ns)


def looks(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError as exc:
        raise NotFound(
            f"{path.name} cannot be read: {exc.strerror or exc}.",
            remedy="Check that the file, and the drive that it is on, are there.",
        ) from exc
