"""The dialog in which the server's retention rules are tried out before they are saved there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kuroibara_desktop.core.rules import KeepRules
from kuroibara_desktop.ui import formatting, theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Notice, button, column, label, row
from kuroibara_desktop.ui.saying import said, told
from kuroibara_desktop.ui.settings.pieces import Card
from kuroibara_desktop.ui.settings.rule_numbers import RuleNumbers
from kuroibara_desktop.ui.theme import Type

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.rules import Preview, Verdict


class RetentionDialog(Dialog):
    """Says which rules are to be judged and which saved; stays open until the server took them."""

    judge_asked = Signal(object)  # KeepRules
    save_asked = Signal(object)

    def __init__(self, rules: KeepRules, server: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = rules
        self.setWindowTitle(self.tr("What the server keeps"))
        head = column(gap=6)
        head.addWidget(
            label(self.tr("What {server} keeps").format(server=server), Type.FIGURE, wrap=True)
        )
        head.addWidget(
            label(
                self.tr(
                    "After each backup the server removes what these rules do not keep. The newest "
                    "good one of each kind, and what is pinned, always stays."
                ),
                tone="muted",
                wrap=True,
            )
        )
        card = Card()
        self.enabled = card.check(self.tr("Remove old backups by these rules"))
        self.enabled.setChecked(rules.enabled)
        self.enabled.clicked.connect(self._changed)
        self.rules = RuleNumbers()
        self.rules.set_numbers(
            rules.daily, rules.weekly, rules.monthly, rules.yearly, rules.at_most
        )
        self.rules.changed.connect(self._changed)
        card.add(self.rules)
        self.manual = card.check(
            self.tr("Also those that somebody made by hand"),
            self.tr("Otherwise only what the server made by itself is removed."),
        )
        self.manual.setChecked(rules.manual)
        self.manual.clicked.connect(self._changed)
        self.summary = label("", Type.STRONG, wrap=True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What goes and what stays"))
        self.list.setFont(theme.current().figures(Type.DETAIL))
        self.list.setMinimumHeight(round(160 * theme.current().scale))
        self.notice = Notice()
        self.notice.hide()
        self.save = button(self.tr("Save on the server"), "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        whole = column(self, margins=24, gap=14)
        whole.addLayout(head)
        whole.addWidget(card)
        whole.addWidget(self.summary)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.notice)
        whole.addLayout(foot)
        self.resize(round(680 * theme.current().scale), round(620 * theme.current().scale))
        self._wait()

    def begin(self) -> None:
        """Ask what the rules in force would do."""
        self.judge_asked.emit(self.typed())

    def typed(self) -> KeepRules:
        """The rules as they stand in the fields."""
        daily, weekly, monthly, yearly, at_most = self.rules.numbers()
        return KeepRules(
            enabled=self.enabled.isChecked(),
            daily=daily,
            weekly=weekly,
            monthly=monthly,
            yearly=yearly,
            at_most=at_most,
            manual=self.manual.isChecked(),
            edited=self._before.edited,
        )

    def show_preview(self, rules: KeepRules, found: Preview) -> None:
        """What these rules would do; nothing where others were typed since."""
        if rules != self.typed():
            return
        count = len(found.would_remove)
        size = formatting.size(found.would_free)
        if not found.enabled:
            text = self.tr("Nothing goes: the rules are switched off.")
        elif count == 0:
            text = self.tr("Nothing goes now.")
        elif count == 1:
            text = self.tr("One backup would go, which frees {size}.").format(size=size)
        else:
            text = self.tr("{count} backups would go, which frees {size}.")
            text = text.format(count=count, size=size)
        self.summary.setText(text)
        ordered = sorted(found.verdicts, key=lambda one: one.kept)
        self.list.setPlainText("\n".join(map(self._line, ordered)))
        self.save.setEnabled(rules != self._before)

    def show_no_preview(self, rules: KeepRules, error: BackupError) -> None:
        """Why it is not known what these would do; they are not saved unseen."""
        if rules == self.typed():
            self.summary.setText("")
            self.list.setPlainText("")
            self.notice.say(told(error).whole, "bad")

    def show_error(self, error: BackupError) -> None:
        self.notice.say(told(error).whole, "bad")
        self.save.setEnabled(True)

    def _line(self, verdict: Verdict) -> str:
        sentence = self.tr("Stays") if verdict.kept else self.tr("GOES")
        name = verdict.filename.removesuffix(".tar.gz")
        why = "; ".join(map(said, verdict.reasons))
        return f"{sentence}: {name} · {formatting.size(verdict.size)} · {why}"

    def _changed(self) -> None:
        self.notice.say("")
        self._wait()
        self.judge_asked.emit(self.typed())

    def _wait(self) -> None:
        self.summary.setText(self.tr("Looking…"))
        self.save.setEnabled(False)

    def _save(self) -> None:
        self.save.setEnabled(False)
        self.notice.say("")
        self.save_asked.emit(self.typed())
