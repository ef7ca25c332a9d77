"""Copies are removed only as shown, only while another good one is there, and never half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import FolderUnsuitable, LastCopy, VaultMissing
from kuroibara_desktop.core.libraries import Answer
from kuroibara_desktop.vault import Vault, pruning
from tests.support.copies import FOLDER, KEPT, put_copy, vault_at
from tests.support.finished import never
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEW = Policy(daily=2, weekly=1, monthly=1, yearly=1, most=3, manual_too=True)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return vault_at(tmp_path / "offsite", tmp_path / "home", lambda: NOW)


def fill(vault: Vault, days: int) -> None:
    for day in range(days):
        put_copy(vault, f"day-{day:02}", NOW - timedelta(days=day))


def names(vault: Vault) -> list[str]:
    return sorted(copy.name for copy in vault.copies())


def files(vault: Vault) -> list[str]:
    return sorted(os.listdir(vault.folder / FOLDER))


def test_nothing_goes_before_rules_are_given(vault: Vault) -> None:
    fill(vault, 6)
    assert all(v.kept for v in pruning.preview(vault))
    assert pruning.prune(vault, pruning.preview(vault), check=never) == []


def test_what_goes_was_shown_before_and_nothing_of_it_is_left(vault: Vault) -> None:
    fill(vault, 6)
    pruning.keep_by(vault, FEW)
    shown = pruning.preview(vault)
    going = sorted(v.copy.name for v in shown if not v.kept)
    assert going == ["day-02", "day-03", "day-04", "day-05"]
    assert len(names(vault)) == 6

    gone = pruning.prune(vault, shown, check=never)
    assert sorted(copy.name for copy in gone) == going
    assert files(vault) == [
        f"day-0{n}.tar.gz{ending}" for n in (0, 1) for ending in ("", ".json", ".sha256")
    ]
    assert "day-00" in (vault.folder / "HOW-TO-RESTORE.txt").read_text()


def test_nothing_outside_the_archive_is_tidied_up_whatever_its_marker_says(
    vault: Vault, tmp_path: Path
) -> None:
    fill(vault, 1)
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("a.tar.gz.sha256", "b.tar.gz.json", "c.tar.gz.importing.part"):
        (mine / name).write_text("mine")
    marker = vault.folder / "kuroibara-archive.json"
    before = json.loads(marker.read_text())
    for folder in ("../mine", str(mine), "..", "", f"{FOLDER}/../../mine", "..\\mine"):
        servers = before["servers"] | {folder: {"name": "x", "address": ""}}
        marker.write_text(json.dumps(before | {"servers": servers}))
        pruning.sweep(vault)
    assert len(list(mine.iterdir())) == 3


def test_what_another_process_took_away_meanwhile_is_gone(vault: Vault) -> None:
    fill(vault, 3)
    seen = [copy for copy in vault.copies() if copy.name != "day-00"]
    pruning.remove(vault, seen[:1], check=never)
    assert {copy.path for copy in pruning.remove(vault, seen, check=never)} == {
        copy.path for copy in seen
    }
    assert names(vault) == ["day-00"]


def test_a_damaged_copy_that_was_repaired_meanwhile_is_not_removed(vault: Vault) -> None:
    fill(vault, 1)
    good = put_copy(vault, "wanted", NOW)
    whole = good.path.read_bytes()
    damaged = vault.update(replace(good, state=CopyState.DAMAGED, damages=("a bit",)))
    part = good.path.with_name("wanted.part")
    part.write_bytes(whole)
    assert vault.publish(part, good).path == damaged.path

    assert pruning.remove(vault, [damaged], check=never, last_too=True) == []
    assert good.path.read_bytes() == whole


def test_the_list_is_whole_while_copies_come_and_go(vault: Vault) -> None:
    fill(vault, 3)
    program = (
        "import sys; from pathlib import Path; there = Path(sys.argv[1]); print(flush=True)\n"
        "while there.is_dir():\n"
        "    for e in ('', '.json', '.sha256'): (there / f'z.tar.gz{e}').write_bytes(b'x')\n"
        "    for e in ('', '.json', '.sha256'): (there / f'z.tar.gz{e}').unlink()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(vault.folder / FOLDER)], stdout=subprocess.PIPE
    )
    with other:
        assert other.stdout is not None
        other.stdout.readline()
        try:
            seen = [set(names(vault)) for _ in range(1000)]
        finally:
            other.kill()
    assert {"day-00", "day-01", "day-02"} <= set.intersection(*seen)
    assert len({len(one) for one in seen}) == 2  # it did come and go


def test_rules_lie_on_the_drive_and_hold_for_every_computer(vault: Vault, tmp_path: Path) -> None:
    fill(vault, 1)
    pruning.keep_by(vault, FEW)
    other = vault_at(vault.folder, tmp_path / "another computer", lambda: NOW)
    assert other.still_there().policy == FEW


@pytest.mark.parametrize("retention", [{}, {"daily": 0}, {"daily": "7"}, [], "all", 7])
def test_rules_that_cannot_be_read_remove_nothing(vault: Vault, retention: object) -> None:
    fill(vault, 6)
    marker = vault.folder / "kuroibara-archive.json"
    marker.write_text(json.dumps(json.loads(marker.read_text()) | {"retention": retention}))
    with pytest.raises(FolderUnsuitable, match="is damaged"):
        pruning.preview(vault)
    assert len(list((vault.folder / FOLDER).glob("*.tar.gz"))) == 6


def test_a_file_that_was_not_shown_stays(vault: Vault) -> None:
    fill(vault, 6)
    pruning.keep_by(vault, FEW)
    shown = pruning.preview(vault)
    put_copy(vault, "later", NOW - timedelta(days=40))
    pruning.prune(vault, shown, check=never)
    assert names(vault) == ["day-00", "day-01", "later"]


def test_a_newer_copy_that_rotted_since_keeps_the_older_ones(vault: Vault) -> None:
    fill(vault, 6)
    pruning.keep_by(vault, FEW)
    shown = pruning.preview(vault)
    for day in (0, 1):  # cut short, as a look at the folder shows
        os.truncate(vault.folder / FOLDER / f"day-0{day}.tar.gz", 100)
    pruning.prune(vault, shown, check=never)
    assert {"day-02", "day-03"} <= set(names(vault))


def test_the_last_good_copy_is_not_removed_by_a_click_either(vault: Vault) -> None:
    fill(vault, 1)
    put_copy(vault, "database", NOW, full=False)
    put_copy(vault, "odd", NOW, suspect=True)
    [last] = [copy for copy in vault.copies() if copy.name == "day-00"]
    with pytest.raises(LastCopy, match="no other verified copy here holds as much"):
        pruning.remove(vault, [last], check=never)
    assert last.path.exists()
    pruning.remove(vault, [last], check=never, last_too=True)
    assert not last.path.exists()


def test_a_copy_in_use_stays(vault: Vault) -> None:
    fill(vault, 6)
    pruning.keep_by(vault, FEW)
    with vault.hold(FOLDER, "day-05.tar.gz"):
        pruning.prune(vault, pruning.preview(vault), check=never)
    assert "day-05" in names(vault)


def test_a_drive_without_its_marker_loses_nothing(vault: Vault) -> None:
    fill(vault, 6)
    pruning.keep_by(vault, FEW)
    shown = pruning.preview(vault)
    (vault.folder / "kuroibara-archive.json").rename(vault.folder / "elsewhere")
    with pytest.raises(VaultMissing):
        pruning.prune(vault, shown, check=never)
    assert len(files(vault)) == 18


def test_another_server_freezes_it_until_the_answer(vault: Vault) -> None:
    fill(vault, 6)
    pruning.keep_by(vault, FEW)
    shown = pruning.preview(vault)
    assert pruning.prune(vault, shown, present={KEPT.address: "B"}, check=never) == []

    put_copy(vault, "empty", NOW, instance_id="B")
    frozen = pruning.preview(vault)
    assert all(v.frozen for v in frozen)
    [doubt] = {d for library in pruning.libraries_in(vault) for d in library.doubts}

    pruning.answer(vault, doubt.key, Answer.OTHER)
    pruning.prune(vault, pruning.preview(vault), check=never)
    assert names(vault) == ["day-00", "day-01", "empty"]


def has_begun(victim: subprocess.Popen[bytes], folder: Path, fewer_than: int) -> bool:
    """Whether it has removed some, or is over already."""
    return victim.poll() is not None or len(list(folder.glob("*.tar.gz"))) < fewer_than


@pytest.mark.slow
def test_killed_prune_leaves_whole_copies_or_none_and_the_next_tidies_up(
    vault: Vault, tmp_path: Path
) -> None:
    fill(vault, 60)
    pruning.keep_by(vault, FEW)
    program = (
        "import sys; from pathlib import Path; from datetime import *\n"
        "from kuroibara_desktop.vault import Vault, pruning\n"
        "home = Path(sys.argv[2])\n"
        "vault = Vault.open(Path(sys.argv[1]), catalog=home / 'catalog.sqlite3',"
        " locks=home / 'locks')\n"
        "print('ready', flush=True)\n"
        "pruning.prune(vault, pruning.preview(vault), check=lambda: None)\n"
    )
    for _ in range(4):
        before = len(list((vault.folder / FOLDER).glob("*.tar.gz")))
        victim = subprocess.Popen(
            [sys.executable, "-c", program, str(vault.folder), str(tmp_path / "home")],
            stdout=subprocess.PIPE,
        )
        folder = vault.folder / FOLDER
        until(partial(has_begun, victim, folder, before - 3), seconds=30)
        victim.kill()
        victim.wait()
        if victim.stdout:
            victim.stdout.close()
        there = names(vault)
        assert {"day-00", "day-01"} <= set(there)
        checked = subprocess.run(
            ["sha256sum", "-c", "--quiet", *(f"{name}.tar.gz.sha256" for name in there)],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        assert checked.returncode == 0, checked.stderr
    pruning.prune(vault, pruning.preview(vault), check=never)
    assert len(files(vault)) == 3 * len(names(vault)) == 6
