"""What the window may ask of everything below it. No Qt; calls block and belong in a task."""

from __future__ import annotations

import platform
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NotFound
from kuroibara_desktop import profile as profiles
from kuroibara_desktop import wishes
from kuroibara_desktop.core.backups import Backup, LocalCopy, Where
from kuroibara_desktop.core.errors import KeyringLocked, KeyringMissing, NotAdministrator, NotSetUp
from kuroibara_desktop.profile import Home, KnownServer
from kuroibara_desktop.secrets import Ways
from kuroibara_desktop.server import Account, Found, Server, find
from kuroibara_desktop.server.address import host_of, is_loopback
from kuroibara_desktop.transfers import create_backup, verify_copy
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.ui.keeping import Keeping
from kuroibara_desktop.ui.listing import look
from kuroibara_desktop.vault import cautions, examine, objections
from kuroibara_desktop.vault.known import Archives
from kuroibara_desktop.vault.places import place_name
from kuroibara_desktop.vault.surveying import Holding, survey

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from kuroibara_desktop.core.automatic import CopyRules
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.core.servers import KeptServer
    from kuroibara_desktop.core.tokens import TokenStore
    from kuroibara_desktop.core.ways import Way
    from kuroibara_desktop.profile import Profile
    from kuroibara_desktop.ui.listing import Look
    from kuroibara_desktop.ui.tasks import Check
    from kuroibara_desktop.vault import Vault
    from kuroibara_desktop.vault.surveying import Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is set up already."""

    found: Found | None = None
    signed_in: bool = False
    username: str | None = None
    folder: Path | None = None
    keyring_error: BackupError | None = None  # the keyring could not be asked for the sign-in
    name: str = ""  # what people call the server

    @property
    def address(self) -> str:
        """Which server it is; empty without one."""
        return self.found.address if self.found else ""

    @property
    def place(self) -> str:
        """What the user calls the drive with the archive."""
        return place_name(self.folder) if self.folder else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Objections forbid a folder; remarks are only to be read."""

    folder: Path
    objections: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Desk:
    """The objects of one user: profile, tokens, servers, vault, queue. Any thread may call."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self._turn = threading.RLock()
        self.keeping = Keeping(home, self._drop_servers)
        self._servers: dict[tuple[str, str | None], tuple[Way, Server]] = {}  # by address and pin
        self._dropped: list[Server] = []  # closed in the end: a thread may still be reading

    def close(self) -> None:
        with self._turn:
            self._drop_servers()
            for server in self._dropped:
                server.close()
            self._dropped.clear()

    @property
    def watch_file(self) -> Path:
        """Where what was seen at earlier looks is remembered."""
        return self.home.data / "watch.json"

    # What is set up

    def standing(self) -> Standing:
        profile = self.profile()
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
            signed_in = self.server(known).signed_in
        except (KeyringLocked, KeyringMissing) as error:
            trouble = error  # a keyring that does not answer is not a sign-out
        return Standing(
            found=found,
            signed_in=signed_in,
            username=known.username,
            folder=profile.archive,
            keyring_error=trouble,
            name=known.label,
        )

    def probe(self, typed: str, fingerprint: str | None = None, way: Way | None = None) -> Found:
        """Find the server that is meant; `fingerprint` is that of the certificate agreed to."""
        return find(typed, self.profile().servers, fingerprint, way)

    @staticmethod
    def unsafe(found: Found) -> bool:
        """Whether a password would cross a network in the clear."""
        return not found.https and not is_loopback(found.address)

    @staticmethod
    def host(found: Found) -> str:
        return host_of(found.address)

    def _drop_servers(self) -> None:
        """Those that are made from now on know what was decided; nobody reads from these anew."""
        with self._turn:
            self._dropped += [server for _, server in self._servers.values()]
            self._servers.clear()

    def sign_in(
        self,
        found: Found,
        username: str,
        password: str,
        code: str | None,
        *,
        stay: bool = False,
    ) -> Account:
        """Sign in and remember the server; the keyring is asked first, before a code is spent.

        Where the server gives this computer a token of its own, that is kept too; where it gives
        none, the password is, if the user wants to `stay` signed in.
        """
        store = self.store()
        store.load(found.address)
        server = self.server_at(found.address, found.pin, found.way)
        account = server.sign_in(username, password, code, stay=stay and not found.engine)
        if found.engine:
            self._must_be_allowed(server)
            with suppress(BackupError):  # signed in it is, if not for as long
                server.devices.stay(_computer())
        self._remember(found, account.username)
        return account

    @staticmethod
    def _must_be_allowed(server: Server) -> None:
        """Who may not take backups is told at once, and signed out again."""
        allowed = server.capabilities()
        if allowed is not None and allowed.administrator is False:
            server.sign_out()
            raise NotAdministrator("This account may sign in, but not take backups here.")

    def join(self, found: Found, code: str) -> None:
        """Hand in an invitation instead of signing in, and remember the server."""
        self.store().load(found.address)  # a code is good once: first see whether it can be kept
        self.server_at(found.address, found.pin, found.way).devices.join(code, _computer())
        self._remember(found, None)

    def _remember(self, found: Found, username: str | None) -> None:
        known = KnownServer.at(
            found.address,
            engine=found.engine,
            instance_id=found.instance_id,
            username=username,
            pin=found.pin,
        )
        if found.way is not None:
            Ways(self.store()).keep(found.address, found.way)
        with self._turn:
            profiles.save(self.home, self.profile().using(known))

    def sign_out(self) -> None:
        self.server().sign_out()

    # The folder

    def judge(self, folder: Path) -> Judgement:
        """Try the folder out: what forbids it, and what the user should know."""
        known = self.profile().server
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
            vault = self.archives.add(folder)
            profiles.save(self.home, replace(self.profile(), archive=vault.folder))

    def survey(self, folder: Path) -> Survey:
        """What lies in a folder that may hold backups."""
        return survey(folder)

    def take_up(self, found: Survey, check: Check) -> Generator[int, None, None]:
        """Make the folder with backups the archive; yields how many copies were read so far.

        Its marker is read, or a lost one is written anew; nothing else on the drive is changed.
        """
        archives = self.archives
        archive = found.holding is Holding.ARCHIVE
        vault = archives.add(found.folder) if archive else archives.rebuild(found.folder)
        yield from vault.taken_up(check)
        with self._turn:
            profiles.save(self.home, replace(self.profile(), archive=vault.folder))

    def choose_copies(self, rules: CopyRules) -> None:
        """What comes to this computer by itself from now on."""
        wishes.save(self.home, replace(wishes.load(self.home), copies=rules))

    def folder_of(self, backup: Backup | None) -> Path | None:
        """Where the copy lies; without a backup, the archive folder."""
        if backup is not None and backup.local is not None:
            return backup.local.path.parent
        return self.profile().archive

    def look(self, check: Check) -> Generator[Look, None, Look]:
        """Look at both sides, as `listing.look` does."""
        return look(self, check)

    # Work

    def create(
        self, name: str | None, include_storage: bool, check: Check
    ) -> Generator[Progress, None, str]:
        """Have the server make a backup; returns the key of its row."""
        made = yield from create_backup(self.server(), name, include_storage, check=check)
        return Backup(where=Where.SERVER, remote=made).key

    def verify(self, backup: Backup, check: Check) -> Generator[Progress, None, LocalCopy]:
        """Read every byte of the copy again; damage is an outcome, not an error."""
        if backup.local is None:
            raise NotSetUp("There is no copy of this backup here to verify.")
        return (yield from verify_copy(self.vault(), backup.local, check=check))

    # Objects

    def profile(self) -> Profile:
        """What is set up, as it is in the file now: the command may have changed it."""
        return profiles.load(self.home)

    def change(self, change: Callable[[Profile], Profile]) -> Profile:
        """Make another profile of the one in the file, one change after the other."""
        with self._turn:
            after = change(self.profile())
            profiles.save(self.home, after)
            return after

    def known(self) -> KnownServer:
        """The server in use; `NotSetUp` before one was chosen."""
        known = self.profile().server
        if known is None:
            raise NotSetUp("No server was chosen yet.", remedy="Enter its address first.")
        return known

    def server(self, known: KnownServer | None = None) -> Server:
        """The server in use, or another one that is set up; the desk closes it."""
        known = known or self.known()
        return self.server_at(known.address, known.pin)

    def server_at(self, address: str, pin: str | None, way: Way | None = None) -> Server:
        """The server at an address; with another `way` than before it is made anew."""
        with self._turn:
            held = self._servers.get((address, pin))
            if held is not None and way in (None, held[0]):
                return held[1]
            store = self.store()
            way = Ways(store).to(address) if way is None else way
            made = Server(address, tokens=store, lock=self.home.lock_of(address), pin=pin, way=way)
            if held is not None:
                self._dropped.append(held[1])
            self._servers[address, pin] = (way, made)
            return made

    def store(self) -> TokenStore:
        """Where tokens are; raises `KeyringMissing` or `KeyringLocked`."""
        return self.keeping.store()

    @property
    def archives(self) -> Archives:
        """Every archive folder that this computer knows."""
        return Archives(self.home.data, catalog=self.home.catalog_file, locks=self.home.locks)

    def vault(self) -> Vault:
        """The archive that copies go to, wherever its drive is by now."""
        folder = self.profile().archive
        if folder is None:
            raise NotSetUp(
                "No archive folder was chosen yet.", remedy="Choose the folder for copies."
            )
        return self.archives.open(folder)

    def queue(self, vault: Vault | None = None) -> Queue:
        """The copies that are wanted in an archive; the command works on the same ones.

        Without `vault`, in the one that copies go to, even while its drive is away.
        """
        folder = self.profile().archive
        known = self.archives.identity(folder) if vault is None and folder is not None else None
        archive = known or (vault or self.vault()).id
        return Queue(Journal(self.home.journal_file), archive, locks=self.home.locks)

    @contextmanager
    def server_of(self, key: str) -> Iterator[tuple[KeptServer, Server]]:
        """The server that a row of the queue means, wherever it is by now."""
        for known in self.profile().servers:
            if key in (known.instance_id, known.address):
                yield known.kept, self.server(known)
                return
        raise NotFound("This server is no longer set up.", remedy="Sign in to it again.")


def _computer() -> str:
    """What the server calls this computer in its list of devices."""
    return platform.node()[:100] or "a computer"
