"""Uploads in pieces over HTTP: begin, send, ask where to go on, complete, remove."""

from typing import Annotated, Any
from uuid import UUID

from anyio.to_thread import run_sync
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.requests import ClientDisconnect

from kuroibara_backup.api.access import Administrator, Engine
from kuroibara_backup.api.bodies import instant, job_body
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.api.taking import closing, drain, length_of, take_in
from kuroibara_backup.errors import BackupError
from kuroibara_backup.service.pieces import CHUNK_MAX
from kuroibara_backup.service.uploads import CHUNK_ADVICE, Standing


class UploadRequest(BaseModel):
    filename: str
    size: int = Field(gt=0, lt=1 << 63)
    sha256: str = Field(pattern="^[0-9a-fA-F]{64}$")


def uploads_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")

    @router.post("/uploads", status_code=201)
    def begin(body: UploadRequest, service: Engine, caller: Administrator) -> JSONResponse:
        standing = service.uploads.begin(
            filename=body.filename,
            size=body.size,
            sha256=body.sha256,
            by=caller.actor,
        )
        where = f"/api/v1/backup/uploads/{standing.upload.id}"
        return JSONResponse(upload_body(standing), 201, headers={"Location": where})

    @router.get("/uploads/{upload_id}")
    def standing(upload_id: UUID, service: Engine, _: Administrator) -> dict[str, Any]:
        return upload_body(service.uploads.get(upload_id))

    @router.put("/uploads/{upload_id}")
    async def piece(
        upload_id: UUID,
        offset: Annotated[int, Query(ge=0)],
        request: Request,
        service: Engine,
        _: Administrator,
    ) -> Response:
        try:
            taken = await run_sync(
                lambda: service.uploads.piece(
                    upload_id,
                    offset,
                    content_digest=request.headers.get("content-digest"),
                    length=length_of(request),
                )
            )
            async with closing(taken):
                await take_in(request, taken.write)
                received = await run_sync(taken.finish)
        except BackupError:
            await drain(request)
            raise
        except ClientDisconnect:
            return Response(status_code=400)  # nobody reads it
        return JSONResponse({"offset": received}, headers={"Cache-Control": "no-store"})

    @router.post("/uploads/{upload_id}/complete", status_code=202)
    def complete(upload_id: UUID, service: Engine, caller: Administrator) -> dict[str, Any]:
        return job_body(service.uploads.complete(upload_id, caller.actor))

    @router.delete("/uploads/{upload_id}", status_code=204)
    def remove(upload_id: UUID, service: Engine, _: Administrator) -> None:
        service.uploads.remove(upload_id)

    @router.post("/archives/{backup_id}/drill", status_code=202)
    def drill(
        backup_id: UUID, service: Engine, caller: Administrator, land: bool = False
    ) -> dict[str, Any]:
        stored = service.backups.identified(backup_id)
        return job_body(service.drills.submit(stored, caller.actor, land=land))

    @router.get("/archives/{backup_id}/drill")
    def last_drill(backup_id: UUID, service: Engine, _: Administrator) -> dict[str, Any]:
        return dict(service.drills.last(service.backups.identified(backup_id)).report)

    @router.post("/archives/{backup_id}/verify", status_code=202)
    def verify(backup_id: UUID, service: Engine, caller: Administrator) -> dict[str, Any]:
        stored = service.backups.identified(backup_id)
        return job_body(service.verification.submit(stored, caller.actor))

    return router


def upload_body(standing: Standing) -> dict[str, Any]:
    """Where to go on, and in pieces of what size."""
    upload = standing.upload
    return {
        "id": str(upload.id),
        "filename": upload.published or upload.filename,
        "size": upload.size,
        "sha256": upload.sha256,
        "state": standing.state.value,
        "offset": standing.offset,
        "chunk_size": CHUNK_ADVICE,
        "chunk_size_max": CHUNK_MAX,
        "expires_at": instant(standing.expires_at),
        "job_id": str(standing.job.id) if standing.job is not None else None,
    }
