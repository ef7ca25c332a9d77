"""Commands about the library: what it and the database do not agree on, and whether it is well."""

from typing import TYPE_CHECKING, Annotated

import typer

from kuroibara_backup.cli.operate import Foreground
from kuroibara_backup.cli.output import Json, print_json, say
from kuroibara_backup.cli.progress import shown, stopping
from kuroibara_backup.errors import Damaged

if TYPE_CHECKING:
    from kuroibara_backup.service.recovery import FoundManga, Recovered, Survey


def orphans(
    recover: Annotated[
        str | None,
        typer.Option(metavar="USER", help="Put what is found into this user's library."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --recover: only say what would be put back.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Find manga that only the library has, and rows whose files are gone.

    With --recover the manga get their rows back, each wholly or not at all. No file is moved.
    """
    from kuroibara_backup.service.audit import at_the_command_line
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.service.recovery import Survey, recovered_document, survey_document
    from kuroibara_backup.settings import read_settings

    with opened(read_settings()) as service, stopping() as check, shown(quiet=as_json) as show:
        control = Foreground(show, check)
        if recover is None:
            found: Survey | Recovered = service.orphans.survey_now(control)
        else:
            found = service.orphans.recover_now(
                control, recover, dry_run=dry_run, by=at_the_command_line()
            )
    if as_json:
        document = (
            survey_document(found) if isinstance(found, Survey) else recovered_document(found)
        )
        print_json({**document, "warnings": list(control.warnings)})
        return
    for warning in control.warnings:
        say(f"Warning: {warning}")
    if isinstance(found, Survey):
        _say_survey(found)
    else:
        _say_recovered(found)


def check(
    pages: Annotated[
        bool, typer.Option("--pages", help="Read every page, too; takes as long as a backup.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Check the library: rows without files, files without rows, CBZ files that do not open.

    Changes nothing. Ends with status 3 when something is lost or damaged.
    """
    from kuroibara_backup.service.check import check_document
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    with opened(read_settings()) as service, stopping() as stop, shown(quiet=as_json) as show:
        control = Foreground(show, stop)
        found = service.check_library(control, pages=pages)
    if as_json:
        print_json({**check_document(found), "warnings": list(control.warnings)})
    else:
        for warning in control.warnings:
            say(f"Warning: {warning}")
        for one in found.flawed:
            say(f"Damaged: {one.path}: {one.why}")
        _say_survey(found.survey)
        how = "opened, every page read" if pages else "opened"
        say(f"{found.comics:,} CBZ files were {how}; {found.flawed_count:,} are damaged.")
    if not found.sound:
        raise typer.Exit(Damaged.exit_status)


def _say_survey(found: "Survey") -> None:
    for one in found.manga:
        _say_manga(one, len(one.chapters))
    if not found.manga:
        say("The database knows every manga and chapter of the library.")
    elif any(one.recoverable for one in found.manga):
        say("Put them back with `kuroibara-backup orphans --recover USER`.")
    for gone in found.gone:
        whose = f"{gone.manga}, " if gone.manga else ""
        say(f"Gone: {gone.path} ({whose}{gone.table} {gone.label})")
    if found.gone_count:
        say(f"{found.gone_count:,} rows of the database name files that are not there.")


def _say_recovered(done: "Recovered") -> None:
    for one in done.manga:
        _say_manga(one, one.recovered)
    what = f"{len(done.done):,} manga with {done.chapters:,} chapters"
    say(
        f"Nothing was changed: {what} would be put back for {done.user}."
        if done.dry_run
        else f"{what} were put back for {done.user}."
    )


def _say_manga(one: "FoundManga", chapters: int | None) -> None:
    guessed = sum(chapter.number_guessed for chapter in one.chapters)
    numbers = f", {guessed} of them with a guessed number" if guessed else ""
    if chapters is not None and one.recoverable:
        say(f"{one.title}: {chapters:,} chapters{numbers} (manga/{one.folder})")
    for problem in one.problems:
        say(f"  {problem}")


COMMANDS = (orphans, check)
