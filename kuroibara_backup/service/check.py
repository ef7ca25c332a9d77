"""Is the library itself well: do rows have their files, files their rows, and do the CBZ open?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive import EntryKind
from kuroibara_backup.service.recovery import FIRST, survey, survey_document
from kuroibara_backup.storage.scan import Library, shown
from kuroibara_backup.storage.soundness import flaw

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kuroibara_backup.jobs.runner import Control
    from kuroibara_backup.service.recovery import Survey
    from kuroibara_backup.settings import Settings

_COMIC: Final = b".cbz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flawed:
    """A CBZ that cannot be read as one; `why` completes "PATH: "."""

    path: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryCheck:
    """What was found. `flawed` holds the first ones, `flawed_count` counts them all."""

    survey: Survey
    comics: int
    flawed: tuple[Flawed, ...]
    flawed_count: int
    pages_read: bool

    @property
    def sound(self) -> bool:
        """Tell whether nothing is lost; a manga that only lacks its rows is not."""
        return not self.flawed_count and not self.survey.gone_count


def check_library(
    settings: Settings, control: Control, now: datetime, *, pages: bool
) -> LibraryCheck:
    """Look at everything; changes nothing. With `pages` every page is read, which takes its time.

    Refused when there is no library: a drive that is not mounted is no empty library.
    """
    found = survey(settings, control, now)
    first: list[Flawed] = []
    comics = count = done = 0
    with Library(
        settings.storage_path,
        follow_links=settings.backup_follow_links,
        apart_from=[settings.backup_path],
        check=control.check,
    ) as library:
        for entry in library.entries():
            if entry.kind is not EntryKind.FILE or not entry.path.lower().endswith(_COMIC):
                continue
            control.report("comics", done)
            comics += 1
            done += entry.size
            try:
                why = flaw(library.open_file(entry.path), pages=pages, check=control.check)
            except FileNotFoundError:
                continue  # it went meanwhile
            except OSError:
                why = "it cannot be read"
            if why is not None:
                count += 1
                if len(first) < FIRST:
                    first.append(Flawed(path=shown(entry.path), why=why))
        control.warn(*library.warnings)
    return LibraryCheck(
        survey=found, comics=comics, flawed=tuple(first), flawed_count=count, pages_read=pages
    )


def check_document(found: LibraryCheck) -> Mapping[str, object]:
    """As JSON shows it."""
    return {
        "sound": found.sound,
        "comics": found.comics,
        "pages_read": found.pages_read,
        "flawed": [{"path": one.path, "why": one.why} for one in found.flawed],
        "flawed_count": found.flawed_count,
        **survey_document(found.survey, FIRST),
    }
