"""A backup file gets into the archive whole or not at all, and out of it checked."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import (
    Cancelled,
    InvalidRequest,
    NotABackup,
    NotEnoughSpace,
    NotFound,
    Refused,
)
from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import CopyDamaged, FileChanged, VaultBusy
from kuroibara_desktop.core.keeping import judge_copies
from kuroibara_desktop.transfers import copy_elsewhere, import_file, verify_copy
from kuroibara_desktop.vault import pruning
from tests.support.archives import Tree, make_archive, noise
from tests.support.copies import FOLDER, put_copy, vault_at
from tests.support.finished import finished, never
from tests.support.format1 import make_format1

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.vault import Vault
    from tests.support.small_disk import SmallDisks

NOW = datetime(2026, 11, 23, tzinfo=UTC)
FEW = Policy(daily=1, weekly=1, monthly=1, yearly=1, most=1, manual_too=True)
TREE: Tree = {b"manga/A/1.cbz": noise(300_000), b"manga/A/2.cbz": noise(300_000, 2)}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return vault_at(tmp_path / "offsite", tmp_path / "home", lambda: NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "from a friend.tar.gz"
    path.write_bytes(make_archive(TREE, backup_id="f00"))
    return path


def take(vault: Vault, file: Path) -> LocalCopy:
    return finished(import_file(vault, file, check=never))


def everything(vault: Vault) -> list[str]:
    return sorted(str(p.relative_to(vault.folder)) for p in vault.folder.rglob("*.tar.gz*"))


def test_format_2_file_is_taken_in_with_all_it_says(vault: Vault, file: Path) -> None:
    copy = take(vault, file)
    assert copy.path == vault.folder / "imported" / "from a friend.tar.gz"
    assert copy.path.read_bytes() == file.read_bytes()
    assert (copy.state, copy.backup_id, copy.includes_storage) == (CopyState.VERIFIED, "f00", True)
    assert vault.copies() == [copy]
    checked = subprocess.run(
        ["sha256sum", "-c", f"{copy.path.name}.sha256"],
        cwd=copy.path.parent,
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0
    assert "from a friend.tar.gz" in (vault.folder / "HOW-TO-RESTORE.txt").read_text()
    assert finished(verify_copy(vault, copy, check=never)).state is CopyState.VERIFIED


def test_two_at_once_never_put_half_a_copy_into_another_place(vault: Vault, tmp_path: Path) -> None:
    tree: Tree = {b"manga/A/%d.cbz" % n: noise(6_000_000, n) for n in range(2)}
    copy = put_copy(vault, "large", NOW, data=make_archive(tree))
    place = tmp_path / "place"
    place.mkdir()
    first = copy_elsewhere(vault, [copy], place, check=never)
    next(first)
    with pytest.raises(VaultBusy, match=r"at work on large\.tar\.gz"):
        next(copy_elsewhere(vault, [copy], place, check=never))
    assert [path.read_bytes() for path in finished(first)] == [copy.path.read_bytes()]


def test_format_1_file_is_taken_in_and_its_time_marked_as_guessed(
    vault: Vault, tmp_path: Path
) -> None:
    old = make_format1(tmp_path / "old.tar.gz", None, None, "old")
    copy = take(vault, old)
    assert copy.path.read_bytes() == old.read_bytes()
    assert (copy.time_is_guessed, copy.includes_storage) == (True, False)
    assert copy.metadata["format"] == 1
    assert copy.not_proved


def test_the_same_file_twice_is_one_copy(vault: Vault, file: Path) -> None:
    first = take(vault, file)
    second = file.rename(file.with_name("another name.tar.gz"))
    assert take(vault, second) == first
    assert len(vault.copies()) == 1


def test_another_file_of_the_same_name_gets_a_number(vault: Vault, file: Path) -> None:
    first = take(vault, file)
    file.write_bytes(make_archive({b"manga/B.cbz": noise(10)}))
    assert take(vault, file).path.name == "from a friend-2.tar.gz"
    assert first.path.exists()


def test_file_repairs_the_damaged_copy_of_the_same_bytes(vault: Vault, file: Path) -> None:
    copy = put_copy(vault, "good", NOW, data=file.read_bytes())
    copy.path.write_bytes(bytes(len(file.read_bytes())))
    bad = finished(verify_copy(vault, copy, check=never))
    assert bad.state is CopyState.DAMAGED
    good = take(vault, file)
    assert (good.path, good.server, good.created_at) == (copy.path, FOLDER, copy.created_at)
    assert vault.copies() == [good]


def test_no_rule_removes_what_was_handed_in(vault: Vault, tmp_path: Path) -> None:
    for n in range(5):
        file = tmp_path / f"{n}.tar.gz"
        file.write_bytes(
            make_archive(
                {b"m.cbz": noise(10 + 90_000 * (5 - n))}, created_at=f"2026-0{n + 1}-01T00:00:00Z"
            )
        )
        take(vault, file)
    verdicts = judge_copies(pruning.libraries_in(vault), FEW, NOW)
    assert [v.kept for v in verdicts] == [True] * 5
    assert not any(v.frozen for v in verdicts)


def test_damaged_file_never_gets_in_and_what_is_hit_is_named(vault: Vault, file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[400_000] ^= 1
    file.write_bytes(data)
    with pytest.raises(CopyDamaged, match=r"2\.cbz"):
        take(vault, file)
    assert everything(vault) == []


def test_file_is_held_to_the_checksum_beside_it(vault: Vault, file: Path) -> None:
    beside = file.with_name(f"{file.name}.sha256")
    beside.write_text(f"{'0' * 64}  {file.name}\n")
    with pytest.raises(CopyDamaged, match="SHA-256"):
        take(vault, file)
    beside.write_bytes(b"\xff nonsense")
    assert take(vault, file).state is CopyState.VERIFIED


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", NotABackup), (b"PK\x03\x04 a comic", NotABackup), (b"age-encryption.org/v1\n", Refused)],
)
def test_what_is_no_backup_is_refused(
    vault: Vault, tmp_path: Path, content: bytes, error: type[Exception]
) -> None:
    (tmp_path / "x.tar.gz").write_bytes(content)
    with pytest.raises(error):
        take(vault, tmp_path / "x.tar.gz")
    with pytest.raises(NotFound):
        take(vault, tmp_path / "missing.tar.gz")
    with pytest.raises(NotABackup):
        take(vault, tmp_path)
    assert everything(vault) == []


@pytest.mark.parametrize("name", ["-rf.tar.gz", "con.tar.gz", "a\nb.tar.gz", "backup (1).tgz", "~"])
def test_any_file_name_becomes_one_that_every_drive_can_hold(
    vault: Vault, file: Path, name: str
) -> None:
    copy = take(vault, file.rename(file.with_name(name)))
    assert copy.path.parent == vault.folder / "imported"
    assert copy.path.name in (name, f"imported-{copy.sha256[:12] if copy.sha256 else ''}.tar.gz")
    assert copy.path.name != "con.tar.gz"
    assert vault.copies() == [copy]


@pytest.mark.parametrize(
    "said",
    [
        {"backup_name": "../../evil", "backup_id": "\ud800"},
        {"created_at": "0001-01-01T00:00:00+14:00"},
        {"created_at": "9999-12-31T23:59:59-14:00"},
        {"kinds": [["deep"], None], "suspect": "yes", "note": "x" * 100_000},
    ],
)
def test_hostile_words_in_a_file_stay_words(
    vault: Vault, tmp_path: Path, said: dict[str, object]
) -> None:
    make_format1(tmp_path / "x.tar.gz", None, None, "x", changed=said)
    copy = take(vault, tmp_path / "x.tar.gz")
    assert vault_at(vault.folder, tmp_path / "another computer").copies() == [copy]
    pruning.keep_by(vault, FEW)
    assert [verdict.kept for verdict in pruning.preview(vault)] == [True]


def test_file_that_lies_in_the_archive_already_is_taken_up_where_it_is(vault: Vault) -> None:
    put_copy(vault, "first", NOW)
    by_hand = vault.folder / FOLDER / "by hand.tar.gz"
    by_hand.write_bytes(make_archive(TREE))
    copy = take(vault, by_hand)
    assert (copy.path, copy.state) == (by_hand, CopyState.VERIFIED)


def test_full_drive_is_said_before_a_byte_is_copied(small_disk: SmallDisks, tmp_path: Path) -> None:
    vault = vault_at(small_disk(17 * 1024 * 1024) / "archive", tmp_path / "home")
    file = tmp_path / "large.tar.gz"
    file.write_bytes(make_archive({b"m.cbz": noise(3_000_000)}))
    with pytest.raises(NotEnoughSpace):
        take(vault, file)
    assert everything(vault) == []


def test_stopped_import_leaves_nothing(vault: Vault, file: Path) -> None:
    def stop() -> None:
        if any(vault.folder.rglob("*.part")):
            raise Cancelled

    with pytest.raises(Cancelled):
        finished(import_file(vault, file, check=stop))
    assert everything(vault) == []
    assert not list(vault.folder.rglob("*.part"))


def test_file_that_changes_under_the_reader_is_refused(vault: Vault, file: Path) -> None:
    whole = file.read_bytes()

    def change() -> None:
        if any(vault.folder.rglob("*.part")):
            file.write_bytes(whole[:-5000] + bytes(5000))

    with pytest.raises(FileChanged):
        finished(import_file(vault, file, check=change))
    assert everything(vault) == []


@pytest.mark.slow
def test_killed_import_publishes_the_whole_file_or_none(tmp_path: Path, file: Path) -> None:
    """The process is killed before each of its system calls that change the folder."""
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from kuroibara_desktop.transfers import import_file\n"
        "from kuroibara_desktop.vault import Vault\n"
        "home, left = Path(sys.argv[2]), [int(sys.argv[4])]\n"
        "vault = Vault.open(Path(sys.argv[1]), catalog=home / 'catalog.sqlite3',"
        " locks=home / 'locks')\n"
        "def hook(event, arguments):\n"
        "    if event in ('os.rename', 'os.remove', 'os.mkdir'):\n"
        "        left[0] -= 1\n"
        "        if left[0] < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(hook)\n"
        "list(import_file(vault, Path(sys.argv[3]), check=lambda: None))\n"
    )
    data, killed = file.read_bytes(), 0
    for step in range(30):
        place = tmp_path / f"{step}"
        place.mkdir()
        vault = vault_at(place / "offsite", place / "home", lambda: NOW)
        ended = subprocess.run(
            [
                *(sys.executable, "-c", program, str(vault.folder), str(place / "home")),
                *(str(file), str(step)),
            ],
            check=False,
        )
        for copy in vault.copies():
            assert copy.path.read_bytes() == data
            assert copy.state is CopyState.VERIFIED
        assert file.read_bytes() == data
        if ended.returncode == 0:
            break
        killed += 1
        pruning.sweep(vault)
        assert not list(vault.folder.rglob("*.part"))
        assert take(vault, file).path.read_bytes() == data
        assert not list(vault.folder.rglob("*.part"))
    assert killed >= 4


# Out of the archive


def test_copies_go_elsewhere_with_their_checksums(vault: Vault, tmp_path: Path) -> None:
    copies = [put_copy(vault, name, NOW) for name in ("a", "b")]
    target = tmp_path / "other drive"
    target.mkdir()
    (target / "b.tar.gz").write_bytes(b"not ours")
    made = finished(copy_elsewhere(vault, copies, target, check=never))
    assert [path.name for path in made] == ["a.tar.gz", "b-2.tar.gz"]
    assert (target / "b.tar.gz").read_bytes() == b"not ours"
    checked = subprocess.run(
        ["sha256sum", "-c", "a.tar.gz.sha256", "b-2.tar.gz.sha256"],
        cwd=target,
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0
    assert finished(copy_elsewhere(vault, copies[:1], target, check=never)) == made[:1]


def test_a_rotten_copy_is_not_multiplied(vault: Vault, tmp_path: Path) -> None:
    copy = put_copy(vault, "a", NOW)
    data = copy.path.read_bytes()
    copy.path.write_bytes(data[:50] + b"x" + data[51:])
    (tmp_path / "other").mkdir()
    with pytest.raises(FileChanged, match="no longer those that were verified"):
        finished(copy_elsewhere(vault, [copy], tmp_path / "other", check=never))
    assert os.listdir(tmp_path / "other") == []


def test_other_place_must_be_another_place(vault: Vault, tmp_path: Path) -> None:
    copy = put_copy(vault, "a", NOW)
    with pytest.raises(InvalidRequest, match="inside the archive"):
        finished(copy_elsewhere(vault, [copy], vault.folder / FOLDER, check=never))
    with pytest.raises(InvalidRequest, match="there is no folder"):
        finished(copy_elsewhere(vault, [copy], tmp_path / "missing", check=never))
    assert hashlib.sha256(copy.path.read_bytes()).hexdigest() == copy.sha256
