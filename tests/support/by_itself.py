"""A computer on which nothing comes by itself: what a test does is all that happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_desktop import wishes
from kuroibara_desktop.core.automatic import CopyRules, Databases, Fulls
from kuroibara_desktop.wishes import Wishes

if TYPE_CHECKING:
    from kuroibara_desktop.profile import Home


def nothing_by_itself(home: Home) -> Home:
    """The same home, with wishes for nothing but what a person presses."""
    rules = CopyRules(databases=Databases.NONE, fulls=Fulls.NONE)
    wishes.save(home, Wishes(copies=rules, verify_every_days=0))
    return home
