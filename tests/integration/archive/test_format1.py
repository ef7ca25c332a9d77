"""Kuroibara's own backups: read in full, honest about what they cannot prove."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import tarfile
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive import EntryKind, Level, open_archive
from kuroibara_backup.archive.format1 import COMPLETE, UNCOVERED, WEAK
from kuroibara_backup.errors import ArchiveUnsafe, Damaged, NotABackup
from tests.support.archives import DUMP, Bytes, extracted, noise, tree_at, verified
from tests.support.format1 import SEED, make_format1

if TYPE_CHECKING:
    from pathlib import Path

FACTS = {"backup_name": "daily_20260101_020000", "created_at": "2026-01-01T02:00:00.000123"}


@pytest.fixture
def genuine(tmp_path: Path) -> bytes:
    library = tmp_path / "library"
    for path, held in LIBRARY.items():
        (library / path).parent.mkdir(parents=True, exist_ok=True)
        (library / path).write_bytes(held)
    (library / "empty").mkdir()
    return make_format1(tmp_path / "b.tar.gz", None, library, "weekly").read_bytes()


LIBRARY = {
    "manga/One/1.cbz": noise(40_000, 1),
    "manga/One/" + "long name " * 14 + ".cbz": noise(10, 2),
    "manga/日本/notes.txt": b"notes\n" * 1000,
    "manga/nothing": b"",
}


Member = tuple[tarfile.TarInfo, bytes]


def entry(name: str, data: bytes = b"", kind: bytes = tarfile.REGTYPE, link: str = "") -> Member:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname, info.mtime = len(data), kind, link, 5
    return info, data


def tarred(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", format=tarfile.PAX_FORMAT) as tar:
        for info, data in entries:
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def forged(*inner: Member, dump: bytes = DUMP, **changed: object) -> bytes:
    storage = tarred(entry("storage", kind=tarfile.DIRTYPE), *inner)
    facts = FACTS | {
        "database_size": len(dump),
        "storage_size": len(storage),
        "includes_storage": True,
    }
    return tarred(
        entry("database.sql", dump),
        entry("backup_metadata.json", json.dumps(facts | changed).encode()),
        entry("storage.tar.gz", storage),
    )


def passes(data: bytes | bytearray, sha256: str | None = None) -> bool:
    try:
        return verified(data, sha256=sha256).ok
    except NotABackup:
        return False


def test_a_genuine_backup_passes_and_says_what_it_cannot_prove(genuine: bytes) -> None:
    report = verified(genuine)
    assert report.ok, report.damages
    assert report.format == 1
    assert report.files == len(LIBRARY)
    assert report.bytes == sum(map(len, LIBRARY.values()))
    assert report.sha256 == hashlib.sha256(genuine).hexdigest()
    assert {WEAK, UNCOVERED, COMPLETE} <= set(report.not_proved)
    known = verified(genuine, sha256=report.sha256)
    assert known.ok
    assert not {WEAK, UNCOVERED} & set(known.not_proved)


def test_its_metadata_and_entries_are_read(genuine: bytes) -> None:
    archive = open_archive(Bytes(genuine))
    assert archive.format == 1
    assert archive.metadata.backup_name == "weekly"
    assert archive.metadata.includes_storage
    assert archive.metadata.created_at is not None
    assert archive.metadata.created_at.tzinfo is None
    listed = {one.path.decode(): one for one in archive.entries()}
    assert {p for p, one in listed.items() if one.kind is EntryKind.FILE} == set(LIBRARY)
    assert listed["manga/One/1.cbz"].size == 40_000


def test_metadata_are_read_without_the_library(genuine: bytes) -> None:
    source = Bytes(genuine[: len(genuine) // 3])
    assert open_archive(source).metadata.backup_name == "weekly"


def test_it_is_taken_out(genuine: bytes, tmp_path: Path) -> None:
    result, found = extracted(genuine, tmp_path / "out")
    assert found[b"database.sql"] == SEED.read_bytes()
    assert found[b"storage/empty"] is None
    for path, held in LIBRARY.items():
        assert found[b"storage/" + path.encode()] == held
    assert not result.damaged
    _, one = extracted(genuine, tmp_path / "one", ("storage/manga/One/1.cbz",))
    assert {p for p, h in one.items() if h is not None} == {b"storage/manga/One/1.cbz"}


def test_a_flipped_bit_is_found_or_known_to_be_uncovered(genuine: bytes) -> None:
    chosen = random.Random(3)
    covered = 10 + len("b.tar") + 1  # behind name and time in the outer gzip header
    for at in [*range(covered, covered + 60), *chosen.sample(range(covered, len(genuine)), 250)]:
        changed = bytearray(genuine)
        changed[at] ^= 1 << chosen.randrange(8)
        assert not passes(changed), at


def test_any_flipped_bit_is_found_with_the_sidecar(genuine: bytes) -> None:
    digest = hashlib.sha256(genuine).hexdigest()
    for at in range(40):
        changed = bytearray(genuine)
        changed[at] ^= 1
        assert not passes(changed, sha256=digest), at


def test_it_is_found_wherever_it_is_cut(genuine: bytes) -> None:
    ends = random.Random(4).sample(range(20, len(genuine)), 120)
    for end in [*ends, *range(len(genuine) - 30, len(genuine))]:
        assert not passes(genuine[:end]), end


def test_a_cut_backup_gives_what_lies_before_and_says_so(genuine: bytes, tmp_path: Path) -> None:
    result, found = extracted(genuine[:-3000], tmp_path)
    assert found[b"database.sql"] == SEED.read_bytes()
    assert result.damaged
    assert result.not_proved


def test_an_incomplete_dump_is_found() -> None:
    report = verified(forged(dump=DUMP[:-60]))
    assert [damage.where for damage in report.damages] == ["database.sql"]


def test_a_size_that_differs_from_the_metadata_is_found() -> None:
    assert verified(forged()).ok
    assert not verified(forged(database_size=1)).ok
    assert not verified(forged(storage_size=1)).ok
    assert not verified(forged(includes_storage=False)).ok


@pytest.mark.parametrize(
    "bad",
    [
        entry("storage/../../evil", b"x"),
        entry("/etc/evil", b"x"),
        entry("elsewhere/evil", b"x"),
        entry("storage/a\0b", b"x"),
    ],
)
def test_a_hostile_entry_refuses_the_archive(bad: Member, tmp_path: Path) -> None:
    if "\0" in bad[0].name:
        bad[0].name = "storage//evil"
    data = forged(entry("storage/good", b"good"), bad)
    with pytest.raises(ArchiveUnsafe):
        extracted(data, tmp_path / "out")
    assert tree_at(tmp_path / "out") == {}


def test_an_entry_that_is_there_twice_refuses_the_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnsafe):
        extracted(forged(entry("storage/a", b"1"), entry("storage/a", b"2")), tmp_path)


def test_links_are_left_out_and_named(tmp_path: Path) -> None:
    data = forged(
        entry("storage/link", kind=tarfile.SYMTYPE, link="/etc"),
        entry("storage/hard", kind=tarfile.LNKTYPE, link="storage/a"),
        entry("storage/a", b"a"),
    )
    result, found = extracted(data, tmp_path, ("storage",))
    assert found == {b"storage": None, b"storage/a": b"a"}
    assert result.left_out == ("storage/link", "storage/hard")
    assert any("2 links" in sentence for sentence in verified(data).not_proved)


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_devices_are_damage_and_never_made(kind: bytes, tmp_path: Path) -> None:
    data = forged(entry("storage/device", kind=kind), entry("storage/a", b"a"))
    assert not verified(data).ok
    result, found = extracted(data, tmp_path, ("storage",))
    assert b"storage/device" not in found
    assert result.left_out == ("storage/device",)


def test_a_link_in_the_place_of_the_dump_is_refused(tmp_path: Path) -> None:
    data = tarred(entry("database.sql", kind=tarfile.SYMTYPE, link="/etc/passwd"))
    with pytest.raises(ArchiveUnsafe):
        extracted(data, tmp_path)
    assert not verified(data).ok


def test_huge_metadata_are_not_read_into_memory() -> None:
    data = tarred(
        entry("database.sql", DUMP),
        entry("backup_metadata.json", b'{"backup_name": "' + b"x" * (3 << 20) + b'"}'),
    )
    with pytest.raises(Damaged):
        open_archive(Bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        tarred(entry("readme.txt", b"hello")),
        gzip.compress(b"no tar at all" * 100),
        gzip.compress(b""),
    ],
)
def test_the_archive_of_another_product_is_no_backup(data: bytes) -> None:
    with pytest.raises(NotABackup):
        open_archive(Bytes(data))
    with pytest.raises(NotABackup):
        verified(data)


def test_a_quick_look_says_how_far_it_went(genuine: bytes) -> None:
    report = verified(genuine, Level.QUICK)
    assert report.ok
    assert any("quick" in sentence for sentence in report.not_proved)
