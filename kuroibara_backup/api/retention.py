"""Which backups are kept, over HTTP: Kuroibara's three calls, and what the engine adds to them."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from kuroibara_backup.api.access import Administrator, Downloader, Engine
from kuroibara_backup.api.bodies import ChangeRequest, instant, verdicts_body
from kuroibara_backup.retention import Policy


def retention_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = APIRouter(prefix="/api/v1/backup")

    @router.get("/retention-settings")
    def settings(service: Engine, _: Administrator) -> dict[str, Any]:
        policy = service.keeping.policy
        return {
            "retention_enabled": policy.enabled,
            "retention_daily": policy.daily,
            "retention_weekly": policy.weekly,
            "retention_monthly": policy.monthly,
            "retention_yearly": policy.yearly,
            "retention_max_total": policy.most,
            "retention_manual": policy.manual_too,
            "description": _description(policy),
        }

    @router.get("/retention/preview")
    def preview(service: Engine, _: Administrator) -> dict[str, Any]:
        return verdicts_body(service.keeping.verdicts(), enabled=service.keeping.policy.enabled)

    @router.post("/apply-retention")
    def apply(service: Engine, caller: Administrator) -> dict[str, Any]:
        gone = service.keeping.prune(by=caller.actor)
        return {
            "message": f"Retention policy applied. Deleted {len(gone.filenames)} backup(s).",
            "deleted_count": len(gone.filenames),
            "deleted_files": list(gone.filenames),
        }

    @router.post("/cleanup")
    def cleanup(service: Engine, caller: Administrator) -> dict[str, Any]:
        return {
            "message": "Cleanup completed",
            "removed_backups": len(service.keeping.prune(by=caller.actor).filenames),
        }

    @router.patch("/archives/{backup_id}")
    def change(
        backup_id: UUID, body: ChangeRequest, service: Engine, caller: Administrator
    ) -> dict[str, Any]:
        row = service.keeping.decide(
            service.stored(backup_id),
            pinned=body.pinned,
            note=body.note,
            accept=body.suspect is False,
            by=caller.actor,
        )
        return {
            "filename": row.filename,
            "backup_id": str(backup_id),
            "pinned": row.pinned,
            "note": row.note,
            "suspect": row.suspect,
        }

    @router.put("/archives/{backup_id}/lease")
    def lease(backup_id: UUID, service: Engine, _: Downloader) -> dict[str, Any]:
        return {"leased_until": instant(service.keeping.lease(service.stored(backup_id)))}

    return router


def _description(policy: Policy) -> dict[str, str]:
    def keeps(count: int | None, period: str, what: str) -> str:
        which = (
            f"every {period}" if count is None else f"the newest {count} {period}s that have one"
        )
        return f"The newest verified {what} of {which} is kept"

    return {
        "daily": keeps(policy.daily, "day", "daily backup"),
        "weekly": keeps(policy.weekly, "week", "weekly backup"),
        "monthly": keeps(policy.monthly, "month", "monthly backup"),
        "yearly": keeps(policy.yearly, "year", "scheduled full backup"),
        "max_total": "There is no limit to the number of backups"
        if policy.most is None
        else f"Beyond {policy.most} backups, the oldest that nothing protects are removed",
    }
