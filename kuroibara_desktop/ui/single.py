"""One window a user: a second start wakes the first one, hands over what it was given, and ends."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

log = logging.getLogger(__name__)

_PATIENCE = 5.0  # seconds for the first window to answer; it may just be starting
_AT_MOST = 64 * 1024  # bytes of a message; a command line is shorter
_THANKS = b"thanks\n"


class SingleInstance(QObject):
    """The lock says who is first, so a socket left behind by a crash, or a stranger's, misleads
    nobody; the socket only carries the message."""

    woken = Signal(object, str)  # the arguments, and a token to come forward with

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # never by age: a window stays open for weeks
        self._name = _socket_name(folder, os.environ)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._visited)
        self._heard: dict[QLocalSocket, bytes] = {}

    def claim(self, arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> bool:
        """True for the first; else the first was woken, or does not answer, and we are to end."""
        end = time.monotonic() + _PATIENCE
        while not self._lock.tryLock(50):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                log.warning("Another window cannot be ruled out: the lock file cannot be written")
                return True
            if self._wake(arguments, environment):
                return False
            if time.monotonic() > end:
                log.warning("Another window is open, but does not answer")
                return False
        QLocalServer.removeServer(self._name)
        if not self._server.listen(self._name):
            log.warning("A second start will not find this window: %s", self._server.errorString())
        return True

    def close(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _wake(self, arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(300):
            return False
        token = environment.get("XDG_ACTIVATION_TOKEN", "")
        message = {"version": 1, "arguments": list(arguments), "token": token}
        socket.write(json.dumps(message).encode() + b"\n")
        heard = b""
        while not heard.endswith(b"\n") and socket.waitForReadyRead(2000):
            heard += socket.readAll().data()
        socket.disconnectFromServer()
        return heard == _THANKS

    def _visited(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._heard[socket] = b""
            socket.readyRead.connect(lambda s=socket: self._hear(s))
            socket.disconnected.connect(lambda s=socket: self._gone(s))
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket not in self._heard:
            return
        self._heard[socket] += socket.readAll().data()
        heard = self._heard[socket]
        if len(heard) > _AT_MOST:
            socket.abort()
        elif heard.endswith(b"\n"):
            try:
                message = json.loads(heard)
                arguments = [str(word) for word in message["arguments"]]
                token = str(message["token"])
            except (ValueError, KeyError, TypeError):
                socket.abort()
                return
            self._heard[socket] = b""
            socket.write(_THANKS)
            socket.flush()
            self.woken.emit(arguments, token)

    def _gone(self, socket: QLocalSocket) -> None:
        self._heard.pop(socket, None)
        socket.deleteLater()


def _socket_name(folder: Path, environment: Mapping[str, str]) -> str:
    """Short, whatever the folder: the path of a Unix socket ends at 107 bytes."""
    name = f"kuroibara-{hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]}"
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return f"{runtime}/{name}" if runtime and len(runtime) < 70 else name
