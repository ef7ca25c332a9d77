"""Every dialog can be named, reached, left by keys, and read in a language with longer words."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

import kuroibara_desktop.ui
from kuroibara_desktop.core.devices import Invitation
from kuroibara_desktop.core.errors import NoRoomBeside, ServerUnreachable
from kuroibara_desktop.core.keeping import WayOut
from kuroibara_desktop.core.rules import KeepRules
from kuroibara_desktop.core.ways import Way
from kuroibara_desktop.demo.pilot import rest
from kuroibara_desktop.ui.backups.asking import AcceptDialog, DeleteDialog, NoteDialog
from kuroibara_desktop.ui.backups.create import CreateDialog
from kuroibara_desktop.ui.backups.deeds import Loss, Side
from kuroibara_desktop.ui.backups.properties import PropertiesDialog
from kuroibara_desktop.ui.backups.wording import Wording
from kuroibara_desktop.ui.dialogs import Dialog
from kuroibara_desktop.ui.question import Question
from kuroibara_desktop.ui.restore import asking
from kuroibara_desktop.ui.restore.series import SeriesDialog
from kuroibara_desktop.ui.restore.there import ThereDialog
from kuroibara_desktop.ui.settings import question
from kuroibara_desktop.ui.settings.devices_card import InvitationDialog
from kuroibara_desktop.ui.settings.folder_dialog import FolderDialog
from kuroibara_desktop.ui.settings.keeping_dialog import KeepingDialog
from kuroibara_desktop.ui.settings.naming_dialog import NamingDialog
from kuroibara_desktop.ui.settings.retention_dialog import RetentionDialog
from kuroibara_desktop.ui.settings.way_dialog import WayDialog
from kuroibara_desktop.ui.transfers.room import RoomDialog
from kuroibara_desktop.ui.trouble import TroubleDialog
from tests.support import looking, pseudo
from tests.unit.ui.samples import NOW, both, here, on_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance

RULES = KeepRules(enabled=True, daily=7, weekly=4, monthly=6, yearly=None, at_most=30, manual=False)
FULL_DISK = NoRoomBeside(
    "weekly_full.tar.gz has 14.1 GiB, but the drive with your archive has only 9.0 GiB left, and "
    "the copies on it must stay.",
    needed=1 << 34,
    free=1 << 33,
    remedy="Choose another drive: nothing is given up.",
    ways=tuple(WayOut),
)
TITLE, SENTENCE, DEED = (  # as they come: in the language of the window
    pseudo.pseudo(words)
    for words in ("Remove the old copies?", "They are nowhere else. Look twice.", "Remove them")
)


def server_gone(parent: QWidget) -> TroubleDialog:
    return TroubleDialog(ServerUnreachable("Nothing answers at nas."), parent, can_retry=True)


def with_backups(parent: QWidget) -> ThereDialog:
    dialog = ThereDialog(parent)
    dialog.show_backups([both("a"), on_server("b")])
    return dialog


MAKERS: dict[type[QDialog], Callable[[QWidget], QDialog]] = {
    AcceptDialog: lambda parent: AcceptDialog([both("a"), both("b")], parent),
    CreateDialog: lambda parent: CreateDialog((both("a"),), parent),
    DeleteDialog: lambda parent: DeleteDialog(
        [here("a")], Loss(gone=(here("a"),), last=(here("a"),)), Side.HERE, parent
    ),
    FolderDialog: lambda parent: FolderDialog(TITLE, SENTENCE, DEED, parent),
    InvitationDialog: lambda parent: InvitationDialog(
        Invitation(id="1", user="ben", expires_at=NOW, code="ABCD-EFGH-IJKL"),
        "https://manga.example.net",
        parent,
    ),
    KeepingDialog: lambda parent: KeepingDialog("Red", parent),
    NamingDialog: lambda parent: NamingDialog("nas", parent),
    NoteDialog: lambda parent: NoteDialog(on_server("a"), parent),
    PropertiesDialog: lambda parent: PropertiesDialog(both("a"), Wording(), parent),
    RetentionDialog: lambda parent: RetentionDialog(RULES, "nas", parent),
    RoomDialog: lambda parent: RoomDialog(FULL_DISK, parent),
    SeriesDialog: SeriesDialog,
    ThereDialog: with_backups,
    TroubleDialog: server_gone,
    WayDialog: lambda parent: WayDialog("nas", Way(), parent),
    asking.ConfirmDialog: lambda parent: asking.ConfirmDialog("nas", SENTENCE, parent),
    asking.KeepOrRestoreDialog: lambda parent: asking.KeepOrRestoreDialog("a.tar.gz", parent),
    asking.PasswordDialog: asking.PasswordDialog,
    asking.RollBackDialog: lambda parent: asking.RollBackDialog(SENTENCE, parent),
    question.Question: lambda parent: question.Question(TITLE, SENTENCE, DEED, parent),
}


@pytest.fixture
def window(look: Appearance, qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[None]:
    with pseudo.spoken(qapp):
        yield


def opened(kind: type[QDialog], window: QWidget) -> QDialog:
    dialog = MAKERS[kind](window)
    dialog.open()
    rest(20)
    return dialog


def all_kinds() -> set[type[QDialog]]:
    """Every class of a dialog in the window's code; one that others are made from is none."""
    for module in pkgutil.walk_packages(kuroibara_desktop.ui.__path__, "kuroibara_desktop.ui."):
        import_module(module.name)
    found: set[type[QDialog]] = set()
    waiting: list[type[QDialog]] = [QDialog]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("kuroibara_desktop."):
                found.add(kind)
    return found - {Dialog, Question}


def test_every_dialog_there_is_is_looked_at(look: Appearance) -> None:
    assert {kind.__name__ for kind in all_kinds() - set(MAKERS)} == set()


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_a_dialog_can_be_used_without_a_mouse_and_without_eyes(
    kind: type[QDialog], window: QWidget
) -> None:
    dialog = opened(kind, window)
    assert dialog.windowTitle()
    for check in (
        looking.nameless,
        looking.unreached,
        looking.against_the_eye,
        looking.doubled_shortcuts,
        looking.unseen_focus,
        looking.faint_words,
    ):
        assert check(dialog) == [], check.__name__
    left: list[int] = []
    dialog.finished.connect(left.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert left, "Escape leads out of every dialog"


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_a_dialog_has_room_for_longer_words_and_says_none_in_english(
    kind: type[QDialog], window: QWidget, longer: None
) -> None:
    dialog = opened(kind, window)
    for check in (looking.cut, looking.overlapping, looking.untranslated):
        assert check(dialog) == [], check.__name__
    dialog.reject()
