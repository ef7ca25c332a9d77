"""Restores over HTTP: plan, confirm, watch, cancel, roll back.

Who holds the ticket of a restore (`X-Restore-Ticket`) may watch, cancel and roll back that one,
with or without an account; so may administrators.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from kuroibara_backup.api.access import Administrator, Engine, administrator
from kuroibara_backup.api.bodies import instant, job_body
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.errors import NotSignedIn
from kuroibara_backup.service.restore.model import Scope, Wanted
from kuroibara_backup.service.restore.restores import Seen
from kuroibara_backup.service.signin import Caller

TICKET = "x-restore-ticket"
NO_STORE = {"Cache-Control": "no-store"}


class ArchivePlanRequest(BaseModel):
    scope: Scope = Scope.EVERYTHING
    manga: list[UUID] = Field(default_factory=list, max_length=10_000)
    safety_copy: bool = True


class PlanRequest(ArchivePlanRequest):
    backup_id: UUID


class RestoreRequest(BaseModel):
    plan_id: UUID
    server_name: str


class RollbackRequest(BaseModel):
    dry_run: bool = False


def holder(restore_id: UUID, request: Request, service: Engine) -> Caller | None:
    """The administrator who asks; None for the holder of the ticket."""
    ticket = request.headers.get(TICKET)
    if ticket is not None:
        service.restores.must_hold(restore_id, ticket)
        return None
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise NotSignedIn(
            "Not authenticated",
            remedy="Sign in first, or send the restore's ticket as X-Restore-Ticket.",
            code="not_authenticated",
        )
    return administrator(request, service, token.strip())


Holder = Annotated[Caller | None, Depends(holder)]


def restores_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")

    @router.post("/restores/plan", status_code=202)
    def plan(body: PlanRequest, service: Engine, caller: Administrator) -> dict[str, Any]:
        stored = service.backups.identified(body.backup_id)
        return job_body(service.restores.submit_plan(stored, _wanted(body), caller.account.id))

    @router.post("/archives/{backup_id}/restore", status_code=202)
    def plan_archive(
        backup_id: UUID, body: ArchivePlanRequest, service: Engine, caller: Administrator
    ) -> dict[str, Any]:
        stored = service.backups.identified(backup_id)
        return job_body(service.restores.submit_plan(stored, _wanted(body), caller.account.id))

    @router.post("/restores", status_code=202)
    def confirm(
        body: RestoreRequest, response: Response, service: Engine, caller: Administrator
    ) -> dict[str, Any]:
        response.headers.update(NO_STORE)
        done = service.restores.confirm(body.plan_id, body.server_name, caller)
        return {
            "restore_id": str(done.restore_id),
            "ticket": done.ticket,
            "job": job_body(done.job),
        }

    @router.get("/restores")
    def restores(service: Engine, _: Administrator) -> dict[str, Any]:
        return {"restores": [seen_body(one) for one in service.restores.all()]}

    @router.get("/restores/{restore_id}")
    def seen(restore_id: UUID, response: Response, service: Engine, _: Holder) -> dict[str, Any]:
        response.headers.update(NO_STORE)
        return seen_body(service.restores.seen(restore_id))

    @router.post("/restores/{restore_id}/cancel", status_code=202)
    def cancel(restore_id: UUID, service: Engine, _: Holder) -> dict[str, Any]:
        return job_body(service.restores.cancel(restore_id))

    @router.post("/restores/{restore_id}/rollback", status_code=202)
    def rollback(
        restore_id: UUID, body: RollbackRequest, service: Engine, caller: Holder
    ) -> dict[str, Any]:
        return job_body(service.restores.rollbacks.submit(restore_id, caller, dry_run=body.dry_run))

    return router


def _wanted(body: ArchivePlanRequest) -> Wanted:
    return Wanted(scope=body.scope, manga=tuple(body.manga), safety_copy=body.safety_copy)


def seen_body(seen: Seen) -> dict[str, Any]:
    """A restore as it stands; holds no path of the server."""
    row = seen.row
    return {
        "restore_id": str(row.id),
        "phase": row.phase.value,
        "half_way": row.phase.half_way,
        "planned_at": instant(row.planned_at),
        "confirmed_at": instant(row.confirmed_at),
        "settled_at": instant(row.settled_at),
        "plan": row.plan["shown"],
        "safety_copy": row.facts.get("safety_copy"),
        "outcome": row.facts.get("outcome"),
        "rollback_until": instant(seen.rollback_until),
        "error": None if row.error is None else dict(row.error),
        "job": None if seen.job is None else job_body(seen.job),
    }
