"""What stands between the section about the server in use and the server."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from kuroibara_desktop.core.errors import PasswordRequired
from kuroibara_desktop.core.restores import Deed
from kuroibara_desktop.ui.restore.asking import PasswordDialog
from kuroibara_desktop.ui.settings import offered_work
from kuroibara_desktop.ui.settings.devices_card import InvitationDialog
from kuroibara_desktop.ui.settings.question import Question
from kuroibara_desktop.ui.settings.retention_dialog import RetentionDialog
from kuroibara_desktop.ui.trouble import TroubleDialog
from kuroibara_desktop.ui.works import Lane, Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.checks import Orphans, Recovered
    from kuroibara_desktop.core.devices import Device, Invitation
    from kuroibara_desktop.core.restores import Proof
    from kuroibara_desktop.core.rules import KeepRules, Preview, ScheduleChange
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.restore.secret import Secret
    from kuroibara_desktop.ui.settings.offered_section import OfferedSection
    from kuroibara_desktop.ui.settings.offered_work import Offered
    from kuroibara_desktop.ui.tasks import Steps, Tasks
    from kuroibara_desktop.ui.works import Works


class OfferedDoor(QObject):
    """Owns the dialogs. What the server answers is looked at anew after each change."""

    def __init__(
        self, desk: Desk, tasks: Tasks, works: Works, section: OfferedSection, window: QWidget
    ) -> None:
        super().__init__(section)
        self._desk, self._tasks, self._works = desk, tasks, works
        self._section, self._window = section, window
        self._turn = 0  # a look of an earlier turn is of another server
        self._under_way: Work | None = None
        works.failed.connect(lambda work, _error: self._stopped(work))
        works.cancelled.connect(self._stopped)
        section.opened.connect(self.look)
        section.again_asked.connect(self.look)
        section.schedule_asked.connect(self._reschedule)
        section.retention_asked.connect(self._ask_rules)
        section.revoke_asked.connect(self._ask_revoke)
        section.withdraw_asked.connect(self._withdraw)
        section.invite_asked.connect(self._invite)
        section.survey_asked.connect(self._survey)
        section.try_asked.connect(partial(self._recover, look_only=True))
        section.recover_asked.connect(self._ask_recover)

    def begin_anew(self) -> None:
        """Another server is in use."""
        self._turn += 1
        self._section.forget()
        if self._section.isVisible():
            self.look()

    def look(self) -> None:
        self._section.wait()
        self._tasks.call(
            partial(offered_work.look, self._desk), succeeded=partial(self._show, self._turn)
        )

    def _show(self, turn: int, found: Offered | None) -> None:
        if turn == self._turn:
            self._section.show_offered(found)

    # Schedule

    def _reschedule(self, changes: dict[str, ScheduleChange | None]) -> None:
        self._do(
            lambda: self._desk.server().rules.reschedule(changes),
            self.tr("The server keeps to its new schedule from now on."),
        )

    # Retention

    def _ask_rules(self, rules: KeepRules) -> None:
        offered = self._section.offered
        if offered is None:
            return
        dialog = RetentionDialog(rules, offered.label, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def show(typed: KeepRules, found: Preview) -> None:
            if isValid(dialog):
                dialog.show_preview(typed, found)

        def judge(typed: KeepRules) -> None:
            # By the server itself: only there it is known what is being fetched just now.
            self._tasks.call(
                lambda: self._desk.server().rules.foresee(typed),
                succeeded=partial(show, typed),
                failed=partial(doubt, typed),
            )

        def doubt(typed: KeepRules, error: BackupError) -> None:
            if isValid(dialog):
                dialog.show_no_preview(typed, error)

        def fail(error: BackupError) -> None:
            if isValid(dialog):
                dialog.show_error(error)

        def end(_kept: KeepRules) -> None:
            if isValid(dialog):
                dialog.accept()
            self._done(self.tr("The server keeps to its new rules."))

        def save(typed: KeepRules) -> None:
            self._prove(
                Deed.RETENTION,
                lambda server, proof: server.rules.keep(typed, proof=proof),
                end,
                failed=fail,
            )

        dialog.judge_asked.connect(judge)
        dialog.save_asked.connect(save)
        dialog.open()
        dialog.begin()

    # Devices

    def _ask_revoke(self, device: Device) -> None:
        offered = self._section.offered
        sentence = self.tr("Its token is not accepted any more, at once and for good.")
        if offered is not None and device.id == offered.own_device:
            more = self.tr("It is this computer's own: the sign-in here ends sooner without it.")
            sentence = f"{sentence} {more}"
        question = Question(
            self.tr("Revoke {name}?").format(name=device.name),
            sentence,
            self.tr("Revoke it"),
            self._window,
        )
        question.accepted.connect(
            lambda: self._do(
                lambda: self._desk.server().devices.revoke(device.id),
                self.tr("The device's token is no longer accepted."),
            )
        )
        question.open()

    def _withdraw(self, invitation: Invitation) -> None:
        self._do(
            lambda: self._desk.server().devices.withdraw(invitation.id),
            self.tr("The invitation's code is no longer accepted."),
        )

    def _invite(self) -> None:
        self._prove(
            Deed.DEVICE,
            lambda server, proof: server.devices.invite(proof=proof),
            self._show_invitation,
            failed=self._show_error,
        )

    def _show_invitation(self, invitation: Invitation) -> None:
        offered = self._section.offered
        if offered is not None:
            InvitationDialog(invitation, offered.address, self._window).open()
        self.look()

    # Manga without entries

    def _survey(self) -> None:
        self._work(
            self.tr("Looking through the library"),
            partial(offered_work.survey_orphans, self._desk),
            self._surveyed,
        )

    def _surveyed(self, found: Orphans) -> None:
        if self._section.orphans is not None:
            self._section.orphans.show_survey(found)

    def _ask_recover(self, user: str) -> None:
        question = Question(
            self.tr("Enter the manga for {user}?").format(user=user),
            self.tr("The server's database gets an entry for each folder it does not know."),
            self.tr("Enter them"),
            self._window,
        )
        question.accepted.connect(lambda: self._recover(user, look_only=False))
        question.open()

    def _recover(self, user: str, *, look_only: bool) -> None:
        title = self.tr("Trying to enter manga") if look_only else self.tr("Entering manga")
        self._work(
            title,
            partial(offered_work.recover_orphans, self._desk, user, look_only),
            self._recovered,
        )

    def _recovered(self, found: Recovered) -> None:
        if self._section.orphans is not None:
            self._section.orphans.show_recovered(found)
        if not found.dry_run:
            self.look()  # how many are left

    # Together

    def _work(self, title: str, steps: Steps, done: Callable[[Any], None]) -> None:
        self._section.say(self.tr("The server is at work on it…"), "")

        def end(result: object) -> None:
            self._section.say("")
            done(result)

        self._under_way = Work(title=title, lane=Lane.SERVER, icon="server", steps=steps, done=end)
        self._works.add(self._under_way)

    def _stopped(self, work: Work) -> None:
        if work is self._under_way:
            self._section.say("")  # why is said elsewhere

    def _do(self, call: Callable[[], object], words: str) -> None:
        self._tasks.call(call, succeeded=lambda _: self._done(words), failed=self._show_error)

    def _prove(
        self,
        deed: Deed,
        act: Callable[[Server, Proof | None], object],
        done: Callable[[Any], None],
        *,
        failed: Callable[[BackupError], None],
    ) -> None:
        """Try it; where the password is wanted once more, ask for it and try again."""

        def ask(error: BackupError) -> None:
            if not isinstance(error, PasswordRequired):
                failed(error)
                return
            dialog = PasswordDialog(self._window)
            dialog.ask(
                self.tr("Your password once more"),
                self.tr(
                    "What decides which backups are kept, and who may reach them, wants it. It is "
                    "sent to the server only."
                ),
                self.tr("Go on"),
            )
            dialog.rejected.connect(lambda: failed(error))
            dialog.given.connect(partial(again, dialog))
            dialog.open()

        def again(dialog: PasswordDialog, secret: Secret) -> None:
            def end(result: object) -> None:
                if isValid(dialog):  # or it was left meanwhile, and the server did it all the same
                    dialog.accept()
                done(result)

            self._tasks.call(
                partial(offered_work.proved, self._desk, deed, secret, act),
                succeeded=end,
                failed=dialog.show_error,
            )

        self._tasks.call(
            partial(offered_work.proved, self._desk, deed, None, act), succeeded=done, failed=ask
        )

    def _done(self, words: str) -> None:
        self._section.say(words)
        self.look()

    def _show_error(self, error: BackupError) -> None:
        if not isinstance(error, PasswordRequired):
            TroubleDialog(error, self._window).open()
        if self._section.schedule is not None:
            self._section.schedule.weigh()
        self.look()
