"""Backups that a real engine makes when they are due: failures, kills, a database that is away."""

from __future__ import annotations

import signal
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.database.connection import database_name
from kuroibara_backup.retention import Kind
from kuroibara_backup.schedule import RETRIES
from kuroibara_backup.service.engine import opened
from kuroibara_backup.service.ticker import Ticker
from tests.integration.service.test_keeping import BERLIN, Install, installed
from tests.support.postgres import execute, rows
from tests.support.scheduling import REAL, look_after, set_clock
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.service.engine import Service
    from kuroibara_backup.service.schedules import Scheduled

DUE = datetime(2026, 1, 1, 2, 0, 20, tzinfo=BERLIN)


@pytest.fixture
def install(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[Install]:
    with installed(tmp_path, postgres, kuroibara_template, backup_daily_enabled=True) as found:
        found.service.schedules.start()
        found.service.schedules.tick(found.now)
        yield found


def state_url(install: Install) -> str:
    url = install.settings.backup_state_url
    assert url is not None
    return url.get_secret_value()


def daily(service: Service) -> Scheduled:
    return next(one for one in service.schedules.told() if one.kind is Kind.DAILY)


def look(install: Install, service: Service, at: datetime) -> None:
    """Look at this moment, and again when what was begun has ended."""
    install.now = at
    service.schedules.tick(at)
    for job in service.jobs.unfinished():
        service.jobs.wait(job.id, 60)
    service.schedules.tick(at)


def test_a_failed_backup_is_tried_again_three_times_and_then_said_to_have_failed(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> None:
    no_room = {"backup_daily_enabled": True, "backup_reserve_bytes": 1 << 60}
    with installed(tmp_path, postgres, kuroibara_template, **no_room) as install:
        service = install.service
        service.schedules.start()
        service.schedules.tick(install.now)
        service.jobs.start()
        at = DUE
        look(install, service, at)
        for attempts, pause in enumerate(RETRIES, start=1):
            told = daily(service)
            assert told.last_error is not None
            assert told.last_error["code"] == "not_enough_space"
            assert (len(service.jobs.list()), told.overdue) == (attempts, False)
            look(install, service, at + pause - timedelta(seconds=1))
            assert len(service.jobs.list()) == attempts, "not a second too soon"
            at += pause
            look(install, service, at)
        told = daily(service)
        assert told.overdue
        look(install, service, at + timedelta(hours=3))
        assert len(service.jobs.list()) == 4
        assert (told.failures, told.last_success) == (1, None)
        service.jobs.close()
        roomy = install.settings.model_copy(update={"backup_reserve_bytes": 0})
        with opened(roomy, now=lambda: install.now) as other:
            other.jobs.start()
            look(install, other, DUE + timedelta(days=1))
            told = daily(other)
            assert (told.failures, told.last_error, told.overdue) == (0, None, False)
            assert told.last_success is not None
        assert install.names() == {"daily_20260102_020020.tar.gz"}


def test_what_somebody_cancelled_is_not_tried_again(install: Install) -> None:
    service = install.service
    install.now = DUE
    service.schedules.tick(DUE)
    (job,) = service.jobs.unfinished()
    service.jobs.cancel(job.id)
    look(install, service, DUE + timedelta(hours=2))
    assert len(service.jobs.list()) == 1
    told = daily(service)
    assert told.last_error is not None
    assert (told.last_error["code"], told.failures, told.overdue) == ("cancelled", 0, False)


def test_killed_between_taking_the_run_and_noting_its_job_there_is_still_one_backup(
    install: Install, tmp_path: Path
) -> None:
    set_clock(tmp_path / "clock", DUE)
    dying = look_after(state_url(install), tmp_path / "clock", die=REAL)
    assert dying.wait(60) == -signal.SIGKILL
    assert rows(state_url(install), "SELECT state, job_id FROM run") == [("waiting", None)]
    service = install.service
    install.now = DUE + timedelta(minutes=1)
    service.schedules.tick(install.now)  # the same is queued, nobody knows yet by whom
    assert len(service.jobs.list()) == 1
    service.jobs.start()

    def ended() -> bool:
        install.now += timedelta(minutes=1)
        service.schedules.tick(install.now)
        time.sleep(0.05)
        unfinished = rows(state_url(install), "SELECT 1 FROM run WHERE state <> 'succeeded'")
        return unfinished == [] and not service.jobs.unfinished()

    until(ended, seconds=60)
    assert rows(state_url(install), "SELECT count(*) FROM run") == [(1,)]
    assert len(install.names()) == 1


def test_due_while_the_database_is_away_it_is_made_afterwards(
    install: Install, postgres: EmbeddedPostgres
) -> None:
    service, state = install.service, database_name(state_url(install))
    service.jobs.start()
    ticker = Ticker(service.schedules, lambda: install.now, every=0.05)
    ticker.start()
    try:
        execute(
            postgres.url(),
            f'ALTER DATABASE "{state}" ALLOW_CONNECTIONS false',
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{state}'",
        )
        for _ in range(5):
            install.now += timedelta(minutes=13)
            time.sleep(0.2)
        assert install.now > DUE
        execute(postgres.url(), f'ALTER DATABASE "{state}" ALLOW_CONNECTIONS true')
        until(lambda: daily(service).last_success is not None, seconds=60)
    finally:
        ticker.close()
    assert len(install.names()) == 1
