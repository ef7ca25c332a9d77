"""Keeps the computer from falling asleep by itself while copies are on their way, and only then."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

try:  # not on every system; and it has no types
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection
except ImportError:
    open_dbus_connection = None

if TYPE_CHECKING:
    from jeepney.fds import FileDescriptor
    from jeepney.io.blocking import DBusConnection

log = logging.getLogger(__name__)
_PATIENCE = 5.0  # seconds
_FAILURES = (OSError, KeyError, ValueError, RuntimeError, EOFError)


class Awake:
    """A wish to stay awake, held by one connection to the system's log-in service.

    The screen may go dark, and whoever closes the lid is obeyed. The wish goes with the process,
    however that ends. Both calls block and belong in a task.
    """

    def __init__(self) -> None:
        self._connection: DBusConnection | None = None
        self._held: FileDescriptor | None = None

    def hold(self, why: str) -> bool:
        """Ask to stay awake; False where nobody takes such wishes."""
        if self._held is not None:
            return True
        if open_dbus_connection is None:
            return False
        try:
            self._connection = open_dbus_connection(bus="SYSTEM", enable_fds=True)
            address = DBusAddress(
                "/org/freedesktop/login1",
                bus_name="org.freedesktop.login1",
                interface="org.freedesktop.login1.Manager",
            )
            call = new_method_call(address, "Inhibit", "ssss", ("idle", "Kuroibara", why, "block"))
            answer = self._connection.send_and_get_reply(call, timeout=_PATIENCE)
            if answer.header.message_type is MessageType.error:
                raise OSError(str(answer.body))
            self._held = answer.body[0]
        except _FAILURES as error:
            log.info("Nobody keeps this computer awake: %s", error)
            self.release()
            return False
        return True

    def release(self) -> None:
        """Let it sleep again."""
        if self._held is not None:
            self._held.close()
            self._held = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
