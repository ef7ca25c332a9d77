"""Does the window stay alive while a copy runs at full speed, with 10,000 rows in its table?

4 GiB a round give a thousand ticks: fewer have no 99.9th percentile, only a worst one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from kuroibara_desktop import profile as profiles
from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.profile import Home, KnownServer
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.ui.theme import ThemeChoice
from kuroibara_desktop.ui.window import MainWindow
from kuroibara_desktop.vault import Vault
from tests.benchmarks.ticking import Ticking
from tests.support.by_itself import nothing_by_itself
from tests.unit.ui.samples import on_server, remote

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.support.nginx import Nginx

pytestmark = pytest.mark.benchmark

SIZE = 4 * 1024**3
ROWS = 10_000
ROUNDS = 5
MOST = 0.050  # seconds, at the 99.9th percentile
MOST_BESIDE_IDLE = 3.0


class ManyBackups(Desk):
    """The real desk, but the list is long and made up; copying is real."""

    def __init__(self, home: Home, big: Backup) -> None:
        super().__init__(home)
        self._big = big

    def look(self, _check: Callable[[], None]) -> Generator[Look, None, Look]:
        many = [on_server(f"backup_{number}", size=number) for number in range(ROWS)]
        yield Look(backups=())
        return Look(backups=(self._big, *many))


@pytest.fixture
def big(nginx: Nginx, tmp_path: Path) -> tuple[str, Backup]:
    """An nginx with a large backup, and the row for it."""
    folder = tmp_path / "www" / "api" / "v1" / "backup" / "download"
    folder.mkdir(parents=True)
    digest = hashlib.sha256()
    piece = os.urandom(2**20)
    with (folder / "big.tar.gz").open("wb") as file:
        for _ in range(SIZE // 2**20):
            digest.update(piece)
            file.write(piece)
    told = remote("big", size=SIZE, day=21, sha256=digest.hexdigest())
    engine = {"product": "kuroibara-backup", "version": "1", "instance_id": "nginx"}
    listed = {
        "filename": told.filename,
        "size": told.size,
        "created_at": told.created_at.isoformat(),
        "backup_id": told.backup_id,
        "sha256": told.sha256,
        "includes_storage": True,
    }
    (folder.parent / "capabilities").write_text(json.dumps(engine))
    (folder.parent / "list").write_text(json.dumps({"backups": [listed]}))
    return nginx.serving(tmp_path / "www"), Backup(where=Where.SERVER, remote=told)


def window_on(address: str, row: Backup, folder: Path) -> MainWindow:
    """The real window, signed in for this session, with an empty archive."""
    folder.mkdir()
    home = nothing_by_itself(Home(config=folder / "config", data=folder / "data"))
    vault = Vault.create(folder / "archive", catalog=home.catalog_file, locks=home.locks)
    known = KnownServer(address=address, name="nginx", engine=True, username="anna")
    profiles.save(home, profiles.Profile(servers=(known,), archive=vault.folder))
    desk = ManyBackups(home, row)
    desk.keeping.for_session()
    desk.store().save(address, Tokens(access="any"))
    return MainWindow(home, lambda: desk)


def shows_all(window: MainWindow) -> bool:
    return window.doors.page.model.rowCount() > ROWS


def test_a_copy_at_full_speed_leaves_the_window_alive(
    qapp: QApplication, qtbot: QtBot, big: tuple[str, Backup], tmp_path: Path
) -> None:
    address, row = big
    theme.start(qapp, ThemeChoice.LIGHT)
    copying, idle = [], []
    for number in range(ROUNDS):
        folder = tmp_path / f"round-{number}"
        window = window_on(address, row, folder)
        window.show()
        window.start()
        qtbot.waitUntil(partial(shows_all, window), timeout=30_000)
        qtbot.wait(500)
        with subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.ticking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as control:
            ticking = Ticking()
            ticking.start()
            with qtbot.waitSignal(window.doors.transfers.running.copied, timeout=120_000):
                window.doors.page.copy_button.click()
            ticking.stop()
            told, _ = control.communicate("", timeout=30)
        copying.append(ticking.worst())
        idle.append(float(told.split()[0]))
        window.close()
        shutil.rmtree(folder)
        print(
            f"\nround {number + 1}: {len(ticking.late)} ticks while copying, "
            f"99.9 % within {copying[-1] * 1000:.1f} ms; idle control {idle[-1] * 1000:.1f} ms",
            end="",
        )
    ours, control_ms = median(copying), median(idle)
    print(f"\nmedian: copying {ours * 1000:.1f} ms, idle {control_ms * 1000:.1f} ms")
    assert ours <= MOST
    assert ours <= MOST_BESIDE_IDLE * max(control_ms, 0.001)
