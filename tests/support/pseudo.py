"""A language that nobody speaks: every word longer, accented and in brackets.

What is cut in it will be cut in a real one; what comes without brackets was never translated.
"""

from __future__ import annotations

import re
import runpy
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_desktop.ui import saying
from kuroibara_desktop.ui.language import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"
_ACCENTS = str.maketrans("aeiounycAEIOUN", "áëîöüñýçÁËÎÖÜÑ")
_KEPT = re.compile(r"(\{\w+\})")
_DATE = re.compile(r"[dMyHhm:\- ]+")
OPEN, CLOSE = "⟦", "⟧"


def pseudo(english: str) -> str:
    """The text a third longer; short words need more. Placeholders and forms of dates stay."""
    if _DATE.fullmatch(english):
        return english
    parts = _KEPT.split(english)
    accented = "".join(
        part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts)
    )
    letters = len(_KEPT.sub("", english))
    more = max(2, letters // 2 if letters < 12 else letters // 3)
    padding = " ".join("~" * min(7, more - at) for at in range(0, more, 8))
    return f"{OPEN}{accented}{'' if letters < 12 else ' '}{padding}{CLOSE}"


def words() -> dict[tuple[str, str], str]:
    script = runpy.run_path(str(SCRIPT))
    found = script["of_window"]() | script["from_below"]()
    return {key: pseudo(key[1]) for key in found}


@contextmanager
def spoken(app: QApplication) -> Iterator[None]:
    """Speak it in every window that is made meanwhile."""
    known = words()
    catalogue = Catalogue(known, app)
    app.installTranslator(catalogue)
    saying.speak({english: told for (name, english), told in known.items() if name == "said"})
    try:
        yield
    finally:
        app.removeTranslator(catalogue)
        saying.speak({})
