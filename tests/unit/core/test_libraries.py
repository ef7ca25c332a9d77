"""A server that was installed anew is noticed, and nobody's copies are mixed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kuroibara_backup.retention import Counts
from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.libraries import Answer, libraries
from kuroibara_desktop.core.servers import KeptServer

NOW = datetime(2026, 11, 23, tzinfo=UTC)
HOME = "https://home.example"


def copy(day: int, *, server: str = "home-aaaa", **more: Any) -> LocalCopy:
    name = f"{server}-{day}.tar.gz"
    plain = LocalCopy(
        path=Path("/archive", server, name),
        remote_name=name,
        server=server,
        size=1000,
        sha256=f"{day:064x}",
        created_at=NOW - timedelta(days=day),
        state=CopyState.VERIFIED,
        includes_storage=True,
        instance_id="A",
    )
    return replace(plain, **more)


def kept(instance: str | None = "A", address: str = HOME) -> KeptServer:
    return KeptServer(name="home", address=address, instance_id=instance)


SERVERS = {"home-aaaa": kept()}


def test_copies_of_one_engine_are_one_library_wherever_it_moved() -> None:
    servers = SERVERS | {"attic-aaaa": kept(address="https://attic.example")}
    [library] = libraries([copy(1, server="attic-aaaa"), copy(9)], servers, {})
    assert [c.server for c in library.copies] == ["home-aaaa", "attic-aaaa"]
    assert library.doubts == ()


def test_another_engine_in_the_same_folder_is_a_question() -> None:
    old, new = libraries([copy(9), copy(1, instance_id="B")], SERVERS, {})
    [doubt] = old.doubts
    assert old.doubts == new.doubts
    assert doubt.key == "B"
    assert doubt.sentence == (
        "The server at https://home.example is no longer the one that one copy here came from: "
        "it was installed anew, or another one is there now."
    )


def test_another_engine_at_the_same_address_is_a_question_in_a_folder_of_its_own_too() -> None:
    servers = SERVERS | {"home-bbbb": kept("B")}
    found = libraries([copy(9), copy(1, server="home-bbbb", instance_id="B")], servers, {})
    assert [library.doubts[0].key for library in found] == ["B", "B"]


def test_another_engine_is_a_question_before_anything_of_it_was_copied() -> None:
    [old] = libraries([copy(9)], SERVERS, {}, present={HOME: "B"})
    assert old.doubts
    [old] = libraries([copy(9)], SERVERS, {}, present={HOME: "A"})
    assert old.doubts == ()


@pytest.mark.parametrize(("said", "count"), [(Answer.SAME, 1), (Answer.OTHER, 2)])
def test_an_answer_settles_it(said: Answer, count: int) -> None:
    found = libraries([copy(9), copy(1, instance_id="B")], SERVERS, {"B": said})
    assert len(found) == count
    assert not any(library.doubts for library in found)


def test_an_answer_says_nothing_of_the_next_new_server() -> None:
    copies = [copy(9), copy(5, instance_id="B"), copy(1, instance_id="C")]
    found = libraries(copies, SERVERS, {"B": Answer.SAME})
    assert [len(library.copies) for library in found] == [2, 1]
    assert [doubt.key for doubt in found[0].doubts] == ["C"]


def test_copies_from_before_identities_were_noted_are_their_folders() -> None:
    old, _ = libraries([copy(9, instance_id=None), copy(1, instance_id="B")], SERVERS, {})
    assert old.doubts


PLAIN = {"home-aaaa": kept(None)}


def plain(day: int, users: int, *, size: int = 1000, full: bool = True) -> LocalCopy:
    counts = Counts(files=10, bytes=1000, rows={"public.users": users})
    return copy(day, instance_id=None, counts=counts, size=size, includes_storage=full)


def test_fallen_counts_of_a_plain_server_are_a_question() -> None:
    old, new = libraries([plain(9, 10), plain(2, 1), plain(1, 1)], PLAIN, {})
    assert [len(old.copies), len(new.copies)] == [1, 2]
    [doubt] = old.doubts
    assert "There are 1 users; the newest verified backup has 10." in doubt.sentence

    [one] = libraries([plain(9, 10), plain(2, 1), plain(1, 1)], PLAIN, {doubt.key: Answer.SAME})
    assert len(one.copies) == 3


def test_a_plain_library_that_grows_is_one() -> None:
    [library] = libraries([plain(9, 10), plain(2, 9), plain(1, 30)], PLAIN, {})
    assert library.doubts == ()


def test_without_counts_a_much_smaller_file_is_a_question() -> None:
    found = libraries([plain(9, 10, size=10_000), replace(plain(1, 10), counts=None)], PLAIN, {})
    assert "9.77 KiB" in found[0].doubts[0].sentence


def test_a_small_database_beside_a_large_library_is_no_question() -> None:
    database = replace(plain(1, 10, full=False), counts=Counts(rows={}))
    [library] = libraries([plain(9, 10), database], PLAIN, {})
    assert library.doubts == ()


def test_an_engine_that_moved_in_shares_no_library_and_asks_nothing() -> None:
    servers = PLAIN | {"home-bbbb": kept("B")}
    found = libraries([plain(9, 10), copy(1, server="home-bbbb", instance_id="B")], servers, {})
    assert len(found) == 2
    assert not any(library.doubts for library in found)
