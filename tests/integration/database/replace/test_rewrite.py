"""Paths of the library follow it to another folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.database.dump import NAMED_PATHS
from kuroibara_backup.database.replace.rewrite import rewrite_paths
from kuroibara_backup.errors import Cancelled, Refused
from tests.support.postgres import everything, execute, rows

if TYPE_CHECKING:
    from kuroibara_backup.demo.sample import Sample


def test_every_path_of_the_library_leads_to_the_new_folder_and_nothing_else_changed(
    sample_database: str, sample: Sample
) -> None:
    old, new = str(sample.storage), "/mnt/ü %s \\library"
    before = everything(sample_database)

    found = rewrite_paths(sample_database, old + "/", new)

    after = everything(sample_database)
    for table, column in NAMED_PATHS:
        named = f"SELECT count(*) FROM {table} WHERE starts_with({column}, '{{}}/manga/')"
        count = rows(sample_database, named.format(new.replace("'", "''")))[0][0]
        assert found.rows.get(f"{table}.{column}", 0) == count
        assert rows(sample_database, named.format(old)) == [(0,)]
    assert found.count > 50
    execute(sample_database, *(_back(*where, new, old) for where in NAMED_PATHS))
    assert everything(sample_database) == before
    assert after != before


def _back(table: str, column: str, new: str, old: str) -> str:
    return f"UPDATE {table} SET {column} = replace({column}, '{new}', '{old}')"


@pytest.mark.parametrize(
    ("path", "becomes"),
    [
        ("/app/storage", "/data"),
        ("/app/storage/", "/data/"),
        ("/app/storage/a/app/storage/b", "/data/a/app/storage/b"),
        ("/app/storage2/a", "/app/storage2/a"),
        ("/app/storag", "/app/storag"),
        ("/APP/storage/a", "/APP/storage/a"),
        ("x/app/storage/a", "x/app/storage/a"),
        ("https://example.org/app/storage/a", "https://example.org/app/storage/a"),
        ("", ""),
        ("/app/storage/%_\\'", "/data/%_\\'"),
    ],
)
def test_only_whole_names_count(sample_database: str, path: str, becomes: str) -> None:
    execute(sample_database, "UPDATE manga SET cover_image = '{}'".format(path.replace("'", "''")))

    rewrite_paths(sample_database, "/app/storage", "/data")

    assert rows(sample_database, "SELECT DISTINCT cover_image FROM manga") == [(becomes,)]


def test_done_twice_it_is_done_once(sample_database: str) -> None:
    execute(sample_database, "UPDATE manga SET cover_image = '/app/manga/x.jpg'")

    first = rewrite_paths(sample_database, "/app", "/app/storage")
    second = rewrite_paths(sample_database, "/app", "/app/storage")

    assert first == second
    found = rows(sample_database, "SELECT DISTINCT cover_image FROM manga")
    assert found == [("/app/storage/manga/x.jpg",)]


def test_a_path_that_would_not_fit_changes_nothing(sample_database: str, sample: Sample) -> None:
    before = everything(sample_database)

    with pytest.raises(Refused, match="255 letters") as refused:
        rewrite_paths(sample_database, str(sample.storage), "/" + "x" * 200)

    assert refused.value.code == "paths_too_long"
    assert everything(sample_database) == before


def test_cancelled_nothing_changed(sample_database: str, sample: Sample) -> None:
    before = everything(sample_database)
    execute(
        sample_database,
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN PERFORM pg_sleep(0.2); RETURN NEW; END'",
        "CREATE TRIGGER slow BEFORE UPDATE ON chapter FOR EACH ROW EXECUTE FUNCTION slow()",
    )
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        rewrite_paths(sample_database, str(sample.storage), "/data", check=check)
    assert everything(sample_database) == before


@pytest.mark.parametrize("root", ["", "/", ".", "..", "/a/..", "/a\0b", "/a\udcff"])
def test_no_library_lies_there(sample_database: str, root: str) -> None:
    with pytest.raises(Refused) as refused:
        rewrite_paths(sample_database, root, "/data")
    assert refused.value.code == "storage_path_unknown"


def test_an_older_database_without_some_of_the_columns(
    sample_database: str, sample: Sample
) -> None:
    execute(sample_database, "DROP TABLE chapter_metadata", "DROP TABLE page")

    found = rewrite_paths(sample_database, str(sample.storage), "/data")

    moved = "SELECT count(*) FROM manga WHERE starts_with(cover_image, '/data/')"
    assert rows(sample_database, moved) == [(found.rows["manga.cover_image"],)]
    assert found.rows["manga.cover_image"] > 0
