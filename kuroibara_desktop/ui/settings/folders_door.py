"""What stands between the section of archive folders and the work on them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from kuroibara_desktop.core.libraries import Answer
from kuroibara_desktop.ui import formatting
from kuroibara_desktop.ui.saying import told
from kuroibara_desktop.ui.settings import folders_work
from kuroibara_desktop.ui.settings.folder_dialog import FolderDialog
from kuroibara_desktop.ui.settings.keeping_dialog import KeepingDialog
from kuroibara_desktop.ui.settings.question import Question
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.works import Lane, Work
from kuroibara_desktop.vault import pruning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_backup.retention import Policy
    from kuroibara_desktop.core.keeping import CopyVerdict
    from kuroibara_desktop.core.libraries import Doubt
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.progress import ProgressCard
    from kuroibara_desktop.ui.settings.folders_section import FoldersSection
    from kuroibara_desktop.ui.settings.folders_work import Candidate, Folder, Kept, Left
    from kuroibara_desktop.ui.tasks import Steps, Tasks
    from kuroibara_desktop.ui.works import Works

_OURS = "drive"  # the icon of work on folders


class FoldersDoor(QObject):
    """Owns the dialogs; `changed` says that the archive in use, or what is in it, is another."""

    changed = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, works: Works, section: FoldersSection, window: QWidget
    ) -> None:
        super().__init__(section)
        self._desk, self._tasks, self._works = desk, tasks, works
        self._section, self._window = section, window
        self._doubted: Folder | None = None
        works.added.connect(self._add_work)
        works.removed.connect(self._remove_work)
        for card in works.cards:
            self._add_work(card)
        section.opened.connect(self.look)
        section.add_asked.connect(self._ask_new)
        section.use_asked.connect(self._use)
        section.move_asked.connect(self._ask_target)
        section.copy_asked.connect(self._ask_place)
        section.forget_asked.connect(self._forget)
        section.keep_asked.connect(self._ask_rules)
        section.drop_asked.connect(self._ask_drop)
        section.same_answered.connect(partial(self._answer, Answer.SAME))
        section.other_answered.connect(partial(self._answer, Answer.OTHER))

    # Looking

    def look(self) -> None:
        """Look at every folder, and whether a question is open in the one in use."""
        self._tasks.call(
            partial(folders_work.look, self._desk), succeeded=self._show, failed=self._say_error
        )

    def _show(self, folders: tuple[Folder, ...]) -> None:
        self._section.show_folders(folders)
        self._doubted = next((one for one in folders if one.in_use and one.here), None)
        if self._doubted is None:
            self._section.show_doubts(())
            return
        self._tasks.call(
            partial(folders_work.kept, self._desk, self._doubted.known),
            succeeded=lambda kept: self._section.show_doubts(kept.doubts),
        )

    def _answer(self, said: Answer, doubt: Doubt) -> None:
        folder = self._doubted
        if folder is None:
            return
        words = {
            Answer.SAME: self.tr("Noted: it is the same library. Its copies are judged together."),
            Answer.OTHER: self.tr("Noted: it is another library. Both are kept for themselves."),
        }[said]
        self._do(
            partial(folders_work.answer, self._desk, folder.known, doubt.key, said),
            lambda _: self._done(words),
        )

    # Adding, using, forgetting

    def _ask_new(self) -> None:
        dialog = FolderDialog(
            self.tr("Add an archive folder"),
            self.tr(
                "A folder for copies, best on a drive of its own, or one that holds copies already."
            ),
            self.tr("Add this folder"),
            self._window,
        )
        self._open(dialog, folders_work.weigh_new, self._add, taking_up=True)

    def _add(self, found: Candidate) -> None:
        words = self.tr("The folder was added.")
        self._do(partial(folders_work.add, self._desk, found.found), lambda _: self._done(words))

    def _use(self, folder: Folder) -> None:
        words = self.tr("From now on new copies go to {folder}.").format(folder=folder.known.folder)
        self._do(
            partial(folders_work.use, self._desk, folder.known.folder),
            lambda _: self._done(words),
        )

    def _forget(self, folder: Folder) -> None:
        words = self.tr("{name} is off the list. Nothing in it was touched.").format(
            name=folder.known.drive
        )
        archives = self._desk.archives
        self._do(partial(archives.forget, folder.known.archive_id), lambda _: self._done(words))

    # Moving and copying

    def _ask_target(self, folder: Folder) -> None:
        dialog = FolderDialog(
            self.tr("Move the archive"),
            self.tr(
                "Every copy is copied and read back before anything is switched. The old copies "
                "stay until you remove them. Choose an empty folder, or one that is yet to be made."
            ),
            self.tr("Move it here"),
            self._window,
        )
        self._open(dialog, folders_work.weigh_target, partial(self._move, folder))

    def _move(self, folder: Folder, found: Candidate) -> None:
        target = found.typed
        self._work(
            self.tr("Moving {name}").format(name=folder.known.drive),
            partial(folders_work.move, self._desk, folder.known, target),
            lambda _old: self._done(self.tr("The archive is at {to} now.").format(to=target)),
        )

    def _ask_drop(self, folder: Folder, left: Left) -> None:
        question = Question(
            self.tr("Remove the old copies?"),
            self.tr(
                "{count} copies ({size}) in {folder} go for good. Each is looked at in the new "
                "place first; what is nowhere else stays."
            ).format(count=left.count, size=formatting.size(left.size), folder=left.place),
            self.tr("Remove them"),
            self._window,
        )
        question.accepted.connect(partial(self._drop, folder, left))
        question.open()

    def _drop(self, folder: Folder, left: Left) -> None:
        self._work(
            self.tr("Removing the old copies"),
            partial(folders_work.drop_old, self._desk, folder.known, left.place),
            self._dropped,
        )

    def _dropped(self, stayed: list[Path]) -> None:
        if stayed:
            sentence = (
                self.tr("1 file stays in the old folder: it is nowhere else.")
                if len(stayed) == 1
                else self.tr("{count} files stay in the old folder: they are nowhere else.")
            )
            self._done(sentence.format(count=len(stayed)), "warn")
        else:
            self._done(self.tr("The old copies are gone."))

    def _ask_place(self, folder: Folder) -> None:
        dialog = FolderDialog(
            self.tr("Copy to a second place"),
            self.tr(
                "Every copy goes there with its checksum, to be read without this app. What is "
                "there already is left alone."
            ),
            self.tr("Copy here"),
            self._window,
        )
        self._open(dialog, folders_work.weigh_target, partial(self._copy, folder))

    def _copy(self, folder: Folder, found: Candidate) -> None:
        self._work(
            self.tr("Copying {name} to a second place").format(name=folder.known.drive),
            partial(folders_work.copy_all, self._desk, folder.known, found.typed),
            lambda count: self._done(
                self.tr("{count} copies are in {folder}.").format(count=count, folder=found.typed)
            ),
        )

    # What is kept

    def _ask_rules(self, folder: Folder) -> None:
        self._do(
            partial(folders_work.kept, self._desk, folder.known),
            partial(self._open_rules, folder),
        )

    def _open_rules(self, folder: Folder, kept: Kept) -> None:
        dialog = KeepingDialog(folder.known.drive, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def show(policy: Policy | None, found: list[CopyVerdict]) -> None:
            if isValid(dialog):
                dialog.show_verdicts(policy, found, kept.vault.now)

        def judge(policy: Policy | None) -> None:
            self._tasks.call(lambda: kept.judged(policy), succeeded=partial(show, policy))

        def keep(policy: Policy | None) -> None:
            dialog.accept()
            words = self.tr("The rules are written into the folder. Nothing was removed.")
            self._do(partial(pruning.keep_by, kept.vault, policy), lambda _: self._done(words))

        def remove(policy: Policy | None, shown: tuple[CopyVerdict, ...]) -> None:
            dialog.accept()
            self._remove(kept, policy, shown)

        dialog.judge_asked.connect(judge)
        dialog.keep_asked.connect(keep)
        dialog.remove_asked.connect(remove)
        dialog.open()
        dialog.begin(kept.policy)

    def _remove(self, kept: Kept, policy: Policy | None, shown: tuple[CopyVerdict, ...]) -> None:
        def work() -> int:
            pruning.keep_by(kept.vault, policy)
            return len(folders_work.remove(kept, shown, lambda: None))

        def say(count: int) -> None:
            self._done(
                self.tr("One copy was removed.")
                if count == 1
                else self.tr("{count} copies were removed.").format(count=count)
            )

        self._do(work, say)

    # Together

    def _open(
        self,
        dialog: FolderDialog,
        weigh: Callable[[Desk, Path], Candidate],
        chosen: Callable[[Candidate], None],
        *,
        taking_up: bool = False,
    ) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def show(found: Candidate) -> None:
            if isValid(dialog):
                dialog.show_candidate(found, taking_up=taking_up)

        def ask(folder: Path) -> None:
            self._tasks.call(partial(weigh, self._desk, folder), succeeded=show)

        dialog.weigh_asked.connect(ask)
        dialog.chosen.connect(chosen)
        dialog.open()

    def _work(self, title: str, steps: Steps, done: Callable[[Any], None]) -> None:
        self._works.add(Work(title=title, lane=Lane.HERE, icon=_OURS, steps=steps, done=done))

    def _add_work(self, card: ProgressCard) -> None:
        if card.icon == _OURS:
            self._section.add_work(card)

    def _remove_work(self, card: ProgressCard) -> None:
        if card.icon == _OURS:
            self._section.remove_work(card)
            self.look()

    def _do(self, call: Callable[[], object], done: Callable[..., None]) -> None:
        self._tasks.call(call, succeeded=done, failed=self._show_error)

    def _done(self, words: str, tone: str = "ok") -> None:
        self._section.say(words, tone)
        self.look()
        self.changed.emit()

    def _say_error(self, error: BackupError) -> None:
        self._section.say(told(error).whole, "bad")

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()
        self.look()
