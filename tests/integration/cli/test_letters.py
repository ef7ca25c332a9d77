"""Names of any script are shown wherever the output goes, whatever letters it has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.format1 import make_format1

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return make_format1(tmp_path / "ガラス é.tar.gz", None, None, "theirs")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_that_lacks_the_letters_shows_their_numbers(backup: Path, encoding: str) -> None:
    done = _inspected(backup, encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode(encoding).startswith("\\u30ac\\u30e9\\u30b9 ")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_utf_8_wherever_it_goes(backup: Path, encoding: str) -> None:
    done = _inspected(backup, encoding, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["file"] == str(backup)


def _inspected(backup: Path, encoding: str, *more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kuroibara_backup", "inspect", str(backup), *more],
        env=dict(os.environ, PYTHONIOENCODING=encoding),
        capture_output=True,
        timeout=120,
        check=False,
    )
