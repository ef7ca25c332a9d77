"""A restored database that is not whole is never put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.database.replace.checks import check_restored
from kuroibara_backup.errors import Damaged
from tests.support.postgres import execute, rows

if TYPE_CHECKING:
    from kuroibara_backup.demo.sample import Sample


def _told(sample: Sample) -> dict[str, int]:
    return {f"public.{table}": count for table, count in sample.rows.items()}


def test_a_whole_one_is_told_with_those_who_can_sign_in(
    sample_database: str, sample: Sample
) -> None:
    found = check_restored(sample_database, _told(sample))

    assert found.tables == 34
    assert found.rows == sum(sample.rows.values())
    assert found.foreign_keys > 40
    assert found.active_users == len(sample.people)
    assert found.users[0].username == sample.administrator.username
    assert found.users[0].is_superuser
    assert {user.username for user in found.users} == {one.username for one in sample.people}
    assert {u.username for u in found.users if u.two_fa} == {
        one.username for one in sample.people if one.totp_secret is not None
    }


def test_without_counts_the_rest_is_checked(sample_database: str, sample: Sample) -> None:
    assert check_restored(sample_database, None).rows == sum(sample.rows.values())


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM bookmark", r"public\.bookmark holds 0 rows, and the backup says"),
        ("CREATE TABLE more AS SELECT 1", r"public\.more holds 1 rows, and the backup says 0"),
        ("DROP TABLE bookmark", r"public\.bookmark holds 0 rows"),
        ("UPDATE users SET is_active = false", "nobody in it could sign in"),
        ("UPDATE users SET hashed_password = 'x'", "nobody in it could sign in"),
    ],
)
def test_what_is_wrong_is_named(
    sample_database: str, sample: Sample, damage: str, said: str
) -> None:
    execute(sample_database, damage)

    with pytest.raises(Damaged, match=said) as damaged:
        check_restored(sample_database, _told(sample))
    assert damaged.value.code == "restored_wrong"


def test_an_empty_table_more_is_no_damage(sample_database: str, sample: Sample) -> None:
    execute(sample_database, "CREATE TABLE more (x int)")

    check_restored(sample_database, _told(sample))


def test_a_key_that_leads_nowhere_is_found_though_postgresql_was_told_not_to_look(
    sample_database: str, sample: Sample
) -> None:
    ((name, definition),) = rows(
        sample_database,
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid = 'chapter'::regclass",
    )
    execute(
        sample_database,
        f"ALTER TABLE chapter DROP CONSTRAINT {name}",
        "UPDATE chapter SET manga_id = gen_random_uuid()"
        " WHERE id = (SELECT id FROM chapter LIMIT 1)",
        f"ALTER TABLE chapter ADD CONSTRAINT {name} {definition} NOT VALID",
    )

    with pytest.raises(Damaged, match=r"1 rows of public\.chapter point"):
        check_restored(sample_database, _told(sample))


def test_a_key_of_two_columns_counts_only_when_both_are_given(sample_database: str) -> None:
    execute(
        sample_database,
        "CREATE TABLE pair (a int, b int, PRIMARY KEY (b, a))",
        'CREATE TABLE "odd ""%s" (x int, y int, FOREIGN KEY (y, x) REFERENCES pair (b, a))',
        "INSERT INTO pair VALUES (1, 2)",
        'INSERT INTO "odd ""%s" VALUES (1, 2), (NULL, 9), (9, NULL)',
    )

    check_restored(sample_database, None)


@pytest.mark.parametrize(
    ("value", "right"), [("1, false", False), ("3, false", False), ("3, true", True)]
)
def test_numbers_are_not_given_out_twice(sample_database: str, value: str, right: bool) -> None:
    execute(
        sample_database,
        "CREATE TABLE counted (id serial PRIMARY KEY)",
        "INSERT INTO counted VALUES (3)",
        f"SELECT setval('counted_id_seq', {value})",
    )

    if right:
        check_restored(sample_database, None)
    else:
        with pytest.raises(Damaged, match=r"counted\.id would be given out twice"):
            check_restored(sample_database, None)
