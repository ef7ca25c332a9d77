"""Which names may be written, and under which name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.safety import (
    Limits,
    NameKeeper,
    TargetRules,
    check_name,
    writable_name,
)
from kuroibara_backup.errors import ArchiveTooLarge, ArchiveUnsafe

WINDOWS = TargetRules(reserved=True, utf8=True, folds=True)
MAC = TargetRules(utf8=True, folds=True)


@pytest.mark.parametrize(
    "path", [b"", b"/", b"/a", b"a/", b"a//b", b".", b"..", b"../a", b"a/../b", b"a/.", b"a\0b"]
)
def test_a_name_that_leads_elsewhere_is_refused(path: bytes) -> None:
    with pytest.raises(ArchiveUnsafe):
        check_name(path)


@pytest.mark.parametrize("path", [b"a", b"a/b", b"..a", b"a..", b"...", b"a\\b", b" ", b"\xff"])
def test_an_odd_name_is_none_of_these(path: bytes) -> None:
    check_name(path)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (b"plain 100%.cbz", b"plain 100%.cbz"),
        (b"a:b?.cbz", b"a%3Ab%3F.cbz"),
        (b"100%?", b"100%25%3F"),
        (b"back\\slash", b"back%5Cslash"),
        (b"ends.", b"ends%2E"),
        (b"ends ", b"ends%20"),
        (b"con", b"%63on"),
        (b"COM1.txt", b"%43OM1.txt"),
        (b"com10", b"com10"),
        (b"\xff\xfe", b"%FF%FE"),
        ("é日".encode(), "é日".encode()),
        (b"ok \xe9 bad", b"ok %E9 bad"),
    ],
)
def test_windows_gets_names_it_can_hold(name: bytes, written: bytes) -> None:
    assert writable_name(name, WINDOWS) == written


def test_linux_gets_names_as_they_are() -> None:
    for name in (b"a:b?", b"\xff", b"con", b"ends."):
        assert writable_name(name, TargetRules()) == name


@given(st.lists(st.binary(min_size=1, max_size=6), unique=True, max_size=6))
def test_a_mapped_name_can_be_held_and_two_never_meet_unseen(names: list[bytes]) -> None:
    keeper = NameKeeper(WINDOWS)
    written: set[bytes] = set()
    for name in names:
        try:
            path = keeper.admit(name)
        except ArchiveUnsafe:
            continue
        assert path.lower() not in written
        written.add(path.lower())
        assert not set(path) & set(b'<>:"|?*\\')
        path.decode()


@pytest.mark.parametrize(
    ("one", "other"),
    [("A.cbz", "a.cbz"), ("é", "e\u0301"), ("straße", "STRASSE"), ("a:b", "a%3Ab")],
)
def test_names_that_meet_on_a_folding_target_are_refused(one: str, other: str) -> None:
    keeper = NameKeeper(WINDOWS)
    keeper.admit(one.encode())
    with pytest.raises(ArchiveUnsafe):
        keeper.admit(other.encode())
    elsewhere = NameKeeper(TargetRules())
    elsewhere.admit(one.encode())
    elsewhere.admit(other.encode())


def test_the_same_name_twice_is_refused_everywhere() -> None:
    keeper = NameKeeper(TargetRules())
    keeper.admit(b"a/b")
    with pytest.raises(ArchiveUnsafe):
        keeper.admit(b"a/b")


def test_limits_name_themselves() -> None:
    limits = Limits(entries=2, total=100, file=50, ratio=10, path=20, depth=3)
    limits.check_entry(b"a/b/c", 50)
    limits.check_sum(entries=2, total=100, archive=1000)
    for path in (b"n" * 21, b"a/b/c/d"):
        with pytest.raises(ArchiveUnsafe):
            limits.check_entry(path, 0)
    with pytest.raises(ArchiveTooLarge, match="file"):
        limits.check_entry(b"a", 51)
    with pytest.raises(ArchiveTooLarge, match="entries"):
        limits.check_sum(entries=3, total=0, archive=1)
    with pytest.raises(ArchiveTooLarge, match="total"):
        limits.check_sum(entries=1, total=101, archive=1000)
    with pytest.raises(ArchiveTooLarge, match="ratio"):
        Limits(ratio=10).check_sum(entries=1, total=1 << 30, archive=1 << 20)
