"""The backup folder: what is in it, how a backup gets in, and what never happens to it."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import BackupError, Cancelled, NotFound, Refused
from kuroibara_backup.places.local import LocalPlace
from kuroibara_backup.places.origin import Origin

if TYPE_CHECKING:
    from pathlib import Path

SHA = "ab" * 32
OLD = 1_700_000_000


class Clock:
    def __init__(self) -> None:
        self.time = OLD + 1e6

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path, clock: Clock) -> LocalPlace:
    place = LocalPlace(tmp_path, now=clock)
    place.prepare()
    place.theirs.mkdir()
    return place


def put_found(place: LocalPlace, name: str, content: bytes = b"x", *, mtime: float = OLD) -> Path:
    path = place.theirs / name
    path.write_bytes(content)
    os.utime(path, (mtime, mtime))
    return path


def published(place: LocalPlace, filename: str, content: bytes = b"content") -> None:
    with place.spool() as spool:
        spool.write_bytes(content)
        place.publish(spool, filename, SHA)


def test_published_backup_is_whole_and_has_its_sidecar(place: LocalPlace) -> None:
    published(place, "mine.tar.gz")
    assert sorted(os.listdir(place.ours)) == ["mine.tar.gz", "mine.tar.gz.sha256"]
    assert (place.ours / "mine.tar.gz.sha256").read_text() == f"{SHA}  mine.tar.gz\n"
    stored = place.find("mine.tar.gz")
    assert stored.origin is Origin.ENGINE
    assert not stored.being_written
    assert place.claimed_sha256(stored) == SHA
    assert (place.ours / "mine.tar.gz").stat().st_nlink == 1


def test_publishing_never_overwrites(place: LocalPlace) -> None:
    published(place, "mine.tar.gz", b"first")
    with pytest.raises(Refused) as caught:
        published(place, "mine.tar.gz", b"second")
    assert caught.value.code == "name_taken"
    assert (place.ours / "mine.tar.gz").read_bytes() == b"first"
    assert sorted(os.listdir(place.ours)) == ["mine.tar.gz", "mine.tar.gz.sha256"]


def test_a_stray_sidecar_does_not_stand_in_the_way(place: LocalPlace) -> None:
    (place.ours / "mine.tar.gz.sha256").write_text("junk")
    published(place, "mine.tar.gz")
    assert place.claimed_sha256(place.find("mine.tar.gz")) == SHA


def test_a_failed_write_leaves_nothing(place: LocalPlace) -> None:
    def fail() -> None:
        with place.spool() as spool:
            spool.write_bytes(b"half")
            raise Cancelled

    with pytest.raises(Cancelled):
        fail()
    assert os.listdir(place.ours) == []


def test_sweep_removes_what_a_killed_writer_left_and_nothing_else(place: LocalPlace) -> None:
    published(place, "mine.tar.gz")
    (place.ours / ".spool-dead").write_bytes(b"half")
    (place.ours / "gone.tar.gz.sha256").write_text("x")
    (place.ours / "note.txt").write_text("the operator's")
    put_found(place, "theirs.tar.gz")
    assert place.sweep() == 2
    assert sorted(os.listdir(place.ours)) == ["mine.tar.gz", "mine.tar.gz.sha256", "note.txt"]
    assert os.listdir(place.theirs) == ["theirs.tar.gz"]


def test_listing_passes_over_junk_folders_and_dangling_links(place: LocalPlace) -> None:
    published(place, "mine.tar.gz")
    put_found(place, "theirs.tar.gz")
    put_found(place, "readme.txt")
    (place.theirs / "folder.tar.gz").mkdir()
    (place.theirs / "dangling.tar.gz").symlink_to("nowhere")
    (place.ours / "link.tar.gz").symlink_to(place.theirs / "theirs.tar.gz")
    with open(os.fsencode(place.theirs) + b"/\xff.tar.gz", "wb"):
        pass
    names = {item.filename for item in place.listing()}
    assert names == {"mine.tar.gz", "theirs.tar.gz"}
    for name in ("folder.tar.gz", "dangling.tar.gz", "link.tar.gz", "readme.txt"):
        with pytest.raises(NotFound):
            place.find(name)


@pytest.mark.parametrize(
    "name", ["../engine/mine.tar.gz", "a\0.tar.gz", ".spool-x", "", "..", "x" * 300]
)
def test_hostile_names_find_nothing(place: LocalPlace, name: str) -> None:
    published(place, "mine.tar.gz")
    with pytest.raises(NotFound):
        place.find(name)


def test_listing_again_sees_what_has_changed(place: LocalPlace) -> None:
    published(place, "mine.tar.gz")
    put_found(place, "theirs.tar.gz", b"one")
    first = {item.filename: item for item in place.listing()}
    assert all(first[item.filename] is item for item in place.listing())
    put_found(place, "theirs.tar.gz", b"two!")
    (place.ours / "mine.tar.gz").write_bytes(b"tampered with")
    second = {item.filename: item for item in place.listing()}
    assert second["theirs.tar.gz"].identity.size == 4
    assert second["mine.tar.gz"].identity != first["mine.tar.gz"].identity


def test_listing_of_missing_folders_is_empty(tmp_path: Path) -> None:
    assert LocalPlace(tmp_path / "nowhere").listing() == []


def test_ours_hides_a_found_one_of_the_same_name(place: LocalPlace) -> None:
    put_found(place, "same.tar.gz", b"theirs")
    published(place, "same.tar.gz", b"ours")
    assert [item.origin for item in place.listing()] == [Origin.ENGINE]


def test_found_file_is_being_written_for_a_minute_after_its_last_change(
    place: LocalPlace, clock: Clock
) -> None:
    put_found(place, "new.tar.gz", mtime=clock.time - 59)
    assert place.find("new.tar.gz").being_written
    clock.time += 2
    assert not place.find("new.tar.gz").being_written


def test_growth_is_noticed_even_when_the_times_say_otherwise(
    place: LocalPlace, clock: Clock
) -> None:
    put_found(place, "copied.tar.gz", b"half")
    assert not place.find("copied.tar.gz").being_written
    put_found(place, "copied.tar.gz", b"half and more")
    assert place.find("copied.tar.gz").being_written
    clock.time += 61
    assert not place.find("copied.tar.gz").being_written


def test_a_time_in_the_future_does_not_keep_a_file_from_being_finished(
    place: LocalPlace, clock: Clock
) -> None:
    put_found(place, "tomorrow.tar.gz", mtime=clock.time + 86_400)
    assert not place.find("tomorrow.tar.gz").being_written


def test_removing_takes_the_sidecar_along(place: LocalPlace) -> None:
    published(place, "mine.tar.gz")
    place.remove(place.find("mine.tar.gz"))
    assert os.listdir(place.ours) == []
    with pytest.raises(NotFound):
        place.find("mine.tar.gz")


def test_names_in_either_folder_are_taken(place: LocalPlace) -> None:
    published(place, "Mine.tar.gz")
    put_found(place, "theirs.tar.gz")
    assert {"mine", "theirs"} <= place.names()


def test_one_writer_at_a_time(place: LocalPlace) -> None:
    other = LocalPlace(place.root)
    with place.writer_lock(wait=False):
        with pytest.raises(Refused) as caught, other.writer_lock(wait=False):
            pass
        assert caught.value.code == "locked"

        stop = threading.Event()

        def check() -> None:
            if stop.is_set():
                raise Cancelled

        threading.Timer(0.2, stop.set).start()
        with pytest.raises(Cancelled), other.writer_lock(wait=True, check=check):
            pass
    with other.writer_lock(wait=False):
        pass


def test_a_file_system_without_hard_links_still_never_overwrites(
    place: LocalPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)  # exFAT and many shares answer so
    published(place, "mine.tar.gz", b"first")
    with pytest.raises(Refused):
        published(place, "mine.tar.gz", b"second")
    assert (place.ours / "mine.tar.gz").read_bytes() == b"first"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="rights work otherwise there")
def test_a_backup_that_may_not_be_read_is_a_sentence(place: LocalPlace) -> None:
    path = put_found(place, "theirs.tar.gz")
    path.chmod(0)
    stored = place.find("theirs.tar.gz")
    nobody, before = 65534, os.geteuid()
    folders = [place.theirs, *place.theirs.parents]
    if before == 0:
        for folder in folders[:4]:
            folder.chmod(0o755)
        os.seteuid(nobody)
    try:
        with pytest.raises(BackupError, match=r"theirs\.tar\.gz cannot be read") as caught:
            place.open(stored)
    finally:
        os.seteuid(before)
    assert str(place.root) not in str(caught.value)
