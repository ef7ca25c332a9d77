"""Is there room for another upload? Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotEnoughSpace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuroibara_backup.database.state.uploads import Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """`most` is what all unfinished uploads may take; `free` what the disk has but the reserve."""

    most: int | None
    free: int

    def must_hold(self, size: int, others: Sequence[Upload], *, here: int = 0) -> None:
        """Raise where `size` more bytes do not fit; `here` are those of it that came already.

        What unfinished uploads were promised counts as used.
        """
        unfinished = [one for one in others if one.published is None]
        taken = sum(one.size for one in unfinished) + here
        if self.most is not None and taken + size > self.most:
            raise NotEnoughSpace(
                f"The upload was refused: unfinished uploads may take {self.most:,} bytes"
                " together.",
                needed=size,
                free=max(0, self.most - taken),
                remedy="Complete or remove other uploads, or raise BACKUP_UPLOAD_MAX_BYTES.",
            )
        free = max(0, self.free - sum(one.size - one.received for one in unfinished))
        if size > free:
            raise NotEnoughSpace(
                f"The upload was refused: it takes {size:,} bytes, but only {free:,} bytes of the"
                " server's backup disk are neither used nor promised.",
                needed=size,
                free=free,
                remedy="Free some space on the server's backup disk.",
            )
