"""The dialog in which rules for an archive are tried out: what would go, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.keeping import CopyVerdict, summary
from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import button, column, label
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.settings.pieces import Card, Choice
from kuroibara_desktop.ui.settings.rule_numbers import RuleNumbers
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class KeepingDialog(Dialog):
    """Says which rules are to be judged, kept, or kept and obeyed; decides nothing itself."""

    judge_asked = Signal(object)  # Policy or None
    keep_asked = Signal(object)
    remove_asked = Signal(object, object)  # Policy or None, and the verdicts that were shown

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[CopyVerdict, ...] | None = None
        self._sure = False
        self.setWindowTitle(self.tr("What is kept"))
        head = column(gap=6)
        head.addWidget(label(self.tr("What is kept on “{name}”").format(name=name), Type.FIGURE))
        head.addWidget(
            label(
                self.tr(
                    "The newest good copy of each library always stays, and so does what is "
                    "pinned. What the rules let go is removed whenever a new copy has come."
                ),
                tone="muted",
                wrap=True,
            )
        )
        self.how: Choice[bool] = Choice(
            [(False, self.tr("As many as fit")), (True, self.tr("By rules"))]
        )
        self.how.chosen.connect(self._changed)
        card = Card()
        card.setting(self.tr("Copies are kept"), "", self.how)
        self.rules = RuleNumbers()
        usual = Policy()
        self.rules.set_numbers(usual.daily, usual.weekly, usual.monthly, usual.yearly, usual.most)
        self.rules.changed.connect(self._changed)
        card.add(self.rules)
        self.summary = label("", Type.STRONG, wrap=True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What goes and what stays"))
        self.list.setFont(theme.current().figures(Type.DETAIL))
        self.list.setMinimumHeight(round(200 * theme.current().scale))
        self.keep_button = button(self.tr("Keep these rules"), "primary")
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(lambda: self.keep_asked.emit(self.policy()))
        self.remove_button = button(self.tr("Keep them, and remove now"))
        self.remove_button.clicked.connect(self._remove)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = WrappingRow(gap=8)
        foot.addWidget(self.remove_button)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.keep_button)
        whole = column(self, margins=24, gap=14)
        whole.addLayout(head)
        whole.addWidget(card)
        whole.addWidget(self.summary)
        whole.addWidget(self.list, 1)
        whole.addLayout(foot)
        self.resize(round(680 * theme.current().scale), round(560 * theme.current().scale))
        self._wait()

    def begin(self, policy: Policy | None) -> None:
        """Show the rules in force, and ask what they would do."""
        self.how.set_value(policy is not None)
        if policy is not None:
            self.rules.set_numbers(
                policy.daily, policy.weekly, policy.monthly, policy.yearly, policy.most
            )
        self.rules.setVisible(policy is not None)
        self._changed()

    def policy(self) -> Policy | None:
        """The rules as they stand in the fields; None is as many as fit."""
        if not self.how.value():
            return None
        daily, weekly, monthly, yearly, most = self.rules.numbers()
        return Policy(
            daily=daily,
            weekly=weekly,
            monthly=monthly,
            yearly=yearly,
            most=most,
            manual_too=True,
        )

    def show_verdicts(
        self, policy: Policy | None, found: Sequence[CopyVerdict], now: datetime
    ) -> None:
        """What these rules would do; nothing where others were typed since."""
        if policy != self.policy():
            return
        self._shown = tuple(found)
        going = [one for one in found if not one.kept]
        self.summary.setText(said(summary(found)) if found else self.tr("There are no copies."))
        ordered = [*going, *(one for one in found if one.kept)]
        self.list.setPlainText("\n".join(self._line(one, now) for one in ordered))
        self.keep_button.setEnabled(True)
        self.remove_button.setEnabled(bool(going))

    def _line(self, verdict: CopyVerdict, now: datetime) -> str:
        copy = verdict.copy
        sentence = self.tr("Stays") if verdict.kept else self.tr("GOES")
        age = formatting.age(copy.created_at, now) if copy.created_at else self.tr("undated")
        why = "; ".join(map(said, verdict.reasons))
        return f"{sentence}: {copy.name} · {formatting.size(copy.size)} · {age} · {why}"

    def _changed(self) -> None:
        self.rules.setVisible(bool(self.how.value()))
        self._wait()
        self.judge_asked.emit(self.policy())

    def _wait(self) -> None:
        self._shown = None
        self.summary.setText(self.tr("Looking…"))
        self.keep_button.setEnabled(False)
        self.remove_button.setEnabled(False)
        self._sure = False
        self.remove_button.setText(self.tr("Keep them, and remove now…"))

    def _remove(self) -> None:
        """Asked twice: what goes is gone."""
        if self._shown is None:
            return
        if not self._sure:
            self._sure = True
            count = sum(not one.kept for one in self._shown)
            text = self.tr("Remove one copy for good")
            if count > 1:
                text = self.tr("Remove {count} copies for good").format(count=count)
            self.remove_button.setText(text)
            return
        self.remove_asked.emit(self.policy(), self._shown)
