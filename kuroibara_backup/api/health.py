"""Calls for those who watch the engine: is it well, and how are the backups doing?"""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from kuroibara_backup.api.access import Administrator, Engine, Lister
from kuroibara_backup.api.bodies import instant
from kuroibara_backup.api.metrics import MEDIA_TYPE, exposition
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.service.statistics import Statistics, proposal_document


def health_router() -> APIRouter:
    """Make the routes; each is one call of the service."""
    router = problem_router()

    @router.get("/health")
    def health(service: Engine) -> JSONResponse:
        """Anybody may ask; 503 while something stands in the way."""
        reasons = service.monitoring.unready()
        body = {
            "status": "not_ready" if reasons else "ready",
            "alive": True,
            "ready": not reasons,
            "reasons": [{"code": one.code, "detail": one.sentence} for one in reasons],
        }
        return JSONResponse(body, 503 if reasons else 200, headers={"Cache-Control": "no-store"})

    @router.get("/metrics")
    def metrics(service: Engine, _: Lister) -> Response:
        """In the text format of Prometheus; a device's token with the scope `list` will do."""
        return Response(
            exposition(service.monitoring.statistics(), service.monitoring.schedules()),
            media_type=MEDIA_TYPE,
        )

    return router


def statistics_router() -> APIRouter:
    """Make the route below /api/v1/backup."""
    router = problem_router("/api/v1/backup")

    @router.get("/statistics")
    def statistics(service: Engine, _: Administrator) -> dict[str, Any]:
        return statistics_body(service.monitoring.statistics())

    return router


def statistics_body(found: Statistics) -> dict[str, Any]:
    """For charts: sizes, growth, the strip of the last days, and what the disk will need."""
    return {
        "time": instant(found.at),
        "total_count": found.count,
        "total_size": found.bytes,
        "damaged": found.damaged,
        "suspect": found.suspect,
        "kinds": [
            {
                "kind": one.kind,
                "count": one.count,
                "size": one.bytes,
                "newest_at": instant(one.newest_at),
                "newest_size": one.newest_size,
                "newest_verified_at": instant(one.verified_at),
                "last_duration_seconds": one.last_duration,
                "median_duration_seconds": one.median_duration,
            }
            for one in found.kinds
        ],
        "days": [
            {"date": one.date.isoformat(), "kinds": list(one.kinds), "failed": one.failed}
            for one in found.days
        ],
        "sizes": [
            {"at": instant(one.at), "size": one.size, "includes_storage": one.full}
            for one in found.points
        ],
        "last_30_days": {"succeeded": found.succeeded, "failed": found.failed},
        "disk": {
            "free": found.free,
            "total": found.total,
            "kept_in_a_year": found.need.count,
            "needed_in_a_year": found.need.needed,
            "room": found.need.room,
            "fits": found.need.fits,
            "proposal": proposal_document(found.need),
            "growth_per_day": found.growth_a_day,
            "full_on": instant(found.full_on),
        },
    }
