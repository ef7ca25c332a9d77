"""What the command does with the archive itself, apart from how it is typed and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import NoConnection
from kuroibara_desktop.server import probe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_desktop.core.libraries import Doubt, Library
    from kuroibara_desktop.profile import KnownServer


def present(servers: Iterable[KnownServer]) -> dict[str, str]:
    """Which engine answers now at each address; one that does not answer is left out."""
    found = {}
    for server in servers:
        try:
            seen = probe(server.address, server.pin)
        except NoConnection:
            continue
        if seen.instance_id:
            found[server.address] = seen.instance_id
    return found


def doubts(libraries: Iterable[Library]) -> list[Doubt]:
    """Every open question, once."""
    return list({doubt.key: doubt for one in libraries for doubt in one.doubts}.values())
