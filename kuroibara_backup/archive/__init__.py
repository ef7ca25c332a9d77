"""The backup file: planned, written in one pass, read, verified, taken apart.

Words: a *member* is one gzip member; the *outer* file is the backup itself, the *inner* file is the
`storage.tar.gz` in it; a *chunk* is one inner member with the outer one around it; an *entry* is a
file or folder of the library. docs/archive-format.md is the format, byte for byte.

This package knows neither PostgreSQL nor the library's folder nor where backups are kept: dump,
entries and files are handed in, bytes are handed out.
"""

from kuroibara_backup.archive.dump import DumpReader
from kuroibara_backup.archive.dumpfacts import DumpEvents, DumpFacts
from kuroibara_backup.archive.entries import Check, Entry, EntryKind, Progress, Stage, order
from kuroibara_backup.archive.extracted import Extracted
from kuroibara_backup.archive.extracting import extract
from kuroibara_backup.archive.metadata import Metadata
from kuroibara_backup.archive.pipeline import Output
from kuroibara_backup.archive.planning import Plan, plan
from kuroibara_backup.archive.reading import Archive, IndexEntry, is_encrypted, open_archive
from kuroibara_backup.archive.report import Damage, Level, Report
from kuroibara_backup.archive.safety import Limits
from kuroibara_backup.archive.series import Series, held_series
from kuroibara_backup.archive.sidecar import read_sidecar, sidecar_line
from kuroibara_backup.archive.source import FileSource, FillingSource, Source
from kuroibara_backup.archive.sourcefile import OpenFile
from kuroibara_backup.archive.spool import SpooledDump, spool_dump
from kuroibara_backup.archive.sql import dump_text
from kuroibara_backup.archive.verifying import verify
from kuroibara_backup.archive.writing import Written, write

__all__ = [
    "Archive",
    "Check",
    "Damage",
    "DumpEvents",
    "DumpFacts",
    "DumpReader",
    "Entry",
    "EntryKind",
    "Extracted",
    "FileSource",
    "FillingSource",
    "IndexEntry",
    "Level",
    "Limits",
    "Metadata",
    "OpenFile",
    "Output",
    "Plan",
    "Progress",
    "Report",
    "Series",
    "Source",
    "SpooledDump",
    "Stage",
    "Written",
    "dump_text",
    "extract",
    "held_series",
    "is_encrypted",
    "open_archive",
    "order",
    "plan",
    "read_sidecar",
    "sidecar_line",
    "spool_dump",
    "verify",
    "write",
]
