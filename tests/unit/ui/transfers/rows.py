"""Rows of a queue to show, and how it stands with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kuroibara_desktop.core.progress import Meter, Progress, Stage
from kuroibara_desktop.core.queue import SpeedRules, Wanted
from kuroibara_desktop.core.transfers import TransferId, TransferState
from kuroibara_desktop.ui.transfers.view import Line, Pulse, lines
from kuroibara_desktop.ui.transfers.worker import Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuroibara_desktop.transfers.working import Step

S = TransferState
MIB = 1024 * 1024


def wanted(name: str, state: TransferState = S.QUEUED, position: int = 0, **more: Any) -> Wanted:
    return Wanted(
        id=TransferId(name),
        server="one",
        folder="one-1",
        filename=f"{name}.tar.gz",
        size=100 * MIB,
        position=position,
        state=state,
        **more,
    )


def told(
    *rows: Wanted, received: Mapping[str, int] | None = None, step: Step | None = None
) -> Told:
    here = {TransferId(one): count for one, count in (received or {}).items()}
    return Told(rows=rows, received=here, speed=SpeedRules(), step=step)


def pulse(
    name: str, done: int, *, stage: Stage = Stage.COPYING, stalled: bool = False, note: str = ""
) -> Pulse:
    """A copy that came at 1 MiB a second until now."""
    meter = Meter()
    meter.note(0.0, max(0, done - 2 * MIB))
    meter.note(2.0, done)
    progress = Progress(stage=stage, done=done, total=100 * MIB, note=note)
    return Pulse(id=TransferId(name), progress=progress, meter=meter, stalled=stalled)


def shown(*rows: Wanted) -> tuple[Line, ...]:
    return lines(told(*rows), None)
