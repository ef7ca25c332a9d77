"""Works on the queue until it is killed; of which vault and server is in the variable VICTIM."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.transfers.working import worked
from kuroibara_desktop.vault import Vault
from tests.support.finished import never

if TYPE_CHECKING:
    from collections.abc import Iterator

told = json.loads(os.environ["VICTIM"])
home = Path(told["home"])
locks = home / "locks"
vault = Vault.open(Path(told["archive"]), catalog=home / "catalog.sqlite3", locks=locks)
queue = Queue(Journal(home / "journal.sqlite3"), vault.id, locks=locks)


with Server(told["address"], tokens=SessionStore(), lock=home / "sign-in.lock") as server:
    server.sign_in(told["username"], told["password"])

    @contextmanager
    def servers(_key: str) -> Iterator[tuple[KeptServer, Server]]:
        yield KeptServer(name="test", address=told["address"]), server

    for _step in worked(queue, vault, servers, check=never):
        pass
