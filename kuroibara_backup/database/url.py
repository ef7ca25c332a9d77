"""How addresses of databases are written, and how Kuroibara's become libpq's."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

_LIBPQ = frozenset(
    {
        *("application_name", "client_encoding", "connect_timeout", "dbname", "options"),
        *("host", "hostaddr", "port", "user", "password", "passfile", "service"),
        *("sslmode", "sslcert", "sslkey", "sslpassword", "sslrootcert", "sslcrl"),
        *("ssl_min_protocol_version", "ssl_max_protocol_version", "channel_binding"),
        *("gssencmode", "require_auth", "target_session_attrs", "tcp_user_timeout"),
        *("keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval"),
    }
)


_HOST: Final = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(:[0-9]*)?")
_NOT_ENCODED: Final = re.compile(r"%(?![0-9A-Fa-f]{2})|%00")


def for_libpq(url: str) -> str:
    """The address without what only SQLAlchemy's drivers understand.

    `postgresql+asyncpg://…?ssl=require` becomes `postgresql://…?sslmode=require`.
    Raises `ValueError` when it is none; the error's text holds nothing of the address.
    """
    scheme, separator, rest = url.partition("://")
    if not separator or scheme.split("+")[0] not in {"postgresql", "postgres"}:
        raise ValueError("it must begin with postgresql://")
    # As libpq reads it: all up to the last @ before the first slash is who signs in.
    head, slash, tail = rest.partition("/")
    who, at, where = head.rpartition("@")
    place, _, asked = f"{where}{slash}{tail}".partition("?")
    hosts = place.partition("/")[0].split(",")
    # libpq would say so, too, but shows what it could not read, and that is the password.
    if _NOT_ENCODED.search(who + place) or not all(map(_HOST.fullmatch, hosts)):
        raise ValueError(
            "it is not well formed; in a name or password, write % as %25, / as %2F, @ as %40"
        )
    query = []
    for name, value in parse_qsl(asked, keep_blank_values=True):
        if name == "ssl":
            query.append(("sslmode", {"true": "require", "false": "disable"}.get(value, value)))
        elif name in _LIBPQ:
            query.append((name, value))
    options = f"?{urlencode(query, quote_via=quote)}" if query else ""
    return f"postgresql://{who.replace('@', '%40')}{at}{place}{options}"


def from_parts(*, host: str, port: int, database: str, user: str, password: str) -> str:
    """The address of these parts; any of them may hold any letter."""
    where = f"[{host}]" if ":" in host and not host.startswith("[") else quote(host, safe="[]:")
    who = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return f"postgresql://{who}@{where}:{port}/{quote(database, safe='')}"
