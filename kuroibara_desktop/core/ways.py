"""How a server is reached: through which proxy, and with which headers a gateway wants to see."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kuroibara_backup.errors import InvalidRequest

DIRECT = "direct"  # typed in place of a proxy: none, whatever the system says

_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")  # RFC 9110, a field name
_MOST, _LONGEST = 20, 8000
# What the app, or the connection, says for itself.
_OURS = frozenset(
    {
        *("accept", "accept-encoding", "authorization", "connection", "content-digest"),
        *("content-encoding", "content-length", "content-type", "expect", "host", "if-range"),
        *("keep-alive", "proxy-connection", "range", "te", "trailer", "transfer-encoding"),
        *("upgrade", "x-confirm"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`proxy` is an address, `DIRECT`, or empty: as the system says. The repr holds no secret."""

    proxy: str = field(default="", repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def is_usual(self) -> bool:
        """Whether nothing was set, so that nothing need be kept."""
        return not self.proxy and not self.headers

    @property
    def through(self) -> str:
        """The proxy as it may be shown, without the password in its address; empty for none."""
        if self.proxy in ("", DIRECT):
            return ""
        return urlsplit(self.proxy).netloc.rpartition("@")[2]


def proxy_of(typed: str) -> str:
    """The proxy that was typed; raises `InvalidRequest` for what can be none."""
    text = typed.strip()
    if not text or text.lower() == DIRECT:
        return text.lower()
    url = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        host = None
    if host is None or any(c.isspace() or not c.isprintable() for c in url) or len(url) > 1000:
        raise InvalidRequest(
            "This is not the address of a proxy.",
            remedy="Type it as http://proxy.example.net:3128, or leave it empty.",
        )
    if parts.scheme not in ("http", "https"):
        raise InvalidRequest(
            f"Proxies of the kind {parts.scheme}:// cannot be used.",
            remedy="Type an http:// or https:// proxy, or leave it empty.",
        )
    return f"{parts.scheme}://{parts.netloc}"


def headers_of(typed: str) -> tuple[tuple[str, str], ...]:
    """The headers that were typed, one a line; raises `InvalidRequest`, naming the line."""
    found = []
    for number, line in enumerate(typed.splitlines(), start=1):
        if not line.strip():
            continue
        name, colon, value = (part.strip() for part in line.partition(":"))
        if not colon or not _TOKEN.fullmatch(name) or not value:
            raise InvalidRequest(
                f"Line {number} is not a header.", remedy="Write each as Name: value."
            )
        if name.lower() in _OURS:
            raise InvalidRequest(
                f"The header {name} cannot be set: the app sends its own.",
                remedy="Leave that line out.",
            )
        if not value.isascii() or not value.isprintable() or len(value) > _LONGEST:
            raise InvalidRequest(
                f"The value in line {number} holds what no header can.",
                remedy="Copy it again from whoever gave it to you.",
            )
        found.append((name, value))
    if len(found) > _MOST:
        raise InvalidRequest(f"These are more than {_MOST} headers.", remedy="Leave some out.")
    return tuple(found)


def way_of(proxy: str, headers: str) -> Way:
    """What was typed under *Advanced*, or given to the command."""
    return Way(proxy=proxy_of(proxy), headers=headers_of(headers))


def written(way: Way) -> str:
    """What `way_in` reads."""
    return json.dumps({"proxy": way.proxy, "headers": [list(pair) for pair in way.headers]})


def way_in(text: str) -> Way:
    """The way in a text of ours; the usual one where it cannot be read."""
    try:
        found = json.loads(text)
        lines = "\n".join(f"{name}: {value}" for name, value in found["headers"])
        return way_of(found["proxy"], lines)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidRequest):
        return Way()
