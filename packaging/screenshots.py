"""Draws the pictures of the guide from the real window, over a real server with weeks behind it.

    python packaging/screenshots.py [FOLDER] [--scale 2]

Needs no display. The server is an engine with PostgreSQL and a small library; its backups are made
and copied one after the other, by a clock that this script sets. Only the names of the server and
of the drive are made up. The default folder is docs/images.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from kuroibara_backup.service.engine import Service
    from kuroibara_desktop.demo.pilot import Pilot
    from kuroibara_desktop.profile import Home, KnownServer, Profile
    from kuroibara_desktop.ui.desk import Desk
    from kuroibara_desktop.ui.listing import Look
    from kuroibara_desktop.ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
HOST, OTHER, DRIVE = "manga.example.net", "attic.example.net", "Elements"
MANGA, CHAPTERS = 8, 90
DAYS, MISSED = 46, (17, 31)  # days of backups, and those on which the server was off
THEMES = ("light", "dark")
_TALL = 920  # pixels, for a page that is longer than the window usually is
# What is drawn, in the order of the walk: each in both themes.
PICTURES = (
    "welcome",
    "address",
    "sign-in",
    "folder",
    "copies",
    "home",
    "backups",
    "properties",
    "transfers",
    "restore",
    "restore-file",
    "restore-plan",
    "restore-move",
    "settings-copies",
    "settings-reminders",
    "settings-folders",
    "settings-servers",
    "restore-gone",
)


class Clock:
    """Says what it is told to say; the true time from the moment it is let go."""

    def __init__(self) -> None:
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        return self.at or datetime.now(UTC)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=IMAGES)
    parser.add_argument("--scale", type=float, default=1.0, help="2 for a dense screen")
    options = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    os.environ["TZ"] = "UTC"
    os.environ["LANGUAGE"] = os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    options.folder.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix="kuroibara-pictures-"))
    folder.chmod(0o711)  # PostgreSQL, which never runs as root, must get through
    # Not beside it: the app says what is wrong with a temporary folder, and nobody shall use one.
    archive = Path(mkdtemp(prefix="kuroibara-pictures-", dir=Path.home())) / DRIVE
    os.environ["HOME"] = str(archive.parent)  # a picture names no folder of whoever takes it
    with ExitStack() as running:
        running.callback(shutil.rmtree, folder, ignore_errors=True)
        running.callback(shutil.rmtree, archive.parent, ignore_errors=True)
        clock = Clock()
        server = running.enter_context(ExitStack())
        service, url, person = server.enter_context(_server(folder / "server", clock))
        walk = Walk(folder, archive, service, url, person, clock, options.folder)
        walk.whole(server.close)
    return 0


class Walk:
    """One walk through the window, page by page, with a picture of each."""

    def __init__(
        self,
        folder: Path,
        archive: Path,
        service: Service,
        url: str,
        person: Any,
        clock: Clock,
        images: Path,
    ) -> None:
        self._folder, self._archive, self._service, self._url = folder, archive, service, url
        self._person, self._clock, self._images = person, clock, images
        self._shown: list[KnownServer] = []  # in the place of those that are set up
        self._window: MainWindow

    def whole(self, stop_server: Callable[[], None]) -> None:
        from kuroibara_desktop import app
        from kuroibara_desktop.demo.offscreen import without_display
        from kuroibara_desktop.demo.pilot import Pilot, rest
        from kuroibara_desktop.profile import Home
        from kuroibara_desktop.ui import language, theme
        from kuroibara_desktop.ui.theme import ThemeChoice

        without_display()
        qt = app.application()
        language.start(qt, "en")
        theme.start(qt, ThemeChoice.LIGHT)
        home = Home(config=self._folder / "config", data=self._folder / "data")
        desk = sample_desk(home, self._shown)
        desk.keeping.for_session()
        pilot = Pilot(patience=60)
        self._window = window = _opened(desk, home)
        self._first_run(pilot)
        window.doors.looks.stop()
        self._past(desk)
        window.start()
        pilot.wait("the answer", lambda: pilot.reads("Your library is protected"))
        self._take("home", pilot)
        self._pages(pilot)
        later = sample_desk(home, self._shown)  # nobody can sign in once the server is gone
        later.keeping.for_session()
        later.sign_in(later.probe(self._url), self._person.username, self._person.password, None)
        window.leave()
        stop_server()
        self._two_days_later(home)
        self._window = window = _opened(later, home)
        pilot.click("My server is gone…: The server does not answer.")
        pilot.wait("what to use", lambda: pilot.reads("What the new server needs"))
        rest(400)
        self._take("restore-gone", pilot)
        window.leave()

    def _two_days_later(self, home: Home) -> None:
        """As if the server had last answered two days ago."""
        watch = home.data / "watch.json"
        told = json.loads(watch.read_text(encoding="utf-8"))
        told["server_seen"] = (datetime.now(UTC) - timedelta(days=2)).isoformat()
        watch.write_text(json.dumps(told), encoding="utf-8")

    def _take(self, name: str, pilot: Pilot) -> None:
        from kuroibara_desktop.demo.pilot import rest
        from kuroibara_desktop.ui import theme
        from kuroibara_desktop.ui.theme import ThemeChoice

        for choice in THEMES:
            theme.current().choose(ThemeChoice(choice))
            rest(250)
            file = self._images / f"{name}-{choice}.png"
            pilot.picture(file)
            _lighten(file)
            sys.stdout.write(f"{file}\n")
        theme.current().choose(ThemeChoice.LIGHT)
        rest(50)

    def _first_run(self, pilot: Pilot) -> None:
        pilot.wait("the first question", lambda: pilot.reads("What do you have?"))
        self._take("welcome", pilot)
        pilot.click("I have a server")
        pilot.fill("Server address", f"https://{HOST}")
        self._take("address", pilot)
        pilot.fill("Server address", self._url)
        pilot.click("Continue")
        pilot.fill("User name", self._person.username)
        pilot.fill("Password", self._person.password)
        self._take("sign-in", pilot)
        pilot.click("Sign in")
        pilot.fill("Archive folder", f"~/{DRIVE}")
        pilot.wait("the judgement", lambda: pilot.can_press("Use this folder"))
        self._take("folder", pilot)
        pilot.click("Use this folder")
        pilot.wait("the rules", lambda: pilot.can_press("Only save"))
        self._take("copies", pilot)
        pilot.click("Only save")
        pilot.wait("the pages", self._window.at_pages)

    def _past(self, desk: Desk) -> None:
        """Weeks of backups and copies, each made and copied at its time."""
        from kuroibara_backup.cli.operate import Foreground
        from kuroibara_backup.retention import Kind
        from kuroibara_desktop import profile as profiles
        from kuroibara_desktop import wishes
        from kuroibara_desktop.transfers import copy_offsite
        from kuroibara_desktop.ui.home.watching import Watching
        from kuroibara_desktop.vault import Vault

        known = replace(desk.known(), name=HOST)
        profiles.save(desk.home, replace(desk.profile(), servers=(known,)))
        wishes.save(desk.home, replace(wishes.load(desk.home), verify_every_days=0))
        quiet = Foreground(lambda *_: None, lambda: None)
        home, today = desk.home, datetime.now(UTC).date()
        watching = Watching(desk.watch_file, now=self._clock)
        vault = Vault.open(
            self._archive, catalog=home.catalog_file, locks=home.locks, now=self._clock
        )
        for ago in range(DAYS, 0, -1):
            if ago in MISSED:
                continue
            day = today - timedelta(days=ago)
            kinds = [(Kind.DAILY, False, 2)] + [(Kind.WEEKLY, True, 3)] * (ago % 7 == 1)
            self._grow(ago)
            for kind, full, hour in kinds:
                self._clock.at = datetime.combine(day, time(hour), UTC)
                self._service.creations.make_now(quiet, name=None, include_storage=full, kind=kind)
            self._clock.at = datetime.combine(day, time(7, 30), UTC)
            found = desk.server().backups()
            for backup in found[: len(kinds)]:
                _done(
                    copy_offsite(
                        desk.server(),
                        backup,
                        vault,
                        folder=known.folder,
                        kept=known.kept,
                        check=lambda: None,
                    )
                )
            watching.take(_done(desk.look(lambda: None)))
        self._clock.at = None
        self._service.creations.make_now(
            quiet, name="before_big_import", include_storage=True, kind=Kind.MANUAL
        )

    def _grow(self, ago: int) -> None:
        """Somebody adds a chapter now and then."""
        manga = sorted(path for path in (self._folder / "server/storage/manga").iterdir())
        place = manga[ago % len(manga)] / "organized"
        place.mkdir(exist_ok=True)
        (place / f"new {ago}.cbz").write_bytes(os.urandom(150_000))

    def _pages(self, pilot: Pilot) -> None:
        from PySide6.QtCore import Qt

        from kuroibara_desktop.core.queue import SpeedRules
        from kuroibara_desktop.demo.pilot import rest
        from kuroibara_desktop.profile import KnownServer

        window = self._window
        pilot.click("Backups")
        pilot.wait("the list", lambda: len(pilot.rows("Backups")) > DAYS)
        pilot.click_row("Backups", 0)
        self._take("backups", pilot)
        pilot.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        rest(400)
        self._take("properties", pilot)
        pilot.key(Qt.Key.Key_Escape)
        window.doors.transfers.running.limit(SpeedRules(always=400_000))
        pilot.click("Copy offsite now")
        rest(6000)  # long enough for a rate and the time left
        pilot.click("Transfers")
        self._take("transfers", pilot)
        window.doors.transfers.running.limit(SpeedRules())
        pilot.click("Restore")
        self._take("restore", pilot)
        copies = sorted(self._archive.glob("*/*.tar.gz"), key=lambda path: path.stat().st_size)
        window.doors.restore.open_file(copies[-1])
        pilot.wait("the file", lambda: pilot.can_press("See what would change"))
        self._take("restore-file", pilot)
        pilot.click("See what would change")
        pilot.wait("the plan", lambda: pilot.can_press("Replace what is there…"))
        self._take("restore-plan", pilot)
        pilot.click("Back")
        pilot.click("Another backup")
        self._shown[:] = [
            KnownServer(address=f"https://{host}", name=host, engine=True) for host in (HOST, OTHER)
        ]
        pilot.click("Move…")
        pilot.wait("the choice", lambda: pilot.reads("Which backup moves?"))
        self._shown.clear()
        size = window.size()
        window.resize(size.width(), _TALL)
        self._take("restore-move", pilot)
        window.resize(size)
        window.pages.go("settings")
        for key in ("copies", "reminders", "folders", "servers"):
            window.doors.settings.page.show_section(key)
            rest(400)
            self._take(f"settings-{key}", pilot)


def sample_desk(home: Home, shown: list[KnownServer]) -> Desk:
    # Imports Qt, which must wait for the options.
    from kuroibara_desktop.ui.desk import Desk

    class SampleDesk(Desk):
        """Its archive is on a drive of the name that the pictures show, away from the server."""

        def profile(self) -> Profile:
            found = super().profile()
            return replace(found, servers=tuple(shown)) if shown else found

        def look(self, check: Callable[[], None]) -> Generator[Look, None, Look]:
            found = yield from super().look(check)
            return replace(found, place=DRIVE, same_machine=False)

    return SampleDesk(home)


def _opened(desk: Desk, home: Home) -> MainWindow:
    from kuroibara_desktop.demo.offscreen import SIZE
    from kuroibara_desktop.ui.window import MainWindow

    window = MainWindow(home, lambda: desk)
    window.resize(*SIZE)
    window.show()
    window.start()
    return window


@contextmanager
def _server(folder: Path, clock: Clock) -> Iterator[tuple[Service, str, Any]]:
    """An engine by that clock, its address, and an administrator who knows the password."""
    from pydantic import SecretStr

    from kuroibara_backup.api.server import Server
    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.database.server import create_database
    from kuroibara_backup.demo.model import people
    from kuroibara_backup.demo.sample import make_sample
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import Settings

    folder.mkdir(mode=0o711)
    with EmbeddedPostgres(folder / "postgresql") as postgres:
        create_database(postgres.url(), "kuroibara")
        url = postgres.url("kuroibara")
        make_sample(url, folder / "storage", manga=MANGA, chapters=CHAPTERS)
        given: dict[str, Any] = {
            "database_url": SecretStr(url),
            "jwt_secret_key": SecretStr(secrets.token_urlsafe(32)),
            "storage_path": folder / "storage",
            "backup_path": folder / "backups",
            "backup_reserve_bytes": 0,
            "kuroibara_version": "0.7.0",
        }
        given |= {f"backup_{kind}_enabled": False for kind in ("daily", "weekly", "monthly")}
        settings = Settings(_env_file=None, **given)  # type: ignore[call-arg]  # pydantic's own
        with opened(settings, now=clock) as service:
            service.start()
            up, told = threading.Event(), []

            def ready(address: str) -> None:
                told.append(address)
                up.set()

            server = Server(service, host="127.0.0.1", port=0, ready=ready)
            thread = threading.Thread(target=server.serve_until_stopped)
            thread.start()
            try:
                up.wait(30)
                who = next(p for p in people() if p.is_superuser and not p.totp_secret)
                yield service, told[0], who
            finally:
                server.stop()
                thread.join(20)


def _done(steps: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _lighten(file: Path) -> None:
    """A third of the bytes by a palette, which flat colours fit into; where ImageMagick is."""
    if (program := shutil.which("convert")) is not None:
        words = ["-dither", "None", "-colors", "200", "-strip", f"PNG8:{file}"]
        subprocess.run([program, file, *words], check=True)


if __name__ == "__main__":
    sys.exit(main())
