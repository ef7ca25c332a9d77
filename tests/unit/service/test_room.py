"""What the disk has free is promised once, however many uploads are under way."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from kuroibara_backup.database.state.uploads import Upload
from kuroibara_backup.errors import NotEnoughSpace
from kuroibara_backup.service.room import Room

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def upload(size: int, *, received: int = 0, published: str | None = None) -> Upload:
    return Upload(
        id=uuid4(),
        filename="a.tar.gz",
        size=size,
        sha256="0" * 64,
        created_at=NOW,
        used_at=NOW,
        received=received,
        published=published,
    )


def fits(room: Room, size: int, *others: Upload, here: int = 0) -> bool:
    try:
        room.must_hold(size, others, here=here)
    except NotEnoughSpace as exc:
        refused = exc
    else:
        return True
    assert refused.needed == size
    assert 0 <= refused.free < size
    return False


@pytest.mark.parametrize(("received", "free"), [(0, 40), (30, 70), (60, 100)])
def test_what_is_still_to_come_of_others_is_not_free(received: int, free: int) -> None:
    """Bytes that came already are on the disk: who asks what is free does not count them twice."""
    room = Room(most=None, free=100)
    other = upload(60, received=received)
    assert fits(room, free, other)
    assert not fits(room, free + 1, other)


def test_what_became_a_backup_is_no_promise_any_more() -> None:
    room = Room(most=100, free=100)
    done = upload(90, received=90, published="a.tar.gz")
    assert fits(room, 100, done)
    assert not fits(room, 101, done)


def test_the_limit_counts_whole_uploads_and_what_came_of_this_one() -> None:
    room = Room(most=100, free=10**9)
    assert fits(room, 40, upload(60, received=60))
    assert not fits(room, 41, upload(60, received=60))
    assert fits(room, 10, upload(60), here=30)
    assert not fits(room, 11, upload(60), here=30)


def test_a_disk_that_is_over_full_has_nothing_free() -> None:
    assert not fits(Room(most=None, free=-5), 1)
    assert not fits(Room(most=None, free=10), 1, upload(60))
