"""Commands about when backups are made by themselves. The server need not run.

What a command needs is imported by it alone, so that those about a file start at once.
"""

from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.table import Table

from kuroibara_backup.cli.output import EXIT_STATUSES, Json, print_json, say, wide
from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.plain_help import Commands
from kuroibara_backup.retention import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from kuroibara_backup.service.schedules import Scheduled

_FIELDS = ("cron", "timezone", "enabled", "include_storage")

schedule = Commands(
    help="See and change when backups are made by themselves.",
    invoke_without_command=True,
    epilog=EXIT_STATUSES,
)


class Name(Enum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


Which = Annotated[Name, typer.Argument(help="Which of the schedules.")]


@schedule.callback()
def show_by_default(context: typer.Context, as_json: Json = False) -> None:
    if context.invoked_subcommand is None:
        show(as_json)
    elif as_json:
        raise InvalidRequest(
            "Nothing was done: --json stood before the command.",
            remedy=f"Write `schedule {context.invoked_subcommand} … --json`.",
        )


@schedule.command("show")
def show(as_json: Json = False) -> None:
    """Show the schedules, when they are due next and how they went; also without `show`."""
    _change({}, as_json=as_json)


@schedule.command("set")
def set_schedule(
    name: Which,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="When: 02:00, Sun 03:00, 1st 04:00, or cron text such as '30 1 * * mon-fri'.",
        ),
    ] = None,
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Its time zone, such as Europe/Berlin.")
    ] = None,
    full: Annotated[
        bool | None,
        typer.Option("--full/--database-only", help="With the library's files, or without."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Change a schedule. What is set here wins over the environment until it is reset."""
    given = {"cron": at, "timezone": timezone, "include_storage": full}
    change = {field: value for field, value in given.items() if value is not None}
    if not change:
        raise InvalidRequest(
            "Nothing was changed: it was not said what.",
            remedy="Give --at, --timezone, --full or --database-only.",
        )
    _change({name: change}, as_json=as_json)


@schedule.command("enable")
def enable(name: Which, as_json: Json = False) -> None:
    """Make these backups."""
    _change({name: {"enabled": True}}, as_json=as_json)


@schedule.command("disable")
def disable(name: Which, as_json: Json = False) -> None:
    """Make these backups no more."""
    _change({name: {"enabled": False}}, as_json=as_json)


@schedule.command("reset")
def reset(
    name: Annotated[
        Name | None,
        typer.Argument(help="Which of them; else all."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Let what the environment says count again."""
    names = list(Name) if name is None else [name]
    _change({one: dict.fromkeys(_FIELDS) for one in names}, as_json=as_json)


def _change(changes: dict[Name, dict[str, Any]], *, as_json: bool) -> None:
    from kuroibara_backup.api.bodies import schedules_body
    from kuroibara_backup.service.audit import at_the_command_line
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    with opened(read_settings()) as service:
        if changes:
            asked = {Kind(name.value): change for name, change in changes.items()}
            told = service.schedules.change(asked, by=at_the_command_line())
        else:
            told = service.schedules.told()
    if as_json:
        print_json(schedules_body(told))
        return
    table = Table("Schedule", "Due", "Next", "Last success", "Contents", "", box=None)
    for one in told:
        zone = ZoneInfo(one.plan.zone)
        table.add_row(
            one.kind.value,
            f"{one.plan.cron} {one.plan.zone}" + (" (edited)" if one.edited else ""),
            _local(one.next_due, zone) if one.plan.enabled else "switched off",
            _local(one.last_success, zone),
            "full" if one.plan.include_storage else "database only",
            "OVERDUE" if one.overdue else "",
        )
    wide.print(table)
    for one in told:
        if one.last_error is not None:
            say(_last_error(one))


def _last_error(one: "Scheduled") -> str:
    error = one.last_error or {}
    return f"The last {one.kind.value} backup: {error['detail']} {error['remedy']}".rstrip()


def _local(at: "datetime | None", zone: ZoneInfo) -> str:
    return "-" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
