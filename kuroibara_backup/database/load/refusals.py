"""Why was a dump not loaded?

A sentence names the kind of statement and its line in the dump. It never repeats text of the dump:
that may be anybody's rows, or chosen to deceive whoever reads it.
"""

from __future__ import annotations

import re
from typing import Final

from kuroibara_backup.errors import Damaged, Refused

NOTHING: Final = "Nothing was loaded."


class DumpRefused(Refused):
    """The dump holds something that is not on the list of what a backup may hold.

    `line` is counted from 1 in the dump; 0 where it is not about one line.
    """

    code = "dump_refused"
    remedy = (
        "Use another backup: what Kuroibara's database is made of has no need of this. If it was"
        " added to the database on purpose, restore the backup by hand, as the guide describes,"
        " into a database of its own."
    )

    def __init__(self, sentence: str, *, line: int = 0, remedy: str | None = None) -> None:
        super().__init__(sentence, remedy=remedy)
        self.line = line


class ForeignObjects(DumpRefused):
    """After the load the database holds something that no allowed statement makes."""

    code = "foreign_objects"


class ExtensionMissing(Refused):
    """The dump needs an extension that the new database does not have."""

    code = "extension_missing"


class DatabaseNotEmpty(Refused):
    code = "database_not_empty"
    remedy = "This is a fault of the engine, not of the backup. Try again; if it stays, report it."


class DumpTruncated(Damaged):
    code = "dump_truncated"
    remedy = (
        "The end of the dump is missing. Use another backup, or copy this one again from where it"
        " is whole."
    )


class DumpDamaged(Damaged):
    """`line` as in `DumpRefused`."""

    code = "dump_damaged"
    remedy = (
        "Use another copy of this backup, or another backup. `kuroibara-backup verify` says whether"
        " the file is as it was made."
    )

    def __init__(self, sentence: str, *, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


class RowsDiffer(Damaged):
    """`table` is the first one that differs."""

    code = "rows_differ"
    remedy = DumpDamaged.remedy

    def __init__(self, table: str, *, there: int | None, wanted: int | None) -> None:
        super().__init__(
            f"The dump was not loaded: it has {_counted(there)} of {shown(table)}, but"
            f" {_counted(wanted)} were counted when the backup was made. {NOTHING}"
        )
        self.table = table
        self.there = there
        self.wanted = wanted


def shown(table: str) -> str:
    """A table's name, if it is one that nobody is deceived by."""
    return f"table {table}" if re.fullmatch(r"\w{1,63}(\.\w{1,63})?", table, re.A) else "a table"


def _counted(rows: int | None) -> str:
    return "no rows" if rows is None else f"{rows:,} row{'' if rows == 1 else 's'}"


def refused(what: str, line: int) -> DumpRefused:
    """`what` is a noun phrase of ours, such as "CREATE FUNCTION"."""
    return DumpRefused(
        f"The dump was not loaded: at line {line:,} it has {what}, which no backup of Kuroibara"
        f" needs. {NOTHING}",
        line=line,
    )


def damaged(what: str, line: int) -> DumpDamaged:
    """`what` completes "at line 7 …"."""
    return DumpDamaged(f"The dump was not loaded: at line {line:,} {what}. {NOTHING}", line=line)


def incomplete(problem: str, *, surplus: bool) -> DumpTruncated | DumpRefused:
    """`problem` is a whole sentence; `surplus` says that something is there, not missing."""
    sentence = f"The dump was not loaded. {problem} {NOTHING}"
    return DumpRefused(sentence) if surplus else DumpTruncated(sentence)
