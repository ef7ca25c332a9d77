"""Does a loaded database hold only what the allowed statements make?

The second barrier behind the reader: PostgreSQL's own catalogue is asked, not the dump.
"""

from __future__ import annotations


def refuse_foreign_objects(url: str) -> None:
    """Raise `ForeignObjects` if the database at `url` holds anything but plain tables.

    Allowed are enum types, tables, sequences, indexes on plain columns, keys, and checks and
    defaults that call nothing but what `expressions` allows; besides what extensions brought.
    """
    raise NotImplementedError
