"""How fast is a stage going, told without flooding anybody?"""

from __future__ import annotations

from collections import deque

WINDOW = 10.0


class Pace:
    """Thins progress to ten a second and measures the rate over the last ten seconds."""

    def __init__(self, *, every: float = 0.1) -> None:
        self._every = every
        self._stage: str | None = None
        self._samples: deque[tuple[float, int]] = deque()

    def due(self, stage: str, done: int, total: int | None, now: float) -> bool:
        """Tell whether this step is worth showing: a new stage, an end, or time has passed."""
        if stage != self._stage:
            self._stage = stage
            self._samples.clear()
            self._samples.append((now, done))
            return True
        if done != total and now - self._samples[-1][0] < self._every:
            return False
        self._samples.append((now, done))
        while now - self._samples[0][0] > WINDOW and len(self._samples) > 2:
            self._samples.popleft()
        return True

    @property
    def rate(self) -> float | None:
        """Bytes a second over the window; None until there is something to measure."""
        if len(self._samples) < 2:
            return None
        (since, first), (until, last) = self._samples[0], self._samples[-1]
        return (last - first) / (until - since) if until > since else None
