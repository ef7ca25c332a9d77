"""Copies one backup offsite from a static server and prints by how much the memory grew.

Arguments: address, folder to work in, size and SHA-256 of the backup `big.tar.gz`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.profile import KnownServer
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import copy_offsite
from kuroibara_desktop.vault import Vault


def copied(address: str, folder: Path, size: int, sha256: str) -> LocalCopy:
    """The copy, in an archive below `folder`."""
    folder.mkdir(exist_ok=True)
    store = SessionStore()
    store.save(address, Tokens(access="any"))
    known = KnownServer(address=address, name="nginx", engine=True)
    backup = RemoteBackup(
        filename="big.tar.gz", size=size, sha256=sha256, created_at=datetime.now(UTC)
    )
    vault = Vault.create(
        folder / "offsite", catalog=folder / "catalog.sqlite3", locks=folder / "locks"
    )
    with Server(address, tokens=store, lock=folder / "lock", engine=True) as server:
        steps = copy_offsite(
            server, backup, vault, folder=known.folder, kept=known.kept, check=lambda: None
        )
        while True:
            try:
                next(steps)
            except StopIteration as end:
                copy: LocalCopy = end.value
                return copy


def resident() -> int:
    """The most memory this process ever had, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmHWM in /proc/self/status")


if __name__ == "__main__":
    before = resident()
    copied(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    print(resident() - before)
