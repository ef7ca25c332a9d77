"""What is a row of the sample, and what does nearly every one of them carry?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kuroibara_backup.demo.model import FIRST_DAY, new_id

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

Row = dict[str, object]
Tables = Iterator[tuple[str, list[Row]]]


def stamped(rng: Random, time: datetime = FIRST_DAY) -> Row:
    """The three columns that nearly every table ends with."""
    return {"id": new_id(rng), "created_at": time, "updated_at": time}
