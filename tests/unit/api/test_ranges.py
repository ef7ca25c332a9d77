"""Which bytes a request gets, line by line of the RFC."""

from __future__ import annotations

import pytest

from kuroibara_backup.api.ranges import Answer, answer, http_date

TAG, OTHER = '"sha256-aa"', '"stat-bb"'
WHOLE = Answer(status=200, start=0, end=1000)
MTIME = 1_700_000_000.5


def ask(
    *, head: bool = False, size: int = 1000, now: float = MTIME + 3600, **headers: str
) -> Answer:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer(given, head=head, size=size, tags=(TAG, OTHER), mtime=MTIME, now=now)


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=0-0", 0, 1),
        ("bytes=500-", 500, 1000),
        ("bytes=-50", 950, 1000),
        ("bytes=-5000", 0, 1000),
        ("bytes=990-2000", 990, 1000),
        ("Bytes=999-999", 999, 1000),
        ("bytes= 1-2 ", 1, 3),
    ],
)
def test_one_range_is_answered_with_just_it(wanted: str, start: int, end: int) -> None:
    assert ask(range=wanted) == Answer(status=206, start=start, end=end)


@pytest.mark.parametrize(
    "wanted",
    [
        *("bytes=abc", "lines=0-1", "bytes=50-10", "bytes=-", "bytes", "bytes=0-1,5-6", "0-1"),
        *(
            "bytes=1-2-3",
            "bytes=٣-٤",
            "bytes=--5",
            "bytes=0-99999999999999999999999",
            "bytes=0x1-2",
        ),
    ],
)
def test_what_is_no_single_range_is_ignored(wanted: str) -> None:
    assert ask(range=wanted) == WHOLE


@pytest.mark.parametrize("wanted", ["bytes=1000-", "bytes=1000-1001", "bytes=-0"])
def test_a_range_behind_the_end_is_not_satisfiable(wanted: str) -> None:
    assert ask(range=wanted).status == 416


def test_an_empty_file_has_no_ranges() -> None:
    assert ask(size=0, range="bytes=0-").status == 416
    assert ask(size=0) == Answer(status=200, start=0, end=0)


def test_if_range_lets_the_range_through_only_for_these_very_bytes() -> None:
    for tag in (TAG, OTHER):
        assert ask(range="bytes=1-", if_range=tag).status == 206
    for tag in ('"sha256-bb"', f"W/{TAG}", "", "junk"):
        assert ask(range="bytes=1-", if_range=tag) == WHOLE


def test_if_range_with_a_date_needs_the_exact_one_and_a_settled_file() -> None:
    assert ask(range="bytes=1-", if_range=http_date(MTIME)).status == 206
    assert ask(range="bytes=1-", if_range=http_date(MTIME + 1)).status == 200
    assert ask(range="bytes=1-", if_range=http_date(MTIME), now=MTIME + 5).status == 200


def test_if_none_match_spares_the_bytes() -> None:
    for tag in (TAG, f"W/{TAG}", f'"x", {TAG}', "*"):
        assert ask(if_none_match=tag).status == 304
    assert ask(if_none_match='"x"') == WHOLE


def test_if_match_protects_from_other_bytes() -> None:
    assert ask(if_match=TAG) == WHOLE
    assert ask(if_match="*") == WHOLE
    assert ask(if_match='"x"').status == 412
    assert ask(if_match=f"W/{TAG}").status == 412


def test_head_ignores_ranges() -> None:
    assert ask(head=True, range="bytes=0-9") == WHOLE
