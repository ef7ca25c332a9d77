"""The log-in service is asked to keep the computer awake, and let go again: over a real bus."""

from __future__ import annotations

import os
import select
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.ui.awake import Awake

jeepney = pytest.importorskip("jeepney")
from jeepney.bus_messages import DBus  # noqa: E402  only where it is installed
from jeepney.io.blocking import Proxy, open_dbus_connection  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Iterator


class LoginService:
    """Takes wishes as systemd-logind does: each is a pipe that is open as long as it holds."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(bus=address, enable_fds=True)
        Proxy(DBus(), self._connection).RequestName("org.freedesktop.login1", 4)
        self.wishes: list[tuple[str, ...]] = []
        self.pipe = -1
        self._over = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def holds(self) -> bool:
        """Whether somebody still keeps the other end."""
        return self.pipe != -1 and not select.select([self.pipe], [], [], 0.2)[0]

    def close(self) -> None:
        self._over = True
        self._thread.join()
        self._connection.close()
        if self.pipe != -1:
            os.close(self.pipe)

    def _serve(self) -> None:
        while not self._over:
            try:
                message = self._connection.receive(timeout=0.1)
            except TimeoutError:
                continue
            if message.header.fields.get(jeepney.HeaderFields.member) == "Inhibit":
                self.wishes.append(message.body)
                self.pipe, theirs = os.pipe()
                self._connection.send(jeepney.new_method_return(message, "h", (theirs,)))
                os.close(theirs)


@pytest.fixture
def login(keyring_env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[LoginService]:
    address = keyring_env["DBUS_SESSION_BUS_ADDRESS"]
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    with closing(LoginService(address)) as service:
        yield service


def test_the_computer_stays_awake_until_it_is_let_go(login: LoginService) -> None:
    awake = Awake()
    assert awake.hold("Backups are being copied")
    assert login.wishes == [("idle", "Kuroibara", "Backups are being copied", "block")]
    assert login.holds()
    assert awake.hold("Backups are being copied"), "one wish is enough"
    assert len(login.wishes) == 1
    awake.release()
    assert not login.holds()


def test_where_nobody_takes_such_wishes_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    awake = Awake()
    assert not awake.hold("Backups are being copied")
    awake.release()
