"""How does a dump that somebody runs by hand refuse a database of a newer Kuroibara?

`psql -d kuroibara < database.sql` replaces the tables that it holds. In a newer database that would
leave the newer tables and columns without their rows, and nobody would be told. So the dump first
looks for what only the database has; it is in a transaction, so then nothing is changed.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPENING: Final = "DO $kuroibara_guard_"
_BODY: Final = """\
DECLARE
    more text;
BEGIN
    SELECT string_agg(quote_ident(c.relname) || '.' || quote_ident(a.attname), ', ' ORDER BY 1)
        INTO more
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute a
            ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND n.nspname = 'public'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
            AND d.objid = c.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)
        AND (c.relname::text, a.attname::text) NOT IN (SELECT t.name, unnest(t.columns) FROM (VALUES
{tables}
        ) AS t (name, columns));
    IF more IS NOT NULL THEN
        RAISE EXCEPTION 'Nothing was changed: this database is newer than the backup.'
            USING DETAIL = 'Only the database has: ' || left(more, 1000),
            HINT = 'Run this in a new, empty database, or take a newer backup.';
    END IF;
END
"""


def guard(tables: Mapping[str, Mapping[str, str]]) -> bytes:
    """The statement that goes before a dump of these tables ("schema.table" to its columns)."""
    held = [
        f"            ({_text(key.removeprefix('public.'))}, ARRAY[{names}]::text[])"
        for key, names in (
            (key, ", ".join(map(_text, columns)))
            for key, columns in tables.items()
            if key.startswith("public.")
        )
    ]
    # With no table at all the dump changes nothing, so every database may take it.
    if not held:
        return b""
    body = _BODY.replace("{tables}", ",\n".join(held))
    # A name could hold the closing quote, were it the same in every dump.
    opening = f"{_OPENING}{secrets.token_hex(8)}$"
    return f"{opening}\n{body}{opening.removeprefix('DO ')};\n\n".encode()


def is_guard(statement: str) -> bool:
    """Tell whether this is such a statement, which only psql is to run."""
    return (
        re.fullmatch(r"DO (\$kuroibara_guard_[0-9a-f]{16}\$)\n.*\1;", statement, re.S) is not None
    )


def _text(name: str) -> str:
    """A literal that means the same whatever the server's settings for backslashes are."""
    return "'" + name.replace("'", "''") + "'" if "\\" not in name else _escaped(name)


def _escaped(name: str) -> str:
    return "E'" + name.replace("\\", "\\\\").replace("'", "''") + "'"
