"""The archive folders this computer knows: where each is, how it is, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.pieces import PADDING, Icon, Notice, button, column, label, row
from kuroibara_desktop.ui.progress import ProgressCard
from kuroibara_desktop.ui.saying import said
from kuroibara_desktop.ui.settings.keyboard import keyboard_kept
from kuroibara_desktop.ui.settings.pieces import Section, clear
from kuroibara_desktop.ui.tabbing import tab_as_read
from kuroibara_desktop.ui.theme import Type
from kuroibara_desktop.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from kuroibara_backup.retention import Policy
    from kuroibara_desktop.core.libraries import Doubt
    from kuroibara_desktop.ui.settings.folders_work import Folder, Left


class FoldersSection(Section):
    """Shows folders and open questions; says what is asked for, with the folder it is about."""

    add_asked = Signal()
    use_asked = Signal(object)  # Folder
    move_asked = Signal(object)
    copy_asked = Signal(object)
    forget_asked = Signal(object)
    keep_asked = Signal(object)
    drop_asked = Signal(object, object)  # Folder, Left
    same_answered = Signal(object)  # Doubt
    other_answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.describe(
            self.tr("Where copies are kept. Every folder can be read by hand, without this app.")
        )
        self._shown: tuple[Folder, ...] | None = None
        self._doubts: tuple[Doubt, ...] = ()
        self._mirrors: dict[ProgressCard, ProgressCard] = {}
        self._works = column(gap=10)
        self._questions = column(gap=10)
        self._cards = column(gap=16)
        for part in (self._works, self._questions, self._cards):
            self.body.addLayout(part)
        self.add_button = button(self.tr("Add a folder…"), icon="plus")
        self.add_button.clicked.connect(self.add_asked)
        foot = row()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    # What is shown

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """Show them anew where something changed; else the keyboard stays where it is."""
        same = [_but_now(one) for one in folders] == [_but_now(one) for one in self._shown or ()]
        if self._shown is not None and same:
            return
        self._shown = tuple(folders)
        with keyboard_kept(self):
            clear(self._cards)
            if not folders:
                empty = label(self.tr("No archive folder is known yet."), tone="muted", wrap=True)
                self._cards.addWidget(empty)
            for folder in folders:
                self._cards.addWidget(_FolderCard(folder, self))
        if (layout := self.layout()) is not None:
            tab_as_read(layout)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Questions only a person can answer; until then nothing is removed."""
        if tuple(doubts) == self._doubts:
            return
        self._doubts = tuple(doubts)
        clear(self._questions)
        for doubt in doubts:
            self._questions.addWidget(self._question(doubt))
        if (layout := self.layout()) is not None:
            tab_as_read(layout)

    def _question(self, doubt: Doubt) -> QFrame:
        made = QFrame()
        made.setProperty("kind", "notice")
        made.setProperty("tone", "warn")
        inner = column(made, gap=8)
        inner.setContentsMargins(14, 12, 14, 12)
        words = row(gap=10)
        words.addWidget(Icon("warning", "warn", 20), alignment=Qt.AlignmentFlag.AlignTop)
        sentence = self.tr("Is it the same library? Until you say so, nothing is removed here.")
        words.addWidget(label(f"{said(doubt.sentence)} {sentence}", wrap=True), 1)
        inner.addLayout(words)
        same = button(self.tr("The same library, moved"))
        same.clicked.connect(partial(self.same_answered.emit, doubt))
        other = button(self.tr("Another library"))
        other.clicked.connect(partial(self.other_answered.emit, doubt))
        line = row(gap=8)
        line.addSpacing(30)
        line.addWidget(same)
        line.addWidget(other)
        line.addStretch(1)
        inner.addLayout(line)
        return made

    # Work under way

    def add_work(self, work: ProgressCard) -> None:
        """Show here, too, what is done with a folder."""
        mirror = ProgressCard(work.title(), icon=work.icon)
        work.progressed.connect(mirror.show_progress)
        mirror.cancel_asked.connect(work.ask)
        mirror.show_progress(work.detail(), None)
        self._mirrors[work] = mirror
        self._works.addWidget(mirror)

    def remove_work(self, work: ProgressCard) -> None:
        mirror = self._mirrors.pop(work, None)
        if mirror is not None:
            self._works.removeWidget(mirror)
            mirror.hide()
            mirror.deleteLater()


class _FolderCard(QFrame):
    """One archive folder."""

    def __init__(self, folder: Folder, section: FoldersSection) -> None:
        super().__init__()
        self._folder = folder
        self.setProperty("kind", "card")
        known = folder.known
        self.setAccessibleName(self.tr("Archive folder {name}").format(name=known.drive))
        whole = column(self, gap=10)
        whole.setContentsMargins(PADDING, PADDING - 4, PADDING, PADDING - 4)
        head = row(gap=12)
        role = "accent" if folder.in_use else "muted"
        head.addWidget(Icon("drive", role, 22), alignment=Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(label(known.drive, Type.CARD_TITLE, wrap=True))
        path = label(formatting.place(known.folder), Type.SMALL, tone="muted", wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(path)
        tone = "" if folder.here else "warn"
        words.addWidget(label(self._state(), Type.DETAIL, tone=tone, wrap=True))
        head.addLayout(words, 1)
        if folder.in_use:
            chip = label(self.tr("In use for new copies"), Type.SMALL_STRONG, tone="ok")
            head.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addLayout(head)
        if folder.here:
            words.addWidget(label(self._kept(folder.policy), Type.DETAIL, tone="muted", wrap=True))
        elif folder.why is not None:
            words.addWidget(label(said(folder.why.remedy), Type.SMALL, tone="muted", wrap=True))
        for caution in folder.cautions:
            whole.addWidget(Notice(said(caution), "warn"))
        for left in folder.left:
            whole.addWidget(self._left(left, section))
        whole.addWidget(self._buttons(section))

    def _state(self) -> str:
        folder = self._folder
        if not folder.here:
            seen = formatting.age(folder.known.last_seen, folder.now)
            return self.tr("Not connected · last seen {age}").format(age=seen)
        if folder.count == 0:
            parts = [self.tr("No copies yet")]
        elif folder.count == 1:
            parts = [self.tr("One copy"), formatting.size(folder.size)]
        else:
            count = self.tr("{count} copies").format(count=folder.count)
            parts = [count, formatting.size(folder.size)]
        if folder.newest is not None:
            age = formatting.age(folder.newest, folder.now)
            parts.append(self.tr("newest good one {age}").format(age=age))
        if folder.free is not None:
            parts.append(self.tr("{size} free").format(size=formatting.size(folder.free)))
        return " · ".join(parts)

    def _kept(self, policy: Policy | None) -> str:
        if policy is None:
            return self.tr("As many copies are kept as fit.")
        return self.tr("Copies are kept by rules.")

    def _left(self, left: Left, section: FoldersSection) -> Notice:
        words = (
            self.tr("1 old copy ({size}) is still in {folder}.")
            if left.count == 1
            else self.tr("{count} old copies ({size}) are still in {folder}.")
        )
        sentence = words.format(
            count=left.count, size=formatting.size(left.size), folder=left.place
        )
        made = Notice(sentence, "", action=self.tr("Remove them…"))
        made.pressed.connect(partial(section.drop_asked.emit, self._folder, left))
        return made

    def _buttons(self, section: FoldersSection) -> QWidget:
        made = QWidget()
        line = WrappingRow(gap=8, from_start=True)
        line.setContentsMargins(0, 0, 0, 0)
        made.setLayout(line)
        folder = self._folder
        offered: list[tuple[str, SignalInstance]] = []
        if folder.here:
            if not folder.in_use:
                offered.append((self.tr("Use for new copies"), section.use_asked))
            offered.append((self.tr("What is kept…"), section.keep_asked))
            offered.append((self.tr("Move…"), section.move_asked))
            if folder.count:
                offered.append((self.tr("Copy all to…"), section.copy_asked))
        if not folder.in_use:
            offered.append((self.tr("Forget"), section.forget_asked))
        for text, asked in offered:
            press = button(text)
            press.setAccessibleName(f"{text.rstrip('…')}: {folder.known.drive}")
            press.clicked.connect(partial(asked.emit, folder))
            line.addWidget(press)
        return made


def _but_now(folder: Folder) -> tuple[object, ...]:
    """What makes another picture of it; times pass by themselves, and errors are always new."""
    why = folder.why.sentence if folder.why else ""
    seen = None if folder.here else formatting.age(folder.known.last_seen, folder.now)
    free = formatting.size(folder.free) if folder.free is not None else ""
    return (
        folder.known.archive_id,
        folder.known.folder,
        folder.in_use,
        why,
        seen,
        free,
        folder.count,
        folder.size,
        folder.newest,
        folder.cautions,
        folder.policy,
        folder.left,
    )
