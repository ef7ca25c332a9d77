"""Commands about which backups stay: prune, pin, unpin, accept, adopt. The server need not run.

What a command needs is imported by it alone, so that those about a file start at once.
"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kuroibara_backup.cli.files import named
from kuroibara_backup.cli.output import Json, complain, error_body, print_json, say, size
from kuroibara_backup.cli.progress import followed, stopping
from kuroibara_backup.errors import BackupError, Damaged, InvalidRequest

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kuroibara_backup.retention import Verdict
    from kuroibara_backup.service.engine import Service

Name = Annotated[str, typer.Argument(metavar="NAME", help="A backup's name on this server.")]


def prune(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would stay and go, and why.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Remove the backups that the retention rules do not keep."""
    from kuroibara_backup.service.audit import at_the_command_line

    with _engine() as service:
        if dry_run:
            _show(service, service.keeping.verdicts(), as_json=as_json)
            return
        gone = service.keeping.prune(by=at_the_command_line())
    if as_json:
        print_json({"removed": list(gone.filenames), "freed": gone.freed})
        return
    for filename in gone.filenames:
        say(f"Removed {filename}")
    say(f"{len(gone.filenames)} backups were removed, {size(gone.freed)}.")


def _show(service: "Service", verdicts: "list[Verdict]", *, as_json: bool) -> None:
    if as_json:
        from kuroibara_backup.api.bodies import verdicts_body

        print_json(verdicts_body(verdicts, enabled=service.keeping.policy.enabled))
        return
    for one in verdicts:
        why = "; ".join(reason.text for reason in one.reasons)
        say(f"{'stays' if one.kept else 'GOES '}  {one.candidate.name}: {why}")
    gone = [one.candidate for one in verdicts if not one.kept]
    say(f"{len(gone)} backups would be removed, {size(sum(one.size for one in gone))}.")


def pin(
    name: Name,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why, for whoever reads it later.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Keep a backup whatever the retention rules say."""
    _decide(name, f"{name} is pinned and stays.", as_json=as_json, pinned=True, note=note)


def unpin(name: Name, as_json: Json = False) -> None:
    """Leave a pinned backup to the retention rules again."""
    _decide(name, f"{name} is no longer pinned.", as_json=as_json, pinned=False)


def accept(name: Name, as_json: Json = False) -> None:
    """Take a suspect backup for a good one: what it lacks was meant to go."""
    _decide(name, f"{name} counts as good.", as_json=as_json, accept=True)


def _decide(name: str, done: str, *, as_json: bool, **decision: Any) -> None:
    from kuroibara_backup.service.audit import at_the_command_line

    with _engine() as service:
        row = service.keeping.decide(
            named(service.place, name), **decision, by=at_the_command_line()
        )
    if as_json:
        print_json(
            {
                "filename": row.filename,
                "pinned": row.pinned,
                "note": row.note,
                "suspect": row.suspect,
            }
        )
    else:
        say(done)


def adopt(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A backup's name on this server.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All that are not verified, one after the other.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Verify a backup that Kuroibara made or that is not verified yet, and look after it."""
    from kuroibara_backup.service.audit import at_the_command_line

    if (name is None) is not everything:
        raise InvalidRequest(
            "Nothing was taken over: it was not said what.", remedy="Give a name, or --all."
        )
    outcomes: list[dict[str, Any]] = []
    with _engine() as service, stopping() as check:
        for filename in [name] if name is not None else _unverified(service):
            try:
                stored = named(service.place, filename)
                report = followed(
                    service.adoption.adopt(stored, check, at_the_command_line()), quiet=as_json
                )
            except BackupError as error:
                if name is not None:
                    raise
                outcomes.append({"filename": filename, "error": error_body(error)})
                if not as_json:
                    complain(error, as_json=False)
            else:
                outcomes.append({"filename": filename, "sha256": report.sha256, "error": None})
                if not as_json:
                    say(f"{filename} is verified and looked after.")
    if as_json:
        print_json({"adopted": outcomes})
    elif not outcomes:
        say("There is nothing to take over.")
    if any(one["error"] is not None for one in outcomes):
        raise typer.Exit(Damaged.exit_status)


def _engine() -> "AbstractContextManager[Service]":
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    return opened(read_settings())


def _unverified(service: "Service") -> list[str]:
    from kuroibara_backup.places.origin import Origin
    from kuroibara_backup.service.model import Status

    service.catalogue.describe_ours()
    return [
        one.filename
        for one in service.backups.all()
        if one.status is not Status.BEING_WRITTEN
        and (one.origin is Origin.FOUND or one.verified_at is None)
    ]


COMMANDS = (prune, pin, unpin, accept, adopt)
