"""Does the engine live, can it do its work right now, and if not, why?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.server import answers
from kuroibara_backup.errors import BackupError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_backup.places.local import LocalPlace
    from kuroibara_backup.settings import Settings

_PATIENCE: Final = 3  # seconds: who asks has patience for five or ten


@dataclass(frozen=True, slots=True, kw_only=True)
class Unready:
    """One thing that stands in the way; anybody may read it."""

    code: str
    sentence: str


def unready(
    settings: Settings, state_url: str, place: LocalPlace, half_way: Callable[[], bool]
) -> Iterator[Unready]:
    """Give everything that keeps backups or restores from going well now; nothing when ready."""
    silent = set()
    for url, code, what in (
        (settings.kuroibara_url, "database", "Kuroibara's database"),
        (state_url, "state_database", "the engine's own database"),
    ):
        try:
            answers(url, timeout=_PATIENCE)
        except BackupError as exc:
            yield Unready(
                code=f"{code}_unreachable", sentence=f"{what} does not answer: {exc.code}."
            )
            silent.add(url)
    if not os.access(place.ours, os.W_OK | os.X_OK):
        yield Unready(
            code="backup_folder_unusable",
            sentence="The backup folder is not there, or may not be written to.",
        )
    if not os.access(settings.storage_path, os.R_OK | os.X_OK):
        yield Unready(code="no_library", sentence="The library folder cannot be read.")
    if state_url not in silent and half_way():
        yield Unready(
            code="restore_half_way",
            sentence="A restore is half-way; it goes on when a worker runs, or with"
            " `kuroibara-backup rollback --resume`.",
        )
