"""The series of a backup are listed by title, and only those that are chosen come back."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.errors import Cancelled
from kuroibara_desktop.transfers.series import held_series
from tests.support.finished import finished
from tests.support.restoring import backed_up, server_with_sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from tests.support.restoring import Server as Settled


@pytest.fixture(scope="module")
def source(
    tmp_path_factory: pytest.TempPathFactory,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[tuple[Settled, Path]]:
    with server_with_sample(tmp_path_factory.mktemp("source"), postgres, sample_template) as server:
        yield server, backed_up(server)


def test_every_series_with_files_is_listed_by_its_title(source: tuple[Settled, Path]) -> None:
    server, backup = source
    with psycopg.connect(server.url) as connection:
        titles = {str(i): t for i, t in connection.execute("SELECT id, title FROM manga")}
    found = finished(held_series(backup, check=lambda: None))
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
        finished(held_series(source[1], check=gone))
