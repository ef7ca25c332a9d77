"""Back up a library with next to no dump, and sync it: `back_up LIBRARY OUT`.

Prints the peak memory in MiB, and the seconds from the first byte read to the last synced.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from kuroibara_backup.archive import plan, spool_dump, write
from tests.support.archives import DUMP
from tests.support.libraries import METADATA, Library


def own_peak() -> float:
    """Not `getrusage`, whose peak counts what the parent had before it started this process."""
    status = Path("/proc/self/status").read_text()
    (line,) = (each for each in status.splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def main(root: Path, out: Path) -> None:
    library = Library(root)
    started = time.perf_counter()
    with (
        spool_dump([DUMP], out.parent) as dump,
        plan(dump, iter(library.entries), library.open_file, out.parent) as planned,
        out.open("wb", buffering=0) as file,
    ):
        for _ in write(planned, METADATA, file):
            pass
        os.fsync(file.fileno())
    seconds = time.perf_counter() - started
    print(own_peak(), seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
