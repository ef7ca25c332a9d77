"""A damaged CBZ is told apart from a sound one."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.errors import Cancelled
from kuroibara_backup.storage.soundness import flaw
from tests.support.comics import cbz, put

if TYPE_CHECKING:
    from pathlib import Path


def looked_at(path: Path, content: bytes, *, pages: bool) -> str | None:
    put(path, content)
    return flaw(os.open(path, os.O_RDONLY), pages=pages, check=never_stop)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("pages", [False, True])
def test_a_sound_chapter_has_no_flaw(tmp_path: Path, method: int, *, pages: bool) -> None:
    assert looked_at(tmp_path / "a.cbz", cbz(3, method=method), pages=pages) is None


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "no ZIP"), (b"nonsense" * 100, "no ZIP"), (cbz(3)[:-30], "no ZIP"), (cbz(0), "no page")],
)
def test_what_does_not_open_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    assert why in (looked_at(tmp_path / "a.cbz", content, pages=False) or "")


def test_every_changed_byte_of_a_page_is_seen_when_pages_are_read(tmp_path: Path) -> None:
    good = cbz(2)
    start = good.index(b"a page")
    for offset in range(start, start + len(b"a page")):
        bad = bytearray(good)
        bad[offset] ^= 1
        assert (
            looked_at(tmp_path / "a.cbz", bytes(bad), pages=True) == "its page 0001.jpg is damaged"
        )
        assert looked_at(tmp_path / "a.cbz", bytes(bad), pages=False) is None


def test_no_handle_is_left_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for content in (cbz(1), b"nonsense", cbz(0)):
        looked_at(tmp_path / "a.cbz", content, pages=True)
    assert len(os.listdir("/proc/self/fd")) == before


def test_reading_pages_stops_when_told_to(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    put(tmp_path / "a.cbz", cbz(1))
    with pytest.raises(Cancelled):
        flaw(os.open(tmp_path / "a.cbz", os.O_RDONLY), pages=True, check=stop)
