"""How long do sixteen busy clients wait while a restored database takes its place?"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from kuroibara_backup.database.replace.staging import create_staging, hand_over, kept_name
from kuroibara_backup.database.replace.swap import swap
from tests.support.clients import asking
from tests.support.waiting import until

if TYPE_CHECKING:
    from tests.support.clients import Seen
    from tests.support.installs import Install

pytestmark = pytest.mark.benchmark

ROUNDS = 6
AT_MOST = 1.0


def test_the_gap_of_a_swap_is_under_a_second(any_install: Install) -> None:
    restore_id = uuid4()
    new = create_staging(any_install.admin, any_install.live, restore_id)
    with psycopg.connect(new.url) as connection:
        connection.execute("CREATE TABLE which AS SELECT 'new' AS v")
    hand_over(any_install.admin, any_install.live, restore_id)
    with psycopg.connect(any_install.admin) as connection:
        connection.execute("CREATE TABLE which AS SELECT 'old' AS v")
    incoming, kept = new.database, kept_name(restore_id)
    gaps, swaps, retries, waits = [], [], 0, []
    for _round in range(ROUNDS):
        with asking(any_install.admin, "SELECT v FROM public.which") as seen:
            _answered(seen, 300)
            begin = time.monotonic()
            swap(any_install.admin, live=any_install.live, incoming=incoming, kept=kept)
            swaps.append(time.monotonic() - begin)
            _answered(seen, len(seen.answered) + 300)
        assert seen.failed == []
        gaps.append(seen.longest_gap())
        waits.append(seen.longest_request())
        retries += seen.retries
        incoming, kept = kept, incoming

    print(
        f"\n{any_install.role}: gap {statistics.median(gaps):.3f} s (worst {max(gaps):.3f}),"
        f" swap {statistics.median(swaps):.3f} s, longest request {max(waits):.3f} s,"
        f" {retries} of {16 * ROUNDS} clients tried again"
    )
    assert max(gaps) <= AT_MOST


def _answered(seen: Seen, number: int) -> None:
    until(lambda: len(seen.answered) >= number, seconds=30)
