"""A backup that lies on the server becomes its library again, and no byte of it moves."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest

from kuroibara_backup.errors import NotFound
from kuroibara_backup.service.engine import opened
from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.core.errors import JobFailed
from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.core.stored import StoredBackup, lies_there, stored
from kuroibara_desktop.secrets import SessionStore, Tickets
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.journeys import forget_old, journeys, told
from kuroibara_desktop.transfers.restoring import Restoring
from tests.support.engine import new_user, serving
from tests.support.postgres import execute
from tests.support.restoring import backed_up, server_with_sample, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from kuroibara_desktop.core.progress import Progress
    from tests.support.faulty import FaultyProxy
    from tests.support.restoring import Server as Settled

T = TypeVar("T")
QUICK = Pace(delays=(0.05,) * 10, poll=0.05)


def never() -> None:
    """The check of somebody who does not cancel."""


class Admin:
    """Mika, before the server whose backup it is."""

    def __init__(
        self, settled: Settled, path: Path, proxy: FaultyProxy, server: Server, home: Path
    ) -> None:
        self.settled, self.path, self.proxy, self.server = settled, path, proxy, server
        self.journal = Journal(home / "journal.sqlite3")
        self.store = SessionStore()
        self.stages: set[Stage] = set()

    @property
    def restoring(self) -> Restoring:
        return Restoring(self.server, journal=self.journal, tickets=Tickets(self.store), pace=QUICK)

    def listed(self) -> StoredBackup:
        [remote] = self.server.backups()
        assert lies_there(Backup(where=Where.SERVER, remote=remote))
        return stored(remote, here_too=False)

    def run(self, work: Generator[Progress, None, T]) -> T:
        while True:
            try:
                self.stages.add(next(work).stage)
            except StopIteration as end:
                result: T = end.value
                return result


@pytest.fixture
def admin(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
    faulty: Callable[[str], FaultyProxy],
) -> Iterator[Admin]:
    with server_with_sample(tmp_path / "there", postgres, sample_template) as settled:
        mika = new_user(settled.url, "mika_of_here", superuser=True)
        path = backed_up(settled)
        with opened(settled.settings) as service:
            service.start()
            with serving(service) as url:
                proxy, home = faulty(url), tmp_path / "home"
                with Server(proxy.url, tokens=SessionStore(), lock=home / "lock") as server:
                    server.sign_in(mika.username, mika.password)
                    yield Admin(settled, path, proxy, server, home)


def spoil(settled: Settled) -> None:
    """What makes somebody want the backup: rows gone, a file gone, another one changed."""
    execute(settled.url, "DELETE FROM reading_progress")
    execute(settled.url, "UPDATE manga SET title = 'lost'")
    first, second = sorted(settled.settings.storage_path.rglob("*.cbz"))[:2]
    first.unlink()
    second.write_bytes(b"not a chapter")


@pytest.mark.slow
def test_from_the_server_s_own_backup_to_a_proved_library_and_back_again(admin: Admin) -> None:
    held = whole(admin.settled.settings)
    spoil(admin.settled)
    spoiled = whole(admin.settled.settings)
    restoring = admin.restoring
    journey, plan = admin.run(restoring.prepare(restoring.choose(admin.listed()), check=never))
    assert (journey.state, journey.lies_there) == (JourneyState.PLANNED, True)
    assert plan.possible
    assert whole(admin.settled.settings) == spoiled
    assert Stage.UPLOADING not in admin.stages

    journey = restoring.confirm(journey, plan, typed=plan.server_name)
    journey, _ = admin.run(restoring.follow(journey, check=never))
    assert journey.state is JourneyState.RESTORED
    assert whole(admin.settled.settings) == held
    journey, _ = admin.run(restoring.roll_back(journey, check=never))
    assert journey.state is JourneyState.ROLLED_BACK
    assert whole(admin.settled.settings) == spoiled
    moving = ("/backup/uploads", "/backup/download")
    assert not any(path in one.path for one in admin.proxy.requests for path in moving)


def test_begun_again_it_is_the_same_restore_and_the_same_plan(admin: Admin) -> None:
    journey, plan = admin.run(
        admin.restoring.prepare(admin.restoring.choose(admin.listed()), check=never)
    )
    again = admin.restoring.choose(admin.listed())
    assert again.id == journey.id
    journey, same = admin.run(admin.restoring.prepare(again, check=never))
    assert same.id == plan.id
    assert journeys(admin.journal) == [journey]  # as it was written, it is read


def test_one_that_is_gone_or_damaged_by_then_is_said_and_nothing_is_begun(admin: Admin) -> None:
    before = whole(admin.settled.settings)
    gone = admin.listed()
    data = bytearray(admin.path.read_bytes())
    data[len(data) // 2] ^= 1
    looked = admin.path.stat()
    admin.path.write_bytes(data)
    os.utime(admin.path, ns=(looked.st_atime_ns, looked.st_mtime_ns))  # as a disk forgets
    with pytest.raises(JobFailed, match="damaged") as failed:
        admin.run(admin.restoring.prepare(admin.restoring.choose(gone), check=never))
    assert failed.value.code == "damaged"
    admin.path.unlink()
    with pytest.raises(NotFound):
        admin.run(admin.restoring.prepare(admin.restoring.choose(gone), check=never))
    [journey] = journeys(admin.journal)
    assert journey.state is JourneyState.FAILED
    assert whole(admin.settled.settings) == before


def test_a_plan_that_nobody_confirmed_leaves_the_journal_in_time(admin: Admin) -> None:
    restoring = admin.restoring
    admin.run(restoring.prepare(restoring.choose(admin.listed()), check=never))
    soon = datetime.now(UTC) + timedelta(days=6)
    forget_old(admin.journal, soon)
    assert len(journeys(admin.journal)) == 1
    late = Restoring(
        admin.server,
        journal=admin.journal,
        tickets=Tickets(admin.store),
        now=lambda: soon + timedelta(days=2),
    )
    late.choose(admin.listed())
    assert [one.journey.state for one in told(admin.journal)] == [JourneyState.CHOSEN]


def test_a_restore_that_was_begun_stays_however_long_ago(admin: Admin) -> None:
    restoring = admin.restoring
    journey, plan = admin.run(restoring.prepare(restoring.choose(admin.listed()), check=never))
    journey = restoring.confirm(journey, plan, typed=plan.server_name)
    forget_old(admin.journal, datetime.now(UTC) + timedelta(days=1000))
    assert journeys(admin.journal) == [journey]
    journey, _ = admin.run(restoring.follow(journey, check=never))
    forget_old(admin.journal, datetime.now(UTC) + timedelta(days=1000))
    assert journeys(admin.journal) == [journey]


def test_a_row_of_another_version_is_left_alone(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    with journal.writing() as db:
        db.execute(
            "INSERT INTO journeys (id, server, state, facts, changed_at)"
            " VALUES ('1', 'https://nas', 'dreaming', '{}', '2001-01-01 00:00:00')"
        )
    forget_old(journal, datetime.now(UTC))
    with journal.reading() as db:
        assert db.execute("SELECT count(*) FROM journeys").fetchone() == (1,)
