from __future__ import annotations

import random

import pytest

from kuroibara_backup.archive.compressible import packed_by_name, worth_deflating

NOISE = random.Random(1).randbytes(60_000)


@pytest.mark.parametrize("path", [b"a.cbz", b"a/b.JPG", b"x.tar.gz", b"a.b/c.webp"])
def test_packed_files_are_known_by_their_ending(path: bytes) -> None:
    assert packed_by_name(path)


@pytest.mark.parametrize("path", [b"a.json", b"a.cbz/readme", b"noending", b"a.cbz.txt"])
def test_others_are_looked_at(path: bytes) -> None:
    assert not packed_by_name(path)


def test_a_sample_must_shrink_by_a_tenth() -> None:
    assert not worth_deflating(NOISE)
    assert not worth_deflating(NOISE + bytes(3_000))
    assert worth_deflating(NOISE + bytes(10_000))
    assert not worth_deflating(b"x")
