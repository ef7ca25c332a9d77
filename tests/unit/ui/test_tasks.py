from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject

from kuroibara_backup.errors import BackupError, NoConnection
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.demo.pilot import rest
from kuroibara_desktop.ui.tasks import Tasks, thinned

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from pytestqt.qtbot import QtBot

    Check = Callable[[], None]


@dataclass
class Heard:
    """What a receiver heard, and on which thread."""

    endings: list[tuple[str, Any]]
    steps: list[Any]
    threads: set[int]

    def ending(self, name: str) -> Callable[..., None]:
        def hear(value: Any = None) -> None:
            self.endings.append((name, value))
            self.threads.add(threading.get_ident())

        return hear

    def step(self, step: Any) -> None:
        self.steps.append(step)
        self.threads.add(threading.get_ident())


@pytest.fixture
def heard() -> Heard:
    return Heard([], [], set())


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.stop()


def run(tasks: Tasks, heard: Heard, steps: Any) -> Any:
    return tasks.run(
        steps,
        progressed=heard.step,
        succeeded=heard.ending("succeeded"),
        failed=heard.ending("failed"),
        cancelled=heard.ending("cancelled"),
    )


def test_a_success_carries_the_result_and_comes_last(
    tasks: Tasks, heard: Heard, qtbot: QtBot
) -> None:
    def steps(check: Check) -> Generator[Progress, None, str]:
        yield Progress(stage=Stage.COPYING, done=1, total=2)
        return "made"

    run(tasks, heard, steps)
    qtbot.waitUntil(lambda: bool(heard.endings))
    assert heard.steps == [Progress(stage=Stage.COPYING, done=1, total=2)]
    assert heard.endings == [("succeeded", "made")]


def test_an_error_of_ours_arrives_as_it_is(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    error = NoConnection("Nothing answers.")

    def steps(check: Check) -> Generator[Progress, None, None]:
        yield Progress(stage=Stage.ASKING)
        raise error

    run(tasks, heard, steps)
    qtbot.waitUntil(lambda: bool(heard.endings))
    assert heard.endings == [("failed", error)]


def test_a_cancelled_task_says_only_that(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    going_on = threading.Event()

    def steps(check: Check) -> Generator[Progress, None, None]:
        while True:
            check()
            going_on.set()
            yield Progress(stage=Stage.COPYING)

    task = run(tasks, heard, steps)
    assert going_on.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(heard.endings))
    assert heard.endings == [("cancelled", None)]


def test_a_bug_becomes_a_sentence_and_is_logged(
    tasks: Tasks, heard: Heard, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def steps(check: Check) -> Generator[Progress, None, None]:
        yield Progress(stage=Stage.ASKING)
        raise ZeroDivisionError("the cause")

    run(tasks, heard, steps)
    qtbot.waitUntil(lambda: bool(heard.endings))
    [(name, error)] = heard.endings
    assert name == "failed"
    assert isinstance(error, BackupError)
    assert isinstance(error.__cause__, ZeroDivisionError)
    assert "the cause" in caplog.text


def test_receivers_run_on_the_gui_thread(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    worked_on = []

    def steps(check: Check) -> Generator[Progress, None, None]:
        worked_on.append(threading.get_ident())
        yield Progress(stage=Stage.ASKING)

    run(tasks, heard, steps)
    qtbot.waitUntil(lambda: bool(heard.endings))
    assert heard.threads == {threading.get_ident()}
    assert worked_on != [threading.get_ident()]


def test_what_a_stopped_task_still_says_is_not_heard(tasks: Tasks, heard: Heard) -> None:
    going_on = threading.Event()

    def steps(check: Check) -> Generator[Progress, None, None]:
        while True:
            check()
            going_on.set()
            yield Progress(stage=Stage.COPYING)

    run(tasks, heard, steps)
    assert going_on.wait(5)
    assert tasks.stop()
    assert tasks.busy == 0
    assert heard.endings == []


def test_what_was_said_just_before_the_stop_is_not_heard_either(tasks: Tasks, heard: Heard) -> None:
    said = threading.Event()

    def steps(_check: Check) -> Generator[Progress, None, str]:
        yield Progress(stage=Stage.COPYING)
        said.set()
        return "all of it"

    run(tasks, heard, steps)
    assert said.wait(10)
    assert tasks._pool.waitForDone(10_000)  # the ending waits in the line
    assert tasks.stop()
    rest(50)
    assert heard.endings == []


class Again(QObject):
    """Whoever hears of an ending and asks for more; Qt itself keeps the word for an object."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.heard = False
        self.begun = threading.Event()

    def ask(self, _result: object) -> None:
        self.heard = True
        self._tasks.call(self.begun.set)


def test_an_ending_that_was_on_its_way_begins_nothing_after_the_stop(tasks: Tasks) -> None:
    again = Again(tasks)
    said = threading.Event()
    tasks.call(said.set, succeeded=again.ask)
    assert said.wait(10)
    assert tasks._pool.waitForDone(10_000)
    assert tasks.stop()
    rest(50)
    assert again.heard, "else this test shows nothing"
    assert not again.begun.is_set()
    assert tasks.busy == 0


def test_a_stopped_task_lets_go_of_what_it_holds(tasks: Tasks, heard: Heard) -> None:
    going_on, let_go = threading.Event(), threading.Event()

    def steps(check: Check) -> Generator[Progress, None, None]:
        try:
            while True:
                going_on.set()
                yield Progress(stage=Stage.COPYING)
        finally:
            let_go.set()

    run(tasks, heard, steps)
    assert going_on.wait(5)
    assert tasks.stop()
    assert let_go.is_set()


def test_a_plain_call_ends_like_any_task(tasks: Tasks, heard: Heard, qtbot: QtBot) -> None:
    tasks.call(lambda: 42, succeeded=heard.ending("succeeded"))
    qtbot.waitUntil(lambda: bool(heard.endings))
    assert heard.endings == [("succeeded", 42)]


def ticking(steps: list[Progress]) -> tuple[Generator[Progress, None, str], Callable[[], float]]:
    """Steps 10 ms apart."""
    now = [0.0]

    def walk() -> Generator[Progress, None, str]:
        for step in steps:
            now[0] += 0.01
            yield step
        return "end"

    return walk(), lambda: now[0]


def collected(generator: Generator[Progress, None, Any]) -> tuple[list[Progress], Any]:
    found = []
    while True:
        try:
            found.append(next(generator))
        except StopIteration as end:
            return found, end.value


def test_progress_is_thinned_but_the_last_step_is_told() -> None:
    steps = [Progress(stage=Stage.COPYING, done=done, total=100) for done in range(100)]
    walk, clock = ticking(steps)
    told, result = collected(thinned(walk, every=0.1, clock=clock))
    assert len(told) <= 11
    assert told[-1] == steps[-1]
    assert result == "end"


def test_a_new_stage_is_told_at_once() -> None:
    steps = [Progress(stage=Stage.COPYING), Progress(stage=Stage.VERIFYING)]
    walk, clock = ticking(steps)
    told, _ = collected(thinned(walk, every=10, clock=clock))
    assert told == steps
