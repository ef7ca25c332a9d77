"""Is the SQL of a backup whole, and is it what the metadata say it is?"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.dump import DumpReader

if TYPE_CHECKING:
    from kuroibara_backup.archive.metadata import Metadata
    from kuroibara_backup.archive.report import Findings

NAME: Final = "database.sql"
ROWS_UNKNOWN: Final = "Row counts: the backup does not say how many rows each table must have."


class DumpCheck:
    """Takes the SQL as it streams by, then judges it."""

    def __init__(self) -> None:
        self._reader = DumpReader()
        self._digest = hashlib.sha256()
        self.rows: dict[str, int] = {}  # once it was judged

    def feed(self, data: bytes | memoryview) -> None:
        data = bytes(data)
        self._digest.update(data)
        self._reader.feed(data)

    def judge(
        self, findings: Findings, metadata: Metadata | None, *, offset: int, not_proved: list[str]
    ) -> None:
        """Add what is wrong; `offset` is where the SQL begins in the file."""
        facts = self._reader.finish()
        self.rows = facts.rows
        if not facts.complete:
            findings.add(NAME, offset, facts.problem)
        if metadata is None:
            return
        if facts.size != metadata.database_size:
            findings.add(
                NAME,
                offset,
                f"{NAME} has {facts.size:,} bytes, but {metadata.database_size:,} were recorded.",
            )
        digest = metadata.database_sha256
        if digest is not None and digest != self._digest.hexdigest():
            findings.add(NAME, offset, f"{NAME} does not have the SHA-256 that was recorded.")
        if metadata.rows is None:
            not_proved.append(ROWS_UNKNOWN)
            return
        for table in sorted(metadata.rows.keys() | facts.rows.keys()):
            there, wanted = facts.rows.get(table), metadata.rows.get(table)
            if there != wanted:
                findings.add(
                    NAME,
                    offset,
                    f"{NAME} has {_counted(there)} of table {table}, but {_counted(wanted)} were"
                    " counted when the backup was made.",
                )


def _counted(rows: int | None) -> str:
    return "no rows" if rows is None else f"{rows:,} rows"
