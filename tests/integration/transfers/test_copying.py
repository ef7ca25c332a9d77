"""A copy is whole and proved, or it has no final name; and what arrived is never fetched twice."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import Cancelled, NotEnoughSpace, NotFound
from kuroibara_desktop.core.backups import CopyState, RemoteStatus, Where, merge
from kuroibara_desktop.core.errors import (
    BackupNotReady,
    CaptivePortal,
    CopyDamaged,
    HostileName,
    ServerUnreachable,
    VaultBusy,
    VaultMissing,
)
from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.vault import Vault
from tests.integration.transfers.conftest import QUICK, Desk, Desks
from tests.support.faulty import BAD_GATEWAY, CAPTIVE_PORTAL, Fault
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.small_disk import SmallDisks

DOWNLOAD = "/backup/download/"
IMPATIENT = Pace(delays=(0.01, 0.01), poll=0.05)


class Stop:
    """A check that cancels once the part has reached a length."""

    def __init__(self, desk: Desk, at: int) -> None:
        self._desk, self._at = desk, at

    def __call__(self) -> None:
        if any(part.stat().st_size >= self._at for part in self._desk.parts()):
            raise Cancelled


def test_copy_has_the_servers_bytes_and_everything_beside_it(
    desk: Desk, big_engine: RunningEngine
) -> None:
    backup = desk.backup("big")
    copy = desk.copy(backup)

    original = (big_engine.engine_folder / "big.tar.gz").read_bytes()
    assert copy.path.read_bytes() == original
    assert copy.state is CopyState.VERIFIED
    assert copy.sha256 == backup.sha256 == hashlib.sha256(original).hexdigest()
    assert copy.path.stat().st_mode & 0o777 == 0o600
    assert desk.copies.stat().st_mode & 0o777 == 0o700
    assert desk.files() == ["big.tar.gz", "big.tar.gz.json", "big.tar.gz.sha256"]
    checked = subprocess.run(
        ["sha256sum", "-c", "big.tar.gz.sha256"], cwd=desk.copies, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    marker = json.loads((desk.vault.folder / "kuroibara-archive.json").read_text())
    assert marker["servers"][desk.known.folder]["instance_id"] == desk.known.instance_id
    page = (desk.vault.folder / "HOW-TO-RESTORE.txt").read_text()
    assert "big.tar.gz" in page
    assert copy.sha256 in page
    assert [row.where for row in merge([backup], desk.vault.copies())] == [Where.BOTH]


def test_copy_that_is_here_already_is_not_fetched_again(desk: Desk, proxy: FaultyProxy) -> None:
    backup = desk.backup("big")
    first = desk.copy(backup)
    fetched = len(proxy.passed(DOWNLOAD))

    assert desk.copy(backup).path == first.path
    assert len(proxy.passed(DOWNLOAD)) == fetched


def test_connection_cut_every_few_megabytes_loses_no_byte(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, cut_after=2_500_000))
    backup = desk.backup("big")
    copy = desk.copy(backup)

    assert copy.sha256 == backup.sha256
    starts = [int((r.range or "bytes=0-")[6:-1]) for r in proxy.passed(DOWNLOAD)]
    assert starts == [n * 2_500_000 for n in range(len(starts))]
    assert len(starts) == -(-backup.size // 2_500_000)
    assert all(r.if_range for r in proxy.passed(DOWNLOAD)[1:])
    assert "Next try in" in next(s.note for s in desk.steps if s.stage is Stage.WAITING)


def test_cancelled_copy_keeps_its_part_and_goes_on_from_there(
    desk: Desk, proxy: FaultyProxy
) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=6_000_000))
    backup = desk.backup("big")
    with pytest.raises(Cancelled):
        desk.copy(backup, check=Stop(desk, 2_000_000))
    [part] = desk.parts()
    length = part.stat().st_size
    assert 2_000_000 <= length < backup.size
    assert [n for n in desk.files() if not n.endswith(".part")] == []
    [row] = desk.vault.catalog.transfers(desk.vault.id)
    assert row.state is TransferState.PAUSED
    assert row.received == length

    proxy.misbehave()
    copy = desk.copy(backup)
    assert proxy.passed(DOWNLOAD)[-1].range == f"bytes={length}-"
    assert copy.sha256 == backup.sha256
    assert desk.parts() == []
    assert desk.vault.catalog.transfers(desk.vault.id) == []


def test_cancelling_while_the_server_is_silent_takes_no_second(
    desk: Desk, proxy: FaultyProxy
) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, hang_after=1_000_000))
    began = time.monotonic()
    with pytest.raises(Cancelled):
        desk.copy(desk.backup("big"), check=Stop(desk, 900_000))
    assert time.monotonic() - began < 3


def test_cancelling_before_the_server_answers_takes_no_second(
    desk: Desk, proxy: FaultyProxy
) -> None:
    backup = desk.backup("big")
    proxy.misbehave(Fault(only=DOWNLOAD, silent=True))
    began = time.monotonic()

    def stop() -> None:
        if time.monotonic() - began > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.copy(backup, check=stop)
    assert time.monotonic() - began < 3


def test_killed_copy_is_gone_on_from(
    desk: Desk, proxy: FaultyProxy, big_engine: RunningEngine, tmp_path: Path
) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=4_000_000))
    backup = desk.backup("big")
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.transfers.victim"],
        env=os.environ
        | {
            "VICTIM": json.dumps(
                {
                    "address": desk.known.address,
                    "instance_id": desk.known.instance_id,
                    "archive": str(desk.vault.folder),
                    "home": str(desk.folder),
                    "username": big_engine.admin.username,
                    "password": big_engine.admin.password,
                }
            )
        },
    )
    try:
        until(lambda: any(p.stat().st_size > 3_000_000 for p in desk.parts()), seconds=30)
    finally:
        victim.kill()
        victim.wait()
    [part] = desk.parts()
    length = part.stat().st_size
    assert not list(desk.copies.glob("*.tar.gz"))

    proxy.misbehave()
    copy = desk.copy(backup)
    assert proxy.passed(DOWNLOAD)[-1].range == f"bytes={length}-"
    assert copy.sha256 == backup.sha256
    assert any(step.stage is Stage.RESUMING for step in desk.steps)


def test_whole_file_instead_of_a_range_is_skipped_not_truncated(
    desk: Desk, proxy: FaultyProxy
) -> None:
    proxy.misbehave(
        Fault(only=DOWNLOAD, cut_after=3_000_000, times=1), Fault(only=DOWNLOAD, ignore_range=True)
    )
    backup = desk.backup("big")
    copy = desk.copy(backup)
    assert copy.sha256 == backup.sha256
    lengths = [s.done for s in desk.steps if s.stage is Stage.COPYING]
    assert lengths == sorted(lengths)


def test_portal_page_instead_of_bytes_is_waited_out(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(
        Fault(only=DOWNLOAD, cut_after=3_000_000, times=1),
        Fault(only=DOWNLOAD, answer=CAPTIVE_PORTAL, times=2),
    )
    backup = desk.backup("big")
    assert desk.copy(backup).sha256 == backup.sha256
    assert any("web page came" in step.note for step in desk.steps)


def test_portal_that_stays_is_named_and_nothing_is_lost(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(
        Fault(only=DOWNLOAD, cut_after=3_000_000, times=1),
        Fault(only=DOWNLOAD, answer=CAPTIVE_PORTAL),
    )
    with pytest.raises(CaptivePortal, match=r"web page came from .* instead of the backup's bytes"):
        desk.copy(desk.backup("big"), pace=IMPATIENT)
    assert [part.stat().st_size for part in desk.parts()] == [3_000_000]


def test_proxy_without_its_server_is_waited_out(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, answer=BAD_GATEWAY, times=2))
    backup = desk.backup("big")
    assert desk.copy(backup).sha256 == backup.sha256


def test_server_that_restarts_in_mid_download_costs_no_byte(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=8_000_000))
    backup = desk.backup("big")

    def restart() -> None:
        until(lambda: any(p.stat().st_size > 1_000_000 for p in desk.parts()))
        proxy.refuse()
        time.sleep(0.3)
        proxy.misbehave()
        proxy.listen()

    restarting = threading.Thread(target=restart)
    restarting.start()
    copy = desk.copy(backup, pace=Pace(delays=(0.1,) * 20))
    restarting.join()
    assert copy.sha256 == backup.sha256
    assert int((proxy.passed(DOWNLOAD)[-1].range or "")[6:-1]) >= 1_000_000


def test_server_that_stays_away_is_an_error_that_keeps_the_part(
    desk: Desk, proxy: FaultyProxy
) -> None:
    backup = desk.backup("big")
    proxy.misbehave(Fault(only=DOWNLOAD, cut_after=1_000_000, times=1))
    proxy.misbehave(
        Fault(only=DOWNLOAD, cut_after=1_000_000, times=1), Fault(only=DOWNLOAD, cut_after=0)
    )
    with pytest.raises(ServerUnreachable, match=r"The connection to .* was lost"):
        desk.copy(backup, pace=IMPATIENT)
    assert [part.stat().st_size for part in desk.parts()] == [1_000_000]
    [row] = desk.vault.catalog.transfers(desk.vault.id)
    assert row.state is TransferState.FAILED


def test_one_wrong_byte_on_the_way_is_found_and_fetched_again(
    desk: Desk, proxy: FaultyProxy
) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, flip_at=5_000_000, times=1))
    backup = desk.backup("big")
    copy = desk.copy(backup)
    assert copy.sha256 == backup.sha256
    assert hashlib.sha256(copy.path.read_bytes()).hexdigest() == backup.sha256
    assert any("fetched once more" in step.note for step in desk.steps)


def test_wrong_bytes_twice_are_never_published(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, flip_at=5_000_000))
    with pytest.raises(CopyDamaged, match=r"not those the server promised.* on the way or here"):
        desk.copy(desk.backup("big"))
    assert len(proxy.passed("/verify", "POST")) == 1  # the server found its own file whole
    assert desk.files() == []
    assert desk.vault.copies() == []


def test_part_with_a_rotten_byte_does_not_spoil_the_copy(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, cut_after=4_000_000))
    backup = desk.backup("big")
    with pytest.raises(Cancelled):
        desk.copy(backup, check=Stop(desk, 4_000_000))
    [part] = desk.parts()
    data = bytearray(part.read_bytes())
    data[1_234_567] ^= 0x10
    part.write_bytes(data)

    proxy.misbehave()
    assert desk.copy(backup).sha256 == backup.sha256


def test_without_checksums_the_structure_is_proved(
    desk: Desk, big_engine: RunningEngine, proxy: FaultyProxy
) -> None:
    from dataclasses import replace

    proxy.misbehave(Fault(only=DOWNLOAD, strip=("Repr-Digest", "ETag")))
    backup = replace(desk.backup("big"), sha256=None)
    copy = desk.copy(backup)
    assert copy.state is CopyState.VERIFIED
    assert any(step.stage is Stage.VERIFYING for step in desk.steps)


def test_backup_replaced_between_two_ranges_is_begun_anew(
    desks: Desks, engine: RunningEngine, faulty: Callable[[str], FaultyProxy], tmp_path: Path
) -> None:
    proxy = faulty(engine.url)
    desk = desks(proxy.url, engine.admin.username, engine.admin.password)
    (engine.library / "manga" / "one.cbz").write_bytes(os.urandom(3_000_000))
    engine.create("same")
    old = desk.backup("same")
    proxy.misbehave(Fault(only=DOWNLOAD, cut_after=2_000_000))
    with pytest.raises(Cancelled):
        desk.copy(old, check=Stop(desk, 2_000_000))
    engine.client().delete(f"/backup/delete/{old.filename}").raise_for_status()
    (engine.library / "manga" / "one.cbz").write_bytes(os.urandom(3_500_000))
    engine.create("same")

    proxy.misbehave()
    copy = desk.copy(old)
    new = desk.backup("same")
    assert new.sha256 != old.sha256
    assert copy.sha256 == new.sha256
    assert desk.parts() == []
    assert any("Beginning with the new one" in step.note for step in desk.steps)


def test_another_backup_under_a_taken_name_gets_a_number(
    desks: Desks, engine: RunningEngine
) -> None:
    desk = desks(engine.url, engine.admin.username, engine.admin.password)
    engine.create("same")
    first = desk.copy(desk.backup("same"))
    engine.client().delete("/backup/delete/same.tar.gz").raise_for_status()
    engine.create("same")
    second = desk.copy(desk.backup("same"))
    assert first.path.name == "same.tar.gz"
    assert second.path.name == "same-2.tar.gz"
    assert hashlib.sha256(first.path.read_bytes()).hexdigest() == first.sha256
    rows = merge(desk.server.backups(), desk.vault.copies())
    assert sorted(row.where.value for row in rows) == ["both", "here"]


def test_deleted_backup_is_named(desk: Desk) -> None:
    from dataclasses import replace

    gone = replace(desk.backup("big"), filename="gone.tar.gz", sha256=None)
    with pytest.raises(NotFound, match="Backup file not found"):
        desk.copy(gone)


def test_unfinished_backup_is_not_copied(desk: Desk) -> None:
    from dataclasses import replace

    growing = replace(desk.backup("big"), status=RemoteStatus.BEING_WRITTEN)
    with pytest.raises(BackupNotReady, match="still being written"):
        desk.copy(growing)


@pytest.mark.parametrize("name", ["../../evil.tar.gz", "/etc/evil.tar.gz", "a\\b.tar.gz"])
def test_hostile_name_never_becomes_a_file(desk: Desk, name: str) -> None:
    from dataclasses import replace

    before = sorted(p for p in desk.vault.folder.rglob("*"))
    with pytest.raises(HostileName, match="would lead into another folder"):
        desk.copy(replace(desk.backup("big"), filename=name))
    assert sorted(p for p in desk.vault.folder.rglob("*")) == before


def test_too_little_space_is_said_before_the_first_byte(
    desks: Desks, big_engine: RunningEngine, proxy: FaultyProxy, small_disk: SmallDisks
) -> None:
    disk = small_disk(20 * 1024 * 1024)
    desk = desks(
        proxy.url,
        big_engine.admin.username,
        big_engine.admin.password,
        archive=disk / "archive",
    )
    with pytest.raises(NotEnoughSpace, match=r"12\.4 MiB are to be copied .* only 20\.0 MiB"):
        desk.copy(desk.backup("big"))
    assert proxy.passed(DOWNLOAD) == []
    assert desk.files() == []


def test_disk_that_fills_up_on_the_way_keeps_the_part(
    desks: Desks, big_engine: RunningEngine, proxy: FaultyProxy, small_disk: SmallDisks
) -> None:
    disk = small_disk(34 * 1024 * 1024)
    desk = desks(
        proxy.url,
        big_engine.admin.username,
        big_engine.admin.password,
        archive=disk / "archive",
    )
    backup = desk.backup("big")
    hog = disk / "hog"

    def fill() -> None:
        if not hog.exists() and any(p.stat().st_size > 1_000_000 for p in desk.parts()):
            hog.write_bytes(bytes(28 * 1024 * 1024 - 4_000_000))

    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=8_000_000))
    with pytest.raises(NotEnoughSpace, match="The drive with your archive is full"):
        desk.copy(backup, check=fill)
    assert not list(desk.copies.glob("*.tar.gz"))

    hog.unlink()
    proxy.misbehave()
    assert desk.copy(backup).sha256 == backup.sha256


def test_archive_without_its_marker_is_never_written_to(desk: Desk) -> None:
    backup = desk.backup("big")
    (desk.vault.folder / "kuroibara-archive.json").unlink()
    with pytest.raises(VaultMissing, match="carries no marker"):
        desk.copy(backup)
    assert list(desk.vault.folder.iterdir()) == []


def test_archive_that_went_away_is_not_made_again(desk: Desk) -> None:
    backup = desk.backup("big")
    desk.vault.folder.rename(desk.vault.folder.with_name("elsewhere"))
    with pytest.raises(VaultMissing, match="is not there"):
        desk.copy(backup)
    assert not desk.vault.folder.exists()


def test_drive_pulled_out_in_mid_copy_publishes_nothing(desk: Desk, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=16_000_000))
    away = desk.vault.folder.with_name("elsewhere")

    def pull_out() -> None:
        if desk.parts():
            desk.vault.folder.rename(away)

    with pytest.raises(VaultMissing):
        desk.copy(desk.backup("big"), check=pull_out)
    assert not list(away.rglob("*.tar.gz"))
    assert not desk.vault.folder.exists()


def test_second_process_at_the_same_copy_is_told_so(desk: Desk) -> None:
    backup = desk.backup("big")
    other = Vault.open(
        desk.vault.folder,
        catalog=desk.folder / "catalog.sqlite3",
        locks=desk.folder / "locks",
    )
    with other.hold(desk.known.folder, backup.filename), pytest.raises(VaultBusy):
        desk.copy(backup)


def test_lost_catalog_is_read_again_from_the_folder(desk: Desk) -> None:
    copy = desk.copy(desk.backup("big"))
    rebuilt = Vault.open(
        desk.vault.folder, catalog=desk.folder / "another.sqlite3", locks=desk.folder / "locks"
    )
    assert rebuilt.copies() == [copy]
    assert rebuilt.copies() == [copy]  # by the rows that the first look wrote


def test_expired_token_is_renewed_in_mid_work(desk: Desk, proxy: FaultyProxy) -> None:
    from tests.support.faulty import UNAUTHORIZED

    proxy.misbehave(
        Fault(only=DOWNLOAD, cut_after=3_000_000, times=1),
        Fault(only=DOWNLOAD, answer=UNAUTHORIZED, times=1),
    )
    backup = desk.backup("big")
    assert desk.copy(backup).sha256 == backup.sha256
    assert len(proxy.passed("/auth/refresh", "POST")) == 1
    assert QUICK.delays  # nothing but the cut was waited for
