"""Commands about who may what: admin, device, audit. The server need not run.

What a command needs is imported by it alone, so that those about a file start at once.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer
from rich.markup import escape
from rich.table import Table

from kuroibara_backup.cli.output import EXIT_STATUSES, Json, print_json, say, wide
from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.plain_help import Commands

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kuroibara_backup.service.engine import Service

admin = Commands(help="Say who may back up.", no_args_is_help=True, epilog=EXIT_STATUSES)
device = Commands(
    help="Devices that hold a token of their own.", no_args_is_help=True, epilog=EXIT_STATUSES
)

User = Annotated[
    str, typer.Argument(metavar="USER", help="User name, e-mail address or id.", show_default=False)
]
_PAGE = 500


@admin.command("grant")
def grant(user: User, as_json: Json = False) -> None:
    """Let a user of Kuroibara make and fetch backups."""
    from kuroibara_backup.service.audit import at_the_command_line

    with _engine() as service:
        new = service.permission.grant(user, datetime.now(UTC), at_the_command_line())
    if as_json:
        print_json({"user": user, "granted": new})
    else:
        say(f"{user} may back up now." if new else f"{user} was allowed to already.")


@admin.command("revoke")
def revoke(user: User, as_json: Json = False) -> None:
    """Take the right to back up away again; a superuser of Kuroibara keeps it."""
    from kuroibara_backup.service.audit import at_the_command_line

    with _engine() as service:
        done = service.permission.revoke(user, datetime.now(UTC), at_the_command_line())
    if as_json:
        print_json({"user": user, "revoked": done})
    else:
        say(f"{user} may no longer back up." if done else f"{user} was not allowed to.")


@admin.command("list")
def administrators(as_json: Json = False) -> None:
    """List who may back up, and why."""
    with _engine() as service:
        found = service.permission.administrators()
    if as_json:
        print_json(
            {
                "administrators": [
                    {
                        "user_id": str(one.user_id),
                        "user": one.name,
                        "superuser": one.superuser,
                        "granted_at": _instant(one.granted_at),
                        "active": one.active,
                    }
                    for one in found
                ]
            }
        )
        return
    if not found:
        say("Nobody may back up. Name someone: kuroibara-backup admin grant USER")
        return
    table = Table("User", "Why", "Account", "Id", box=None)
    for one in found:
        why = ["superuser"] if one.superuser else []
        why += [f"granted {one.granted_at:%Y-%m-%d}"] if one.granted_at is not None else []
        table.add_row(
            escape(one.name),
            ", ".join(why),
            "active" if one.active else "gone or inactive",
            str(one.user_id),
        )
    wide.print(table)


@device.command("list")
def devices(as_json: Json = False) -> None:
    """List the devices that hold a token, and when each was last used."""
    from kuroibara_backup.api.devices import device_body

    with _engine() as service:
        found = [
            device_body(one, alive=service.devices.is_alive(one))
            for one in service.devices.list_all()
        ]
    if as_json:
        print_json({"devices": found})
        return
    if not found:
        say("No device holds a token.")
        return
    table = Table("Device", "May", "Of", "Last used", "State", "Id", box=None)
    for one in found:
        state = "revoked" if one["revoked_at"] else "alive" if one["alive"] else "run out"
        of = escape(f"invited by {one['user']}" if one["invited"] else one["user"])
        used = str(one["last_used_at"])[:16].replace("T", " ")
        table.add_row(escape(one["name"]), ", ".join(one["scopes"]), of, used, state, one["id"])
    wide.print(table)


@device.command("revoke")
def revoke_device(
    device_id: Annotated[UUID, typer.Argument(metavar="ID", help="As `device list` shows it.")],
    as_json: Json = False,
) -> None:
    """Take a device's token back at once."""
    from kuroibara_backup.service.audit import at_the_command_line

    with _engine() as service:
        gone = service.devices.revoke_now(device_id, at_the_command_line())
    if as_json:
        print_json({"id": str(gone.id), "name": gone.name, "revoked": True})
    else:
        say(f"{gone.name} is locked out.")


def audit(
    since: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="A date such as 2026-11-01, or 12h, 7d, 4w ago."),
    ] = None,
    user: Annotated[
        str | None, typer.Option(metavar="USER", help="Only what this user did: name or id.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=_PAGE, help="At most so many, newest.")] = 100,
    as_json: Json = False,
) -> None:
    """Show who did what, when and from where, the newest first."""
    from kuroibara_backup.api.audit import audit_body
    from kuroibara_backup.service.audit import Wanted
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    settings = read_settings()
    begin = None if since is None else _when(since, datetime.now(settings.timezone))
    with opened(settings) as service:
        found = service.audit.entries(Wanted(since=begin, user=user, limit=limit))
    if as_json:
        print_json(audit_body(found, limit))
        return
    if not found:
        say("Nothing was done.")
        return
    table = Table("When", "Who", "From", "Did", "What", "Outcome", box=None)
    for one in found:
        who = one.user_name or (str(one.user_id) if one.user_id is not None else one.via)
        who = f"{who} ({one.device})" if one.device is not None else who
        ending = one.outcome if one.code is None else f"{one.outcome}: {one.code}"
        at = one.at.astimezone(settings.timezone)
        table.add_row(
            f"{at:%Y-%m-%d %H:%M:%S}",
            escape(who),
            one.address or one.via,
            one.act,
            escape(one.subject),
            ending,
        )
    wide.print(table)


def _when(text: str, now: datetime) -> datetime:
    ago = re.fullmatch(r"(\d{1,5})([hdw])", text.strip())
    if ago is not None:
        hours = {"h": 1, "d": 24, "w": 24 * 7}[ago[2]]
        return now - timedelta(hours=int(ago[1]) * hours)
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError as exc:
        raise InvalidRequest(
            f"Nothing was shown: {text!r} is no date.",
            remedy="Write it like 2026-11-01, or 7d for the last seven days.",
        ) from exc
    return at if at.tzinfo is not None else at.replace(tzinfo=now.tzinfo)


def _instant(at: datetime | None) -> str | None:
    from kuroibara_backup.api.bodies import instant

    return instant(at)


def _engine() -> "AbstractContextManager[Service]":
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    return opened(read_settings())


COMMANDS = (audit,)
