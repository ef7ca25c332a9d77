"""Does a loaded database hold only what the allowed statements make?

The second barrier behind the reader: PostgreSQL's own catalogue is asked, not the dump. What it
prints of defaults, checks and indexes goes through the same small grammars once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.connection import connected
from kuroibara_backup.database.load.expressions import Known, condition, default
from kuroibara_backup.database.load.refusals import ForeignObjects
from kuroibara_backup.database.load.tables import index_body
from kuroibara_backup.database.load.tokens import Unlisted, Words, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Connection
    from psycopg.rows import TupleRow

_FIRST_OWN: Final = 16384
"""Objects with a smaller oid came with PostgreSQL (FirstNormalObjectId)."""

# Any object of these catalogues is foreign, unless an extension brought it.
_NONE_OF: Final = {
    "pg_am": "an access method",
    "pg_cast": "a cast",
    "pg_collation": "a collation",
    "pg_conversion": "a conversion",
    "pg_default_acl": "default rights",
    "pg_event_trigger": "an event trigger",
    "pg_foreign_data_wrapper": "a foreign-data wrapper",
    "pg_foreign_server": "a foreign server",
    "pg_language": "a language",
    "pg_largeobject_metadata": "a large object",
    "pg_opclass": "an operator class",
    "pg_operator": "an operator",
    "pg_opfamily": "an operator family",
    "pg_policy": "a row policy",
    "pg_proc": "a function",
    "pg_publication": "a publication",
    "pg_rewrite": "a rule or view",
    "pg_statistic_ext": "extended statistics",
    "pg_transform": "a transform",
    "pg_ts_config": "a text search configuration",
    "pg_ts_dict": "a text search dictionary",
    "pg_ts_parser": "a text search parser",
    "pg_ts_template": "a text search template",
}
_RULES: Final = {
    "a trigger": "SELECT FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid = tgfoid"
    " WHERE NOT tgisinternal OR p.oid >= %(own)s OR p.pronamespace <> 11"
    " OR p.proname !~ '^(RI_FKey_|unique_key_recheck$)'",
    "a table that is no plain table": "SELECT FROM pg_catalog.pg_class c WHERE c.oid >= %(own)s"
    " AND (relkind NOT IN ('r', 'i', 'S', 't') OR relrowsecurity OR relispartition)"
    " AND NOT {extension:pg_class}",
    "a table that inherits": "SELECT FROM pg_catalog.pg_inherits",
    "a type that is no enum": "SELECT FROM pg_catalog.pg_type c WHERE c.oid >= %(own)s AND NOT ("
    " typtype = 'e' OR typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class r"
    "  WHERE r.oid = typrelid AND r.relkind IN ('r', 'S', 't'))"
    " OR typtype = 'b' AND typcategory = 'A' AND typelem <> 0"
    "  AND typinput = 'pg_catalog.array_in'::pg_catalog.regproc)"
    " AND NOT {extension:pg_type}",
    "a schema": "SELECT FROM pg_catalog.pg_namespace c WHERE c.oid >= %(own)s"
    " AND nspname !~ '^pg_(toast_)?temp_' AND NOT {extension:pg_namespace}",
    "an object in another schema than public": "SELECT FROM pg_catalog.pg_class c"
    " WHERE c.oid >= %(own)s AND relkind <> 't' AND relpersistence <> 't' AND relnamespace <>"
    " (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'public')"
    " AND relnamespace <> (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'pg_toast')"
    " AND NOT {extension:pg_class}",
    "a computed column": "SELECT FROM pg_catalog.pg_attribute WHERE attrelid >= %(own)s"
    " AND attgenerated <> ''",
    "a constraint that is no key and no check": "SELECT FROM pg_catalog.pg_constraint c"
    " WHERE c.oid >= %(own)s AND contype NOT IN ('p', 'u', 'f', 'c', 'n')"
    " AND NOT {extension:pg_constraint}",
}
_DEFAULTS: Final = (
    "SELECT pg_catalog.pg_get_expr(adbin, adrelid) FROM pg_catalog.pg_attrdef"
    " WHERE adrelid >= %(own)s"
)
_CHECKS: Final = (
    "SELECT pg_catalog.pg_get_constraintdef(oid) FROM pg_catalog.pg_constraint"
    " WHERE contype = 'c' AND oid >= %(own)s"
)
_INDEXES: Final = (
    "SELECT pg_catalog.pg_get_indexdef(indexrelid) FROM pg_catalog.pg_index"
    " JOIN pg_catalog.pg_class c ON c.oid = indrelid"
    " WHERE indexrelid >= %(own)s AND c.relkind = 'r'"
)


def refuse_foreign_objects(url: str) -> None:
    """Raise `ForeignObjects` if the database at `url` holds anything but plain tables.

    Allowed are enum types, tables, sequences, indexes on plain columns, keys, and checks and
    defaults that call nothing but what `expressions` allows; besides what extensions brought.
    """
    with connected(url, doing="the restored database was looked through") as connection:
        examine(connection)


def examine(connection: Connection[TupleRow]) -> None:
    """The same within the transaction that loads."""
    connection.execute("SET LOCAL search_path = ''")
    for catalogue, what in _NONE_OF.items():
        query = (
            f"SELECT FROM pg_catalog.{catalogue} c WHERE c.oid >= %(own)s"
            f" AND NOT {{extension:{catalogue}}}"
        )
        _refuse_any(connection, query, what)
    for what, query in _RULES.items():
        _refuse_any(connection, query, what)
    known = _known(connection)
    _examine_each(connection, _DEFAULTS, "a default", lambda words: default(words, known))
    _examine_each(connection, _CHECKS, "a check", lambda words: _check(words, known))
    _examine_each(connection, _INDEXES, "an index", lambda words: _index(words, known))


def _refuse_any(connection: Connection[TupleRow], query: str, what: str) -> None:
    for catalogue in (*_NONE_OF, "pg_class", "pg_type", "pg_namespace", "pg_constraint"):
        query = query.replace(
            f"{{extension:{catalogue}}}",
            "EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'"
            f" AND d.classid = 'pg_catalog.{catalogue}'::pg_catalog.regclass)",
        )
    asked = f"SELECT EXISTS ({query})"
    if connection.execute(asked.encode(), {"own": _FIRST_OWN}).fetchone() != (False,):
        raise _foreign(what)


def _known(connection: Connection[TupleRow]) -> Known:
    """The enums and sequences of the schema public; other schemas have none by now."""

    def named(query: str) -> set[str]:
        return {str(name) for (name,) in connection.execute(query.encode(), {"own": _FIRST_OWN})}

    return Known(
        types=named(
            "SELECT typname FROM pg_catalog.pg_type WHERE typtype = 'e' AND oid >= %(own)s"
        ),
        sequences=named(
            "SELECT relname FROM pg_catalog.pg_class WHERE relkind = 'S' AND oid >= %(own)s"
        ),
    )


def _examine_each(
    connection: Connection[TupleRow], query: str, what: str, grammar: Callable[[Words], None]
) -> None:
    for (text,) in connection.execute(query.encode(), {"own": _FIRST_OWN}):
        try:
            words = Words(tokens(text))
            grammar(words)
            if not words.at_end():
                words.refuse()
        except Unlisted:
            raise _foreign(f"{what} that is not on the list") from None


def _check(words: Words, known: Known) -> None:
    words.need("check")
    condition(words, known)
    if words.skip("no"):
        words.need("inherit")
    if words.skip("not"):
        words.need("valid")


def _index(words: Words, known: Known) -> None:
    words.need("create")
    words.skip("unique")
    words.need("index")
    words.name()
    words.need("on")
    words.public()
    index_body(words, known)


def _foreign(what: str) -> ForeignObjects:
    return ForeignObjects(
        f"The dump was not loaded: the database made of it holds {what}, which no backup of"
        " Kuroibara needs. Nothing was loaded."
    )
