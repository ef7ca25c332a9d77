"""What is told of a dump while it is read, and when it has been read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpFacts:
    """What was seen. `complete` means that nothing is missing at the end, `problem` says what is.

    `rows` counts the lines of each COPY block by "schema.table", blocks without rows included.
    `surplus` says that the problem is not something missing, but something there that is none of
    pg_dump's.
    """

    complete: bool
    rows: dict[str, int]
    size: int
    problem: str = ""
    surplus: bool = False


class DumpEvents(Protocol):
    """Told of all a dump holds, in order; `whole` is false where a text was too long to keep."""

    def statement(self, text: bytes, *, whole: bool) -> None: ...

    def meta_command(self, line: bytes, *, inside_statement: bool) -> None: ...

    def copy_begins(self, table: str, statement: bytes) -> None: ...

    def copy_data(self, data: bytes) -> None:
        """Some bytes of the block, cut anywhere; a row's last byte is its newline."""

    def copy_ends(self) -> None: ...


def unquoted(name: bytes) -> str:
    """An SQL name as the catalogue holds it."""
    if name.startswith(b'"'):
        return name[1:-1].replace(b'""', b'"').decode("utf-8", "backslashreplace")
    return name.decode("utf-8", "backslashreplace").lower()
