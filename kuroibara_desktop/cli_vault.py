"""The commands for the archive itself: how they are typed, and how their answers are printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path  # noqa: TC003  typer reads the types of options
from typing import TYPE_CHECKING, Annotated

import typer

from kuroibara_backup.errors import InvalidRequest, NotFound
from kuroibara_backup.plain_help import Commands
from kuroibara_backup.retention import Policy
from kuroibara_desktop import caretaking
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.keeping import CopyVerdict, summary
from kuroibara_desktop.core.libraries import Answer
from kuroibara_desktop.headless import Desk, named, newest_verified, watched
from kuroibara_desktop.printing import Shown, age, answer, copy_document, say, shown, verdict
from kuroibara_desktop.profile import Home
from kuroibara_desktop.transfers import (
    copy_elsewhere,
    drop_left_behind,
    import_file,
    move_archive,
)
from kuroibara_desktop.typed import EXIT_STATUSES, ArchiveOption, AsJson, interruptible
from kuroibara_desktop.vault import cautions, examine, pruning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_desktop.core.libraries import Doubt
    from kuroibara_desktop.vault import Vault

vault_app = Commands(
    no_args_is_help=True,
    epilog=EXIT_STATUSES,
    help="Look after the archive folder: what is kept, and which library it is.",
)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to `app`."""
    app.command("import")(import_)
    app.command()(prune)
    app.add_typer(vault_app, name="vault")


def import_(
    files: Annotated[list[Path], typer.Argument(help="Backup files, of any Kuroibara server.")],
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Take backup files into the archive, once they were read to their last byte."""
    vault = Desk(Home.of_user(), archive=archive).vault()
    with interruptible() as check:
        taken = [watched(import_file(vault, file, check=check), Shown()) for file in files]
    answer(
        as_json,
        {"copies": [copy_document(copy) for copy in taken]},
        [f"{c.path} ({formatting.size(c.size)}): {verdict(c)}" for c in taken],
    )


def prune(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would go, and why.")
    ] = False,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Remove the copies that the rules no longer keep; the rules are set by `vault keep`."""
    desk = Desk(Home.of_user(), archive=archive)
    vault = desk.vault()
    present = caretaking.present(desk.profile.servers)
    verdicts = pruning.preview(vault, present)
    doubts = caretaking.doubts(pruning.libraries_in(vault, present))
    gone = []
    if not dry_run:
        with interruptible() as check:
            gone = pruning.prune(vault, verdicts, present=present, check=check)
    now = datetime.now(UTC)
    document = {
        "dry_run": dry_run,
        "copies": [_verdict_document(verdict) for verdict in verdicts],
        "removed": [copy.path.name for copy in gone],
        "questions": [_doubt_document(doubt) for doubt in doubts],
    }
    lines = [_verdict_line(verdict, now) for verdict in verdicts] if dry_run else []
    lines += [f"{copy.path.name} was removed." for copy in gone]
    lines += [summary(verdicts)] if dry_run else [] if gone else ["Nothing was removed."]
    answer(as_json, document, lines)
    _ask(doubts)


def _verdict_document(verdict: CopyVerdict) -> dict[str, object]:
    return {
        **copy_document(verdict.copy),
        "kept": verdict.kept,
        "reasons": list(verdict.reasons),
        "frozen": verdict.frozen,
    }


def _verdict_line(verdict: CopyVerdict, now: datetime) -> str:
    copy = verdict.copy
    what = "stays" if verdict.kept else "GOES"
    return (
        f"{what:<6} {formatting.size(copy.size):>10}  {age(copy, now):<15} {shown(copy.name)}: "
        f"{'; '.join(verdict.reasons)}"
    )


def _doubt_document(doubt: Doubt) -> dict[str, object]:
    return {"key": doubt.key, "address": doubt.address, "question": doubt.sentence}


def _ask(doubts: Iterable[Doubt]) -> None:
    for doubt in doubts:
        say(
            f"{doubt.sentence} Nothing is removed before you say which it is: "
            f"`kuroibara-desktop vault answer {shown(doubt.key)} same` (the same library, moved) "
            "or `... other` (another one)."
        )


class Said(Enum):
    """What can be answered; the words are typed."""

    SAME = "same"
    OTHER = "other"


@vault_app.command("answer")
def answer_(
    key: Annotated[str, typer.Argument(help="The question, as `prune --dry-run` shows it.")],
    said: Annotated[Said, typer.Argument(help="Is it the same library, or another one?")],
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Say whether a server still holds the library that the copies here are of."""
    desk = Desk(Home.of_user(), archive=archive)
    vault = desk.vault()
    open_ = caretaking.doubts(pruning.libraries_in(vault, caretaking.present(desk.profile.servers)))
    if key not in [doubt.key for doubt in open_]:
        raise InvalidRequest(
            f"There is no question {key!r}.",
            remedy="`kuroibara-desktop prune --dry-run` shows those that are open.",
        )
    pruning.answer(vault, key, Answer(said.value))
    answer(as_json, {"key": key, "answer": said.value}, ["Noted."])


@vault_app.command()
def keep(
    daily: Annotated[int | None, typer.Option(help="Days that keep their newest copy.")] = None,
    weekly: Annotated[int | None, typer.Option(help="Weeks that keep their newest copy.")] = None,
    monthly: Annotated[int | None, typer.Option(help="Months that keep theirs.")] = None,
    yearly: Annotated[int | None, typer.Option(help="Years that keep theirs.")] = None,
    most: Annotated[int | None, typer.Option(help="Never more than this many.")] = None,
    everything: Annotated[
        bool, typer.Option("--as-many-as-fit", help="Remove nothing before its room is needed.")
    ] = False,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Show or set how many copies are kept; what goes then, `prune --dry-run` shows."""
    vault = Desk(Home.of_user(), archive=archive).vault()
    given = any(count is not None for count in (daily, weekly, monthly, yearly, most))
    if everything and given:
        raise InvalidRequest("Nothing was changed: give numbers or --as-many-as-fit.")
    if everything:
        pruning.keep_by(vault, None)
    elif given:
        old = vault.still_there().policy or Policy()
        policy = Policy(
            daily=old.daily if daily is None else daily,
            weekly=old.weekly if weekly is None else weekly,
            monthly=old.monthly if monthly is None else monthly,
            yearly=old.yearly if yearly is None else yearly,
            most=old.most if most is None else most,
            manual_too=True,
        )
        pruning.keep_by(vault, policy)
    answer(as_json, *_rules(vault.still_there().policy))


def _rules(policy: Policy | None) -> tuple[dict[str, object], list[str]]:
    if policy is None:
        return {"keep": None}, ["As many copies are kept as fit."]
    numbers = {
        name: getattr(policy, name) for name in ("daily", "weekly", "monthly", "yearly", "most")
    }
    lines = [f"{name:<8} {'all' if n is None else n}" for name, n in numbers.items()]
    return {"keep": numbers}, lines


@vault_app.command()
def pin(
    names: Annotated[list[str], typer.Argument(help="Copies that are never removed by rules.")],
    undo: Annotated[bool, typer.Option("--undo", help="Let the rules judge them again.")] = False,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Keep these copies, whatever the rules say."""
    vault = Desk(Home.of_user(), archive=archive).vault()
    pinned = [vault.update(replace(copy, pinned=not undo)) for copy in named(vault.copies(), names)]
    answer(
        as_json,
        {"copies": [copy_document(copy) | {"pinned": copy.pinned} for copy in pinned]},
        [f"{c.path.name} {'is pinned' if c.pinned else 'is judged by the rules'}." for c in pinned],
    )


@vault_app.command("copy")
def copy_(
    names: Annotated[list[str], typer.Argument(help="Copies to put there.")],
    to: Annotated[
        Path, typer.Option("--to", metavar="FOLDER", help="A folder, best on another drive.")
    ],
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Copy backups out of the archive to another place, with their checksums."""
    vault = Desk(Home.of_user(), archive=archive).vault()
    copies = named(vault.copies(), names)
    with interruptible() as check:
        made = watched(copy_elsewhere(vault, copies, to, check=check), Shown())
    answer(as_json, {"files": [str(path) for path in made]}, [str(path) for path in made])


@vault_app.command()
def add(
    folder: Annotated[Path, typer.Argument(help="A folder that is, or is to be, an archive.")],
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Its marker was lost: take up the copies that lie there."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take up an archive folder, such as a drive with backups; no server is needed.

    The first one is used from then on; of several, `vault use` chooses.
    """
    desk = Desk(Home.of_user())
    if not rebuild:
        for caution in cautions(examine(folder)):
            say(caution)
    vault = desk.archives.rebuild(folder) if rebuild else desk.archives.add(folder)
    if desk.profile.archive is None:
        desk.use_archive(vault)
    copies = vault.copies()
    answer(
        as_json,
        {"folder": str(vault.folder), "archive_id": vault.id, "copies": len(copies)},
        [f"{vault.folder} is an archive with {_copies(len(copies))}."],
    )


def _copies(count: int) -> str:
    return "one copy" if count == 1 else f"{count} copies"


@vault_app.command("list")
def list_(as_json: AsJson = False) -> None:
    """Show every archive folder that this computer knows, and when it was last here."""
    desk = Desk(Home.of_user())
    now = datetime.now(UTC)
    documents, lines = [], []
    for one in desk.archives.look():
        copies = one.vault.copies() if one.vault else []
        good = newest_verified(copies)
        in_use = desk.profile.archive in (one.known.folder, *one.known.before)
        documents.append(
            {
                "folder": str(one.known.folder),
                "archive_id": one.known.archive_id,
                "drive": one.known.drive,
                "in_use": in_use,
                "here": one.vault is not None,
                "last_seen": one.known.last_seen.isoformat(),
                "copies": len(copies) if one.vault else None,
                "newest_verified": copy_document(good) if good else None,
                "free_bytes": one.vault.free_bytes() if one.vault else None,
            }
        )
        state = _copies(len(copies)) if one.vault else "not connected"
        seen = "here" if one.vault else f"seen {formatting.age(one.known.last_seen, now)}"
        mark = "*" if in_use else " "
        lines.append(
            f"{mark} {shown(one.known.drive):<16} {seen:<18} {state:<14} {one.known.folder}"
        )
    answer(as_json, {"archives": documents}, lines or ["No archive folder is known yet."])


@vault_app.command()
def use(
    folder: Annotated[Path, typer.Argument(help="One that `vault list` shows.")],
    as_json: AsJson = False,
) -> None:
    """Choose the archive folder that copies go to from now on."""
    desk = Desk(Home.of_user())
    vault = desk.use_archive(desk.archives.open(folder))
    answer(as_json, {"folder": str(vault.folder)}, [f"Copies go to {vault.folder}."])


@vault_app.command()
def forget(
    folder: Annotated[Path, typer.Argument(help="One that `vault list` shows.")],
    as_json: AsJson = False,
) -> None:
    """Take an archive folder off the list; nothing in it is touched."""
    desk = Desk(Home.of_user())
    place = folder.absolute()
    known = [one for one in desk.archives.all() if place in (one.folder, *one.before)]
    if not known:
        raise NotFound(
            f"{place} is not on the list.", remedy="`kuroibara-desktop vault list` shows it."
        )
    for one in known:
        desk.archives.forget(one.archive_id)
    answer(as_json, {"forgotten": [one.archive_id for one in known]}, ["Forgotten."])


@vault_app.command()
def move(
    folder: Annotated[Path, typer.Argument(help="An empty folder, or one yet to be made.")],
    delete_old: Annotated[
        bool,
        typer.Option(
            "--delete-old", help="Remove the old copies once the new ones were read back."
        ),
    ] = False,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Move the archive to another folder: copy, read back, switch; the old copies stay.

    Stopped, it changes nothing, and goes on where it was when it is done once more.
    """
    desk = Desk(Home.of_user(), archive=archive)
    old = desk.vault()
    for caution in cautions(examine(folder)):
        say(caution)
    in_use = archive is None
    with interruptible() as check:
        watched(move_archive(old, folder, check=check), Shown())
        new = desk.archives.add(folder)
        if in_use:
            desk.use_archive(new)
    stayed = _dropped(old.folder, new) if delete_old else None
    answer(
        as_json,
        {
            "folder": str(new.folder),
            "before": str(old.folder),
            "stayed": None if stayed is None else [str(path) for path in stayed],
        },
        [f"The archive is at {new.folder} now."],
    )
    if stayed is None:
        say(
            f"The old copies are still in {old.folder}. Remove them with `kuroibara-desktop vault "
            "delete-old` and that folder when you have looked at the new ones."
        )


@vault_app.command("delete-old")
def delete_old_(
    folder: Annotated[Path, typer.Argument(help="Where the archive was before it was moved.")],
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Remove what a move left in the old folder; what is nowhere else stays."""
    stayed = _dropped(folder.absolute(), Desk(Home.of_user(), archive=archive).vault())
    answer(
        as_json,
        {"stayed": [str(path) for path in stayed]},
        [f"{path} stays: it is not in the archive." for path in stayed] or ["All of it is gone."],
    )


def _dropped(old: Path, vault: Vault) -> list[Path]:
    with interruptible() as check:
        return watched(drop_left_behind(old, vault, check=check), Shown())
