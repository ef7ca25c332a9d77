from __future__ import annotations

import io
import json
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import bcrypt
import pyotp
import pytest

from kuroibara_backup.database.dump import dump
from kuroibara_backup.database.kuroibara.accounts import account_by_login
from kuroibara_backup.database.load import load
from kuroibara_backup.database.tools import installed
from kuroibara_backup.demo.model import Shape, file_name, library
from kuroibara_backup.demo.pictures import HEIGHT, WIDTH
from kuroibara_backup.demo.sample import Sample, make_sample
from kuroibara_backup.errors import Cancelled, Refused
from tests.support import format1
from tests.support.loading import essence, new_target, pg_dump
from tests.support.postgres import rows

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres


def files(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(root)): (path.read_bytes(), int(path.stat().st_mtime))
        for path in root.rglob("*")
        if path.is_file()
    }


def check_png(content: bytes) -> None:
    """Every checksum is right and every pixel is there."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    place, data = 8, b""
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", content, place + 8 + length)
        assert check == zlib.crc32(kind + body)
        data += body if kind == b"IDAT" else b""
        place += 12 + length
    assert len(zlib.decompress(data)) == HEIGHT * (WIDTH + 1)


def test_all_of_kuroibaras_tables_have_rows(sample: Sample, sample_database: str) -> None:
    named = rows(sample_database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert {name for (name,) in named} == set(sample.rows)
    assert len(named) == 34
    assert [table for table, count in sample.rows.items() if count == 0] == []


def test_the_tables_are_those_of_a_genuine_dump(postgres: EmbeddedPostgres, database: str) -> None:
    """What Kuroibara 0.7.0 made itself: tables, columns, types, keys, indexes, enums."""
    with new_target(postgres) as genuine:
        load([format1.SEED.read_bytes()], genuine.url)
        theirs = essence(pg_dump(postgres, genuine.admin_url, "--schema-only", "--no-owner"))
    assert essence(pg_dump(postgres, database, "--schema-only", "--no-owner")) == theirs


def test_numbers_asked_for_are_the_numbers_made() -> None:
    shelf = library(manga=40, chapters=600)
    assert len(shelf) == 40
    assert sum(len(manga.chapters) for manga in shelf) == 600
    assert len({manga.title for manga in shelf}) == 40
    assert {chapter.shape for manga in shelf for chapter in manga.chapters} == set(Shape)


def test_the_same_seed_gives_the_same_library(
    sample: Sample, database: str, tmp_path: Path
) -> None:
    again = make_sample(database, tmp_path / "storage", manga=5, chapters=14, bcrypt_rounds=4)
    assert files(again.storage) == files(sample.storage)
    assert (again.people, again.manga, again.rows) == (sample.people, sample.manga, sample.rows)


def test_every_path_that_the_database_names_is_there(sample: Sample, sample_database: str) -> None:
    with dump(sample_database, installed()) as running:
        paths = list(running.named_paths())
    assert len(paths) > 40
    assert all(path.startswith(f"{sample.storage}/manga/") for path in paths)
    assert [path for path in paths if not Path(path).exists()] == []


def test_chapters_are_kept_as_kuroibara_keeps_them(sample: Sample) -> None:
    seen = set()
    for manga in sample.manga:
        check_png((sample.storage / manga.folder / "cover.jpg").read_bytes())
        for chapter in manga.chapters:
            seen.add(chapter.shape)
            path = sample.storage / manga.path(chapter)
            if chapter.shape is Shape.ORGANIZED:
                with zipfile.ZipFile(path) as cbz:
                    assert cbz.testzip() is None
                    assert cbz.namelist()[-1] == "metadata.json"
                    about = json.loads(cbz.read("metadata.json"))
                    assert UUID(about["chapter"]["id"]) == chapter.id
                    assert {info.compress_type for info in cbz.infolist()} == {zipfile.ZIP_DEFLATED}
                    check_png(cbz.read("0001.png"))
                continue
            assert len(list(path.iterdir())) == chapter.pages
            check_png((path / "0001.png").read_bytes())
            if chapter.shape is Shape.BESIDE:
                content = path.with_name(f"{path.name}.cbz").read_bytes()
                with zipfile.ZipFile(io.BytesIO(content)) as cbz:
                    assert "metadata.json" not in cbz.namelist()
                    assert {info.compress_type for info in cbz.infolist()} == {zipfile.ZIP_STORED}
    assert {Shape.ORGANIZED, Shape.LOOSE} <= seen


def test_names_are_decomposed_as_kuroibara_does_it(sample: Sample) -> None:
    folders = {path.name for path in sample.storage.glob("manga/*/organized/*")}
    assert any(not unicodedata.is_normalized("NFC", name) for name in folders)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Night/Shift: Depot 9", "Night_Shift_ Depot 9"),
        ('"What?" ...', "_What_"),
        ("Crème", "Cre\u0300me"),
        ("ガラス", "\u30ab\u3099ラス"),
        (" . ", "Unknown"),
        ("x" * 300, "x" * 200),
    ],
)
def test_file_names_follow_kuroibaras_rules(title: str, name: str) -> None:
    assert file_name(title) == name


def test_people_can_sign_in(sample: Sample, sample_database: str) -> None:
    for person in sample.people:
        account = account_by_login(sample_database, person.email)
        assert account is not None
        assert bcrypt.checkpw(person.password.encode(), account.hashed_password.encode())
        assert (account.id, account.two_fa_enabled) == (person.id, person.totp_secret is not None)
        assert account.two_fa_secret == person.totp_secret
    assert sample.administrator.username == "mika"
    with_totp = [person.totp_secret for person in sample.people if person.totp_secret]
    assert len(with_totp) == 1
    assert len(pyotp.TOTP(with_totp[0]).now()) == 6


def test_a_database_with_a_library_in_it_is_left_alone(
    sample_database: str, tmp_path: Path
) -> None:
    before = rows(sample_database, "SELECT count(*) FROM chapter")
    with pytest.raises(Refused, match="holds somebody's library"):
        make_sample(sample_database, tmp_path, manga=1, chapters=1, bcrypt_rounds=4)
    assert rows(sample_database, "SELECT count(*) FROM chapter") == before


def test_making_it_can_be_cancelled(database: str, tmp_path: Path) -> None:
    def check() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(database, tmp_path, manga=2, chapters=4, check=check)
    assert rows(database, "SELECT count(*) FROM users") == [(0,)]
