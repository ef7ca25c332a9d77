"""What is wanted is copied, in its order, whatever is wished, killed or away meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.errors import Cancelled, NotEnoughSpace, NotFound
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import NoRoomBeside, ServerUnreachable, VaultBusy
from kuroibara_desktop.core.keeping import WayOut
from kuroibara_desktop.core.queue import HourLimit, SpeedRules, Wanted
from kuroibara_desktop.core.transfers import TransferId, TransferState
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.making_room import room_for_all
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.transfers.working import Step, worked
from kuroibara_desktop.vault import Vault
from tests.support.copies import put_copy
from tests.support.engine import served
from tests.support.faulty import UNAUTHORIZED, Fault
from tests.support.finished import never
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_desktop.core.servers import KeptServer
    from kuroibara_desktop.server import Server
    from tests.integration.transfers.conftest import Desk
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.small_disk import SmallDisks

S = TransferState
DOWNLOAD = "/backup/download/"
QUICK = Pace(delays=(0.05,) * 4, poll=0.05)


@pytest.fixture(scope="module", autouse=True)
def small(big_engine: RunningEngine) -> None:
    for name in ("one", "two"):
        big_engine.create(name, include_storage=False)


@dataclass(slots=True)
class Line:
    """The queue of a desk."""

    desk: Desk
    later: float = 0.0
    steps: list[Step] = field(default_factory=list)
    vault: Vault | None = None

    @property
    def queue(self) -> Queue:
        """Opened anew each time, as by another process."""
        return Queue(
            Journal(self.desk.folder / "journal.sqlite3"),
            (self.vault or self.desk.vault).id,
            locks=self.desk.folder / "locks",
            now=lambda: time.time() + self.later,
        )

    def want(self, *names: str) -> list[Wanted]:
        key = self.desk.known.instance_id or self.desk.known.address
        return self.queue.add(key, self.desk.known.folder, [self.desk.backup(n) for n in names])

    @contextmanager
    def servers(self, key: str) -> Iterator[tuple[KeptServer, Server]]:
        if key != self.desk.known.instance_id:
            raise NotFound("This server is no longer set up.", remedy="")
        yield self.desk.known.kept, self.desk.server

    def work(self, check: Callable[[], None] = never, pace: Pace = QUICK, **how: Any) -> list[Step]:
        steps = worked(
            self.queue,
            self.vault or self.desk.vault,
            self.servers,
            check=check,
            pace=pace,
            **how,
        )
        for step in steps:
            self.steps.append(step)
        return self.steps

    def states(self) -> dict[str, TransferState]:
        return {row.filename.removesuffix(".tar.gz"): row.state for row in self.queue.rows()}

    def verified(self) -> set[str]:
        return {copy.name for copy in self.desk.vault.copies() if copy.state is CopyState.VERIFIED}


@pytest.fixture
def line(desk: Desk) -> Line:
    return Line(desk)


def test_all_that_is_wanted_comes_in_its_order(line: Line, proxy: FaultyProxy) -> None:
    one, two, _big = line.want("one", "two", "big")
    line.queue.move(two.id, before=one.id)
    line.work()
    assert line.verified() == {"one", "two", "big"}
    names = [r.path.rsplit("/", 1)[1] for r in proxy.passed(DOWNLOAD)]
    assert names == ["two.tar.gz", "one.tar.gz", "big.tar.gz"]
    assert line.states() == dict.fromkeys(("two", "one", "big"), S.DONE)
    assert [s.copy.name for s in line.steps if s.copy] == ["two", "one", "big"]
    assert len(proxy.passed("/lease", "PUT")) == 3  # nothing removes them meanwhile
    line.queue.clear_ended()
    assert line.queue.rows() == []


def test_what_is_wanted_already_keeps_its_place(line: Line) -> None:
    first = line.want("one", "two")
    again = line.want("two", "one")
    assert [row.id for row in again] == [first[1].id, first[0].id]
    assert len(line.queue.rows()) == 2


def on_first_bytes(line: Line, act: Callable[[], object], at: int = 2_000_000) -> None:
    """Do something, from another thread, once the first bytes of `big` are here."""

    def wait() -> None:
        until(lambda: any(p.stat().st_size > at for p in line.desk.parts()), seconds=30)
        act()

    threading.Thread(target=wait, daemon=True).start()


def test_paused_in_mid_file_the_others_go_on_and_no_byte_comes_twice(
    line: Line, proxy: FaultyProxy
) -> None:
    proxy.misbehave(Fault(only="big.tar.gz", bytes_per_second=5_000_000))
    big, _one = line.want("big", "one")
    on_first_bytes(line, lambda: line.queue.pause(big.id))
    line.work()
    assert line.states() == {"big": S.PAUSED, "one": S.DONE}
    [part] = line.desk.parts()
    length = part.stat().st_size
    line.queue.resume(big.id)
    proxy.misbehave()
    line.work()
    assert proxy.passed("big.tar.gz")[-1].range == f"bytes={length}-"
    assert line.states()["big"] is S.DONE


def test_cancelled_in_mid_file_nothing_of_it_stays(line: Line, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only="big.tar.gz", bytes_per_second=5_000_000))
    [big] = line.want("big")
    on_first_bytes(line, lambda: line.queue.cancel(big.id))
    line.work()
    assert line.states() == {"big": S.CANCELLED}
    assert line.desk.files() == []
    assert line.desk.vault.catalog.transfers(line.desk.vault.id) == []


def test_what_is_paused_or_cancelled_before_its_turn_never_begins(
    line: Line, proxy: FaultyProxy
) -> None:
    one, two = line.want("one", "two")
    line.queue.pause(one.id)
    line.queue.cancel(two.id)
    line.work()
    assert line.states() == {"one": S.PAUSED, "two": S.CANCELLED}
    assert not proxy.passed(DOWNLOAD)


def test_quitting_queues_again_what_ran(line: Line, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=5_000_000))
    line.want("big")

    def quit_now() -> None:
        if any(p.stat().st_size > 1_000_000 for p in line.desk.parts()):
            raise Cancelled

    with pytest.raises(Cancelled):
        line.work(check=quit_now)
    assert line.states() == {"big": S.QUEUED}
    proxy.misbehave()
    line.work()
    assert line.states() == {"big": S.DONE}
    assert proxy.passed(DOWNLOAD)[-1].range is not None


def test_killed_in_mid_file_the_queue_goes_on_from_there(
    line: Line, proxy: FaultyProxy, big_engine: RunningEngine
) -> None:
    proxy.misbehave(Fault(only="big.tar.gz", bytes_per_second=4_000_000))
    line.want("big", "one")
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.transfers.queue_victim"],
        env=os.environ
        | {
            "VICTIM": json.dumps(
                {
                    "address": line.desk.known.address,
                    "archive": str(line.desk.vault.folder),
                    "home": str(line.desk.folder),
                    "username": big_engine.admin.username,
                    "password": big_engine.admin.password,
                }
            )
        },
    )
    try:
        until(lambda: any(p.stat().st_size > 2_000_000 for p in line.desk.parts()), seconds=30)
        with pytest.raises(VaultBusy):  # one at a time, whoever it is
            line.work()
    finally:
        victim.kill()
        victim.wait()
    assert line.states() == {"big": S.RUNNING, "one": S.QUEUED}
    [part] = line.desk.parts()
    length = part.stat().st_size
    proxy.misbehave()
    line.work()
    assert line.states() == {"big": S.DONE, "one": S.DONE}
    assert proxy.passed("big.tar.gz")[-1].range == f"bytes={length}-"


@pytest.mark.slow
def test_a_killed_server_started_elsewhere_is_gone_on_with(
    line: Line, proxy: FaultyProxy, big_engine: RunningEngine
) -> None:
    """The address changed: the queue knows the server by what it is."""
    with served(big_engine) as (process, url):
        proxy.upstream = url
        line.want("big", "one")
        proxy.misbehave(Fault(only="big.tar.gz", bytes_per_second=5_000_000, times=1))

        def kill() -> None:
            process.kill()
            process.wait()
            proxy.upstream = big_engine.url

        on_first_bytes(line, kill)
        line.work(pace=Pace(delays=(0.2,) * 20, poll=0.05))
    assert line.states() == {"big": S.DONE, "one": S.DONE}
    assert proxy.passed("big.tar.gz")[-1].range is not None


def test_what_cannot_be_had_now_is_tried_again_later(line: Line, proxy: FaultyProxy) -> None:
    rows = line.want("one", "two")
    proxy.refuse()

    def quit_when_waiting() -> None:
        if line.queue.row(rows[0].id).state is S.WAITING:
            raise Cancelled

    with pytest.raises(Cancelled):
        line.work(check=quit_when_waiting)
    one, two = line.queue.rows()
    assert (one.state, two.state) == (S.WAITING, S.QUEUED)
    assert "Nothing answers" in one.problem
    assert 50 < one.next_try - time.time() <= 60
    proxy.listen()
    line.later = 61.0
    line.work()
    assert line.states() == {"one": S.DONE, "two": S.DONE}


def test_who_cannot_wait_is_told_at_once(line: Line, proxy: FaultyProxy) -> None:
    line.want("one")
    proxy.refuse()
    with pytest.raises(ServerUnreachable):
        line.work(patient=False)
    assert line.states() == {"one": S.QUEUED}


def test_a_signed_out_server_waits_for_the_sign_in(line: Line, proxy: FaultyProxy) -> None:
    [one] = line.want("one")
    proxy.misbehave(Fault(answer=UNAUTHORIZED))

    def quit_when_waiting() -> None:
        if line.queue.row(one.id).state is S.WAITING:
            raise Cancelled

    with pytest.raises(Cancelled):
        line.work(check=quit_when_waiting)
    assert "Sign in again" in line.queue.row(one.id).problem
    proxy.misbehave()
    line.queue.retry(one.id)
    line.work()
    assert line.states() == {"one": S.DONE}


def test_a_backup_that_went_meanwhile_fails_alone(line: Line, big_engine: RunningEngine) -> None:
    big_engine.create("gone", include_storage=False)
    [gone, _one] = line.want("gone", "one")
    with big_engine.client() as client:
        client.delete("/backup/delete/gone.tar.gz").raise_for_status()
    line.work()
    assert line.states() == {"gone": S.FAILED, "one": S.DONE}
    assert "no longer on the server" in line.queue.row(gone.id).problem
    big_engine.create("gone", include_storage=False)
    line.queue.cancel(gone.id)
    line.work()
    assert line.states()["gone"] is S.CANCELLED


def test_a_server_that_is_no_longer_set_up_fails_its_rows(line: Line) -> None:
    line.queue.add("another", "another-1", [line.desk.backup("one")])
    line.work()
    [row] = line.queue.rows()
    assert (row.state, row.problem.strip()) == (S.FAILED, "This server is no longer set up.")


def test_all_of_it_must_fit_before_the_first_byte(
    line: Line, proxy: FaultyProxy, small_disk: SmallDisks
) -> None:
    home = line.desk.folder
    disk = small_disk(40 * 1024**2)
    line.vault = Vault.create(
        disk / "archive", catalog=home / "catalog.sqlite3", locks=home / "locks"
    )
    size = line.desk.backup("big").size
    line.want("one", "big")
    filler = disk / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, line.vault.free_bytes() - size // 2 - 16 * 1024**2)
    with pytest.raises(NotEnoughSpace):
        line.work()
    assert not proxy.passed(DOWNLOAD)
    assert line.states() == {"one": S.QUEUED, "big": S.QUEUED}
    filler.unlink()
    line.work()
    assert line.states() == {"one": S.DONE, "big": S.DONE}


def test_copies_come_no_faster_than_they_may_at_this_hour(line: Line) -> None:
    night = datetime(2026, 11, 23, 3).astimezone()
    rules = SpeedRules(
        always=None,
        hours=(
            HourLimit(
                begins=night.time().replace(hour=0),
                ends=night.time().replace(hour=6),
                bytes_per_second=8_000_000,
            ),
        ),
    )
    line.queue.speed = rules
    assert line.queue.speed == rules
    line.want("big")
    began = time.monotonic()
    line.work(local_time=lambda: night)
    took = time.monotonic() - began
    size = line.desk.backup("big").size
    assert took >= 0.9 * size / 8_000_000
    assert line.states() == {"big": S.DONE}


def test_only_the_named_are_copied(line: Line) -> None:
    one, _two = line.want("one", "two")
    line.work(only={TransferId(one.id)})
    assert line.states() == {"one": S.DONE, "two": S.QUEUED}
    line.queue.withdraw([row.id for row in line.queue.rows()])
    assert line.states() == {"one": S.DONE}


@pytest.mark.slow
def test_what_is_cancelled_while_another_is_copied_ends_at_once(
    line: Line, proxy: FaultyProxy
) -> None:
    proxy.misbehave(Fault(only="big.tar.gz", bytes_per_second=5_000_000))
    big, one = line.want("big", "one")
    seen: list[TransferState] = []

    def look() -> None:
        if line.queue.row(big.id).state is S.RUNNING:
            seen.append(line.queue.row(one.id).state)

    on_first_bytes(line, lambda: line.queue.cancel(one.id))
    line.work(check=look)
    assert seen[-1] is S.CANCELLED
    assert line.states() == {"big": S.DONE, "one": S.CANCELLED}


def test_room_for_all_of_it_is_made_as_the_archive_allows_or_a_person_says(
    line: Line, proxy: FaultyProxy, small_disk: SmallDisks
) -> None:
    home = line.desk.folder
    big = line.desk.backup("big")
    disk = small_disk(16 * 1024**2 + big.size * 2)
    line.vault = vault = Vault.create(
        disk / "archive", catalog=home / "catalog.sqlite3", locks=home / "locks"
    )

    def room(*, replace: bool) -> Callable[..., object]:
        return partial(
            room_for_all, vault=vault, servers=line.servers, replace=replace, check=never
        )

    older = datetime.now(UTC) - timedelta(days=40)
    copy = put_copy(
        vault, "old", older, data=os.urandom(big.size), instance_id=line.desk.known.instance_id
    )
    line.want("big", "one")
    with pytest.raises(NoRoomBeside) as refused:
        line.work(room=room(replace=False))
    assert WayOut.REPLACE in refused.value.ways
    assert copy.path.exists()
    assert not proxy.passed(DOWNLOAD)
    line.work(room=room(replace=True))
    assert line.states() == {"big": S.DONE, "one": S.DONE}
    assert not copy.path.exists()
