"""What a restore put there is told from what came, changed or went since."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from kuroibara_backup.errors import Cancelled, Refused
from kuroibara_backup.storage.checking import Difference, check_staged, difference
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import Way
from kuroibara_backup.storage.swapping import swap_in
from tests.support.archives import Bytes, make_archive
from tests.support.finished import finished
from tests.support.trees import BACKUP, LIVE, ONE, TIME, TWO, lay_out

if TYPE_CHECKING:
    from pathlib import Path

ID = UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
NONE = Difference(missing=0, changed=0, made=0, bytes=0, examples=())


@pytest.fixture(params=Way)
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    root = lay_out(tmp_path / "storage", LIVE)
    finished(stage(Bytes(make_archive(BACKUP)), root, ID, way=request.param))
    return root


def test_there_is_no_difference_right_after(root: Path) -> None:
    assert finished(check_staged(root, ID)) == NONE
    swap_in(root, ID)
    assert finished(difference(root, ID)) == NONE
    assert finished(difference(root, ID, hashed=True)) == NONE


def test_what_came_changed_and_went_is_counted_and_named(root: Path) -> None:
    swap_in(root, ID)
    manga = root / "manga" / ONE.decode()
    (manga / "new.cbz").write_bytes(b"12345")
    (manga / "notes.txt").write_bytes(b"changed")
    (manga / "cover.jpg").unlink()
    (manga / "folder").rmdir()
    (root / "link").symlink_to("x")
    (root / ".kuroibara-storage").write_text("ours")
    found = finished(difference(root, ID))
    assert (found.missing, found.changed, found.made) == (2, 1, 2)
    assert found.bytes == 5 + 7 + 1
    assert f"manga/{ONE.decode()}/new.cbz" in found.examples
    assert not found.none


def test_only_hashes_find_what_looks_the_same(root: Path) -> None:
    swap_in(root, ID)
    file = root / "manga" / TWO.decode() / "only in the backup.cbz"
    file.write_bytes(b"x" * 900)
    os.utime(file, (TIME, TIME))
    assert finished(difference(root, ID)) == NONE
    assert finished(difference(root, ID, hashed=True)).changed == 1


def test_before_the_swap_a_change_to_what_is_shared_is_seen(root: Path) -> None:
    shared = root / "manga" / ONE.decode() / "cover.jpg"
    with shared.open("r+b") as file:
        file.write(b"changed in place")
    found = finished(check_staged(root, ID))
    assert (found.missing, found.changed) == (0, 1)


def test_of_chosen_manga_only_those_are_compared(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "other", LIVE)
    chosen = frozenset({UUID(TWO.decode())})
    finished(stage(Bytes(make_archive(BACKUP)), root, ID, manga=chosen))
    swap_in(root, ID)
    assert finished(difference(root, ID, hashed=True)) == NONE
    (root / "manga" / TWO.decode() / "x").write_bytes(b"1")
    (root / "manga" / ONE.decode() / "x").write_bytes(b"1")
    assert finished(difference(root, ID)).made == 1


def test_it_stops_when_asked_and_refuses_what_is_not_there(root: Path) -> None:
    def check() -> None:
        raise Cancelled

    with pytest.raises(Refused) as caught:
        finished(difference(root, ID))
    assert caught.value.code == "not_comparable"
    with pytest.raises(Cancelled):
        finished(check_staged(root, ID, check=check))
    swap_in(root, ID)
    with pytest.raises(Cancelled):
        finished(difference(root, ID, check=check))
