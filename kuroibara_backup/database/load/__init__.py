"""A dump of pg_dump, loaded into a new empty database without psql.

A dump is a program. Run by psql it can start others (`\\!`), end the transaction it was put into,
and leave functions and triggers that run later with the app's rights. So nothing of the text is run
as it stands: each statement must be on a short list of what a database of tables is made of, is
written anew from what was understood of it, and goes to the server alone. Rows go through COPY.
Before the transaction is committed the server's own catalogue is held against the same list.

Words: a statement is *run*, *skipped* (it has no place in a new database of another owner; the
result says so) or *refused* (nothing is loaded). This package makes no database and no role.
"""

from kuroibara_backup.database.load.catalogue import refuse_foreign_objects
from kuroibara_backup.database.load.extensions import (
    EXTENSIONS,
    extensions_named,
    prepare_extensions,
)
from kuroibara_backup.database.load.loading import Loaded, load
from kuroibara_backup.database.load.refusals import (
    DatabaseNotEmpty,
    DumpDamaged,
    DumpRefused,
    DumpTruncated,
    ExtensionMissing,
    ForeignObjects,
    RowsDiffer,
)

__all__ = [
    "EXTENSIONS",
    "DatabaseNotEmpty",
    "DumpDamaged",
    "DumpRefused",
    "DumpTruncated",
    "ExtensionMissing",
    "ForeignObjects",
    "Loaded",
    "RowsDiffer",
    "extensions_named",
    "load",
    "prepare_extensions",
    "refuse_foreign_objects",
]
