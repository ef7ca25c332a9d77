"""The dump on its way into a backup: wrapped in one transaction, deflated, kept for the writing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self

from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.entries import Check, never_stop
from kuroibara_backup.archive.framing import deflated
from kuroibara_backup.archive.index import Sql
from kuroibara_backup.archive.scratch import scratch_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kuroibara_backup.archive.dumpfacts import DumpFacts

BEFORE_DUMP = b"\\set ON_ERROR_STOP on\nBEGIN;\n"
AFTER_DUMP = b"COMMIT;\n"
SQL_MEMBER = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SpooledDump:
    """A dump as `database.sql` will hold it. `size`, `sha256` and `facts` are of that text.

    `file` holds the members that `lines` describe, one after the other.
    """

    size: int
    sha256: str
    facts: DumpFacts
    lines: tuple[Sql, ...]
    file: IO[bytes]

    def close(self) -> None:
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def spool_dump(chunks: Iterable[bytes], folder: Path, *, check: Check = never_stop) -> SpooledDump:
    """Take in what pg_dump writes, cut anywhere, and keep it deflated in `folder`.

    Whether the dump is complete is for the caller to judge by `facts`. Nothing is left behind when
    `chunks` or `check` raises.
    """
    file = scratch_file(folder)
    try:
        spool = _Spool(file)
        spool.take(BEFORE_DUMP)
        for chunk in chunks:
            check()
            spool.take(chunk)
        spool.take(AFTER_DUMP)
        return spool.finish()
    except BaseException:
        file.close()
        raise


class _Spool:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._reader = DumpReader()
        self._whole = hashlib.sha256()
        self._size = 0
        self._waiting = bytearray()
        self._lines: list[Sql] = []

    def take(self, data: bytes) -> None:
        self._reader.feed(data)
        self._whole.update(data)
        self._size += len(data)
        self._waiting += data
        while len(self._waiting) >= SQL_MEMBER:
            self._put(bytes(self._waiting[:SQL_MEMBER]))
            del self._waiting[:SQL_MEMBER]

    def finish(self) -> SpooledDump:
        if self._waiting:
            self._put(bytes(self._waiting))
        self._file.flush()
        return SpooledDump(
            size=self._size,
            sha256=self._whole.hexdigest(),
            facts=self._reader.finish(),
            lines=tuple(self._lines),
            file=self._file,
        )

    def _put(self, sql: bytes) -> None:
        member = deflated(sql)
        self._lines.append(Sql(len(sql), len(member), hashlib.sha256(member).digest()))
        self._file.write(member)
