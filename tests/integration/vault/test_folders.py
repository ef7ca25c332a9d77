"""A folder is tried out before it becomes the archive, and nothing is left behind by that."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import NotEnoughSpace
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultMissing
from kuroibara_desktop.vault import Vault, cautions, examine, objections
from tests.support.copies import FOLDER, KEPT

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.vault.vault import Vault as _Vault
    from tests.support.small_disk import LimitedDisk, SmallDisks


def new_vault(folder: Path, home: Path) -> _Vault:
    return Vault.create(folder, catalog=home / "catalog.sqlite3", locks=home / "locks")


def test_good_folder_has_no_objection_and_no_trace(tmp_path: Path) -> None:
    facts = examine(tmp_path)
    assert objections(facts) == []
    assert facts.replaces
    assert facts.largest_file is None
    assert facts.free > 0
    assert list(tmp_path.iterdir()) == []


def test_folder_yet_to_be_made_is_judged_by_its_parent(tmp_path: Path) -> None:
    assert objections(examine(tmp_path / "new")) == []
    assert "is not there" in objections(examine(tmp_path / "a" / "b"))[0]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "is a file" in objections(examine(tmp_path / "file"))[0]


def test_the_library_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".kuroibara-storage").write_text("x")
    (tmp_path / "inside").mkdir()
    assert "inside a Kuroibara library" in objections(examine(tmp_path / "inside"))[0]
    with pytest.raises(FolderUnsuitable, match="inside a Kuroibara library"):
        new_vault(tmp_path / "inside", tmp_path / "home")


def test_a_drive_that_takes_capitals_for_small_letters_is_told(tmp_path: Path) -> None:
    facts = examine(tmp_path)
    assert not any("capital" in sentence for sentence in cautions(facts))
    assert any("capital" in one for one in cautions(replace(facts, folds_case=True)))


def test_cloud_and_temporary_folders_are_told(tmp_path: Path) -> None:
    cloud = tmp_path / "Dropbox" / "archive"
    cloud.mkdir(parents=True)
    told = cautions(examine(cloud), server_is_here=True)
    assert any("synchronised with a cloud" in sentence for sentence in told)
    assert any("temporary" in sentence for sentence in told)  # pytest's own folder is one
    assert any("runs on this computer" in sentence for sentence in told)


def test_drive_of_small_files_is_found_out(fat32_disk: LimitedDisk) -> None:
    program = (
        "import sys; from pathlib import Path; from kuroibara_desktop.vault import *;"
        "f = examine(Path(sys.argv[1])); print(f.largest_file, cautions(f)[0])"
    )
    told = subprocess.run(
        [*fat32_disk.prefix, sys.executable, "-c", program, str(fat32_disk.folder)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.startswith(f"{fat32_disk.largest} ")
    assert "no file over 4.00 GiB (FAT32)" in told


@pytest.mark.skipif(sys.platform != "linux", reason="a limit of Linux' processes stands in")
def test_backup_too_large_for_the_drive_is_refused_before_a_byte(
    fat32_disk: LimitedDisk, tmp_path: Path
) -> None:
    program = (
        "import sys; from pathlib import Path; from kuroibara_desktop.vault import *;"
        "h = Path(sys.argv[2]); v = Vault.create(Path(sys.argv[1]) / 'a', catalog=h / 'c',"
        " locks=h / 'l')\n"
        "try: v.require(0, largest=5 * 1024**3)\n"
        "except Exception as e: print(type(e).__name__, e)"
    )
    told = subprocess.run(
        [
            *fat32_disk.prefix,
            *(sys.executable, "-c", program, str(fat32_disk.folder), str(tmp_path / "home")),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert told.startswith("FolderUnsuitable The backup has 5.00 GiB")


def test_full_disk_is_told_with_both_numbers(small_disk: SmallDisks, tmp_path: Path) -> None:
    vault = new_vault(small_disk(32 * 1024 * 1024) / "archive", tmp_path / "home")
    with pytest.raises(NotEnoughSpace, match=r"20\.0 MiB are to be copied .* only 32\.0 MiB"):
        vault.require(20 * 1024 * 1024)


@pytest.mark.skipif(sys.platform == "win32", reason="links take a right of their own there")
def test_nothing_is_put_where_it_would_never_be_found_again(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "archive", tmp_path / "home")
    (tmp_path / "larger drive").mkdir()
    (vault.folder / FOLDER).symlink_to(tmp_path / "larger drive")
    with pytest.raises(FolderUnsuitable, match="is a link to another place") as refused:
        vault.server_folder(FOLDER, KEPT)
    assert "Put the folder itself" in refused.value.remedy
    assert vault.still_there().servers == {}


def test_vault_is_made_once_and_opened_ever_after(tmp_path: Path) -> None:
    first = new_vault(tmp_path / "archive", tmp_path / "home")
    again = new_vault(tmp_path / "archive", tmp_path / "home")
    assert again.id == first.id
    assert (tmp_path / "archive").stat().st_mode & 0o777 == 0o700


def test_missing_drive_is_never_made_again(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing, match="is not there"):
        Vault.open(tmp_path / "drive", catalog=tmp_path / "c", locks=tmp_path / "l")
    (tmp_path / "drive").mkdir()
    with pytest.raises(VaultMissing, match="carries no marker"):
        Vault.open(tmp_path / "drive", catalog=tmp_path / "c", locks=tmp_path / "l")
    assert list((tmp_path / "drive").iterdir()) == []


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"product":"x"}', '{"product": 5'])
def test_damaged_marker_is_told_from_a_missing_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "kuroibara-archive.json").write_text(text)
    with pytest.raises(FolderUnsuitable, match="is damaged"):
        Vault.open(tmp_path, catalog=tmp_path / "c", locks=tmp_path / "l")


def test_another_archive_in_the_same_place_is_noticed(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "archive", tmp_path / "home")
    (tmp_path / "archive").rename(tmp_path / "first")
    new_vault(tmp_path / "archive", tmp_path / "home")
    with pytest.raises(FolderUnsuitable, match="Another archive than before"):
        vault.copies()


def test_files_put_there_by_hand_are_listed_as_not_verified(tmp_path: Path) -> None:
    from kuroibara_desktop.core.backups import CopyState
    from kuroibara_desktop.core.servers import KeptServer

    vault = new_vault(tmp_path / "archive", tmp_path / "home")
    folder = vault.server_folder("home-12345678", KeptServer(name="home", address="http://x"))
    (folder / "by hand.tar.gz").write_bytes(b"x")
    os.symlink("/etc/passwd", folder / "link.tar.gz")
    [copy] = vault.copies()
    assert (copy.name, copy.state) == ("by hand", CopyState.UNVERIFIED)
    (folder / "by hand.tar.gz").unlink()
    assert vault.copies() == []
