"""How Qt runs where there is no display, and says nothing about what it lacks there."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

SIZE = 1180, 760  # of the window; the screen that is not there is smaller than real ones
_LACKED = "This plugin does not support "  # raising, focus and the like mean nothing offscreen


def without_display() -> None:
    """Let the application, made after this, draw into memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_said)


def _said(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if not text.startswith(_LACKED):
        sys.stderr.write(text + "\n")
