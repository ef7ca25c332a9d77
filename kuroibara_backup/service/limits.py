"""How long must somebody wait who keeps failing?

The waits grow and end: an attempt that is refused for coming too early counts for nothing, so
nobody can keep an account closed for ever. Strangers' failures do not close it to its owner
either, where they have signed in from before.
"""

from __future__ import annotations

import hashlib
import hmac
import math
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Final

from kuroibara_backup.database.state import attempts
from kuroibara_backup.database.state.attempts import Counter
from kuroibara_backup.errors import TooManyAttempts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

KNOWN_FOR: Final = timedelta(days=90)
_DAY: Final = timedelta(days=1)


def waits(*, free: int, longest: int) -> tuple[float, ...]:
    """No wait after the first `free` failures, then 1 s, 2 s, 4 s … up to `longest` seconds."""
    growing = [2.0**n for n in range(math.ceil(math.log2(longest)))]
    return (*(0.0 for _ in range(free)), *growing, float(longest))


ACCOUNT_WAITS: Final = waits(free=5, longest=900)
ADDRESS_WAITS: Final = waits(free=50, longest=300)
CODE_WAITS: Final = waits(free=5, longest=900)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt that was let through, counted as failed until it is said otherwise."""

    _url: str
    _own: tuple[Counter, ...]
    _shared: tuple[Counter, ...]
    _known: bytes | None

    def succeeded(self, now: datetime) -> None:
        """Count the account's failures anew; the address only gets this one back."""
        attempts.forget(self._url, self._own)
        attempts.release(self._url, self._shared)
        if self._known is not None:
            attempts.remember_address(self._url, self._known, now)

    def undecided(self) -> None:
        """Nothing was wrong yet: it counts neither way."""
        attempts.release(self._url, (*self._own, *self._shared))


class Limiter:
    """Lets attempts through or makes them wait; all workers on one state database share it."""

    def __init__(self, url: str, key: bytes, now: Callable[[], datetime]) -> None:
        self._url = url
        self._key = key
        self._now = now

    def password(self, name: str, address: str | None) -> Attempt:
        """Let an attempt at this account through, or raise with the seconds to wait."""
        now = self._now()
        near = neighbourhood(address)
        known = self._mark("known", name, near)
        if attempts.is_known_address(self._url, known, now - KNOWN_FOR):
            own = Counter(
                what="known",
                mark=known,
                waits=ACCOUNT_WAITS,
                forgotten_after=_DAY,
            )
        else:
            own = Counter(
                what="account",
                mark=self._mark("account", name),
                waits=ACCOUNT_WAITS,
                forgotten_after=_DAY,
            )
        return self._through(now, own, self._of_address(near), known)

    def code(self, address: str | None) -> Attempt:
        """Let an attempt at an invitation's code through, or raise with the seconds to wait."""
        near = neighbourhood(address)
        own = Counter(
            what="code",
            mark=self._mark("code", near),
            waits=CODE_WAITS,
            forgotten_after=_DAY,
        )
        return self._through(self._now(), own, self._of_address(near), None)

    def sweep(self) -> None:
        now = self._now()
        attempts.sweep(self._url, attempts_before=now - 2 * _DAY, addresses_before=now - KNOWN_FOR)

    def _through(
        self, now: datetime, own: Counter, shared: Counter, known: bytes | None
    ) -> Attempt:
        wait = attempts.reserve(self._url, (own, shared), now)
        if wait is not None:
            seconds = max(1, math.ceil(wait.total_seconds()))
            raise TooManyAttempts(
                "Nothing was checked: there were too many failed attempts.",
                remedy=f"Try again in {seconds} s.",
                retry_after=seconds,
            )
        return Attempt(self._url, (own,), (shared,), known)

    def _of_address(self, near: str) -> Counter:
        return Counter(
            what="address",
            mark=self._mark("address", near),
            waits=ADDRESS_WAITS,
            forgotten_after=timedelta(hours=1),
        )

    def _mark(self, *parts: str) -> bytes:
        text = "\0".join(parts).encode("utf-8", "surrogatepass")
        return hmac.digest(self._key, b"attempt\0" + text, hashlib.sha256)


def neighbourhood(address: str | None) -> str:
    """The address, or the /64 that one customer has of IPv6; "" for what is none."""
    try:
        found = ip_address((address or "").partition("%")[0])
    except ValueError:
        return ""
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found, 64), strict=False))
