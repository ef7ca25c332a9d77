"""What is done with archive folders: looked at, taken up, used, forgotten, moved. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.caretaking import doubts, present
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.keeping import judge_copies
from kuroibara_desktop.transfers import (
    copy_elsewhere,
    drop_left_behind,
    left_behind,
    move_archive,
)
from kuroibara_desktop.vault import cautions, examine, objections, pruning
from kuroibara_desktop.vault.surveying import Holding, survey

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from kuroibara_backup.retention import Policy
    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.keeping import CopyVerdict
    from kuroibara_desktop.core.libraries import Answer, Doubt, Library
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Check
    from kuroibara_desktop.vault import Vault
    from kuroibara_desktop.vault.known import KnownArchive
    from kuroibara_desktop.vault.surveying import Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What a move left in the old folder, and is whole in the new one."""

    place: Path
    count: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """One known archive as it is now; while it is away, `why` says so and the counts are empty."""

    known: KnownArchive
    in_use: bool
    now: datetime
    why: BackupError | None = None
    count: int = 0
    size: int = 0
    free: int | None = None
    newest: datetime | None = None  # of the good ones
    cautions: tuple[str, ...] = ()
    policy: Policy | None = None
    left: tuple[Left, ...] = ()

    @property
    def here(self) -> bool:
        return self.why is None


def look(desk: Desk) -> tuple[Folder, ...]:
    """Every known archive, the one in use first."""
    used = desk.profile().archive
    now = datetime.now(UTC)
    found = []
    for one in desk.archives.look():
        in_use = used in (one.known.folder, *one.known.before)
        folder = Folder(known=one.known, in_use=in_use, now=now, why=one.why)
        if one.vault is not None:
            try:
                folder = _looked_into(folder, one.vault)
            except BackupError as error:  # gone, or unreadable, at this very moment
                folder = replace(folder, why=error)
        found.append(folder)
    return tuple(sorted(found, key=lambda one: (not one.in_use, one.known.drive.casefold())))


def _looked_into(folder: Folder, vault: Vault) -> Folder:
    copies = vault.copies()
    good = [c.created_at for c in copies if c.state is CopyState.VERIFIED and not c.suspect]
    facts = examine(vault.folder)
    return replace(
        folder,
        count=len(copies),
        size=sum(copy.size for copy in copies),
        free=vault.free_bytes(),
        newest=max((at for at in good if at is not None), default=None),
        cautions=(*objections(facts), *cautions(facts)),
        policy=vault.still_there().policy,
        left=tuple(_left(folder.known, vault)),
    )


def _left(known: KnownArchive, vault: Vault) -> list[Left]:
    found = []
    for place in known.before:
        try:
            copies = left_behind(place, vault)
        except BackupError:  # not where it was moved from, or a drive that is away
            continue
        if copies:
            size = sum(copy.size for copy in copies)
            found.append(Left(place=place, count=len(copies), size=size))
    return found


# Adding, using, forgetting


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A folder somebody typed: what speaks against it, what to know, and what lies there."""

    typed: Path
    found: Survey
    objections: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def weigh_new(desk: Desk, folder: Path) -> Candidate:
    """Whether `folder` can be an archive, or is one."""
    found = survey(folder)
    judged = desk.judge(found.folder)
    return Candidate(
        typed=folder, found=found, objections=judged.objections, remarks=judged.remarks
    )


def add(desk: Desk, found: Survey) -> Vault:
    """Take the folder up; a lost marker is written anew. The first archive is used at once."""
    lost = found.holding is Holding.COPIES
    vault = desk.archives.rebuild(found.folder) if lost else desk.archives.add(found.folder)
    if desk.profile().archive is None:
        _use(desk, vault.folder)
    return vault


def use(desk: Desk, folder: Path) -> None:
    """From now on new copies go there; those elsewhere stay where they are."""
    _use(desk, desk.archives.open(folder).folder)


def _use(desk: Desk, folder: Path) -> None:
    desk.change(lambda profile: replace(profile, archive=folder))


# Moving and copying


def weigh_target(desk: Desk, folder: Path) -> Candidate:
    """Whether something can be put into `folder`."""
    judged = desk.judge(folder)
    return Candidate(
        typed=folder,
        found=survey(folder),
        objections=judged.objections,
        remarks=judged.remarks,
    )


def move(
    desk: Desk, known: KnownArchive, target: Path, check: Check
) -> Generator[Progress, None, Path]:
    """Copy, read back, switch; returns the old folder, in which the old copies still are."""
    vault = desk.archives.open(known.folder)
    old = vault.folder
    in_use = desk.profile().archive in (old, known.folder, *known.before)
    yield from move_archive(vault, target, check=check)
    fresh = desk.archives.add(target)
    if in_use:
        _use(desk, fresh.folder)
    return old


def drop_old(
    desk: Desk, known: KnownArchive, old: Path, check: Check
) -> Generator[Progress, None, list[Path]]:
    """Remove what a move left in `old`; returns what stays, because it is nowhere else."""
    return (yield from drop_left_behind(old, desk.archives.open(known.folder), check=check))


def copy_all(
    desk: Desk, known: KnownArchive, target: Path, check: Check
) -> Generator[Progress, None, int]:
    """Every copy that is not damaged, with its checksum, into another folder; returns how many."""
    vault = desk.archives.open(known.folder)
    good = [copy for copy in vault.copies() if copy.state is not CopyState.DAMAGED]
    return len((yield from copy_elsewhere(vault, good, target, check=check)))


# What is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An archive's copies by library, so that rules can be tried out without looking again."""

    vault: Vault
    libraries: tuple[Library, ...]
    present: dict[str, str]
    policy: Policy | None
    doubts: tuple[Doubt, ...]

    def judged(self, policy: Policy | None) -> list[CopyVerdict]:
        """What would become of each copy by these rules; changes nothing."""
        return judge_copies(self.libraries, policy, self.vault.now)


def kept(desk: Desk, known: KnownArchive) -> Kept:
    """Asks each server that is set up who it is now: another one freezes what is here."""
    vault = desk.archives.open(known.folder)
    there = present(desk.profile().servers)
    found = pruning.libraries_in(vault, there)
    return Kept(
        vault=vault,
        libraries=tuple(found),
        present=there,
        policy=vault.still_there().policy,
        doubts=tuple(doubts(found)),
    )


def remove(kept: Kept, shown: Sequence[CopyVerdict], check: Check) -> list[LocalCopy]:
    """Remove what goes by `shown`, and still goes by a look of now; returns what is gone."""
    return pruning.prune(kept.vault, shown, present=kept.present, check=check)


def answer(desk: Desk, known: KnownArchive, key: str, said: Answer) -> None:
    """Keep what was said about a library that seems to be another one."""
    pruning.answer(desk.archives.open(known.folder), key, said)
