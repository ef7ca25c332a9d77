"""A backup of an older Kuroibara is brought up to the tables that are live."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.database.replace.adapt import adapt
from kuroibara_backup.database.replace.known_schema import FILLED_WITH
from kuroibara_backup.database.replace.schema import Fit, described
from kuroibara_backup.errors import Refused
from tests.support.postgres import drop_database, execute, make_database, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample


@pytest.fixture
def staged(postgres: EmbeddedPostgres, sample_template: tuple[str, Sample]) -> Iterator[str]:
    """The sample library once more, to be made older."""
    name = make_database(postgres, sample_template[0])
    yield postgres.url(name)
    drop_database(postgres, name)


def test_the_same_tables_are_left_alone(sample_database: str, staged: str) -> None:
    assert adapt(sample_database, staged).fit is Fit.SAME


def test_what_an_older_kuroibara_did_not_have_is_added(sample_database: str, staged: str) -> None:
    execute(
        staged,
        "ALTER TABLE users DROP COLUMN theme, DROP COLUMN chapter_auto_refresh_interval,"
        " ALTER download_path TYPE varchar(255), DROP COLUMN bio",
        "ALTER TABLE chapter DROP COLUMN download_status",
        "ALTER TABLE reading_progress DROP COLUMN is_completed, DROP COLUMN created_at",
        "DROP TABLE progress_events",
        "UPDATE chapter SET file_path = NULL WHERE number = '1'",
    )
    before = rows(staged, "SELECT count(*) FROM chapter")

    found = adapt(sample_database, staged)

    assert found.fit is Fit.OLDER
    assert found.missing_tables == ("public.progress_events",)
    assert "public.users.theme" in found.added_columns
    assert found.widened_columns == ("public.users.download_path",)
    ours, theirs = described(sample_database), described(staged)
    del ours["public.progress_events"]
    assert theirs == ours
    assert rows(staged, "SELECT DISTINCT theme, chapter_auto_refresh_interval FROM users") == [
        ("light", 300)
    ]
    assert rows(staged, "SELECT DISTINCT file_path IS NULL, download_status FROM chapter") == [
        (False, "downloaded"),
        (True, "not_downloaded"),
    ]
    assert rows(staged, "SELECT count(*) FROM chapter") == before
    assert adapt(sample_database, staged).added_columns == ()


def test_keys_and_indexes_of_an_added_column_come_with_it(
    sample_database: str, staged: str
) -> None:
    indexes = "SELECT indexdef FROM pg_indexes WHERE tablename IN ('category', 'manga') ORDER BY 1"
    keys = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1"
    wanted = rows(sample_database, indexes), rows(sample_database, keys)
    execute(
        staged,
        "ALTER TABLE category DROP COLUMN user_id",
        "ALTER TABLE manga DROP COLUMN external_id",
    )
    assert (rows(staged, indexes), rows(staged, keys)) != wanted

    adapt(sample_database, staged)

    assert (rows(staged, indexes), rows(staged, keys)) == wanted


def test_times_without_a_zone_were_utc(sample_database: str, staged: str) -> None:
    moments = "SELECT created_at FROM chapter_metadata ORDER BY id"
    before = rows(staged, moments)
    execute(
        staged,
        "SET TimeZone = 'UTC'; ALTER TABLE chapter_metadata ALTER created_at TYPE timestamp",
    )
    name = psycopg.conninfo.conninfo_to_dict(staged)["dbname"]
    execute(staged, f"ALTER DATABASE \"{name}\" SET TimeZone = 'Asia/Tokyo'")

    adapt(sample_database, staged)

    assert rows(staged, moments) == before


def test_words_that_came_later_are_added_to_their_type(sample_database: str, staged: str) -> None:
    execute(sample_database, "ALTER TYPE mangatype ADD VALUE 'WEBTOON' BEFORE 'UNKNOWN'")

    adapt(sample_database, staged)

    execute(staged, "UPDATE manga SET type = 'WEBTOON'")


def test_words_that_only_the_backup_knows_are_refused(sample_database: str, staged: str) -> None:
    execute(staged, "ALTER TYPE mangatype ADD VALUE 'WEBTOON'")

    with pytest.raises(Refused, match="mangatype WEBTOON") as refused:
        adapt(sample_database, staged)
    assert refused.value.code == "schema_newer"


def test_a_refused_one_is_not_changed_at_all(sample_database: str, staged: str) -> None:
    execute(
        staged,
        "ALTER TABLE users DROP COLUMN theme",
        "ALTER TABLE manga ADD COLUMN from_the_future int",
    )
    before = described(staged)

    with pytest.raises(Refused, match=r"public\.manga\.from_the_future"):
        adapt(sample_database, staged)

    assert described(staged) == before


def test_what_may_be_empty_by_now_may_be_in_the_restored_one(
    sample_database: str, staged: str
) -> None:
    execute(sample_database, "ALTER TABLE manga ALTER is_nsfw DROP NOT NULL")

    adapt(sample_database, staged)

    execute(staged, "UPDATE manga SET is_nsfw = NULL")


def test_anything_goes_where_nothing_is_live(empty_database: str, staged: str) -> None:
    execute(staged, "CREATE TABLE more (x int)")

    assert adapt(empty_database, staged).fit is Fit.EMPTY


def test_every_known_default_goes_into_its_column(sample_database: str, staged: str) -> None:
    tables = described(staged)
    execute(
        staged,
        *(
            f"ALTER TABLE {table} DROP COLUMN {column} CASCADE"
            for table, column in FILLED_WITH
            if (table, column) not in (("users", "is_active"), ("chapter", "download_status"))
        ),
    )

    adapt(sample_database, staged)

    assert described(staged) == tables
