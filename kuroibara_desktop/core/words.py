"""How words of strangers become one line that can be shown."""

from __future__ import annotations

import re

LONGEST = 200


def one_line(text: str, longest: int = LONGEST) -> str:
    """`text` without what cannot be seen or would turn the line round, and not endless."""
    if not text.isprintable():
        text = re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text)).strip()
    return text if len(text) <= longest else text[: longest - 1] + "…"
