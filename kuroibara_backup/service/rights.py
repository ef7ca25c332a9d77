"""Who is who, and who may what: the parts that decide it, put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kuroibara_backup.service.audit import Audit
from kuroibara_backup.service.confirm import Confirm
from kuroibara_backup.service.devices import Devices, is_device_token
from kuroibara_backup.service.limits import Limiter
from kuroibara_backup.service.passwords import Passwords
from kuroibara_backup.service.permission import Permission
from kuroibara_backup.service.signin import Caller, SignIn
from kuroibara_backup.service.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What every door asks before anything is done."""

    audit: Audit
    permission: Permission
    sign_in: SignIn
    confirm: Confirm
    devices: Devices
    limiter: Limiter

    def who(
        self, token: str, *, address: str | None = None, confirmation: str | None = None
    ) -> Caller:
        """The caller behind a bearer token: a person's, ours or Kuroibara's, or a device's."""
        if is_device_token(token):
            caller = self.devices.who(token, address)
        else:
            caller = self.sign_in.who(token)
        return replace(caller, address=address, confirmation=confirmation)

    def vouched_for(
        self,
        user: UUID,
        token: str | None,
        *,
        address: str | None = None,
        confirmation: str | None = None,
    ) -> Caller:
        """The caller whom the application that we are mounted in has recognised."""
        caller = self.sign_in.vouched_for(user, token)
        return replace(caller, address=address, confirmation=confirmation)

    def sweep(self) -> None:
        """Forget what has run out: sign-ins, attempts, devices, acts of more than two years ago."""
        self.sign_in.sweep()
        self.limiter.sweep()
        self.devices.sweep()
        self.audit.forget_old()


def rights_of(settings: Settings, state: State, now: Callable[[], datetime]) -> Rights:
    url = settings.kuroibara_url
    key = settings.jwt_secret_key
    tokens = Tokens(
        own_key=state.signing_key,
        kuroibara_key=key.get_secret_value() if key is not None else None,
        kuroibara_algorithm=settings.jwt_algorithm,
        kuroibara_proves=settings.backup_kuroibara_proof,
    )
    audit = Audit(state.url, now)
    limiter = Limiter(state.url, state.signing_key, now)
    passwords = Passwords(url, state.url, limiter, now)
    permission = Permission(url, state.url, audit)
    confirm = Confirm(tokens, passwords, audit, now)
    return Rights(
        audit=audit,
        permission=permission,
        sign_in=SignIn(url, state.url, tokens, passwords, audit, now),
        confirm=confirm,
        devices=Devices(
            url=url,
            state_url=state.url,
            permission=permission,
            confirm=confirm,
            limiter=limiter,
            audit=audit,
            now=now,
        ),
        limiter=limiter,
    )
