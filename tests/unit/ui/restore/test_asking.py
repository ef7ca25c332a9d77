"""The dialogs of a restore let nothing through that was not typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.core.errors import CodeRequired, CodeWrong, WrongPassword
from kuroibara_desktop.core.restoring import Series
from kuroibara_desktop.ui.restore.asking import ConfirmDialog, PasswordDialog
from kuroibara_desktop.ui.restore.series import SeriesDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.restore.secret import Secret
    from kuroibara_desktop.ui.theme import Appearance


@pytest.fixture
def window(look: Appearance, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_only_the_servers_own_name_lets_a_restore_begin(window: QWidget, qtbot: QtBot) -> None:
    dialog = ConfirmDialog("library@db", "What is there is replaced.", window)
    typed: list[str] = []
    dialog.confirmed.connect(typed.append)
    for wrong in ("", "library", "Library@db", "library@db!"):
        dialog.name.setText(wrong)
        assert not dialog.yes.isEnabled()
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not typed
    dialog.name.setText(" library@db ")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert typed == [" library@db "]
    assert not dialog.yes.isEnabled()  # once is enough


def test_a_code_is_asked_for_only_where_the_server_wants_one(window: QWidget, qtbot: QtBot) -> None:
    dialog = PasswordDialog(window)
    given: list[Secret] = []
    dialog.given.connect(given.append)
    assert not dialog.code.isVisibleTo(dialog)
    dialog.password.setText("secret of anna")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    dialog.show_error(CodeRequired("A code is wanted."))
    assert dialog.code.isVisibleTo(dialog)
    assert not dialog.yes.isEnabled()
    dialog.code.setText("123456")
    qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
    dialog.show_error(CodeWrong("The code is not right."))
    assert dialog.code.text() == ""
    assert "not right" in dialog.notice.text()
    assert [(one.password, one.code) for one in given] == [
        ("secret of anna", None),
        ("secret of anna", "123456"),
    ]


def test_a_wrong_password_can_be_typed_again(window: QWidget, qtbot: QtBot) -> None:
    dialog = PasswordDialog(window)
    dialog.password.setText("wrong")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert not dialog.password.isEnabled()
    dialog.show_error(WrongPassword("That is not the password."))
    assert dialog.password.isEnabled()
    assert dialog.yes.isEnabled()
    assert "not the password" in dialog.notice.text()


def test_a_typed_secret_is_in_no_text_that_could_be_logged(
    window: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    dialog = PasswordDialog(window)
    given: list[Secret] = []
    dialog.given.connect(given.append)
    dialog.password.setText("secret of anna")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert "secret of anna" not in f"{given[0]!r} {given} {caplog.text}"


def test_series_are_searched_taken_in_and_out_by_keys(window: QWidget, qtbot: QtBot) -> None:
    dialog = SeriesDialog(window)
    taken: list[tuple[str, ...]] = []
    dialog.chosen.connect(taken.append)
    assert not dialog.yes.isEnabled()
    dialog.show_series(
        tuple(Series(id=f"id-{n}", title=f"Title {n}", files=2, bytes=1024) for n in range(12))
    )
    dialog.search.setText("title 1")
    hidden = [dialog.list.item(number).isHidden() for number in range(12)]
    assert hidden.count(False) == 3
    for number in (1, 11, 10, 10):  # the last one in and out again
        dialog.list.setCurrentItem(dialog.list.item(number))
        dialog.list.item(number).setSelected(True)
    dialog.list.item(10).setSelected(False)
    assert not dialog.list.item(1).icon().isNull()
    assert dialog.list.item(10).icon().isNull()
    assert dialog.summary.text() == "2 of 12 chosen · 2.00 KiB"
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert [sorted(ids) for ids in taken] == [["id-1", "id-11"]]


def test_a_backup_without_series_says_so(window: QWidget, qtbot: QtBot) -> None:
    dialog = SeriesDialog(window)
    dialog.show_series(())
    assert "no files of any series" in dialog.summary.text()
    assert not dialog.yes.isEnabled()
