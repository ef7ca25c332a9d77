"""No answer of a server breaks more than itself, whatever is in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kuroibara_desktop.core.errors import NotKuroibara
from kuroibara_desktop.server import fields, reading

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
JOB = b'{"id": "a", "kind": "create", "state": "running", "done": 1'


@pytest.mark.parametrize(
    "odd",
    [
        *(b'"rate": 1e400', b'"rate": NaN', b'"eta_seconds": Infinity'),
        *(b'"rate": 1' + b"0" * 400, b'"total": -1', b'"total": true', b'"kind": "\xed\xa0\x80"'),
    ],
    ids=lambda odd: odd.decode("utf-8", "replace")[:20],
)
def test_numbers_and_letters_that_are_none_are_refused(odd: bytes) -> None:
    body = JOB + b", " + odd + b"}"
    with pytest.raises(NotKuroibara, match="not understood"):
        fields.parsed(body, reading.job, host="home", asked="the job")


def test_a_job_is_read_with_its_numbers() -> None:
    body = JOB + b', "total": 9, "rate": 2, "eta_seconds": 3.5}'
    job = fields.parsed(body, reading.job, host="home", asked="the job")
    assert (job.done, job.total, job.rate, job.eta_seconds) == (1, 9, 2.0, 3.5)
    assert fields.parsed(JOB + b"}", reading.job, host="home", asked="the job").total is None


@pytest.mark.parametrize(
    "date",
    [
        *("", "yesterday", "Fri, 31 Dec 9999 23:59:59 GMT"),
        *(f"Mon, 23 Nov {10**30} 12:00:00 GMT", f"Mon, 23 Nov 2026 12:00:00 +{10**20}"),
    ],
)
def test_a_date_of_no_clock_tells_no_skew(date: str) -> None:
    assert reading.skew_of(date, NOW) is None


def test_a_clock_that_was_never_set_is_told() -> None:
    since_1970 = NOW - datetime(1970, 1, 1, tzinfo=UTC)
    assert reading.skew_of("Thu, 01 Jan 1970 00:00:00 GMT", NOW) == -since_1970
    assert reading.skew_of("Mon, 23 Nov 2026 12:00:07 GMT", NOW) == timedelta(seconds=7)
