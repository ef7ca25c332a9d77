"""The HTTP server, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI

from kuroibara_backup.api import problems
from kuroibara_backup.api.accounts import accounts_router
from kuroibara_backup.api.health import health_router
from kuroibara_backup.api.mount import BELOW_BACKUP
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
    for router in (accounts_router, health_router, *BELOW_BACKUP):
        app.include_router(router())
    problems.install(app)
    return app
