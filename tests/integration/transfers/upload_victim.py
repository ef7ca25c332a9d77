"""Sends a file until it is killed; what, and where to, is in the variable VICTIM."""

from __future__ import annotations

import json
import os
from pathlib import Path

from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers.examining import examined
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.uploading import PieceSizes, uploaded
from tests.support.finished import finished, never

told = json.loads(os.environ["VICTIM"])
home = Path(told["home"])
journal = Journal(home / "journal.sqlite3")
sizes = PieceSizes(load=journal.piece, save=journal.keep_piece)


with Server(told["address"], tokens=SessionStore(), lock=home / "sign-in.lock") as server:
    server.sign_in(told["username"], told["password"])
    file = finished(examined(Path(told["file"]), check=never))
    for _step in uploaded(server, file, sizes=sizes, check=never):
        pass
