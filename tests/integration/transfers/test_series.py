"""The series of a backup are listed by title, and only those that are chosen come back."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.errors import Cancelled
from kuroibara_desktop.transfers.series import series_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.restoring import Server as Settled


def test_every_series_with_files_is_listed_by_its_title(source: tuple[Settled, Path]) -> None:
    server, backup = source
    with psycopg.connect(server.url) as connection:
        titles = {str(i): t for i, t in connection.execute("SELECT id, title FROM manga")}
    found = series_of(backup, check=lambda: None)
    assert {one.id: one.title for one in found} == titles
    assert [one.title for one in found] == sorted(titles.values(), key=str.casefold)
    root = server.settings.storage_path / "manga"
    for one in found:
        files = [file for file in (root / one.id).rglob("*") if file.is_file()]
        assert (one.files, one.bytes) == (len(files), sum(f.stat().st_size for f in files))
        assert uuid.UUID(one.id)


def test_the_list_is_not_read_to_its_end_for_who_has_gone(source: tuple[Settled, Path]) -> None:
    def gone() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        series_of(source[1], check=gone)
