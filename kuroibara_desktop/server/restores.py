"""The engine's calls that plan a restore, carry it out, watch it and undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from kuroibara_desktop.core.jobs import JobState
from kuroibara_desktop.core.restores import (
    BegunRestore,
    Lost,
    NowAndAfter,
    Objection,
    Outcome,
    Phase,
    PlannedBackup,
    Restore,
    RestorePlan,
    Scope,
)
from kuroibara_desktop.server import fields, reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.core.restores import Proof
    from kuroibara_desktop.server.calling import Calls


class RestoreCalls:
    """A ticket opens its own restore without any account: the account may be gone by then."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def plan(
        self,
        backup_id: str,
        *,
        scope: Scope = Scope.EVERYTHING,
        manga: Sequence[str] = (),
        safety_copy: bool = True,
    ) -> ServerJob:
        """Have the server look at what a restore would change; `planned` tells when it has."""
        return self._calls.tell(
            "POST",
            "/backup/restores/plan",
            {
                "backup_id": backup_id,
                "scope": scope.value,
                "manga": list(manga),
                "safety_copy": safety_copy,
            },
            reading.job,
            doing="asking for the plan",
        )

    def planned(self, job_id: str) -> tuple[ServerJob, RestorePlan | None]:
        """How far the planning is, and the plan once it is made."""
        return self._calls.get(
            f"/backup/jobs/{quote(job_id, safe='')}", _job_and_plan, "the restore's plan"
        )

    def confirm(self, plan_id: str, server_name: str, proof: Proof | None) -> BegunRestore:
        """Begin what was planned. The answer is the only one that ever holds the ticket."""
        return self._calls.tell(
            "POST",
            "/backup/restores",
            {"plan_id": plan_id, "server_name": server_name},
            _begun,
            doing="beginning the restore",
            headers=_proved(proof),
        )

    def seen(self, restore_id: str, *, ticket: str | None = None) -> Restore:
        """The restore as it stands, for the ticket's holder or an administrator."""
        return self._calls.get(
            _path(restore_id),
            restore,
            "the restore",
            headers=_holding(ticket),
            signed=ticket is None,
        )

    def all(self) -> tuple[Restore, ...]:
        """Every restore that was confirmed, the newest first."""
        return self._calls.get("/backup/restores", _restores, "the restores")

    def cancel(self, restore_id: str, *, ticket: str | None = None) -> ServerJob:
        return self._calls.tell(
            "POST",
            f"{_path(restore_id)}/cancel",
            None,
            reading.job,
            doing="cancelling the restore",
            headers=_holding(ticket),
            signed=ticket is None,
        )

    def roll_back(
        self,
        restore_id: str,
        *,
        look_only: bool = False,
        ticket: str | None = None,
        proof: Proof | None = None,
    ) -> ServerJob:
        """Return to what was there before; with `look_only`, find out what that would put aside."""
        return self._calls.tell(
            "POST",
            f"{_path(restore_id)}/rollback",
            {"dry_run": look_only},
            reading.job,
            doing="rolling back",
            headers={**_holding(ticket), **_proved(proof)},
            signed=ticket is None,
        )


def _path(restore_id: str) -> str:
    return f"/backup/restores/{quote(restore_id, safe='')}"


def _holding(ticket: str | None) -> dict[str, str]:
    return {} if ticket is None else {"X-Restore-Ticket": ticket}


def _proved(proof: Proof | None) -> dict[str, str]:
    return {} if proof is None else {"X-Confirm": proof.token}


def _begun(value: object) -> BegunRestore:
    answer = fields.an_object(value)
    return BegunRestore(
        restore_id=fields.an_identity(answer, "restore_id"), ticket=fields.text(answer, "ticket")
    )


def _job_and_plan(value: object) -> tuple[ServerJob, RestorePlan | None]:
    job = reading.job(value)
    done = job.state is JobState.SUCCEEDED
    return job, plan(job.result) if done else None


def plan(answer: Mapping[str, object]) -> RestorePlan:
    backup = fields.inside(answer, "backup")
    afterwards = fields.inside(answer, "afterwards")
    format_ = backup.get("format")
    return RestorePlan(
        id=fields.an_identity(answer, "plan_id"),
        server_name=fields.text(answer, "server_name"),
        scope=fields.shown(answer, "scope"),
        safety_copy=fields.flag(answer, "safety_copy"),
        backup=PlannedBackup(
            filename=fields.text(backup, "filename"),
            size=fields.count(backup, "size"),
            format=format_ if isinstance(format_, int) else None,
            created_at=fields.shown(backup, "created_at") or None,
            includes_storage=fields.flag_or_none(backup, "includes_storage"),
            kuroibara_version=fields.shown(backup, "kuroibara_version") or None,
            postgresql_version=fields.shown(backup, "postgresql_version") or None,
        ),
        counts=tuple(
            NowAndAfter(
                what=fields.shown(one, "what"),
                now=fields.count_or_none(one, "now"),
                after=fields.count_or_none(one, "backup"),
            )
            for one in fields.objects(answer, "counts")
        ),
        people=fields.shown_all(afterwards, "people"),
        people_count=fields.count(afterwards, "people_count"),
        administrators=fields.shown_all(afterwards, "administrators"),
        warnings=fields.shown_all(answer, "warnings"),
        objections=tuple(
            Objection(
                code=fields.shown(one, "code"),
                sentence=fields.shown(one, "detail"),
                remedy=fields.shown(one, "remedy"),
            )
            for one in fields.objects(answer, "refusals")
        ),
    )


def restore(value: object) -> Restore:
    answer = fields.an_object(value)
    try:
        phase = Phase(fields.text(answer, "phase"))
    except ValueError:
        raise fields.Misread("phase") from None
    outcome, job = fields.inside(answer, "outcome"), fields.inside(answer, "job")
    error = fields.inside(answer, "error")
    seen = reading.job(job) if job else None
    return Restore(
        id=fields.an_identity(answer, "restore_id"),
        phase=phase,
        plan=plan(fields.inside(answer, "plan")),
        half_way=fields.flag(answer, "half_way"),
        safety_copy=fields.shown(answer, "safety_copy") or None,
        confirmed_at=fields.moment_or_none(answer.get("confirmed_at")),
        settled_at=fields.moment_or_none(answer.get("settled_at")),
        rollback_until=fields.moment_or_none(answer.get("rollback_until")),
        outcome=_outcome(outcome) if outcome else None,
        problem=reading.problem(error) if error else None,
        job=seen,
        lost=_lost(seen.result) if seen is not None and "rows_made" in seen.result else None,
    )


def _restores(value: object) -> tuple[Restore, ...]:
    return tuple(restore(one) for one in fields.objects(fields.an_object(value), "restores"))


def _outcome(answer: Mapping[str, object]) -> Outcome:
    return Outcome(
        safety_copy=fields.shown(answer, "safety_copy") or None,
        people=fields.shown_all(answer, "people"),
        people_count=fields.count_or_none(answer, "people_count"),
        skipped=fields.shown_all(answer, "skipped"),
        missing_tables=fields.shown_all(answer, "missing_tables"),
        rewritten_paths=fields.count_or_none(answer, "rewritten_paths") or 0,
    )


def _lost(answer: Mapping[str, object]) -> Lost:
    return Lost(
        rows_made=fields.count(answer, "rows_made"),
        files_made=fields.count(answer, "files_made"),
        files_changed=fields.count(answer, "files_changed"),
        bytes=fields.count(answer, "bytes"),
    )
