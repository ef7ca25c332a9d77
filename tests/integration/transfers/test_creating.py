"""A backup that was asked for is followed until it is there, or the reason is told."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import Cancelled, InvalidRequest
from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.core.errors import JobFailed, NotAdministrator, ServerRefused
from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import Pace, create_backup, verify_copy
from tests.integration.transfers.conftest import QUICK, Desk, Desks
from tests.support.faulty import Fault
from tests.support.finished import never
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.plain_kuroibara import PlainKuroibara


def test_engine_makes_it_and_its_stages_are_shown(desk: Desk) -> None:
    made = desk.run(create_backup(desk.server, None, False, check=never, pace=QUICK))
    assert made.status is RemoteStatus.FINISHED
    assert made.includes_storage is False
    assert made.sha256 is not None
    assert desk.copy(made).sha256 == made.sha256


def test_lost_connection_while_waiting_is_waited_out(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only="/backup/jobs/", cut_after=0, times=2))
    made = desk.run(create_backup(desk.server, "through trouble", False, check=never, pace=QUICK))
    assert made.filename == "through trouble.tar.gz"


def test_taken_name_is_refused_in_the_servers_words(desk: Desk) -> None:
    with pytest.raises(ServerRefused) as refused:
        desk.run(create_backup(desk.server, "big", False, check=never, pace=QUICK))
    assert refused.value.code == "name_taken"
    assert refused.value.sentence


@pytest.mark.parametrize("name", ["../evil", "/tmp/evil", "a/b", ".hidden", "nul"])
def test_hostile_name_is_never_sent(desk: Desk, proxy: FaultyProxy, name: str) -> None:
    with pytest.raises(InvalidRequest, match="No backup was made: its name"):
        desk.run(create_backup(desk.server, name, False, check=never, pace=QUICK))
    assert proxy.passed("/backup/create", "POST") == []


def test_cancelling_stops_the_servers_job(desk: Desk, big_engine: RunningEngine) -> None:
    work = create_backup(desk.server, "unwanted", True, check=stopping, pace=QUICK)
    with pytest.raises(Cancelled):
        desk.run(work)
    client = big_engine.client()

    def ended() -> bool:
        jobs = client.get("/backup/jobs").json()["jobs"]
        return {"unwanted": "cancelled"} in [{j["backup_name"]: j["state"]} for j in jobs]

    until(ended)


def stopping() -> None:
    raise Cancelled


def test_ordinary_user_is_told_who_can_help(desks: Desks, big_engine: RunningEngine) -> None:
    desk = desks(big_engine.url, big_engine.reader.username, big_engine.reader.password)
    with pytest.raises(NotAdministrator) as refused:
        desk.run(create_backup(desk.server, None, False, check=never, pace=QUICK))
    assert refused.value.remedy


# A plain Kuroibara


@pytest.fixture
def plain(desks: Desks, plain_kuroibara: PlainKuroibara) -> Desk:
    plain_kuroibara.add_user("dora", "password1")
    return desks(plain_kuroibara.url, "dora", "password1", list_every=0.3)


def test_plain_backup_is_found_by_watching_the_list(plain: Desk) -> None:
    made = plain.run(create_backup(plain.server, None, True, check=never, pace=QUICK))
    assert made.filename.startswith("kuroibara_backup_")
    assert made.time_is_guessed


def test_plain_backup_that_still_grows_is_not_taken_for_finished(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.create_seconds = 2.0
    plain_kuroibara.behaviour.create_blocks = False
    made = plain.run(create_backup(plain.server, "slow", True, check=never, pace=QUICK))
    assert made.size == (plain_kuroibara.archives / "slow.tar.gz").stat().st_size
    copy = plain.copy(made)
    assert copy.state is CopyState.VERIFIED
    assert copy.not_proved


def test_plain_list_is_asked_only_so_often(plain: Desk, plain_kuroibara: PlainKuroibara) -> None:
    plain.server.list_every = 60.0
    plain_kuroibara.add_backup("one")
    first = plain.server.backups()
    assert plain.server.backups() == first
    assert len(plain_kuroibara.asked("/backup/list")) == 1


def test_plain_backup_with_odd_name_is_copied_and_proved(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.add_backup("my backup é日")
    copy = plain.copy(plain.backup())
    assert copy.path.name == "my backup é日.tar.gz"
    assert copy.state is CopyState.VERIFIED
    assert any("no digests" in sentence for sentence in copy.not_proved)


def test_plain_backup_that_is_damaged_on_the_server_is_not_published(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    from kuroibara_desktop.core.errors import CopyDamaged

    path = plain_kuroibara.add_backup("bad")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(CopyDamaged, match="damaged on the server"):
        plain.copy(plain.backup())
    assert plain.files() == []


def test_plain_backup_that_changed_between_two_tries_is_begun_beside_the_old_part(
    plain: Desk, plain_kuroibara: PlainKuroibara, faulty: Callable[[str], FaultyProxy]
) -> None:
    plain_kuroibara.storage.mkdir(parents=True, exist_ok=True)
    (plain_kuroibara.storage / "chapter.cbz").write_bytes(random.Random(2).randbytes(2_000_000))
    path = plain_kuroibara.add_backup("mine", mtime=1_790_000_000)
    backup = plain.backup("mine")
    reached: list[int] = []

    def stop() -> None:
        reached.extend(part.stat().st_size for part in plain.parts())
        if any(length > 500_000 for length in reached):
            raise Cancelled

    proxy = faulty(plain_kuroibara.url)
    proxy.misbehave(Fault(only="/download/", bytes_per_second=2_000_000))
    slow = Server(proxy.url, tokens=SessionStore(), lock=plain.folder / "lock")
    slow.sign_in("dora", "password1")
    usual, plain.server = plain.server, slow
    with pytest.raises(Cancelled):
        plain.copy(backup, check=stop)
    slow.close()
    plain.server = usual
    [old] = plain.parts()
    os.utime(path, (1_790_000_500, 1_790_000_500))  # its ETag is made of time and size

    copy = plain.copy(backup)
    assert copy.path.read_bytes() == path.read_bytes()
    assert old.name not in plain.files()
    assert plain.parts() == []


def test_plain_create_that_fails_silently_is_given_up_in_the_end(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.create_fails = True
    hours = iter(range(0, 10_000_000, 3600))
    pace = Pace(delays=(0.01,), clock=lambda: float(next(hours)), sleep=lambda _: None)
    with pytest.raises(JobFailed, match="No new backup appeared"):
        plain.run(create_backup(plain.server, None, True, check=never, pace=pace))


def test_plain_backup_is_never_overwritten_by_its_name(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.add_backup("mine")
    with pytest.raises(InvalidRequest, match="Kuroibara would overwrite it"):
        plain.run(create_backup(plain.server, "mine", True, check=never, pace=QUICK))
    assert plain_kuroibara.asked("/backup/create", "POST") == []


def test_cancelling_while_a_plain_server_is_busy_is_heard_at_once(
    plain: Desk, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.list_seconds = 4.0
    began = time.monotonic()

    def stop() -> None:
        if time.monotonic() - began > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        plain.run(create_backup(plain.server, None, True, check=stop, pace=QUICK))
    assert time.monotonic() - began < plain_kuroibara.behaviour.list_seconds


# Verifying again


def test_copy_is_read_again_and_the_outcome_kept(desk: Desk) -> None:
    copy = desk.copy(desk.backup("big"))
    again = desk.run(verify_copy(desk.vault, copy, check=never))
    assert again.state is CopyState.VERIFIED
    assert again.verified_at is not None
    assert copy.verified_at is not None
    assert again.verified_at > copy.verified_at
    assert desk.vault.copies() == [again]
    assert any(step.stage is Stage.VERIFYING for step in desk.steps)


def test_rotten_copy_is_found_named_and_replaced_by_a_new_one(desk: Desk) -> None:
    backup = desk.backup("big")
    copy = desk.copy(backup)
    with copy.path.open("r+b") as file:
        file.seek(6_000_000)
        byte = file.read(1)
        file.seek(6_000_000)
        file.write(bytes([byte[0] ^ 1]))
    rotten = desk.run(verify_copy(desk.vault, copy, check=never))
    assert rotten.state is CopyState.DAMAGED
    assert any("1.cbz" in sentence for sentence in rotten.damages)
    assert desk.vault.copies() == [rotten]
    assert rotten.path.parent.name == "damaged"
    assert desk.files() == ["damaged"]

    healed = desk.copy(backup)
    assert healed.path == copy.path
    assert healed.state is CopyState.VERIFIED
    assert desk.vault.copies() == [healed]  # and the damaged one is no longer of use
    assert list((desk.copies / "damaged").iterdir()) == []


def test_copy_that_is_good_after_all_comes_back(desk: Desk) -> None:
    copy = desk.copy(desk.backup("big"))
    whole = copy.path.read_bytes()
    copy.path.write_bytes(whole[:6_000_000] + bytes(10) + whole[6_000_010:])
    rotten = desk.run(verify_copy(desk.vault, copy, check=never))
    rotten.path.write_bytes(whole)  # the drive was read through a bad cable
    again = desk.run(verify_copy(desk.vault, rotten, check=never))
    assert (again.path, again.state) == (copy.path, CopyState.VERIFIED)
    assert desk.vault.copies() == [again]


def test_shortened_copy_shows_as_damaged_at_the_next_look(desk: Desk) -> None:
    copy = desk.copy(desk.backup("big"))
    with copy.path.open("r+b") as file:
        file.truncate(1000)
    [seen] = desk.vault.copies()
    assert seen.state is CopyState.DAMAGED
    assert "were copied" in seen.damages[0]
