"""Whatever is typed for a folder becomes a path, and is looked at once nobody types any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from kuroibara_desktop.ui.settings.folder_dialog import FolderDialog
from kuroibara_desktop.ui.typed_folder import TypedFolder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


@pytest.fixture
def window(look: Appearance, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("  /media/Red ", Path("/media/Red")),
        ("~/copies", Path.home() / "copies"),
        ("~nobody-at-all/copies", Path("~nobody-at-all/copies")),
        ("/media/a\0b", Path("/media/ab")),
    ],
)
def test_what_is_typed_is_a_path(typed: str, path: Path, window: QWidget) -> None:
    field = TypedFolder(window)
    field.field.setText(typed)
    assert field.path() == path


def test_it_is_looked_at_once_after_the_last_key(window: QWidget, qtbot: QtBot) -> None:
    field = TypedFolder(window)
    looked: list[Path] = []
    field.settled.connect(looked.append)
    with qtbot.waitSignal(field.settled):
        qtbot.keyClicks(field.field, "/media/Red")
    assert looked == [Path("/media/Red")]
    field.field.clear()
    field.settle()
    assert looked == [Path("/media/Red")], "nothing typed is nothing to look at"


def test_a_home_of_nobody_does_not_break_the_dialog(window: QWidget, qtbot: QtBot) -> None:
    dialog = FolderDialog("Add a folder", "Choose one.", "Add", window)
    with qtbot.waitSignal(dialog.weigh_asked) as asked:
        qtbot.keyClicks(dialog.findChildren(TypedFolder)[0].field, "~nobody-at-all")
    assert asked.args == [Path("~nobody-at-all").absolute()]
