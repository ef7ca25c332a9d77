"""Stopping work: why, and after a freeze."""

from __future__ import annotations

import threading
import time

import pytest

from kuroibara_backup.errors import Cancelled
from kuroibara_backup.jobs.control import Control, Why


def test_work_in_a_command_is_never_held_up() -> None:
    Control(lambda _: None).check()


def test_losing_the_job_outweighs_every_other_reason() -> None:
    control = Control(lambda _: None)
    told = []
    for why in (Why.SHUTDOWN, Why.ASKED, Why.LOST, Why.ASKED):
        control.stop(why)
        told.append(control.why)
    assert told == [Why.SHUTDOWN, Why.SHUTDOWN, Why.LOST, Why.LOST]
    with pytest.raises(Cancelled):
        control.check()


def test_after_a_freeze_nothing_goes_on_before_it_is_known_whose_the_job_is() -> None:
    control = Control(lambda _: None, frozen_after=0.2)
    control.beaten()
    time.sleep(0.3)  # no heartbeat in this time: the process may have been frozen

    def found_out() -> None:
        control.stop(Why.LOST)
        control.beaten()

    threading.Timer(0.05, found_out).start()
    with pytest.raises(Cancelled):
        control.check()
