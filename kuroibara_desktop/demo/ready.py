"""A newcomer's settings, brought to where the first run ends, with a full backup to copy.

Whoever starts the demo wants to see the main job, not to type.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from kuroibara_desktop.core.errors import KeyringLocked, KeyringMissing
from kuroibara_desktop.headless import watched
from kuroibara_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.demo.server import DemoServer
    from kuroibara_desktop.profile import Home


def make_ready(
    home: Home,
    server: DemoServer,
    archive: Path,
    *,
    say: Callable[[str], None],
    check: Callable[[], None],
) -> None:
    """Sign in, choose the archive, and have a full backup made unless there is one."""
    with closing(Desk(home)) as desk:
        found = desk.probe(server.url)
        try:
            desk.sign_in(found, server.username, server.password, None)
        except (KeyringLocked, KeyringMissing):
            return  # the window asks what to do, and signs in for this session only
        desk.adopt(archive)
        if not any(backup["includes_storage"] for backup in server.backups()):
            say("Making a full backup to copy…")
            watched(desk.create(None, True, check), lambda _: None)
