"""The rows of one table, taken out of a dump as it passes by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NULL: Final = "\\N"  # what COPY writes for no value
_LONGEST_ROW: Final = 1 << 20
_COLUMNS: Final = re.compile(rb"\((.*)\)\s*FROM\s+stdin\s*;\s*\Z", re.IGNORECASE | re.DOTALL)
_NAME: Final = re.compile(rb'\s*(?:"((?:[^"]|"")*)"|([^\s",]+))\s*(?:,|\Z)')
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_LETTERS: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class CopiedRows:
    """Listens to a `DumpReader`, and hands every row of `table` to `take`, its values by column.

    They are as COPY writes them; `plain` makes text of one. A row of more than 1 MiB is left out,
    so that memory stays bounded.
    """

    def __init__(self, table: str, take: Callable[[Mapping[str, str]], None]) -> None:
        self._table = table
        self._take = take
        self._columns: tuple[str, ...] | None = None
        self._row = b""
        self._too_long = False

    def statement(self, text: bytes, *, whole: bool) -> None:
        pass

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None:
        pass

    def copy_begins(self, table: str, statement: bytes) -> None:
        self._columns = copied_columns(statement) if table == self._table else None
        self._row, self._too_long = b"", False

    def copy_data(self, data: bytes) -> None:
        if self._columns is None:
            return
        *rows, self._row = (self._row + data).split(b"\n")
        for row in rows:
            if not self._too_long:
                values = row.decode("utf-8", "replace").split("\t")
                self._take(dict(zip(self._columns, values, strict=False)))
            self._too_long = False
        if len(self._row) > _LONGEST_ROW:
            self._row, self._too_long = b"", True

    def copy_ends(self) -> None:
        self._columns = None


def copied_columns(statement: bytes) -> tuple[str, ...]:
    """The columns that a COPY statement lists; none where it lists none."""
    listed = _COLUMNS.search(statement)
    if listed is None:
        return ()
    return tuple(
        (found[1].replace(b'""', b'"') if found[1] is not None else found[2]).decode(
            "utf-8", "replace"
        )
        for found in _NAME.finditer(listed[1])
    )


def plain(value: str) -> str:
    """The text that a value of a COPY row stands for."""
    return _ESCAPE.sub(lambda found: _LETTERS.get(found[1], found[1]), value)
