"""What the command does with the archive itself, apart from how it is typed and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import NoConnection, NotFound
from kuroibara_desktop.server import probe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuroibara_desktop.core.backups import LocalCopy
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


def named(copies: Iterable[LocalCopy], names: Iterable[str]) -> list[LocalCopy]:
    """The copies of these names, in their order; raises `NotFound` for one that is not there."""
    by_name = {name: c for c in copies for name in (c.name, c.path.name, c.remote_name)}
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        if name not in by_name:
            raise NotFound(
                f"There is no copy called {name} in the archive.",
                remedy="`kuroibara-desktop list` shows what is there.",
            )
    return [by_name[name] for name in wanted]
