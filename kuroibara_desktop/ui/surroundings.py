"""What this computer says of itself: is the network metered, is it on battery, was it asleep?"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation

if TYPE_CHECKING:
    from collections.abc import Callable

_SUPPLIES = Path("/sys/class/power_supply")
_TICK = 20_000  # milliseconds
_GAP = 45.0  # seconds that a clock ran ahead of a timer: nobody was awake


class Surroundings(QObject):
    """Tells when the network changes its nature, and when the computer was asleep."""

    changed = Signal()
    woke = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
        every: int = _TICK,
        supplies: Path = _SUPPLIES,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._supplies = supplies
        self._every = every / 1000
        self._seen = clock()
        self._network: QNetworkInformation | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to look; where no backend of Qt tells of meters, nothing is known of them."""
        if self._timer.isActive():
            return
        self._seen = self._clock()
        self._timer.start()
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered):
            self._network = QNetworkInformation.instance()
            if self._network is not None:
                self._network.isMeteredChanged.connect(self.changed)

    def stop(self) -> None:
        self._timer.stop()

    @property
    def metered(self) -> bool | None:
        """None where nothing tells: that is not the same as unmetered."""
        network = self._network
        if network is None or not network.supports(QNetworkInformation.Feature.Metered):
            return None
        return network.isMetered()

    def on_battery(self) -> bool | None:
        """Blocks for a moment, so it is asked on another thread; see below."""
        return on_battery(self._supplies)

    def _tick(self) -> None:
        now = self._clock()
        passed, self._seen = now - self._seen, now
        if passed - self._every > _GAP:
            self.woke.emit()


def on_battery(supplies: Path = _SUPPLIES) -> bool | None:
    """Whether no mains plug gives power, by what Linux tells; None elsewhere, and on desktops.

    Blocks for a moment: some firmware takes its time to answer.
    """
    mains: list[bool] = []
    battery = False
    try:
        for supply in supplies.iterdir():
            kind = _read(supply / "type")
            if kind == "Battery" and _read(supply / "scope") != "Device":  # a mouse has one, too
                battery = True
            elif kind in ("Mains", "USB", "Wireless"):
                mains.append(_read(supply / "online") == "1")
    except OSError:
        return None
    if not battery:
        return None
    return not any(mains)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
