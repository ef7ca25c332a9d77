"""A file that somebody made to do harm does none: it is named, and nothing lands outside.

Written as Kuroibara's own format, which is what an attacker can make with any tar.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.cli.main import main
from tests.support.format1 import SEED, make_format1

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

METADATA = {
    "backup_name": "evil",
    "created_at": "2026-11-22T03:41:00.123456",
    "kuroibara_version": "unknown",
    "includes_storage": True,
    "database_size": SEED.stat().st_size,
    "storage_size": 0,
}


def member(name: str, data: bytes = b"", **more: Any) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for field, value in more.items():
        setattr(info, field, value)
    return info, data


def link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tuple[tarfile.TarInfo, bytes]:
    return member(name, type=kind, linkname=target)


def tar_gz(members: Iterable[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for info, data in members:
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def outer(storage: bytes, *more: tuple[tarfile.TarInfo, bytes]) -> bytes:
    metadata = json.dumps(METADATA | {"storage_size": len(storage)}).encode()
    return tar_gz(
        [
            member("database.sql", SEED.read_bytes()),
            member("backup_metadata.json", metadata),
            member("storage.tar.gz", storage),
            *more,
        ]
    )


FOLDER = member("storage", type=tarfile.DIRTYPE)
GOOD = member("storage/good.cbz", b"good")

INNER: dict[str, list[tuple[tarfile.TarInfo, bytes]]] = {
    "a name that climbs": [FOLDER, GOOD, member("storage/../../evil", b"x")],
    "a name that climbs at once": [member("../evil", b"x")],
    "an absolute name": [FOLDER, member("/tmp/kuroibara-evil", b"x")],
    "a file through a link": [FOLDER, link("storage/l", "/tmp"), member("storage/l/evil", b"x")],
    "a file through a link to above": [
        *(FOLDER, link("storage/l", "../.."), member("storage/l/evil", b"x")),
    ],
    "a hard link to a secret": [FOLDER, link("storage/l", "/etc/passwd", tarfile.LNKTYPE)],
    "a device": [FOLDER, member("storage/d", type=tarfile.BLKTYPE, devmajor=8)],
    "a pipe": [FOLDER, member("storage/p", type=tarfile.FIFOTYPE)],
    "the same name twice": [FOLDER, member("storage/a", b"1"), member("storage/a", b"2")],
    "another root": [member("etc/passwd", b"x")],
    "a zero in the name": [FOLDER, member("storage/a\0b", b"x")],
}
OUTER: dict[str, list[tuple[tarfile.TarInfo, bytes]]] = {
    "a fourth file that climbs": [member("../../evil", b"x")],
    "a fourth file that is absolute": [member("/tmp/kuroibara-evil", b"x")],
    "a second dump": [member("database.sql", b"DROP TABLE users;")],
    "a link for a dump": [link("database.sql", "/etc/passwd")],
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    said: str


Command = Callable[..., Ended]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """`kuroibara-backup` without server and database; in this process, for speed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BACKUP_PATH", "/nowhere")

    def run(*arguments: str) -> Ended:
        monkeypatch.setattr("sys.argv", ["kuroibara-backup", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        status = ended.value.code or 0
        assert isinstance(status, int)
        assert status != 1, err
        return Ended(status, out + err)

    return run


# Links are left out whatever they point to; of two files of one name neither is taken out.
HARMLESS = {
    *("a file through a link", "a file through a link to above", "a hard link to a secret"),
    *("the same name twice", "a zero in the name"),
}


@pytest.mark.parametrize("case", [*INNER, *OUTER])
def test_nothing_lands_outside(command: Command, tmp_path: Path, case: str) -> None:
    evil = outer(tar_gz(INNER.get(case, [FOLDER, GOOD])), *OUTER.get(case, []))
    (tmp_path / "evil.tar.gz").write_bytes(evil)
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    before = {str(path) for path in tmp_path.rglob("*")}

    extracted = command("extract", "evil.tar.gz", "-C", str(deep))

    landed = {str(path) for path in tmp_path.rglob("*")} - before
    assert all(path.startswith(f"{deep}/") for path in landed)
    assert not os.path.exists("/tmp/kuroibara-evil")
    for path in deep.rglob("*"):
        assert path.is_dir() or path.is_file()
        assert not path.is_symlink() or not os.path.isabs(os.readlink(path))
        assert "root:" not in (path.read_text() if path.is_file() else "")
    assert extracted.status in (0, 3, 5)
    assert extracted.said.strip()
    climbs = case not in HARMLESS
    assert command("verify", "evil.tar.gz").status == (3 if climbs else 0)


@pytest.mark.parametrize("where", ["storage", "outer"])
def test_a_zip_bomb_takes_neither_the_disk_nor_the_day(
    command: Command, tmp_path: Path, where: str
) -> None:
    zeros = gzip.compress(bytes(100 * 1024 * 1024), 1)
    if where == "storage":
        storage = tar_gz([FOLDER]) + zeros  # a second gzip member: 400 MiB of "padding"
        evil = outer(storage)
    else:
        evil = outer(tar_gz([FOLDER, GOOD])) + zeros
    (tmp_path / "evil.tar.gz").write_bytes(evil)
    for arguments in (["verify", "evil.tar.gz"], ["extract", "evil.tar.gz", "-C", "out"]):
        begin = time.monotonic()
        done = command(*arguments)
        assert done.status in (0, 3, 5)
        assert time.monotonic() - begin < 30
    size = sum(path.stat().st_size for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert size < 10 * 1024 * 1024


def test_a_file_of_nothing_but_zeros_is_refused_by_its_ratio(
    command: Command, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    with (library / "zeros.cbz").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    make_format1(tmp_path / "evil.tar.gz", None, library, "evil")
    done = command("extract", "evil.tar.gz", "-C", "out")
    assert done.status == 5, done.said
    assert "limit" in done.said
    assert not (tmp_path / "out" / "storage" / "zeros.cbz").exists()


def test_what_is_no_backup_is_told_so(command: Command, tmp_path: Path) -> None:
    for content in (
        b"",
        b"\x1f\x8b",
        gzip.compress(b""),
        gzip.compress(b"x" * 100_000),
        gzip.compress(bytes(10_240)),
        tar_gz([]),
        b"PK\x03\x04" + bytes(100),
        b"<!DOCTYPE html><html>404</html>",
    ):
        (tmp_path / "no.tar.gz").write_bytes(content)
        for arguments in (["inspect"], ["series"], ["verify"], ["extract", "-C", "out"]):
            done = command(*arguments, "no.tar.gz")
            assert done.status in (3, 4), (content, arguments, done)
            assert done.said.strip()
        assert not list((tmp_path / "out").rglob("*"))
