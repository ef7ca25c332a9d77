"""The engine inside another application: same paths, that application's users, its own errors."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import httpx
import jwt
import pytest
import uvicorn
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer

from kuroibara_backup.api.mount import backup_router
from tests.support.engine import KUROIBARA_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.engine import RunningEngine, User

BACKUP = "/api/v1/backup"
scheme = OAuth2PasswordBearer(tokenUrl="/api/v1/auth/login")


@dataclass
class HostUser:
    """What the application around us knows of a user: an object of its own."""

    id: UUID


async def get_current_user(token: Annotated[str, Depends(scheme)]) -> HostUser:
    try:
        return HostUser(UUID(jwt.decode(token, KUROIBARA_KEY, algorithms=["HS256"])["sub"]))
    except jwt.PyJWTError:
        raise HTTPException(401, "Could not validate credentials") from None


def host_application(engine: RunningEngine, *, own_users: bool) -> FastAPI:
    """A small Kuroibara: its own answers, and a backup router of its own that comes second."""
    app = FastAPI()

    @app.get("/api/v1/manga")
    async def manga() -> list[str]:
        return ["Paper Sea"]

    @app.get("/api/v1/broken")
    async def broken() -> None:
        raise HTTPException(418, "our own way to say it")

    app.include_router(
        backup_router(engine.service, current_user=get_current_user if own_users else None)
    )

    @app.get(f"{BACKUP}/list")
    async def old_list() -> dict[str, str]:
        return {"answered by": "the old one"}

    @app.get(f"{BACKUP}/only-theirs")
    async def only_theirs() -> dict[str, str]:
        return {"answered by": "the old one"}

    return app


@contextmanager
def hosted(app: FastAPI) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


def kuroibara_token(user: User, *, lifetime: int = 1800) -> str:
    """As Kuroibara's own log-in gives it."""
    import time

    claims: dict[str, Any] = {
        "sub": str(user.id),
        "type": "access",
        "exp": int(time.time()) + lifetime,
    }
    return jwt.encode(claims, KUROIBARA_KEY, algorithm="HS256")


@pytest.fixture(params=[True, False], ids=["its users", "our users"])
def client(engine: RunningEngine, request: pytest.FixtureRequest) -> Iterator[httpx.Client]:
    with (
        hosted(host_application(engine, own_users=request.param)) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        client.headers["Authorization"] = f"Bearer {kuroibara_token(engine.admin)}"
        yield client


def test_the_engine_answers_first_and_leaves_the_rest_alone(client: httpx.Client) -> None:
    assert "backups" in client.get(f"{BACKUP}/list").json()
    assert client.get(f"{BACKUP}/only-theirs").json() == {"answered by": "the old one"}
    assert client.get("/api/v1/manga").json() == ["Paper Sea"]
    # Errors of its own keep their form; neither health nor sign-in is taken from it.
    assert client.get("/api/v1/broken").json() == {"detail": "our own way to say it"}
    assert client.get("/nowhere").json() == {"detail": "Not Found"}
    assert client.get("/health").status_code == 404
    assert client.post("/api/v1/auth/login", json={}).status_code == 404


def test_a_backup_is_made_listed_and_fetched_through_the_host(
    client: httpx.Client, engine: RunningEngine
) -> None:
    asked = client.post(f"{BACKUP}/create", json={"backup_name": "hosted", "include_storage": True})
    assert asked.status_code == 200, asked.text
    engine.service.jobs.wait(UUID(asked.json()["job_id"]), 60)
    (item,) = client.get(f"{BACKUP}/list").json()["backups"]
    assert item["filename"] == "hosted.tar.gz"
    assert len(client.get(item["download_url"]).content) == item["size"]


def test_our_errors_are_problems_there_too(client: httpx.Client) -> None:
    missing = client.get(f"{BACKUP}/download/nothing.tar.gz")
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"
    assert missing.json()["detail"] == "Backup file not found"
    wrong = client.post(f"{BACKUP}/create", json={"include_storage": "perhaps"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_request")


def test_only_administrators_pass_whoever_recognised_them(
    client: httpx.Client, engine: RunningEngine
) -> None:
    headers = {"Authorization": f"Bearer {kuroibara_token(engine.reader)}"}
    refused = client.get(f"{BACKUP}/list", headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_administrator")
    stranger = client.get(f"{BACKUP}/list", headers={"Authorization": "Bearer nonsense"})
    assert stranger.status_code == 401


def test_the_password_is_asked_for_before_a_backup_goes(
    client: httpx.Client, engine: RunningEngine
) -> None:
    engine.create("to go", include_storage=False)
    # Nearly run out, so given long ago.
    client.headers["Authorization"] = f"Bearer {kuroibara_token(engine.admin, lifetime=60)}"
    refused = client.delete(f"{BACKUP}/delete/to go.tar.gz")
    assert (refused.status_code, refused.json()["code"]) == (403, "password_required")
    proof = client.post(
        f"{BACKUP}/confirm", json={"password": engine.admin.password, "action": "delete"}
    )
    assert proof.status_code == 200, proof.text
    gone = client.delete(
        f"{BACKUP}/delete/to go.tar.gz",
        headers={"X-Confirm": next(v for k, v in proof.json().items() if "token" in k)},
    )
    assert gone.status_code == 200, gone.text
