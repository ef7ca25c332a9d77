"""The system's own notifications, with buttons: they go out over D-Bus, presses come back.

They are only a knock: what they say stands in the list on the Home page, too. So where there is no
session bus, or nobody on it shows notifications, nothing is lost and nobody is told.

Not through QtDBus: `Notify` wants an unsigned number first, and PySide6 can send none.
"""

from __future__ import annotations

import html
import logging
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

try:  # not on every system; and it has no types
    from jeepney import (
        DBusAddress,
        HeaderFields,
        MessageType,
        message_bus,
        new_method_call,
    )
    from jeepney.bus_messages import MatchRule
    from jeepney.io.blocking import open_dbus_connection
except ImportError:
    open_dbus_connection = None

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_APP = "Kuroibara"
_STAYS, _BY_DAEMON = 0, -1  # milliseconds: until it is seen to, or as the daemon likes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """One notification. `key` is ours: the same key again replaces the one before."""

    key: str
    title: str
    body: str = ""
    actions: tuple[tuple[str, str], ...] = ()  # what comes back, and what the button says
    urgent: bool = False


class Bell(QObject):
    """Rings, takes back what it rang, and tells which button was pressed."""

    acted = Signal(str, str)  # key, action; "default" is a press on the notification itself
    raised = Signal(str)  # the daemon took it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: DBusConnection | None = None
        self._ear: QSocketNotifier | None = None
        self._answers: dict[int, Callable[[Message], None]] = {}
        self._numbers: dict[str, int] = {}  # the daemon's number of each key
        self._waiting: deque[Ring] | None = deque()  # until the daemon said what it can do
        self._markup = False
        self._buttons = False

    @staticmethod
    def connection() -> DBusConnection | None:
        """Reach the session bus, or None; it blocks and belongs in a task."""
        if open_dbus_connection is None:
            return None
        try:
            return open_dbus_connection(bus="SESSION")
        except (OSError, KeyError, ValueError, RuntimeError):  # no bus, as in cron; or not for us
            return None

    def listen(self, connection: DBusConnection | None) -> None:
        """Use what `connection` reached; called once, on the GUI thread."""
        if connection is None:
            self._waiting = None
            return
        self._connection = connection
        self._ear = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._hear)
        for signal in ("ActionInvoked", "NotificationClosed", "ActivationToken"):
            rule = MatchRule(type="signal", interface=_NAME, member=signal, path=_PATH)
            self._send(message_bus.AddMatch(rule), lambda _answer: None)
        self._ask("GetCapabilities", "", (), self._learn)

    @property
    def listening(self) -> bool:
        """Whether somebody is there to show notifications, as far as is known."""
        return self._connection is not None

    def ring(self, ring: Ring) -> None:
        """Show a notification; before the daemon is known, as soon as it is."""
        if self._connection is None or self._waiting is not None:
            if self._waiting is not None:
                self._waiting.append(ring)
            return
        flat = [word for pair in ring.actions for word in pair] if self._buttons else []
        hints = {
            "urgency": ("y", 2 if ring.urgent else 1),
            "desktop-entry": ("s", "kuroibara-desktop"),
            "category": ("s", "transfer"),
        }
        body = html.escape(ring.body, quote=False) if self._markup else ring.body
        self._ask(
            "Notify",
            "susssasa{sv}i",
            (
                *(_APP, self._numbers.get(ring.key, 0), "kuroibara-desktop", ring.title, body),
                *(flat, hints, _STAYS if ring.urgent else _BY_DAEMON),
            ),
            lambda answer: self._rang(ring.key, answer),
        )

    def withdraw(self, key: str) -> None:
        """Take a notification back, because what it says is no longer so."""
        if self._waiting is not None:
            self._waiting = deque(ring for ring in self._waiting if ring.key != key)
        number = self._numbers.pop(key, None)
        if number is not None:
            self._ask("CloseNotification", "u", (number,), lambda _answer: None)

    def close(self) -> None:
        """Hang up; what was rung and not seen to goes, because nobody is there to answer it."""
        for key in list(self._numbers):
            self.withdraw(key)
        self._waiting = None
        if self._ear is not None:
            self._ear.setEnabled(False)
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    # The bus

    def _ask(
        self, method: str, signature: str, body: Sequence[object], then: Callable[[Message], None]
    ) -> None:
        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        self._send(new_method_call(address, method, signature or None, tuple(body)), then)

    def _send(self, message: Message, then: Callable[[Message], None]) -> None:
        if self._connection is None:
            return
        serial = next(self._connection.outgoing_serial)
        self._answers[serial] = then
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            self._lost()

    def _hear(self) -> None:
        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, EOFError):
                self._lost()
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        fields, kind = message.header.fields, message.header.message_type
        if kind in (MessageType.method_return, MessageType.error):
            then = self._answers.pop(fields.get(HeaderFields.reply_serial, 0), None)
            if then is not None:
                then(message)
        elif kind is MessageType.signal and fields.get(HeaderFields.interface) == _NAME:
            self._signalled(fields.get(HeaderFields.member, ""), message.body)

    def _signalled(self, name: str, body: tuple[object, ...]) -> None:
        key = next((k for k, number in self._numbers.items() if body and number == body[0]), None)
        if key is None:  # somebody else's notification
            return
        if name == "ActionInvoked" and len(body) == 2:
            self.acted.emit(key, str(body[1]))
        elif name == "NotificationClosed":
            self._numbers.pop(key, None)

    def _learn(self, answer: Message) -> None:
        waiting, self._waiting = self._waiting, None
        if answer.header.message_type is MessageType.error:
            log.info("Nobody shows notifications in this session")
            self._lost()
            return
        can = set(answer.body[0])
        self._markup, self._buttons = "body-markup" in can, "actions" in can
        for ring in waiting or ():
            self.ring(ring)

    def _rang(self, key: str, answer: Message) -> None:
        if answer.header.message_type is MessageType.error:
            log.warning("A notification was refused: %s", answer.body)
            return
        self._numbers[key] = answer.body[0]
        self.raised.emit(key)

    def _lost(self) -> None:
        """The bus is gone, or nobody shows notifications there."""
        self._waiting = None
        self._numbers.clear()
        self.close()
