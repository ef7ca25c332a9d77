"""Kuroibara's backup calls, and what the engine adds to them."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from kuroibara_backup.api.access import (
    Administrator,
    Creator,
    Downloader,
    Engine,
    Lister,
    OptionalToken,
)
from kuroibara_backup.api.bodies import CreateRequest, ListRenderer, instant, job_body
from kuroibara_backup.api.download import respond
from kuroibara_backup.api.routes import problem_router


def backups_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")
    rendered = ListRenderer()

    @router.get("/capabilities")
    def capabilities(service: Engine, token: OptionalToken) -> dict[str, Any]:
        told = service.capabilities(token)
        return {**told, "time": instant(told["time"])}

    @router.get("/list")
    def backups(service: Engine, _: Lister) -> Response:
        return Response(
            rendered(service.backups.listed()),
            media_type="application/json",
            headers={"Cache-Control": "no-store"},
        )

    @router.post("/create")
    def create(body: CreateRequest, service: Engine, caller: Creator) -> dict[str, Any]:
        job = service.creations.submit(
            name=body.backup_name or None,
            include_storage=body.include_storage,
            encrypted=body.encrypted,
            requested_by=caller.account.id,
            by=caller.actor,
        )
        return {
            "message": "Backup creation started",
            "backup_name": job.backup_name,
            "estimated_duration": "minutes to hours, by the size of the library"
            if body.include_storage
            else "seconds to minutes",
            "job_id": str(job.id),
        }

    @router.head("/download/{filename}", include_in_schema=False)
    @router.get("/download/{filename}")
    def download(filename: str, request: Request, service: Engine, caller: Downloader) -> Response:
        fetches = request.method != "HEAD"
        return respond(
            request, service.backups.open_download(filename, by=caller.actor if fetches else None)
        )

    @router.delete("/delete/{filename}")
    def delete(filename: str, service: Engine, caller: Administrator) -> dict[str, str]:
        service.backups.delete(filename, caller)
        return {"message": f"Backup {filename} deleted successfully"}

    @router.get("/jobs")
    def jobs(service: Engine, _: Creator) -> dict[str, Any]:
        return {"jobs": [job_body(job) for job in service.jobs.list()]}

    @router.get("/jobs/{job_id}")
    def job(job_id: UUID, service: Engine, _: Creator) -> dict[str, Any]:
        return job_body(service.jobs.get(job_id))

    @router.post("/jobs/{job_id}/cancel", status_code=202)
    def cancel(job_id: UUID, service: Engine, _: Administrator) -> dict[str, Any]:
        return job_body(service.jobs.cancel(job_id))

    @router.get("/archives/{backup_id}/metadata")
    def metadata(backup_id: UUID, service: Engine, _: Downloader) -> JSONResponse:
        return JSONResponse(dict(service.backups.metadata(backup_id)))

    @router.get("/archives/{backup_id}/index")
    def index(backup_id: UUID, service: Engine, _: Downloader) -> StreamingResponse:
        return StreamingResponse(
            service.backups.index(backup_id), media_type="application/x-ndjson"
        )

    @router.get("/archives/{backup_id}/series")
    def series(backup_id: UUID, service: Engine, _: Downloader) -> dict[str, Any]:
        found = service.backups.series(backup_id)
        return {"series": [asdict(one) for one in found]}

    return router
