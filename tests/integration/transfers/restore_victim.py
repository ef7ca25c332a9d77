"""Restores a file until it is killed; what, and where to, is in the variable VICTIM."""

from __future__ import annotations

import json
import os
from pathlib import Path

from kuroibara_desktop.headless import watched
from kuroibara_desktop.secrets import FileStore, SessionStore, Tickets
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.transfers.examining import examined
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.restoring import Restoring
from tests.support.finished import never

told = json.loads(os.environ["VICTIM"])
home = Path(told["home"])


def unseen(_step: object) -> None:
    pass


with Server(told["address"], tokens=SessionStore(), lock=home / "lock") as server:
    server.sign_in(told["username"], told["password"])
    restoring = Restoring(
        server,
        journal=Journal(home / "journal.sqlite3"),
        tickets=Tickets(FileStore(Path(told["tickets"]))),
        pace=Pace(poll=0.05),
    )
    file = watched(examined(Path(told["file"]), check=never), unseen)
    journey, plan = watched(restoring.prepare(restoring.choose(file), check=never), unseen)
    journey = restoring.confirm(journey, plan, typed=plan.server_name)
    watched(restoring.follow(journey, check=never), unseen)
