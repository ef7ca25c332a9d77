"""The checksum line beside a backup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.archive.sidecar import read_sidecar, sidecar_line
from kuroibara_backup.errors import ArchiveCorrupt

DIGEST = "0123456789abcdef" * 4


@given(st.text(min_size=1).filter(lambda name: len((name + "x").splitlines()) == 1))
def test_what_is_written_is_read(name: str) -> None:
    assert read_sidecar(sidecar_line(DIGEST, name)) == (DIGEST, name)


@pytest.mark.parametrize("name", ["a\nb", "a\\b", "a\rb", "\\n"])
def test_odd_names_are_escaped_as_sha256sum_does(name: str) -> None:
    line = sidecar_line(DIGEST, name)
    assert line.startswith("\\")
    assert line.count("\n") == 1
    assert read_sidecar(line) == (DIGEST, name)


def test_what_other_tools_write_is_read() -> None:
    for line in (f"{DIGEST} *b.tar.gz\n", f"{DIGEST.upper()}  b.tar.gz\r\n", f"{DIGEST}  b.tar.gz"):
        assert read_sidecar(line) == (DIGEST, "b.tar.gz")


@pytest.mark.parametrize(
    "text", ["", "\n", DIGEST, DIGEST[:-1] + "  b", "x" * 9000, f"{DIGEST}  a\n" * 2]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ArchiveCorrupt):
        read_sidecar(text)
