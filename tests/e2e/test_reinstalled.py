"""The story in the window: a server installed anew and empty takes no old full copy from here.

Eight weeks of copies by themselves, each backup made at its time by a real engine; the window
meanwhile is left running, and only once asked to sign in again.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.cli.operate import Foreground
from kuroibara_backup.retention import Kind, Policy
from kuroibara_backup.service.engine import opened
from kuroibara_desktop import wishes
from kuroibara_desktop.vault import Vault
from kuroibara_desktop.vault.pruning import keep_by
from kuroibara_desktop.wishes import Wishes
from tests.e2e.steps import NAME, TABLE, WHERE, set_up, to_backups
from tests.support.engine import serving
from tests.support.restoring import other_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.service.engine import Service
    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home
    from tests.e2e.conftest import OpenWindow
    from tests.support.faulty import FaultyProxy

pytestmark = [pytest.mark.usefixtures("session_bus"), pytest.mark.slow]

WEEKS = 8
TIGHT = Policy(daily=1, weekly=1, monthly=1, yearly=1, most=2, manual_too=True)


class Engine:
    """An engine that makes a backup at whatever time it is told."""

    def __init__(self) -> None:
        self.at: datetime | None = None
        self.service: Service
        self.url = ""

    def now(self) -> datetime:
        return self.at or datetime.now(UTC)

    def make(self, ago: timedelta) -> str:
        """A full backup made so long ago; returns its name in the list."""
        self.at = datetime.now(UTC) - ago
        quiet = Foreground(lambda *_: None, lambda: None)
        made = self.service.creations.make_now(
            quiet, name=None, include_storage=True, kind=Kind.WEEKLY
        )
        self.at = None
        return made.filename.removesuffix(".tar.gz")


@contextmanager
def installed(
    folder: Path, postgres: EmbeddedPostgres, template: str, *, filled: bool
) -> Iterator[tuple[Engine, str, str]]:
    """A server of Olga's, with its engine, her name and her password."""
    engine = Engine()
    with other_server(folder, postgres, template, filled=filled) as server:
        assert server.owner is not None
        with opened(server.settings, now=engine.now) as engine.service:
            engine.service.start()
            with serving(engine.service) as engine.url:
                yield engine, server.owner.username, server.owner.password


def test_eight_weeks_after_the_server_was_installed_anew_the_old_copy_is_still_here(
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    faulty: Callable[[str], FaultyProxy],
    open_window: OpenWindow,
    home: Home,
    pilot: Pilot,
    tmp_path: Path,
) -> None:
    wishes.save(home, Wishes())
    archive = tmp_path / "archive"

    def copied(name: str) -> None:
        """It comes by itself, after no more than a look."""
        to_backups(pilot)
        pilot.click("Refresh the list")
        pilot.wait(
            f"the copy of {name}",
            lambda: any(row[NAME] == name and row[WHERE] == "Both" for row in pilot.rows(TABLE)),
        )

    template = kuroibara_template
    with installed(tmp_path / "first", postgres, template, filled=True) as (first, who, password):
        proxy = faulty(first.url)
        before = first.make(timedelta(weeks=WEEKS + 1))
        window = open_window()
        set_up(pilot, proxy.url, who, password, archive)
        copied(before)
    [old] = archive.glob(f"*/{before}.tar.gz")
    content = old.read_bytes()
    vault = Vault.open(archive, catalog=home.catalog_file, locks=home.locks)
    keep_by(vault, TIGHT)

    with installed(tmp_path / "second", postgres, template, filled=False) as (new, who, password):
        proxy.upstream = new.url
        pilot.click("Refresh the list")
        pilot.wait("the sentence", lambda: pilot.can_press("Sign in"))
        pilot.click("Sign in")
        pilot.fill("Password", password)
        pilot.click("Sign in")
        for week in reversed(range(WEEKS)):
            # Whoever asks the server while its clock is set back is taken for a stranger.
            pilot.wait("nobody to ask it", lambda: not window.tasks.busy)
            copied(new.make(timedelta(weeks=week, minutes=1)))
            assert old.read_bytes() == content
        # Everything is here: by the rules two would stay, but nothing goes before the answer.
        assert len(vault.copies()) == WEEKS + 1
        pilot.click("Home")
        pilot.wait("the question", lambda: pilot.reads("Until you say whether it is the same"))
