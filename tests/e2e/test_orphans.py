"""Manga that only the library has, in the real window: looked for, tried out, and entered again."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kuroibara_desktop.demo.pilot import LostError, name_of
from tests.e2e.steps import choose_folder, give_address, set_up
from tests.integration.desktop.test_invitation import invitation
from tests.support.comics import cbz, put
from tests.support.postgres import everything, execute, rows

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.pilot import Pilot
    from tests.e2e.conftest import OpenWindow
    from tests.support.engine import RunningEngine

pytestmark = pytest.mark.usefixtures("session_bus")

SEA, LOOSE, DRAWN = (UUID(int=number) for number in (101, 102, 103))
CHAPTER = UUID(int=200)
# Where Kuroibara puts a chapter: a folder for the volume and one for the chapter, a folder for the
# chapter alone, the manga's folder; and pages that it has not made a file of yet.
WHOLE = (
    f"{SEA}/organized/Paper Sea/Volume 2/3.5 - Low Tide/3.5 - Low Tide.cbz",
    f"{SEA}/organized/Paper Sea/4 - Untitled/4 - Untitled.cbz",
    f"{SEA}/organized/Paper Sea/5 - High Tide.cbz",
)
PAGES = tuple(f"{LOOSE}/chapters/{CHAPTER}/{number:04}.jpg" for number in (1, 2))
DRAWINGS = tuple(f"{DRAWN}/organized/Ink/Volume 1/7 - Drawn/{number}.png" for number in (1, 2, 10))
LONG_AGO = 1_700_000_000  # what changed within a minute is left for the next time
SHELF = (
    "SELECT u.username, m.title, c.number, c.volume, c.title, c.pages_count, c.file_path"
    " FROM manga_user_library l JOIN users u ON u.id = l.user_id JOIN manga m ON m.id = l.manga_id"
    " JOIN chapter c ON c.manga_id = m.id ORDER BY c.file_path"
)


@pytest.fixture
def orphaned(engine: RunningEngine) -> RunningEngine:
    """An engine whose library holds three manga that can be entered, and three that are damaged."""
    manga = engine.library / "manga"
    for place in WHOLE:
        put(manga / place, cbz(3))
    for place in (*PAGES, *DRAWINGS):
        put(manga / place, b"a page")
    for below, _folders, names in os.walk(manga):
        for name in names:
            os.utime(os.path.join(below, name), (LONG_AGO, LONG_AGO))
            if name == "cover.jpg":  # or it would come back as a manga without a chapter
                os.remove(os.path.join(below, name))
    return engine


def to_server_section(pilot: Pilot) -> None:
    pilot.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    pilot.click("On the server")


def reach(pilot: Pilot, name: str) -> None:
    """Tab until it has the keyboard, wherever it is on the page: so it is scrolled into sight."""
    for _ in range(120):
        focused = pilot.focused()
        if focused is not None and name_of(focused) == name:
            return
        pilot.key(Qt.Key.Key_Tab)
    raise LostError(f"Tab never comes to {name!r}")


def by_mouse(pilot: Pilot, name: str) -> None:
    reach(pilot, name)
    pilot.click(name)


def by_keys(pilot: Pilot, name: str) -> None:
    reach(pilot, name)
    pilot.key(Qt.Key.Key_Space)


def name_user(pilot: Pilot, user: str) -> None:
    reach(pilot, "Enter them for")
    pilot.fill("Enter them for", user)


@pytest.mark.slow
def test_lost_manga_are_looked_for_tried_out_and_entered(
    orphaned: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    admin, url = orphaned.admin, orphaned.settings.kuroibara_url
    set_up(pilot, orphaned.url, admin.username, admin.password, tmp_path / "archive")
    before = everything(url)
    files = sorted(orphaned.library.rglob("*"))
    to_server_section(pilot)
    pilot.wait("the number", lambda: pilot.reads("6 folders are in the library but not"))

    by_mouse(pilot, "Look through the library")
    pilot.wait("the report", lambda: pilot.reads("Found: 6 · to be entered: 3 · chapters: 5"))
    assert pilot.reads("• Paper Sea · chapters: 3")
    assert pilot.reads("Left out:")
    assert pilot.reads("1 - Untitled.cbz was not recovered:")

    name_user(pilot, "ben")
    by_keys(pilot, "Try it out")
    pilot.wait("the trial", lambda: pilot.reads("Would be entered for ben: manga: 3 · chapters: 5"))
    assert everything(url) == before

    by_keys(pilot, "Enter them…")
    pilot.wait("the question", lambda: pilot.reads("Enter the manga for ben?"))
    by_keys(pilot, "Enter them")
    pilot.wait("the report", lambda: pilot.reads("Entered for ben: manga: 3 · chapters: 5"))
    pilot.wait("what is left", lambda: pilot.reads("3 folders are in the library but not"))
    assert pilot.reads("Entered for ben: manga: 3 · chapters: 5"), "what was done is still there"
    here = orphaned.library / "manga"
    assert rows(url, SHELF) == sorted(
        [
            ("ben", "Paper Sea", "3.5", "2", "Low Tide", 3, str(here / WHOLE[0])),
            ("ben", "Paper Sea", "4", None, None, 3, str(here / WHOLE[1])),
            ("ben", "Paper Sea", "5", None, "High Tide", 3, str(here / WHOLE[2])),
            ("ben", f"Recovered manga {str(LOOSE)[:8]}", "1", None, None, 2,
             str((here / PAGES[0]).parent)),
            ("ben", "Ink", "7", "1", "Drawn", 3, str((here / DRAWINGS[0]).parent)),
        ],
        key=lambda row: row[-1],
    )  # fmt: skip
    assert sorted(orphaned.library.rglob("*")) == files, "no file was moved, made or removed"


@pytest.mark.slow
def test_lost_chapters_of_a_manga_that_is_known_are_entered_too(
    orphaned: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    admin, url = orphaned.admin, orphaned.settings.kuroibara_url
    for folder in (orphaned.library / "manga").iterdir():
        if folder.name != str(SEA):
            shutil.rmtree(folder)
    execute(
        url,
        "INSERT INTO manga (id, title, type, status, is_nsfw)"
        f" VALUES ('{SEA}', 'Paper Sea', 'MANGA', 'ONGOING', false)",
    )
    open_window()
    set_up(pilot, orphaned.url, admin.username, admin.password, tmp_path / "archive")
    to_server_section(pilot)
    pilot.wait("the number", lambda: pilot.reads("There is none."))
    assert not pilot.can_press("Enter them…")
    by_keys(pilot, "Look through the library")
    pilot.wait("the report", lambda: pilot.reads("Found: 1 · to be entered: 1 · chapters: 3"))
    by_keys(pilot, "Enter them…")
    by_keys(pilot, "Enter them")
    pilot.wait("the report", lambda: pilot.reads("Entered for anna: manga: 1 · chapters: 3"))
    assert rows(url, f"SELECT count(*) FROM chapter WHERE manga_id = '{SEA}'") == [(3,)]


def test_a_name_that_no_user_has_is_said_and_nothing_is_entered(
    orphaned: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    admin, url = orphaned.admin, orphaned.settings.kuroibara_url
    set_up(pilot, orphaned.url, admin.username, admin.password, tmp_path / "archive")
    before = everything(url)
    to_server_section(pilot)
    pilot.wait("the number", lambda: pilot.reads("6 folders"))
    name_user(pilot, "nobody")
    by_mouse(pilot, "Try it out")
    pilot.wait("why not", lambda: pilot.reads("Kuroibara has no user 'nobody'."))
    pilot.click("Close")
    assert not pilot.reads("The server is at work on it…")
    assert everything(url) == before


def test_who_is_no_administrator_is_told_so_and_offered_nothing_of_it(
    orphaned: RunningEngine, open_window: OpenWindow, pilot: Pilot, tmp_path: Path
) -> None:
    open_window()
    give_address(pilot, orphaned.url)
    pilot.click("I have an invitation")
    pilot.fill("Code of the invitation", invitation(orphaned))
    pilot.key(Qt.Key.Key_Return)
    choose_folder(pilot, tmp_path / "archive")
    to_server_section(pilot)
    pilot.wait("why", lambda: pilot.reads("only they enter lost manga again"))
    assert not pilot.reads("Manga without entries")
    for name in ("Look through the library", "Try it out", "Enter them…"):
        assert not pilot.can_press(name)
    # Nor does the server take it from an account that asks without the window.
    before = everything(orphaned.settings.kuroibara_url)
    with orphaned.client(orphaned.reader) as reader:
        assert reader.get("/backup/check-orphaned").status_code == 403
        assert reader.get("/backup/orphans").status_code == 403
        assert reader.post("/backup/orphans/recover", json={}).status_code == 403
    assert everything(orphaned.settings.kuroibara_url) == before
