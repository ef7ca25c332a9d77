"""Who takes jobs off the queue and carries them out?

A worker has a thread with an event loop of its own, which only talks to PostgreSQL; each job runs
on a further thread. Any number of workers may share one queue, in any number of processes.

procrastinate's own worker is not used: it ends at the first lost connection, waits for what runs,
and only then can be started again. The queue itself, its locks and its rows are procrastinate's.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import UUID

from procrastinate.manager import JobManager
from procrastinate.psycopg_connector import PsycopgConnector

from kuroibara_backup.errors import BackupError, Cancelled
from kuroibara_backup.jobs.attempts import Attempts, pool_of
from kuroibara_backup.jobs.control import Control, Why
from kuroibara_backup.jobs.model import Failure, Job, JobState
from kuroibara_backup.jobs.queue import Lane, reached
from kuroibara_backup.jobs.rows import ending
from kuroibara_backup.jobs.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping

    from procrastinate.jobs import Job as Attempt

    from kuroibara_backup.jobs.attempts import Held
    from kuroibara_backup.jobs.control import Work
    from kuroibara_backup.jobs.model import JobKind

log = logging.getLogger("backup")
T = TypeVar("T")

DEAD_AFTER: Final = 20.0
_SLOTS: Final = {Lane.WRITING: 1, Lane.LOOKING: 3}
_NICE: Final = 10
_BEAT: Final = 0.3
_POLL: Final = 2.0
_LOOKS: Final = 10  # so many times within the patience it is looked for the dead
_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 30.0
_GRACE: Final = 6.0
_REGISTER: Final = 600.0


@dataclass(slots=True, kw_only=True)
class _Running:
    """An attempt on its thread. `job` is changed by the work and read by the heartbeat."""

    held: Held
    job: Job
    control: Control = field(init=False)

    def __post_init__(self) -> None:
        self.control = Control(self._change, self.job.id, self.job.attempt)

    def _change(self, change: Callable[[Job], Job]) -> None:
        self.job = change(self.job)


class Worker:
    """Carries out jobs of all kinds from `start` until `close`.

    It lives through a PostgreSQL that restarts or is away for long: what runs goes on, and its end
    is written once PostgreSQL is back. What still runs at the end is stopped and put back.
    """

    def __init__(
        self, url: str, works: Mapping[JobKind, Work], *, dead_after: float = DEAD_AFTER
    ) -> None:
        self._url = url
        self._works = works
        self._dead_after = dead_after
        self._running: dict[UUID, _Running] = {}
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._troubled = False

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Begin to end; returns at once, and may be called by a signal handler."""
        self._stopping.set()
        with suppress(RuntimeError):  # the loop has ended already
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._end.set)

    def close(self, timeout: float) -> None:
        """End, and wait until what runs has cleaned up after itself."""
        self.stop()
        self._thread.join(timeout)

    def stop_job(self, job_id: UUID) -> None:
        """Stop this job now, if it runs here; elsewhere its own worker hears of it by itself."""
        running = self._running.get(job_id)
        if running is not None:
            running.control.stop()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                # psycopg cannot use the other kind of loop that Windows has.
                with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                    runner.run(self._main())
            except Exception:  # nothing above this frame would ever see it
                log.exception("The worker broke; it begins anew")
                self._stopping.wait(_PAUSE)

    async def _main(self) -> None:
        self._end, self._too_late = asyncio.Event(), asyncio.Event()
        self._wake = {lane: asyncio.Event() for lane in Lane}
        self._loop = asyncio.get_running_loop()
        if self._stopping.is_set():
            return
        async with pool_of(self._url) as pool:
            connector = PsycopgConnector()
            await connector.open_async(pool)
            self._manager = JobManager(connector)
            self._attempts = Attempts(pool, self._manager)
            self._id: int | None = None
            async with asyncio.TaskGroup() as group:
                background = [
                    group.create_task(one)
                    for one in (self._listen(), self._bury_the_dead(), self._stay_registered())
                ]
                for lane in Lane:
                    group.create_task(self._serve(lane, group))
                await self._end.wait()
                asyncio.get_running_loop().call_later(_GRACE, self._too_late.set)
                for running in self._running.values():
                    running.control.stop(Why.SHUTDOWN)
                await _cancelled(background)
            await self._unregister()

    async def _serve(self, lane: Lane, group: asyncio.TaskGroup) -> None:
        """Take jobs of this lane while there is room for them."""
        room = asyncio.Semaphore(_SLOTS[lane])
        while await self._unless_ending(room.acquire()):
            attempt = await self._next(lane)
            if attempt is None:
                room.release()
                await self._unless_ending(self._wake[lane].wait(), timeout=_POLL)
                continue
            attended = group.create_task(self._attend(attempt))
            attended.add_done_callback(lambda _: room.release())

    async def _next(self, lane: Lane) -> Attempt | None:
        self._wake[lane].clear()
        try:
            with reached("the next job was looked for"):
                if self._id is None:
                    self._id = await self._manager.register_worker()
                found = await self._manager.fetch_job(queues=[lane.value], worker_id=self._id)
        except BackupError as exc:
            self._id = None  # perhaps it was forgotten meanwhile
            self._trouble(exc)
            return None
        self._trouble(None)
        return found

    async def _attend(self, attempt: Attempt) -> None:
        """See one attempt through, from its first row to its last."""
        task = attempt.id or 0
        job_id = UUID(str(attempt.task_kwargs["job"]))
        held = await self._insist(lambda: self._attempts.claim(job_id, task))
        if held is not None:
            running = _Running(held=held, job=held.job)
            self._running[job_id] = running
            try:
                if self._end.is_set():
                    running.control.stop(Why.SHUTDOWN)
                await self._see_through(running)
            finally:
                running.control.stop(Why.LOST)
                del self._running[job_id]
        await self._insist(lambda: self._attempts.finish(task))

    async def _see_through(self, running: _Running) -> None:
        held, control = running.held, running.control
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[dict[str, str | None]] = loop.create_future()

        def work() -> None:
            _step_back()
            found = self._perform(held, control)
            with suppress(RuntimeError):  # nobody waits for it any more
                loop.call_soon_threadsafe(_set, ended, found)

        threading.Thread(target=work, name=f"job {held.job.id}", daemon=True).start()
        control.beaten()
        while not ended.done() and not self._too_late.is_set():
            await asyncio.wait({ended}, timeout=_BEAT)
            if not ended.done():
                await self._beat(running)
        if control.why is Why.LOST:
            return
        succeeded = ended.done() and ended.result()["state"] == JobState.SUCCEEDED.value
        if control.why is Why.SHUTDOWN and not succeeded:
            await self._insist(lambda: self._attempts.hand_on(held))
        elif ended.done():
            await self._insist(lambda: self._attempts.end(held, running.job, ended.result()))

    async def _beat(self, running: _Running) -> None:
        try:
            stop = await self._attempts.beat(running.held, running.job)
        except BackupError as exc:
            self._trouble(exc)
        else:
            if stop is None:
                log.warning("Job %s was taken over by another worker", running.job.id)
                running.control.stop(Why.LOST)
            elif stop:
                running.control.stop()
        running.control.beaten()

    def _perform(self, held: Held, control: Control) -> dict[str, str | None]:
        job = held.job
        log.info(
            "Job %s begins: %s %s, attempt %s", job.id, job.kind.value, job.backup_name, job.attempt
        )
        try:
            control.check()
            found = ending(
                JobState.SUCCEEDED, result=self._works[job.kind](held.arguments, control)
            )
        except Cancelled:
            found = ending(JobState.CANCELLED)
        except BackupError as exc:
            log.warning("Job %s failed: %s", job.id, exc)
            found = ending(
                JobState.FAILED,
                error=Failure(
                    code=exc.code, title=exc.title, detail=exc.sentence, remedy=exc.remedy
                ),
            )
        except Exception:  # nothing above this frame would ever see it
            log.exception("Job %s broke", job.id)
            found = ending(
                JobState.FAILED,
                error=Failure(
                    code="unexpected",
                    title=BackupError.title,
                    detail="The job was not done: something unexpected went wrong.",
                    remedy="Look at the server's log, then try again.",
                ),
            )
        log.info("Job %s ended: %s", job.id, found["state"])
        return found

    async def _listen(self) -> None:
        """Hear of new jobs at once; where nobody tells, `_serve` looks for them by itself."""
        pause = _PAUSE
        while True:
            began = time.monotonic()
            with suppress(BackupError), reached("new jobs were listened for"):
                await self._manager.listen_for_jobs(on_notification=self._heard)
            pause = _PAUSE if time.monotonic() - began > pause else min(2 * pause, _LONGEST_PAUSE)
            await asyncio.sleep(pause)

    async def _heard(self, *, channel: str, notification: object) -> None:  # noqa: ARG002  theirs
        for wake in self._wake.values():
            wake.set()

    async def _bury_the_dead(self) -> None:
        """Begin anew what dead workers left, wherever they ran."""
        watch = Watch(self._dead_after)
        while True:
            await asyncio.sleep(self._dead_after / _LOOKS)
            try:
                seen = [
                    one
                    for one in await self._attempts.suspects()
                    if one.job is None or one.job not in self._running
                ]
                for suspect in watch.dead(seen, time.monotonic()):
                    await self._attempts.take_from_the_dead(suspect)
                    for wake in self._wake.values():
                        wake.set()
            except BackupError as exc:
                watch.forget()
                self._trouble(exc)

    async def _stay_registered(self) -> None:
        """Keep procrastinate's list of workers true, for its own tools; nothing of ours asks it."""
        while True:
            with suppress(BackupError), reached("a worker showed that it lives"):
                if self._id is not None:
                    await self._manager.update_heartbeat(self._id)
                await self._manager.prune_stalled_workers(3 * _REGISTER)
            await asyncio.sleep(_REGISTER)

    async def _unregister(self) -> None:
        with suppress(BackupError), reached("a worker ended"):
            if self._id is not None:
                await self._manager.unregister_worker(self._id)

    async def _insist(self, act: Callable[[], Awaitable[T]]) -> T | None:
        """Do it, however long PostgreSQL is away; None when it is time to end instead."""
        while True:
            try:
                return await act()
            except BackupError as exc:
                self._trouble(exc)
                if self._end.is_set():
                    return None
            await self._unless_ending(asyncio.sleep(_PAUSE))

    async def _unless_ending(
        self, wanted: Coroutine[Any, Any, object], *, timeout: float | None = None
    ) -> bool:
        """Wait for it; False when it is time to end instead."""
        tasks = {asyncio.ensure_future(wanted), asyncio.ensure_future(self._end.wait())}
        await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        return not self._end.is_set()

    def _trouble(self, exc: BackupError | None) -> None:
        """Say once that PostgreSQL is away, and once that it is back."""
        if exc is not None and not self._troubled:
            log.warning("Jobs wait for PostgreSQL: %s", exc)
        elif exc is None and self._troubled:
            log.info("Jobs go on: PostgreSQL is back")
        self._troubled = exc is not None


async def _cancelled(tasks: Collection[asyncio.Task[None]]) -> None:
    """Cancel them until they are done: Python's `wait_for` may swallow a first time."""
    while not all(task.done() for task in tasks):
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=_BEAT)


def _set(future: asyncio.Future[T], value: T) -> None:
    if not future.done():
        future.set_result(value)


def _step_back() -> None:
    """Let people who read and click go first; threads and programs started from here follow."""
    if sys.platform == "linux":  # elsewhere only whole processes have a priority
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
