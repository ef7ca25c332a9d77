"""Is text of somebody else's JSON made of whole characters, as everything else wants it?"""

from __future__ import annotations

import json
import re
from typing import Any, Final

_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")  # or half of a pair: only encoding tells


def with_whole_letters(value: Any, text: str) -> Any:
    """`value`, which was read from `text`, with a `?` for each half of a character.

    Nothing could print, store or send a half.
    """
    if not _HALF.search(text):
        return value
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
