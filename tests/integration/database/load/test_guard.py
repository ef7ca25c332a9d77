"""What keeps psql out of a newer database is for psql: the loader neither runs nor minds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.spool import AFTER_DUMP, BEFORE_DUMP
from kuroibara_backup.database.dump import dump
from kuroibara_backup.database.guard import guard, is_guard
from kuroibara_backup.database.load import load
from kuroibara_backup.database.tools import installed
from kuroibara_backup.errors import BackupError
from tests.support.loading import Target, new_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres

TABLES = {"public.manga": {"id": "integer", "title": "text"}}


@pytest.fixture
def target(postgres: EmbeddedPostgres) -> Iterator[Target]:
    with new_target(postgres, "superuser") as new:
        yield new


def test_a_dump_of_ours_loads_and_the_guard_is_told_as_skipped(
    database: str, target: Target
) -> None:
    with dump(database, installed()) as running:
        loaded = load([BEFORE_DUMP, *running.chunks(), AFTER_DUMP], target.url)
    assert any("newer database" in sentence for sentence in loaded.skipped)
    assert len(loaded.rows) > 30


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("$kuroibara_guard_", "$another_"),
        lambda text: text.replace("DO ", "DO LANGUAGE plperlu "),
        lambda text: text.rstrip(";\n") + "; DROP TABLE manga;\n",
        lambda text: "DO $kuroibara_guard_$ BEGIN END $kuroibara_guard_$;\n",
    ],
)
def test_what_is_not_exactly_a_guard_is_refused(target: Target, changed: object) -> None:
    assert callable(changed)
    text = changed(guard(TABLES).decode())
    with pytest.raises(BackupError) as caught:
        load([BEFORE_DUMP, text.encode(), AFTER_DUMP], target.url)
    assert caught.value.code == "dump_refused"
    assert target.is_empty


def test_a_guard_with_another_body_is_not_run_either(target: Target) -> None:
    opening = "$kuroibara_guard_0123456789abcdef$"
    text = f"DO {opening}\nBEGIN CREATE TABLE public.planted (id integer); END\n{opening};"
    assert is_guard(text)
    with pytest.raises(BackupError):  # nothing else is in it, so it is no dump
        load([BEFORE_DUMP, text.encode(), b"\n", AFTER_DUMP], target.url)
    assert target.is_empty


def test_no_tables_need_no_guard() -> None:
    assert guard({}) == b""
    assert is_guard(guard(TABLES).decode().strip())
