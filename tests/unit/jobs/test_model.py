"""What a job may become."""

from __future__ import annotations

from kuroibara_backup.jobs.model import NEXT, JobKind, JobState


def test_every_state_is_in_the_table_and_an_end_is_an_end() -> None:
    assert set(NEXT) == set(JobState)
    ends = {state for state in JobState if state.finished}
    assert ends == {JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED}


def test_whatever_changes_backups_or_the_library_runs_alone() -> None:
    writing = {kind for kind in JobKind if kind.writes}
    assert {JobKind.CREATE, JobKind.RECOVER, JobKind.RESTORE, JobKind.ROLLBACK} <= writing
