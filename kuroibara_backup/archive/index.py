"""The lines of the index: everything about a backup that cannot be derived.

One JSON object a line. A line has exactly one legal encoding, the one `encode` gives; offsets,
gaps, glue and framing are not in it because `layout` rebuilds them.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from kuroibara_backup.archive.footer import FORMAT
from kuroibara_backup.archive.framing import piece_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_T = TypeVar("_T")
_LARGEST = (1 << 63) - 1


class BadLine(ValueError):
    """A line of an index is not one that the format knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The first line. `storage` is the inner file's length, None in a database-only backup.

    `time` is the mtime, in whole seconds, of the outer tar's entries.
    """

    time: int
    database: int
    storage: int | None
    files: int
    folders: int
    bytes: int
    groups: int


@dataclass(frozen=True, slots=True)
class Sql:
    """One member of SQL: bytes before deflate, length of the member, SHA-256 of the member."""

    size: int
    length: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """`count` entries that follow lie in it; `length` and `digest` are of the inner member."""

    count: int
    size: int
    length: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Folder:
    path: bytes
    mtime: int


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """`digest` is of the content: empty for an empty file, and in a plan while not yet known.

    `pieces` are the digests of the pieces where there is more than one. `lengths` and
    `member_digests` describe the inner members of a deflated file and are empty for others.
    """

    path: bytes
    size: int
    mtime: int
    executable: bool = False
    digest: bytes = b""
    pieces: tuple[bytes, ...] = ()
    lengths: tuple[int, ...] = ()
    member_digests: tuple[bytes, ...] = ()
    bad: bool = False
    cut: bool = False


Line: TypeAlias = Header | Sql | Group | Folder | File


def encode(line: Line) -> bytes:
    """Return the line with its `\\n`."""
    return _JSON.encode(_fields(line)).encode() + b"\n"


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def _fields(line: Line) -> dict[str, object]:
    match line:
        case File():
            fields = _path("p", line.path) | {"s": line.size, "t": line.mtime}
            if line.executable:
                fields["x"] = 1
            if line.digest:
                fields["h"] = _text(line.digest)
            if line.pieces:
                fields["c"] = [_text(digest) for digest in line.pieces]
            if line.lengths:
                fields["z"] = list(line.lengths)
                fields["zh"] = [_text(digest) for digest in line.member_digests]
            if line.bad:
                fields["bad"] = 1
            if line.cut:
                fields["cut"] = 1
            return fields
        case Folder():
            return _path("d", line.path) | {"t": line.mtime}
        case Group():
            digest = _text(line.digest)
            return {"group": line.count, "n": line.size, "z": line.length, "h": digest}
        case Sql():
            return {"sql": line.size, "z": line.length, "h": _text(line.digest)}
        case Header():
            return {
                "format": FORMAT,
                "t": line.time,
                "database": line.database,
                "storage": line.storage,
                "files": line.files,
                "folders": line.folders,
                "bytes": line.bytes,
                "groups": line.groups,
            }


def _path(key: str, path: bytes) -> dict[str, object]:
    try:
        return {key: path.decode()}
    except UnicodeDecodeError:
        return {key + "b": b64encode(path).decode()}


def _text(digest: bytes) -> str:
    return b64encode(digest).decode().rstrip("=")


def decode(data: bytes) -> Line:
    """Read one line, with or without its `\\n`; raise `BadLine` unless it is legal.

    Values are of the right type and range and fit each other; whether a path is safe to write to
    is not judged here.
    """
    line = parse(data)
    if encode(line).rstrip(b"\n") != data.rstrip(b"\n"):
        raise BadLine("a line of the index is not written as the format demands")
    return line


def parse(data: bytes) -> Line:
    """Read one line like `decode`, but take any spelling of it: quicker, for lines of our own."""
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError) as exc:
        raise BadLine("a line of the index is not JSON") from exc
    if not isinstance(fields, dict):
        raise BadLine("a line of the index is not an object")
    try:
        return _line(fields)
    except (AttributeError, KeyError, TypeError, ValueError) as exc:
        raise BadLine("a line of the index lacks a field or holds a wrong one") from exc


def _line(fields: Mapping[str, Any]) -> Line:
    if "p" in fields or "pb" in fields:
        return _file(fields)
    if "d" in fields or "db" in fields:
        return Folder(_read_path(fields, "d"), _number(fields["t"], least=-_LARGEST))
    if "group" in fields:
        count, size = _number(fields["group"], least=1), _number(fields["n"], least=1)
        return Group(count, size, _number(fields["z"], least=18), _digest(fields["h"]))
    if "sql" in fields:
        size, length = _number(fields["sql"], least=1), _number(fields["z"], least=18)
        return Sql(size, length, _digest(fields["h"]))
    if _number(fields["format"]) != FORMAT:
        raise ValueError("another format")
    return Header(
        time=_number(fields["t"]),
        database=_number(fields["database"]),
        storage=None if fields["storage"] is None else _number(fields["storage"]),
        files=_number(fields["files"]),
        folders=_number(fields["folders"]),
        bytes=_number(fields["bytes"]),
        groups=_number(fields["groups"]),
    )


def _file(fields: Mapping[str, Any]) -> File:
    size = _number(fields["s"])
    file = File(
        path=_read_path(fields, "p"),
        size=size,
        mtime=_number(fields["t"], least=-_LARGEST),
        executable="x" in fields,
        digest=_digest(fields["h"]) if size else b"",
        pieces=_list(fields, "c", _digest),
        lengths=_list(fields, "z", lambda length: _number(length, least=18)),
        member_digests=_list(fields, "zh", _digest),
        bad="bad" in fields,
        cut="cut" in fields,
    )
    count = piece_count(size)
    if len(file.pieces) != (count if count > 1 else 0):
        raise ValueError("digests do not fit the number of pieces")
    if len(file.lengths) not in (0, count) or len(file.member_digests) != len(file.lengths):
        raise ValueError("members do not fit the number of pieces")
    return file


def _read_path(fields: Mapping[str, Any], key: str) -> bytes:
    path: bytes = fields[key].encode() if key in fields else b64decode(fields[key + "b"])
    if not path:
        raise ValueError("a path is empty")
    return path


def _number(value: object, *, least: int = 0) -> int:
    if type(value) is not int or not least <= value <= _LARGEST:
        raise ValueError("a number is out of range")
    return value


def _digest(value: Any) -> bytes:
    digest = b64decode(value + "=")
    if len(digest) != 32:
        raise ValueError("a digest has another length")
    return digest


def _list(fields: Mapping[str, Any], key: str, read: Callable[[Any], _T]) -> tuple[_T, ...]:
    return tuple(read(value) for value in fields.get(key, ()))
