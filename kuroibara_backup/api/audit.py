"""Who did what, over HTTP."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query

from kuroibara_backup.api.access import Administrator, Engine
from kuroibara_backup.api.bodies import instant
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.service.audit import MOST_AT_ONCE, Act, Ending, Entry, Wanted


def audit_router() -> APIRouter:
    """Make the route below /api/v1/backup."""
    router = problem_router("/api/v1/backup")

    @router.get("/audit")
    def audit(
        service: Engine,
        _: Administrator,
        before: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
        since: datetime | None = None,
        until: datetime | None = None,
        user: str | None = None,
        act: Act | None = None,
        outcome: Ending | None = None,
        limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE)] = 100,
    ) -> dict[str, Any]:
        return audit_body(
            service.audit.entries(
                Wanted(
                    before=before,
                    since=since,
                    until=until,
                    user=user,
                    act=act.value if act is not None else None,
                    outcome=outcome.value if outcome is not None else None,
                    limit=limit,
                )
            ),
            limit,
        )

    return router


def audit_body(entries: tuple[Entry, ...], limit: int) -> dict[str, Any]:
    """Newest first; `next` is what `before` must be for the page that follows."""
    return {
        "entries": [
            {
                "id": one.id,
                "at": instant(one.at),
                "act": one.act,
                "outcome": one.outcome,
                "subject": one.subject,
                "via": one.via,
                "user_id": str(one.user_id) if one.user_id is not None else None,
                "user": one.user_name,
                "device": one.device,
                "address": one.address,
                "code": one.code,
                "details": one.details,
            }
            for one in entries
        ],
        "next": entries[-1].id if len(entries) == limit else None,
    }
