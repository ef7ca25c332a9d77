"""What the Restore page has done below it. No Qt; every call blocks and belongs in a task."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, NoConnection, NotFound
from kuroibara_desktop.core.backups import CopyState, merge
from kuroibara_desktop.core.errors import NotSetUp
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.restores import Deed
from kuroibara_desktop.core.restoring import MOST_SERIES, NEXT, JourneyState, RestoreFile
from kuroibara_desktop.core.stored import StoredBackup, lies_there, stored
from kuroibara_desktop.secrets import Tickets
from kuroibara_desktop.server.address import host_of
from kuroibara_desktop.transfers import plain_restoring
from kuroibara_desktop.transfers.arrived import arrived
from kuroibara_desktop.transfers.examining import examined, is_unchanged
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.journeys import forget_old, told
from kuroibara_desktop.transfers.restoring import Restoring
from kuroibara_desktop.transfers.series import series_of

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.migration import Arrival
    from kuroibara_desktop.core.restores import Lost, Proof, Restore, RestorePlan, Scope
    from kuroibara_desktop.core.restoring import Journey, Series
    from kuroibara_desktop.profile import KnownServer
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.transfers.journeys import Told
    from kuroibara_desktop.transfers.plain_restoring import PlainOutcome
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.restore.secret import Secret
    from kuroibara_desktop.ui.tasks import Check

_S = JourneyState
_MOVES_BY_ITSELF = (_S.UPLOADING, _S.PLANNING)
_LISTED = 8
Found = tuple["Series", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What could be restored, and the server that it would go to.

    A file was read here and found whole; of what lies on the server, that is the server's word.
    `readable` is where its bytes are on this computer, too: its series are read there.
    """

    source: RestoreFile | StoredBackup
    address: str
    engine: bool
    readable: Path | None = None
    never: BackupError | None = None  # why a plain Kuroibara must not be given it

    @property
    def host(self) -> str:
        return host_of(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What was begun from here: the one to go on with, and the list."""

    current: Journey | None
    earlier: tuple[Told, ...]


class RestoreBench:
    """The desk's objects, put to the use of a restore."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begun(self) -> Begun:
        """Restores at the servers that are set up; the newest that goes on by itself comes first.

        One whose file is away or was changed waits until somebody asks for it. Those that nobody
        asked for in a long time are forgotten.
        """
        forget_old(self._journal(), datetime.now(UTC))
        known = {server.address for server in self._desk.profile().servers}
        all_told = [one for one in told(self._journal()) if one.journey.server in known]
        current = None
        for journey in (one.journey for one in all_told):
            by_itself = journey.state in _MOVES_BY_ITSELF and _is_to_be_had(journey.source)
            if journey.state.at_the_server or by_itself:
                current = journey
                break
        earlier = [one for one in all_told if one.journey != current]
        return Begun(current=current, earlier=tuple(earlier[:_LISTED]))

    def in_use(self) -> str:
        """The address of the server in use; nothing without any."""
        known = self._desk.profile().server
        return known.address if known is not None else ""

    def has_engine(self) -> bool:
        """Whether the server in use restores what lies on it; as it was when last reached."""
        known = self._desk.profile().server
        return known is not None and known.engine

    def examined(
        self, path: Path, address: str | None, check: Check
    ) -> Generator[Progress, None, Checked]:
        """Read the file to its last byte, and find out what kind of server it would go to."""
        known = self._known(address)
        file = yield from examined(path, check=check)
        try:
            engine = self._desk.server(known).engine
        except NoConnection:  # what it was will do until it answers
            engine = known.engine
        never = None
        if not engine:
            try:
                plain_restoring.must_be_for_plain(file)
            except BackupError as error:
                never = error
        return Checked(
            source=file, address=known.address, engine=engine, readable=file.path, never=never
        )

    def on_the_server(self) -> list[Backup]:
        """What the server in use could restore where it lies, the newest first."""
        known = self._desk.known()
        remote = self._desk.server(known).backups()
        copies = []
        with suppress(BackupError):  # a drive that is away keeps nobody from the server's own
            copies = [c for c in self._desk.vault().copies() if c.server == known.folder]
        return [backup for backup in merge(remote, copies) if lies_there(backup)]

    def found_there(self, backup: Backup) -> Checked:
        """Take the server's word for a backup that lies on it; nothing is read or sent."""
        known, remote, local = self._desk.known(), backup.remote, backup.local
        if remote is None:
            raise NotFound("This backup is not on the server any more.", remedy="Look again.")
        same = local is not None and local.state is not CopyState.DAMAGED
        return Checked(
            source=stored(remote, here_too=same),
            address=known.address,
            engine=True,
            readable=local.path if local is not None and same else None,
        )

    def series(self, checked: Checked, check: Check) -> Generator[Progress, None, Found]:
        """What there is to choose from, by title: read here, or by the server where it lies."""
        yield Progress(stage=Stage.SCANNING)
        if checked.readable is not None:
            found = series_of(checked.readable, check=check)
        else:
            found = self._server(checked.address).archives.series(checked.source.identity)
        return found[:MOST_SERIES]

    def chosen(
        self, checked: Checked, scope: Scope, manga: tuple[str, ...], *, safety_copy: bool
    ) -> Journey:
        restoring = self._restoring(checked.address)
        return restoring.choose(checked.source, scope=scope, manga=manga, safety_copy=safety_copy)

    def prepared(
        self, journey: Journey, check: Check
    ) -> Generator[Progress, None, tuple[Journey, RestorePlan]]:
        return (yield from self._restoring(journey.server).prepare(journey, check=check))

    def confirmed(
        self, journey: Journey, plan: RestorePlan, typed: str, secret: Secret | None
    ) -> Journey:
        proof = self._proof(journey, Deed.RESTORE, secret)
        return self._restoring(journey.server).confirm(journey, plan, typed=typed, proof=proof)

    def followed(
        self, journey: Journey, check: Check
    ) -> Generator[Progress, None, tuple[Journey, Restore]]:
        return (yield from self._restoring(journey.server).follow(journey, check=check))

    def seen(self, journey: Journey) -> tuple[Journey, Restore]:
        """One look at a restore that is over."""
        return journey, self._restoring(journey.server).seen(journey)

    def cancelled(self, journey: Journey) -> None:
        self._restoring(journey.server).cancel(journey)

    def abandoned(self, journey: Journey) -> None:
        """Give up what was not confirmed, wherever it stands by now."""
        now = self.remembered(journey)
        if _S.ABANDONED in NEXT[now.state]:
            self._restoring(now.server).abandon(now)

    def remembered(self, journey: Journey) -> Journey:
        """The same restore as the journal has it now."""
        for one in told(self._journal(), journey.server):
            if one.journey.id == journey.id:
                return one.journey
        raise NotFound("This restore is not in the journal any more.", remedy="Begin it again.")

    def what_would_go(self, journey: Journey, check: Check) -> Generator[Progress, None, Lost]:
        return (yield from self._restoring(journey.server).what_would_go(journey, check=check))

    def rolled_back(
        self, journey: Journey, secret: Secret | None, check: Check
    ) -> Generator[Progress, None, tuple[Journey, Restore]]:
        proof = self._proof(journey, Deed.ROLLBACK, secret)
        restoring = self._restoring(journey.server)
        return (yield from restoring.roll_back(journey, check=check, proof=proof))

    def arrived(
        self, journey: Journey, seen: Restore, check: Check
    ) -> Generator[Progress, None, Arrival]:
        return (yield from arrived(self._server(journey.server), journey, seen, check=check))

    def sent_to_plain(
        self, checked: Checked, check: Check
    ) -> Generator[Progress, None, PlainOutcome]:
        if isinstance(checked.source, StoredBackup):
            raise NotFound("Nothing was sent: this backup is not on this computer.")
        server = self._server(checked.address)
        return (yield from plain_restoring.sent_to_plain(server, checked.source, check=check))

    # How

    def _journal(self) -> Journal:
        return Journal(self._desk.home.journal_file)

    def _restoring(self, address: str) -> Restoring:
        tickets = Tickets(self._desk.store())
        return Restoring(self._server(address), journal=self._journal(), tickets=tickets)

    def _server(self, address: str) -> Server:
        return self._desk.server(self._known(address))

    def _known(self, address: str | None) -> KnownServer:
        if address is None:
            return self._desk.known()
        for server in self._desk.profile().servers:
            if server.address == address:
                return server
        raise NotSetUp(
            f"The server {host_of(address)} is not set up on this computer any more.",
            remedy="Add it again, then go on.",
        )

    def _proof(self, journey: Journey, deed: Deed, secret: Secret | None) -> Proof | None:
        if secret is None:
            return None
        return self._server(journey.server).prove(deed, secret.password, secret.code)


def _is_to_be_had(source: RestoreFile | StoredBackup) -> bool:
    return isinstance(source, StoredBackup) or is_unchanged(source)
