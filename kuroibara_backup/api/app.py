"""The HTTP server, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from kuroibara_backup.api import problems
from kuroibara_backup.api.accounts import accounts_router
from kuroibara_backup.api.audit import audit_router
from kuroibara_backup.api.backups import backup_router
from kuroibara_backup.api.devices import devices_router
from kuroibara_backup.api.events import events_router
from kuroibara_backup.api.health import health_router
from kuroibara_backup.api.orphans import orphans_router
from kuroibara_backup.api.restores import restores_router
from kuroibara_backup.api.retention import retention_router
from kuroibara_backup.api.schedule import schedule_router
from kuroibara_backup.api.upload_restore import upload_restore_router
from kuroibara_backup.api.uploads import uploads_router
from kuroibara_backup.version import tool_version

if TYPE_CHECKING:
    from kuroibara_backup.service.engine import Service


def create_app(service: Service) -> FastAPI:
    """Make the application; the service stays the caller's to close."""
    app = FastAPI(
        title="Kuroibara Backup",
        version=tool_version(),
        openapi_url="/api/openapi.json",
        # The usual documentation pages load scripts from other hosts.
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    app.include_router(accounts_router())
    app.include_router(backup_router())
    app.include_router(devices_router())
    app.include_router(audit_router())
    app.include_router(events_router())
    app.include_router(health_router())
    app.include_router(orphans_router())
    app.include_router(restores_router())
    app.include_router(retention_router())
    app.include_router(schedule_router())
    app.include_router(uploads_router())
    app.include_router(upload_restore_router())
    problems.install(app)
    return app
