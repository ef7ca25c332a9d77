from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kuroibara_backup.errors import BackupError, NoConnection
from kuroibara_desktop.ui.trouble import TroubleDialog, redacted, report

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


def test_a_report_holds_no_secret() -> None:
    text = redacted(
        f"Authorization: Bearer {JWT} password=hunter2 https://anna:pw@host/ {Path.home()}/x"
    )
    assert JWT not in text
    for secret in ("hunter2", "anna:pw", str(Path.home())):
        assert secret not in text
    assert "~/x" in text


def test_a_report_names_the_cause() -> None:
    error = BackupError("It went wrong.")
    error.__cause__ = ZeroDivisionError("why")
    assert "ZeroDivisionError: why" in report(error)
    assert "unexpected: It went wrong." in report(error)


def test_the_dialog_says_what_happened_and_what_to_do(qtbot: QtBot, look: Appearance) -> None:
    error = NoConnection("Nothing answers at home.", remedy="Start the server.")
    dialog = TroubleDialog(error)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.windowTitle() == "There is no connection"
    assert dialog.sentence.text() == "Nothing answers at home."
    assert dialog.remedy.text() == "Start the server."
    assert not dialog.details.isVisible()
    qtbot.mouseClick(dialog.show_details, Qt.MouseButton.LeftButton)
    assert dialog.details.isVisible()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "no_connection: Nothing answers at home." in QGuiApplication.clipboard().text()


def test_a_servers_words_are_never_markup(qtbot: QtBot, look: Appearance) -> None:
    dialog = TroubleDialog(BackupError("<b>bold</b><img src=x>"))
    qtbot.addWidget(dialog)
    assert dialog.sentence.textFormat() is Qt.TextFormat.PlainText


def test_try_again_is_offered_only_where_it_makes_sense(qtbot: QtBot, look: Appearance) -> None:
    dialog = TroubleDialog(NoConnection("x"), can_retry=True)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.again):
        qtbot.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    other = TroubleDialog(NoConnection("x"))
    qtbot.addWidget(other)
    other.open()
    assert not other.again_button.isVisible()
