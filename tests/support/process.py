"""What a running program costs, as Linux tells it: processor, wake-ups, memory."""

from __future__ import annotations

import os
import re
from pathlib import Path


def processor_seconds(pid: int) -> float:
    """Used so far, by all of its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wake_ups(pid: int) -> int:
    """How often one of its threads, having slept of its own will, was run again, so far."""
    return sum(
        _number(status, "voluntary_ctxt_switches")
        for status in Path(f"/proc/{pid}/task").glob("*/status")
    )


def resident_bytes(pid: int) -> int:
    return _number(Path(f"/proc/{pid}/status"), "VmRSS") * 1024


def _number(status: Path, name: str) -> int:
    try:
        found = re.search(rf"^{name}:\s+(\d+)", status.read_text(encoding="ascii"), re.MULTILINE)
    except FileNotFoundError:  # a thread that has ended
        return 0
    return int(found[1]) if found else 0
