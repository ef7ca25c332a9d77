"""Commands that put a backup back and return from that: restore, rollback. The server need not run.

What a command needs is imported by it alone, so that those about a file start at once.
"""

import sys
from collections.abc import Mapping
from datetime import tzinfo
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer
from rich.table import Table

from kuroibara_backup.cli.files import Which, path_of
from kuroibara_backup.cli.operate import Foreground
from kuroibara_backup.cli.output import Json, moment, print_json, say, size, wide
from kuroibara_backup.cli.progress import asking, shown, stopping
from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.service.restore.model import Scope, Wanted

if TYPE_CHECKING:
    from kuroibara_backup.service.restore.model import Plan
    from kuroibara_backup.service.restore.rollbacks import Lost


class Only(Enum):
    DATABASE = "database"
    STORAGE = "storage"


Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking; for scripts.")]


def restore(
    which: Which,
    yes: Yes = False,
    only: Annotated[
        Only | None, typer.Option(help="Put back only the database, or only the files.")
    ] = None,
    manga: Annotated[
        list[UUID] | None,
        typer.Option(
            metavar="UUID",
            help="Put back only the files of this manga; may be repeated. `series` lists them.",
        ),
    ] = None,
    no_safety_copy: Annotated[
        bool,
        typer.Option(
            "--no-safety-copy",
            help="Do not back up today's database first: it is gone when the time for a rollback"
            " is over.",
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Put a backup back: all of it, or nothing is changed. People go on reading meanwhile.

    First it is shown what would change, and asked for the server's name. The file is read where it
    lies. What was there before is kept for a while: `kuroibara-backup rollback` returns to it.
    """
    from kuroibara_backup.service.audit import at_the_command_line
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.service.restore.model import plan_document
    from kuroibara_backup.settings import read_settings

    wanted = _wanted(only, manga or [], safety_copy=not no_safety_copy)
    _must_be_able_to_ask(yes, as_json=as_json)
    path = path_of(which)
    with opened(read_settings()) as service, stopping() as check:
        with shown(quiet=as_json) as show:
            plan = service.restores.plan_now(path, wanted, Foreground(show, check))
        if not as_json:
            _say_plan(plan, service.settings.timezone)
        plan.must_be_possible()
        if not yes:
            _ask(plan.server_name, "restore")
        with shown(quiet=as_json) as show:
            control = Foreground(show, check)
            done = service.restores.restore_now(plan, control, by=at_the_command_line())
    if as_json:
        print_json({"plan": plan_document(plan), "outcome": dict(done)})
        return
    _say_outcome(done, service.settings.timezone)


def rollback(
    restore_id: Annotated[
        UUID | None, typer.Argument(metavar="ID", help="Which restore; by default the last one.")
    ] = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="End restores that were cut off: each wholly as before, or wholly restored.",
        ),
    ] = False,
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """Return to what was there before a restore; once more, and it is restored again.

    First it is said what of today would be put aside. Both stay for the time of a rollback.
    """
    from kuroibara_backup.service.audit import at_the_command_line
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.service.restore.rollbacks import lost_document
    from kuroibara_backup.settings import read_settings

    if resume and restore_id is not None:
        raise InvalidRequest(
            "Nothing was done: --resume ends all restores that were cut off.",
            remedy="Leave the ID out.",
        )
    if resume:
        _resume(as_json=as_json)
        return
    _must_be_able_to_ask(yes, as_json=as_json)
    with opened(read_settings()) as service, stopping() as check:
        with shown(quiet=as_json) as show:
            found, lost = service.restores.rollbacks.lost(restore_id, Foreground(show, check))
        if not as_json:
            _say_lost(lost)
        if not yes:
            name = service.restores.seen(found).row.plan["shown"]["server_name"]
            _ask(str(name), "rollback")
        with shown(quiet=as_json) as show:
            done = service.restores.rollbacks.now(
                found, Foreground(show, check), by=at_the_command_line()
            )
    if as_json:
        print_json({"lost": lost_document(found, lost), "outcome": dict(done)})
        return
    back = done["phase"] == "rolled_back"
    say(
        "It is all as before the restore again."
        if back
        else "It is all as the restore had made it again."
    )
    until = moment(done["rollback_until"], service.settings.timezone)
    say(f"The other one is kept until {until}; `rollback` returns to it.")


def _resume(*, as_json: bool) -> None:
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    with opened(read_settings(), end_half_way=False) as service:
        ended = service.restores.tending.end_half_way(unused_too=True)
    if as_json:
        print_json({"ended": [{"restore_id": str(o.id), "phase": o.phase.value} for o in ended]})
        return
    words = {
        "restored": "restored",
        "unchanged": "as before, nothing was changed",
        "rolled_back": "as before the restore again",
    }
    for one in ended:
        say(f"The restore {one.id} is ended: {words.get(one.phase.value, one.phase.value)}.")
    if not ended:
        say("No restore was cut off.")


def _wanted(only: Only | None, manga: list[UUID], *, safety_copy: bool) -> Wanted:
    if only is not None and manga:
        raise InvalidRequest(
            "Nothing was restored: --manga puts back files only, so there is no --only beside it.",
            remedy="Give one of them.",
        )
    scope = Scope(only.value) if only is not None else Scope.EVERYTHING
    if manga:
        scope = Scope.MANGA
    return Wanted(scope=scope, manga=tuple(manga), safety_copy=safety_copy)


def _must_be_able_to_ask(yes: bool, *, as_json: bool) -> None:
    if not yes and (as_json or not sys.stdin.isatty()):
        raise InvalidRequest(
            "Nothing was done: there is nobody to ask whether it is meant.",
            remedy="Give --yes where no terminal is.",
            code="confirmation_needed",
        )


def _ask(server_name: str, what: str) -> None:
    with asking():
        typed = typer.prompt(f"To go on, type the name of this server ({server_name})")
    if typed.strip() != server_name:
        raise InvalidRequest(
            f"Nothing was changed: the {what} was not confirmed.",
            remedy="Type the name exactly as it is shown.",
            code="wrong_server_name",
        )


def _say_plan(plan: "Plan", zone: tzinfo) -> None:
    backup = plan.backup
    say(f"{backup['filename']}: {size(backup['size'])}, made {moment(backup['created_at'], zone)}")
    table = Table("", "now", "after", "difference", box=None)
    for one in plan.counts:
        shown_as = size if one.what == "bytes" else (lambda count: f"{count:,}")
        difference = one.difference
        table.add_row(
            one.what,
            "?" if one.now is None else shown_as(one.now),
            "?" if one.backup is None else shown_as(one.backup),
            "?"
            if difference is None
            else ("+" if difference > 0 else "-" if difference else "") + shown_as(abs(difference)),
        )
    wide.print(table)
    if plan.people_count:
        say(f"{plan.people_count:,} people can sign in afterwards: {_names(plan.people)}")
        say(f"Administrators afterwards: {_names(plan.administrators) or 'nobody'}")
    for way in plan.ways:
        if way.name == plan.way:
            say(f"Needs at most {size(way.needed)} of {size(way.free)} free ({_way(way.name)}).")
    for session in plan.sessions:
        say(f"Warning: this cannot be signed off for the swap: {session}")
    for warning in plan.warnings:
        say(f"Warning: {warning}")


def _say_outcome(done: Mapping[str, Any], zone: tzinfo) -> None:
    if done["safety_copy"]:
        say(f"The database as it was is in {done['safety_copy']}.")
    storage = done["storage"]
    if storage is not None:
        say(f"{storage['files']:,} files, {storage['shared']:,} of them were there already.")
        for name in storage["damaged"]:
            say(f"Was lost when the backup was made: {name}")
    if done["people"]:
        say(f"Can sign in: {_names([one['username'] for one in done['people']])}")
    if done["orphans"]:
        say(
            f"{done['orphans']:,} manga folders are in the library only:"
            " `kuroibara-backup orphans --recover USER` puts them back."
        )
    until = moment(done["rollback_until"], zone)
    say(f"Restored. `kuroibara-backup rollback` undoes it until {until}.")


def _say_lost(lost: "Lost") -> None:
    for table, count in lost.rows.items():
        say(f"  {table}: {count:+,} rows since")
    say(
        f"{lost.rows_made:,} rows, {lost.files_made:,} new and {lost.files_changed:,} changed files"
        f" ({size(lost.bytes)}) made since would be put aside."
    )


def _names(names: "tuple[str, ...] | list[str]") -> str:
    return ", ".join(names[:10]) + (" …" if len(names) > 10 else "")


def _way(name: str) -> str:
    return "in place" if name == "in_place" else "beside the live files"


COMMANDS = (restore, rollback)
