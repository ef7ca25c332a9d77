"""The backup file against the plain tools that do the least that could be called the same."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.harness import Contender, compared, measured

pytestmark = pytest.mark.benchmark

GIB = 1 << 30
ROOT = Path(__file__).parents[2]
PYTHON = [sys.executable, "-m"]


def make_library(root: Path, size: int) -> Path:
    """Chapters of 8 to 40 MiB that do not compress."""
    chance, left, number = random.Random(size), size, 0
    while left:
        length = min(left, chance.randrange(8 << 20, 40 << 20))
        path = root / f"Series {number % 7:02}" / f"Chapter {number:03}.cbz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(length))
        left -= length
        number += 1
    os.sync()
    return root


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("gib") / "storage", GIB)


def archive(library: Path, out: Path) -> dict[str, float]:
    """Back up `library` in a process of its own; return its peak memory in MiB and its seconds."""
    command = [*PYTHON, "tests.benchmarks.back_up", str(library), str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    memory, seconds = done.stdout.split()
    return {"MiB": float(memory), "seconds": float(seconds)}


def shell(command: str, **names: Path) -> None:
    environment = os.environ | {name: str(path) for name, path in names.items()}
    subprocess.run(command, shell=True, check=True, env=environment, stdout=subprocess.DEVNULL)


def test_archive_keeps_up_with_tar_tee_and_openssl(library: Path, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "out.tar.gz", tmp_path / "out.tar"

    def clear() -> None:
        for path in (ours, theirs):
            path.unlink(missing_ok=True)
        os.sync()

    tar = 'cd "$ROOT"; tar -cf - storage | tee "$OUT" | openssl dgst -sha256; sync "$OUT"'
    ratio = compared(
        "archive of 1 GiB, synced",
        measured(
            [
                Contender("archive, and starting Python", lambda: archive(library, ours), clear),
                Contender(
                    "tar | tee | openssl dgst -sha256",
                    lambda: shell(tar, ROOT=library.parent, OUT=theirs),
                    clear,
                ),
            ]
        ),
        amount=GIB,
    )
    assert ratio <= 1.2


def test_memory_is_the_same_for_four_times_the_library(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tar.gz"
    one = archive(library, out)
    four_gib = make_library(tmp_path / "four" / "storage", 4 * GIB)
    four = archive(four_gib, out)
    shutil.rmtree(four_gib)
    print(f"\npeak memory: {one['MiB']:.0f} MiB for 1 GiB, {four['MiB']:.0f} MiB for 4 GiB")
    assert one["MiB"] <= 200
    assert four["MiB"] == pytest.approx(one["MiB"], rel=0.2)


def test_full_verify_keeps_up_with_openssl(library: Path, tmp_path: Path) -> None:
    made = tmp_path / "out.tar.gz"
    archive(library, made)
    verify = [*PYTHON, "tests.benchmarks.verify_fully", str(made)]
    ratio = compared(
        "full verify of 1 GiB",
        measured(
            [
                Contender(
                    "verify, and starting Python",
                    lambda: subprocess.run(verify, check=True, cwd=ROOT),
                ),
                Contender(
                    "openssl dgst -sha256", lambda: shell('openssl dgst -sha256 "$F"', F=made)
                ),
            ]
        ),
        amount=GIB,
    )
    assert ratio <= 1.5
