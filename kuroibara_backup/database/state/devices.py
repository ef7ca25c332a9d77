"""Which devices hold a token of their own, and which invitations are open?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from psycopg import sql
from psycopg.rows import dict_row

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A named token. It borrows the rights of `user_id`: its owner, or who invited its holder."""

    id: UUID
    name: str
    scopes: tuple[str, ...]
    user_id: UUID
    user_name: str
    invited: bool
    made_at: datetime
    last_used_at: datetime
    last_address: str | None = None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A code that makes one device, once. The code itself is not kept."""

    id: UUID
    scopes: tuple[str, ...]
    user_id: UUID
    user_name: str
    made_at: datetime
    ends_at: datetime


_DEVICE = sql.SQL(", ").join(map(sql.Identifier, Device.__slots__))
_INVITATION = sql.SQL(", ").join(map(sql.Identifier, Invitation.__slots__))


def add(url: str, device: Device, token_hash: bytes) -> None:
    with connected(url, doing="a device was added") as connection:
        connection.execute(_INSERT, {**_values(device), "token_hash": token_hash})


def by_token(url: str, token_hash: bytes) -> Device | None:
    return _one(url, sql.SQL("token_hash = %(value)s"), token_hash)


def by_id(url: str, device_id: UUID) -> Device | None:
    return _one(url, sql.SQL("id = %(value)s"), device_id)


def devices(url: str, user_id: UUID | None) -> tuple[Device, ...]:
    """Those of a user, or everybody's; the newest first."""
    query = sql.SQL(
        "SELECT {} FROM device WHERE %(user)s::uuid IS NULL OR user_id = %(user)s"
        " ORDER BY made_at DESC, id"
    ).format(_DEVICE)
    with kept(url, doing="the devices were listed") as connection:
        cursor = connection.cursor(row_factory=dict_row)
        return tuple(_device(row) for row in cursor.execute(query, {"user": user_id}))


def used(url: str, device_id: UUID, at: datetime, address: str | None) -> None:
    with kept(url, doing="the use of a device was noted") as connection:
        connection.execute(
            "UPDATE device SET last_used_at = greatest(last_used_at, %s), last_address = %s"
            " WHERE id = %s",
            (at, address, device_id),
        )


def revoke(url: str, device_id: UUID, at: datetime) -> bool:
    """Take the token back at once; False when it was, already."""
    with connected(url, doing="a device was revoked") as connection:
        return (
            connection.execute(
                "UPDATE device SET revoked_at = %s WHERE id = %s AND revoked_at IS NULL",
                (at, device_id),
            ).rowcount
            == 1
        )


def invite(url: str, invitation: Invitation, code_hash: bytes) -> None:
    values = {name: getattr(invitation, name) for name in Invitation.__slots__}
    with connected(url, doing="an invitation was made") as connection:
        connection.execute(
            "INSERT INTO invitation (id, code_hash, scopes, user_id, user_name, made_at, ends_at)"
            " VALUES (%(id)s, %(code_hash)s, %(scopes)s, %(user_id)s, %(user_name)s, %(made_at)s,"
            " %(ends_at)s)",
            {**values, "scopes": list(invitation.scopes), "code_hash": code_hash},
        )


def invitations(url: str, user_id: UUID | None, now: datetime) -> tuple[Invitation, ...]:
    """Those that are still open, of a user or everybody's."""
    query = sql.SQL(
        "SELECT {} FROM invitation WHERE used_at IS NULL AND revoked_at IS NULL"
        " AND ends_at > %(now)s AND (%(user)s::uuid IS NULL OR user_id = %(user)s)"
        " ORDER BY made_at DESC"
    ).format(_INVITATION)
    with kept(url, doing="the invitations were listed") as connection:
        cursor = connection.cursor(row_factory=dict_row)
        found = cursor.execute(query, {"now": now, "user": user_id})
        return tuple(_invitation(row) for row in found)


def withdraw(url: str, invitation_id: UUID, user_id: UUID | None, now: datetime) -> bool:
    """Close an open invitation, of this user or anybody's; False when there is none."""
    with connected(url, doing="an invitation was withdrawn") as connection:
        return (
            connection.execute(
                "UPDATE invitation SET revoked_at = %(now)s WHERE id = %(id)s"
                " AND used_at IS NULL AND revoked_at IS NULL AND ends_at > %(now)s"
                " AND (%(user)s::uuid IS NULL OR user_id = %(user)s)",
                {"id": invitation_id, "user": user_id, "now": now},
            ).rowcount
            == 1
        )


def invited_by(url: str, code_hash: bytes, now: datetime) -> Invitation | None:
    """The open invitation of this code."""
    query = sql.SQL(
        "SELECT {} FROM invitation WHERE code_hash = %s AND used_at IS NULL"
        " AND revoked_at IS NULL AND ends_at > %s"
    ).format(_INVITATION)
    with kept(url, doing="an invitation was looked up") as connection:
        cursor = connection.cursor(row_factory=dict_row)
        row = cursor.execute(query, (code_hash, now)).fetchone()
    return None if row is None else _invitation(row)


def redeem(url: str, invitation_id: UUID, device: Device, token_hash: bytes) -> bool:
    """Use an invitation up and add its device, both or neither; False when it was used before."""
    with connected(url, doing="an invitation was used") as connection:
        taken = connection.execute(
            "UPDATE invitation SET used_at = %s"
            " WHERE id = %s AND used_at IS NULL AND revoked_at IS NULL",
            (device.made_at, invitation_id),
        ).rowcount
        if taken:
            connection.execute(_INSERT, {**_values(device), "token_hash": token_hash})
        return taken == 1


def sweep(url: str, *, devices_before: datetime, invitations_before: datetime) -> None:
    """Forget devices that nobody has used since then, and invitations that ended before then."""
    with connected(url, doing="old devices were forgotten") as connection:
        connection.execute(
            "DELETE FROM device WHERE coalesce(revoked_at, last_used_at) < %s", (devices_before,)
        )
        connection.execute("DELETE FROM invitation WHERE ends_at < %s", (invitations_before,))


_INSERT = sql.SQL("INSERT INTO device ({}, token_hash) VALUES ({}, %(token_hash)s)").format(
    _DEVICE, sql.SQL(", ").join(map(sql.Placeholder, Device.__slots__))
)


def _values(device: Device) -> dict[str, Any]:
    values = {name: getattr(device, name) for name in Device.__slots__}
    return {**values, "scopes": list(device.scopes)}


def _one(url: str, condition: sql.SQL, value: object) -> Device | None:
    query = sql.SQL("SELECT {} FROM device WHERE {}").format(_DEVICE, condition)
    with kept(url, doing="a device was looked up") as connection:
        cursor = connection.cursor(row_factory=dict_row)
        row = cursor.execute(query, {"value": value}).fetchone()
    return None if row is None else _device(row)


def _device(row: Mapping[str, Any]) -> Device:
    return Device(**{**row, "scopes": tuple(row["scopes"])})


def _invitation(row: Mapping[str, Any]) -> Invitation:
    return Invitation(**{**row, "scopes": tuple(row["scopes"])})
