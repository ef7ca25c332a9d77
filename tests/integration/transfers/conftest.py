"""A desk: one server with backups on one side, an empty archive on the other."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from kuroibara_desktop.profile import KnownServer
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server, probe
from kuroibara_desktop.transfers import Pace, copy_offsite
from kuroibara_desktop.vault import Vault
from tests.support.engine import running_engine
from tests.support.finished import finished, never

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup
    from kuroibara_desktop.core.progress import Progress
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy

T = TypeVar("T")
QUICK = Pace(delays=(0.05,) * 10, poll=0.05)


@dataclass(slots=True)
class Desk:
    server: Server
    known: KnownServer
    vault: Vault
    folder: Path
    steps: list[Progress] = field(default_factory=list)

    def run(self, work: Generator[Progress, None, T]) -> T:
        return finished(work, self.steps.append)

    def copying(
        self,
        backup: RemoteBackup,
        check: Callable[[], None] = never,
        pace: Pace = QUICK,
        vault: Vault | None = None,
    ) -> Generator[Progress, None, LocalCopy]:
        return copy_offsite(
            self.server,
            backup,
            vault or self.vault,
            folder=self.known.folder,
            kept=self.known.kept,
            check=check,
            pace=pace,
        )

    def copy(self, backup: RemoteBackup, **how: Any) -> LocalCopy:
        return self.run(self.copying(backup, **how))

    def backup(self, filename: str | None = None) -> RemoteBackup:
        found = self.server.backups()
        return next(b for b in found if filename in (None, b.filename, b.name))

    @property
    def copies(self) -> Path:
        return self.vault.folder / self.known.folder

    def files(self) -> list[str]:
        """What lies in the server's folder, parts included."""
        return sorted(os.listdir(self.copies)) if self.copies.is_dir() else []

    def parts(self) -> list[Path]:
        return sorted(self.copies.glob("*.part"))


Desks = Callable[..., Desk]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    """Give an address and who signs in there; the archive is empty and private."""
    opened: list[Server] = []

    def open_desk(
        url: str, username: str, password: str, *, archive: Path | None = None, **more: Any
    ) -> Desk:
        found = probe(url)
        known = KnownServer(
            address=found.address,
            name="test",
            engine=found.engine,
            instance_id=found.instance_id,
        )
        server = Server(
            found.address,
            tokens=SessionStore(),
            lock=tmp_path / "desk" / "sign-in.lock",
            **more,
        )
        opened.append(server)
        server.sign_in(username, password)
        home = tmp_path / "desk"
        vault = Vault.create(
            archive or tmp_path / "offsite", catalog=home / "catalog.sqlite3", locks=home / "locks"
        )
        return Desk(server, known, vault, home)

    yield open_desk
    for server in opened:
        server.close()


@pytest.fixture(scope="module")
def big_engine(
    tmp_path_factory: pytest.TempPathFactory, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """An engine with one full backup of some 12 MB, called `big`."""
    folder = tmp_path_factory.mktemp("engine")
    with running_engine(folder, postgres, kuroibara_template) as running:
        chapter = running.library / "manga" / "big" / "chapters" / "1.cbz"
        chapter.parent.mkdir(parents=True)
        chapter.write_bytes(random.Random(1).randbytes(12_000_000))
        running.create("big")
        yield running


@pytest.fixture
def proxy(big_engine: RunningEngine, faulty: Callable[[str], FaultyProxy]) -> FaultyProxy:
    return faulty(big_engine.url)


@pytest.fixture
def desk(desks: Desks, big_engine: RunningEngine, proxy: FaultyProxy) -> Desk:
    """A desk before the big engine, with a proxy between that can misbehave."""
    return desks(proxy.url, big_engine.admin.username, big_engine.admin.password)
