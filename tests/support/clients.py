"""Kuroibara's own way to ask its database, many at a time, all the while."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from psycopg import conninfo
from sqlalchemy import URL, exc, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

_RETRIES = 30
_RETRY_AFTER = 0.05


@dataclass
class Seen:
    """When requests were answered, with what, and how often one was tried in vain."""

    answered: list[tuple[float, float, object]] = field(default_factory=list)
    retries: int = 0
    failed: list[str] = field(default_factory=list)

    def longest_gap(self) -> float:
        """The longest time without any answer."""
        return max(b - a for a, b in pairwise(sorted(end for _, end, _ in self.answered)))

    def longest_request(self) -> float:
        return max(end - begin for begin, end, _ in self.answered)


@contextmanager
def asking(url: str, query: str, clients: int = 16) -> Iterator[Seen]:
    """SQLAlchemy and asyncpg with pre_ping; each request is tried again up to 30 times."""
    seen, stop = Seen(), threading.Event()
    thread = threading.Thread(
        target=lambda: asyncio.run(_all(url, query, clients, seen, stop)), daemon=True
    )
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join(30)


async def _all(url: str, query: str, clients: int, seen: Seen, stop: threading.Event) -> None:
    parts = conninfo.conninfo_to_dict(url)
    engine = create_async_engine(
        URL.create(
            "postgresql+asyncpg",
            username=str(parts["user"]),
            password=str(parts["password"]),
            host=str(parts["host"]),
            port=int(str(parts["port"])),
            database=str(parts["dbname"]),
        ),
        pool_pre_ping=True,
        pool_size=clients,
        max_overflow=0,
    )
    await asyncio.gather(*(_one(engine, query, seen, stop) for _ in range(clients)))
    await engine.dispose()


async def _one(engine: AsyncEngine, query: str, seen: Seen, stop: threading.Event) -> None:
    while not stop.is_set():
        begin = time.monotonic()
        for attempt in range(_RETRIES + 1):
            try:
                async with engine.connect() as connection:
                    value = (await connection.execute(text(query))).scalar_one()
                seen.answered.append((begin, time.monotonic(), value))
                break
            except (exc.SQLAlchemyError, OSError) as problem:
                seen.retries += 1
                if attempt == _RETRIES:
                    seen.failed.append(str(problem))
                await asyncio.sleep(_RETRY_AFTER)
        await asyncio.sleep(0.01)
