"""The icon in the tray, where there is one: five states, a sentence, and a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from kuroibara_desktop.core.safety import Doing, doing
from kuroibara_desktop.ui import icons, theme
from kuroibara_desktop.ui.notices import EIGHT_HOURS, HOUR

if TYPE_CHECKING:
    from datetime import timedelta

    from kuroibara_desktop.ui.home.view import HomeView
    from kuroibara_desktop.ui.window import MainWindow

_SETTLES = 1000  # milliseconds a state must hold before the icon says so
_ASKS = 5000  # milliseconds between two looks for a tray that is not there yet
_SIZES = (16, 22, 24, 32, 48, 64)
_ROLES = {
    Doing.PROTECTED: "ok",
    Doing.WORKING: "accent",
    Doing.ATTENTION: "warn",
    Doing.TROUBLE: "bad",
    Doing.WAITING: "muted",
}


class Tray(QObject):
    """Appears as soon as the desktop has a tray; until then the window does it all alone."""

    appeared = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._doors = window, window.doors
        self._view: HomeView | None = None
        self._failed = False
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self.status = QAction(self)
        self.status.setEnabled(False)
        self.copy = QAction(self)
        self.pause = QAction(self)
        self._fill()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(window.come_forward)
        self._state = Doing.WAITING
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLES)
        self._settle.timeout.connect(self._say)
        self._await = QTimer(self)
        self._await.setInterval(_ASKS)
        self._await.timeout.connect(self._appear)
        self._doors.home.shown.connect(self._take)
        window.works.changed.connect(self._weigh)
        window.works.failed.connect(lambda _work, _error: self._note_failure(True))
        window.works.succeeded.connect(lambda _work, _result: self._note_failure(False))
        self._doors.transfers.running.failed.connect(lambda _row, _error: self._note_failure(True))
        self._doors.transfers.running.copied.connect(lambda _row, _copy: self._note_failure(False))
        self._doors.background.held_changed.connect(lambda _held: self._weigh())
        theme.current().changed.connect(self._say)

    def start(self) -> None:
        """Show the icon; some desktops have their tray only a while after the log-in."""
        self._say()
        self._await.start()
        self._appear()

    @property
    def there(self) -> bool:
        return self.icon.isVisible()

    @property
    def state(self) -> Doing:
        """What the icon says now."""
        return self._state

    # Saying

    def _appear(self) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._await.stop()
        self.icon.show()
        self._window.stays = True
        self.appeared.emit()

    def _take(self, view: HomeView) -> None:
        self._view = view
        self._weigh()
        if self.there and not self._doors.home.bell.listening:  # Windows, macOS
            for reminder in view.knocks.raised:
                wording = self._window.home_page.wording.notices
                line = wording.reminder_line(reminder, view)
                title = wording.headline(reminder.condition)
                self.icon.showMessage(title, line.text, icons.app_icon())

    def _note_failure(self, failed: bool) -> None:
        self._failed = failed
        self._weigh()

    def _weigh(self) -> None:
        """Wait a moment: what changes back at once is not worth a flicker."""
        self._settle.start()

    def _say(self) -> None:
        safety = self._view.safety if self._view else None
        working = self._window.works.any
        self._state = doing(safety, working=working, failed=self._failed)
        sentence = self._sentence()
        self.icon.setIcon(state_icon(self._state))
        self.icon.setToolTip(f"Kuroibara\n{sentence}")
        self.status.setText(sentence)
        self._offer(working)

    def _sentence(self) -> str:
        if self._state is Doing.WORKING:
            return self.tr("Work is under way")
        if self._doors.transfers.paused:
            return self.tr("Copying is paused")
        if self._failed:
            return self.tr("The last copy failed")
        if self._view is None:
            return self.tr("Looking…")
        return self._window.home_page.wording.title(self._view)

    # The menu

    def _fill(self) -> None:
        window, menu = self._window, self.menu
        show = menu.addAction(self.tr("Open Kuroibara"))
        show.triggered.connect(window.come_forward)
        menu.setDefaultAction(show)
        menu.addAction(self.status)
        menu.addSeparator()
        self.copy.triggered.connect(self._copy)
        menu.addAction(self.copy)
        self.pause.triggered.connect(self._pause)
        menu.addAction(self.pause)
        menu.addAction(self.tr("Open the archive folder")).triggered.connect(
            window.menu.folder_asked
        )
        later = menu.addMenu(self.tr("Put reminders off"))
        for words, length in ((self.tr("1 hour"), HOUR), (self.tr("8 hours"), EIGHT_HOURS)):
            later.addAction(words).triggered.connect(lambda _=False, n=length: self._put_off(n))
        later.addAction(self.tr("Until the drive is in")).triggered.connect(
            lambda: self._put_off(None)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Quit")).triggered.connect(window.leave)
        menu.aboutToShow.connect(self._say)  # some trays never tell that they were pressed

    def _offer(self, working: bool) -> None:
        coming = bool(self._view and self._view.next)
        self.copy.setText(self.tr("Cancel") if working else self.tr("Copy offsite now"))
        self.copy.setEnabled(working or coming)
        paused = self._doors.transfers.paused
        self.pause.setText(self.tr("Go on copying") if paused else self.tr("Pause copying"))

    def _copy(self) -> None:
        if self._window.works.any:
            self._window.works.cancel_all()
        elif self._view is not None and self._view.next:
            self._doors.home.copy_asked.emit(self._view.next)

    def _pause(self) -> None:
        transfers = self._doors.transfers
        transfers.pause_all(not transfers.paused)

    def _put_off(self, length: timedelta | None) -> None:
        for reminder in self._view.reminders if self._view else ():
            self._doors.home.snooze(reminder.condition, length)

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self._window.come_forward()


def state_icon(state: Doing) -> QIcon:
    """The rose with a sign in its corner, as pixmaps: some trays take no SVG, others no colour."""
    made = QIcon()
    for size in _SIZES:
        image = QPixmap(size, size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Nobody tells which colour a panel has: the rose has one that stands out on both.
        icons.paint("rose", painter, QRectF(0, 0, size, size), QColor(theme.DARK.accent_pressed))
        _sign(painter, size, state)
        painter.end()
        made.addPixmap(image)
    return made


def _sign(painter: QPainter, size: int, state: Doing) -> None:
    side = size * 0.56
    disc = QRectF(size - side, size - side, side, side)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.LIGHT.color("text"))  # any: it clears
    painter.drawEllipse(disc.adjusted(-size * 0.06, -size * 0.06, 0, 0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(theme.LIGHT.color(_ROLES[state]))
    painter.drawEllipse(disc)
    pen = QPen(theme.LIGHT.color("surface"), max(1.2, side * 0.14))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(x: float, y: float) -> QPointF:
        return QPointF(disc.left() + x * side, disc.top() + y * side)

    for stroke in _STROKES[state]:
        painter.drawPolyline([at(x, y) for x, y in stroke])


# Each state has a shape of its own, so that colour is not all there is.
_STROKES: dict[Doing, tuple[tuple[tuple[float, float], ...], ...]] = {
    Doing.PROTECTED: (((0.28, 0.53), (0.44, 0.69), (0.73, 0.35)),),
    Doing.WORKING: (((0.5, 0.26), (0.5, 0.7)), ((0.3, 0.52), (0.5, 0.72), (0.7, 0.52))),
    Doing.ATTENTION: (((0.5, 0.26), (0.5, 0.54)), ((0.5, 0.74), (0.5, 0.745))),
    Doing.TROUBLE: (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    Doing.WAITING: (((0.5, 0.28), (0.5, 0.53), (0.66, 0.63)),),
}
