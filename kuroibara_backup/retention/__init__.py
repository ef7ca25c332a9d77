"""Which backups stay, which go, and why? Decisions only: no clock, no disk, no database.

A *candidate* is a backup as these rules see it, a *policy* is what the operator wants, a *verdict*
is what becomes of one candidate, with reasons. Whoever shows verdicts and whoever deletes gets the
same list from the same call.
"""

from kuroibara_backup.retention.judging import judge
from kuroibara_backup.retention.model import (
    Candidate,
    Kind,
    Policy,
    Reason,
    Standing,
    Verdict,
    Why,
)
from kuroibara_backup.retention.space import fitting, full_ones_in_a_year, room_for
from kuroibara_backup.retention.steady import Steady, full_on, growth, steady
from kuroibara_backup.retention.suspect import Counts, judge_suspect

__all__ = [
    "Candidate",
    "Counts",
    "Kind",
    "Policy",
    "Reason",
    "Standing",
    "Steady",
    "Verdict",
    "Why",
    "fitting",
    "full_on",
    "full_ones_in_a_year",
    "growth",
    "judge",
    "judge_suspect",
    "room_for",
    "steady",
]
