"""The archive moves to another folder whole, or stays where it was."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import Cancelled, Damaged, InvalidRequest, NotEnoughSpace
from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultBusy, VaultMissing
from kuroibara_desktop.transfers import (
    drop_left_behind,
    left_behind,
    move_archive,
    verify_copy,
)
from kuroibara_desktop.vault import Vault, pruning
from tests.support.archives import make_archive, noise
from tests.support.copies import FOLDER, put_copy, vault_at
from tests.support.finished import finished, never

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.small_disk import SmallDisks

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """Two good copies, one damaged, rules and a page."""
    vault = vault_at(tmp_path / "old", tmp_path / "home", lambda: NOW)
    for name in ("a", "b", "rotten"):
        put_copy(vault, name, NOW)
    [bad] = [copy for copy in vault.copies() if copy.name == "rotten"]
    bad.path.write_bytes(bad.path.read_bytes()[:-200] + bytes(200))
    finished(verify_copy(vault, bad, check=never))
    pruning.keep_by(vault, Policy(most=9, manual_too=True))
    return vault


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*.tar.gz*")
        if path.is_file() and not path.name.endswith(".json")
    }


def test_everything_is_in_the_new_folder_and_the_old_one_is_no_archive(
    vault: Vault, tmp_path: Path
) -> None:
    before = contents(vault.folder)
    finished(move_archive(vault, tmp_path / "new", check=never))
    moved = vault_at(tmp_path / "new", tmp_path / "home", lambda: NOW)
    assert moved.id == vault.id
    assert contents(moved.folder) == before
    assert moved.still_there().policy == Policy(most=9, manual_too=True)
    assert sorted((c.name, c.state.value) for c in moved.copies()) == [
        ("a", "verified"),
        ("b", "verified"),
        ("rotten", "damaged"),
    ]
    assert (moved.folder / "HOW-TO-RESTORE.txt").exists()
    assert contents(vault.folder) == before  # nothing of it goes without being asked for
    with pytest.raises(VaultMissing):
        vault.still_there()


def test_old_copies_go_when_asked_for_and_what_is_nowhere_else_stays(
    vault: Vault, tmp_path: Path
) -> None:
    finished(move_archive(vault, tmp_path / "new", check=never))
    moved = vault_at(tmp_path / "new", tmp_path / "home", lambda: NOW)
    own = vault.folder / FOLDER / "put there later.tar.gz"
    own.write_bytes(b"mine")
    (moved.folder / FOLDER / "b.tar.gz").unlink()
    assert sorted(c.name for c in left_behind(vault.folder, moved)) == ["a", "rotten"]

    stayed = finished(drop_left_behind(vault.folder, moved, check=never))
    assert sorted(path.name for path in stayed) == ["b.tar.gz", "put there later.tar.gz"]
    assert (vault.folder / FOLDER / "b.tar.gz.json").exists()
    with pytest.raises(InvalidRequest, match="not where this archive was"):
        left_behind(tmp_path / "home", moved)


def test_old_folder_is_gone_when_nothing_of_it_is_left(vault: Vault, tmp_path: Path) -> None:
    finished(move_archive(vault, tmp_path / "new", check=never))
    moved = vault_at(tmp_path / "new", tmp_path / "home", lambda: NOW)
    assert finished(drop_left_behind(vault.folder, moved, check=never)) == []
    assert not vault.folder.exists()
    assert len(moved.copies()) == 3


def test_rotten_copy_stops_the_move_before_the_switch(vault: Vault, tmp_path: Path) -> None:
    path = vault.folder / FOLDER / "b.tar.gz"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(Damaged, match="b is damaged in the old folder"):
        finished(move_archive(vault, tmp_path / "new", check=never))
    assert vault.still_there().archive_id == vault.id
    with pytest.raises(VaultMissing):
        Vault.open(tmp_path / "new", catalog=tmp_path / "c", locks=tmp_path / "l")


def test_stopped_move_changes_nothing_and_goes_on_where_it_was(
    vault: Vault, tmp_path: Path
) -> None:
    new = tmp_path / "new"

    def stop() -> None:
        if any(new.glob("*/*.part")) and any(new.glob("*/*.tar.gz")):
            raise Cancelled

    with pytest.raises(Cancelled):
        finished(move_archive(vault, new, check=stop))
    assert len(vault.copies()) == 3
    seen = {path: path.stat().st_ino for path in new.glob("*/*.tar.gz")}
    assert seen
    finished(move_archive(vault, new, check=never))
    assert all(path.stat().st_ino == inode for path, inode in seen.items())


@pytest.mark.parametrize("where", ["old/inside", "old", "."])
def test_folders_must_not_lie_inside_each_other(vault: Vault, tmp_path: Path, where: str) -> None:
    with pytest.raises(InvalidRequest, match="inside the other"):
        finished(move_archive(vault, tmp_path / where, check=never))


def test_other_archives_and_other_peoples_files_are_left_alone(
    vault: Vault, tmp_path: Path
) -> None:
    other = vault_at(tmp_path / "other", tmp_path / "home2", lambda: NOW)
    with pytest.raises(FolderUnsuitable, match="another archive already"):
        finished(move_archive(vault, other.folder, check=never))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.odt").write_text("mine")
    with pytest.raises(FolderUnsuitable, match="is not empty"):
        finished(move_archive(vault, tmp_path / "full", check=never))
    assert len(vault.copies()) == 3


def test_full_drive_is_said_before_anything_is_copied(vault: Vault, small_disk: SmallDisks) -> None:
    put_copy(vault, "large", NOW, data=make_archive({b"m.cbz": noise(3_000_000)}))
    drive = small_disk(18 * 1024 * 1024)
    with pytest.raises(NotEnoughSpace):
        finished(move_archive(vault, drive / "new", check=never))
    assert not list(drive.rglob("*.tar.gz"))


def test_nobody_publishes_into_an_archive_that_moves(vault: Vault, tmp_path: Path) -> None:
    work = move_archive(vault, tmp_path / "new", check=never)
    next(work)
    with pytest.raises(VaultBusy), vault.publishing(patience=0.1):
        pass
    work.close()
    with vault.publishing():
        pass


@pytest.mark.slow
def test_killed_move_leaves_one_of_the_two_whole_and_is_finished_by_the_next(
    tmp_path: Path,
) -> None:
    """The process is killed before each of its system calls that change a folder."""
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from kuroibara_desktop.transfers import move_archive\n"
        "from kuroibara_desktop.vault import Vault\n"
        "place, left = Path(sys.argv[1]), [int(sys.argv[2])]\n"
        "home = place / 'home'\n"
        "vault = Vault.open(place / 'old', catalog=home / 'catalog.sqlite3',"
        " locks=home / 'locks')\n"
        "def hook(event, arguments):\n"
        "    if event in ('os.rename', 'os.remove', 'os.mkdir'):\n"
        "        left[0] -= 1\n"
        "        if left[0] < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(hook)\n"
        "list(move_archive(vault, place / 'new', check=lambda: None))\n"
    )
    data, killed = make_archive({b"m.cbz": noise(5_000)}), 0
    for step in range(40):
        place = tmp_path / f"{step}"
        place.mkdir()
        vault = vault_at(place / "old", place / "home", lambda: NOW)
        put_copy(vault, "a", NOW, data=data)
        put_copy(vault, "b", NOW)
        ended = subprocess.run([sys.executable, "-c", program, str(place), str(step)], check=False)
        whole = []
        for name in ("old", "new"):
            try:
                found = Vault.open(
                    place / name, catalog=place / "home" / "c", locks=place / "home" / "l"
                )
            except VaultMissing:
                continue
            copies = {copy.name: copy for copy in found.copies()}
            assert copies.keys() == {"a", "b"}
            assert copies["a"].path.read_bytes() == data
            assert all(copy.state is CopyState.VERIFIED for copy in copies.values())
            whole.append(name)
        assert whole, f"killed at step {step}, neither folder is the archive"
        if ended.returncode == 0:
            assert whole == ["new"]
            break
        killed += 1
        if "old" in whole:
            finished(move_archive(vault, place / "new", check=never))
            assert len(vault_at(place / "new", place / "home").copies()) == 2
    assert killed >= 8
