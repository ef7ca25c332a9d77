"""Where is the keyboard after a list was made anew? At the same button, else at its place."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


@contextmanager
def keyboard_kept(area: QWidget) -> Iterator[None]:
    """Make buttons in `area` anew meanwhile. A renamed one is found by its place among them."""
    at = area.window().focusWidget()
    before = _buttons(area)
    if not isinstance(at, QAbstractButton) or at not in before:
        yield
        return
    name, place = _name(at), before.index(at)
    yield
    # The new ones are shown once the layout had its turn.
    QTimer.singleShot(0, area, partial(_bring_back, area, name, place))


def _bring_back(area: QWidget, name: str, place: int) -> None:
    now = _buttons(area)
    same = next((one for one in now if _name(one) == name), None)
    if same is None and now:
        same = now[min(place, len(now) - 1)]
    if same is not None:
        same.setFocus(Qt.FocusReason.OtherFocusReason)


def _buttons(area: QWidget) -> list[QAbstractButton]:
    """In the order in which they were made."""
    found = area.findChildren(QAbstractButton)
    return [one for one in found if one.isVisibleTo(area) and one.isEnabled()]


def _name(one: QAbstractButton) -> str:
    return one.accessibleName() or one.text()
