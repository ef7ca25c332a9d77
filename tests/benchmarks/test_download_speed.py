"""How fast is copying offsite, beside curl with a sync and a checksum after it? How much memory?"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.copy_offsite import copied
from tests.benchmarks.harness import Contender, compared, measured

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.nginx import Nginx

pytestmark = pytest.mark.benchmark

SIZE = 1024**3
MOST_TIME = 1.3
MOST_MEMORY = 64 * 1024 * 1024


@pytest.fixture
def served(nginx: Nginx, tmp_path: Path) -> tuple[str, str]:
    """The address of an nginx with a 1 GiB backup, and its SHA-256."""
    folder = tmp_path / "www" / "api" / "v1" / "backup" / "download"
    folder.mkdir(parents=True)
    digest = hashlib.sha256()
    with (folder / "big.tar.gz").open("wb") as file:
        for _ in range(SIZE // 2**20):
            piece = os.urandom(2**20)
            digest.update(piece)
            file.write(piece)
    return nginx.serving(tmp_path / "www"), digest.hexdigest()


def test_copying_keeps_up_with_curl_sync_and_openssl(
    served: tuple[str, str], tmp_path: Path
) -> None:
    address, sha256 = served
    work, file = tmp_path / "work", tmp_path / "by-curl"

    def ours() -> None:
        assert copied(address, work, SIZE, sha256).sha256 == sha256

    def curl() -> None:
        url = f"{address}/api/v1/backup/download/big.tar.gz"
        subprocess.run(["curl", "-s", "-o", file, url], check=True)
        subprocess.run(["sync", file], check=True)
        told = subprocess.run(["openssl", "dgst", "-sha256", file], capture_output=True, check=True)
        assert sha256 in told.stdout.decode()

    results = measured(
        [
            Contender("copy offsite", ours, lambda: shutil.rmtree(work, ignore_errors=True)),
            Contender("curl, sync, openssl", curl, lambda: file.unlink(missing_ok=True)),
        ]
    )
    ratio = compared("1 GiB from nginx over loopback", results, amount=SIZE)
    assert ratio <= MOST_TIME


def test_copying_needs_little_memory(served: tuple[str, str], tmp_path: Path) -> None:
    address, sha256 = served
    told = subprocess.run(
        [
            *(sys.executable, "-m", "tests.benchmarks.copy_offsite"),
            *(address, tmp_path / "work", str(SIZE), sha256),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    grown = int(told.stdout)
    print(f"\ncopying 1 GiB: memory grew by {grown / 2**20:.1f} MiB")
    assert grown <= MOST_MEMORY
