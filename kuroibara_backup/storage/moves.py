"""What is the next rename of a swap? Pure: from what lies where, so that a killed swap can go on.

A swap of one entry takes what is live *aside* and what is *incoming* into its place. Forward, the
incoming one ends up live; backward, all is as it was before the swap began.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of a swap, as it was when the swap began: what of it was live, what came in."""

    path: bytes
    live: bool
    incoming: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What of one entry lies where just now."""

    live: bool
    aside: bool
    incoming: bool


class Move(Enum):
    """From where to where."""

    OUT = ("live", "aside")
    IN = ("incoming", "live")
    PUT_BACK = ("aside", "live")
    WITHDRAW = ("live", "incoming")
    ASTRAY = ("live", "astray")
    """Somebody made an entry of that name while the swap was half-way: it is kept apart."""


def forward(unit: Unit, seen: Seen) -> Move | None:
    """The next move towards the new state, None when it is reached."""
    begun = seen.aside or (unit.incoming and not seen.incoming)
    if unit.live and seen.live and not begun:
        return Move.OUT
    if unit.incoming and seen.incoming:
        return Move.ASTRAY if seen.live else Move.IN
    return None


def backward(unit: Unit, seen: Seen) -> Move | None:
    """The next move towards the state before, None when it is reached."""
    if unit.incoming and not seen.incoming and seen.live:
        return Move.WITHDRAW
    if seen.aside:
        return Move.ASTRAY if seen.live else Move.PUT_BACK
    return None


def written(unit: Unit) -> bytes:
    """One line of the file that a swap is noted in before it begins."""
    path = unit.path.decode("utf-8", "surrogateescape")
    return json.dumps([path, int(unit.live), int(unit.incoming)]).encode() + b"\n"


def read(line: bytes) -> Unit:
    path, live, incoming = json.loads(line)
    return Unit(path.encode("utf-8", "surrogateescape"), bool(live), bool(incoming))
