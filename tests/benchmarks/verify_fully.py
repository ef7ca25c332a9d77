"""Verify a backup fully: `verify_fully FILE`; fails unless every byte is proved."""

from __future__ import annotations

import sys
from pathlib import Path

from kuroibara_backup.archive import FileSource, Level, Report, verify


def main(path: Path) -> bool:
    with FileSource(path) as source:
        verifying = verify(source, Level.FULL)
        while True:
            try:
                next(verifying)
            except StopIteration as end:
                report: Report = end.value
                return report.ok


if __name__ == "__main__":
    sys.exit(0 if main(Path(sys.argv[1])) else 1)
