"""Back up a library with next to no dump, and sync it: `back_up LIBRARY OUT`.

Prints the peak memory in MiB, and the seconds from the first byte read to the last synced.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

from kuroibara_backup.archive import plan, spool_dump, write
from tests.support.archives import DUMP
from tests.support.libraries import METADATA, Library


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
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
