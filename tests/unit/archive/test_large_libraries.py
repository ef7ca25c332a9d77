"""Libraries of a hundred thousand files, and files beyond what a tar header can count."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.index import File, Header
from tests.support.libraries import Library, backed_up, lines_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

MEASURE = """
import os, sys
from pathlib import Path
from kuroibara_backup.archive import Entry, EntryKind, plan, spool_dump, write

content = os.memfd_create("content")
os.write(content, b'{"title": "the same in every file"}' * 20)
count, scratch = int(sys.argv[1]), Path(sys.argv[2])

def entries():
    for number in range(count):
        path = b"%08d.json" % number
        yield Entry(path, EntryKind.FILE, 700 * (number % 2), number, False)

def open_file(path):
    return os.open(f"/proc/self/fd/{content}", os.O_RDONLY)

class Nowhere:
    def write(self, data):
        return len(data)

with spool_dump([], scratch) as dump, plan(dump, entries(), open_file, scratch) as planned:
    for _ in write(planned, {"created_at": "2026-11-23T00:00:00Z"}, Nowhere()):
        pass
# not getrusage, whose peak counts what the parent had before it started this process
status = Path("/proc/self/status").read_text().splitlines()
print(*(int(line.split()[1]) >> 10 for line in status if line.startswith("VmHWM:")))
"""


def peak(count: int, scratch: Path) -> int:
    """MiB that the backup of `count` small files takes."""
    command = [sys.executable, "-c", MEASURE, str(count), str(scratch)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def test_memory_does_not_grow_with_the_library(tmp_path: Path) -> None:
    few, many = peak(5_000, tmp_path), peak(200_000, tmp_path)
    assert many < 200
    assert many < few + 16


def test_a_hundred_thousand_small_files(tmp_path: Path) -> None:
    root = tmp_path / "library"
    for folder in range(500):
        (root / f"{folder:03}").mkdir(parents=True)
        for page in range(200):
            path = root / f"{folder:03}" / f"{page:03}.{'json' if page % 2 else 'jpg'}"
            path.write_bytes(b"%d" % (folder * page) * 30)
    out = io.BytesIO()
    written = backed_up(Library(root), tmp_path, out)
    header, *lines = lines_of(out.getvalue())
    assert isinstance(header, Header)
    assert (header.files, header.folders) == (100_000, 500)
    assert sum(isinstance(line, File) for line in lines) == 100_000
    assert not written.warnings


@pytest.mark.parametrize("tool", ["tar", "bsdtar"])
def test_a_file_beyond_8_gib_is_read_by_plain_tools(tool: str, tmp_path: Path) -> None:
    size = (8 << 30) + 5
    root = tmp_path / "library"
    root.mkdir()
    with (root / "large.cbz").open("wb") as file:
        file.truncate(size)
    (root / "z").write_bytes(b"what follows it")
    listing = f"{tool} -xzOf - storage.tar.gz | {tool} -tvzf -"
    with subprocess.Popen(
        ["bash", "-o", "pipefail", "-c", listing], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        listed: list[str] = []
        reader = threading.Thread(
            target=lambda: listed.extend(os.fsdecode(line) for line in process.stdout or [])
        )
        reader.start()
        backed_up(Library(root), tmp_path, process.stdin)
        process.stdin.close()
        assert process.wait() == 0
        reader.join()
    large, after = (line.split() for line in listed[1:])
    assert str(size) in large
    assert large[-1] == "storage/large.cbz"
    assert "15" in after
    assert after[-1] == "storage/z"
