"""The command `kuroibara-desktop`: how it is typed, and how its answers are printed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path  # noqa: TC003  typer reads the types of options
from typing import TYPE_CHECKING, Annotated

import typer

from kuroibara_backup.errors import BackupError, InvalidRequest
from kuroibara_backup.plain_help import Commands
from kuroibara_desktop import cli_restore, cli_vault
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import CopyState, LocalCopy, RemoteBackup
from kuroibara_desktop.core.devices import Right
from kuroibara_desktop.core.errors import CertificateUnknown
from kuroibara_desktop.ending import ended
from kuroibara_desktop.headless import Desk, newest_verified
from kuroibara_desktop.printing import (
    Shown,
    age,
    answer,
    copy_document,
    problem_document,
    remote_document,
    row_document,
    row_line,
    say,
    take_any_letter,
    told,
    verdict,
)
from kuroibara_desktop.profile import Home
from kuroibara_desktop.server.address import is_loopback
from kuroibara_desktop.server.tls import fingerprint, in_pairs
from kuroibara_desktop.typed import (
    EXIT_STATUSES,
    ArchiveOption,
    AsJson,
    CodeOption,
    HeaderFile,
    ProxyOption,
    ServerOption,
    TokenFile,
    interruptible,
    way_given,
)
from kuroibara_desktop.vault import cautions, examine

if TYPE_CHECKING:
    from kuroibara_desktop.core.ways import Way
    from kuroibara_desktop.server import Found

app = Commands(
    name="kuroibara-desktop",
    no_args_is_help=False,
    help="Copies of a Kuroibara library's backups, away from the server.\n\n"
    "Without a command the window opens.",
    epilog=EXIT_STATUSES,
)


@app.command()
def login(
    address: Annotated[str, typer.Argument(help="Address of Kuroibara or of its backup engine.")],
    username: Annotated[
        str | None,
        typer.Option("--username", "-u", metavar="NAME", help="User name; asked for when missing."),
    ] = None,
    invitation: Annotated[
        str | None,
        typer.Option(
            "--invite",
            metavar="CODE",
            help="Code of an invitation, in place of a user name and password.",
        ),
    ] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    code: CodeOption = None,
    archive: Annotated[
        Path | None,
        typer.Option("--archive", metavar="FOLDER", help="For the copies; made when missing."),
    ] = None,
    token_file: TokenFile = None,
    allow_http: Annotated[
        bool, typer.Option("--allow-http", help="Sign in although the connection is not encrypted.")
    ] = False,
    fingerprint: Annotated[
        str | None,
        typer.Option("--fingerprint", help="SHA-256 of the server's own certificate."),
    ] = None,
    proxy: ProxyOption = None,
    header_file: HeaderFile = None,
    as_json: AsJson = False,
) -> None:
    """Sign in to a server, and choose the folder for the copies."""
    if invitation is not None and username is not None:
        raise InvalidRequest("Nothing was sent: give --username or --invite, not both.")
    desk = Desk(Home.of_user(), token_file=token_file)
    way = way_given(proxy, header_file)
    found = _found(desk, address, fingerprint, way, ask=not password_stdin and sys.stdin.isatty())
    if found.note:
        say(found.note)
    if not found.https and not is_loopback(found.address) and not allow_http:
        if password_stdin or not sys.stdin.isatty():
            raise InvalidRequest(
                "Nothing was sent: the connection is not encrypted.",
                remedy="Use an https:// address, or add --allow-http if you trust the network.",
            )
        typer.confirm("Sign in all the same?", abort=True, err=True)
    device = None
    if invitation is not None:
        device = desk.join(found, invitation)
        may = " and ".join(right.value for right in Right if right in device.rights)
        say(f"{device.user} lets this computer {may} backups. This is kept {desk.store.described}.")
    else:
        username = username or typer.prompt("User name", err=True)
        password = sys.stdin.readline().rstrip("\r\n") if password_stdin else _asked_password()
        account = desk.sign_in(
            found, username, password, lambda: code or _asked_code(password_stdin)
        )
        username = account.username
        say(f"Signed in as {username}. Your sign-in is kept {desk.store.described}.")
    if archive is not None:
        facts = examine(archive)
        for caution in cautions(facts, server_is_here=is_loopback(found.address)):
            say(caution)
        vault = desk.choose_archive(archive)
        say(f"Copies go to {vault.folder}.")
    answer(
        as_json,
        {
            "address": found.address,
            "engine": found.engine,
            "version": found.version,
            "username": username,
            "device": device.name if device else None,
            "archive": str(desk.profile.archive) if desk.profile.archive else None,
        },
        [],
    )


def _found(desk: Desk, address: str, given: str | None, way: Way | None, *, ask: bool) -> Found:
    """The server at an address; a certificate of its own is shown and asked about once."""
    try:
        return desk.probe(address, fingerprint(given) if given else None, way)
    except CertificateUnknown as error:
        pairs = in_pairs(error.fingerprint)
        if not ask:
            raise InvalidRequest(
                f"Nothing was sent: {error.sentence}",
                remedy=f"If it is right, add --fingerprint {pairs}",
            ) from error
        say(f"{error.sentence} {error.remedy}")
        say(f"Its SHA-256 fingerprint: {pairs}")
        typer.confirm("Trust this certificate, and no other, from now on?", abort=True, err=True)
        return desk.probe(address, error.fingerprint, way)


def _asked_password() -> str:
    if not sys.stdin.isatty():  # what is typed into a pipe would be seen
        raise InvalidRequest(
            "Nothing was sent: nobody was there to type the password.",
            remedy="Give it on standard input with --password-stdin.",
        )
    return str(typer.prompt("Password", hide_input=True, err=True))


def _asked_code(no_terminal: bool) -> str:
    if no_terminal:
        raise InvalidRequest(
            "The account asks for a code of its second factor.", remedy="Give it with --code."
        )
    return str(typer.prompt("Code", err=True))


@app.command("list")
def list_(
    token_file: TokenFile = None,
    server: ServerOption = None,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Show every backup, on the server and here."""
    rows = Desk(Home.of_user(), token_file=token_file, server=server, archive=archive).rows()
    now = datetime.now(UTC)
    answer(
        as_json,
        {"backups": [row_document(row) for row in rows]},
        [row_line(row, now) for row in rows] or ["There are no backups yet."],
    )


@app.command()
def create(
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Name of the backup.")
    ] = None,
    database_only: Annotated[
        bool, typer.Option("--database-only", help="Leave the library's files out.")
    ] = False,
    token_file: TokenFile = None,
    server: ServerOption = None,
    as_json: AsJson = False,
) -> None:
    """Have the server make a backup, and wait until it is finished."""
    desk = Desk(Home.of_user(), token_file=token_file, server=server)
    with interruptible() as check:
        made = desk.create(name, include_storage=not database_only, check=check, watch=Shown())
    answer(
        as_json,
        remote_document(made),
        [f"{made.filename} ({formatting.size(made.size)}) was made."],
    )


@app.command()
def pull(
    names: Annotated[list[str] | None, typer.Argument(help="Backups to copy.")] = None,
    latest: Annotated[bool, typer.Option("--latest", help="The newest one (the default).")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Every finished one.")] = False,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help="If there is no room for one more, remove the old copy first; only for a backup "
            "that the server has verified.",
        ),
    ] = False,
    token_file: TokenFile = None,
    server: ServerOption = None,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Copy backups from the server into the archive folder, and verify them."""
    if bool(names) + latest + everything > 1:
        raise InvalidRequest("Nothing was copied: give names, --latest or --all.")
    desk = Desk(Home.of_user(), token_file=token_file, server=server, archive=archive)
    with interruptible() as check:
        done = desk.pull(
            names or [], everything=everything, replace=replace, check=check, watch=Shown()
        )
    lines = [
        f"{one.copy.path} ({formatting.size(one.copy.size)}) is here and verified."
        for one in done
        if one.copy is not None
    ]
    failures = [one for one in done if one.error is not None]
    document = {
        "copies": [copy_document(one.copy) for one in done if one.copy],
        "failures": [
            {"filename": one.backup.filename, **problem_document(one.error)}
            for one in failures
            if one.error
        ],
    }
    answer(as_json, document, lines)
    for one in failures:
        say(told(one.error))
    if failures and failures[0].error is not None:
        raise typer.Exit(failures[0].error.exit_status)


@app.command()
def verify(
    names: Annotated[list[str] | None, typer.Argument(help="Copies to read again.")] = None,
    due: Annotated[
        bool,
        typer.Option(
            "--due",
            help="Only those not read for 30 days, the longest ago first, up to 200 GiB a run: "
            "for a nightly timer.",
        ),
    ] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Fetch damaged ones again from the server.")
    ] = False,
    token_file: TokenFile = None,
    server: ServerOption = None,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Read the copies here again, to the last byte; all of them without names.

    Damaged ones are set aside in a folder called "damaged".
    """
    if due and names:
        raise InvalidRequest("Nothing was read: give names or --due.")
    desk = Desk(Home.of_user(), token_file=token_file, server=server, archive=archive)
    with interruptible() as check:
        copies = desk.verify(names or [], due=due, check=check, watch=Shown())
        if repair:
            copies, failures = desk.repaired(copies, check=check, watch=Shown())
            for failure in failures:
                say(told(failure))
    damaged = [copy for copy in copies if copy.state is CopyState.DAMAGED]
    nothing = "There is nothing to read again." if due else "There are no copies yet."
    lines = [f"{c.path.name}: {verdict(c)}" for c in copies] or [nothing]
    answer(as_json, {"copies": [copy_document(c) for c in copies], "damaged": len(damaged)}, lines)
    if damaged:
        say("Copy the damaged backups again with `kuroibara-desktop pull NAME`.")
        raise typer.Exit(3)


@app.command()
def status(
    token_file: TokenFile = None,
    server: ServerOption = None,
    archive: ArchiveOption = None,
    as_json: AsJson = False,
) -> None:
    """Tell in one look: is there a fresh backup on the server, and a verified copy here?"""
    desk = Desk(Home.of_user(), token_file=token_file, server=server, archive=archive)
    now = datetime.now(UTC)
    trouble: list[BackupError] = []
    remote: list[RemoteBackup] = []
    copies: list[LocalCopy] = []
    free = None
    try:
        with desk.server() as (_, there):
            remote = there.backups()
            now = now + there.skew
            if note := formatting.skew_sentence(there.skew):
                say(note)
    except BackupError as error:
        trouble.append(error)
    try:
        vault = desk.vault()
        copies, free = vault.copies(), vault.free_bytes()
    except BackupError as error:
        trouble.append(error)
    newest = max(remote, key=lambda b: b.created_at, default=None)
    good = newest_verified(copies)
    damaged = [copy for copy in copies if copy.state is CopyState.DAMAGED]
    on_server = f"{newest.name}, {formatting.age(newest.created_at, now)}" if newest else "none"
    here = f"{good.name}, {age(good, now)}" if good else "none"
    lines = [f"Newest on the server:  {on_server}", f"Newest verified here:  {here}"]
    if free is not None:
        lines.append(f"Free in the archive:   {formatting.size(free)}")
    lines += [f"Damaged here:          {copy.path.name}" for copy in damaged]
    document = {
        "newest_on_server": remote_document(newest) if newest else None,
        "newest_verified_here": copy_document(good) if good else None,
        "copies": len(copies),
        "damaged": [copy.path.name for copy in damaged],
        "free_bytes": free,
        "trouble": [problem_document(error) for error in trouble],
    }
    answer(as_json, document, lines)
    for problem in trouble:
        say(told(problem))
    if trouble:
        raise typer.Exit(trouble[0].exit_status)
    if damaged:
        raise typer.Exit(3)


cli_vault.register(app)
cli_restore.register(app)


def run(arguments: list[str]) -> int:
    """Carry out the command and return its exit status; never raises."""

    def work() -> object:
        take_any_letter()
        return app(args=arguments, prog_name="kuroibara-desktop", standalone_mode=False)

    return ended(work, arguments)
