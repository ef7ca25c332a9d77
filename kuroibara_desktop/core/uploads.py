"""A backup on its way from here to the server, and how large its pieces are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

LARGEST_PIECE = 8 * 1024 * 1024
SMALLEST_PIECE = 512 * 1024


class UploadState(Enum):
    RECEIVING = "receiving"
    RECEIVED = "received"
    COMPLETING = "completing"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One look at an upload; `offset` is the first byte that the server still wants.

    `filename` is the backup's name on the server once it is published. `piece_at_most` is what the
    server itself takes; a proxy before it may take less.
    """

    id: str
    filename: str
    size: int
    sha256: str
    state: UploadState
    offset: int
    piece_at_most: int
    expires_at: datetime | None = None
    job_id: str | None = None


def smaller(piece: int) -> int | None:
    """The next size to try when `piece` bytes were too many; None when there is none."""
    return max(piece // 2, SMALLEST_PIECE) if piece > SMALLEST_PIECE else None


def first_piece(remembered: int | None, at_most: int) -> int:
    """What to begin with: what went through at this server before, within bounds."""
    wanted = remembered or LARGEST_PIECE
    return max(1, min(max(wanted, SMALLEST_PIECE), LARGEST_PIECE, at_most))
