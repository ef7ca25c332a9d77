"""How addresses of databases are written, and how Kuroibara's become libpq's."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

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


def for_libpq(url: str) -> str:
    """The address without what only SQLAlchemy's drivers understand.

    `postgresql+asyncpg://…?ssl=require` becomes `postgresql://…?sslmode=require`.
    Raises `ValueError` when it is none; the error's text holds nothing of the address.
    """
    scheme, separator, rest = url.partition("://")
    if not separator or scheme.split("+")[0] not in {"postgresql", "postgres"}:
        raise ValueError("it must begin with postgresql://")
    try:
        parts = urlsplit(f"postgresql://{rest}")
    except ValueError:
        raise ValueError("it is not well formed") from None  # the cause would show it
    query = []
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name == "ssl":
            query.append(("sslmode", {"true": "require", "false": "disable"}.get(value, value)))
        elif name in _LIBPQ:
            query.append((name, value))
    return urlunsplit(parts._replace(query=urlencode(query, quote_via=quote)))


def from_parts(*, host: str, port: int, database: str, user: str, password: str) -> str:
    """The address of these parts; any of them may hold any letter."""
    where = f"[{host}]" if ":" in host and not host.startswith("[") else quote(host, safe="[]:")
    who = f"{quote(user, safe='')}:{quote(password, safe='')}"
    return f"postgresql://{who}@{where}:{port}/{quote(database, safe='')}"
