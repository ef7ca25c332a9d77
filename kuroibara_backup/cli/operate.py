"""Commands about this server: create, list, doctor. The server need not run.

What a command needs is imported by it alone, so that those about a file start at once.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

import typer
from rich.table import Table

from kuroibara_backup.cli.output import Json, print_json, say, size, wide
from kuroibara_backup.cli.progress import shown, stopping
from kuroibara_backup.errors import InvalidRequest, Refused
from kuroibara_backup.jobs.model import Job, JobKind
from kuroibara_backup.jobs.runner import Control
from kuroibara_backup.retention import Kind

if TYPE_CHECKING:
    from kuroibara_backup.service.doctor import Finding

_MARKS = {"good": "good   ", "warning": "warning", "failed": "FAILED "}


def create(
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call it; else kind and time.")
    ] = None,
    database_only: Annotated[
        bool, typer.Option("--database-only", help="Leave the library's files out.")
    ] = False,
    kind: Annotated[
        Kind, typer.Option(help="The retention rule it comes under; manual: none.")
    ] = Kind.MANUAL,
    as_json: Json = False,
) -> None:
    """Make a backup of this server now, and verify it."""
    from kuroibara_backup.service.audit import at_the_command_line
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    if kind is Kind.SAFETY:
        raise InvalidRequest(
            "The backup was not started: only a restore makes safety copies.",
            remedy="Leave --kind out, and pin the backup if it must stay.",
        )
    settings = read_settings()
    with opened(settings) as service, stopping() as check, shown(quiet=as_json) as show:
        control = Foreground(show, check)
        outcome = service.creations.make_now(
            control,
            name=name,
            include_storage=not database_only,
            kind=kind,
            by=at_the_command_line(),
        )
    if as_json:
        print_json(
            {
                "filename": outcome.filename,
                "path": str(service.place.ours / outcome.filename),
                "size": outcome.size,
                "sha256": outcome.sha256,
                "backup_id": str(outcome.backup_id),
                "verified": outcome.verified,
                "warnings": list(control.warnings),
            }
        )
        return
    for warning in control.warnings:
        say(f"Warning: {warning}")
    say(f"{outcome.filename}: {size(outcome.size)}, verified.")


def list_backups(as_json: Json = False) -> None:
    """List the backups on this server, newest first."""
    from kuroibara_backup.api.bodies import backup_body
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    with opened(read_settings()) as service:
        service.catalogue.describe_ours()
        backups = service.backups.all()
    if as_json:
        print_json({"backups": [backup_body(one) for one in backups]})
        return
    if not backups:
        say("There are no backups yet.")
        return
    table = Table("Backup", "Made", "Size", "Contents", "State", box=None)
    for one in backups:
        contents = {True: "full", False: "database only", None: "unknown"}[one.includes_storage]
        state = "suspect" if one.suspect else one.status.value.replace("_", " ")
        if one.verified_at is not None and state == "finished":
            state = "verified"
        made = one.created_at.astimezone(service.settings.timezone)
        table.add_row(one.filename, f"{made:%Y-%m-%d %H:%M}", size(one.size), contents, state)
    wide.print(table)


list_backups.__name__ = "list"


def doctor(
    accept_folder: Annotated[
        bool,
        typer.Option(
            "--accept-folder",
            help="First take BACKUP_PATH for the folder of backups, though none known is in it.",
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Check everything a backup needs, and say what to do about what is wrong."""
    from kuroibara_backup.service.doctor import accept_folder as accept
    from kuroibara_backup.service.doctor import examine
    from kuroibara_backup.settings import read_settings

    settings = read_settings()
    if accept_folder:
        accept(settings)
    findings = list(examine(settings))
    if as_json:
        checks: list[dict[str, Any]] = [
            {
                "check": one.check,
                "health": one.health.value,
                "sentence": one.sentence,
                "remedy": one.remedy,
            }
            for one in findings
        ]
        print_json({"healthy": not _failed(findings), "checks": checks})
    else:
        for one in findings:
            say(f"{_MARKS[one.health.value]}  {one.check}: {one.sentence}")
            if one.remedy:
                say(f"         → {one.remedy}")
    if _failed(findings):
        raise typer.Exit(Refused.exit_status)


def _failed(findings: "list[Finding]") -> bool:
    return any(one.health.value == "failed" for one in findings)


class Foreground(Control):
    """The control of work that runs in the foreground."""

    def __init__(
        self, show: Callable[[str, int, int | None], None], check: Callable[[], None]
    ) -> None:
        self._job = Job(
            id=uuid4(), kind=JobKind.CREATE, backup_name="", created_at=datetime.now(UTC)
        )
        self._show = show
        self._asked = check
        super().__init__(self._changed)

    def check(self) -> None:
        self._asked()

    def _changed(self, change: Callable[[Job], Job]) -> None:
        self._job = change(self._job)
        if self._job.stage is not None:
            self._show(self._job.stage, self._job.done, self._job.total)


COMMANDS = (create, list_backups, doctor)
