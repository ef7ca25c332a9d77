"""Devices, invitations, and the password given once more, over HTTP."""

from functools import partial
from typing import Any
from uuid import UUID

import anyio
import anyio.to_thread
from fastapi import APIRouter, Request
from pydantic import BaseModel

from kuroibara_backup.api.access import Administrator, Engine, SignedIn, address_of
from kuroibara_backup.api.bodies import instant
from kuroibara_backup.api.routes import problem_router
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.devices import ALIVE, Device, Invitation, NewDevice, Scope


class ConfirmRequest(BaseModel):
    action: Action
    password: str
    totp_code: str | None = None


class DeviceRequest(BaseModel):
    name: str
    scopes: list[Scope] = [Scope.LIST, Scope.CREATE, Scope.DOWNLOAD]
    password: str | None = None
    totp_code: str | None = None


class RedeemRequest(BaseModel):
    code: str
    name: str


def devices_router() -> APIRouter:
    """Make the routes below /api/v1/backup; each is one call of the service."""
    router = problem_router("/api/v1/backup")
    hashing: list[anyio.CapacityLimiter] = []

    @router.post("/confirm")
    async def confirm(body: ConfirmRequest, service: Engine, caller: SignedIn) -> dict[str, Any]:
        if not hashing:  # a limiter belongs to a running event loop
            hashing.append(anyio.CapacityLimiter(2))
        confirming = partial(
            service.confirm.confirm, caller, body.action, body.password, body.totp_code
        )
        given = await anyio.to_thread.run_sync(confirming, limiter=hashing[0])
        return {
            "token": given.token,
            "action": given.action.value,
            "expires_at": instant(given.ends),
        }

    @router.get("/devices")
    def devices(service: Engine, caller: SignedIn) -> dict[str, Any]:
        return {
            "devices": [
                device_body(one, alive=service.devices.is_alive(one))
                for one in service.devices.list(caller)
            ],
            "invitations": [invitation_body(one) for one in service.devices.invitations(caller)],
        }

    @router.post("/devices", status_code=201)
    def make(body: DeviceRequest, service: Engine, caller: Administrator) -> dict[str, Any]:
        return _new_body(
            service.devices.make(
                caller,
                name=body.name,
                scopes=body.scopes,
                password=body.password,
                totp_code=body.totp_code,
            )
        )

    @router.delete("/devices/{device_id}")
    def revoke(device_id: UUID, service: Engine, caller: SignedIn) -> dict[str, str]:
        service.devices.revoke(caller, device_id)
        return {"message": "The device's token is no longer accepted"}

    @router.post("/devices/invitations", status_code=201)
    def invite(service: Engine, caller: Administrator) -> dict[str, Any]:
        new = service.devices.invite(caller)
        return {**invitation_body(new.invitation), "code": new.code}

    @router.delete("/devices/invitations/{invitation_id}")
    def withdraw(invitation_id: UUID, service: Engine, caller: SignedIn) -> dict[str, str]:
        service.devices.withdraw(caller, invitation_id)
        return {"message": "The invitation's code is no longer accepted"}

    @router.post("/devices/redeem", status_code=201)
    def redeem(body: RedeemRequest, request: Request, service: Engine) -> dict[str, Any]:
        return _new_body(service.devices.redeem(body.code, body.name, address=address_of(request)))

    return router


def device_body(device: Device, *, alive: bool) -> dict[str, Any]:
    return {
        "id": str(device.id),
        "name": device.name,
        "scopes": list(device.scopes),
        "user": device.user_name,
        "invited": device.invited,
        "created_at": instant(device.made_at),
        "last_used_at": instant(device.last_used_at),
        "last_address": device.last_address,
        "expires_at": instant(device.last_used_at + ALIVE),
        "revoked_at": instant(device.revoked_at),
        "alive": alive,
    }


def invitation_body(invitation: Invitation) -> dict[str, Any]:
    return {
        "id": str(invitation.id),
        "scopes": list(invitation.scopes),
        "user": invitation.user_name,
        "created_at": instant(invitation.made_at),
        "expires_at": instant(invitation.ends_at),
    }


def _new_body(new: NewDevice) -> dict[str, Any]:
    """The only answer that ever holds the token."""
    return {**device_body(new.device, alive=True), "token": new.token}
