"""What does a plain-text dump of pg_dump hold, and is it whole?

The text is pushed in, cut anywhere; nothing of it is kept but the statement in progress, so a line
of two gigabytes costs no memory. Whoever wants more than facts (a loader, a search for paths) hands
over `DumpEvents` and is told of statements, COPY data and psql's backslash commands as they pass.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from kuroibara_backup.archive.dumpfacts import DumpFacts, unquoted

if TYPE_CHECKING:
    from kuroibara_backup.archive.dumpfacts import DumpEvents

STATEMENT_LIMIT: Final = 1 << 20
_LINE_LIMIT: Final = 4096
_WORD_LIMIT: Final = 1 << 16  # a longer run of letters is no keyword and no dollar tag
_TRAILER: Final = b"-- PostgreSQL database dump complete"
_WORD: Final = bytes(b for b in range(256) if b >= 0x80 or chr(b).isalnum() or b in b"_$")

_SPACE = re.compile(rb"[ \t\r\n\f\v]*")
_TAG = rb"(?<![\w$\x80-\xff])\$(?:[A-Za-z_\x80-\xff][\w\x80-\xff]*)?\$"
_PLAIN = rb"--|/\*|(?<![\w$\x80-\xff])[eE]'|['\"();\\]|" + _TAG
_TOKEN = re.compile(_PLAIN)
_TOKEN_OR_WORD = re.compile(_PLAIN + rb"|(?<![\w$\x80-\xff])(?i:begin|case|end)(?![\w$\x80-\xff])")
_BODY = re.compile(rb"CREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\b", re.IGNORECASE)
_ESCAPED_END = re.compile(rb"\\[\s\S]|''|'")
_COMMENT_EDGE = re.compile(rb"/\*|\*/")
_NAME = rb'("(?:[^"]|"")++"|[A-Za-z_\x80-\xff][\w$\x80-\xff]*+)'
_COPY = re.compile(rb"COPY\s++" + _NAME + rb"(?:\s*+\.\s*+" + _NAME + rb")?", re.IGNORECASE)
_FROM_STDIN = re.compile(rb"\sFROM\s++STDIN\b[^'\"]*;\Z", re.IGNORECASE)


class _State(Enum):
    BETWEEN = "between two statements"
    SQL = "within a statement"
    QUOTE = "within a quoted text"
    ESCAPED = "within an E'' text"
    NAME = "within a quoted name"
    DOLLAR = "within a dollar-quoted text"
    BLOCK = "within a comment"
    LINE = "within a line comment"
    META = "within a backslash command"
    COPY_HEAD = "after a COPY statement"
    COPY = "within the rows of a table"


class DumpReader:
    """Reads a dump that is pushed in; any cutting of the text gives the same facts."""

    def __init__(
        self, events: DumpEvents | None = None, *, statement_limit: int = STATEMENT_LIMIT
    ) -> None:
        self._steps = {
            _State.BETWEEN: self._between,
            _State.SQL: self._sql,
            _State.QUOTE: self._quote,
            _State.ESCAPED: self._escaped,
            _State.NAME: self._name,
            _State.DOLLAR: self._dollar,
            _State.BLOCK: self._block,
            _State.LINE: self._line_comment,
            _State.META: self._meta,
            _State.COPY_HEAD: self._copy_head,
            _State.COPY: self._copy,
        }
        self._events = events
        self._limit = statement_limit
        self._state = _State.BETWEEN
        self._pending = b""
        self._settled = 0
        self._final = False
        self._text = bytearray()
        self._whole = True
        self._in_statement = False
        self._parens = self._begins = self._comments = 0
        self._tag = b""
        self._line = bytearray()
        self._table = ""
        self._head_newline = False
        self._rows: dict[str, int] = {}
        self._size = 0
        self._newlines = 0
        self._statements = 0
        self._wrapped = self._committed = self._trailer = False
        self._restricted = b""
        self._disorder = self._oddity = ""

    @property
    def line(self) -> int:
        """The line read last, counted from 1: while an event is told, the one where it ends."""
        return self._newlines + 1

    @property
    def keeps_all(self) -> bool:
        """False while the statement in progress is too long to be kept whole."""
        return self._whole

    def feed(self, data: bytes) -> None:
        """Read on. `data` is not kept."""
        self._size += len(data)
        self._run(self._pending + data if self._pending else data)

    def finish(self) -> DumpFacts:
        """Say what was seen; nothing may be fed afterwards."""
        self._final = True
        self._run(self._pending)
        surplus = self._oddity or ("" if self._trailer else self._disorder)
        problem = self._missing_part() or surplus
        return DumpFacts(
            complete=not problem,
            rows=dict(self._rows),
            size=self._size,
            problem=problem,
            surplus=bool(problem) and problem == surplus,
        )

    def _missing_part(self) -> str:
        if self._state not in (_State.BETWEEN, _State.COPY_HEAD):
            table = f" {self._table}" if self._state is _State.COPY else ""
            return f"The dump breaks off {self._state.value}{table}."
        if not self._trailer:
            missing = "The line that says that the dump is complete is missing."
            return "" if self._disorder else missing
        if self._restricted:
            return "The dump breaks off before its closing \\unrestrict line."
        if self._wrapped and not self._committed:
            return "The dump breaks off before its closing COMMIT."
        return ""

    def _run(self, buf: bytes) -> None:
        pos = 0
        self._settled = len(buf) if self._final else _settled(buf)
        while True:
            state = self._state
            moved = self._steps[state](buf, pos)
            if moved == pos and state is self._state:
                break
            pos = moved
        self._pending = buf[pos:] if pos else buf

    # A step reads from `pos` and says where it stopped; no move and no new state: more is needed.

    def _between(self, buf: bytes, pos: int) -> int:
        space = _SPACE.match(buf, pos)
        if space:
            self._newlines += space[0].count(b"\n")
            pos = space.end()
        two = buf[pos : pos + 2]
        if not two or (two in (b"-", b"/") and not self._final):
            return pos
        if two == b"--":
            self._state = _State.LINE
        elif two == b"/*":
            self._state = _State.BLOCK
            self._comments = 1
            pos += 2
        elif two[:1] == b"\\":
            self._state = _State.META
        else:
            self._state = _State.SQL
            self._in_statement = True
        return pos

    def _sql(self, buf: bytes, pos: int) -> int:
        end = max(pos, self._settled)
        body = _BODY.match(bytes(self._text[:256]) + buf[pos : pos + 256])
        pattern = _TOKEN_OR_WORD if body else _TOKEN
        at = pos
        while token := pattern.search(buf, at, end):
            at = token.end()
            kind = token[0]
            if kind == b";":
                if self._parens <= 0 and self._begins <= 0:
                    self._keep(buf, pos, at)
                    self._statement_ends()
                    return at
            elif kind == b"(":
                self._parens += 1
            elif kind == b")":
                self._parens -= 1
            elif kind == b"\\":
                self._keep(buf, pos, at - 1)
                self._state = _State.META
                return at - 1
            elif kind[:1].isalpha() and kind[-1:] != b"'":
                self._count_body(kind.lower())
            else:
                self._open(kind)
                self._keep(buf, pos, at)
                return at
        self._keep(buf, pos, end)
        return end

    def _count_body(self, word: bytes) -> None:
        # BEGIN ATOMIC … END bodies hold semicolons; CASE … END nests in them.
        if word == b"end":
            self._begins = max(0, self._begins - 1)
        elif word == b"begin" or self._begins:
            self._begins += 1

    def _open(self, kind: bytes) -> None:
        if kind == b"'":
            self._state = _State.QUOTE
        elif kind in (b"e'", b"E'"):
            self._state = _State.ESCAPED
        elif kind == b'"':
            self._state = _State.NAME
        elif kind == b"--":
            self._state = _State.LINE
        elif kind == b"/*":
            self._state = _State.BLOCK
            self._comments = 1
        else:
            self._state = _State.DOLLAR
            self._tag = kind

    def _until(self, buf: bytes, pos: int, closing: bytes) -> int:
        at = buf.find(closing, pos)
        if at >= 0:
            self._state = _State.SQL
            end = at + len(closing)
        else:
            end = max(pos, len(buf) - (0 if self._final else len(closing) - 1))
        self._keep(buf, pos, end)
        return end

    def _quote(self, buf: bytes, pos: int) -> int:
        return self._until(buf, pos, b"'")

    def _name(self, buf: bytes, pos: int) -> int:
        return self._until(buf, pos, b'"')

    def _dollar(self, buf: bytes, pos: int) -> int:
        return self._until(buf, pos, self._tag)

    def _escaped(self, buf: bytes, pos: int) -> int:
        at, end = pos, len(buf)
        while found := _ESCAPED_END.search(buf, at):
            at = found.end()
            if found[0] == b"'":
                if at == end and not self._final:  # the next byte may double it
                    end -= 1
                    break
                self._state = _State.SQL
                end = at
                break
        else:
            if not self._final and buf.endswith(b"\\", at):
                end -= 1
        self._keep(buf, pos, end)
        return end

    def _block(self, buf: bytes, pos: int) -> int:
        at = pos
        while edge := _COMMENT_EDGE.search(buf, at):
            at = edge.end()
            self._comments += 1 if edge[0] == b"/*" else -1
            if not self._comments:
                self._state = _State.SQL if self._in_statement else _State.BETWEEN
                break
        else:
            at = max(at, len(buf) - (0 if self._final else 1))
        if self._in_statement:
            self._keep(buf, pos, at)
        else:
            self._newlines += buf.count(b"\n", pos, at)
        return at

    def _to_line_end(self, buf: bytes, pos: int, *, returns: bool = False) -> tuple[int, bool]:
        at = buf.find(b"\n", pos)
        if returns and (found := buf.find(b"\r", pos, at if at >= 0 else len(buf))) >= 0:
            at = found
        end = len(buf) if at < 0 else at
        self._line += buf[pos : min(end, pos + _LINE_LIMIT - len(self._line))]
        return end, at >= 0 or self._final

    def _line_comment(self, buf: bytes, pos: int) -> int:
        # PostgreSQL and psql end a comment at a carriage return, too: what follows is run.
        end, ended = self._to_line_end(buf, pos, returns=True)
        if self._in_statement:
            self._keep(buf, pos, end)
        if ended:
            if not self._in_statement and self._line.rstrip() == _TRAILER:
                self._trailer, self._disorder = True, ""
            self._line.clear()
            self._state = _State.SQL if self._in_statement else _State.BETWEEN
        return end

    def _meta(self, buf: bytes, pos: int) -> int:
        end, ended = self._to_line_end(buf, pos)
        if ended:
            line = bytes(self._line.rstrip())
            self._line.clear()
            word, _, key = line.partition(b" ")
            if word == b"\\restrict":
                self._restricted = key
            elif word == b"\\unrestrict" and key == self._restricted:
                self._restricted = b""
            elif self._trailer and not (self._final and self._restricted.startswith(key)):
                self._after_trailer()
            if self._events:
                self._events.meta_command(line, inside_statement=self._in_statement)
            self._state = _State.SQL if self._in_statement else _State.BETWEEN
        return end

    def _keep(self, buf: bytes, pos: int, end: int) -> None:
        self._newlines += buf.count(b"\n", pos, end)
        room = self._limit - len(self._text)
        if end - pos > room:
            self._whole = False
            end = pos + max(0, room)
        self._text += memoryview(buf)[pos:end]

    def _statement_ends(self) -> None:
        text, whole = bytes(self._text), self._whole
        self._text.clear()
        self._whole, self._in_statement = True, False
        self._parens = self._begins = 0
        self._state = _State.BETWEEN
        self._statements += 1
        if self._trailer:
            if text == b"COMMIT;" and self._wrapped and not self._committed:
                self._committed = True
            else:
                self._after_trailer()
        elif text == b"BEGIN;" and self._statements == 1:
            self._wrapped = True
        copy = _COPY.match(text) if whole else None
        if copy and _FROM_STDIN.search(text[-256:]):
            self._table = ".".join(unquoted(name) for name in copy.groups() if name is not None)
            self._rows.setdefault(self._table, 0)
            self._state = _State.COPY_HEAD
            if self._events:
                self._events.copy_begins(self._table, text)
        elif self._events:
            self._events.statement(text, whole=whole)

    def _after_trailer(self) -> None:
        self._trailer = False
        self._disorder = "More statements follow the line that says that the dump is complete."

    def _copy_head(self, buf: bytes, pos: int) -> int:
        at = buf.find(b"\n", pos)
        if buf[pos : len(buf) if at < 0 else at].strip():
            # psql runs what follows on the line, but only after the rows.
            self._oddity = f"At line {self.line:,} something follows a COPY statement on its line."
        if at < 0:
            return len(buf)
        # The newline stays unread: an empty block then ends like any other, with newline and `\.`
        self._head_newline = True
        self._state = _State.COPY
        return at

    def _copy(self, buf: bytes, pos: int) -> int:
        at = pos
        while True:
            at = buf.find(b"\n\\.", at)
            if at < 0:
                break
            after = buf[at + 3 : at + 5]
            if after[:1] == b"\n" or after == b"\r\n" or (self._final and after in (b"", b"\r")):
                self._copied(buf, pos, at, last=True)
                if self._events:
                    self._events.copy_ends()
                self._state = _State.BETWEEN
                return at + 3
            if not after or after == b"\r":
                break
            at += 3
        end = at if at >= 0 else len(buf)
        if at < 0 and not self._final:
            end -= 2 if buf.endswith(b"\n\\") else 1 if buf.endswith(b"\n") else 0
        end = max(end, pos)
        self._copied(buf, pos, end, last=False)
        return end

    def _copied(self, buf: bytes, pos: int, end: int, *, last: bool) -> None:
        newlines = buf.count(b"\n", pos, end)
        self._rows[self._table] += newlines
        self._newlines += newlines + last
        if self._events and end + last > pos:
            start = pos + self._head_newline
            self._head_newline = False
            if data := buf[start : end + last]:
                self._events.copy_data(data)


def _settled(buf: bytes) -> int:
    # A word, a dollar tag, `--` or `/*` at the end may go on in the next piece.
    tail = buf[-_WORD_LIMIT:]
    word = len(tail) - len(tail.rstrip(_WORD))
    half = tail.endswith((b"-", b"/")) and not tail.endswith(b"--")
    return len(buf) - ((word if word < _WORD_LIMIT else 0) or half)
