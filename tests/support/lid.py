"""A sign-in of the window's desk in a process of its own, for a test to stop or kill half way.

Arguments: the home's folder, the address, user name and password.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui.desk import Desk

PASSPHRASE = "lid, open again"


def main(folder: str, address: str, username: str, password: str) -> int:
    desk = Desk(Home(config=Path(folder) / "config", data=Path(folder) / "data"))
    desk.keeping.seal(PASSPHRASE)
    try:
        if username:
            desk.sign_in(desk.probe(address), username, password, None)
        else:
            desk.server().backups()
    except BackupError as error:
        sys.stdout.write(f"{error.code}\n")
        return 1
    finally:
        desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
