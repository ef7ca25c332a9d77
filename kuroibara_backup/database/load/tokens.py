"""What are the words of one SQL statement, read as PostgreSQL reads them?

Only what pg_dump writes in the statements that are allowed is read at all: plain quotes, quoted
names, numbers, a few operators. Comments, `E''`, `U&''`, dollar quotes and everything else with
rules of its own are refused, so there is nothing left that two readers could read differently; and
what is run is written anew from the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAME_LIMIT: Final = 63
_SYMBOLS: Final = frozenset({*"(),.;[]", "=", "<>", "<", ">", "<=", ">=", "-", "::"})
_TOKEN = re.compile(
    r"""[ \t\r\n\f]++
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*+)(?!['"&$]|[^\x00-\x7f])
    | (?P<number>[0-9]++(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+)(?![\w.$])
    | (?P<name>"(?:[^"]|"")++")
    | (?P<text>'(?:[^']|'')*+')(?!['"\w$])
    | (?P<symbol>[(),.;\[\]]|[-+*/<>=~!@\#%^&|`?:]++)
    """,
    re.VERBOSE,
)
# The words that PostgreSQL 15 to 18 reserve; pg_dump quotes every name that is one of them.
_RESERVED: Final = words_of(
    """all analyse analyze and any array as asc asymmetric authorization binary both case cast check
    collate collation column concurrently constraint create cross current_catalog current_date
    current_role current_schema current_time current_timestamp current_user default deferrable desc
    distinct do else end except false fetch for foreign freeze from full grant group having ilike in
    initially inner intersect into is isnull join lateral leading left like limit localtime
    localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
    references returning right select session_user similar some symmetric system_user table
    tablesample then to trailing true union unique user using variadic verbose when where window
    with"""
)


class Unlisted(Exception):
    """A statement is not on the list; the text is a noun phrase of ours, without the dump's words.

    Never leaves this package: the loader adds the line and makes a `DumpRefused` of it.
    """


class Kind(Enum):
    WORD = "word"
    NAME = "quoted name"
    TEXT = "quoted text"
    NUMBER = "number"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Token:
    """`value` is what it means: a word in lower case, a name or text without its quotes."""

    kind: Kind
    value: str

    @property
    def sql(self) -> str:
        if self.kind is Kind.NAME:
            return '"' + self.value.replace('"', '""') + '"'
        if self.kind is Kind.TEXT:
            return "'" + self.value.replace("'", "''") + "'"
        return self.value


def tokens(text: str) -> list[Token]:
    """The words of a statement; raises `Unlisted` for what is not written so in a plain dump."""
    found, at, end = [], 0, len(text)
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise Unlisted(_oddity(text[at : at + 2]))
        at = match.end()
        kind = match.lastgroup
        if kind is None:
            continue
        value = match[kind]
        if kind == "word":
            value = value.lower()
        elif kind == "symbol":
            if value not in _SYMBOLS:
                raise Unlisted(_oddity(value))
        elif kind in ("name", "text"):
            value = value[1:-1].replace(value[0] * 2, value[0])
            if kind == "name" and len(value.encode()) > NAME_LIMIT:
                raise Unlisted("a name longer than PostgreSQL allows")
        found.append(Token(Kind[kind.upper()], value))
    return found


def _oddity(start: str) -> str:
    if "--" in start or "/*" in start:
        return "a comment within a statement"
    if start[0] == "$":
        return "a text in dollar quotes"
    if start[0].isalpha():
        return "a text or name with a prefix such as E or U&"
    return "an operator or sign that is not on the list"


def rendered(words: Sequence[Token]) -> str:
    return " ".join(token.sql for token in words)


class Words:
    """The words of a statement, taken one after the other by a small grammar."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens = found
        self._at = 0

    def at(self, *expected: str) -> bool:
        """True when these words or symbols come next; a quoted name is never a word."""
        coming = self._tokens[self._at : self._at + len(expected)]
        return len(coming) == len(expected) and all(
            token.kind in (Kind.WORD, Kind.SYMBOL) and token.value == value
            for token, value in zip(coming, expected, strict=True)
        )

    def skip(self, *expected: str) -> bool:
        """Take them if they come next."""
        if self.at(*expected):
            self._at += len(expected)
            return True
        return False

    def need(self, *expected: str) -> None:
        if not self.skip(*expected):
            self.refuse()

    def at_kind(self, kind: Kind) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].kind is kind

    def take(self, kind: Kind) -> str:
        if not self.at_kind(kind):
            self.refuse()
        self._at += 1
        return self._tokens[self._at - 1].value

    def word(self) -> str:
        return self.take(Kind.WORD)

    def text(self) -> str:
        return self.take(Kind.TEXT)

    def number(self) -> str:
        return self.take(Kind.NUMBER)

    def integer(self) -> None:
        self.skip("-")
        if not self.number().isdigit():
            self.refuse()

    def at_name(self) -> bool:
        if self.at_kind(Kind.WORD):
            return self._tokens[self._at].value not in _RESERVED
        return self.at_kind(Kind.NAME)

    def name(self) -> str:
        if not self.at_name():
            self.refuse()
        self._at += 1
        return self._tokens[self._at - 1].value

    def public(self) -> str:
        """A name in the schema public, written with it."""
        if self.name() != "public":
            raise Unlisted("something in a schema other than public")
        self.need(".")
        return self.name()

    def literal(self) -> str:
        """Any word, name, number or text."""
        if self.at_end() or self.at_kind(Kind.SYMBOL):
            self.refuse()
        self._at += 1
        return self._tokens[self._at - 1].value

    def rest(self) -> None:
        """Take everything up to the closing semicolon, of a statement that is not run."""
        self._at = max(self._at, len(self._tokens) - 1)

    def at_end(self) -> bool:
        return self._at == len(self._tokens)

    def end(self) -> None:
        self.need(";")
        if not self.at_end():
            self.refuse()

    def refuse(self) -> NoReturn:
        raise Unlisted("a statement of a form that is not on the list")
