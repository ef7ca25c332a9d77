"""Taking files out: what is asked for, all that is undamaged, never outside of the target."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive import Entry, EntryKind, Limits, extract
from kuroibara_backup.errors import (
    ArchiveTooLarge,
    ArchiveUnsafe,
    Cancelled,
    NotABackup,
    NotEnoughSpace,
    NotFound,
    Refused,
)
from tests.faults.archive.places import Span, ranges
from tests.support.archives import (
    SAMPLE,
    Bytes,
    extracted,
    forge,
    make_archive,
    make_claim,
    noise,
    tree_at,
    under_storage,
    with_folders,
)
from tests.support.finished import finished

if TYPE_CHECKING:
    from pathlib import Path

FILES = {b"storage/" + path: held for path, held in SAMPLE.items() if held is not None}


def test_without_patterns_everything_comes_out(tmp_path: Path) -> None:
    result, found = extracted(make_archive(SAMPLE), tmp_path)
    outer = {b"database.sql", b"backup_metadata.json", b"backup_index.jsonl"}
    assert set(found) == set(under_storage(SAMPLE)) | outer
    assert found.items() >= FILES.items()
    assert len(result.written) == len(FILES) + 3
    assert not result.damaged
    assert not result.renamed
    assert not result.not_proved


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("database.sql", {b"database.sql"}),
        ("backup_metadata.json", {b"backup_metadata.json"}),
        ("storage/manga/A/*.txt", {b"storage/manga/A/notes.txt"}),
        ("storage/manga/A/cover.jpg", {b"storage/manga/A/cover.jpg"}),
        ("storage/manga/A", {path for path in FILES if path.startswith(b"storage/manga/A/")}),
        ("storage/manga/A/", {path for path in FILES if path.startswith(b"storage/manga/A/")}),
        ("storage/*", set(FILES)),
        ("*.sh", {b"storage/run.sh"}),
    ],
)
def test_a_pattern_takes_what_it_names(pattern: str, expected: set[bytes], tmp_path: Path) -> None:
    _, found = extracted(make_archive(SAMPLE), tmp_path, (pattern,))
    assert {path for path, held in found.items() if held is not None} == expected


def test_brackets_in_a_name_are_no_pattern(tmp_path: Path) -> None:
    data = make_archive({b"[Group] Title/1.cbz": noise(9), b"G Title/1.cbz": noise(8)})
    _, found = extracted(data, tmp_path, ("storage/[Group] Title/1.cbz",))
    assert found[b"storage/[Group] Title/1.cbz"] == noise(9)
    assert b"storage/G Title" not in found


def test_a_name_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        extracted(make_archive(SAMPLE), tmp_path, ("storage/nothing",))


def test_one_file_costs_little_more_than_its_own_bytes(tmp_path: Path) -> None:
    data = make_archive({b"%03d.cbz" % number: noise(50_000, number) for number in range(40)})
    source = Bytes(data)
    finished(extract(source, ["storage/007.cbz"], tmp_path))
    assert source.read < 50_000 + 5_000


@pytest.mark.parametrize("path", ["storage/manga/A/cover.jpg", "database.sql"])
def test_what_is_there_already_is_never_overwritten(path: str, tmp_path: Path) -> None:
    outside, target = tmp_path / "outside", tmp_path / "target"
    for number, make in enumerate(("file", "link")):
        there = target / str(number) / path
        there.parent.mkdir(parents=True)
        outside.write_bytes(b"mine")
        there.write_bytes(b"mine") if make == "file" else there.symlink_to(outside)
        before = tree_at(target)
        with pytest.raises(Refused, match="holds something of that name"):
            extracted(make_archive(SAMPLE), target / str(number))
        assert tree_at(target) == before
        extracted(make_archive(SAMPLE), target / str(number), ("storage/run.sh",))


def test_a_folder_that_is_a_link_is_no_way_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "target/storage").mkdir(parents=True)
    (tmp_path / "target/storage/a").symlink_to(tmp_path / "outside")
    with pytest.raises(ArchiveUnsafe):
        extracted(make_archive({b"a/b.cbz": noise(9)}), tmp_path / "target")
    assert not os.listdir(tmp_path / "outside")


@pytest.mark.parametrize(
    "listed",
    [
        [(b"../evil.cbz", b"x")],
        [(b"a/../../evil.cbz", b"x")],
        [(b"/etc/evil.cbz", b"x")],
        [(b"a//evil.cbz", b"x")],
        [(b"./evil.cbz", b"x")],
        [(b"nul\0.cbz", b"x")],
        [(b"..", None)],
        [(b"same.cbz", b"x"), (b"same.cbz", b"x")],
        [(b"n" * 256, b"x")],
        [(b"/".join([b"d"] * 70), b"x")],
    ],
)
def test_a_hostile_name_refuses_the_archive(
    listed: list[tuple[bytes, bytes | None]], tmp_path: Path
) -> None:
    data = forge([(b"0.cbz", b"abc"), *listed])
    with pytest.raises(ArchiveUnsafe):
        extracted(data, tmp_path / "target")
    assert os.listdir(tmp_path) == ["target"]
    assert tree_at(tmp_path / "target") == {}


def test_a_file_that_is_also_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnsafe):
        extracted(forge([(b"a", b"x"), (b"a/b", b"y")]), tmp_path)


def test_a_bomb_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    data = make_archive({b"zeros.txt": bytes(80 << 20)})
    with pytest.raises(ArchiveTooLarge, match="ratio"):
        extracted(data, tmp_path, limits=Limits(ratio=100))
    assert tree_at(tmp_path) == {}


@pytest.mark.parametrize(
    ("limits", "name"),
    [(Limits(entries=3), "entries"), (Limits(total=1000), "total"), (Limits(file=1000), "file")],
)
def test_limits_hold(limits: Limits, name: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveTooLarge, match=name):
        extracted(make_archive(SAMPLE), tmp_path, limits=limits)
    assert tree_at(tmp_path) == {}


def test_what_does_not_fit_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    huge = Entry(b"huge.cbz", EntryKind.FILE, 1 << 41, 1, False)
    # An index may claim anything: this one is made from lines, not by writing two tebibytes.
    with pytest.raises((NotEnoughSpace, ArchiveTooLarge)):
        extracted(make_claim(huge), tmp_path, ("storage/small.cbz", "storage/huge.cbz"))
    assert tree_at(tmp_path) == {}


def within(span: Span) -> int:
    """A byte of the content itself, past the headers of both layers."""
    return span.start + 40 if span.kind == "stored" else span.start + 28


def test_damage_costs_only_the_file_that_is_hit(tmp_path: Path) -> None:
    data = make_archive(SAMPLE)
    for number, span in enumerate(span for span in ranges(data) if span.owner):
        changed = bytearray(data)
        changed[within(span)] ^= 1
        result, found = extracted(changed, tmp_path / str(number))
        lost = b"storage/" + span.owner
        assert result.damaged == (lost.decode("utf-8", "backslashreplace"),)
        expected = {path: held for path, held in FILES.items() if path != lost}
        got = {p: h for p, h in found.items() if h is not None and p.startswith(b"storage/")}
        assert got == expected


def test_damaged_frames_cost_nothing(tmp_path: Path) -> None:
    data = bytearray(make_archive(SAMPLE))
    for span in ranges(bytes(data)):
        if span.kind in ("plain", "gap", "glue", "stored", "packed"):
            data[span.start + 4] ^= 1
    result, found = extracted(data, tmp_path)
    assert found.items() >= FILES.items()
    assert set(result.damaged) == {"backup_metadata.json"}


@pytest.mark.parametrize("lost", [1, 128, 129, 2000])
def test_without_the_footer_everything_is_found_again(lost: int, tmp_path: Path) -> None:
    data = make_archive(SAMPLE)
    result, found = extracted(data[:-lost], tmp_path)
    assert found.items() >= FILES.items() or lost == 2000
    assert result.not_proved


def test_bytes_missing_in_the_middle_cost_only_the_file_there(tmp_path: Path) -> None:
    data = make_archive(SAMPLE)
    span = next(s for s in ranges(data) if s.owner == b"manga/A/chapter 1.cbz")
    cut = data[: span.start + 9_000] + data[span.start + 9_700 :]
    result, found = extracted(cut, tmp_path)
    assert result.damaged == ("storage/manga/A/chapter 1.cbz",)
    lost = b"storage/manga/A/chapter 1.cbz"
    assert found.items() >= {p: h for p, h in FILES.items() if p != lost}.items()


def test_a_backup_cut_anywhere_gives_what_lies_before_the_cut(tmp_path: Path) -> None:
    data = make_archive(SAMPLE)
    spans = list(ranges(data))
    for number, span in enumerate(spans[2:-2]):
        result, found = extracted(data[: span.end], tmp_path / str(number))
        files = {p: h for p, h in found.items() if h is not None and p.startswith(b"storage/")}
        assert files.items() <= FILES.items()
        owners = {b"storage/" + one.owner for one in spans if one.owner and one.end <= span.end}
        assert files.keys() >= owners
        assert result.not_proved


def test_with_a_damaged_index_all_files_are_salvaged(tmp_path: Path) -> None:
    data = bytearray(make_archive(SAMPLE))
    index = next(span for span in ranges(bytes(data)) if span.kind == "index")
    data[index.start + 40] ^= 1
    result, found = extracted(data, tmp_path)
    assert found.items() >= FILES.items()
    assert result.not_proved


def test_with_a_damaged_index_another_damage_costs_only_its_file(tmp_path: Path) -> None:
    whole = make_archive(SAMPLE)
    spans = list(ranges(whole))
    index = next(span for span in spans if span.kind == "index")
    for number, span in enumerate(span for span in spans if span.owner):
        data = bytearray(whole)
        data[index.start + 40] ^= 1
        data[within(span)] ^= 1
        result, found = extracted(data, tmp_path / str(number))
        lost = b"storage/" + span.owner
        assert result.damaged == (lost.decode("utf-8", "backslashreplace"),)
        assert found.items() >= {p: h for p, h in FILES.items() if p != lost}.items()


def test_cancelling_leaves_no_half_file(tmp_path: Path) -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls > 30:
            raise Cancelled

    with pytest.raises(Cancelled):
        extracted(make_archive(SAMPLE), tmp_path, check=check)
    found = tree_at(tmp_path)
    assert all(held is None or FILES.get(path, held) == held for path, held in found.items())
    assert not any(b".part-" in path for path in found)


@pytest.mark.parametrize("data", [b"", b"x", b"PK\3\4" + bytes(500), b"\0" * 4096])
def test_what_is_no_backup_is_called_so(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        extracted(data, tmp_path)


def test_an_encrypted_backup_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="encrypted"):
        extracted(b"age-encryption.org/v1\n-> X25519 abc\n", tmp_path)


def test_empty_folders_come_out(tmp_path: Path) -> None:
    _, found = extracted(make_archive({b"only/folders": None}), tmp_path, ("storage",))
    assert found == {b"storage": None} | {
        b"storage/" + path: None for path in with_folders({b"only/folders": None})
    }
