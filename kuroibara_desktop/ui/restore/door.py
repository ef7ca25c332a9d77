"""What stands between the Restore page and the rest: a backup chosen, confirmed, watched."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.errors import ServerUnreachable, SignInRequired
from kuroibara_desktop.core.rescue import may_be_gone
from kuroibara_desktop.core.restores import Scope
from kuroibara_desktop.core.restoring import JourneyState, RestoreFile
from kuroibara_desktop.core.words import one_line
from kuroibara_desktop.ui.restore.bench import Begun, Checked, RestoreBench
from kuroibara_desktop.ui.restore.doing import CHECK, COMPARE, PLACE, SEND, Doing
from kuroibara_desktop.ui.restore.leaving import Leaving
from kuroibara_desktop.ui.restore.page import RestorePage
from kuroibara_desktop.ui.restore.plain_door import PlainDoor
from kuroibara_desktop.ui.restore.questions import Questions
from kuroibara_desktop.ui.restore.series import SeriesDialog
from kuroibara_desktop.ui.restore.signing import Signing
from kuroibara_desktop.ui.restore.sourcing import Sourcing
from kuroibara_desktop.ui.restore.way_back import WayBack
from kuroibara_desktop.ui.saying import said, told
from kuroibara_desktop.ui.trouble import TroubleDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from kuroibara_desktop.core.backups import Backup
    from kuroibara_desktop.core.restores import Restore, RestorePlan
    from kuroibara_desktop.core.restoring import Journey
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.home.view import HomeView
    from kuroibara_desktop.ui.restore.secret import Secret
    from kuroibara_desktop.ui.tasks import Steps, Tasks
    from kuroibara_desktop.ui.works import Works

_S = JourneyState


class RestoreDoor(QObject):
    """Holds the page, its dialogs and the one restore that it is about."""

    refresh_asked = Signal()  # the server is no longer what the last look saw
    front_asked = Signal()  # there is something to see on the page
    server_asked = Signal()  # one more is to be set up
    sign_in_asked = Signal()  # at the server in use
    use_asked = Signal(str)  # the server at this address, which wants a sign-in

    def __init__(self, desk: Desk, tasks: Tasks, works: Works, window: QWidget) -> None:
        super().__init__(window)
        self.page = RestorePage()
        self.bench = RestoreBench(desk)
        self._tasks, self._window = tasks, window
        self._doing = Doing(tasks, works, self.page)
        self._checked: Checked | None = None
        self._journey: Journey | None = None
        self._plan: RestorePlan | None = None
        self._again: Callable[[], None] = self._to_start
        self._error = BackupError("")
        self._looked = False
        self._returned: Callable[[], None] | None = None  # what waits for a sign-in
        self._plain = PlainDoor(self.page, self.bench, self._doing)
        self._plain.ended.connect(self.refresh_asked)
        self._questions = Questions(window)
        self._way_back = WayBack(self.page, self.bench, self._doing, self._questions)
        self._way_back.ended.connect(self._ended)
        self._way_back.failed.connect(self._troubled)
        self._doing.moved.connect(lambda _stage: self._questions.close())  # it was answered
        page = self.page
        self.leaving = Leaving(desk, tasks, works, page, self.bench, window)
        self.leaving.file_chosen.connect(self.open_file)
        self.leaving.server_asked.connect(self.server_asked)
        self._signing = Signing(self.bench, tasks, self)
        self._signing.sign_in_asked.connect(self.sign_in_asked)
        self._signing.use_asked.connect(self.use_asked)
        self._signing.failed.connect(self._show_error)
        self.leaving.sign_in_asked.connect(self._signing.ask)
        self.sourcing = Sourcing(page, self.bench, tasks, window)
        self.sourcing.file_chosen.connect(self.open_file)
        self.sourcing.there_chosen.connect(self.open_there)
        page.start.again_asked.connect(self.go_on)
        page.work.stop_asked.connect(self._stop)
        page.file.go_asked.connect(self._send)
        page.plan.confirm_asked.connect(self._ask_confirmation)
        page.plan.again_asked.connect(self._prepare)
        page.plain.go_asked.connect(self._send_to_plain)
        page.outcome.roll_back_asked.connect(self._look_back)
        page.trouble.again_asked.connect(lambda: self._again())
        page.trouble.details_asked.connect(self._show_details)
        page.plan.back_asked.connect(self._back_from_plan)
        for face in (
            *(page.file, page.plain, page.outcome, page.trouble),
            *(page.move_face, page.gone),
        ):
            face.back_asked.connect(self._give_up)

    # Beginning

    def begin(self) -> None:
        """The pages are in front: go on with what was begun before, or waits for a sign-in."""
        self.leaving.look_again()
        self.sourcing.look_again()
        if self._returned is not None:
            returned, self._returned = self._returned, None
            returned()
        elif not self._looked and not self._doing.busy and self.page.face is self.page.start:
            self._looked = True
            self._tasks.call(self.bench.begun, succeeded=self._found_begun, failed=self._say_error)

    def heed(self, view: HomeView) -> None:
        """Offer the way back where no server is set up, or it was not seen for a day."""
        self.sourcing.look_again()
        if view.asked or not view.has_server:
            unseen = may_be_gone(view.now, view.server_seen, answers=view.connected)
            self.page.start.gone.setVisible(unseen or not view.has_server)

    def show_gone(self) -> None:
        """Tell what brings the library back."""
        self.front_asked.emit()
        if not self._doing.busy:
            self.leaving.gone()

    def restore_asked(self, backup: Backup) -> None:
        self.sourcing.restore_asked(backup)

    def open_file(self, path: Path, address: str | None = None) -> None:
        """Check a file on this computer, and then show what could be done with it."""
        name = one_line(path.name)
        if self._opens(name):
            title = self.tr("Checking {name}").format(name=name)
            self._show_work(title, CHECK, at_the_server=False)
            self._again = partial(self.open_file, path, address)
            self._run(partial(self.bench.examined, path, address), self._examined)

    def open_there(self, backup: Backup) -> None:
        """Show what could be done with a backup that lies on the server; nothing is read here."""
        if self._opens(backup.name):
            self._again = partial(self.open_there, backup)
            self._tasks.call(
                partial(self.bench.found_there, backup),
                succeeded=self._examined,
                failed=self._troubled,
            )

    def _opens(self, name: str) -> bool:
        """Whether there is room on the page for another backup; what was shown of one goes."""
        self.front_asked.emit()
        if self._journey is not None and self._doing.busy:
            wait = self.tr("{name} has to wait: a restore is under way.")
            self.page.say(wait.format(name=name), "warn")
            return False
        self._doing.drop()
        self._journey = self._plan = None
        return True

    def go_on(self, journey: Journey) -> None:
        """Take up a restore that was begun earlier, or show how it ended."""
        if self._doing.busy:
            return
        self._journey, self._plan, self._checked = journey, None, None
        self.front_asked.emit()
        if journey.state.at_the_server:
            self._follow()
        elif journey.state is _S.RESTORED:
            self._tasks.call(
                partial(self.bench.seen, journey), succeeded=self._ended, failed=self._troubled
            )
        else:
            self._prepare()

    def _found_begun(self, begun: Begun) -> None:
        self.page.start.show_earlier(begun.earlier)
        if begun.current is not None and not self._doing.busy:
            self.go_on(begun.current)

    def _examined(self, checked: Checked) -> None:
        self._checked = checked
        source, host = checked.source, checked.host
        if checked.engine or not isinstance(source, RestoreFile):
            self.page.file.show_backup(source, host)
            self.page.turn_to(self.page.file)
        else:
            self.page.plain.show_file(source, host, checked.never)
            self.page.turn_to(self.page.plain)

    # Sending and planning

    def _send(self, scope: Scope, safety_copy: bool) -> None:
        checked = self._checked
        if checked is None:
            return
        if scope is not Scope.MANGA:
            self._choose(checked, scope, (), safety_copy)
            return
        dialog = SeriesDialog(self._window)
        dialog.chosen.connect(lambda ids: self._choose(checked, scope, ids, safety_copy))
        dialog.read(self._tasks, partial(self.bench.series, checked))

    def _choose(
        self, checked: Checked, scope: Scope, manga: tuple[str, ...], safety_copy: bool
    ) -> None:
        self._tasks.call(
            partial(self.bench.chosen, checked, scope, manga, safety_copy=safety_copy),
            succeeded=self._chosen,
            failed=self._troubled,
        )

    def _chosen(self, journey: Journey) -> None:
        self._journey = journey
        go_on = self._follow if journey.state.at_the_server else self._prepare
        go_on()  # the command may have begun the very same

    def _prepare(self) -> None:
        journey = self._journey
        if journey is None:
            return
        planning = journey.state in (_S.PLANNING, _S.PLANNED) or journey.lies_there
        title = self.tr("Comparing {name}") if planning else self.tr("Sending {name}")
        step = COMPARE if planning else SEND
        self._show_work(title.format(name=journey.source.name), step, at_the_server=False)
        self._again = self._prepare
        self._run(partial(self.bench.prepared, journey), self._prepared)

    def _prepared(self, result: tuple[Journey, RestorePlan]) -> None:
        self._journey, self._plan = result
        self.page.plan.show_plan(*result)
        self.page.turn_to(self.page.plan)

    # Confirming

    def _ask_confirmation(self) -> None:
        if self._plan is not None:
            self._questions.ask_name(self._plan, lambda typed: self._begin_restore(typed, None))

    def _begin_restore(self, typed: str, secret: Secret | None) -> None:
        journey, plan = self._journey, self._plan
        if journey is None or plan is None:
            return
        self._tasks.call(
            partial(self.bench.confirmed, journey, plan, typed, secret),
            succeeded=self._begun,
            failed=partial(self._not_begun, typed),
        )

    def _begun(self, journey: Journey) -> None:
        self._questions.close()
        self._journey = journey
        self._follow()

    def _not_begun(self, typed: str, error: BackupError) -> None:
        if self._questions.takes(error, lambda secret: self._begin_restore(typed, secret)):
            return
        self._questions.close()
        self._show_error(error)
        self._prepare()  # the plan may be void; the server is asked for what is so now

    # Watching

    def _follow(self) -> None:
        journey = self._journey
        if journey is None:
            return
        back = journey.state is _S.RETURNING
        title = self.tr("Returning to what was there before")
        if not back:
            title = self.tr("Restoring {name}").format(name=journey.name)
        self._show_work(title, PLACE, at_the_server=True, can_stop=not back)
        self._again = self._follow
        self._run(partial(self.bench.followed, journey), self._ended)

    def _ended(self, result: tuple[Journey, Restore]) -> None:
        journey, seen = result
        self._journey = journey
        if journey.state is _S.PLANNED:  # it is as if nobody had confirmed it
            self._show_error(
                ServerUnreachable(
                    said(journey.problem) or self.tr("The server never heard the confirmation."),
                    remedy=self.tr("Nothing was begun. Look at the plan again, and confirm it."),
                )
            )
            self._prepare()
            return
        way_back = journey.state is _S.RESTORED and seen.rollback_until is not None
        self.page.outcome.show_outcome(journey, seen, way_back=way_back)
        self.leaving.follow(journey, seen)
        self.page.turn_to(self.page.outcome)
        self.refresh_asked.emit()

    def _stop(self) -> None:
        journey = self._journey
        self.page.work.stopping()
        if journey is not None and journey.state.at_the_server:  # who follows it sees its end
            self._tasks.call(partial(self.bench.cancelled, journey), failed=self._show_error)
        else:
            self._doing.stop()

    def _look_back(self) -> None:
        if self._journey is not None:
            self._again = self._look_back
            self._way_back.look(self._journey)

    def _send_to_plain(self) -> None:
        if self._checked is not None:
            self._again = self._send_to_plain
            self._plain.send(self._checked, failed=self._troubled, stopped=self._give_up)

    # How

    def _run(
        self,
        steps: Steps,
        succeeded: Callable[[Any], None],
        failed: Callable[[BackupError], None] | None = None,
    ) -> None:
        self._doing.start(
            steps,
            succeeded=succeeded,
            failed=failed or self._troubled,
            cancelled=self._give_up,
        )

    def _show_work(
        self, title: str, step: int, *, at_the_server: bool, can_stop: bool = True
    ) -> None:
        sent = self._journey is None or not self._journey.lies_there
        self.page.work.begin(
            title, step=step, at_the_server=at_the_server, can_stop=can_stop, sent=sent
        )
        self.page.turn_to(self.page.work)

    def _troubled(self, error: BackupError) -> None:
        self._doing.drop()
        journey = self._journey
        self._error = error
        words = told(error)
        begun = journey is not None and journey.state.at_the_server
        signed_out = isinstance(error, SignInRequired)
        if signed_out:
            self._returned, self._again = self._again, self._sign_in_here
        self.page.trouble.show_trouble(
            *(words.title, words.sentence, words.remedy),
            again=self.tr("Sign in…") if signed_out else self.tr("Try again"),
            back=self.tr("Leave it for now") if begun else self.tr("Give up"),
        )
        self.page.turn_to(self.page.trouble)

    def _sign_in_here(self) -> None:
        if self._journey is not None:
            self._signing.ask(self._journey.server)
        else:
            self._signing.ask(self._checked.address if self._checked is not None else "")

    def _show_details(self) -> None:
        self._show_error(self._error)

    def _give_up(self) -> None:
        journey = self._journey
        self._doing.drop()
        if journey is None or journey.state.at_the_server:
            self._to_start()
            return
        self._tasks.call(
            partial(self.bench.abandoned, journey),
            succeeded=lambda _: self._to_start(),
            failed=lambda _: self._to_start(),
        )

    def _to_start(self) -> None:
        self._journey = self._plan = self._checked = self._returned = None
        self.page.turn_to(self.page.start)
        self._tasks.call(
            self.bench.begun,
            succeeded=lambda begun: self.page.start.show_earlier(begun.earlier),
            failed=self._say_error,
        )

    def _back_from_plan(self) -> None:
        """To the wish for the same file, where it was checked just now."""
        journey, checked = self._journey, self._checked
        if journey is None or checked is None:
            self._to_start()  # it stays in the list, to be gone on with
            return
        self._journey = self._plan = None
        self._tasks.call(partial(self.bench.abandoned, journey))
        self.page.turn_to(self.page.file)

    def _say_error(self, error: BackupError) -> None:
        self.page.say(told(error).whole, "bad")

    def _show_error(self, error: BackupError) -> None:
        TroubleDialog(error, self._window).open()
