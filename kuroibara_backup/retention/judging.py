"""Which backups stay under a policy?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.retention.model import Kind, Reason, Standing, Verdict, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime

    from kuroibara_backup.retention.model import Candidate, Policy

_Reasons = dict[str, list[Reason]]
_NOT_GOOD = {
    Standing.DAMAGED: Reason(Why.DAMAGED, "it is damaged and counts for nothing; look at it"),
    Standing.SUSPECT: Reason(Why.SUSPECT, "it is suspect: accept it or remove it"),
    Standing.UNVERIFIED: Reason(Why.UNVERIFIED, "it is not verified yet: `adopt` verifies it"),
}


@dataclass(frozen=True, slots=True)
class _Rule:
    """The newest backup of each period stays, for the newest `count` periods that have one."""

    why: Why
    word: str
    count: int | None
    takes: Callable[[Candidate], bool]
    period: Callable[[date], str]


def judge(backups: Iterable[Candidate], policy: Policy, now: datetime) -> list[Verdict]:
    """Return one verdict for each backup, newest first.

    The order of `backups` does not matter, and what is kept is kept again when judged alone.
    Only good backups are ever removed, and none whose kind has no newer good one.
    """
    ordered = sorted(backups, key=lambda one: (one.created_at, one.name), reverse=True)
    aside = {one.name: reason for one in ordered if (reason := _set_aside(one, policy, now))}
    counted = [one for one in ordered if one.name not in aside]
    protected = _protected(counted, policy, now)
    wanted, unwanted = _by_period(counted, policy)
    kept = {one.name for one in counted if one.name in protected or one.name in wanted}
    removed = _over_the_limit(counted, kept, protected, policy)
    kept -= removed.keys()
    _say_when_protected_exceed(kept, protected, policy)
    verdicts = []
    for one in ordered:
        if one.name in aside:
            reasons = [aside[one.name]]
        elif one.name in kept:
            reasons = [*protected.get(one.name, ()), *wanted.get(one.name, ())]
        else:
            reasons = [removed[one.name]] if one.name in removed else unwanted[one.name]
        verdicts.append(
            Verdict(
                candidate=one,
                kept=one.name in aside or one.name in kept,
                counted=one.name not in aside,
                reasons=tuple(reasons),
            )
        )
    return verdicts


def _set_aside(one: Candidate, policy: Policy, now: datetime) -> Reason | None:
    """Say why a backup stays without being judged: it takes no other's place either."""
    if not policy.enabled:
        return Reason(Why.DISABLED, "retention is switched off")
    if one.found:
        return Reason(Why.FOUND, "it was not made by this engine; `adopt` takes it over")
    if one.standing in _NOT_GOOD:
        return _NOT_GOOD[one.standing]
    if one.created_at > now:
        # A clock that was ahead must not push every true backup out of the newest few.
        return Reason(Why.FUTURE, "its time lies in the future: a clock was wrong")
    return None


def _protected(counted: list[Candidate], policy: Policy, now: datetime) -> _Reasons:
    """Find what is never removed, whatever the numbers."""
    reasons: _Reasons = defaultdict(list)
    seen: set[Kind] = set()
    full = False
    for one in counted:
        found = reasons[one.name]
        kinds = _kinds(one)
        for kind in sorted(kinds - seen, key=lambda kind: kind.value):
            found.append(Reason(Why.NEWEST_OF_KIND, f"the newest verified {kind.value} backup"))
        seen |= kinds
        if one.full and not full:
            full = True
            found.append(Reason(Why.NEWEST_FULL, "the newest verified full backup"))
        if one.pinned:
            found.append(Reason(Why.PINNED, "pinned"))
        if one.leased_until is not None and one.leased_until > now:
            found.append(Reason(Why.LEASED, "it is being fetched"))
        if Kind.MANUAL in kinds and not policy.manual_too:
            found.append(Reason(Why.MANUAL, "made by hand"))
        if Kind.SAFETY in kinds and now - one.created_at < policy.safety_for:
            found.append(Reason(Why.SAFETY, "the way back from a restore"))
    return {name: found for name, found in reasons.items() if found}


def _kinds(one: Candidate) -> frozenset[Kind]:
    """Take what nobody planned for made by hand."""
    return one.kinds or frozenset({Kind.MANUAL})


def _rules(policy: Policy) -> tuple[_Rule, ...]:
    return (
        _Rule(Why.DAILY, "day", policy.daily, _is(Kind.DAILY), lambda day: f"{day:%Y-%m-%d}"),
        _Rule(Why.WEEKLY, "week", policy.weekly, _is(Kind.WEEKLY), _week),
        _Rule(Why.MONTHLY, "month", policy.monthly, _is(Kind.MONTHLY), lambda day: f"{day:%Y-%m}"),
        _Rule(Why.YEARLY, "year", policy.yearly, _scheduled_full, lambda day: f"{day:%Y}"),
    )


def _is(kind: Kind) -> Callable[[Candidate], bool]:
    return lambda one: kind in one.kinds


def _scheduled_full(one: Candidate) -> bool:
    return one.full and bool(one.kinds & {Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY})


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _by_period(counted: list[Candidate], policy: Policy) -> tuple[_Reasons, _Reasons]:
    """Tell what the rules keep, and of the rest why they do not."""
    wanted: _Reasons = defaultdict(list)
    unwanted: _Reasons = defaultdict(list)
    for rule in _rules(policy):
        periods: set[str] = set()
        for one in counted:
            if not rule.takes(one):
                continue
            period = rule.period(one.created_at.astimezone(policy.zone).date())
            if period not in periods and (rule.count is None or len(periods) < rule.count):
                periods.add(period)
                wanted[one.name].append(
                    Reason(rule.why, f"the newest of {rule.word} {period}, number {len(periods)}")
                )
            elif rule.why is Why.YEARLY:
                pass  # it only adds to the rule that the backup was made for
            elif period in periods:
                unwanted[one.name].append(
                    Reason(Why.SAME_PERIOD, f"{rule.word} {period} has a newer one")
                )
            else:
                unwanted[one.name].append(
                    Reason(Why.TOO_OLD, f"beyond the newest {_of(rule.count or 0, rule.word)}")
                )
    for one in counted:
        if Kind.SAFETY in one.kinds:
            unwanted[one.name].append(Reason(Why.TOO_OLD, "the restore cannot be undone any more"))
        if Kind.MANUAL in _kinds(one):
            wanted[one.name].append(Reason(Why.UNLIMITED, "made by hand, and there is room"))
    return wanted, unwanted


def _over_the_limit(
    counted: list[Candidate], kept: set[str], protected: Mapping[str, object], policy: Policy
) -> dict[str, Reason]:
    """Choose the oldest unprotected ones until no more than the most are left."""
    if policy.most is None:
        return {}
    free = [one.name for one in counted if one.name in kept and one.name not in protected]
    over = max(0, len(kept) - policy.most)
    reason = Reason(
        Why.OVER_THE_LIMIT, f"more than {_of(policy.most, 'backup')}, and it is the oldest"
    )
    return dict.fromkeys(free[len(free) - min(over, len(free)) :], reason)


def _say_when_protected_exceed(kept: set[str], protected: _Reasons, policy: Policy) -> None:
    if policy.most is None or len(kept) <= policy.most:
        return
    for reasons in protected.values():
        reasons.append(
            Reason(
                Why.OVER_THE_LIMIT,
                f"there are more than {_of(policy.most, 'backup')}, but none that may go",
            )
        )


def _of(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
