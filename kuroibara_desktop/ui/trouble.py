"""How an error reaches the person: what did not happen, why, what to do; details on request."""

from __future__ import annotations

import platform
import re
import traceback
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.pieces import Icon, button, column, label, row
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from kuroibara_backup.errors import BackupError

_SECRETS = (
    (re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]*"), "[token]"),
    (re.compile(r"\bkbd_[\w-]+"), "[token]"),  # of a device
    (re.compile(r"(?i)\b(bearer|basic)\s+[^\s'\",]+"), r"\1 [secret]"),
    (
        re.compile(r"(?i)(password|token|secret|otp|authorization)(['\"]?\s*[:=]\s*)[^\s,;]+"),
        r"\1\2…",
    ),
    (re.compile(r"//[^/\s:@]+:[^/\s@]+@"), "//[secret]@"),
)


def redacted(text: str) -> str:
    """The text without tokens, passwords and the name of the home folder."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text.replace(str(Path.home()), "~")


def report(error: BackupError) -> str:
    """Everything a helper would ask for and nothing a stranger may see."""
    lines = [
        f"Kuroibara Desktop {version('kuroibara-desktop')}",
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}",
        f"{error.code}: {error.sentence}",
    ]
    if error.__cause__ is not None:
        lines.append("".join(traceback.format_exception(error.__cause__)))
    return redacted("\n".join(lines)).strip()


class TroubleDialog(Dialog):
    """Shows one error. Opened with `open()`: the window behind it stays alive."""

    again = Signal()

    def __init__(
        self, error: BackupError, parent: QWidget | None = None, *, can_retry: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = told(error)
        self.setWindowTitle(words.title)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.whole)
        self._report = report(error)

        lines = column(gap=6)
        lines.addWidget(label(words.title, Type.CARD_TITLE, wrap=True))
        self.sentence = label(words.sentence, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(self.sentence)
        self.remedy = label(words.remedy, tone="muted", wrap=True)
        self.remedy.setVisible(bool(words.remedy))
        lines.addWidget(self.remedy)
        head = row(gap=16)
        head.addWidget(Icon("warning", "bad", 28), alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(lines, 1)

        self.details = QPlainTextEdit(self._report)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details of the error"))
        self.details.setFont(theme.current().font(Type.SMALL))
        self.details.setMinimumHeight(160)
        self.details.hide()

        self.show_details = button(self.tr("Details"), "quiet")
        self.show_details.setCheckable(True)
        self.show_details.toggled.connect(self._unfold)
        self.copy = button(self.tr("Copy report"), "quiet")
        self.copy.clicked.connect(self._copy)
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = WrappingRow(gap=8)
        foot.addWidget(self.show_details)
        foot.addWidget(self.copy)
        foot.addStretch()
        self.again_button = button(self.tr("Try again"))
        self.again_button.setVisible(can_retry)
        self.again_button.clicked.connect(self.accept)
        self.again_button.clicked.connect(self.again)
        foot.addWidget(self.again_button)
        foot.addWidget(self.close_button)

        whole = column(self, margins=24, gap=18)
        whole.addLayout(head)
        whole.addWidget(self.details, 1)
        whole.addLayout(foot)
        self.setMinimumWidth(round(460 * theme.current().scale))
        self.close_button.setFocus()

    def _unfold(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Copied"))
