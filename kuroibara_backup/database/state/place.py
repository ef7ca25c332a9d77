"""Which backup folder did the engine use last?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.database.connection import connected

if TYPE_CHECKING:
    from uuid import UUID


def place_id(state_url: str) -> UUID | None:
    with connected(state_url, doing="the backup folder was looked up") as connection:
        row = connection.execute("SELECT place_id FROM engine").fetchone()
    return None if row is None else row[0]


def set_place_id(state_url: str, place: UUID) -> None:
    with connected(state_url, doing="the backup folder was remembered") as connection:
        connection.execute("UPDATE engine SET place_id = %s", (place,))
