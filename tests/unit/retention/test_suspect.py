"""Which new backups hold much less than they should."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kuroibara_backup.retention import Counts, judge_suspect
from kuroibara_backup.retention.suspect import ROWS

BEFORE = Counts(files=100, bytes=1000, rows=dict.fromkeys(ROWS, 100))


def test_an_empty_library_whose_database_names_files_is_suspect() -> None:
    (sentence,) = judge_suspect(Counts(files=0, bytes=0, missing=5), None)
    assert "Is its drive mounted?" in sentence
    assert judge_suspect(Counts(files=0, bytes=0), None) == ()
    assert judge_suspect(Counts(files=1, bytes=0, missing=5), None) == ()


def test_four_fifths_are_enough_and_a_little_less_is_not() -> None:
    assert judge_suspect(replace(BEFORE, files=80, bytes=800), BEFORE) == ()
    assert "79 files" in judge_suspect(replace(BEFORE, files=79), BEFORE)[0]
    assert "799 bytes" in judge_suspect(replace(BEFORE, bytes=799), BEFORE)[0]


@pytest.mark.parametrize("table", ROWS)
def test_lost_rows_are_noticed(table: str) -> None:
    fewer = replace(BEFORE, rows={**BEFORE.rows, table: 79})
    (sentence,) = judge_suspect(fewer, BEFORE)
    assert f"79 {ROWS[table]}" in sentence
    assert "100" in sentence


def test_other_tables_and_growth_are_nobodys_business() -> None:
    more = Counts(files=500, bytes=5000, rows=dict.fromkeys(ROWS, 500))
    assert judge_suspect(more, BEFORE) == ()
    jobs = {**BEFORE.rows, "public.organization_jobs": 0}
    assert judge_suspect(replace(BEFORE, rows=jobs), replace(BEFORE, rows=jobs)) == ()


def test_what_a_backup_does_not_tell_is_not_held_against_it() -> None:
    assert judge_suspect(Counts(), BEFORE) == ()
    assert judge_suspect(BEFORE, Counts()) == ()
