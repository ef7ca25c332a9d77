"""Copies that rot are found in their turn, named, kept, and repaired while the server has them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.errors import Cancelled, NotFound
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.transfers import Pace, repair, verify_due
from tests.integration.transfers.conftest import QUICK, Desk
from tests.support.archives import Tree, make_archive, noise
from tests.support.copies import FOLDER, put_copy, vault_at
from tests.support.faulty import Fault
from tests.support.finished import finished, never

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.vault import Vault
    from tests.support.faulty import FaultyProxy

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def rot(copy: LocalCopy, at: int) -> bytes:
    """Flip a byte; return what was there before, whole."""
    whole = copy.path.read_bytes()
    copy.path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    return whole


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return vault_at(tmp_path / "offsite", tmp_path / "home", lambda: NOW)


def old(vault: Vault, day: int, data: bytes | None = None) -> LocalCopy:
    return put_copy(vault, f"day-{day}", NOW - timedelta(days=day), data=data)


def run(vault: Vault, **how: Any) -> list[LocalCopy]:
    return finished(verify_due(vault, check=never, **how))


def test_runs_go_on_where_the_last_one_was_stopped(vault: Vault) -> None:
    sizes = [old(vault, day).size for day in (40, 50, 60)]
    assert [c.name for c in run(vault, at_most=sum(sizes[1:]))] == ["day-60", "day-50"]
    assert [c.name for c in run(vault)] == ["day-40"]
    assert run(vault) == []


def test_what_somebody_decided_meanwhile_outlives_the_look_at_a_copy(vault: Vault) -> None:
    for day in (50, 40):
        old(vault, day, data=make_archive({b"manga/1.cbz": noise(3_000_000, day)}))
    steps = verify_due(vault, check=never)
    next(steps)  # which to read, in what order, is decided, and the first is being read
    for copy in vault.copies():
        vault.update(replace(copy, pinned=True))
    assert {copy.name for copy in finished(steps)} == {"day-50", "day-40"}
    assert {copy.name for copy in vault.copies() if copy.pinned} == {"day-50", "day-40"}


def test_a_copy_in_use_is_left_for_the_next_time(vault: Vault) -> None:
    old(vault, 40)
    with vault.hold(FOLDER, "day-40.tar.gz"):
        assert run(vault) == []
    assert len(run(vault)) == 1


def test_a_slow_run_reads_no_faster_than_it_may_and_can_be_stopped(vault: Vault) -> None:
    copy = old(vault, 40, data=make_archive({b"manga/1.cbz": noise(3_000_000)}))
    asleep = []

    time = [0.0]

    def sleep(seconds: float) -> None:
        asleep.append(seconds)
        time[0] += seconds

    pace = Pace(sleep=sleep, clock=lambda: time[0])
    run(vault, bytes_per_second=copy.size / 10, pace=pace)
    assert sum(asleep) == pytest.approx(10, rel=0.3)

    older = old(vault, 90)

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(verify_due(vault, check=stop))
    assert older.path.exists()


def test_damage_names_the_chapter_and_loses_no_byte(vault: Vault) -> None:
    tree: Tree = {b"manga/A/chapter %d.cbz" % n: noise(400_000, n) for n in range(3)}
    copy = old(vault, 40, data=make_archive(tree))
    whole = rot(copy, 600_000)

    [bad] = run(vault)
    assert bad.state is CopyState.DAMAGED
    assert any("chapter 1.cbz" in sentence for sentence in bad.damages)
    assert bad.path == vault.folder / FOLDER / "damaged" / "day-40.tar.gz"
    assert len(bad.path.read_bytes()) == len(whole)
    assert vault.copies() == [bad]
    assert run(vault) == []
    page = (vault.folder / "HOW-TO-RESTORE.txt").read_text()
    assert "There is no verified backup" in page
    assert "not to be restored as they are:\n    home-aaaaaaaa: day-40.tar.gz" in page


def test_damaged_copy_is_repaired_from_the_server(desk: Desk) -> None:
    copy = desk.copy(desk.backup("big"))
    whole = rot(copy, 6_000_000)
    [bad] = desk.run(verify_due(desk.vault, check=never, every=timedelta(0)))
    good = desk.run(repair(desk.server, bad, desk.vault, check=never, pace=QUICK))
    assert good.path.read_bytes() == whole
    assert desk.vault.copies() == [good]


def test_a_pinned_copy_is_pinned_after_its_repair(desk: Desk) -> None:
    copy = desk.vault.update(replace(desk.copy(desk.backup("big")), pinned=True))
    rot(copy, 6_000_000)
    [bad] = desk.run(verify_due(desk.vault, check=never, every=timedelta(0)))
    good = desk.run(repair(desk.server, bad, desk.vault, check=never, pace=QUICK))
    assert (good.state, good.pinned) == (CopyState.VERIFIED, True)
    assert desk.vault.copies() == [good]


def test_what_the_server_no_longer_has_stays_as_it_is(desk: Desk) -> None:
    gone = put_copy(
        desk.vault, "gone", NOW - timedelta(days=90), folder=desk.known.folder, kept=desk.known.kept
    )
    rot(gone, 300)
    [bad] = desk.run(verify_due(desk.vault, check=never))
    with pytest.raises(NotFound, match="no longer has this backup"):
        desk.run(repair(desk.server, bad, desk.vault, check=never, pace=QUICK))
    assert bad.path.exists()


def test_repair_that_was_stopped_keeps_the_damaged_copy_and_goes_on(
    desk: Desk, proxy: FaultyProxy
) -> None:
    copy = desk.copy(desk.backup("big"))
    rot(copy, 6_000_000)
    [bad] = desk.run(verify_due(desk.vault, check=never, every=timedelta(0)))
    proxy.misbehave(Fault(only="/backup/download/", bytes_per_second=6_000_000))

    def stop() -> None:
        if any(part.stat().st_size > 2_000_000 for part in desk.parts()):
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.run(repair(desk.server, bad, desk.vault, check=stop, pace=QUICK))
    assert bad.path.exists()
    proxy.misbehave()
    good = desk.run(repair(desk.server, bad, desk.vault, check=never, pace=QUICK))
    assert good.path.exists()
    assert not bad.path.exists()


@pytest.mark.slow
def test_killed_quarantine_leaves_every_byte_somewhere(vault: Vault, tmp_path: Path) -> None:
    """The process is killed before each of its system calls that change the folder."""
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from kuroibara_desktop.vault import Vault\n"
        "home, left = Path(sys.argv[2]), [int(sys.argv[3])]\n"
        "vault = Vault.open(Path(sys.argv[1]), catalog=home / 'catalog.sqlite3',"
        " locks=home / 'locks')\n"
        "def hook(event, arguments):\n"
        "    if event in ('os.rename', 'os.remove', 'os.mkdir'):\n"
        "        left[0] -= 1\n"
        "        if left[0] < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "copy = vault.copies()[0]\n"
        "sys.addaudithook(hook)\n"
        "vault.quarantine(copy)\n"
    )
    data = make_archive({b"manga/1.cbz": noise(5_000)})
    killed = 0
    for step in range(30):
        place = tmp_path / f"{step}"
        place.mkdir()
        other = vault_at(place / "offsite", place / "home", lambda: NOW)
        old(other, 40, data=data)
        ended = subprocess.run(
            [sys.executable, "-c", program, str(other.folder), str(place / "home"), str(step)],
            check=False,
        )
        [there] = other.copies()
        assert there.path.read_bytes() == data
        assert there.sha256 is not None, step
        if ended.returncode == 0:
            break
        killed += 1
    assert killed >= 5
