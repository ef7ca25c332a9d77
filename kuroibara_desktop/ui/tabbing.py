"""In which order does Tab go? As one reads, wherever controls were made in another order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def tab_as_read(layout: QLayout) -> None:
    """Order what stands in the layout now; it must stand in its window, which has the one order."""
    for before, after in pairwise(_reached(layout)):
        QWidget.setTabOrder(before, after)


def _reached(layout: QLayout) -> Iterator[QWidget]:
    """What Tab comes to, in the order in which the layout is read."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _reached(inner)
        elif (widget := item.widget()) is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            elif (inner := widget.layout()) is not None:
                yield from _reached(inner)
