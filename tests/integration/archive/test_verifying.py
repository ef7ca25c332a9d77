"""What verifying says about backups that are whole but wrong, and what it needs to say it."""

from __future__ import annotations

import hashlib
import random
import threading
import tracemalloc
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuroibara_backup.archive import (
    Entry,
    EntryKind,
    FileSource,
    Level,
    Stage,
    open_archive,
    verify,
)
from kuroibara_backup.archive.footer import encode_footer
from kuroibara_backup.archive.index import File, Header, encode
from kuroibara_backup.archive.tail import Index, read_footer
from kuroibara_backup.archive.verifying import NO_CHECKSUM, ONLY_ENDS
from kuroibara_backup.errors import (
    ArchiveCorrupt,
    ArchiveTruncated,
    BackupError,
    Cancelled,
    NotABackup,
    NotFound,
    Refused,
)
from tests.faults.archive.places import ranges
from tests.support.archives import (
    DUMP,
    SAMPLE,
    Bytes,
    extracted,
    forge,
    make_archive,
    noise,
    verified,
    with_index,
)
from tests.support.finished import finished

if TYPE_CHECKING:
    from pathlib import Path


def wheres(data: bytes, level: Level = Level.FULL) -> list[str]:
    return [damage.where for damage in verified(data, level).damages]


def test_a_whole_backup_passes_at_both_levels() -> None:
    for data in (make_archive(SAMPLE), make_archive(None), make_archive({}), forge([])):
        for level, open_question in ((Level.QUICK, ONLY_ENDS), (Level.FULL, NO_CHECKSUM)):
            report = verified(data, level)
            assert report.ok, report.damages
            assert report.not_proved == (open_question,)


def test_a_report_tells_what_the_backup_holds() -> None:
    data = make_archive(SAMPLE)
    report = verified(data)
    files = [held for held in SAMPLE.values() if held is not None]
    assert (report.format, report.files, report.bytes) == (2, len(files), sum(map(len, files)))
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert verified(data, Level.QUICK).sha256 == ""


def test_an_incomplete_dump_is_found() -> None:
    report = verified(make_archive({}, DUMP[:-70]))
    assert {damage.where for damage in report.damages} == {"database.sql"}
    assert "breaks off within the rows" in report.damages[0].sentence


def test_rows_that_differ_from_the_count_in_the_database_are_found() -> None:
    for rows in ({"public.manga": 3}, {}, {"public.manga": 2, "public.gone": 1}):
        assert wheres(make_archive({}, rows=rows)) == ["database.sql"]
    report = verified(make_archive({}, rows=None))
    assert report.ok
    assert any("Row counts" in sentence for sentence in report.not_proved)


def test_metadata_that_tell_of_other_contents_are_found() -> None:
    for changed in ({"storage_size": 1}, {"database_size": 1}, {"includes_storage": False}):
        for level in Level:
            assert "backup_metadata.json" in wheres(forge([(b"a", b"x")], **changed), level)


def test_files_filled_with_zeros_are_named() -> None:
    listed = [Entry(b"gone.cbz", EntryKind.FILE, 50, 1, False)]
    report = verified(make_archive({}, listed=listed))
    assert report.ok
    assert any("storage/gone.cbz" in sentence for sentence in report.not_proved)
    (entry,) = open_archive(Bytes(make_archive({}, listed=listed))).entries()
    assert entry.bad


@pytest.mark.parametrize(
    "listed",
    [[(b"b", b"x"), (b"a", b"x")], [(b"a", b"x"), (b"a", b"x")], [(b"a/b", None), (b"a", None)]],
)
def test_entries_out_of_order_are_found(listed: list[tuple[bytes, bytes | None]]) -> None:
    assert wheres(forge(listed)) == ["the index"]


@pytest.mark.parametrize("name", [b"a/../../evil", b"a//b", b"z/./b", b"nul\0"])
def test_a_name_that_leads_elsewhere_is_found(name: bytes) -> None:
    (damage,) = verified(forge([(b"0", b"abc"), (name, b"x")])).damages
    assert damage.sentence.startswith("The archive was refused: its entry")


def test_an_index_that_does_not_fit_the_file_is_found(tmp_path: Path) -> None:
    data = make_archive(SAMPLE)
    source = Bytes(data)
    lines = list(Index(source, read_footer(source).index))
    header = lines[0]
    assert isinstance(header, Header)
    file = next(line for line in lines if isinstance(line, File) and line.size)
    for changed in (
        [replace(header, files=header.files + 1), *lines[1:]],
        [replace(header, storage=None), *lines[1:]],
        [replace(header, database=header.database + 1), *lines[1:]],
        lines[:-1],
        [*lines, replace(file, path=b"\xff\xff")],
        [replace(line, size=line.size + 1) if line is file else line for line in lines],
        [replace(line, digest=bytes(32)) if line is file else line for line in lines],
    ):
        assert not verified(with_index(data, b"".join(map(encode, changed)))).ok


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_index_does_more_than_fail(tmp_path: Path, data: st.DataObject) -> None:
    whole = make_archive({b"a.cbz": noise(100), b"b.txt": b"x" * 999, b"c.txt": b"y"})
    source = Bytes(whole)
    texts = list(Index(source, read_footer(source).index).texts())
    at = data.draw(st.integers(0, len(texts) - 1))
    huge = st.sampled_from([b"0", b"-1", b"18446744073709551616", b"9e9", b"null", b'"x"', b"[1]"])
    text, number = texts[at], data.draw(huge)
    digits = [place for place, byte in enumerate(text) if 48 <= byte < 58]
    place = data.draw(st.sampled_from(digits)) if digits else 0
    texts[at] = text[:place] + number + text[place + 1 :]
    changed = with_index(whole, b"\n".join(texts) + b"\n")
    assert not verified(changed).ok or texts[at] == text
    with suppress(BackupError):  # and nothing else
        extracted(changed, tmp_path)


def test_a_newer_format_is_refused_with_a_remedy() -> None:
    data = make_archive({})
    newer = data[:-128] + encode_footer(replace(read_footer(Bytes(data)), format=3))
    with pytest.raises(Refused, match="newer") as caught:
        verified(newer)
    assert caught.value.remedy


def test_open_archive_says_what_is_wrong() -> None:
    data = make_archive(SAMPLE)
    with pytest.raises(ArchiveTruncated):
        open_archive(Bytes(data[:-1]))
    spans = list(ranges(data))
    hit = bytearray(data)
    hit[spans[-5].start + 40] ^= 1
    with pytest.raises(ArchiveCorrupt, match="backup_metadata"):
        open_archive(Bytes(hit))
    hit = bytearray(data)
    hit[spans[-3].start + 40] ^= 1
    archive = open_archive(Bytes(hit))
    with pytest.raises(ArchiveCorrupt, match="index"):
        list(archive.entries())


def test_opening_and_listing_reads_the_ends_only() -> None:
    source = Bytes(make_archive({b"%d.cbz" % n: noise(100_000, n) for n in range(10)}))
    archive = open_archive(source)
    assert archive.metadata.kinds == ("manual",)
    assert archive.metadata.created_at is not None
    assert len(list(archive.entries())) == 10
    assert b"".join(archive.index_lines()).startswith(b'{"format":2,')
    assert source.read < 10_000


class BadDrive(Bytes):
    """A drive with one bad sector."""

    bad = 40_000

    def read_at(self, offset: int, length: int) -> bytes:
        if offset <= self.bad < offset + length:
            raise ArchiveCorrupt("cannot be read", member=self.name, offset=self.bad)
        return super().read_at(offset, length)


def test_a_bad_place_on_the_drive_costs_only_the_file_there() -> None:
    report = finished(verify(BadDrive(make_archive(SAMPLE)), Level.FULL))
    found = {damage.where for damage in report.damages}
    assert found == {"storage/manga/A/chapter 1.cbz", "the drive"}


def test_progress_ends_with_the_whole_file_and_cancelling_stops_the_threads() -> None:
    data = make_archive({b"%d.cbz" % n: noise(1 << 20, n) for n in range(20)})
    steps = list(verify(Bytes(data), Level.FULL))
    assert steps[-1].done == steps[-1].total == len(data)
    assert {step.stage for step in steps} == {Stage.VERIFY}
    before = set(threading.enumerate())

    def check() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        finished(verify(Bytes(data), Level.FULL, check=check))
    left = verify(Bytes(data), Level.FULL)
    next(left)
    left.close()
    assert set(threading.enumerate()) <= before


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "b.tar.gz"
    path.write_bytes(make_archive({b"%d.cbz" % n: noise(1 << 20, n) for n in range(60)}))
    with FileSource(path) as source:
        tracemalloc.start()
        assert finished(verify(source, Level.FULL)).ok
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 30 << 20


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        FileSource(tmp_path / "missing.tar.gz")
    with pytest.raises(NotABackup):
        FileSource(tmp_path)
    (tmp_path / "empty.tar.gz").touch()
    with FileSource(tmp_path / "empty.tar.gz") as source, pytest.raises(NotABackup):
        open_archive(source)


def test_a_file_that_shrinks_while_it_is_read_is_truncated(tmp_path: Path) -> None:
    path = tmp_path / "b.tar.gz"
    path.write_bytes(random.Random(1).randbytes(1000))
    with FileSource(path) as source:
        path.write_bytes(b"short")
        with pytest.raises(ArchiveTruncated):
            source.read_at(0, 1000)
