"""Who forgets what has run out?"""

from __future__ import annotations

import threading

from kuroibara_backup.errors import NoConnection
from kuroibara_backup.service.sweeping import Sweeping


def test_it_sweeps_at_once_and_again_whatever_goes_wrong() -> None:
    calls, third = [], threading.Event()

    def sweep() -> None:
        calls.append(1)
        if len(calls) == 1:
            raise NoConnection("PostgreSQL could not be reached.")
        if len(calls) == 2:
            raise ValueError("something else")
        third.set()

    sweeping = Sweeping(sweep, every=0.01)
    sweeping.start()
    assert third.wait(10)
    sweeping.close()
    done = len(calls)
    assert not third.wait(0.05) or len(calls) == done


def test_one_that_fails_keeps_no_other_from_its_turn() -> None:
    swept = threading.Event()

    def fails() -> None:
        raise NoConnection("PostgreSQL could not be reached.")

    sweeping = Sweeping(fails, swept.set)
    sweeping.start()
    assert swept.wait(10)
    sweeping.close()


def test_one_that_never_began_can_be_closed() -> None:
    Sweeping(lambda: None).close()
