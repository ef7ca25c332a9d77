"""What no policy may do, whatever the history; and what each reason is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.retention import Candidate, Kind, Policy, Standing, Verdict, Why, judge
from tests.unit.retention.timelines import BERLIN, TIMELINES, berlin, one, scheduled, utc

if TYPE_CHECKING:
    from collections.abc import Iterable

NOW = utc(2026, 11, 23, 12)
ZONES = [ZoneInfo(name) for name in ("UTC", "Europe/Berlin", "Pacific/Kiritimati", "Asia/Kolkata")]
PLANNED = (Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY)

moments = st.datetimes(
    datetime(2023, 12, 1),  # noqa: DTZ001  # the strategy wants naive ends
    datetime(2027, 3, 1),  # noqa: DTZ001  # likewise
    timezones=st.just(UTC),
).map(lambda at: at.replace(microsecond=0)) | st.sampled_from(
    [
        utc(2026, 10, 25, 0, 30),
        utc(2026, 10, 25, 1, 30),
        utc(2026, 3, 29, 1),
        utc(2024, 2, 29, 23),
        utc(2026, 12, 31, 23, 30),
        utc(2026, 11, 22, 2),
        utc(2026, 11, 22, 2, 0, 1),
    ]
)
drafts = st.builds(
    Candidate,
    name=st.just(""),
    created_at=moments,
    kinds=st.frozensets(st.sampled_from(Kind), max_size=2),
    full=st.booleans(),
    size=st.integers(0, 10**12),
    standing=st.sampled_from(Standing) | st.just(Standing.GOOD),
    found=st.sampled_from([False] * 9 + [True]),
    pinned=st.sampled_from([False] * 9 + [True]),
    leased_until=st.none() | moments,
)
histories = st.lists(drafts, max_size=40).map(
    lambda found: [replace(draft, name=f"{n:02}") for n, draft in enumerate(found)]
)
counts = st.none() | st.integers(1, 12)
policies = st.builds(
    Policy,
    daily=counts,
    weekly=counts,
    monthly=counts,
    yearly=counts,
    most=counts,
    zone=st.sampled_from(ZONES),
    manual_too=st.booleans(),
)


def kept(verdicts: Iterable[Verdict]) -> list[Candidate]:
    return [verdict.candidate for verdict in verdicts if verdict.kept]


def gone(verdicts: Iterable[Verdict]) -> list[Candidate]:
    return [verdict.candidate for verdict in verdicts if not verdict.kept]


def kinds(candidate: Candidate) -> frozenset[Kind]:
    return candidate.kinds or frozenset({Kind.MANUAL})


def good(candidate: Candidate) -> bool:
    return (
        candidate.standing is Standing.GOOD and not candidate.found and candidate.created_at <= NOW
    )


@given(histories, policies, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(history: list[Candidate], policy: Policy, random: Any) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    assert judge(shuffled, policy, NOW) == judge(history, policy, NOW)


@given(histories, policies)
def test_every_backup_gets_one_verdict_with_a_reason(
    history: list[Candidate], policy: Policy
) -> None:
    verdicts = judge(history, policy, NOW)
    assert sorted(one.candidate.name for one in verdicts) == [one.name for one in history]
    assert all(one.reasons and all(why.text for why in one.reasons) for one in verdicts)


@given(histories, policies)
def test_what_was_kept_is_kept_again(history: list[Candidate], policy: Policy) -> None:
    stays = kept(judge(history, policy, NOW))
    assert kept(judge(stays, policy, NOW)) == stays


@given(histories, policies)
def test_only_good_ones_go_and_never_what_is_protected(
    history: list[Candidate], policy: Policy
) -> None:
    for candidate in gone(judge(history, policy, NOW)):
        assert good(candidate)
        assert not candidate.pinned
        assert candidate.leased_until is None or candidate.leased_until <= NOW
        assert Kind.MANUAL not in kinds(candidate) or policy.manual_too
        if Kind.SAFETY in candidate.kinds:
            assert NOW - candidate.created_at >= policy.safety_for
        # Of each of its kinds a newer good one exists, and one that stays.
        for kind in kinds(candidate):
            assert any(
                good(other)
                and kind in kinds(other)
                and (other.created_at, other.name) > (candidate.created_at, candidate.name)
                for other in kept(judge(history, policy, NOW))
            )


@given(histories, policies)
def test_a_full_one_stays_where_there_is_one(history: list[Candidate], policy: Policy) -> None:
    full = [one for one in history if good(one) and one.full]
    if full:
        newest = max(full, key=lambda one: (one.created_at, one.name))
        assert newest in kept(judge(history, policy, NOW))


@given(histories, policies)
def test_bad_ones_change_nothing_for_the_good(history: list[Candidate], policy: Policy) -> None:
    alone = judge([one for one in history if good(one)], policy, NOW)
    among = judge(history, policy, NOW)
    assert [one for one in among if good(one.candidate)] == alone


@settings(max_examples=300)
@given(histories, policies)
def test_the_rules_keep_what_a_plain_reading_of_them_keeps(
    history: list[Candidate], policy: Policy
) -> None:
    """The same said another way: group by period, take the newest, take the newest groups."""
    unlimited = replace(policy, most=None, manual_too=False)
    verdicts = judge(history, unlimited, NOW)
    local = [
        (one.created_at.astimezone(policy.zone), one.name, one) for one in history if good(one)
    ]
    expected: set[str] = set()
    readings: list[tuple[int | None, str, Any]] = [
        (policy.daily, "%Y-%j", lambda one: Kind.DAILY in one.kinds),
        (policy.weekly, "%G-%V", lambda one: Kind.WEEKLY in one.kinds),
        (policy.monthly, "%Y-%m", lambda one: Kind.MONTHLY in one.kinds),
        (policy.yearly, "%Y", lambda one: one.full and any(k in one.kinds for k in PLANNED)),
    ]
    for count, form, takes in readings:
        mine = sorted(
            (item for item in local if takes(item[2])),
            key=lambda item: (item[0].timestamp(), item[1]),
        )
        groups = [list(g) for _, g in groupby(mine, key=lambda item: item[0].strftime(form))]
        expected |= {group[-1][1] for group in (groups if count is None else groups[-count:])}
    by_rule = {
        verdict.candidate.name
        for verdict in verdicts
        if {why.why for why in verdict.reasons} & {Why.DAILY, Why.WEEKLY, Why.MONTHLY, Why.YEARLY}
    }
    assert by_rule == expected


@given(histories, policies)
def test_the_most_holds_unless_the_protected_alone_exceed_it(
    history: list[Candidate], policy: Policy
) -> None:
    verdicts = judge(history, policy, NOW)
    counted = [one for one in verdicts if one.counted and one.kept]
    if policy.most is not None and len(counted) > policy.most:
        assert all(Why.OVER_THE_LIMIT in {why.why for why in one.reasons} for one in counted)


def reasons(candidate: Candidate, *others: Candidate, **policy: Any) -> set[Why]:
    verdicts = judge([candidate, *others], Policy(**policy), NOW)
    return next({w.why for w in v.reasons} for v in verdicts if v.candidate == candidate)


def test_each_reason_is_told() -> None:
    old, new = one(utc(2026, 1, 4), Kind.WEEKLY), one(utc(2026, 11, 22), Kind.WEEKLY)
    weekly: dict[str, Any] = {"weekly": 1, "yearly": 1}
    assert reasons(old, new, **weekly) == {Why.TOO_OLD}
    assert reasons(replace(old, pinned=True), new, **weekly) == {Why.PINNED}
    assert reasons(replace(old, leased_until=utc(2026, 11, 24)), new, **weekly) == {Why.LEASED}
    assert reasons(replace(old, leased_until=utc(2026, 11, 22)), new, **weekly) == {Why.TOO_OLD}
    assert reasons(replace(old, found=True), new, **weekly) == {Why.FOUND}
    assert reasons(old, new, **weekly, enabled=False) == {Why.DISABLED}
    assert reasons(old, replace(new, standing=Standing.SUSPECT), **weekly) >= {Why.NEWEST_OF_KIND}
    for standing in (Standing.SUSPECT, Standing.DAMAGED, Standing.UNVERIFIED):
        assert reasons(replace(old, standing=standing), new) == {Why(standing.value)}
    assert reasons(one(utc(2026, 11, 24), Kind.DAILY)) == {Why.FUTURE}
    safety = one(utc(2026, 11, 21), Kind.SAFETY, full=False)
    newer = one(utc(2026, 11, 22), Kind.SAFETY, full=False)
    assert reasons(safety, newer) == {Why.SAFETY}
    assert reasons(safety, newer, safety_for=timedelta(hours=1)) == {Why.TOO_OLD}
    manual = one(utc(2020, 1, 1), Kind.MANUAL)
    more = one(utc(2020, 1, 2), Kind.MANUAL)
    assert reasons(manual, more, new) == {Why.MANUAL, Why.UNLIMITED}
    assert reasons(manual, more, new, most=1) == {Why.MANUAL, Why.UNLIMITED, Why.OVER_THE_LIMIT}
    assert reasons(manual, more, new, most=1, manual_too=True) == {Why.OVER_THE_LIMIT}


@pytest.mark.parametrize("name", ["daily", "weekly", "monthly", "yearly", "most"])
@pytest.mark.parametrize("count", [0, -1])
def test_zero_is_refused_because_it_could_mean_all_or_none(name: str, count: int) -> None:
    values: dict[str, Any] = {name: count}
    with pytest.raises(InvalidRequest, match=name) as caught:
        Policy(**values)
    assert "null" in caught.value.remedy


def test_the_defaults_keep_seven_four_and_twelve_of_years_of_schedules() -> None:
    history = [one for one in scheduled(berlin(2026, 1, 1), 320) if one.created_at < NOW]
    policy = Policy(zone=BERLIN)
    while len(left := kept(judge(history, policy, NOW))) < len(history):
        history = left
    per_kind = {kind: sum(kind in one.kinds for one in history) for kind in PLANNED}
    assert per_kind == {Kind.DAILY: 7, Kind.WEEKLY: 4, Kind.MONTHLY: 11}


def test_a_clock_that_ran_ahead_costs_no_true_backup() -> None:
    now, history = TIMELINES["clock-set-back"]
    true = [one for one in history if one.created_at <= now]
    stays = kept(judge(history, Policy(), now))
    assert [one for one in stays if one.created_at <= now] == kept(judge(true, Policy(), now))
    # A new one, made after the clock was put right, is not thrown away either.
    fresh = one(now - timedelta(minutes=1), Kind.DAILY)
    assert fresh in kept(judge([*history, fresh], Policy(), now))
