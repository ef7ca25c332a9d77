"""Calls about manga that the library has and the database has not."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from kuroibara_backup.api.access import Administrator, Engine
from kuroibara_backup.api.bodies import job_body
from kuroibara_backup.api.routes import problem_router


class RecoverRequest(BaseModel):
    user: str | None = None
    dry_run: bool = False


def orphans_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")

    @router.get("/check-orphaned")
    def check_orphaned(service: Engine, _: Administrator) -> dict[str, Any]:
        return check_orphaned_body(service.orphans.count())

    @router.get("/orphans", status_code=202)
    def orphans(service: Engine, caller: Administrator) -> dict[str, Any]:
        return job_body(service.orphans.submit_survey(caller.account.id))

    @router.post("/orphans/recover", status_code=202)
    def recover(body: RecoverRequest, service: Engine, caller: Administrator) -> dict[str, Any]:
        return job_body(
            service.orphans.submit_recovery(user=body.user, dry_run=body.dry_run, caller=caller)
        )

    return router


def check_orphaned_body(count: int) -> dict[str, Any]:
    """Kuroibara's own fields; the last one is where its web page recovers them."""
    found = f"{count} manga folders are" if count != 1 else "1 manga folder is"
    return {
        "has_orphaned_files": count > 0,
        "orphaned_count": count,
        "message": f"{found} in the library but not in the database."
        if count
        else "No orphaned files were found.",
        "recovery_url": "/settings?tab=backup" if count else None,
    }
