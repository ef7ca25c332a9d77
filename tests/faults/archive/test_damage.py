"""Whatever is damaged in a backup, verifying finds it: bit by bit, cut by cut, with and without
the sidecar."""

from __future__ import annotations

import hashlib
import random
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive import Level, Report
from kuroibara_backup.errors import NotABackup
from tests.faults.archive.places import Span, block_headers, frames, ranges
from tests.support.archives import SAMPLE, make_archive, noise, verified

if TYPE_CHECKING:
    from collections.abc import Iterable

EDGE = 4096
WHOLE = "the file as a whole"


@cache
def sample() -> bytes:
    return make_archive(SAMPLE)


@cache
def many_blocks() -> bytes:
    """A stored file of over 200 blocks."""
    return make_archive({b"long.cbz": noise(205 * 65_530), b"x.cbz": noise(100)})


def flipped(data: bytes, flips: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Flip one bit after the other and return those that were not found in both ways.

    One look with the sidecar shows both: a damage beside that of the file as a whole is what a look
    without the sidecar finds.
    """
    digest = hashlib.sha256(data).hexdigest()
    changed, missed = bytearray(data), []
    for at, bit in flips:
        changed[at] ^= 1 << bit
        try:
            wheres = {damage.where for damage in verified(changed, Level.FULL, digest).damages}
        except NotABackup:
            wheres = {WHOLE, "all of it"}
        if WHOLE not in wheres or wheres == {WHOLE}:
            missed.append((at, bit))
        changed[at] ^= 1 << bit
    return missed


def passes(data: bytes, digest: str | None) -> bool:
    try:
        return verified(data, Level.FULL, digest).ok
    except NotABackup:
        return False


def every_bit(places: Iterable[int]) -> list[tuple[int, int]]:
    return [(at, bit) for at in places for bit in range(8)]


def one_bit(places: Iterable[int], step: int = 1) -> list[tuple[int, int]]:
    return [(at, at * 5 % 8) for at in list(places)[::step]]


def edges(data: bytes) -> list[int]:
    return [*range(EDGE), *range(len(data) - EDGE, len(data))]


def weighted(data: bytes, count: int) -> list[tuple[int, int]]:
    """Random places, the same number in each kind of member however small it is."""
    chosen = random.Random(2)
    kinds: dict[str, list[Span]] = {}
    for span in ranges(data):
        kinds.setdefault(span.kind, []).append(span)
    each = -(-count // len(kinds))
    return [
        (chosen.randrange(span.start, span.end), chosen.randrange(8))
        for spans in kinds.values()
        for span in chosen.choices(spans, k=each)
    ]


def test_the_undamaged_sample_passes_and_has_every_kind_of_member() -> None:
    assert verified(sample()).ok
    assert verified(many_blocks()).ok
    kinds = {span.kind for span in ranges(sample())}
    assert kinds == {"plain", "sql", "gap", "glue", "stored", "packed", "group", "index", "footer"}
    spans = list(ranges(sample()))
    assert spans[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(spans))


def test_a_flipped_bit_in_the_first_or_last_4_kib_is_found() -> None:
    assert not flipped(sample(), one_bit(edges(sample()), 5))


def test_a_flipped_bit_in_any_header_or_trailer_is_found() -> None:
    assert not flipped(sample(), one_bit(frames(sample())))


def test_a_flipped_bit_in_a_block_header_is_found() -> None:
    starts = block_headers(many_blocks())
    assert len(starts) >= 200
    flips = [(at + number % 10, number % 8) for number, at in enumerate(starts[::9])]
    assert not flipped(many_blocks(), flips)


def test_a_flipped_bit_in_any_kind_of_member_is_found() -> None:
    assert not flipped(sample(), weighted(sample(), 1000))


@pytest.mark.parametrize("sidecar", [False, True])
def test_a_cut_at_any_member_boundary_is_found(*, sidecar: bool) -> None:
    digest = hashlib.sha256(sample()).hexdigest() if sidecar else None
    for span in ranges(sample()):
        assert not passes(sample()[: span.start], digest), span
        assert span.start == 0 or not verified(sample()[: span.start], Level.QUICK).ok, span
        assert not passes(sample()[: span.start + 1], digest), span


@pytest.mark.slow
@pytest.mark.parametrize("part", range(8))
def test_every_bit_of_the_first_and_last_4_kib(part: int) -> None:
    assert not flipped(sample(), every_bit(edges(sample())[part::8]))


@pytest.mark.slow
def test_every_bit_of_all_headers_and_trailers() -> None:
    assert not flipped(sample(), every_bit(frames(sample())))


@pytest.mark.slow
def test_every_bit_of_200_block_headers() -> None:
    # Both layers of 200 headers in an archive of three blocks at a time: small enough to be quick.
    missed, seen = [], 0
    for number in range(67):
        data = make_archive({b"x.cbz": noise(3 * 65_530 - number, number)})
        starts = block_headers(data)[1:4]  # the first is that of the glue before the file
        seen += len(starts)
        missed += flipped(data, every_bit(at + byte for at in starts for byte in range(10)))
    assert seen >= 200
    assert not missed


def hit(data: bytes, at: int) -> Report:
    changed = bytearray(data)
    changed[at] ^= 16
    return verified(changed)


def test_the_file_that_is_hit_is_named() -> None:
    for span in ranges(sample()):
        if span.owner:
            report = hit(sample(), (span.start + span.end) // 2)
            name = "storage/" + span.owner.decode("utf-8", "backslashreplace")
            assert [damage.where for damage in report.damages] == [name]
            assert name in report.damages[0].sentence


def test_a_damaged_frame_is_told_from_a_damaged_content() -> None:
    stored = next(span for span in ranges(sample()) if span.kind == "stored")
    assert "frame" in hit(sample(), stored.start + 3).damages[0].sentence
    assert "frame" in hit(sample(), stored.end - 3).damages[0].sentence
    assert "between its bytes" in hit(sample(), stored.start + 400).damages[0].sentence


def test_within_a_group_only_the_hit_file_is_named() -> None:
    group = next(span for span in ranges(sample()) if span.kind == "group")
    wheres = {d.where for at in range(group.start, group.end) for d in hit(sample(), at).damages}
    assert {"storage/manga/A/notes.txt", "storage/manga/A/readme.md"} <= wheres


def test_damaged_sql_is_named_with_its_place() -> None:
    sql = next(span for span in ranges(sample()) if span.kind == "sql")
    report = hit(sample(), sql.start + 60)
    assert [damage.where for damage in report.damages] == ["database.sql"]


def test_the_check_goes_on_after_a_damage_and_reports_all() -> None:
    changed = bytearray(sample())
    owned = [span for span in ranges(sample()) if span.owner]
    for span in owned:
        changed[(span.start + span.end) // 2] ^= 1
    changed[-5] ^= 1
    wheres = [damage.where for damage in verified(changed).damages]
    assert len(wheres) == len(owned) + 1
    assert "the footer" in wheres


def test_swapped_chunks_are_found() -> None:
    data = make_archive({b"a.cbz": noise(5000, 1), b"b.cbz": noise(5000, 2)})
    one, other = (span for span in ranges(data) if span.kind == "stored")
    swapped = bytearray(data)
    swapped[one.start : one.end] = data[other.start : other.end]
    swapped[other.start : other.end] = data[one.start : one.end]
    wheres = {damage.where for damage in verified(swapped).damages}
    assert wheres == {"storage/a.cbz", "storage/b.cbz"}


def test_the_footer_of_another_backup_is_found() -> None:
    other = make_archive({b"a.cbz": noise(10)})
    assert not verified(sample()[:-128] + other[-128:]).ok


def test_bytes_missing_in_the_middle_are_found() -> None:
    for level in Level:
        assert not verified(sample()[:30_000] + sample()[30_001:], level).ok


def test_bytes_after_the_end_are_found() -> None:
    for extra in (b"\0", b"\0" * 512, sample()):
        for level in Level:
            assert not verified(sample() + extra, level).ok


def test_a_wrong_sidecar_is_found_by_a_full_look() -> None:
    report = verified(sample(), Level.FULL, "0" * 64)
    assert [damage.where for damage in report.damages] == [WHOLE]
    good = verified(sample(), Level.FULL, hashlib.sha256(sample()).hexdigest().upper())
    assert good.ok
    assert not good.not_proved
