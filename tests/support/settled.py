"""The settings of somebody who was here before: signed in at an engine, with a copy here."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.support.engine import RunningEngine


def settled_home(folder: Path, engine: RunningEngine, environment: Mapping[str, str]) -> Path:
    """A home below `folder`, made by the command, as somebody with a keyring would make it.

    It has one backup, full, on the server and here.
    """
    home = folder / "settled"
    engine.create("weekly")
    by = {**environment, "KUROIBARA_DESKTOP_HOME": str(home)}
    run = [sys.executable, "-m", "kuroibara_desktop"]
    admin = engine.admin
    login = [engine.url, "--username", admin.username, "--password-stdin"]
    login += ["--archive", str(folder / "copies")]
    for words in (["login", *login], ["pull", "--all"]):
        done = subprocess.run(
            [*run, *words],
            env=by,
            input=f"{admin.password}\n",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return home
