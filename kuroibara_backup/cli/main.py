"""The command `kuroibara-backup`: what it can do, and how it ends."""

from __future__ import annotations

import logging
import sys
from io import TextIOWrapper

from typer.exceptions import TyperException

from kuroibara_backup.cli import (
    drill,
    files,
    keep,
    library,
    operate,
    restore,
    rights,
    schedule,
    serve,
)
from kuroibara_backup.cli.output import EXIT_STATUSES, INTERRUPTED, complain
from kuroibara_backup.errors import BackupError, Cancelled, InvalidRequest
from kuroibara_backup.plain_help import Commands

log = logging.getLogger("backup")

app = Commands(
    name="kuroibara-backup",
    help="Back up a Kuroibara server: database and library in one file that plain tools open.",
    epilog=EXIT_STATUSES,
    no_args_is_help=True,
)
for module in (operate, keep, restore, drill, library, rights, files, serve):
    for command in module.COMMANDS:
        app.command()(command)
app.add_typer(rights.admin, name="admin")
app.add_typer(rights.device, name="device")
app.add_typer(schedule.schedule, name="schedule")


def main() -> None:
    """Run one command; whatever happens ends in a sentence and an exit status."""
    # A command that stays writes its log in the form that was set: see logs.py.
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    as_json = "--json" in sys.argv
    _take_any_letter(as_json=as_json)
    try:
        ended = app(standalone_mode=False)
    except TyperException as error:
        wrong = InvalidRequest(
            f"The command was not understood. {error.format_message()}".rstrip(),
            remedy="See `kuroibara-backup --help`, or the --help of the command.",
        )
        complain(wrong, as_json=as_json)
        sys.exit(wrong.exit_status)
    except BackupError as error:
        complain(error, as_json=as_json)
        sys.exit(error.exit_status)
    except Cancelled:
        ended = INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has heard enough.
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:  # the top of the process
        log.debug("The command broke", exc_info=error)
        complain(
            BackupError(
                f"The command was not carried out: something unexpected went wrong ({error!r}).",
                remedy="Try again; if it happens again, please report it with this line.",
            ),
            as_json=as_json,
        )
        sys.exit(1)
    if ended == INTERRUPTED:
        complain(
            BackupError(
                "Stopped on request; nothing half-written was left behind.", code="cancelled"
            ),
            as_json=as_json,
        )
    sys.exit(ended if isinstance(ended, int) else 0)


def _take_any_letter(*, as_json: bool) -> None:
    """Show what the terminal's encoding has no letter for as its number; JSON is always UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if as_json and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
