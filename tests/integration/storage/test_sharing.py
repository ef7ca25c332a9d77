"""Equal files take no room twice, by whatever the drive can do; where it can do nothing, a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from kuroibara_backup.archive import FileSource
from kuroibara_backup.storage.checking import difference
from kuroibara_backup.storage.space import space_needed
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import Way
from kuroibara_backup.storage.swapping import discard, swap_back, swap_in
from tests.support.archives import Bytes, Tree, make_archive, noise
from tests.support.finished import finished
from tests.support.libraries import Library, backed_up
from tests.support.trees import lay_out, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
TREE: Tree = {b"manga/%d.cbz" % number: noise(1 << 20, number) for number in range(12)}


@pytest.fixture
def cloning_disk(tmp_path: Path) -> Iterator[Path]:
    """A btrfs; needs root and Debian's `btrfs-progs`."""
    if os.geteuid() or shutil.which("mkfs.btrfs") is None:
        pytest.skip("a drive that clones files needs root and mkfs.btrfs (btrfs-progs)")
    image, folder = tmp_path / "btrfs.img", tmp_path / "btrfs"
    with image.open("wb") as file:
        file.truncate(200 << 20)
    folder.mkdir()
    subprocess.run(["mkfs.btrfs", "-q", str(image)], check=True, capture_output=True)
    if subprocess.run(["mount", "-o", "loop", str(image), str(folder)]).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_clones_share_their_room_and_not_their_changes(cloning_disk: Path) -> None:
    root = lay_out(cloning_disk / "storage", TREE)
    os.sync()
    before = shutil.disk_usage(root).used
    result = finished(stage(Bytes(make_archive(TREE)), root, ID))
    os.sync()
    assert result.shared == 12
    assert shutil.disk_usage(root).used - before < 1 << 20
    mine = root / f".restore-{ID}" / "new/manga/0.cbz"
    assert mine.stat().st_nlink == 1
    with (root / "manga/0.cbz").open("r+b") as file:
        file.write(b"changed in place")
    assert mine.read_bytes() == TREE[b"manga/0.cbz"]


def test_a_second_name_outlives_the_removal_of_either_tree(tmp_path: Path) -> None:
    root = lay_out(tmp_path / "storage", TREE)
    before = nodes(root)
    finished(stage(Bytes(make_archive(TREE)), root, ID))
    swap_in(root, ID)
    (root / "manga/0.cbz").unlink()
    (root / "manga/1.cbz").with_suffix(".tmp").write_bytes(b"written anew")
    (root / "manga/1.tmp").replace(root / "manga/1.cbz")
    swap_back(root, ID)
    assert nodes(root) == before, "what was removed or replaced in the new tree is in the old one"
    discard(root, ID)
    assert nodes(root) == before
    assert {path.stat().st_nlink for path in (root / "manga").iterdir()} == {1}


_AS_SOMEBODY = """
import os, sys
from pathlib import Path
from uuid import UUID
from kuroibara_backup.archive import FileSource
from kuroibara_backup.storage.staging import stage
os.setgid(65533); os.setuid(65533)
with FileSource(sys.argv[2]) as source:
    steps = stage(source, Path(sys.argv[1]), UUID(int=1))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            print(end.value.shared, end.value.written)
            break
"""


@pytest.mark.parametrize("of_kuroibara", [False, True], ids=["format 2", "format 1"])
def test_files_that_may_not_be_shared_are_copied(of_kuroibara: bool) -> None:
    protected = Path("/proc/sys/fs/protected_hardlinks")
    if os.geteuid() or not protected.exists() or protected.read_text().strip() != "1":
        pytest.skip("needs root, and a Linux that gives no second names to files of others")
    from tests.support.format1 import make_format1

    with TemporaryDirectory() as folder:  # pytest's own are closed to other users
        Path(folder).chmod(0o755)
        root = lay_out(Path(folder, "storage"), TREE)
        file = Path(folder, "backup.tar.gz")
        if of_kuroibara:
            make_format1(file, None, root, "b")
        else:
            file.write_bytes(make_archive(TREE))
        for one in (root, root / "manga", root / "manga/0.cbz"):
            os.chown(one, 65533, 65533)  # of the files, one is its own
        command = [sys.executable, "-c", _AS_SOMEBODY, str(root), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert not done.returncode, done.stderr
        shared, written = map(int, done.stdout.split())
        assert shared == 1
        assert written >= 11 << 20
        new = root / f".restore-{UUID(int=1)}" / "new"
        assert {path: node.held for path, node in nodes(new).items()} == {
            path: node.held for path, node in nodes(root).items()
        }


@pytest.mark.slow
@pytest.mark.parametrize("way", Way)
def test_a_gibibyte_of_equal_files_is_not_written_again(tmp_path: Path, way: Way) -> None:
    root = tmp_path / "storage"
    for number in range(64):
        file = root / "manga" / f"{number % 8}" / f"{number}.cbz"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(os.urandom(16 << 20))
    with (tmp_path / "b.tar.gz").open("wb") as out:
        backed_up(Library(root), tmp_path, out)
    os.sync()
    before = _written_bytes()
    with FileSource(tmp_path / "b.tar.gz") as source:
        needs = space_needed(source, root)
        result = finished(stage(source, root, ID, way=way))
    swap_in(root, ID)
    assert finished(difference(root, ID)).none
    assert (result.bytes, result.written, result.shared) == (1 << 30, 0, 64)
    assert max(needs.staged, needs.in_place) < 1 << 20
    assert _written_bytes() - before < 4 << 20
    shutil.rmtree(tmp_path)


def _written_bytes() -> int:
    """What this process has had written to drives."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("write_bytes")).split()[1])
