"""A server with a library of its own, running, behind a line that may be cut and a set clock."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg

from kuroibara_backup.service.engine import opened
from tests.support.engine import serving
from tests.support.restoring import other_server, whole
from tests.support.rights import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import User
    from tests.support.faulty import FaultyProxy
    from tests.support.restoring import Server, Whole


@dataclass(frozen=True)
class There:
    """Where something is restored to."""

    settled: Server
    proxy: FaultyProxy
    clock: Clock

    @property
    def owner(self) -> User:
        assert self.settled.owner is not None
        return self.settled.owner

    def state(self) -> Whole:
        return whole(self.settled.settings)


@contextmanager
def held_up(settled: Server) -> Iterator[None]:
    """A restore there comes to the safety copy of what is there, and no further."""
    with psycopg.connect(settled.url) as connection:
        connection.execute("LOCK TABLE manga_genre IN ACCESS EXCLUSIVE MODE")
        yield


@contextmanager
def standing(
    folder: Path, postgres: EmbeddedPostgres, template: str, faulty: Callable[[str], FaultyProxy]
) -> Iterator[There]:
    clock = Clock()
    with other_server(folder, postgres, template) as settled:
        with opened(settled.settings, now=clock) as service:
            service.start()
            with serving(service) as url:
                yield There(settled, faulty(url), clock)
