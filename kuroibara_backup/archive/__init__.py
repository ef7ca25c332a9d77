"""The backup file: planned, written in one pass, read, verified, taken apart.

Words: a *member* is one gzip member; the *outer* file is the backup itself, the *inner* file is the
`storage.tar.gz` in it; a *chunk* is one inner member with the outer one around it; an *entry* is a
file or folder of the library. docs/archive-format.md is the format, byte for byte.

This package knows neither PostgreSQL nor the library's folder nor where backups are kept: dump,
entries and files are handed in, bytes are handed out.
"""

from kuroibara_backup.archive.entries import Check, Entry, EntryKind, Progress, Stage, order
from kuroibara_backup.archive.pipeline import Output
from kuroibara_backup.archive.planning import Plan, plan
from kuroibara_backup.archive.sourcefile import OpenFile
from kuroibara_backup.archive.spool import SpooledDump, spool_dump
from kuroibara_backup.archive.writing import Written, write

__all__ = [
    "Check",
    "Entry",
    "EntryKind",
    "OpenFile",
    "Output",
    "Plan",
    "Progress",
    "SpooledDump",
    "Stage",
    "Written",
    "order",
    "plan",
    "spool_dump",
    "write",
]
