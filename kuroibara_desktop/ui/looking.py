"""One look at both sides, with the rows of the table worked out off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from kuroibara_desktop.ui.backups.model import BackupModel, Prepared
    from kuroibara_desktop.ui.desk import Desk, Look
    from kuroibara_desktop.ui.home.view import HomeView
    from kuroibara_desktop.ui.home.watching import Watching
    from kuroibara_desktop.ui.tasks import Check


@dataclass(frozen=True, slots=True)
class Seen:
    """One look at both sides, with its rows and the Home page worked out."""

    look: Look
    rows: Prepared
    home: HomeView


def seen(
    desk: Desk, model: BackupModel, watching: Watching, check: Check
) -> Generator[Seen, None, Seen]:
    """Yield what is here, and return both sides, as `Desk.look` does."""
    steps = desk.look(check)
    while True:
        try:
            look = next(steps)
        except StopIteration as end:
            return _seen(end.value, model, watching)
        yield _seen(look, model, watching)


def _seen(look: Look, model: BackupModel, watching: Watching) -> Seen:
    return Seen(look, model.prepare(look.backups), watching.take(look))
