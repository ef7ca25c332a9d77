"""What the command does, apart from how it is typed and printed."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kuroibara_backup.errors import BackupError, Damaged, InvalidRequest, NotFound
from kuroibara_desktop import profile as profiles
from kuroibara_desktop.core.backups import (
    Backup,
    CopyState,
    LocalCopy,
    RemoteBackup,
    RemoteStatus,
    Where,
    merge,
)
from kuroibara_desktop.core.errors import (
    BackupNotReady,
    CodeRequired,
    HostileName,
    NotSetUp,
)
from kuroibara_desktop.core.progress import Progress
from kuroibara_desktop.profile import Home, KnownServer, Profile
from kuroibara_desktop.pulling import Pulled, pulled
from kuroibara_desktop.secrets import Ways
from kuroibara_desktop.server import Account, Found, Server, find
from kuroibara_desktop.server.address import host_of, is_loopback
from kuroibara_desktop.storing import chosen_store
from kuroibara_desktop.transfers import (
    create_backup,
    repair,
    verify_copy,
    verify_due,
)
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.vault.known import Archives
from kuroibara_desktop.vault.room import make_room

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.core.devices import Device
    from kuroibara_desktop.core.tokens import TokenStore
    from kuroibara_desktop.core.ways import Way
    from kuroibara_desktop.vault import Vault

T = TypeVar("T")
Check = Callable[[], None]
Watch = Callable[[Progress], None]

ONE_BY_ONE = (Damaged, HostileName, BackupNotReady, NotFound)  # say nothing about the next backup

ALLOW_HTTP_VARIABLE = "KUROIBARA_ALLOW_HTTP"


class Desk:
    """The profile, the sign-in, the server and the vault, each opened when it is first needed."""

    def __init__(
        self,
        home: Home,
        *,
        token_file: Path | None = None,
        server: str | None = None,
        archive: Path | None = None,
        environment: Mapping[str, str] = os.environ,
        computer: str = "",
    ) -> None:
        self.home = home
        self.profile = profiles.load(home)
        self._token_file = token_file
        self._wanted = server
        self._archive = archive
        self._environment = environment
        self._computer = (computer or platform.node() or "a computer")[:100]
        self._store: TokenStore | None = None

    @property
    def store(self) -> TokenStore:
        """Where tokens are kept: the given file, the variable, else the keyring."""
        if self._store is None:
            self._store = chosen_store(
                self.home, self.profile.keep, self._token_file, self._environment
            )
        return self._store

    @property
    def known(self) -> KnownServer:
        """The server named on the command line, else the one set up."""
        if self._wanted is None:
            if self.profile.server is None:
                raise NotSetUp(
                    "No server is set up.", remedy="Run `kuroibara-desktop login ADDRESS` first."
                )
            return self.profile.server
        for server in self.profile.servers:
            if self._wanted.rstrip("/") in (server.address, host_of(server.address)):
                return server
        found = self.probe(self._wanted)
        agreed = self._environment.get(ALLOW_HTTP_VARIABLE) == "1"
        if not found.https and not is_loopback(found.address) and not agreed:
            raise InvalidRequest(
                "Nothing was sent: the connection is not encrypted.",
                remedy="Sign in there first: `kuroibara-desktop login ADDRESS --allow-http`. With a"
                " token of your own, set KUROIBARA_ALLOW_HTTP=1 if you trust the network.",
            )
        return described(found)

    def probe(self, typed: str, fingerprint: str | None = None, way: Way | None = None) -> Found:
        """Find the server that is meant; one that is known is held to what it was before."""
        return find(typed, self.profile.servers, fingerprint, way)

    @contextmanager
    def server(self) -> Iterator[tuple[KnownServer, Server]]:
        known = self.known
        with self.at(known) as server:
            yield known, server

    def at(self, known: KnownServer, way: Way | None = None) -> Server:
        """The server, reached by `way` or as was kept."""
        return Server(
            known.address,
            tokens=self.store,
            lock=self.home.lock_of(known.address),
            engine=known.engine or None,  # an engine may have moved in since
            pin=known.pin,
            way=Ways(self.store).to(known.address) if way is None else way,
        )

    def vault(self) -> Vault:
        folder = self._archive or self.profile.archive
        if folder is None:
            raise NotSetUp(
                "No archive folder is chosen.",
                remedy="Choose one: `kuroibara-desktop vault add FOLDER`.",
            )
        return self.archives.open(folder)

    @property
    def archives(self) -> Archives:
        """Every archive folder that this computer knows."""
        home = self.home
        return Archives(home.data, catalog=home.catalog_file, locks=home.locks)

    # What the commands do

    def sign_in(
        self, found: Found, username: str, password: str, code: Callable[[], str]
    ) -> Account:
        """Sign in, asking for a code when the server does, and remember the server.

        Where the server gives this computer a token of its own, that is kept too.
        """
        known = described(found)
        with self.at(known, found.way) as server:
            try:
                account = server.sign_in(username, password)
            except CodeRequired:
                account = server.sign_in(username, password, code())
            if server.engine:
                with suppress(BackupError):  # signed in it is, if not for as long
                    server.devices.stay(self._computer)
        self._use(found, replace(known, username=account.username))
        return account

    def join(self, found: Found, code: str) -> Device:
        """Hand in an invitation instead of signing in, and remember the server."""
        if not found.engine:
            raise InvalidRequest(
                "A Kuroibara without the backup engine knows no invitations.",
                remedy="Use the address of the backup engine, or sign in with a user name.",
            )
        known = described(found)
        with self.at(known, found.way) as server:
            device = server.devices.join(code, self._computer)
        self._use(found, known)
        return device

    def _use(self, found: Found, known: KnownServer) -> None:
        if found.way is not None:
            Ways(self.store).keep(found.address, found.way)
        self._remember(self.profile.using(known))

    def choose_archive(self, folder: Path) -> Vault:
        """Make `folder` the archive, or take up the one that is there."""
        return self.use_archive(self.archives.add(folder))

    def use_archive(self, vault: Vault) -> Vault:
        """From now on `vault` is the archive that copies go to."""
        self._remember(replace(self.profile, archive=vault.folder))
        return vault

    def _remember(self, profile: Profile) -> None:
        profiles.save(self.home, profile)
        self.profile = profile

    def rows(self) -> list[Backup]:
        """Everything, wherever it is: what the server has, and what is here of any server.

        With an archive folder alone, and no server, what is here.
        """
        has_vault = self._archive or self.profile.archive
        copies = self.vault().copies() if has_vault else []
        if has_vault and self.profile.server is None and self._wanted is None:
            return merge([], copies)
        with self.server() as (known, server):
            remote = server.backups()
        mine = self._of(known, copies)
        return merge(remote, mine) + merge([], [copy for copy in copies if copy not in mine])

    def _of(self, known: KnownServer, copies: list[LocalCopy]) -> list[LocalCopy]:
        return [copy for copy in copies if copy.server == known.folder]

    def create(
        self, name: str | None, *, include_storage: bool, check: Check, watch: Watch
    ) -> RemoteBackup:
        with self.server() as (_, server):
            return watched(create_backup(server, name, include_storage, check=check), watch)

    def pull(
        self,
        names: list[str],
        *,
        everything: bool,
        replace: bool = False,
        check: Check,
        watch: Watch,
    ) -> list[Pulled]:
        """Copy the named backups, all of them, or (without either) the newest.

        The space for all is checked first; for a single one, room is made as the archive's rules
        allow, or with `replace` by giving up an old copy. A damaged one does not keep the others
        from coming.
        """
        with self.server() as (known, server):
            vault = self.vault()
            rows = merge(server.backups(), self._of(known, vault.copies()))
            wanted = _chosen(rows, names, everything=everything)
            missing = [row for row in wanted if row.where is not Where.BOTH]
            if len(missing) == 1 and missing[0].remote is not None:
                self._make_room(server, known, vault, missing[0].remote, check, replace)
            else:
                vault.require(sum(row.size for row in missing))
            return pulled(
                Queue(Journal(self.home.journal_file), vault.id, locks=self.home.locks),
                vault,
                known,
                server,
                [row.remote for row in wanted if row.remote is not None],
                check=check,
                watch=watch,
            )

    def _make_room(
        self,
        server: Server,
        known: KnownServer,
        vault: Vault,
        backup: RemoteBackup,
        check: Check,
        replace: bool,
    ) -> None:
        engine = server.capabilities(signed=False) if server.engine else None
        make_room(
            vault,
            backup,
            known.folder,
            instance=engine.instance_id if engine else None,
            address=known.address,
            here=vault.received(known.folder).get(backup.filename, 0),
            replace=replace,
            check=check,
        )

    def repaired(
        self, copies: list[LocalCopy], *, check: Check, watch: Watch
    ) -> tuple[list[LocalCopy], list[BackupError]]:
        """The same copies, the damaged ones among them fetched again; and why some were not."""
        if not any(copy.state is CopyState.DAMAGED for copy in copies):
            return copies, []
        found: list[LocalCopy] = []
        failures: list[BackupError] = []
        with self.server() as (_, server):
            vault = self.vault()
            for copy in copies:
                good = copy
                if copy.state is CopyState.DAMAGED:
                    try:
                        good = watched(repair(server, copy, vault, check=check), watch)
                    except ONE_BY_ONE as error:
                        failures.append(error)
                found.append(good)
        return found, failures

    def verify(
        self, names: list[str], *, due: bool = False, check: Check, watch: Watch
    ) -> list[LocalCopy]:
        """Read the named copies again, those that are due, or all; return how they now stand."""
        vault = self.vault()
        if due:
            return watched(verify_due(vault, check=check), watch)
        copies = vault.copies()
        if names:
            copies = named(copies, names)
        return [watched(verify_copy(vault, copy, check=check), watch) for copy in copies]


def named(copies: list[LocalCopy], names: list[str]) -> list[LocalCopy]:
    """The copies of these names, in their order; raises `NotFound` for one that is not there."""
    by_name = {name: c for c in copies for name in (c.name, c.path.name, c.remote_name)}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise NotFound(
            f"There is no copy called {missing[0]} in the archive.",
            remedy="`kuroibara-desktop list` shows what is there.",
        )
    return [by_name[name] for name in dict.fromkeys(names)]


def described(found: Found) -> KnownServer:
    """What is worth remembering about a server that was found."""
    return KnownServer.at(
        found.address, engine=found.engine, instance_id=found.instance_id, pin=found.pin
    )


def watched(steps: Generator[Progress, None, T], watch: Watch) -> T:
    """Walk through long work, showing each step, and return what it made."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        watch(step)


def newest_verified(copies: list[LocalCopy]) -> LocalCopy | None:
    good = [c for c in copies if c.state is CopyState.VERIFIED and c.created_at and not c.suspect]
    return max(good, key=lambda c: c.created_at.timestamp() if c.created_at else 0.0, default=None)


def _chosen(rows: list[Backup], names: list[str], *, everything: bool) -> list[Backup]:
    there = [row for row in rows if row.remote is not None]
    if names:
        by_name = {
            name: row
            for row in reversed(there)
            if row.remote is not None
            for name in (row.remote.name, row.remote.filename)
        }
        missing = [name for name in names if name not in by_name]
        if missing:
            raise NotFound(
                f"There is no backup called {missing[0]} on the server.",
                remedy="`kuroibara-desktop list` shows what is there.",
            )
        return [by_name[name] for name in dict.fromkeys(names)]
    finished = [r for r in there if r.remote and r.remote.status is RemoteStatus.FINISHED]
    if not finished and not everything:
        raise NotFound(
            "There is no finished backup on the server.",
            remedy="Make one with `kuroibara-desktop create`.",
        )
    return finished if everything else finished[:1]
