"""Patterns on archive paths."""

from __future__ import annotations

import pytest

from kuroibara_backup.archive.choosing import Choice


@pytest.mark.parametrize(
    ("patterns", "path", "taken"),
    [
        ((), b"anything/at all", True),
        (("*",), b"storage/\xff", True),
        (("database.sql",), b"database.sql", True),
        (("database.sql",), b"storage/database.sql", False),
        (("storage/a",), b"storage/a/b/c", True),
        (("storage/a",), b"storage/ab", False),
        (("storage/a/",), b"storage/a/b", True),
        (("*.cbz",), b"storage/a/b.cbz", True),
        (("storage/?.cbz",), b"storage/a.cbz", True),
        (("storage/[G] a*",), b"storage/[G] ab", True),
        (("storage/[G] a*",), b"storage/G ab", False),
        (("storage/caf\udce9*",), b"storage/caf\xe9.cbz", True),
        (("x", "y"), b"y", True),
        (("storage/A",), b"storage/a", False),
        (("storage/*",), b"storage/line\nbreak", True),
    ],
)
def test_what_a_pattern_takes(patterns: tuple[str, ...], path: bytes, taken: bool) -> None:
    assert Choice(patterns).takes(path) is taken
