"""Which bytes does a request want, by its conditional and range headers? (RFC 9110, 13 and 14)"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import formatdate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ONE_RANGE = re.compile(r"bytes=[ \t]*(\d{0,19})-(\d{0,19})[ \t]*", re.IGNORECASE | re.ASCII)
_TAG = re.compile(r'(?:W/)?("[^"]*")')
STRONG_AFTER = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to send: a status, and for 200 and 206 the bytes from `start` up to `end`."""

    status: int
    start: int = 0
    end: int = 0


def answer(
    headers: Mapping[str, str],
    *,
    head: bool,
    size: int,
    tags: Sequence[str],
    mtime: float,
    now: float,
) -> Answer:
    """Decide; `tags` are the strong entity tags of these very bytes, the first being the one sent.

    Ranges that are malformed, in another unit or more than one are ignored, as the RFC allows.
    """
    if_match = headers.get("if-match")
    if (
        if_match is not None
        and if_match.strip() != "*"
        and not _any_tag(if_match, tags, weak=False)
    ):
        return Answer(status=412)
    if_none_match = headers.get("if-none-match")
    if if_none_match is not None and (
        if_none_match.strip() == "*" or _any_tag(if_none_match, tags, weak=True)
    ):
        return Answer(status=304)
    whole = Answer(status=200, start=0, end=size)
    wanted = headers.get("range")
    if head or wanted is None or not _unchanged(headers.get("if-range"), tags, mtime, now):
        return whole
    match = _ONE_RANGE.fullmatch(wanted.strip())
    if match is None or not (match[1] or match[2]):
        return whole
    if not match[1]:
        length = min(int(match[2]), size)
        return Answer(status=206, start=size - length, end=size) if length else Answer(status=416)
    start = int(match[1])
    last = int(match[2]) if match[2] else size - 1
    if match[2] and last < start:
        return whole
    if start >= size:
        return Answer(status=416)
    return Answer(status=206, start=start, end=min(last + 1, size))


def http_date(mtime: float) -> str:
    """Return the time as Last-Modified writes it."""
    return formatdate(mtime, usegmt=True)


def _unchanged(if_range: str | None, tags: Sequence[str], mtime: float, now: float) -> bool:
    if if_range is None or if_range.strip() in tags:
        return True
    # A date proves something only once a second change in the same second is out of the question.
    return if_range.strip() == http_date(mtime) and now - mtime >= STRONG_AFTER


def _any_tag(header: str, tags: Sequence[str], *, weak: bool) -> bool:
    return any(
        match[1] in tags and (weak or not match[0].startswith("W/"))
        for match in _TAG.finditer(header)
    )
