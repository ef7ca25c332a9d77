"""What is done with the servers that are set up: looked at, switched, named, forgotten. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotFound
from kuroibara_desktop.secrets.ways import Ways
from kuroibara_desktop.server import Found

if TYPE_CHECKING:
    from kuroibara_desktop.core.ways import Way
    from kuroibara_desktop.profile import KnownServer, Profile
    from kuroibara_desktop.ui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One server that is set up; `signed_in` is None while the keyring does not say."""

    known: KnownServer
    in_use: bool
    signed_in: bool | None


def look(desk: Desk) -> tuple[Seen, ...]:
    """Every server that is set up, in an order of its own: switching moves none of them."""
    profile = desk.profile()
    found = [
        Seen(known=one, in_use=one == profile.server, signed_in=_signed_in(desk, one))
        for one in profile.servers
    ]
    return tuple(sorted(found, key=lambda one: (one.known.label.casefold(), one.known.address)))


def _signed_in(desk: Desk, known: KnownServer) -> bool | None:
    try:
        return desk.server(known).signed_in
    except BackupError:  # a keyring that is locked is not a sign-out
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """What became of a switch: nothing yet, where the server wants a sign-in first."""

    found: Found
    username: str | None
    done: bool


def switch(desk: Desk, address: str) -> Switched:
    """Use another server from now on; one that nobody is signed in at stays unused."""
    known = _of(desk.profile(), address)
    done = _signed_in(desk, known) is not False
    if done:
        desk.change(lambda profile: profile.using(_of(profile, address)))
    found = Found(
        address=known.address,
        engine=known.engine,
        version=None,
        instance_id=known.instance_id,
        https=known.address.startswith("https:"),
        pin=known.pin,
    )
    return Switched(found=found, username=known.username, done=done)


def rename(desk: Desk, address: str, name: str) -> None:
    """Call a server something else on this computer; an empty name is its host's again."""

    def renamed(profile: Profile) -> Profile:
        servers = tuple(
            replace(one, name=name.strip() or one.host) if one.address == address else one
            for one in profile.servers
        )
        return replace(profile, servers=servers)

    desk.change(renamed)


def forget(desk: Desk, address: str) -> None:
    """Take a server off the list; copies of it, and its sign-in in the keyring, stay."""
    desk.change(
        lambda profile: replace(
            profile, servers=tuple(one for one in profile.servers if one.address != address)
        )
    )


def sign_out(desk: Desk, address: str) -> None:
    """Forget the sign-in at one server, and tell it if it listens."""
    desk.server(_of(desk.profile(), address)).sign_out()


def way_to(desk: Desk, address: str) -> Way:
    """How a server is reached now."""
    return Ways(desk.store()).to(address)


def keep_way(desk: Desk, address: str, way: Way) -> BackupError | None:
    """Reach a server so from now on; returns why it does not answer, if it does not."""
    known = _of(desk.profile(), address)
    Ways(desk.store()).keep(address, way)
    try:
        desk.server_at(address, known.pin, way).capabilities(signed=False)
    except BackupError as error:
        return error
    return None


def _of(profile: Profile, address: str) -> KnownServer:
    found = next((one for one in profile.servers if one.address == address), None)
    if found is None:
        raise NotFound("This server is no longer set up.", remedy="Add it again.")
    return found
