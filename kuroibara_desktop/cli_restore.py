"""The command `restore`: how it is typed, what it asks, and how its answers are printed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kuroibara_backup.errors import Cancelled, InvalidRequest, NotFound, Refused
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import Backup, RemoteStatus, Where
from kuroibara_desktop.core.errors import CodeRequired, PasswordRequired
from kuroibara_desktop.core.restores import Deed, Scope
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.core.stored import lies_there, stored
from kuroibara_desktop.headless import Desk, watched
from kuroibara_desktop.printing import Shown, answer, iso, say
from kuroibara_desktop.profile import Home
from kuroibara_desktop.secrets import Tickets
from kuroibara_desktop.transfers import plain_restoring
from kuroibara_desktop.transfers.examining import examined
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.journeys import journeys
from kuroibara_desktop.transfers.restoring import Restoring
from kuroibara_desktop.typed import AsJson, CodeOption, ServerOption, TokenFile, interruptible

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.core.restores import Proof, Restore, RestorePlan
    from kuroibara_desktop.core.restoring import Journey, RestoreFile
    from kuroibara_desktop.core.stored import StoredBackup
    from kuroibara_desktop.server import Server

_SENT_TO_PLAIN = "--plain-kuroibara"
_NOT_THERE = {
    RemoteStatus.BEING_WRITTEN: (
        "the server is still writing it",
        "Try again when it has finished.",
    ),
    RemoteStatus.DAMAGED: (
        "it is damaged on the server",
        "`kuroibara-desktop list` shows the others; a good copy here is restored as a file.",
    ),
    RemoteStatus.FINISHED: (
        "it has no id, for Kuroibara itself made it, and such a one has to be sent",
        "Copy it here with `kuroibara-desktop pull NAME`, then restore the file.",
    ),
}


def register(app: typer.Typer) -> None:
    """Add the command of this module to `app`."""
    app.command()(restore)


def restore(
    backup: Annotated[
        str | None,
        typer.Argument(
            metavar="BACKUP",
            help="A file on this computer, or the name of a backup on the server; "
            "the restore under way when left out.",
        ),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Begin without asking for the server's name.")
    ] = False,
    plan_only: Annotated[
        bool, typer.Option("--plan", help="Show what would change, and stop; a file is sent first.")
    ] = False,
    database_only: Annotated[
        bool, typer.Option("--database-only", help="Leave the library's files as they are.")
    ] = False,
    safety_copy: Annotated[
        bool,
        typer.Option("--safety-copy/--no-safety-copy", help="Back up the database there first."),
    ] = True,
    roll_back: Annotated[
        bool, typer.Option("--roll-back", help="Return to what was there before the last restore.")
    ] = False,
    plain_kuroibara: Annotated[
        bool,
        typer.Option(
            _SENT_TO_PLAIN, help="Use Kuroibara's own restore, although it can hang the server."
        ),
    ] = False,
    password_stdin: Annotated[
        bool,
        typer.Option("--password-stdin", help="Read the password, when wanted, from there."),
    ] = False,
    code: CodeOption = None,
    token_file: TokenFile = None,
    server: ServerOption = None,
    as_json: AsJson = False,
) -> None:
    """Bring a backup back: a file on this computer, or one that lies on the server.

    Stopped, it is gone on with by the same command. Once begun, the server goes on by itself.
    """
    if roll_back and backup is not None:
        raise InvalidRequest("Nothing was done: --roll-back takes no backup.")
    desk = Desk(Home.of_user(), token_file=token_file, server=server)
    asking = _Asking(yes=yes, from_stdin=password_stdin, code=code)
    with desk.server() as (_, there), interruptible() as check:
        if not there.engine:
            path = None if backup is None else Path(backup)
            _at_plain(there, path, check, agreed=plain_kuroibara, as_json=as_json)
            return
        restoring = Restoring(
            there, journal=Journal(desk.home.journal_file), tickets=Tickets(desk.store)
        )
        work = _Work(there, restoring, Journal(desk.home.journal_file), check, asking, as_json)
        if roll_back:
            work.roll_back()
        elif backup is None:
            work.go_on()
        else:
            chosen = restoring.choose(
                _source(there, backup, check),
                scope=Scope.DATABASE if database_only else Scope.EVERYTHING,
                safety_copy=safety_copy,
            )
            work.bring_back(chosen, plan_only=plan_only)


def _source(there: Server, named: str, check: Callable[[], None]) -> RestoreFile | StoredBackup:
    """The file of this name, checked; where there is none, the backup that the server calls so."""
    path = Path(named)
    if not path.is_file() and path.name == named:  # what has a folder in it is no backup's name
        for remote in there.backups():
            if named in (remote.name, remote.filename):
                return _lying_there(there, remote)
        raise NotFound(
            f"There is no file called {named} here, and no backup of this name on the server.",
            remedy="`kuroibara-desktop list` shows what is there.",
        )
    return watched(examined(path, check=check), Shown())


def _lying_there(there: Server, remote: RemoteBackup) -> StoredBackup:
    if not lies_there(Backup(where=Where.SERVER, remote=remote)):
        why, what = _NOT_THERE[remote.status]
        raise Refused(f"{remote.name} was not restored: {why}.", remedy=what)
    reads = "reads every byte of it for the plan"
    if remote.verified_at is not None:
        read = formatting.moment(remote.verified_at.astimezone())
        reads = f"read every byte of it on {read}, and does so again for the plan"
    say(f"It lies on {there.host}: nothing is sent. The server {reads}.")
    return stored(remote, here_too=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """How the person, or the script in their place, is asked."""

    yes: bool
    from_stdin: bool
    code: str | None

    def server_name(self, plan: RestorePlan) -> str:
        if self.yes:
            return plan.server_name
        if not sys.stdin.isatty():
            raise InvalidRequest(
                "Nothing was restored: nobody was there to confirm it.",
                remedy="Add --yes to begin what the plan says.",
            )
        return str(typer.prompt(f"Type {plan.server_name} to replace what is there", err=True))

    def proof(self, there: Server, deed: Deed) -> Proof:
        if self.from_stdin:
            password = sys.stdin.readline().rstrip("\r\n")
        elif sys.stdin.isatty():
            password = typer.prompt("Your password once more", hide_input=True, err=True)
        else:
            raise PasswordRequired(
                "Nothing was begun: the server wants the password once more.",
                remedy="Give it on standard input with --password-stdin.",
            )
        try:
            return there.prove(deed, password, self.code)
        except CodeRequired:
            if self.from_stdin:
                raise
            return there.prove(deed, password, typer.prompt("Code", err=True))


@dataclass(frozen=True, slots=True)
class _Work:
    """One run of the command at a server with the engine."""

    there: Server
    restoring: Restoring
    journal: Journal
    check: Callable[[], None]
    asking: _Asking
    as_json: bool

    def bring_back(self, journey: Journey, *, plan_only: bool) -> None:
        plan = None
        if not journey.state.at_the_server:
            journey, plan = watched(self.restoring.prepare(journey, check=self.check), Shown())
            for line in _plan_lines(plan):
                say(line)
            if plan_only:
                document = {"plan": plan_document(plan), "sent": not journey.lies_there}
                answer(self.as_json, {**document, "state": "planned"}, [])
                return
            if plan.possible:
                journey = self._confirmed(journey, plan)
            else:
                first = plan.objections[0]
                raise Refused(first.sentence, remedy=first.remedy, code=first.code)
        self._watch(journey, plan)

    def go_on(self) -> None:
        """Watch the restore that is under way to its end, or tell how the last one ended."""
        for journey in journeys(self.journal, self.there.address):
            if journey.state.at_the_server or journey.state is JourneyState.RESTORED:
                self._watch(journey, None)
                return
        raise NotFound(
            "No restore was begun from here.",
            remedy="Name the backup: `kuroibara-desktop restore BACKUP`.",
        )

    def roll_back(self) -> None:
        for journey in journeys(self.journal, self.there.address):
            if journey.state is JourneyState.RESTORED:
                break
        else:
            raise NotFound(
                "There is no restore from here that could be rolled back.",
                remedy="On the server, `kuroibara-backup rollback` returns from the last one.",
            )
        lost = watched(self.restoring.what_would_go(journey, check=self.check), Shown())
        say(
            f"Put aside: {lost.rows_made:,} rows, {lost.files_made:,} new and "
            f"{lost.files_changed:,} changed files ({formatting.size(lost.bytes)}) made since."
        )
        if not self.asking.yes:
            if not sys.stdin.isatty():
                raise InvalidRequest(
                    "Nothing was rolled back: nobody was there to confirm it.",
                    remedy="Add --yes.",
                )
            typer.confirm("Return to what was there before?", abort=True, err=True)
        try:
            steps = self.restoring.roll_back(journey, check=self.check)
            journey, seen = watched(steps, Shown())
        except PasswordRequired:
            proof = self.asking.proof(self.there, Deed.ROLLBACK)
            steps = self.restoring.roll_back(journey, check=self.check, proof=proof)
            journey, seen = watched(steps, Shown())
        self._tell(journey, seen, None)

    def _confirmed(self, journey: Journey, plan: RestorePlan) -> Journey:
        typed = self.asking.server_name(plan)
        try:
            return self.restoring.confirm(journey, plan, typed=typed)
        except PasswordRequired:
            proof = self.asking.proof(self.there, Deed.RESTORE)
            return self.restoring.confirm(journey, plan, typed=typed, proof=proof)

    def _watch(self, journey: Journey, plan: RestorePlan | None) -> None:
        try:
            journey, seen = watched(self.restoring.follow(journey, check=self.check), Shown())
        except Cancelled:
            say("The server goes on by itself: `kuroibara-desktop restore` tells how it ends.")
            raise
        self._tell(journey, seen, plan)

    def _tell(self, journey: Journey, seen: Restore, plan: RestorePlan | None) -> None:
        document = {
            "restore_id": seen.id,
            "state": journey.state.value,
            "phase": seen.phase.value,
            "safety_copy": seen.safety_copy,
            "rollback_until": iso(seen.rollback_until),
            "problem": journey.problem or None,
            "sent": not journey.lies_there,
            "plan": plan_document(plan or seen.plan),
        }
        answer(self.as_json, document, _outcome_lines(journey, seen))
        if journey.state in (JourneyState.UNCHANGED, JourneyState.PLANNED):
            raise typer.Exit(5)


def _outcome_lines(journey: Journey, seen: Restore) -> list[str]:
    if journey.state is JourneyState.RESTORED:
        lines = [f"{seen.plan.backup.filename} was restored."]
        if seen.outcome is not None and seen.outcome.people_count is not None:
            lines.append(f"{seen.outcome.people_count:,} people can sign in.")
        if seen.rollback_until is not None:
            until = formatting.moment(seen.rollback_until.astimezone())
            lines.append(f"Until {until} `restore --roll-back` returns to what was there before.")
    elif journey.state is JourneyState.ROLLED_BACK:
        lines = ["What was there before is there again."]
    elif journey.state is JourneyState.PLANNED:
        lines = ["The restore was not begun: the server never heard the confirmation."]
    else:
        lines = ["Nothing was changed."]
    return [*lines, *([journey.problem] if journey.problem else [])]


def _plan_lines(plan: RestorePlan) -> list[str]:
    lines = [f"On {plan.server_name}, with {plan.backup.filename}:"]
    for one in plan.counts:
        now, after = (
            "?"
            if count is None
            else formatting.size(count)
            if one.what == "bytes"
            else f"{count:,}"
            for count in (one.now, one.after)
        )
        lines.append(f"  {one.what:<10} {now:>12}  →  {after}")
    more = plan.people_count - len(plan.people)
    if plan.people:
        rest = f" and {more:,} more" if more > 0 else ""
        lines.append(f"  Can sign in afterwards: {', '.join(plan.people)}{rest}")
    lines += [f"  Note: {warning}" for warning in plan.warnings]
    return lines + [f"  In the way: {one.sentence} {one.remedy}" for one in plan.objections]


def plan_document(plan: RestorePlan) -> dict[str, object]:
    return {
        "plan_id": plan.id,
        "server_name": plan.server_name,
        "scope": plan.scope,
        "safety_copy": plan.safety_copy,
        "backup": plan.backup.filename,
        "counts": {one.what: {"now": one.now, "after": one.after} for one in plan.counts},
        "people": list(plan.people),
        "people_count": plan.people_count,
        "administrators": list(plan.administrators),
        "warnings": list(plan.warnings),
        "possible": plan.possible,
        "objections": [
            {"code": one.code, "detail": one.sentence, "remedy": one.remedy}
            for one in plan.objections
        ],
    }


def _at_plain(
    there: Server,
    path: Path | None,
    check: Callable[[], None],
    *,
    agreed: bool,
    as_json: bool,
) -> None:
    """Kuroibara's own restore, for who insists."""
    if path is None:
        raise InvalidRequest(
            "A Kuroibara without the backup engine tells nothing of restores.",
            remedy="Name the backup: `kuroibara-desktop restore FILE`.",
        )
    file: RestoreFile = watched(examined(path, check=check), Shown())
    plain_restoring.must_be_for_plain(file)
    if not agreed:
        raise Refused(
            f"Nothing was sent. {plain_restoring.WARNING}",
            remedy=f"If it must be all the same, add {_SENT_TO_PLAIN}.",
            code="plain_kuroibara",
        )
    say(plain_restoring.WARNING)
    outcome = watched(plain_restoring.sent_to_plain(there, file, check=check), Shown())
    answer(as_json, {"sent": True, "answers": outcome.answers}, [outcome.sentence])
    if not outcome.answers:
        raise typer.Exit(6)
