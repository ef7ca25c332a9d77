"""Everything about one backup, to be read, copied and heard; no word of it misleads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from kuroibara_desktop.core.backups import Backup, CopyState, Where
from kuroibara_desktop.core.checks import Drill
from kuroibara_desktop.ui import language
from kuroibara_desktop.ui.backups.asking import AcceptDialog, DeleteDialog, NoteDialog
from kuroibara_desktop.ui.backups.deeds import Side, loss
from kuroibara_desktop.ui.backups.properties import PropertiesDialog
from kuroibara_desktop.ui.backups.wording import Wording
from tests.unit.ui.samples import NOW, both, here, local, on_server, remote

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance

HOSTILE = (
    "<b>bold</b><img src='file:///etc/passwd'>",
    "gpj.\u202eexe",
    "two\nlines\tand a tab",
    "x" * 10_000,
    "漫画 🌹👨‍👩‍👧 ｱ",
    "null\0byte \ufffe",
    "&amp; %s {name} {0} %1",
)


def opened(backup: Backup, qtbot: QtBot) -> PropertiesDialog:
    dialog = PropertiesDialog(backup, Wording(now=lambda: NOW))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_bytes_are_grouped_as_the_language_does(
    qtbot: QtBot, look: Appearance, qapp: QApplication
) -> None:
    speaking = language.start(qapp, "de")
    try:
        text = opened(on_server("weekly", size=123_456_789), qtbot).plain()
    finally:
        speaking.stop()
    assert "118 MiB (123.456.789 Byte)" in text


def test_both_sides_are_told_with_their_checksums(qtbot: QtBot, look: Appearance) -> None:
    sha256 = "ab12" * 16
    backup = Backup(
        where=Where.BOTH,
        remote=remote("weekly", sha256=sha256, note="before the import", proved_at=NOW),
        local=local("weekly", sha256=sha256, copied_at=NOW, not_proved=("No checksum was told.",)),
    )
    dialog = opened(backup, qtbot)
    text = dialog.plain()
    assert text.count(f"SHA-256: {sha256}") == 2
    assert "File: /archive/server/weekly.tar.gz" in text
    assert "Note: before the import" in text
    assert "No checksum was told." in text
    assert "sha256sum -c 'weekly.tar.gz.sha256'" in text
    assert "psql -U kuroibara" in text
    assert all(line.strip() in dialog.text.toPlainText() for line in ("On the server", "Here"))
    qtbot.mouseClick(dialog.sum_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == sha256
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text


def test_without_a_checksum_there_is_none_to_copy(qtbot: QtBot, look: Appearance) -> None:
    dialog = opened(on_server("a", sha256=None), qtbot)
    assert not dialog.sum_button.isVisible()
    assert "SHA-256: The server tells none" in dialog.plain()


def test_a_damaged_copy_is_not_told_to_be_restored(qtbot: QtBot, look: Appearance) -> None:
    damaged = local("a", state=CopyState.DAMAGED, damages=("Chapter 12 is damaged.",))
    text = opened(Backup(where=Where.DAMAGED, local=damaged), qtbot).plain()
    assert "Chapter 12 is damaged." in text
    assert "Repair it first" in text
    assert "psql" not in text


def test_what_a_rehearsal_proved_is_added_when_it_is_known(qtbot: QtBot, look: Appearance) -> None:
    dialog = opened(both("a"), qtbot)
    assert "rehearsal of a restore\n" not in dialog.plain()
    dialog.show_drill(
        Drill(proved=True, finished_at=NOW, covered=("The database loads.",), not_proved=())
    )
    assert "Outcome: Proved" in dialog.plain()
    assert "The database loads." in dialog.text.toPlainText()


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_stranger_are_text_and_nothing_else(
    words: str, qtbot: QtBot, look: Appearance
) -> None:
    metadata = {"kuroibara_version": words, words: [words, {"deep": words}], "format": words}
    backup = Backup(
        where=Where.BOTH,
        remote=remote(words, metadata=metadata, note=words, backup_id=words),
        local=local("a", metadata=metadata, damages=(words,), not_proved=(words,), backup_id=words),
        of=words[:50],
    )
    dialog = opened(backup, qtbot)
    shown = dialog.text.toPlainText()
    assert "\u202e" not in shown
    assert "\0" not in shown
    assert dialog.width() <= 900
    document = dialog.text.document()
    assert document.idealWidth() <= dialog.text.viewport().width() + 1
    assert "<img" not in dialog.text.toHtml()
    if words.startswith("<b>"):
        assert words in shown
    titles = dialog.findChildren(QLabel)
    assert titles
    for title in titles:
        assert title.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "make",
    [
        lambda b, parent: DeleteDialog([b], loss([b], [b], Side.THERE), Side.THERE, parent),
        lambda b, parent: DeleteDialog([b, b], loss([b], [b], Side.HERE), Side.HERE, parent),
        lambda b, parent: AcceptDialog([b], parent),
        NoteDialog,
    ],
    ids=["delete there", "delete here", "accept", "note"],
)
def test_questions_about_a_hostile_backup_stay_readable(
    words: str,
    make: Callable[[Backup, QWidget | None], QWidget],
    qtbot: QtBot,
    look: Appearance,
) -> None:
    dialog = make(named(words), None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() <= 700
    assert dialog.height() <= 700
    titles = dialog.findChildren(QLabel)
    assert titles
    for title in titles:
        assert title.textFormat() is Qt.TextFormat.PlainText
        assert "\u202e" not in title.text()
        assert "\n" not in title.text()


def named(words: str) -> Backup:
    return Backup(where=Where.BOTH, remote=remote(words, note=words), local=local("copy"))


def test_the_last_one_needs_a_tick_of_its_own(qtbot: QtBot, look: Appearance) -> None:
    backup = here("only")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = DeleteDialog([backup], loss([backup], [backup], Side.HERE), Side.HERE, window)
    dialog.show()
    assert dialog.focusWidget() is dialog.no
    assert not dialog.yes.isEnabled()
    assert "No other verified copy here" in dialog.warning.text()
    qtbot.mouseClick(dialog.tick, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert confirmed.args == [True]
