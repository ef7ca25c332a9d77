"""A time that somebody wrote down has a date in every time zone, or is none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from kuroibara_backup.archive.metadata import parse_metadata
from kuroibara_backup.archive.moments import moment

_ZONES = [timezone(timedelta(hours=hours)) for hours in (-23, -5, 0, 9, 23)]


@pytest.mark.parametrize(
    "text",
    [
        "0001-01-01T00:00:00+00:00",
        "0001-01-01T00:00:00+23:59",
        "0001-01-01",
        "9999-12-31T23:59:59.999999Z",
        "9999-12-31T23:59:59-23:59",
    ],
)
def test_the_ends_of_the_calendar_have_a_date_in_every_zone(text: str) -> None:
    told = moment(text)
    assert told.isoformat()[:3] in {"000", "999"}
    if told.tzinfo is not None:
        assert [told.astimezone(zone).year for zone in _ZONES]


def test_any_other_time_is_told_as_it_was_written() -> None:
    assert moment("2026-10-25T02:30:00Z") == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)
    assert moment("1970-01-01T00:00:00").tzinfo is None


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01"])
def test_what_tells_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever the library says
        moment(text)


def test_a_file_that_claims_the_end_of_time_can_be_listed_in_every_zone() -> None:
    described = parse_metadata(b'{"created_at": "9999-12-31T23:59:59-12:00"}', offset=0)
    assert described.created_at is not None
    assert described.created_at.astimezone(UTC).year == 9999
