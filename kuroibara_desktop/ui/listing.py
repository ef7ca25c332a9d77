"""One look at both sides: what the server has, and what is here. No Qt; calls block."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotAllowed, NotFound
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import (
    Backup,
    CopyState,
    LocalCopy,
    RemoteBackup,
    Where,
    merge,
)
from kuroibara_desktop.core.errors import NotKuroibara, ServerRefused
from kuroibara_desktop.core.libraries import libraries
from kuroibara_desktop.core.servers import Abilities, OtherServer
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.server.address import is_loopback
from kuroibara_desktop.vault.places import on_system_drive, place_name

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from kuroibara_desktop.core.libraries import Doubt
    from kuroibara_desktop.core.servers import KeptServer
    from kuroibara_desktop.profile import KnownServer
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.server.reading import Capabilities
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.tasks import Check
    from kuroibara_desktop.vault.marker import Marker

_WITHOUT_ENGINE = (
    "This server runs without the backup engine: it tells no checksums, no progress and no "
    "failures. Every copy is therefore checked in full on this computer."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A copy that was begun and not ended: `received` bytes of it are here."""

    backup: Backup
    received: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One look at both sides; a side that could not be seen says why."""

    backups: tuple[Backup, ...]
    server_error: BackupError | None = None
    vault_error: BackupError | None = None
    notes: tuple[str, ...] = ()
    begun: tuple[Begun, ...] = ()
    place: str = ""  # what the user calls the drive with the archive
    free: int | None = None  # bytes on that drive; None while it is away
    same_machine: bool = False  # the archive shares the server's fate
    skew: timedelta = timedelta()
    failures: Mapping[date, int] = field(default_factory=dict)  # backups that failed, by day
    server_asked: bool = True  # False while its answer is still awaited
    sign_in_ends: datetime | None = None  # unless the server is reached before
    has_server: bool = True  # False: none is set up, and what is here is all there is
    abilities: Abilities = field(default_factory=Abilities)
    folder: str = ""  # of the server in use, in the archive; empty without one
    elsewhere: tuple[OtherServer, ...] = ()  # how the other servers stand here
    doubts: tuple[Doubt, ...] = ()  # what only a person can say about the copies here


def look(desk: Desk, _check: Check) -> Generator[Look, None, Look]:
    """Yield what is here while the server is still being asked, and return both sides.

    Without a server that is set up, what is here is returned at once.
    """
    local: list[LocalCopy] = []
    remote: list[RemoteBackup] = []
    received: dict[str, int] = {}
    others: Mapping[str, str] = {}
    elsewhere: tuple[OtherServer, ...] = ()
    marker: Marker | None = None
    abilities = Abilities()
    server_error = vault_error = free = None
    profile = desk.profile()
    known = profile.server
    try:
        vault = desk.vault()
        local = vault.copies()
        marker = vault.still_there()
        others = _others(marker.servers, known)
        elsewhere = _elsewhere(profile.servers, known, local)
        received = vault.received(known.folder) if known else {}
        free = vault.free_bytes()
    except BackupError as error:
        vault_error = error
    here = Look(
        backups=tuple(merge([], local, others=others)),
        vault_error=vault_error,
        place=place_name(profile.archive) if profile.archive else "",
        free=free,
        same_machine=known is not None
        and profile.archive is not None
        and is_loopback(known.address)
        and on_system_drive(profile.archive),
        server_asked=known is None,
        has_server=known is not None,
        folder=known.folder if known else "",
        elsewhere=elsewhere,
        doubts=_doubts(local, marker, {}),
    )
    if known is None:
        return here
    yield here
    notes = []
    skew = timedelta()
    sign_in_ends = None
    failures: dict[date, int] = {}
    present: dict[str, str] = {}
    try:
        server = desk.server(known)
        remote = server.backups()
        skew = server.skew
        failures = _failures(server)
        told = server.capabilities() if server.engine else None
        abilities = _abilities(told)
        if told is not None:
            present[known.address] = told.instance_id
        if not server.engine:
            notes.append(_WITHOUT_ENGINE)
        if sentence := formatting.skew_sentence(server.skew):
            notes.append(sentence)
    except BackupError as error:
        server_error = error
    with suppress(BackupError):  # a keyring that does not answer was told already
        sign_in_ends = desk.server(known).ends_at
    rows = merge(remote, local, others=others)
    return replace(
        here,
        server_asked=True,
        backups=tuple(rows),
        server_error=server_error,
        notes=tuple(notes),
        begun=tuple(
            Begun(backup=row, received=received[row.remote.filename])
            for row in rows
            if row.where is Where.SERVER and row.remote and row.remote.filename in received
        ),
        skew=skew,
        sign_in_ends=sign_in_ends,
        failures=failures,
        abilities=abilities,
        doubts=_doubts(local, marker, present),
    )


def _doubts(
    copies: Sequence[LocalCopy], marker: Marker | None, present: Mapping[str, str]
) -> tuple[Doubt, ...]:
    """Each open question once; `present` is who answers at an address now."""
    if marker is None:
        return ()
    found = libraries(copies, marker.servers, marker.answers, present=present)
    return tuple({doubt.key: doubt for one in found for doubt in one.doubts}.values())


def _elsewhere(
    servers: Iterable[KnownServer], known: KnownServer | None, copies: Sequence[LocalCopy]
) -> tuple[OtherServer, ...]:
    """How the servers that are not in use stand here."""
    found = []
    for one in servers:
        if known is None or one.address == known.address:
            continue
        made = (
            copy.created_at
            for copy in copies
            if copy.server == one.folder
            and copy.state is CopyState.VERIFIED
            and copy.includes_storage is True
            and not copy.suspect
        )
        newest = max((at for at in made if at is not None), default=None)
        found.append(OtherServer(name=one_line(one.label), newest=newest))
    return tuple(found)


def _others(kept: Mapping[str, KeptServer], known: KnownServer | None) -> Mapping[str, str]:
    """By folder, what the servers are called that are not in use; none if there is but one."""
    own = known.folder if known else None
    if own is None and len(kept) == 1:
        return {}
    return {folder: one_line(one.name or folder) for folder, one in kept.items() if folder != own}


def _abilities(told: Capabilities | None) -> Abilities:
    if told is None:
        return Abilities()
    return Abilities(engine=True, features=told.features, administrator=told.administrator is True)


def _failures(server: Server) -> dict[date, int]:
    """Backups that failed, by day, where the engine tells them to this account."""
    try:
        days = server.rules.statistics().days if server.engine else ()
    except (NotFound, NotAllowed, NotKuroibara, ServerRefused):  # a device may not ask this
        return {}
    return {day.date: day.failed for day in days if day.failed}
