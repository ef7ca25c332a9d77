"""Progress: thinned, and its rate measured."""

from __future__ import annotations

import pytest

from kuroibara_backup.jobs.progress import Pace


def test_progress_is_thinned_and_its_rate_measured() -> None:
    pace = Pace()
    shown = [done for done in range(1001) if pace.due("write", done, 1000, now=done / 1000)]
    assert shown[0] == 0
    assert shown[-1] == 1000
    assert len(shown) <= 12
    assert pace.rate == pytest.approx(1000)
    assert pace.due("verify", 0, 10, now=1.0)
    assert pace.rate is None
