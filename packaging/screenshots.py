"""Draws the pictures of the README from the real window, on backups made up here.

    python packaging/screenshots.py [FOLDER] [--scale 2]

Needs no display. The default folder is docs/images; only what the README shows is committed.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.ui.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
GIB, MIB = 2**30, 2**20
FAILED = (37, 17)  # days ago
NOW = datetime.now(UTC).replace(second=0, microsecond=0)


def main() -> int:
    options = _parser().parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    os.environ["TZ"] = "UTC"
    from kuroibara_desktop import app
    from kuroibara_desktop.demo.offscreen import SIZE
    from kuroibara_desktop.demo.pilot import rest
    from kuroibara_desktop.ui import theme
    from kuroibara_desktop.ui.theme import ThemeChoice
    from kuroibara_desktop.ui.window import MainWindow

    options.folder.mkdir(parents=True, exist_ok=True)
    qt = app.application()
    theme.start(qt, ThemeChoice.LIGHT)
    with TemporaryDirectory() as memory:
        window = MainWindow(_sample_desk(Path(memory)), Path(memory) / "window.json")
        window.resize(*SIZE)
        window.show()
        window.start()
        while not (window.at_backups() and window.page.model.rowCount()):
            rest(20)

        def take(page: str) -> None:
            window.pages.go(page)
            for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
                theme.current().choose(choice)
                rest(100)
                file = options.folder / f"{page}-{choice.value}.png"
                window.grab().save(str(file))
                sys.stdout.write(f"{file}\n")

        take("home")
        window.pages.go("backups")
        window.page.copy_button.click()
        rest(4000)  # long enough for a rate and the time left
        window.page.table.choose(0)
        take("backups")
        window.tasks.stop()
    return 0


def _sample_desk(memory: Path) -> Desk:  # imports Qt, which must wait for the options
    from kuroibara_desktop.core.backups import CopyState, LocalCopy, RemoteBackup, merge
    from kuroibara_desktop.core.growth import Sample
    from kuroibara_desktop.core.progress import Progress, Stage
    from kuroibara_desktop.core.watch import Watch
    from kuroibara_desktop.server import Found
    from kuroibara_desktop.ui.desk import Desk, Standing
    from kuroibara_desktop.ui.home import memory as watch
    from kuroibara_desktop.ui.listing import Look

    def on_server(name: str, size: float, made: datetime, **more: object) -> RemoteBackup:
        return RemoteBackup(
            filename=f"{name}_{made:%Y%m%d_%H%M%S}.tar.gz" if "_" not in name else f"{name}.tar.gz",
            size=int(size),
            created_at=made,
            sha256=f"{name}{made}",
            **({"includes_storage": name != "daily"} | more),  # type: ignore[arg-type]
        )

    def copied(backup: RemoteBackup, days: int, **more: object) -> LocalCopy:
        given = {"state": CopyState.VERIFIED, "verified_at": NOW - timedelta(days=days)} | more
        return LocalCopy(
            path=Path("/media/elements") / backup.filename,
            remote_name=backup.filename,
            server="home",
            size=backup.size,
            sha256=backup.sha256,
            created_at=backup.created_at,
            includes_storage=backup.includes_storage,
            **given,  # type: ignore[arg-type]
        )

    sunday = NOW - timedelta(days=(NOW.weekday() + 1) % 7 or 7)
    night = NOW.replace(hour=2, minute=0) - timedelta(days=NOW.hour < 2)
    nights = [night - timedelta(days=days) for days in range(46) if days not in FAILED]
    weeks = [sunday.replace(hour=3, minute=0) - timedelta(weeks=weeks) for weeks in range(8)]
    weekly = [on_server("weekly", (61.4 - n * 0.3) * GIB, made) for n, made in enumerate(weeks)]
    daily = [on_server("daily", (8.4 - n * 0.1) * MIB, made) for n, made in enumerate(nights)]
    fresh = on_server("kuroibara_backup", 61.5 * GIB, NOW - timedelta(minutes=42))
    named = on_server("before_big_import", 60.9 * GIB, NOW - timedelta(days=12))
    here = [copied(b, n) for n, b in enumerate(daily)] + [
        copied(b, n) for n, b in enumerate(weekly)
    ]
    here[-1] = copied(weekly[-1], 3, state=CopyState.DAMAGED, damages=("One chapter is damaged",))

    class SampleDesk(Desk):
        """Has backups of its own making; a copy of it goes on for ever."""

        def __init__(self) -> None:
            self._session_only = None

        @property
        def watch_file(self) -> Path:
            return memory / "watch.json"

        def close(self) -> None:
            pass

        def standing(self) -> Standing:
            found = Found(
                address="https://manga.example.net",
                engine=True,
                version="0.1.0",
                instance_id=None,
                https=True,
            )
            return Standing(
                found=found, signed_in=True, username="mika", folder=Path("/media/elements")
            )

        def look(self, _check: Callable[[], None]) -> Generator[Look, None, Look]:
            remote = [fresh, *daily, *weekly]
            yield Look(backups=())
            return Look(
                backups=tuple(merge(remote, [*here, copied(named, 5)])),
                place="Elements",
                free=int(238 * GIB),
                failures={(NOW - timedelta(days=days)).date(): 1 for days in FAILED},
            )

        def copy(self, backup, check):  # type: ignore[no-untyped-def]
            import time

            done = int(backup.size * 0.66)
            while True:
                check()
                yield Progress(stage=Stage.COPYING, done=done, total=backup.size)
                done += 11 * MIB
                time.sleep(0.25)

    days = range(250, 0, -5)
    grown = [Sample(day=(NOW - timedelta(days=n)).date(), size=_held(n)) for n in days]
    watch.save(memory / "watch.json", Watch(began=NOW, samples=tuple(grown)))
    return SampleDesk()


def _held(days_ago: int) -> int:
    """What the sample archive held then: a little more each week, and a large import once."""
    return int((547 - 0.8 * days_ago - (32 if days_ago > 120 else 0)) * GIB)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs" / "images")
    parser.add_argument("--scale", type=float, default=1.0, help="2 for a dense screen")
    return parser


if __name__ == "__main__":
    sys.exit(main())
