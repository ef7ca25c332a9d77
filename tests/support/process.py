"""What a running program costs, as Linux tells it: processor, wake-ups, memory."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path


def processor_seconds(pid: int) -> float:
    """Used so far, by all of its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def switches(pid: int) -> dict[str, int]:
    """How often each of its threads, having slept of its own will, was run again, so far."""
    return {
        status.parent.name: _number(status, "voluntary_ctxt_switches")
        for status in Path(f"/proc/{pid}/task").glob("*/status")
    }


def wake_ups(pid: int, seconds: float, *, slot: float = 0.05) -> int:
    """How often it woke within `seconds`; what happens in slots side by side is one wake-up.

    One tick of a timer may have several threads do something in turn.
    """
    count, awake = 0, False
    before = switches(pid)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(slot)
        now = switches(pid)
        ran = any(now[thread] != before.get(thread, 0) for thread in now)
        count += ran and not awake
        before, awake = now, ran
    return count


def resident_bytes(pid: int) -> int:
    return _number(Path(f"/proc/{pid}/status"), "VmRSS") * 1024


def _number(status: Path, name: str) -> int:
    try:
        found = re.search(rf"^{name}:\s+(\d+)", status.read_text(encoding="ascii"), re.MULTILINE)
    except FileNotFoundError:  # a thread that has ended
        return 0
    return int(found[1]) if found else 0
