"""Copies the backup `big` until it is killed; what to copy from where is in the variable VICTIM."""

from __future__ import annotations

import json
import os
from pathlib import Path

from kuroibara_desktop.profile import KnownServer
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import copy_offsite
from kuroibara_desktop.vault import Vault

told = json.loads(os.environ["VICTIM"])
home = Path(told["home"])
known = KnownServer(
    address=told["address"], name="test", engine=True, instance_id=told["instance_id"]
)
with Server(known.address, tokens=SessionStore(), lock=home / "sign-in.lock") as server:
    server.sign_in(told["username"], told["password"])
    vault = Vault.open(
        Path(told["archive"]), catalog=home / "catalog.sqlite3", locks=home / "locks"
    )
    backup = next(b for b in server.backups() if b.name == "big")
    for _step in copy_offsite(
        server, backup, vault, folder=known.folder, kept=known.kept, check=lambda: None
    ):
        pass
