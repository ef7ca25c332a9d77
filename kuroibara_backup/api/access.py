"""Whose request is this? The bearer header, and who may go on."""

from typing import Annotated

from fastapi import Depends, Request

from kuroibara_backup.errors import NotSignedIn
from kuroibara_backup.service.engine import Service
from kuroibara_backup.service.signin import Caller


async def the_service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


Engine = Annotated[Service, Depends(the_service)]


async def optional_token(request: Request) -> str | None:
    """The bearer token, whatever is in it; None without one. Tokens in the address do not count."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


OptionalToken = Annotated[str | None, Depends(optional_token)]


async def bearer_token(token: OptionalToken) -> str:
    if token is None:
        raise NotSignedIn("Not authenticated", remedy="Sign in first.", code="not_authenticated")
    return token


BearerToken = Annotated[str, Depends(bearer_token)]


def signed_in(service: Engine, token: BearerToken) -> Caller:
    return service.who(token)


SignedIn = Annotated[Caller, Depends(signed_in)]


def administrator(service: Engine, token: BearerToken) -> Caller:
    # In one call, because each dependency of its own costs a trip to another thread.
    caller = service.who(token)
    service.permission.must_back_up(caller.account)
    return caller


Administrator = Annotated[Caller, Depends(administrator)]
