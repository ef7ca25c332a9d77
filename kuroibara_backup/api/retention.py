"""Which backups are kept, over HTTP: Kuroibara's three calls, and what the engine adds to them."""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, StrictInt

from kuroibara_backup.api.access import Administrator, Downloader, Engine
from kuroibara_backup.api.bodies import ChangeRequest, instant, job_body, verdicts_body
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.retention import Policy
from kuroibara_backup.service.rules import InForce

_NAMES: Mapping[str, str] = {
    "retention_enabled": "enabled",
    "retention_daily": "daily",
    "retention_weekly": "weekly",
    "retention_monthly": "monthly",
    "retention_yearly": "yearly",
    "retention_max_total": "most",
    "retention_manual": "manual_too",
}


class RulesRequest(BaseModel):
    """A field that is left out stays, null is for ever."""

    model_config = ConfigDict(extra="forbid")

    retention_enabled: bool = True
    retention_daily: StrictInt | None = None
    retention_weekly: StrictInt | None = None
    retention_monthly: StrictInt | None = None
    retention_yearly: StrictInt | None = None
    retention_max_total: StrictInt | None = None
    retention_manual: bool = False


class RetentionRequest(RulesRequest):
    """The same to be kept; `reset` names what is as the environment says again."""

    reset: list[
        Literal[
            "retention_enabled",
            "retention_daily",
            "retention_weekly",
            "retention_monthly",
            "retention_yearly",
            "retention_max_total",
            "retention_manual",
        ]
    ] = []


def retention_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")

    @router.get("/retention-settings")
    def settings(service: Engine, _: Administrator) -> dict[str, Any]:
        return _body(service.rules.in_force())

    @router.put("/retention-settings")
    def change_settings(
        body: RetentionRequest, service: Engine, caller: Administrator
    ) -> dict[str, Any]:
        return _body(
            service.rules.change(
                _changes(body),
                reset={_NAMES[name] for name in body.reset},
                caller=caller,
            )
        )

    @router.get("/retention/preview")
    def preview(service: Engine, _: Administrator) -> dict[str, Any]:
        return verdicts_body(service.keeping.verdicts(), enabled=service.keeping.policy.enabled)

    @router.post("/retention/preview")
    def preview_others(body: RulesRequest, service: Engine, _: Administrator) -> dict[str, Any]:
        policy = service.rules.policy_with(_changes(body))
        return verdicts_body(service.keeping.verdicts(policy), enabled=policy.enabled)

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
            service.backups.identified(backup_id),
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

    @router.post("/adopt/{filename}", status_code=202)
    def adopt(filename: str, service: Engine, caller: Administrator) -> dict[str, Any]:
        # By name: what Kuroibara made has no id before it is adopted.
        return job_body(service.adoption.submit(service.backups.named(filename), caller.actor))

    @router.put("/archives/{backup_id}/lease")
    def lease(backup_id: UUID, service: Engine, _: Downloader) -> dict[str, Any]:
        return {
            "leased_until": instant(service.keeping.lease(service.backups.identified(backup_id)))
        }

    return router


def _changes(body: RulesRequest) -> dict[str, Any]:
    return {_NAMES[name]: getattr(body, name) for name in body.model_fields_set - {"reset"}}


def _body(rules: InForce) -> dict[str, Any]:
    return {
        **{name: getattr(rules.policy, ours) for name, ours in _NAMES.items()},
        "description": _description(rules.policy),
        "edited": [name for name, ours in _NAMES.items() if ours in rules.edited],
    }


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
