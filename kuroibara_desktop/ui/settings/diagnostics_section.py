"""Versions and places, for whoever helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kuroibara_desktop.profile import Keep
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.pieces import button, label
from kuroibara_desktop.ui.settings.pieces import Card, Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from kuroibara_desktop.ui.settings.diagnostics import Diagnosis


class DiagnosticsSection(Section):
    """Shows one `Diagnosis`; copying it needs no window behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.describe(
            self.tr("What somebody who helps you will ask for. It holds no password and no token.")
        )
        self._found: Diagnosis | None = None
        versions = self.add_card(self.tr("Versions"))
        self._app = _fact(versions, "Kuroibara Desktop")
        self._python = _fact(versions, "Python")
        self._qt = _fact(versions, "Qt")
        self._system = _fact(versions, self.tr("System"))
        places = self.add_card(self.tr("Where things are"))
        self._config = _fact(places, self.tr("Settings"))
        self._data = _fact(places, self.tr("Data"))
        self._archive = _fact(places, self.tr("Archive folder"))
        self._keep = _fact(places, self.tr("Sign-in"))
        self.copy = button(self.tr("Copy report"), icon="check")
        self.copy.clicked.connect(self._copy)
        self.open = button(self.tr("Open the data folder"), icon="folder")
        self.open.clicked.connect(self._open)
        places.foot(self.copy, self.open)

    def show_diagnosis(self, found: Diagnosis) -> None:
        self._found = found
        for fact, value in (
            (self._app, found.app),
            (self._python, found.python),
            (self._qt, found.qt),
            (self._system, found.system),
            (self._config, str(found.config)),
            (self._data, str(found.data)),
            (self._archive, str(found.archive) if found.archive else self.tr("none chosen yet")),
            (self._keep, self._kept(found.keep)),
        ):
            fact.setText(value)

    def _kept(self, keep: Keep) -> str:
        return {
            Keep.KEYRING: self.tr("in the keyring"),
            Keep.SESSION: self.tr("in memory, for this session"),
            Keep.SEALED: self.tr("in a file that your passphrase opens"),
        }[keep]

    def _copy(self) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setText(self._found.report())
            self.say(self.tr("The report is in the clipboard."))

    def _open(self) -> None:
        if self._found is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._found.data)))


def _fact(to: Card, name: str) -> QLabel:
    words = label("", tone="muted", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setMinimumWidth(round(240 * theme.current().scale))
    to.setting(name, "", words)
    return words
