"""The engine as part of another FastAPI application, such as Kuroibara itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from kuroibara_backup.api.access import Mounted
from kuroibara_backup.api.audit import audit_router
from kuroibara_backup.api.backups import backups_router
from kuroibara_backup.api.devices import devices_router
from kuroibara_backup.api.events import events_router
from kuroibara_backup.api.health import statistics_router
from kuroibara_backup.api.orphans import orphans_router
from kuroibara_backup.api.restores import restores_router
from kuroibara_backup.api.retention import retention_router
from kuroibara_backup.api.schedule import schedule_router
from kuroibara_backup.api.upload_restore import upload_restore_router
from kuroibara_backup.api.uploads import uploads_router

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.service.engine import Service

BELOW_BACKUP = (
    backups_router,
    devices_router,
    audit_router,
    events_router,
    statistics_router,
    orphans_router,
    restores_router,
    retention_router,
    schedule_router,
    uploads_router,
    upload_restore_router,
)
"""Everything below /api/v1/backup."""


def backup_router(service: Service, *, current_user: Callable[..., Any] | None = None) -> APIRouter:
    """Make the routes below /api/v1/backup for `app.include_router`, before Kuroibara's own.

    `current_user` is the application's own dependency; what it gives needs an `id`, the user's
    UUID, and whoever it refuses is refused. The engine then decides who of them is an
    administrator. Without it the engine reads the bearer tokens itself, devices' tokens included.
    Open the service with `opened`, call `start(worker=False)`, and run `kuroibara-backup worker`
    beside the application: no job is carried out inside it.
    """

    async def engine_decides(request: Request) -> None:
        request.state.kuroibara_backup = Mounted(service, None)

    recognised = Depends(current_user)

    async def application_decides(request: Request, user: Any = recognised) -> None:
        request.state.kuroibara_backup = Mounted(service, UUID(str(user.id)))

    bind = engine_decides if current_user is None else application_decides
    router = APIRouter(dependencies=[Depends(bind)])
    for part in BELOW_BACKUP:
        router.include_router(part())
    return router
