"""The fields of a server's JSON: each has the agreed shape, or the whole answer is refused."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kuroibara_backup.archive.letters import with_whole_letters
from kuroibara_backup.archive.moments import moment as a_moment
from kuroibara_desktop.core.errors import NotKuroibara
from kuroibara_desktop.server.border import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

T = TypeVar("T")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Misread(Exception):
    """The answer is no JSON of the agreed shape; `why` names the field."""


def parsed(body: bytes, read: Callable[[object], T], *, host: str, asked: str) -> T:
    """Read `body` with one of the functions below; `asked` names what was asked for."""
    try:
        return read(_loaded(body.decode()))
    except (Misread, ValueError, OverflowError, RecursionError) as exc:
        if body.lstrip()[:1] == b"<":
            raise NotKuroibara(f"{host} sent a web page where {asked} was expected.") from exc
        raise NotKuroibara(f"{host} sent {asked} in a form that is not understood.") from exc


def shaped(read: Callable[[], T], *, host: str, asked: str) -> T:
    """What `read` makes of something that came earlier."""
    try:
        return read()
    except Misread as exc:
        raise NotKuroibara(f"{host} sent {asked} in a form that is not understood.") from exc


def _loaded(text: str) -> object:
    return with_whole_letters(json.loads(text), text)


def an_object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Misread("object")
    return value


def text(answer: Mapping[str, object], key: str) -> str:
    value = answer.get(key)
    if not isinstance(value, str) or not value:
        raise Misread(key)
    return value


def optional(answer: Mapping[str, object], key: str) -> str | None:
    value = answer.get(key)
    return value if isinstance(value, str) and value else None


def count(answer: Mapping[str, object], key: str) -> int:
    value = answer.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise Misread(key)
    return value


def flag(answer: Mapping[str, object], key: str) -> bool:
    return answer.get(key) is True


def digest(value: object) -> str | None:
    return value if isinstance(value, str) and _SHA256.fullmatch(value) else None


def moment(text: str) -> datetime:
    try:
        return a_moment(text)
    except ValueError:
        raise Misread("time") from None


def moment_or_none(value: object) -> datetime | None:
    return moment(value) if isinstance(value, str) and value else None


def an_identity(answer: Mapping[str, object], key: str) -> str:
    """A UUID, which alone may become a part of an address."""
    try:
        return str(UUID(text(answer, key)))
    except ValueError:
        raise Misread(key) from None


def shown(answer: Mapping[str, object], key: str) -> str:
    """Words for the person, made safe; empty when there are none."""
    return said(answer.get(key))


def shown_all(answer: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(said(item) for item in listed(answer, key) if isinstance(item, str))


def listed(answer: Mapping[str, object], key: str) -> list[object]:
    """A list; nothing when the field is not there or null."""
    value = answer.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise Misread(key)
    return value


def objects(answer: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    return [an_object(item) for item in listed(answer, key)]


def inside(answer: Mapping[str, object], key: str) -> Mapping[str, object]:
    """An object; an empty one when the field is not there or null."""
    value = answer.get(key)
    return {} if value is None else an_object(value)


def count_or_none(answer: Mapping[str, object], key: str) -> int | None:
    return None if answer.get(key) is None else count(answer, key)


def decimal_or_none(answer: Mapping[str, object], key: str) -> float | None:
    value = answer.get(key)
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        raise Misread(key)
    return float(value)


def flag_or_none(answer: Mapping[str, object], key: str) -> bool | None:
    value = answer.get(key)
    return value if isinstance(value, bool) else None
