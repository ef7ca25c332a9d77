"""Which notification goes with which entry of the list, and what its buttons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kuroibara_desktop.core.reminders import Condition
from kuroibara_desktop.ui.home.lines import Act, NoticeWording
from kuroibara_desktop.ui.notices import HOUR
from kuroibara_desktop.ui.notifications import Bell, Ring

if TYPE_CHECKING:
    from kuroibara_desktop.core.reminders import Reminder
    from kuroibara_desktop.ui.home.view import HomeView

_OPEN, _LATER = "default", "later"


class Ringing(QObject):
    """Raises and withdraws notifications as the views say; presses become wishes."""

    open_asked = Signal()
    act_asked = Signal(object)  # Act
    snooze_asked = Signal(object, object)  # Condition, timedelta

    def __init__(self, bell: Bell, wording: NoticeWording, parent: QObject) -> None:
        super().__init__(parent)
        self._bell = bell
        self._wording = wording
        bell.acted.connect(self._answer)

    def follow(self, view: HomeView, *, loud: bool) -> None:
        """Ring for what is new, if `loud`; take back what is solved, or is to be quiet."""
        for condition in view.knocks.withdrawn:
            self._bell.withdraw(condition.name)
        for reminder in view.knocks.raised if loud else ():
            self._bell.ring(self.ring_of(reminder, view))
        for reminder in view.reminders:
            if not (reminder.aloud and loud):
                self._bell.withdraw(reminder.condition.name)

    def ring_of(self, reminder: Reminder, view: HomeView) -> Ring:
        """The words of the list, and the same buttons."""
        line = self._wording.reminder_line(reminder, view)
        act, words = line.act, line.button
        if reminder.condition is Condition.HERE_STALE and view.next:
            act, words = Act.COPY, self.tr("Copy offsite now")
        actions = [(_OPEN, self.tr("Open"))]
        if act is not None:
            actions.append((act.name, words))
        actions.append((_LATER, self.tr("In 1 hour")))
        return Ring(
            key=reminder.condition.name,
            title=self._wording.headline(reminder.condition),
            body=line.text,
            actions=tuple(actions),
            urgent=line.tone == "bad",
        )

    def _answer(self, key: str, action: str) -> None:
        if key not in Condition.__members__:  # work that failed
            self.open_asked.emit()
        elif action == _LATER:
            self.snooze_asked.emit(Condition[key], HOUR)
        else:
            act = Act.__members__.get(action)
            if act is not Act.COPY:  # a copy needs nobody to look on
                self.open_asked.emit()
            if act is not None:
                self.act_asked.emit(act)
