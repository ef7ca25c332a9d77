"""What is kept of whole histories under many policies, against tables that were looked through.

Each table is one history: its backups numbered from the newest, then a line for each policy with
the numbers of those that stay. `python -m tests.unit.retention.test_golden` writes them anew.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.retention import Policy, judge
from tests.unit.retention.timelines import TIMELINES

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLES = Path(__file__).parent / "tables"
_LETTERS = {"d": "daily", "w": "weekly", "m": "monthly", "y": "yearly", "max": "most"}
POLICIES = (
    "d=7 w=4 m=12 y=- max=30",
    *(f"d={d} w={w} m={m} y=1 max=-" for d, w, m in itertools.product((1, 7, 30), (1, 5), (1, 3))),
    *(f"d={d} w=1 m=1 y=1 max=-" for d in (2, 3, 5, 14, 60, "-")),
    *(f"d=1 w={w} m=1 y=1 max=-" for w in (2, 3, 4, 8, 52, 53, "-")),
    *(f"d=1 w=1 m={m} y=1 max=-" for m in (2, 6, 12, 13, "-")),
    *(f"d=1 w=1 m=1 y={y} max=-" for y in (2, 3, "-")),
    *(f"d=7 w=4 m=12 y=2 max={most}" for most in (1, 2, 5, 10, 20, 23, 24)),
    *("d=- w=- m=- y=- max=-", "d=- w=- m=- y=- max=30", "d=7 w=4 m=12 y=5 max=50"),
)


def policy_of(line: str) -> Policy:
    words = dict(word.split("=") for word in line.split())
    counts: dict[str, Any] = {
        _LETTERS[letter]: None if count == "-" else int(count) for letter, count in words.items()
    }
    return Policy(**counts)


def table(name: str) -> str:
    """Judge one history under every policy, as text."""
    now, backups = TIMELINES[name]
    zone = now.tzinfo or UTC
    newest_first = [one.candidate for one in judge(backups, Policy(), now)]
    lines = [f"now {now.isoformat()}"]
    for number, one in enumerate(newest_first):
        marks = [one.standing.value] if one.standing.value != "good" else []
        marks += [word for word in ("pinned", "found") if getattr(one, word)]
        marks += ["leased"] if one.leased_until is not None else []
        kinds = "+".join(sorted(kind.value for kind in one.kinds)) or "none"
        at = one.created_at.astimezone(zone)
        lines.append(" ".join([f"{number:4} {at:%G-W%V-%u} {at.isoformat()} {kinds}", *marks]))
    for line in POLICIES:
        verdicts = judge(backups, replace(policy_of(line), zone=zone), now)
        lines.append(f"{line:24} {spans(n for n, one in enumerate(verdicts) if one.kept)}")
    return "\n".join(lines) + "\n"


def spans(numbers: Iterable[int]) -> str:
    """Write 1 2 3 7 as 1-3 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return " ".join("-".join(map(str, run)) for run in runs) or "none"


@pytest.mark.parametrize("name", TIMELINES)
def test_the_tables_hold(name: str) -> None:
    assert table(name) == (TABLES / f"{name}.txt").read_text(encoding="utf-8")


def test_there_are_enough_policies() -> None:
    assert len(set(POLICIES)) == len(POLICIES) >= 40


if __name__ == "__main__":
    TABLES.mkdir(exist_ok=True)
    for history in TIMELINES:
        (TABLES / f"{history}.txt").write_text(table(history), encoding="utf-8", newline="\n")
