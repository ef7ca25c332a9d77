"""Sends a file to a server in pieces, as a client of ours would."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from tests.support.waiting import until

if TYPE_CHECKING:
    import httpx

PIECE = 64 * 1024


def content_digest(data: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(data).digest()).decode()}:"


def refused(answer: httpx.Response, status: int, code: str) -> None:
    """It was refused for this reason, with a sentence and what to do."""
    body = answer.json()
    assert (answer.status_code, body["code"]) == (status, code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert body["detail"]
    assert body["remedy"]


def begin(client: httpx.Client, filename: str, content: bytes) -> dict[str, Any]:
    answer = client.post(
        "/backup/uploads",
        json={
            "filename": filename,
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        },
    )
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


def put(
    client: httpx.Client, upload_id: str, offset: int, data: bytes, *, digest: str | None = None
) -> httpx.Response:
    return client.put(
        f"/backup/uploads/{upload_id}",
        params={"offset": offset},
        content=data,
        headers={"Content-Digest": digest or content_digest(data)},
    )


def send(client: httpx.Client, upload_id: str, content: bytes, *, piece: int = PIECE) -> None:
    """Send what is missing, from where the server says."""
    offset = client.get(f"/backup/uploads/{upload_id}").json()["offset"]
    while offset < len(content):
        answer = put(client, upload_id, offset, content[offset : offset + piece])
        # The last piece of a client that was killed may come in after it was asked about.
        late = answer.status_code == 409 and answer.json()["code"] == "offset_conflict"
        assert answer.status_code == 200 or late, answer.text
        offset = answer.json()["offset"]


def complete(client: httpx.Client, upload_id: str) -> dict[str, Any]:
    """Complete it and wait for the job's end."""
    answer = client.post(f"/backup/uploads/{upload_id}/complete")
    assert answer.status_code == 202, answer.text
    return ended(client, answer.json()["id"])


def ended(client: httpx.Client, job_id: str, timeout: float = 60) -> dict[str, Any]:
    """The job once it is over."""

    def over() -> dict[str, Any]:
        job: dict[str, Any] = client.get(f"/backup/jobs/{job_id}").json()
        return job if job["state"] in {"succeeded", "failed", "cancelled"} else {}

    return until(over, seconds=timeout)


def uploaded(client: httpx.Client, filename: str, content: bytes) -> dict[str, Any]:
    """The whole way; returns the job."""
    told = begin(client, filename, content)
    send(client, told["id"], content)
    return complete(client, told["id"])
