"""How do the statements that make tables, sequences, keys and indexes look in a dump?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.load.expressions import column_type, comparison, condition, default
from kuroibara_backup.database.load.tokens import Kind, Unlisted, words_of

if TYPE_CHECKING:
    from kuroibara_backup.database.load.expressions import Known
    from kuroibara_backup.database.load.tokens import Words

_OPTIONS: Final = words_of(
    """fillfactor autosummarize buffering deduplicate_items fastupdate gin_pending_list_limit
    pages_per_range parallel_workers toast_tuple_target vacuum_index_cleanup vacuum_truncate
    log_autovacuum_min_duration"""
)
_METHODS: Final = frozenset({"brin", "btree", "gin", "gist", "hash", "spgist"})
_OPERATOR_CLASSES: Final = words_of(
    """bpchar_pattern_ops inet_ops jsonb_ops jsonb_path_ops text_pattern_ops
    varchar_pattern_ops"""
)
_EXTENSION_CLASSES: Final = frozenset({"gin_trgm_ops", "gist_trgm_ops"})
_ACTIONS: Final = (("cascade",), ("restrict",), ("set", "null"), ("set", "default"))

_COUNTED: Final = (("start", "with"), ("increment", "by"), ("minvalue",), ("maxvalue",), ("cache",))
_UNCOUNTED: Final = (("no", "minvalue"), ("no", "maxvalue"), ("cycle",))


def own_table(words: Words, known: Known) -> str:
    """Take the name of a table that the dump has made."""
    table = words.public()
    if table not in known.tables:
        raise Unlisted("a statement about a table that the dump did not make")
    return table


def own_sequence(words: Words, known: Known) -> str:
    sequence = words.public()
    if sequence not in known.sequences:
        raise Unlisted("a statement about a sequence that the dump did not make")
    return sequence


def names(words: Words) -> None:
    """Take column names in parentheses."""
    words.need("(")
    words.name()
    while words.skip(","):
        words.name()
    words.need(")")


def create_enum(words: Words, known: Known) -> None:
    """After CREATE TYPE."""
    name = words.public()
    if not words.skip("as", "enum"):
        raise Unlisted("a type that is no enum")
    words.need("(")
    if not words.at(")"):
        words.text()
        while words.skip(","):
            words.text()
    words.need(")")
    known.types.add(name)


def create_table(words: Words, known: Known) -> None:
    """After CREATE TABLE."""
    name = words.public()
    words.need("(")
    if not words.at(")"):
        _column_or_constraint(words, known)
        while words.skip(","):
            _column_or_constraint(words, known)
    words.need(")")
    if words.skip("using"):
        words.need("heap")
    options(words)
    if not words.at(";"):
        raise Unlisted("a table that inherits or is partitioned")
    known.tables.add(name)


def _column_or_constraint(words: Words, known: Known) -> None:
    if words.skip("constraint"):
        words.name()
        if words.skip("not", "null"):
            words.name()
        else:
            _check(words, known)
        return
    words.name()
    column_type(words, known)
    while True:
        _collation(words)
        if words.skip("default"):
            default(words, known)
        elif words.skip("not", "null"):
            pass
        elif words.skip("constraint"):
            words.name()
            words.need("not", "null")
        elif words.at("generated"):
            raise Unlisted("a column that is computed")
        else:
            return


def _check(words: Words, known: Known) -> None:
    words.need("check")
    condition(words, known)
    words.skip("no", "inherit")


def _collation(words: Words) -> None:
    if words.skip("collate"):
        words.skip("pg_catalog", ".")
        words.name()  # nobody's own: the search path is empty


def options(words: Words) -> None:
    """Take a WITH (…) of storage options, if it comes."""
    if not words.skip("with", "("):
        return
    while True:
        toast = words.skip("toast", ".")
        option = words.word()
        if option not in _OPTIONS and not option.startswith("autovacuum_"):
            raise Unlisted("a storage option that is not on the list")
        if not toast or words.at("="):
            words.need("=")
            words.literal()
        if not words.skip(","):
            break
    words.need(")")


def create_sequence(words: Words, known: Known) -> None:
    """After CREATE SEQUENCE."""
    name = words.public()
    if words.skip("as") and not any(words.skip(t) for t in ("smallint", "integer", "bigint")):
        words.refuse()
    sequence_options(words)
    known.sequences.add(name)


def sequence_options(words: Words) -> None:
    while True:
        if any(words.skip(*option) for option in _COUNTED):
            words.integer()
        elif not any(words.skip(*option) for option in _UNCOUNTED):
            return


def identity(words: Words, known: Known) -> None:
    """After ADD GENERATED."""
    if not words.skip("always"):
        words.need("by", "default")
    words.need("as", "identity", "(")
    name = None
    if words.skip("sequence", "name"):
        name = words.public()
    sequence_options(words)
    words.need(")")
    if name is not None:
        known.sequences.add(name)


def add_constraint(words: Words, known: Known) -> None:
    """After ADD CONSTRAINT."""
    name = words.name()
    if words.skip("primary", "key"):
        _key(words)
        known.indexes.add(name)
    elif words.skip("unique"):
        words.skip("nulls", "not", "distinct")
        _key(words)
        known.indexes.add(name)
    elif words.skip("foreign", "key"):
        _foreign_key(words, known)
    elif words.skip("not", "null"):
        words.name()
        words.skip("not", "valid")
    elif words.at("check"):
        _check(words, known)
        words.skip("not", "valid")
    else:
        raise Unlisted("a constraint that is no key and no check")


def _key(words: Words) -> None:
    names(words)
    if words.skip("include"):
        names(words)
    options(words)
    _deferrable(words)


def _foreign_key(words: Words, known: Known) -> None:
    names(words)
    words.need("references")
    own_table(words, known)
    if words.at("("):
        names(words)
    words.skip("match", "full")
    while words.skip("on"):
        if not words.skip("update"):
            words.need("delete")
        if not any(words.skip(*action) for action in _ACTIONS):
            words.need("no", "action")
        if words.at("("):
            names(words)
    _deferrable(words)
    words.skip("not", "valid")


def _deferrable(words: Words) -> None:
    if words.skip("deferrable"):
        words.skip("initially", "deferred")


def create_index(words: Words, known: Known) -> None:
    """After CREATE [UNIQUE] INDEX."""
    name = words.name()
    words.need("on")
    own_table(words, known)
    index_body(words, known)
    known.indexes.add(name)


def index_body(words: Words, known: Known) -> None:
    """From USING on, as a dump and the catalogue print it alike."""
    words.need("using")
    if words.word() not in _METHODS:
        raise Unlisted("an index of a kind that is not on the list")
    words.need("(")
    _indexed(words)
    while words.skip(","):
        _indexed(words)
    words.need(")")
    if words.skip("include"):
        names(words)
    words.skip("nulls", "not", "distinct")
    options(words)
    if words.skip("where"):
        comparison(words, known)


def _indexed(words: Words) -> None:
    if not words.at_name():
        raise Unlisted("an index on an expression")
    words.name()
    if words.at("("):
        raise Unlisted("an index on an expression")
    _collation(words)
    _operator_class(words)
    if not words.skip("asc"):
        words.skip("desc")
    if words.skip("nulls") and not words.skip("first"):
        words.need("last")


def _operator_class(words: Words) -> None:
    allowed = _OPERATOR_CLASSES
    if words.skip("public", "."):
        allowed = _EXTENSION_CLASSES
    elif not words.at_name() or words.at("nulls"):
        return
    if words.take(Kind.WORD) not in allowed:
        raise Unlisted("an index with an operator class that is not on the list")
