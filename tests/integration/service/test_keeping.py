"""Retention on real backups: months of schedules by a clock of the test's own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from kuroibara_backup.cli.operate import Foreground
from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.errors import BackupError, Damaged, NotEnoughSpace, Refused
from kuroibara_backup.places.local import LocalPlace
from kuroibara_backup.retention import Kind, Standing
from kuroibara_backup.service.catalogue import Catalogue
from kuroibara_backup.service.doctor import Health, examine
from kuroibara_backup.service.engine import opened
from tests.support.engine import engine_settings, fill_library
from tests.support.format1 import make_format1
from tests.support.postgres import drop_database, execute, make_database
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.places.local import Identity, Stored
    from kuroibara_backup.service.doctor import Finding
    from kuroibara_backup.service.engine import Service
    from kuroibara_backup.settings import Settings
    from tests.support.small_disk import SmallDisks

BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(slots=True, kw_only=True)
class Install:
    """An engine whose clock the test moves on."""

    settings: Settings
    service: Service
    now: datetime

    @property
    def library(self) -> Path:
        return self.settings.storage_path

    def create(self, kind: Kind = Kind.WEEKLY, *, full: bool = True) -> str:
        """Make a backup of now; returns its filename."""
        outcome = self.service.creations.make_now(
            Foreground(lambda *_: None, lambda: None), name=None, include_storage=full, kind=kind
        )
        self.now += timedelta(seconds=1)
        return outcome.filename

    def live(self, until: datetime) -> None:
        """Let the schedules make what is due, one moment after the other."""
        look = self.service.schedules
        while True:
            due = min(one.next_due for one in look.told() if one.next_due is not None)
            if due > until:
                return
            self.now = due + timedelta(seconds=20)
            look.tick(self.now)
            for job in self.service.jobs.unfinished():
                assert self.service.jobs.wait(job.id, 60).error is None
            look.tick(self.now)

    def names(self) -> set[str]:
        return {item.filename for item in self.service.backups.all()}

    def verdict(self, name: str) -> Any:
        found = self.service.keeping.verdicts()
        return next(one for one in found if one.candidate.name == name)

    def suspects(self) -> list[str]:
        return [
            one.candidate.name
            for one in self.service.keeping.verdicts()
            if one.candidate.standing is Standing.SUSPECT
        ]


@contextmanager
def installed(
    folder: Path, postgres: EmbeddedPostgres, template: str, **more: Any
) -> Iterator[Install]:
    name = make_database(postgres, template)
    settings = engine_settings(folder, postgres.url(name), postgres.url(f"{name}_state"), **more)
    fill_library(settings.storage_path)
    with psycopg.connect(settings.kuroibara_url) as connection:
        connection.execute(
            "INSERT INTO manga (id, title, type, status, is_nsfw, cover_image)"
            " VALUES (%s, 'T', 'MANGA', 'ONGOING', false, %s)",
            (uuid4(), f"{settings.storage_path}/manga/x/cover.jpg"),
        )
    install: list[Install] = []
    try:
        with opened(settings, now=lambda: install[0].now) as service:
            start = datetime(2026, 1, 1, 1, tzinfo=BERLIN)
            install.append(Install(settings=settings, service=service, now=start))
            yield install[0]
    finally:
        drop_database(postgres, f"{name}_state")
        drop_database(postgres, name)


@pytest.fixture
def install(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[Install]:
    with installed(tmp_path, postgres, kuroibara_template) as found:
        yield found


@pytest.fixture
def scheduled(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[Install]:
    """An install with its schedules, as they are unless somebody changes them."""
    enabled = {f"backup_{kind}_enabled": True for kind in ("daily", "weekly", "monthly")}
    with installed(tmp_path, postgres, kuroibara_template, **enabled) as found:
        yield found


@pytest.mark.parametrize(
    ("back", "weekly", "monthly"),
    [
        pytest.param(
            datetime(2026, 1, 19, 12, tzinfo=BERLIN), 2, 0, id="two weeks", marks=pytest.mark.slow
        ),
        # Those of the 1st of February and of March are monthly, too.
        pytest.param(
            datetime(2026, 3, 6, 12, tzinfo=BERLIN), 8, 2, id="sixty days", marks=pytest.mark.slow
        ),
    ],
)
def test_a_time_without_the_librarys_drive_leaves_the_last_good_full_backup(
    scheduled: Install, back: datetime, weekly: int, monthly: int
) -> None:
    install = scheduled
    install.service.schedules.start()
    install.service.schedules.tick(install.now)
    install.service.jobs.start()
    # The 1st of January is a Thursday: a monthly, then a weekly on the 4th.
    install.live(datetime(2026, 1, 5, 12, tzinfo=BERLIN))
    good = {name for name in install.names() if not name.startswith("daily")}
    assert len(good) == 2
    away = install.library.with_name("away")
    install.library.rename(away)
    install.library.mkdir()
    install.live(back)
    assert good <= install.names()
    suspects = install.suspects()
    assert len(suspects) == weekly, "all are kept"
    both = [install.verdict(name).candidate.kinds for name in suspects]
    assert both.count(frozenset({Kind.WEEKLY, Kind.MONTHLY})) == monthly
    assert len([name for name in install.names() if name.startswith("daily")]) == 7
    assert install.service.keeping.prune().filenames == ()
    # The drive is back: the next full one is good, and what was kept meanwhile still is.
    install.library.rmdir()
    away.rename(install.library)
    sunday = back + timedelta(days=6 - back.weekday())
    install.live(sunday)
    (newest,) = (
        name for name in install.names() if name.startswith(f"weekly_{sunday:%Y%m%d}_030020")
    )
    assert install.verdict(newest).candidate.standing is Standing.GOOD
    assert good <= install.names()


@pytest.mark.slow
def test_a_disk_for_two_full_backups_keeps_making_them(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str, small_disk: SmallDisks
) -> None:
    few = {f"backup_retention_{period}": 1 for period in ("weekly", "monthly", "yearly")}
    with installed(
        tmp_path,
        postgres,
        kuroibara_template,
        backup_path=small_disk(10 << 20),
        backup_retention_daily=2,
        **few,
    ) as install:
        (install.library / "big.cbz").write_bytes(os.urandom(3 << 20))
        for week in range(6):
            install.now = datetime(2026, 1, 25, 2, tzinfo=BERLIN) + timedelta(weeks=week)
            install.create(Kind.DAILY, full=False)
            if week == 1:
                install.create(Kind.MONTHLY)
            install.create(Kind.WEEKLY)
            made = {name for name in install.names() if name.startswith("weekly")}
            assert made == {f"weekly_{install.now - timedelta(seconds=1):%Y%m%d_%H%M%S}.tar.gz"}
        assert len([name for name in install.names() if name.startswith("monthly")]) == 1
        # What would leave nothing to fall back on is refused, and nothing is gone.
        (install.library / "more.cbz").write_bytes(os.urandom(3 << 20))
        before = install.names()
        with pytest.raises(NotEnoughSpace):
            install.create(Kind.WEEKLY)
        assert install.names() == before
        install.create(Kind.DAILY, full=False)
        assert advice(install.settings).health is Health.GOOD
        more = {"backup_retention_weekly": 4, "backup_retention_monthly": 12}
        told = advice(install.settings.model_copy(update=more))
        assert told.health is Health.WARNING
        assert "BACKUP_RETENTION_WEEKLY=1, BACKUP_RETENTION_MONTHLY=1 " in told.remedy


def advice(settings: Settings) -> Finding:
    return next(found for found in examine(settings) if found.check == "retention")


def test_what_the_preview_shows_is_what_goes(install: Install) -> None:
    names = []
    for number in range(3):
        install.now = datetime(2026, 1, 4 + number, 3, tzinfo=BERLIN)
        names.append(install.create(Kind.WEEKLY, full=False))
    # The 4th is in another week than the 5th and 6th; pruning followed each of them.
    assert install.names() == {names[0], names[2]}
    install.now = datetime(2026, 1, 8, tzinfo=BERLIN)
    extra = install.create(Kind.WEEKLY, full=False)
    assert install.names() == {names[0], extra}
    shutil.copy(install.service.place.ours / extra, install.service.place.ours / "late.tar.gz")
    gone = [one.candidate.name for one in install.service.keeping.verdicts() if not one.kept]
    assert list(install.service.keeping.prune().filenames) == gone
    assert not list(install.service.place.ours.glob(f"{names[2]}*")), "the sidecar went, too"


def test_a_suspect_backup_prunes_nothing_until_it_is_accepted(install: Install) -> None:
    first = install.create()
    for manga in sorted((install.library / "manga").iterdir())[1:]:
        shutil.rmtree(manga)
    install.now += timedelta(days=7)
    second = install.create()
    assert install.suspects() == [second]
    third = install.create()  # the good one is what counts, not the last
    assert install.suspects() == [third, second]
    assert install.names() == {first, second, third}
    install.service.keeping.decide(install.service.backups.named(third), accept=True)
    install.service.keeping.decide(install.service.backups.named(second), accept=True)
    assert install.service.keeping.prune().filenames == (second,)
    assert install.suspects() == []
    install.now += timedelta(days=7)
    assert install.create() not in install.suspects(), "the accepted one is the measure now"


def test_lost_rows_make_a_database_backup_suspect(install: Install) -> None:
    install.create(Kind.DAILY, full=False)
    execute(install.settings.kuroibara_url, "DELETE FROM manga")
    install.now += timedelta(days=1)
    assert [install.create(Kind.DAILY, full=False)] == install.suspects()


def test_pins_notes_and_acceptance_outlive_the_state_database(install: Install) -> None:
    install.create()
    (install.library / "manga").rename(install.library.with_name("gone"))
    name = install.create(Kind.MONTHLY)
    stored = install.service.backups.named(name)
    install.service.keeping.decide(stored, pinned=True, note="before the upgrade é", accept=True)
    beside = json.loads((install.service.place.ours / f"{name}.note").read_text())
    assert (beside["pinned"], beside["accepted"]) == (True, True)
    state_url = install.settings.backup_state_url
    assert state_url is not None
    execute(state_url.get_secret_value(), "DELETE FROM archive")
    with opened(install.settings) as anew:
        anew.catalogue.describe_ours()
        row = anew.catalogue.row(anew.backups.named(name))
        assert row is not None
        assert (row.pinned, row.note, row.suspect) == (True, "before the upgrade é", False)
        verdict = next(v for v in anew.keeping.verdicts() if v.candidate.name == name)
        assert verdict.candidate.standing is Standing.UNVERIFIED
        report = list(anew.adoption.adopt(anew.backups.named(name), lambda: None))
        assert report
        again = anew.keeping.decide(anew.backups.named(name), pinned=False, note="")
        assert again.verified_at is not None
        anew.place.sweep()
        assert (install.service.place.ours / f"{name}.note").exists(), "the acceptance stays"
    install.service.place.remove(install.service.backups.named(name))
    assert not (install.service.place.ours / f"{name}.note").exists()


def test_a_note_that_cannot_be_read_keeps_its_backup(install: Install) -> None:
    name = install.create()
    (install.service.place.ours / f"{name}.note").write_bytes(b"\xff{")
    state_url = install.settings.backup_state_url
    assert state_url is not None
    execute(state_url.get_secret_value(), "DELETE FROM archive")
    with opened(install.settings) as anew:
        anew.catalogue.describe_ours()
        row = anew.catalogue.row(anew.backups.named(name))
        assert row is not None
        assert row.pinned


def test_a_file_that_goes_while_it_is_looked_at_keeps_no_backup_from_being_made(
    install: Install,
) -> None:
    first = install.service.place.ours / install.create()
    content, passing = first.read_bytes(), first.with_name("passing.tar.gz")
    ended = threading.Event()

    def come_and_go() -> None:
        while not ended.is_set():
            passing.write_bytes(content)
            passing.unlink()

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(come_and_go)
        try:
            for _ in range(30):
                verdicts = install.service.keeping.verdicts()
            made = install.create()
        finally:
            ended.set()
        other.result()
    assert first.name in {verdict.candidate.name for verdict in verdicts}
    assert made in install.names()


def test_a_note_with_letters_that_are_none_is_read_as_well_as_it_can_be(install: Install) -> None:
    name = install.create()
    said = json.dumps({"pinned": True, "note": "a\0b \ud800"})
    (install.service.place.ours / f"{name}.note").write_text(said)
    state_url = install.settings.backup_state_url
    assert state_url is not None
    execute(state_url.get_secret_value(), "DELETE FROM archive")
    with opened(install.settings) as anew:
        anew.catalogue.describe_ours()
        row = anew.catalogue.row(anew.backups.named(name))
    assert row is not None
    assert (row.pinned, row.note) == (True, "ab ?")


class _Interrupted(LocalPlace):
    """The same folder; something happens whenever a file of it is opened to be read."""

    def __init__(self, root: Path, meanwhile: Callable[[Stored], object]) -> None:
        super().__init__(root)
        self._meanwhile = meanwhile

    def open(self, stored: Stored) -> tuple[int, Identity]:
        self._meanwhile(stored)
        return super().open(stored)


def test_what_is_decided_while_a_backup_is_hashed_stays(install: Install) -> None:
    first = install.service.place.ours / install.create()
    shutil.copyfile(first, first.with_name("by hand.tar.gz"))
    catalogue, state_url = install.service.catalogue, install.settings.backup_state_url
    assert state_url is not None

    def decide(stored: Stored) -> None:
        row = install.service.keeping.decide(stored, pinned=True)
        catalogue.amend(row, verified_at=install.now)

    place = _Interrupted(install.settings.backup_path, decide)
    hashing = Catalogue(place, open_state("postgresql://unused", state_url.get_secret_value()))
    hashing.start()
    try:
        stored = place.find("by hand.tar.gz")
        hashing.want_sha256(stored)
        row = until(lambda: (row := catalogue.fresh(stored)) and row.sha256 and row)
    finally:
        hashing.close()
    assert row
    assert (row.pinned, row.verified_at) == (True, install.now)
    assert row.sha256 == hashlib.sha256(first.read_bytes()).hexdigest()


def test_a_pin_set_by_another_process_between_preview_and_act_is_seen(install: Install) -> None:
    old = install.create(Kind.DAILY, full=False)
    with opened(install.settings) as other:
        other.keeping.decide(other.backups.named(old), pinned=True)
    newer = install.create(Kind.DAILY, full=False)
    assert install.names() == {old, newer}
    with opened(install.settings) as other:
        other.keeping.decide(other.backups.named(old), pinned=False)
    assert install.service.keeping.prune().filenames == (old,)


def test_a_lease_given_by_another_process_is_not_cut_short_by_use_here(install: Install) -> None:
    name = install.create()
    with opened(install.settings, now=lambda: install.now) as other:  # a worker, since long
        mine, theirs = install.service.backups.named(name), other.backups.named(name)
        assert other.catalogue.row(theirs) is not None
        until_then = install.service.keeping.lease(mine)
        other.keeping.used(theirs)
    row = install.service.catalogue.fresh(mine)
    assert row is not None
    assert row.leased_until is not None
    assert row.leased_until >= until_then


def test_a_download_and_a_lease_hold_a_backup(install: Install) -> None:
    old = install.create(Kind.DAILY, full=False)
    install.service.backups.open_download(old).close()
    install.create(Kind.DAILY, full=False)
    assert old in install.names(), "it is being fetched"
    until = install.service.keeping.lease(install.service.backups.named(old))
    assert until == install.now + timedelta(days=14)
    install.now += timedelta(days=10)
    install.service.backups.open_download(old).close()  # use renews the lease
    install.now += timedelta(days=10)
    install.create(Kind.DAILY, full=False)
    assert old in install.names()
    install.now += timedelta(days=5)
    install.service.keeping.prune()
    assert old not in install.names()


def test_retention_can_be_switched_off(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    with installed(
        tmp_path, postgres, kuroibara_template, backup_retention_enabled=False
    ) as install:
        names = {install.create(Kind.DAILY, full=False) for _ in range(3)}
        assert install.service.keeping.prune().filenames == ()
        assert install.names() == names


def test_kuroibaras_own_are_never_judged_until_adopted(install: Install) -> None:
    theirs = install.service.place.theirs
    theirs.mkdir(parents=True)
    name = "weekly_20251207.tar.gz"
    path = make_format1(theirs / name, None, install.library, "weekly")
    long_ago = datetime(2025, 12, 7, 3, tzinfo=UTC).timestamp()
    os.utime(path, (long_ago, long_ago))
    ours = install.create()
    assert install.verdict(name).candidate.found
    stored = install.service.backups.named(name)
    with pytest.raises(Refused) as caught:
        install.service.keeping.decide(stored, pinned=True)
    assert caught.value.code == "not_adopted"
    list(install.service.adoption.adopt(stored, lambda: None))
    assert not path.exists()
    assert (install.service.place.ours / f"{name}.sha256").exists()
    verdict = install.verdict(name)
    assert verdict.candidate.kinds == {Kind.WEEKLY}
    assert verdict.candidate.standing is Standing.GOOD
    assert verdict.kept
    item = next(one for one in install.service.backups.all() if one.filename == name)
    assert item.backup_id is not None, "it can be pinned over HTTP"
    assert item.created_at == datetime(2025, 12, 7, 3, tzinfo=UTC)
    assert install.names() == {ours, name}


def test_a_damaged_or_linked_one_is_not_adopted_and_stays(install: Install) -> None:
    theirs = install.service.place.theirs
    theirs.mkdir(parents=True)
    path = make_format1(theirs / "daily_20251207.tar.gz", None, None, "daily")
    data = bytearray(path.read_bytes())
    path.write_bytes(data[: len(data) // 2])
    os.utime(path, (1_700_000_000, 1_700_000_000))
    with pytest.raises((Damaged, BackupError)):
        list(install.service.adoption.adopt(install.service.backups.named(path.name), lambda: None))
    assert path.exists()
    (theirs / "linked.tar.gz").symlink_to(path)
    with pytest.raises(Refused) as caught:
        list(
            install.service.adoption.adopt(
                install.service.backups.named("linked.tar.gz"), lambda: None
            )
        )
    assert caught.value.code == "is_a_link"
    assert install.service.keeping.prune().filenames == ()


def test_pruning_is_refused_while_a_backup_is_written(install: Install) -> None:
    with (
        install.service.place.writer_lock(wait=False),
        pytest.raises(Refused) as caught,
    ):
        install.service.keeping.prune()
    assert caught.value.code == "locked"
