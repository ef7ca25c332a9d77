"""The five numbers of retention rules in a row: days, weeks, months, years, at most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.ui.pieces import column, label, row
from kuroibara_desktop.ui.settings.pieces import Number
from kuroibara_desktop.ui.theme import Type


class RuleNumbers(QWidget):
    """`fields` in their order; an empty number is *all*."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        titles = (
            self.tr("Days"),
            self.tr("Weeks"),
            self.tr("Months"),
            self.tr("Years"),
            self.tr("At most"),
        )
        self.fields: list[Number] = []
        line = row(self, gap=10)
        line.setContentsMargins(0, 6, 0, 6)
        for title in titles:
            number = Number(1, 999, none=self.tr("all"))
            number.setAccessibleName(title)
            number.chosen.connect(lambda _: self.changed.emit())
            caption = label(title, Type.SMALL, tone="muted")
            caption.setBuddy(number)
            part = column(gap=4)
            part.addWidget(caption)
            part.addWidget(number)
            line.addLayout(part)
            self.fields.append(number)
        line.addStretch(1)

    def numbers(self) -> tuple[int | None, ...]:
        return tuple(field.number() for field in self.fields)

    def set_numbers(self, *numbers: int | None) -> None:
        for field, number in zip(self.fields, numbers, strict=True):
            field.set_number(number)
