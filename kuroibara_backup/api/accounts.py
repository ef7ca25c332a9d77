"""Kuroibara's calls for signing in and out."""

from typing import Any

import anyio
import anyio.to_thread
from fastapi import APIRouter

from kuroibara_backup.api.access import BearerToken, Engine, SignedIn
from kuroibara_backup.api.bodies import LoginRequest, RefreshRequest, login_body, pair_body


def accounts_router() -> APIRouter:
    """Make the routes; hashing passwords never takes more than two threads from the others."""
    router = APIRouter(prefix="/api/v1")
    hashing: list[anyio.CapacityLimiter] = []

    @router.post("/auth/login")
    async def login(body: LoginRequest, service: Engine) -> dict[str, Any]:
        if not hashing:  # a limiter belongs to a running event loop
            hashing.append(anyio.CapacityLimiter(2))
        pair, account = await anyio.to_thread.run_sync(
            service.sign_in.login, body.username, body.password, body.totp_code, limiter=hashing[0]
        )
        return login_body(pair, account)

    @router.post("/auth/refresh")
    def refresh(body: RefreshRequest, service: Engine) -> dict[str, Any]:
        return pair_body(service.sign_in.refresh(body.refresh_token))

    @router.post("/auth/logout")
    def logout(_: BearerToken) -> dict[str, str]:
        return {"message": "Successfully logged out"}

    @router.get("/users/me")
    def me(caller: SignedIn) -> dict[str, Any]:
        return caller.account.profile

    return router
