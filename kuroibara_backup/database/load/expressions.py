"""Which types may a column have, and what may a default or a check compute?

Literals, casts to the listed types, comparisons, AND, OR, NOT, IS, and a few functions without an
argument; `nextval` of a sequence of the dump. Nothing here can call a function of anybody's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kuroibara_backup.database.load.tokens import Kind, Unlisted, Words, tokens, words_of

_DEPTH: Final = 64
_PLAIN_TYPES: Final = words_of(
    """bigint boolean bytea cidr date inet integer json jsonb macaddr name real smallint text
    tsquery tsvector uuid"""
)
_SIZED_TYPES: Final = frozenset({"numeric", "bit", "interval"})
_TIMES: Final = frozenset({"time", "timestamp"})
_NOW: Final = words_of(
    """current_catalog current_date current_role current_schema current_time current_timestamp
    current_user localtime localtimestamp"""
)
_CALLS: Final = frozenset({"now", "gen_random_uuid"})
_COMPARISONS: Final = ("=", "<>", "<", ">", "<=", ">=")


@dataclass(slots=True)
class Known:
    """What has been made so far, by its name in the schema public."""

    types: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    sequences: set[str] = field(default_factory=set)
    indexes: set[str] = field(default_factory=set)


def column_type(words: Words, known: Known) -> None:
    """Take a type: one of PostgreSQL's plain ones, or an enum of the dump; an array of them."""
    if words.at_kind(Kind.NAME):
        _own_type(words, known)
    else:
        word = words.word()
        if word == "public":
            words.need(".")
            _known(words.name(), known)
        elif word == "double":
            words.need("precision")
        elif word in ("character", "bit"):
            words.skip("varying")
            _sizes(words, 1)
        elif word in _SIZED_TYPES:
            _sizes(words, 2)
        elif word in _TIMES:
            _sizes(words, 1)
            if words.skip("with") or words.skip("without"):
                words.need("time", "zone")
        elif word not in _PLAIN_TYPES:
            raise Unlisted("a column of a type that is not on the list")
    while words.skip("["):
        words.need("]")


def _own_type(words: Words, known: Known) -> None:
    name = words.name()
    if name == "char" and not words.at("."):
        return
    if name != "public":
        raise Unlisted("a type of a schema other than public")
    words.need(".")
    _known(words.name(), known)


def _known(name: str, known: Known) -> None:
    if name not in known.types:
        raise Unlisted("a type that is no enum of the dump")


def _sizes(words: Words, most: int) -> None:
    if words.skip("("):
        words.integer()
        if most > 1 and words.skip(","):
            words.integer()
        words.need(")")


def default(words: Words, known: Known) -> None:
    """Take the expression of a DEFAULT."""
    _Expression(words, known, columns=False).value(0)


def condition(words: Words, known: Known) -> None:
    """Take the expression of a CHECK or of a partial index, with its outer parentheses."""
    words.need("(")
    _Expression(words, known, columns=True).any_of(0)
    words.need(")")


def comparison(words: Words, known: Known) -> None:
    """Take a condition; PostgreSQL prints a lone column without parentheses."""
    _Expression(words, known, columns=True).any_of(0)


class _Expression:
    def __init__(self, words: Words, known: Known, *, columns: bool) -> None:
        self._words = words
        self._known = known
        self._columns = columns

    def any_of(self, depth: int) -> None:
        words = self._words
        while True:
            while words.skip("not"):
                pass
            self._compared(depth)
            if not (words.skip("and") or words.skip("or")):
                return

    def _compared(self, depth: int) -> None:
        words = self._words
        self.value(depth)
        while words.skip("is"):
            words.skip("not")
            if words.skip("distinct", "from"):
                self.value(depth)
            elif not any(words.skip(word) for word in ("null", "true", "false", "unknown")):
                words.refuse()
        if any(words.skip(sign) for sign in _COMPARISONS):
            if words.skip("any") or words.skip("all"):
                words.need("(")
                self.any_of(_deeper(depth))
                words.need(")")
            else:
                self.value(depth)

    def value(self, depth: int) -> None:
        words = self._words
        self._atom(depth)
        while words.skip("::"):
            self._cast()

    def _cast(self) -> None:
        column_type(self._words, self._known)

    def _atom(self, depth: int) -> None:
        words = self._words
        if words.skip("("):
            self.any_of(_deeper(depth))
            words.need(")")
        elif words.skip("array", "["):
            if not words.at("]"):
                self.value(_deeper(depth))
                while words.skip(","):
                    self.value(_deeper(depth))
            words.need("]")
        elif words.at_kind(Kind.TEXT):
            words.text()
        elif words.at("-") or words.at_kind(Kind.NUMBER):
            words.skip("-")
            words.number()
        elif any(words.skip(word) for word in ("null", "true", "false")):
            pass
        elif words.at_kind(Kind.WORD):
            self._word()
        elif self._columns:
            words.name()
            self._no_call()
        else:
            words.refuse()

    def _word(self) -> None:
        words = self._words
        for word in _NOW:
            if words.skip(word):
                _sizes(words, 1)
                return
        for word in _CALLS:
            if words.skip(word, "(", ")"):
                return
        if words.skip("nextval", "("):
            self._sequence(words.text())
            words.need("::", "regclass", ")")
            return
        if not self._columns or not words.at_name():
            raise Unlisted("a default or check that does more than the list allows")
        words.name()
        self._no_call()

    def _no_call(self) -> None:
        if self._words.at("(") or self._words.at("."):
            raise Unlisted("a default or check that calls a function")
        if self._words.at_kind(Kind.TEXT):
            self._words.refuse()

    def _sequence(self, text: str) -> None:
        inner = Words(tokens(text))
        if inner.public() not in self._known.sequences or not inner.at_end():
            raise Unlisted("a default that counts on a sequence that is not the dump's")


def _deeper(depth: int) -> int:
    if depth >= _DEPTH:
        raise Unlisted("an expression nested too deeply")
    return depth + 1
