"""The engine's calls about devices and invitations."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.devices import Device, Invitation, NewDevice, Right
from kuroibara_desktop.core.errors import ServerUnreachable
from kuroibara_desktop.core.tokens import DeviceToken, Tokens
from kuroibara_desktop.server import fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kuroibara_desktop.core.restores import Proof
    from kuroibara_desktop.server.calling import Calls


_AT_ONCE = timedelta(seconds=2)  # clocks are told in whole seconds


class DeviceCalls:
    """Tokens for apps left running, and codes for people without an account."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._left: set[str] = set()  # tokens of ours that are to be revoked yet

    def all(self) -> tuple[tuple[Device, ...], tuple[Invitation, ...]]:
        return self._calls.get("/backup/devices", _all, "the devices")

    def make(
        self,
        name: str,
        rights: Iterable[Right],
        *,
        password: str | None = None,
        code: str | None = None,
    ) -> NewDevice:
        """Make a token for a device of one's own; the password is wanted for it.

        Right after a sign-in it need not be given again, nor a code, which is good once only.
        """
        question: dict[str, object] = {
            "name": name,
            "scopes": sorted(right.value for right in rights),
        }
        if password is not None:
            question["password"] = password
        if code:
            question["totp_code"] = code
        return self._calls.tell(
            "POST", "/backup/devices", question, _new, doing="making the device"
        )

    def revoke(self, device_id: str) -> None:
        self._calls.ask(
            "DELETE", f"/backup/devices/{quote(device_id, safe='')}", doing="revoking the device"
        )

    def invite(self, *, proof: Proof | None = None) -> Invitation:
        """A code that is good once, for a quarter of an hour; wants a proof."""
        return self._calls.tell(
            "POST",
            "/backup/devices/invitations",
            None,
            _invitation,
            doing="making an invitation",
            headers={} if proof is None else {"X-Confirm": proof.token},
        )

    def withdraw(self, invitation_id: str) -> None:
        self._calls.ask(
            "DELETE",
            f"/backup/devices/invitations/{quote(invitation_id, safe='')}",
            doing="withdrawing the invitation",
        )

    def redeem(self, code: str, name: str) -> NewDevice:
        """Turn an invitation's code into a device; needs no account and no sign-in."""
        return self._calls.tell(
            "POST",
            "/backup/devices/redeem",
            {"code": code, "name": name},
            _new,
            doing="handing in the invitation",
            signed=False,
        )

    def stay(self, name: str) -> None:
        """Give this computer a token of its own, so that it is not signed out one day.

        The sign-in must be fresh: it is the proof of the password. Where an answer was lost, now
        or before this app was killed, the device that nobody holds the token of is taken back.
        """
        session = self._calls.session
        if session.device_asked_at is not None:
            self._revoke_abandoned(name, session.device_asked_at)
        asked_at = self._calls.server_time().timestamp()
        session.asks_for_device(asked_at)
        try:
            made = self.make(name, Right)
        except ServerUnreachable:
            self._revoke_abandoned(name, asked_at)
            made = self.make(name, Right)
        session.own(DeviceToken(id=made.device.id, token=made.token))

    def _revoke_abandoned(self, name: str, since: float) -> None:
        """Take back devices of this name that were made since then, and never used."""
        for one in self.all()[0]:
            if one.created_at is None or one.last_used_at is None or not one.alive:
                continue
            unused = one.last_used_at - one.created_at < _AT_ONCE
            late = one.created_at.timestamp() > since - _AT_ONCE.total_seconds()
            if (one.name == name and unused and late) or one.id in self._left:
                self.revoke(one.id)

    def join(self, code: str, name: str) -> Device:
        """Hand in an invitation for this computer, and keep the token that it gives."""
        made = self.redeem(code, name)
        self._calls.session.begin(
            Tokens(access="", device=DeviceToken(id=made.device.id, token=made.token))
        )
        return made.device

    def leave(self, device: DeviceToken | None) -> None:
        """Revoke a token of this computer's own, if the server listens to who is signed in."""
        if device is not None:
            self._left.add(device.id)
            with suppress(BackupError):  # tried again by `stay`; unused, it ends by itself
                self.revoke(device.id)
                self._left.discard(device.id)


def _all(value: object) -> tuple[tuple[Device, ...], tuple[Invitation, ...]]:
    answer = fields.an_object(value)
    return (
        tuple(_device(one) for one in fields.objects(answer, "devices")),
        tuple(_invitation(one) for one in fields.objects(answer, "invitations")),
    )


def _device(answer: Mapping[str, object]) -> Device:
    known = {right.value: right for right in Right}
    return Device(
        id=fields.an_identity(answer, "id"),
        name=fields.shown(answer, "name"),
        rights=frozenset(known[s] for s in fields.shown_all(answer, "scopes") if s in known),
        user=fields.shown(answer, "user"),
        invited=fields.flag(answer, "invited"),
        alive=fields.flag(answer, "alive"),
        created_at=fields.moment_or_none(answer.get("created_at")),
        last_used_at=fields.moment_or_none(answer.get("last_used_at")),
        last_address=fields.shown(answer, "last_address") or None,
        expires_at=fields.moment_or_none(answer.get("expires_at")),
        revoked_at=fields.moment_or_none(answer.get("revoked_at")),
    )


def _new(value: object) -> NewDevice:
    answer = fields.an_object(value)
    return NewDevice(device=_device(answer), token=fields.text(answer, "token"))


def _invitation(value: object) -> Invitation:
    answer = fields.an_object(value)
    return Invitation(
        id=fields.an_identity(answer, "id"),
        user=fields.shown(answer, "user"),
        expires_at=fields.moment_or_none(answer.get("expires_at")),
        code=fields.optional(answer, "code"),
    )
