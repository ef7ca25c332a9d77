"""Which devices may list, create or download with a token of their own?

A *device* is an app left running, a weekly cron job, or a friend's computer that holds copies. Its
token is shown once and kept as a digest; it does nothing that a stolen one could destroy with.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid4

from kuroibara_backup.database.kuroibara.accounts import account_by_id
from kuroibara_backup.database.state import devices as table
from kuroibara_backup.database.state.devices import Device as Device
from kuroibara_backup.database.state.devices import Invitation as Invitation
from kuroibara_backup.errors import InvalidRequest, NotAllowed, NotFound
from kuroibara_backup.service.audit import Act, Actor, Via
from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.passwords import must_be_active
from kuroibara_backup.service.signin import Caller
from kuroibara_backup.service.tokens import TokenType, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.confirm import Confirm
    from kuroibara_backup.service.limits import Limiter
    from kuroibara_backup.service.permission import Permission

PREFIX: Final = "kbd_"
ALIVE: Final = timedelta(days=180)
INVITATION: Final = timedelta(minutes=15)
LONGEST_NAME: Final = 100
_NOTED_EVERY: Final = timedelta(minutes=1)
_LISTED_FOR: Final = timedelta(days=360)
# No letter or digit that is taken for another one when it is read out.
_LETTERS: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_CODE_LENGTH: Final = 12


class Scope(Enum):
    """What a device may do; nothing else, whatever its owner may."""

    LIST = "list"
    CREATE = "create"
    DOWNLOAD = "download"


FRIEND: Final = (Scope.LIST, Scope.DOWNLOAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDevice:
    """A device and its token, which is told this once."""

    device: Device
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInvitation:
    """An invitation and its code, which is told this once."""

    invitation: Invitation
    code: str = field(repr=False)


class Devices:
    """Makes devices, lists them, takes them back, and tells who calls with one."""

    def __init__(
        self,
        *,
        url: str,
        state_url: str,
        permission: Permission,
        confirm: Confirm,
        limiter: Limiter,
        audit: Audit,
        now: Callable[[], datetime],
    ) -> None:
        self._url = url
        self._state_url = state_url
        self._permission = permission
        self._confirm = confirm
        self._limiter = limiter
        self._audit = audit
        self._now = now

    def make(
        self,
        caller: Caller,
        *,
        name: str,
        scopes: Iterable[Scope],
        password: str | None = None,
        totp_code: str | None = None,
    ) -> NewDevice:
        """Make a device of the caller's; wants the password, just now or in this very call."""
        name, wanted = _name(name), _scopes(scopes)
        with self._audit.recording(
            Act.DEVICE_MADE, by=caller.actor, subject=name, details={"scopes": " ".join(wanted)}
        ):
            if password is not None:
                self._confirm.check_password(caller, Action.DEVICE, password, totp_code)
            else:
                self._confirm.must_be_proved(caller, Action.DEVICE)
            device = self._new(name, wanted, caller.account.id, caller.account.username)
            token = _new_token()
            table.add(self._state_url, device, _digest(token))
        return NewDevice(device=device, token=token)

    def invite(self, caller: Caller) -> NewInvitation:
        """Make a code that lets one friend, with or without an account, list and download."""
        with self._audit.recording(Act.INVITATION_MADE, by=caller.actor):
            self._confirm.must_be_proved(caller, Action.DEVICE)
            now = self._now()
            invitation = Invitation(
                id=uuid4(),
                scopes=tuple(scope.value for scope in FRIEND),
                user_id=caller.account.id,
                user_name=caller.account.username,
                made_at=now,
                ends_at=now + INVITATION,
            )
            code = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LENGTH))
            table.invite(self._state_url, invitation, _digest(code))
        return NewInvitation(
            invitation=invitation, code="-".join(code[at : at + 4] for at in range(0, 12, 4))
        )

    def redeem(self, code: str, name: str, *, address: str | None) -> NewDevice:
        """Turn an invitation's code into a device, once; guessing has to wait."""
        name = _name(name)
        attempt = self._limiter.code(address)
        now = self._now()
        invitation = table.invited_by(self._state_url, _digest(_typed(code)), now)
        by = Actor(via=Via.HTTP, device=name, address=address)
        with self._audit.recording(Act.INVITATION_USED, by=by, subject=name):
            if invitation is None:
                raise _no_invitation()
            device = self._new(
                name, invitation.scopes, invitation.user_id, invitation.user_name, invited=True
            )
            token = _new_token()
            if not table.redeem(self._state_url, invitation.id, device, _digest(token)):
                raise _no_invitation()
            attempt.succeeded(now)
        return NewDevice(device=device, token=token)

    def list(self, caller: Caller) -> tuple[Device, ...]:
        """The caller's own; an administrator sees everybody's."""
        return table.devices(self._state_url, self._whose(caller))

    def list_all(self) -> tuple[Device, ...]:
        return table.devices(self._state_url, None)

    def invitations(self, caller: Caller) -> tuple[Invitation, ...]:
        """Those that are open: the caller's own, or everybody's for an administrator."""
        return table.invitations(self._state_url, self._whose(caller), self._now())

    def revoke(self, caller: Caller, device_id: UUID) -> None:
        """Take a device's token back at once: an own one, or any for an administrator."""
        device = table.by_id(self._state_url, device_id)
        whose = self._whose(caller)
        if device is None or (whose is not None and device.user_id != whose):
            raise _no_device()
        self._revoke(device, caller.actor)

    def revoke_now(self, device_id: UUID, by: Actor) -> Device:
        """The same for whoever runs this machine."""
        device = table.by_id(self._state_url, device_id)
        if device is None:
            raise _no_device()
        self._revoke(device, by)
        return device

    def withdraw(self, caller: Caller, invitation_id: UUID) -> None:
        """Close an open invitation before anybody uses it."""
        whose = self._whose(caller)
        if not table.withdraw(self._state_url, invitation_id, whose, self._now()):
            raise NotFound(
                "There is no open invitation with this id.",
                remedy="It may have been used: look at the list of devices.",
                code="no_such_invitation",
            )
        self._audit.record(Act.INVITATION_REVOKED, by=caller.actor, subject=str(invitation_id))

    def who(self, token: str, address: str | None) -> Caller:
        """The caller behind a device's token."""
        now = self._now()
        device = table.by_token(self._state_url, _digest(token))
        if device is None or not self.is_alive(device):
            raise refusal(TokenType.ACCESS)
        account = account_by_id(self._url, device.user_id)
        if account is None:
            raise refusal(TokenType.ACCESS)
        must_be_active(account)
        if now - device.last_used_at > _NOTED_EVERY:
            table.used(self._state_url, device.id, now, address)
        return Caller(account=account, device=device)

    def is_alive(self, device: Device) -> bool:
        return device.revoked_at is None and self._now() - device.last_used_at < ALIVE

    def sweep(self) -> None:
        now = self._now()
        table.sweep(
            self._state_url,
            devices_before=now - _LISTED_FOR,
            invitations_before=now - timedelta(days=1),
        )

    def _new(
        self,
        name: str,
        scopes: tuple[str, ...],
        user_id: UUID,
        user_name: str,
        *,
        invited: bool = False,
    ) -> Device:
        now = self._now()
        return Device(
            id=uuid4(),
            name=name,
            scopes=scopes,
            user_id=user_id,
            user_name=user_name,
            invited=invited,
            made_at=now,
            last_used_at=now,
        )

    def _revoke(self, device: Device, by: Actor) -> None:
        if table.revoke(self._state_url, device.id, self._now()):
            self._audit.record(Act.DEVICE_REVOKED, by=by, subject=device.name)

    def _whose(self, caller: Caller) -> UUID | None:
        return None if self._permission.may_back_up(caller.account) else caller.account.id


def is_device_token(token: str) -> bool:
    return token.startswith(PREFIX)


def must_be_person(caller: Caller) -> None:
    """Raise for a device, whatever its scopes."""
    if caller.device is not None:
        raise NotAllowed(
            "A device may not do this.",
            remedy="Sign in with your password for it.",
            code="device_not_allowed",
        )


def must_have_scope(caller: Caller, scope: Scope) -> None:
    """Raise for a device without this scope; people have them all."""
    if caller.device is not None and scope.value not in caller.device.scopes:
        raise NotAllowed(
            f"This device may not {scope.value} backups.",
            remedy=f"Make one with the scope {scope.value!r}.",
            code="device_not_allowed",
        )


def _new_token() -> str:
    return PREFIX + secrets.token_urlsafe(32)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()


def _typed(code: str) -> str:
    """The code as it was made, however it was typed."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _name(name: str) -> str:
    clean = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    if not clean or len(clean) > LONGEST_NAME:
        raise InvalidRequest(
            f"The device was not made: its name must have 1 to {LONGEST_NAME} characters.",
            remedy="Name it after the computer that will use it.",
        )
    return clean


def _scopes(scopes: Iterable[Scope]) -> tuple[str, ...]:
    wanted = set(scopes)
    if not wanted:
        raise InvalidRequest(
            "The device was not made: it was not said what it may do.",
            remedy="Give at least one scope: list, create, download.",
        )
    return tuple(scope.value for scope in Scope if scope in wanted)


def _no_device() -> NotFound:
    return NotFound(
        "There is no device with this id.",
        remedy="Reload the list of devices.",
        code="no_such_device",
    )


def _no_invitation() -> NotAllowed:
    return NotAllowed(
        "No device was made: this code is wrong, was used before, or has run out.",
        remedy="Ask for a new invitation; it holds for 15 minutes, and once.",
        code="invitation_invalid",
    )
