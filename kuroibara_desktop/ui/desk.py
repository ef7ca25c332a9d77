"""What the window may ask of everything below it. No Qt; calls block and belong in a task."""

from __future__ import annotations

import platform
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotAllowed, NotFound
from kuroibara_desktop import profile as profiles
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import Backup, LocalCopy, RemoteBackup, Where, merge
from kuroibara_desktop.core.errors import (
    KeyringLocked,
    KeyringMissing,
    NotKuroibara,
    NotSetUp,
    ServerRefused,
)
from kuroibara_desktop.profile import Home, KnownServer
from kuroibara_desktop.secrets import SessionStore, keyring_store
from kuroibara_desktop.server import Account, Found, Server, find
from kuroibara_desktop.server.address import host_of, is_loopback
from kuroibara_desktop.transfers import copy_offsite, create_backup, verify_copy
from kuroibara_desktop.vault import Vault, cautions, examine, objections
from kuroibara_desktop.vault.places import on_system_drive, place_name

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from datetime import date
    from pathlib import Path

    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.core.tokens import TokenStore
    from kuroibara_desktop.ui.tasks import Check

_WITHOUT_ENGINE = (
    "This server runs without the backup engine: it tells no checksums, no progress and no "
    "failures. Every copy is therefore checked in full on this computer."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is set up already."""

    found: Found | None = None
    signed_in: bool = False
    username: str | None = None
    folder: Path | None = None
    keyring_error: BackupError | None = None  # the keyring could not be asked for the sign-in

    @property
    def host(self) -> str:
        return host_of(self.found.address) if self.found else ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Objections forbid a folder; remarks are only to be read."""

    folder: Path
    objections: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Desk:
    """The objects of one user: profile, tokens, server, vault. Any thread may call."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._turn = threading.RLock()
        self._session_only: SessionStore | None = None
        self._server: Server | None = None
        self._at: tuple[str, str | None] | None = None  # address and pin of that server
        self._vault: Vault | None = None

    def close(self) -> None:
        with self._turn:
            if self._server is not None:
                self._server.close()
                self._server = None

    @property
    def watch_file(self) -> Path:
        """Where what was seen at earlier looks is remembered."""
        return self._home.data / "watch.json"

    # What is set up

    def standing(self) -> Standing:
        profile = profiles.load(self._home)
        known = profile.server
        if known is None:
            return Standing(folder=profile.archive)
        found = Found(
            address=known.address,
            engine=known.engine,
            version=None,
            instance_id=known.instance_id,
            https=known.address.startswith("https:"),
            pin=known.pin,
        )
        signed_in, trouble = False, None
        try:
            signed_in = self._server_at(known.address, known.pin).signed_in
        except (KeyringLocked, KeyringMissing) as error:
            trouble = error  # a keyring that does not answer is not a sign-out
        return Standing(
            found=found,
            signed_in=signed_in,
            username=known.username,
            folder=profile.archive,
            keyring_error=trouble,
        )

    def probe(self, typed: str, fingerprint: str | None = None) -> Found:
        """Find the server that is meant; `fingerprint` is that of the certificate agreed to."""
        return find(typed, profiles.load(self._home).servers, fingerprint)

    @staticmethod
    def unsafe(found: Found) -> bool:
        """Whether a password would cross a network in the clear."""
        return not found.https and not is_loopback(found.address)

    @staticmethod
    def host(found: Found) -> str:
        return host_of(found.address)

    @property
    def session_only(self) -> bool:
        return self._session_only is not None

    def keep_for_session(self) -> None:
        """From now on tokens stay in memory, because the user said so."""
        with self._turn:
            self._session_only = self._session_only or SessionStore()
            self._forget_server()

    def sign_in(self, found: Found, username: str, password: str, code: str | None) -> Account:
        """Sign in and remember the server; the keyring is asked first, before a code is spent.

        Where the server gives this computer a token of its own, that is kept too.
        """
        store = self._store()
        store.load(found.address)
        server = self._server_at(found.address, found.pin)
        account = server.sign_in(username, password, code)
        if found.engine and code is None:  # a code is good once
            with suppress(BackupError):  # signed in it is, if not for as long
                server.devices.stay(platform.node()[:100] or "a computer", password=password)
        with self._turn:
            profile = profiles.load(self._home)
            known = KnownServer.at(
                found.address,
                engine=found.engine,
                instance_id=found.instance_id,
                username=account.username,
                pin=found.pin,
            )
            profiles.save(self._home, profile.using(known))
        return account

    def sign_out(self) -> None:
        self._current_server().sign_out()

    # The folder

    def judge(self, folder: Path) -> Judgement:
        """Try the folder out: what forbids it, and what the user should know."""
        known = profiles.load(self._home).server
        facts = examine(folder)
        against = objections(facts)
        here = known is not None and is_loopback(known.address)
        return Judgement(
            folder=folder,
            objections=tuple(against),
            remarks=() if against else tuple(cautions(facts, server_is_here=here)),
        )

    def adopt(self, folder: Path) -> None:
        """Make the folder the archive from now on; copies in another one stay where they are."""
        with self._turn:
            self._vault = Vault.create(
                folder, catalog=self._home.catalog_file, locks=self._home.locks
            )
            profile = profiles.load(self._home)
            profiles.save(self._home, replace(profile, archive=self._vault.folder))

    def folder_of(self, backup: Backup | None) -> Path | None:
        """Where the copy lies; without a backup, the archive folder."""
        if backup is not None and backup.local is not None:
            return backup.local.path.parent
        return profiles.load(self._home).archive

    # The list

    def look(self, _check: Check) -> Generator[Look, None, Look]:
        """Yield what is here while the server is still being asked, and return both sides."""
        local: list[LocalCopy] = []
        remote: list[RemoteBackup] = []
        received: dict[str, int] = {}
        server_error = vault_error = free = None
        profile = profiles.load(self._home)
        known = profile.server
        try:
            vault = self._current_vault()
            local = vault.copies()
            received = vault.received(known.folder) if known else {}
            free = vault.free_bytes()
        except BackupError as error:
            vault_error = error
        here = Look(
            backups=tuple(merge([], local)),
            vault_error=vault_error,
            place=place_name(profile.archive) if profile.archive else "",
            free=free,
            same_machine=known is not None
            and profile.archive is not None
            and is_loopback(known.address)
            and on_system_drive(profile.archive),
            server_asked=False,
        )
        yield here
        notes = []
        skew = timedelta()
        failures: dict[date, int] = {}
        try:
            server = self._current_server()
            remote = server.backups()
            skew = server.skew
            failures = _failures(server)
            if not server.engine:
                notes.append(_WITHOUT_ENGINE)
            if sentence := formatting.skew_sentence(server.skew):
                notes.append(sentence)
        except BackupError as error:
            server_error = error
        rows = merge(remote, local)
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
            failures=failures,
        )

    # Work

    def create(
        self, name: str | None, include_storage: bool, check: Check
    ) -> Generator[Progress, None, str]:
        """Have the server make a backup; returns the key of its row."""
        made = yield from create_backup(self._current_server(), name, include_storage, check=check)
        return Backup(where=Where.SERVER, remote=made).key

    def copy(self, backup: Backup, check: Check) -> Generator[Progress, None, LocalCopy]:
        if backup.remote is None:
            raise NotSetUp("This backup is not on the server, so there is nothing to copy.")
        known = self._known()
        return (
            yield from copy_offsite(
                self._current_server(),
                backup.remote,
                self._current_vault(),
                folder=known.folder,
                kept=known.kept,
                check=check,
            )
        )

    def verify(self, backup: Backup, check: Check) -> Generator[Progress, None, LocalCopy]:
        """Read every byte of the copy again; damage is an outcome, not an error."""
        if backup.local is None:
            raise NotSetUp("There is no copy of this backup here to verify.")
        return (yield from verify_copy(self._current_vault(), backup.local, check=check))

    # Objects

    def _known(self) -> KnownServer:
        known = profiles.load(self._home).server
        if known is None:
            raise NotSetUp("No server was chosen yet.", remedy="Enter its address first.")
        return known

    def _current_server(self) -> Server:
        known = self._known()
        return self._server_at(known.address, known.pin)

    def _server_at(self, address: str, pin: str | None) -> Server:
        with self._turn:
            if self._server is None or self._at != (address, pin):
                self._forget_server()
                self._server = Server(
                    address, tokens=self._store(), lock=self._home.lock_of(address), pin=pin
                )
                self._at = (address, pin)
            return self._server

    def _forget_server(self) -> None:
        # Not closed: a thread may still be reading from it. It goes when nobody holds it.
        self._server = None

    def _store(self) -> TokenStore:
        return self._session_only or keyring_store()

    def _current_vault(self) -> Vault:
        with self._turn:
            folder = profiles.load(self._home).archive
            if folder is None:
                raise NotSetUp(
                    "No archive folder was chosen yet.", remedy="Choose the folder for copies."
                )
            if self._vault is None or self._vault.folder != folder:
                self._vault = Vault.open(
                    folder, catalog=self._home.catalog_file, locks=self._home.locks
                )
            return self._vault


def _failures(server: Server) -> dict[date, int]:
    """Backups that failed, by day, where the engine tells them to this account."""
    try:
        days = server.rules.statistics().days if server.engine else ()
    except (NotFound, NotAllowed, NotKuroibara, ServerRefused):  # a device may not ask this
        return {}
    return {day.date: day.failed for day in days if day.failed}
