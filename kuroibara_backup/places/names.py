"""What may a backup be called?"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.retention import Kind

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime
    from zoneinfo import ZoneInfo

SUFFIX = ".tar.gz"
MAX_BYTES = 200
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._ -")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def _invalid(refused: str, why: str) -> InvalidRequest:
    return InvalidRequest(
        f"{refused}: its name {why}.",
        remedy="Use letters, digits, spaces and . _ - only, for example manual_backup_20230710.",
        code="invalid_name",
    )


def checked_name(asked: str, *, refused: str = "The backup was not started") -> str:
    """Return `asked` if it can name a backup on every system a copy may go to.

    The name is used exactly as asked or refused, never changed.
    """
    if not asked:
        raise _invalid(refused, "is empty")
    if len(asked.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise _invalid(refused, f"is longer than {MAX_BYTES} bytes")
    if not all(char in _PLAIN or unicodedata.category(char)[0] in "LM" for char in asked):
        raise _invalid(refused, "holds a character that is not allowed")
    if asked[0] in ".- " or asked[-1] in ". ":
        raise _invalid(
            refused, "begins with a dot, a dash or a space, or ends with a dot or a space"
        )
    if ".." in asked:
        raise _invalid(refused, "holds two dots in a row")
    if unicodedata.category(asked[0])[0] == "M":
        raise _invalid(refused, "begins with a combining mark")
    if asked.lower().endswith((SUFFIX, ".sha256", ".age")):
        raise _invalid(refused, "already has an ending; leave .tar.gz out")
    if _RESERVED.fullmatch(asked):
        raise _invalid(refused, "is reserved on Windows")
    return asked


def made_name(kind: Kind, now: datetime, zone: ZoneInfo, taken: Container[str]) -> str:
    """Return the name of a backup that nobody named: kind and local time, never one in `taken`.

    `taken` holds folded names (see `folded`).
    """
    prefix = "kuroibara_backup" if kind is Kind.MANUAL else kind.value
    base = f"{prefix}_{now.astimezone(zone):%Y%m%d_%H%M%S}"
    name, number = base, 1
    while folded(name) in taken:
        number += 1
        name = f"{base}_{number}"
    return name


def folded(name: str) -> str:
    """Return what two names share when some file system would take them for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def kind_of(filename: str) -> Kind | None:
    """Tell the kind from the name alone, as for Kuroibara's own files."""
    for kind in (Kind.DAILY, Kind.WEEKLY, Kind.MONTHLY):
        if re.match(rf"{kind.value}_\d{{6,8}}(?!\d)", filename):
            return kind
    return None
