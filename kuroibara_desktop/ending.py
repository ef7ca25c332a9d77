"""How does a command end: with which status, and with what said to the person?"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import typer
from typer.exceptions import TyperException

from kuroibara_backup.errors import BackupError, Cancelled, InvalidRequest
from kuroibara_desktop.printing import answer, problem_document, say, told

if TYPE_CHECKING:
    from collections.abc import Callable

STOPPED = 130
_GOES_ON = {
    "pull": "What was copied so far is kept, and gone on from next time.",
    "restore": "The same command goes on with it; once begun, the server goes on by itself.",
}


def ended(work: Callable[[], object], arguments: list[str]) -> int:
    """Do the work of a command and return its exit status; never raises."""
    as_json = "--json" in arguments
    try:
        outcome = work()
    except typer.Exit as exc:
        return exc.exit_code
    except TyperException as exc:  # what was typed cannot be understood
        return _failed(
            as_json,
            InvalidRequest(exc.format_message(), remedy="See `kuroibara-desktop --help`."),
        )
    except BackupError as error:
        return _failed(as_json, error)
    except (typer.Abort, Cancelled, KeyboardInterrupt) as exc:
        if isinstance(exc, typer.Abort) and not sys.stdin.isatty():
            return _failed(as_json, _unanswered())
        _failed(as_json, _stopped(arguments))
        return STOPPED
    except BrokenPipeError:  # whoever read the answer has heard enough
        _let_go_of_output()
        return 1
    except Exception as exc:  # the top of the process: a sentence for the user, no traceback
        return _failed(
            as_json,
            BackupError(f"Something unexpected went wrong: {type(exc).__name__}: {exc}"),
        )
    return outcome if isinstance(outcome, int) else 0


def _stopped(arguments: list[str]) -> BackupError:
    remedy = _GOES_ON.get(arguments[0], "") if arguments else ""
    return BackupError("The work was stopped.", remedy=remedy, code="interrupted")


def _unanswered() -> BackupError:
    return InvalidRequest(
        "The command was not carried out: it had a question, and nobody was there to answer.",
        remedy="Give the answer as an option; the command's `--help` names it.",
    )


def _failed(as_json: bool, error: BackupError) -> int:
    say(told(error))
    try:
        if as_json:
            answer(True, {"error": problem_document(error)}, [])
        sys.stdout.flush()
    except OSError:  # nobody can read it there; it was said
        _let_go_of_output()
    return error.exit_status


def _let_go_of_output() -> None:
    """What is still to be written goes nowhere: Python would try again, and fail, at its end."""
    with suppress(OSError, ValueError):  # a stream that is none
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
