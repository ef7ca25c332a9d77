"""Temporary files that leave nothing behind.

They have no name where the system allows it (Linux), and lose it when closed elsewhere: a process
that is killed leaves none in the folder of the backups.
"""

from __future__ import annotations

import tempfile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def scratch_file(folder: Path) -> IO[bytes]:
    return tempfile.TemporaryFile(dir=folder)
