"""Which moments a cron text names: across clock changes, in any zone, from any moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.schedule import (
    at_daily,
    at_monthly,
    at_weekly,
    checked_cron,
    checked_zone,
    next_slot,
    slot_before,
)

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "Asia/Kathmandu",
    "Africa/Cairo",  # changes at midnight
    "America/Scoresbysund",
    "Pacific/Apia",
    "Antarctica/Troll",  # two hours
]
MOMENTS = st.integers(1_700_000_000, 1_950_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59))


def berlin(text: str, *, fold: int = 0) -> datetime:
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin"), fold=fold)
    return local.astimezone(UTC)


def slots(cron: str, zone: str, start: datetime, count: int) -> list[datetime]:
    found: list[datetime] = []
    for _ in range(count):
        start = next_slot(cron, zone, start)
        found.append(start)
    return found


def test_a_time_that_spring_skips_is_had_once_when_the_clock_goes_on() -> None:
    found = slots("30 2 * * *", "Europe/Berlin", berlin("2026-03-28T12:00"), 2)
    assert found == [berlin("2026-03-29T03:00"), berlin("2026-03-30T02:30")]


def test_a_time_that_autumn_repeats_is_had_once() -> None:
    found = slots("30 2 * * *", "Europe/Berlin", berlin("2026-10-24T12:00"), 2)
    assert found == [berlin("2026-10-25T02:30"), berlin("2026-10-26T02:30")]


def test_asked_in_the_repeated_hour_it_never_answers_with_the_past() -> None:
    for minute in (0, 10, 29, 30, 31, 59):
        second_pass = berlin(f"2026-10-25T02:{minute:02}", fold=1)
        assert next_slot("30 2 * * *", "Europe/Berlin", second_pass) == berlin("2026-10-26T02:30")


def exists(wall: datetime) -> bool:
    return wall.astimezone(UTC).astimezone(wall.tzinfo).replace(tzinfo=None) == wall.replace(
        tzinfo=None
    )


@settings(deadline=None, max_examples=40)
@given(TIMES, st.sampled_from(ZONES), MOMENTS)
def test_a_daily_slot_comes_once_each_local_day(
    time: tuple[int, int], zone: str, start: datetime
) -> None:
    hour, minute = time
    wanted = []
    for number in range(372):
        day = (start - timedelta(days=2)).date() + timedelta(days=number)
        wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))
        while not exists(wall):
            wall += timedelta(minutes=1)
        if wall.astimezone(UTC) > start:
            wanted.append(wall.astimezone(UTC))
    assert slots(f"{minute} {hour} * * *", zone, start, 365) == wanted[:365]


@settings(deadline=None)
@given(
    TIMES,
    st.sampled_from(["* * *", "* * 0", "1 * *", "28 * *", "L * *", "* 2 1-5", "29 2 *"]),
    st.sampled_from(ZONES),
    MOMENTS,
)
def test_the_next_slot_is_later_the_one_before_is_not_and_nothing_lies_between(
    time: tuple[int, int], days: str, zone: str, start: datetime
) -> None:
    cron = f"{time[1]} {time[0]} {days}"
    following, before = next_slot(cron, zone, start), slot_before(cron, zone, start)
    assert before is not None
    assert before <= start < following
    assert next_slot(cron, zone, before) == following
    assert slot_before(cron, zone, following) == following
    assert next_slot(cron, zone, following - timedelta(seconds=1)) == following


@pytest.mark.parametrize(
    ("read", "text", "cron"),
    [
        (at_daily, "02:00", "0 2 * * *"),
        (at_daily, " 7:05 ", "5 7 * * *"),
        (at_daily, "30  1 * * mon-fri", "30 1 * * mon-fri"),
        (at_weekly, "Sun 03:00", "0 3 * * 0"),
        (at_weekly, "saturday 23:59", "59 23 * * 6"),
        (at_weekly, "0 3 * * 7", "0 3 * * 7"),
        (at_monthly, "1st 04:00", "0 4 1 * *"),
        (at_monthly, "28. 0:00", "0 0 28 * *"),
        (at_monthly, "0 4 L * *", "0 4 L * *"),
    ],
)
def test_times_are_read_as_people_write_them(read: object, text: str, cron: str) -> None:
    assert callable(read)
    assert read(text) == cron


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (at_daily, "24:00"),
        (at_daily, "2"),
        (at_daily, ""),
        (at_weekly, "Son 03:00"),
        (at_weekly, "03:00"),
        (at_monthly, "31st 04:00"),
        (at_monthly, "0 04:00"),
        (at_monthly, "0 4 31 2 *"),
    ],
)
def test_what_is_no_time_is_refused(read: object, text: str) -> None:
    assert callable(read)
    with pytest.raises(InvalidRequest) as caught:
        read(text)
    assert caught.value.code == "invalid_schedule"
    assert caught.value.remedy


@pytest.mark.parametrize(
    "cron",
    [
        "* 2 * * *",
        "*/30 * * * *",
        "0,1 3 1 6 *",
        "0 3 30 2 *",
        "0 0 3 * * *",
        "@daily",
        "",
        "0 3 *",
    ],
)
def test_a_schedule_is_due_hourly_at_most_and_some_day(cron: str) -> None:
    with pytest.raises(InvalidRequest):
        checked_cron(cron)


@settings(deadline=None)
@given(st.text(alphabet="0123456789*,-/#LW SUNJAN\t", max_size=30) | st.text(max_size=120))
def test_any_text_is_a_schedule_or_refused_in_words(text: str) -> None:
    try:
        cron = checked_cron(text)
    except InvalidRequest:
        return
    assert checked_cron(cron) == cron
    start = datetime(2026, 11, 23, tzinfo=UTC)
    assert next_slot(cron, "Europe/Berlin", start) > start


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "Europe", "a\0b", "/etc"])
def test_an_unknown_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        checked_zone(zone)
    assert caught.value.code == "invalid_timezone"
