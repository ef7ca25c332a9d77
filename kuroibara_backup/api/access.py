"""Whose request is this? The bearer header, and who may go on."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from kuroibara_backup.errors import NotSignedIn
from kuroibara_backup.service.devices import Scope, must_be_person, must_have_scope
from kuroibara_backup.service.engine import Service
from kuroibara_backup.service.signin import Caller


@dataclass(frozen=True, slots=True)
class Mounted:
    """What a request is about when the engine is part of another application.

    `user` is whom that application has recognised; None where it leaves that to the engine.
    """

    service: Service
    user: UUID | None


def mounted(request: Request) -> Mounted | None:
    found: Mounted | None = getattr(request.state, "kuroibara_backup", None)
    return found


async def the_service(request: Request) -> Service:
    host = mounted(request)
    service: Service = request.app.state.service if host is None else host.service
    return service


Engine = Annotated[Service, Depends(the_service)]


async def optional_token(request: Request) -> str | None:
    """The bearer token, whatever is in it; None without one. Tokens in the address do not count."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


OptionalToken = Annotated[str | None, Depends(optional_token)]


def a_token(token: OptionalToken) -> str:
    if token is None:
        raise NotSignedIn("Not authenticated", remedy="Sign in first.", code="not_authenticated")
    return token


async def bearer_token(token: OptionalToken) -> str:
    return a_token(token)


BearerToken = Annotated[str, Depends(bearer_token)]


def signed_in(request: Request, service: Engine, token: OptionalToken) -> Caller:
    caller = _caller(request, service, token)
    must_be_person(caller)
    return caller


SignedIn = Annotated[Caller, Depends(signed_in)]


def administrator(request: Request, service: Engine, token: OptionalToken) -> Caller:
    # In one call, because each dependency of its own costs a trip to another thread.
    caller = signed_in(request, service, token)
    service.permission.must_back_up(caller.account)
    return caller


Administrator = Annotated[Caller, Depends(administrator)]


def _holder(scope: Scope) -> Callable[[Request, Service, str | None], Caller]:
    def holder(request: Request, service: Engine, token: OptionalToken) -> Caller:
        caller = _caller(request, service, token)
        must_have_scope(caller, scope)
        service.permission.must_back_up(caller.account)
        return caller

    return holder


# An administrator, or a device that may do this one thing.
Lister = Annotated[Caller, Depends(_holder(Scope.LIST))]
Creator = Annotated[Caller, Depends(_holder(Scope.CREATE))]
Downloader = Annotated[Caller, Depends(_holder(Scope.DOWNLOAD))]


def address_of(request: Request) -> str | None:
    """Where the call comes from; the server has looked behind the proxies that it trusts."""
    try:
        return str(ip_address(request.client.host)) if request.client is not None else None
    except ValueError:  # a proxy's word that is no address, or a socket's name
        return None


def _caller(request: Request, service: Service, token: str | None) -> Caller:
    host, address = mounted(request), address_of(request)
    confirmation = request.headers.get("x-confirm")
    if host is not None and host.user is not None:
        return service.rights.vouched_for(
            host.user, token, address=address, confirmation=confirmation
        )
    return service.rights.who(a_token(token), address=address, confirmation=confirmation)
