"""Which statements of a dump are run, which are skipped, and which are refused?

One small grammar for each statement that pg_dump writes for tables. What is not listed here is
refused, and what is run refers only to what the same dump made before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kuroibara_backup.database.load.expressions import Known, default
from kuroibara_backup.database.load.kinds import kind_of
from kuroibara_backup.database.load.tables import (
    add_constraint,
    create_enum,
    create_index,
    create_sequence,
    create_table,
    identity,
    names,
    own_sequence,
    own_table,
)
from kuroibara_backup.database.load.tokens import (
    Unlisted,
    Words,
    rendered,
    tokens,
)

_SETTINGS: Final = {
    "check_function_bodies": "false",
    "client_encoding": "UTF8",
    "client_min_messages": "warning",
    "default_table_access_method": "heap",
    "default_with_oids": "false",
    "idle_in_transaction_session_timeout": "0",
    "idle_session_timeout": "0",
    "lock_timeout": "0",
    "row_security": "off",
    "standard_conforming_strings": "on",
    "statement_timeout": "0",
    "xmloption": "content",
}
"""Settings that a dump may make, each to this value; the loader makes those that matter itself."""
_STORAGE: Final = ("plain", "external", "extended", "main")
_COMPRESSION: Final = ("pglz", "lz4", "default")


class Skip(Enum):
    """Why statements are not run; completes "12 statements …"."""

    GUARD = "keeping psql from running the dump in a newer database: that was looked at before"
    DROP = "removing what was there before: the new database is empty"
    DATABASE = "about the database as such: it has been made already"
    OWNER = "naming an owner: all belongs to the role that loads it"
    RIGHTS = "giving or taking rights: those of the live database hold"
    SETTING = "changing a setting which not every server knows (transaction_timeout)"
    TABLESPACE = "choosing a tablespace: the server's own choice holds"
    COLUMN = "on how a column or index is planned or marked (statistics, pg_attver)"
    EXTENSION = "about an extension: it has been made already"
    SCHEMA = "about the schema public: it is there already"
    REPLICATION = "about replication or clustering: they hold no data"


@dataclass(frozen=True, slots=True)
class Run:
    """To be sent to the server as it is written here."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Needs:
    """An extension that must be there."""

    extension: str


Verdict = Run | Needs | Skip | None
"""None: nothing to do, the loader has seen to it itself."""

_RUN: Final = Run(b"")
_Form = Callable[[Words, Known], Verdict]


class Judge:
    """Judges the statements of one dump, in order."""

    def __init__(self) -> None:
        self.known = Known()

    def statement(self, text: str) -> Verdict:
        """Raises `Unlisted` when the statement must not be run."""
        try:
            found = tokens(text)
            words = Words(found)
            form = next((form for head, form in _FORMS if words.skip(*head)), None)
            if form is None:
                raise Unlisted("a statement that is not on the list")
            verdict = form(words, self.known)
            words.end()
        except Unlisted as exc:
            raise Unlisted(f"{kind_of(text)} ({exc})") from None
        return Run(rendered(found[:-1]).encode()) if verdict is _RUN else verdict

    def copy(self, text: str) -> tuple[bytes, str]:
        """The COPY to send, and its table as "schema.table"; raises `Unlisted`."""
        try:
            found = tokens(text)
            words = Words(found)
            words.need("copy")
            table = own_table(words, self.known)
            if words.at("("):
                names(words)
            words.need("from", "stdin")
            words.end()
        except Unlisted as exc:
            raise Unlisted(f"COPY ({exc})") from None
        return rendered(found[:-1]).encode(), f"public.{table}"


def _skipped(why: Skip) -> _Form:
    def judge(words: Words, _known: Known) -> Verdict:
        words.rest()
        return why

    return judge


def _run(form: Callable[[Words, Known], None]) -> _Form:
    def judge(words: Words, known: Known) -> Verdict:
        form(words, known)
        return _RUN

    return judge


def _set(words: Words, _known: Known) -> Verdict:
    setting = words.word()
    words.need("=")
    value = words.literal()
    if setting == "transaction_timeout" and value == "0":
        return Skip.SETTING
    if setting == "default_tablespace":
        return Skip.TABLESPACE if value else None
    if _SETTINGS.get(setting) != value:
        raise Unlisted("a setting that is not on the list, or another value of one that is")
    return None


def _search_path(words: Words, _known: Known) -> Verdict:
    words.need("(")
    if words.text() != "search_path":
        words.refuse()
    words.need(",")
    if words.text() != "":
        words.refuse()
    words.need(",", "false", ")")
    return None


def _setval(words: Words, known: Known) -> Verdict:
    words.need("(")
    inner = Words(tokens(words.text()))
    own_sequence(inner, known)
    if not inner.at_end():
        inner.refuse()
    words.need(",")
    words.integer()
    words.need(",")
    if not words.skip("true"):
        words.need("false")
    words.need(")")
    return _RUN


def _create_extension(words: Words, _known: Known) -> Verdict:
    words.skip("if", "not", "exists")
    extension = words.name()
    words.skip("with")
    if words.skip("schema") and not words.skip("public"):
        words.need("pg_catalog")
    return Needs(extension)


def _create_schema(words: Words, _known: Known) -> Verdict:
    words.skip("if", "not", "exists")
    words.need("public")
    return Skip.SCHEMA


def _alter_table(words: Words, known: Known) -> Verdict:
    if words.skip("if", "exists"):
        return _drop_first(words)
    words.skip("only")
    table = own_table_or_owner(words, known)
    if table is None:
        return Skip.OWNER
    if words.skip("add", "constraint"):
        add_constraint(words, known)
        return _RUN
    if words.skip("alter", "column"):
        words.name()
        return _alter_column(words, known)
    if words.skip("replica", "identity") or words.skip("cluster", "on"):
        return _skip_names(words, Skip.REPLICATION)
    raise Unlisted("a change of a table that is not on the list")


def own_table_or_owner(words: Words, known: Known) -> str | None:
    """The table, or None after taking `… OWNER TO x`, which pg_dump writes for sequences, too."""
    name = words.public()
    if words.skip("owner", "to"):
        words.name()
        return None
    if name not in known.tables:
        raise Unlisted("a statement about a table that the dump did not make")
    return name


def _drop_first(words: Words) -> Verdict:
    words.skip("only")
    words.public()
    if words.skip("drop", "constraint"):
        words.skip("if", "exists")
        words.name()
        return Skip.DROP
    words.need("alter", "column")
    words.name()
    words.need("drop")
    if not words.skip("default"):
        words.need("identity")
        words.skip("if", "exists")
    return Skip.DROP


def _alter_column(words: Words, known: Known) -> Verdict:
    if words.skip("set", "default"):
        default(words, known)
        return _RUN
    if words.skip("set", "not", "null"):
        return _RUN
    if words.skip("add", "generated"):
        identity(words, known)
        return _RUN
    for setting, values in (("storage", _STORAGE), ("compression", _COMPRESSION)):
        if words.skip("set", setting):
            if not any(words.skip(value) for value in values):
                words.refuse()
            return _RUN
    if words.skip("set", "statistics"):
        words.integer()
        return Skip.COLUMN
    words.need("set", "(")
    return _skip_names(words, Skip.COLUMN)


def _skip_names(words: Words, why: Skip) -> Verdict:
    words.rest()
    return why


def _alter_sequence(words: Words, known: Known) -> Verdict:
    sequence = words.public()
    if words.skip("owner", "to"):
        words.name()
        return Skip.OWNER
    if sequence not in known.sequences:
        raise Unlisted("a statement about a sequence that the dump did not make")
    words.need("owned", "by")
    own_table(words, known)
    words.need(".")
    words.name()
    return _RUN


def _alter_index(words: Words, _known: Known) -> Verdict:
    words.public()
    if words.skip("owner", "to"):
        words.name()
        return Skip.OWNER
    words.need("alter", "column")
    words.integer()
    words.need("set", "statistics")
    words.integer()
    return Skip.COLUMN


def _owner_only(words: Words, _known: Known) -> Verdict:
    words.public()
    words.need("owner", "to")
    words.name()
    return Skip.OWNER


def _comment(words: Words, known: Known) -> Verdict:
    if words.skip("column"):
        own_table(words, known)
        words.need(".")
        words.name()
    elif words.skip("table"):
        own_table(words, known)
    elif words.skip("sequence"):
        own_sequence(words, known)
    elif words.skip("type"):
        if words.public() not in known.types:
            words.refuse()
    elif words.skip("index"):
        if words.public() not in known.indexes:
            words.refuse()
    elif words.skip("constraint"):
        words.name()
        words.need("on")
        own_table(words, known)
    else:
        words.refuse()
    words.need("is")
    if not words.skip("null"):
        words.text()
    return _RUN


_FORMS: Final[tuple[tuple[tuple[str, ...], _Form], ...]] = (
    (("create", "type"), _run(create_enum)),
    (("create", "table"), _run(create_table)),
    (("create", "unlogged", "table"), _run(create_table)),
    (("create", "sequence"), _run(create_sequence)),
    (("create", "unlogged", "sequence"), _run(create_sequence)),
    (("create", "index"), _run(create_index)),
    (("create", "unique", "index"), _run(create_index)),
    (("create", "extension"), _create_extension),
    (("create", "schema"), _create_schema),
    (("create", "database"), _skipped(Skip.DATABASE)),
    (("create", "publication"), _skipped(Skip.REPLICATION)),
    (("alter", "publication"), _skipped(Skip.REPLICATION)),
    (("create", "subscription"), _skipped(Skip.REPLICATION)),
    (("alter", "subscription"), _skipped(Skip.REPLICATION)),
    (("alter", "database"), _skipped(Skip.DATABASE)),
    (("alter", "table"), _alter_table),
    (("alter", "sequence"), _alter_sequence),
    (("alter", "index"), _alter_index),
    (("alter", "type"), _owner_only),
    (("alter", "schema", "public", "owner", "to"), _skipped(Skip.OWNER)),
    (("alter", "default", "privileges"), _skipped(Skip.RIGHTS)),
    (("comment", "on", "database"), _skipped(Skip.DATABASE)),
    (("comment", "on", "extension"), _skipped(Skip.EXTENSION)),
    (("comment", "on", "schema", "public"), _skipped(Skip.SCHEMA)),
    (("comment", "on"), _comment),
    (("drop", "database"), _skipped(Skip.DATABASE)),
    (("drop",), _skipped(Skip.DROP)),
    (("grant",), _skipped(Skip.RIGHTS)),
    (("revoke",), _skipped(Skip.RIGHTS)),
    (("security", "label"), _skipped(Skip.RIGHTS)),
    (("set",), _set),
    (("select", "pg_catalog", ".", "set_config"), _search_path),
    (("select", "pg_catalog", ".", "setval"), _setval),
)
