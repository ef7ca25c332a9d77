"""The command that proves a backup by restoring it on trial. The server need not run."""

from typing import Annotated

import typer

from kuroibara_backup.cli.files import Which, path_of
from kuroibara_backup.cli.output import Json, error_body, print_json, say
from kuroibara_backup.cli.progress import shown, stopping


def drill(
    which: Which,
    land: Annotated[
        bool,
        typer.Option(
            "--land", help="Also put the library on the disk, and read it back from there."
        ),
    ] = False,
    as_json: Json = False,
) -> None:
    """Restore a backup on trial, into places that are thrown away, and say what that proves.

    The database is really loaded and checked, and every file of the library read and compared.
    Database and library of this server are not touched.
    """
    from kuroibara_backup.cli.operate import Foreground
    from kuroibara_backup.service.audit import at_the_command_line
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    with (
        opened(read_settings()) as service,
        stopping() as check,
        shown(quiet=as_json) as show,
    ):
        path = path_of(which)
        done = service.drills.drill_now(
            path, Foreground(show, check), land=land, by=at_the_command_line()
        )
    report, problem = done.row.report, done.problem
    if as_json:
        error = None if problem is None else error_body(problem)
        print_json({**report, "error": error})
    else:
        for sentence in report["covered"]:
            say(sentence)
        for sentence in report["not_proved"]:
            say(f"Not proved: {sentence}")
        say(
            f"{path.name} can be restored here."
            if problem is None
            else f"{problem.sentence} {problem.remedy}"
        )
    if problem is not None:
        raise typer.Exit(problem.exit_status)


COMMANDS = (drill,)
