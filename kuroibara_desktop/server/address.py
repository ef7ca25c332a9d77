"""Which addresses a person may have meant."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from kuroibara_desktop.core.errors import NotKuroibara

_TAILS = ("/api/v1/backup", "/api/v1", "/api/docs", "/api")


def candidates(typed: str) -> list[str]:
    """The base addresses to try, best first; raise `NotKuroibara` for what can be no address.

    Without a scheme the safe one comes first, except for this very computer.
    """
    text = typed.strip()
    if "://" not in text:
        both = [f"https://{text}", f"http://{text}"]
        return [_base(url, typed) for url in (both[::-1] if is_loopback(both[0]) else both)]
    return [_base(text, typed)]


def is_loopback(url: str) -> bool:
    """Whether the address is this very computer."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(url: str) -> str:
    """The host and port, as a person would say the address."""
    return urlsplit(url).netloc


_LONGEST = 2000  # letters of an address
_PORTS = {"http": 80, "https": 443}


def _base(url: str, typed: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as exc:
        raise _no_address(typed) from exc
    host = parts.hostname
    if parts.scheme not in _PORTS or not host or any(c.isspace() for c in url):
        raise _no_address(typed)
    if len(url) > _LONGEST or not _can_be_asked_for(host):
        raise _no_address(typed)
    if parts.username is not None or parts.password is not None:
        raise NotKuroibara(
            "The address holds a user name or password.",
            remedy="Type the address alone; you are asked for the password afterwards.",
        )
    path = parts.path.rstrip("/")
    for tail in _TAILS:
        path = path.removesuffix(tail)
    name = f"[{host}]" if ":" in host else host
    at = "" if port in (None, _PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{name}{at}{path.rstrip('/')}"


def _can_be_asked_for(host: str) -> bool:
    """Whether the name can be sent to a name server at all."""
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return True


def _no_address(typed: str) -> NotKuroibara:
    return NotKuroibara(f"{typed.strip()[:200]!r} is not the address of a server.")
