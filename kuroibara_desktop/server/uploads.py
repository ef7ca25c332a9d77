"""The engine's calls that take a backup in, piece by piece."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING
from urllib.parse import quote

from kuroibara_desktop.core.uploads import Upload, UploadState
from kuroibara_desktop.server import fields, reading
from kuroibara_desktop.server.calling import SILENCE

if TYPE_CHECKING:
    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.server.calling import Calls


class UploadCalls:
    """What the server counts of an upload is on its disk; only that needs no sending again."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def begin(self, filename: str, *, size: int, sha256: str) -> Upload:
        """Enter an upload, or find the one of the very same file that was begun before."""
        return self._calls.tell(
            "POST",
            "/backup/uploads",
            {"filename": filename, "size": size, "sha256": sha256},
            upload,
            doing="beginning the upload",
        )

    def standing(self, upload_id: str) -> Upload:
        return self._calls.get(_path(upload_id), upload, "the upload")

    def send(self, upload_id: str, offset: int, piece: bytes) -> int:
        """Send one piece with its SHA-256; returns the byte to go on at."""
        digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        answer = self._calls.ask(
            "PUT",
            f"{_path(upload_id)}?offset={offset}",
            doing="sending the backup",
            content=piece,
            headers={
                "Content-Digest": f"sha-256=:{digest}:",
                "Content-Type": "application/octet-stream",
            },
            timeout=SILENCE,
        )
        return self._calls.read(answer, _offset, "what it took in")

    def complete(self, upload_id: str) -> ServerJob:
        """Have the server check what came and make a backup of it."""
        return self._calls.tell(
            "POST", f"{_path(upload_id)}/complete", None, reading.job, doing="ending the upload"
        )

    def remove(self, upload_id: str) -> None:
        """Forget an upload; a backup that it has become stays."""
        self._calls.ask("DELETE", _path(upload_id), doing="removing the upload")


def _path(upload_id: str) -> str:
    return f"/backup/uploads/{quote(upload_id, safe='')}"


def _offset(value: object) -> int:
    return fields.count(fields.an_object(value), "offset")


def upload(value: object) -> Upload:
    answer = fields.an_object(value)
    try:
        state = UploadState(fields.text(answer, "state"))
    except ValueError:
        raise fields.Misread("state") from None
    size, offset = fields.count(answer, "size"), fields.count(answer, "offset")
    if offset > size:
        raise fields.Misread("offset")
    return Upload(
        id=fields.an_identity(answer, "id"),
        filename=fields.text(answer, "filename"),
        size=size,
        sha256=fields.text(answer, "sha256"),
        state=state,
        offset=offset,
        piece_at_most=max(1, fields.count(answer, "chunk_size_max")),
        expires_at=fields.moment_or_none(answer.get("expires_at")),
        job_id=fields.optional(answer, "job_id"),
    )
