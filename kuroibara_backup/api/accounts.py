"""Kuroibara's calls for signing in and out."""

from functools import partial
from typing import Any

import anyio
import anyio.to_thread
from fastapi import APIRouter, Request

from kuroibara_backup.api.access import BearerToken, Engine, SignedIn, address_of
from kuroibara_backup.api.bodies import LoginRequest, RefreshRequest, login_body, pair_body
from kuroibara_backup.api.routes import problem_router


def accounts_router() -> APIRouter:
    """Make the routes; hashing passwords never takes more than two threads from the others."""
    router = problem_router("/api/v1")
    hashing: list[anyio.CapacityLimiter] = []

    @router.post("/auth/login")
    async def login(body: LoginRequest, request: Request, service: Engine) -> dict[str, Any]:
        if not hashing:  # a limiter belongs to a running event loop
            hashing.append(anyio.CapacityLimiter(2))
        signing_in = partial(
            service.sign_in.login,
            body.username,
            body.password,
            body.totp_code,
            address=address_of(request),
        )
        pair, account = await anyio.to_thread.run_sync(signing_in, limiter=hashing[0])
        return login_body(pair, account)

    @router.post("/auth/refresh")
    def refresh(body: RefreshRequest, request: Request, service: Engine) -> dict[str, Any]:
        pair = service.sign_in.refresh(body.refresh_token, address=address_of(request))
        return pair_body(pair)

    @router.post("/auth/logout")
    def logout(token: BearerToken, request: Request, service: Engine) -> dict[str, str]:
        service.sign_in.logout(token, address=address_of(request))
        return {"message": "Successfully logged out"}

    @router.get("/users/me")
    def me(caller: SignedIn) -> dict[str, Any]:
        return caller.account.profile

    return router
