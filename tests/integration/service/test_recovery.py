"""Manga whose rows are gone come back as they were, and nothing else changes."""

from __future__ import annotations

import json
import os
import shutil
import threading
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg
import pytest

from kuroibara_backup.database.kuroibara.accounts import Account, account_by_login
from kuroibara_backup.errors import Cancelled, NoConnection, Refused
from kuroibara_backup.jobs.runner import Control
from kuroibara_backup.service.recovery import (
    Recovered,
    chosen_user,
    count_orphans,
    recover,
    survey,
    survey_document,
)
from tests.support.alembic import as_alembic_makes_it
from tests.support.comics import cbz, comic_info, put
from tests.support.engine import engine_settings, new_user
from tests.support.postgres import everything, execute, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.demo.sample import Sample
    from kuroibara_backup.settings import Settings

LATER = datetime.now(UTC) + timedelta(hours=1)
CHAPTERS = (
    "SELECT m.id, m.title, c.number, c.volume, c.title, c.pages_count, c.file_path, c.file_size,"
    " c.language, c.download_status FROM chapter c JOIN manga m ON m.id = c.manga_id"
    " WHERE c.file_path LIKE '%/organized/%' ORDER BY m.id, c.file_path"
)
LOOSE = (
    "SELECT c.id, m.id, c.pages_count, c.file_path, c.file_size FROM chapter c"
    " JOIN manga m ON m.id = c.manga_id WHERE c.file_path LIKE '%/chapters/%' ORDER BY c.id"
)
PAGES = "SELECT chapter_id, number, file_path FROM page ORDER BY chapter_id, number"
COVERS = "SELECT id, cover_image FROM manga ORDER BY id"
# Of a manga that is nothing but loose pages, no file tells the title.
MANGA = (
    "SELECT id, title, type, status, year FROM manga m WHERE EXISTS (SELECT 1 FROM chapter c"
    " WHERE c.manga_id = m.id AND c.file_path LIKE '%/organized/%') ORDER BY id"
)
FORGET = tuple(
    f"DELETE FROM {table}"
    for table in (
        *("chapter_metadata", "manga_metadata", "bookmark", "reading_progress", "page"),
        *("manga_user_library_category", "manga_user_library", "reading_list_manga"),
        *("manga_genre", "manga_author", "downloads", "cross_indexer_references"),
        *("external_manga_mappings", "mangaupdates_mappings", "universal_manga_mappings"),
        *("organization_history", "organization_jobs", "chapter", "manga"),
    )
)


def dumps(document: object) -> bytes:
    return json.dumps(document).encode()


def control() -> Control:
    return Control(lambda _change: None)


def settings_of(storage: Path, url: str, folder: Path) -> Settings:
    return engine_settings(folder, url, url, storage_path=storage)


def put_back(settings: Settings, user: str = "mika", *, dry_run: bool = False) -> Recovered:
    whose = chosen_user(settings, user)
    return recover(settings, whose, control(), LATER, dry_run=dry_run)


def left(settings: Settings) -> int:
    return len(survey(settings, control(), LATER).manga)


@pytest.fixture
def settings(sample: Sample, sample_database: str, tmp_path: Path) -> Settings:
    return settings_of(sample.storage, sample_database, tmp_path)


@pytest.fixture
def own(database: str, tmp_path: Path) -> Settings:
    """An empty library and an empty database with one user."""
    new_user(database, "mika")
    storage = tmp_path / "storage"
    storage.mkdir()
    return settings_of(storage, database, tmp_path)


def test_an_untouched_library_has_no_orphans(settings: Settings) -> None:
    found = survey(settings, control(), LATER)
    assert found.manga == ()
    assert found.gone_count == 0
    assert count_orphans(settings, lambda: None) == 0


def test_a_forgotten_library_comes_back_as_it_was(settings: Settings, sample: Sample) -> None:
    url = settings.kuroibara_url
    before = {query: rows(url, query) for query in (MANGA, COVERS, CHAPTERS, LOOSE, PAGES)}
    assert all(before.values())
    execute(url, *FORGET)
    assert count_orphans(settings, lambda: None) == len(sample.manga)

    done = put_back(settings)

    assert len(done.done) == len(sample.manga)
    assert {query: rows(url, query) for query in before} == before
    shelf = rows(
        url,
        "SELECT l.manga_id, u.username, l.is_downloaded, l.download_path"
        " FROM manga_user_library l JOIN users u ON u.id = l.user_id ORDER BY 1",
    )
    assert shelf == [
        (manga.id, "mika", True, str(sample.storage / manga.folder))
        for manga in sorted(sample.manga, key=lambda one: one.id)
    ]
    assert left(settings) == 0
    assert put_back(settings).manga == ()
    assert count_orphans(settings, lambda: None) == 0


def test_loose_chapters_are_numbered_by_age_and_say_so(settings: Settings) -> None:
    execute(settings.kuroibara_url, *FORGET)
    found = survey(settings, control(), LATER)
    guessed = [c for one in found.manga for c in one.chapters if c.number_guessed]
    assert guessed
    assert all("/chapters/" in one.path for one in guessed)


def test_a_dry_run_tells_what_would_be_and_changes_nothing(settings: Settings) -> None:
    url = settings.kuroibara_url
    execute(url, *FORGET)
    before = everything(url)
    would = put_back(settings, dry_run=True)
    assert everything(url) == before
    done = put_back(settings)
    assert [(m.title, m.recovered) for m in would.manga] == [
        (m.title, m.recovered) for m in done.manga
    ]


def test_lost_chapters_of_a_known_manga_come_back_to_it(settings: Settings, sample: Sample) -> None:
    url = settings.kuroibara_url
    manga = max(sample.manga, key=lambda one: len(one.chapters))
    whose = f"'{manga.id}'"
    chapters = f"(SELECT id FROM chapter WHERE manga_id = {whose})"
    before = rows(url, CHAPTERS), rows(url, LOOSE), rows(url, MANGA)
    execute(
        url,
        *(
            f"DELETE FROM {table} WHERE chapter_id IN {chapters}"
            for table in ("page", "chapter_metadata", "bookmark", "reading_progress")
        ),
        f"DELETE FROM downloads WHERE manga_id = {whose}",
        f"DELETE FROM organization_history WHERE manga_id = {whose}",
        f"DELETE FROM chapter WHERE manga_id = {whose}",
    )
    done = put_back(settings)
    assert [(one.known, one.recovered) for one in done.manga] == [(True, len(manga.chapters))]
    assert (rows(url, CHAPTERS), rows(url, LOOSE), rows(url, MANGA)) == before
    assert left(settings) == 0


def test_a_failure_leaves_that_manga_out_wholly_and_the_others_in(
    settings: Settings, sample: Sample
) -> None:
    url = settings.kuroibara_url
    unlucky = max(sample.manga, key=lambda one: len(one.chapters))
    last = unlucky.chapters[-1]
    execute(
        url,
        *FORGET,
        f"ALTER TABLE chapter ADD CHECK (manga_id <> '{unlucky.id}'"
        f" OR file_path <> '{sample.storage / unlucky.path(last)}')",
    )
    done = put_back(settings)
    assert len(done.done) == len(sample.manga) - 1
    failed = next(one for one in done.manga if one.recovered is None)
    assert failed.title == unlucky.title
    assert "PostgreSQL refused it" in failed.problems[-1]
    for table in ("chapter", "manga_user_library"):
        found = rows(url, f"SELECT 1 FROM {table} WHERE manga_id = '{unlucky.id}'")
        assert found == []
    assert rows(url, f"SELECT 1 FROM manga WHERE id = '{unlucky.id}'") == []
    assert left(settings) == 1


def test_rows_whose_files_are_gone_are_told(
    sample: Sample, sample_database: str, tmp_path: Path
) -> None:
    storage = tmp_path / "storage"
    shutil.copytree(sample.storage, storage)
    settings = settings_of(storage, sample_database, tmp_path)
    manga = sample.manga[0]
    chapter = manga.chapters[0]
    gone = storage / manga.path(chapter)
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    (storage / manga.folder / "cover.jpg").unlink()
    found = survey(settings, control(), LATER)
    # The rows name the folder that the library was copied from: paths are compared within it.
    named = {(one.table, one.path) for one in found.gone}
    assert ("chapter", str(manga.path(chapter))) in named
    assert ("manga", str(manga.folder / "cover.jpg")) in named
    assert found.gone_count == len(found.gone) == len(named)
    assert found.manga == ()


def test_paths_are_written_as_kuroibara_sees_them(own: Settings, sample: Sample) -> None:
    url, storage = own.kuroibara_url, own.storage_path
    first, second = uuid4(), uuid4()
    for manga in (first, second):
        put(storage / f"manga/{manga}/organized/Two/Volume 1/1 - A/1 - A.cbz", cbz(2))
    put_back(own)
    execute(url, f"UPDATE chapter SET file_path = replace(file_path, '{storage}', '/app/storage')",
            f"UPDATE manga_user_library SET download_path = '/app/storage/manga/{first}'"
            f" WHERE manga_id = '{first}'",
            f"DELETE FROM manga_user_library WHERE manga_id = '{second}'",
            f"DELETE FROM chapter WHERE manga_id = '{second}'",
            f"DELETE FROM manga WHERE id = '{second}'")  # fmt: skip
    put_back(own)
    found = rows(url, f"SELECT file_path FROM chapter WHERE manga_id = '{second}'")
    assert found == [(f"/app/storage/manga/{second}/organized/Two/Volume 1/1 - A/1 - A.cbz",)]


def test_every_layout_that_kuroibara_ever_had_is_read(own: Settings) -> None:
    folder = own.storage_path / "manga" / str(uuid4())
    deep = "organized/Paper Sea/Volume 2/3.5 - Low Tide/3.5 - Low Tide.cbz"
    put(folder / deep, cbz(3))
    put(folder / "organized/Paper Sea/ch.4/4 - Untitled.cbz", cbz(4))
    put(folder / "organized/Paper Sea/5 - High Tide.cbz", cbz(5))
    put(folder / "organized/Paper Sea/Paper Sea c006 (v03).cbz", cbz(6))
    put(folder / "organized/Paper Sea/Prologue.cbz", cbz(1))
    for number in (1, 2, 10):
        put(folder / f"organized/Paper Sea/Volume 4/7 - Drawn/{number}.png", b"x")
    put_back(own)
    found = rows(
        own.kuroibara_url,
        "SELECT number, volume, title, pages_count FROM chapter ORDER BY number::float",
    )
    assert found == [
        ("0", None, "Prologue", 1),
        ("3.5", "2", "Low Tide", 3),
        ("4", None, None, 4),
        ("5", None, "High Tide", 5),
        ("6", "3", None, 6),
        ("7", "4", "Drawn", 3),
    ]
    pages = rows(own.kuroibara_url, "SELECT number, file_path FROM page ORDER BY number")
    assert [(number, Path(str(path)).name) for number, path in pages] == [
        (1, "1.png"),
        (2, "2.png"),
        (3, "10.png"),
    ]
    assert rows(own.kuroibara_url, "SELECT title, type, status FROM manga") == [
        ("Paper Sea", "UNKNOWN", "UNKNOWN")
    ]
    assert left(own) == 0


def test_comic_info_is_read_from_a_cbz_and_beside_loose_pages(own: Settings) -> None:
    folder = own.storage_path / "manga" / str(uuid4())
    told = comic_info(Series="Tale: of Ink", Number="012", Volume="2", Title="Blots", Year="2019")
    put(folder / "organized/Tale_ of Ink/x.cbz", cbz(2, ("ComicInfo.xml", told)))
    loose = folder / f"chapters/{uuid4()}"
    put(loose / "0001.jpg", b"x")
    put(loose / "ComicInfo.xml", comic_info(Series="Tale: of Ink", Number="13", LanguageISO="fr"))
    put_back(own)
    url = own.kuroibara_url
    assert rows(url, "SELECT title, year FROM manga") == [("Tale: of Ink", 2019)]
    assert rows(url, "SELECT number, volume, title, language FROM chapter ORDER BY number") == [
        ("12", "2", "Blots", "en"),
        ("13", None, None, "fr"),
    ]


def test_decomposed_names_give_composed_titles_and_true_paths(own: Settings) -> None:
    title, name = "Café がぎ", "Été"
    folder = own.storage_path / "manga" / str(uuid4())
    path = folder / unicodedata.normalize("NFD", f"organized/{title}/Volume 1/1 - {name}.cbz")
    put(path, cbz(1))
    put_back(own)
    url = own.kuroibara_url
    assert rows(url, "SELECT title FROM manga") == [(title,)]
    assert rows(url, "SELECT title, file_path FROM chapter") == [(name, str(path))]
    # Some file systems compose names again when a library is copied: they are the same ones.
    execute(url, "UPDATE chapter SET file_path = normalize(file_path, NFC)")
    assert left(own) == 0


def test_pages_and_the_cbz_made_of_them_are_one_chapter(own: Settings) -> None:
    chapter, alone = uuid4(), uuid4()
    folder = own.storage_path / "manga" / str(uuid4()) / "chapters"
    put(folder / str(chapter) / "0001.jpg", b"x")
    put(folder / f"{chapter}.cbz", cbz(1))
    put(folder / f"{alone}.cbz", cbz(2))
    put_back(own)
    found = rows(own.kuroibara_url, "SELECT id, file_path FROM chapter ORDER BY pages_count")
    assert found == [(chapter, str(folder / str(chapter))), (alone, str(folder / f"{alone}.cbz"))]
    assert left(own) == 0


def test_a_folder_without_an_id_gets_one_and_is_known_from_then_on(own: Settings) -> None:
    put(own.storage_path / "manga/By hand/organized/By hand/1 - A.cbz", cbz(1))
    put(own.storage_path / "manga/By hand/cover.jpg", b"x")
    put_back(own)
    found = rows(own.kuroibara_url, "SELECT id FROM manga")
    assert len(found) == 1
    assert isinstance(found[0][0], UUID)
    put(own.storage_path / "manga/By hand/organized/By hand/2 - B.cbz", cbz(1))
    assert [one.recovered for one in put_back(own).manga] == [1]
    assert len(rows(own.kuroibara_url, "SELECT 1 FROM manga")) == 1
    assert left(own) == 0


def test_what_was_written_just_now_is_left_for_the_next_time(own: Settings) -> None:
    put(own.storage_path / f"manga/{uuid4()}/organized/New/1 - A.cbz", cbz(1))
    whose = chosen_user(own, "mika")
    done = recover(own, whose, control(), datetime.now(UTC), dry_run=False)
    assert "may be being written" in done.manga[0].problems[0]
    assert done.done == ()
    assert len(put_back(own).done) == 1


def test_a_file_from_the_future_is_not_waited_for(own: Settings) -> None:
    path = own.storage_path / f"manga/{uuid4()}/organized/New/1 - A.cbz"
    put(path, cbz(1))
    tomorrow = (LATER + timedelta(days=1)).timestamp()
    os.utime(path, (tomorrow, tomorrow))
    assert len(put_back(own).done) == 1


def test_lists_are_bounded_where_asked_and_numbers_never(own: Settings) -> None:
    for manga in range(3):
        for number in range(1, 22):
            put(own.storage_path / f"manga/{manga}/organized/T/{number}.cbz", cbz(1))
    found = survey(own, control(), LATER)
    told = survey_document(found, first=2)
    assert isinstance(told["manga"], list)
    assert [len(one["chapters"]) for one in told["manga"]] == [20, 0]
    assert [one["chapters_count"] for one in told["manga"]] == [21, 21]
    assert (told["manga_count"], told["chapters_count"]) == (3, 63)


def test_damaged_chapters_are_named_and_the_others_come_back(own: Settings) -> None:
    folder = own.storage_path / f"manga/{uuid4()}/organized/T"
    put(folder / "1 - A.cbz", cbz(1))
    put(folder / "2 - B.cbz", cbz(1)[:-9])
    put(folder / "3 - C.cbz", cbz(0, ("readme.txt", b"x")))
    put(folder / "4 - D.cbz", cbz(1, ("metadata.json", b"{")))
    done = put_back(own).manga[0]
    assert done.recovered == 2
    told = "\n".join(done.problems)
    assert "2 - B.cbz was not recovered: it is no ZIP file that can be read." in told
    assert "3 - C.cbz was not recovered: there is no page in it." in told
    assert "4 - D.cbz: its metadata.json could not be used." in told


def test_descriptions_that_lie_take_nothing_of_other_manga(own: Settings) -> None:
    url = own.kuroibara_url
    victim, stolen = uuid4(), uuid4()
    put(own.storage_path / f"manga/{victim}/chapters/{stolen}/1.png", b"x")
    put_back(own)
    before = rows(url, "SELECT id, manga_id, file_path FROM chapter")
    lie = {"manga": {"id": str(victim), "title": "x" * 999, "type": "'; DROP TABLE manga; --"},
           "chapter": {"id": str(stolen), "number": "9" * 99}}  # fmt: skip
    put(own.storage_path / "manga/liar/organized/T/1.cbz", cbz(1, ("metadata.json", dumps(lie))))
    assert [one.recovered for one in put_back(own).manga] == [1]
    found = rows(url, "SELECT id, manga_id, file_path FROM chapter")
    assert set(before) < set(found)
    assert rows(url, f"SELECT title, type FROM manga WHERE id <> '{victim}'") == [
        ("x" * 255, "UNKNOWN")
    ]


def test_a_link_in_the_library_is_not_followed(own: Settings, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere/organized/T/1 - A.cbz", cbz(1))
    (own.storage_path / "manga").mkdir()
    (own.storage_path / f"manga/{uuid4()}").symlink_to(tmp_path / "elsewhere")
    assert survey(own, control(), LATER).manga == ()
    assert count_orphans(own, lambda: None) == 0


def test_an_empty_folder_is_no_orphan_and_originals_alone_are_told(own: Settings) -> None:
    (own.storage_path / f"manga/{uuid4()}/chapters").mkdir(parents=True)
    put(own.storage_path / f"manga/{uuid4()}/raw/import.zip", b"x")
    assert count_orphans(own, lambda: None) == 0
    found = survey(own, control(), LATER).manga
    assert [one.recoverable for one in found] == [False]
    assert "no chapter and no cover" in found[0].problems[0]


def test_paths_too_long_for_the_database_are_told_not_cut(own: Settings) -> None:
    manga = own.storage_path / f"manga/{uuid4()}/organized/T"
    put(manga / f"1 - {'x' * 200}.cbz", cbz(1))
    done = put_back(own)
    assert done.done == ()
    assert "longer than the database holds" in done.manga[0].problems[-1]
    assert rows(own.kuroibara_url, "SELECT 1 FROM manga") == []
    put(manga / "2 - Short.cbz", cbz(1))
    done = put_back(own)
    assert [one.recovered for one in done.manga] == [1]
    assert "longer than the database holds" in done.manga[0].problems[-1]


def test_names_that_are_no_text_are_told_and_stop_nobody(own: Settings) -> None:
    manga = own.storage_path / f"manga/{uuid4()}/organized/Odd"
    put(manga / "1 - A.cbz", cbz(1))
    odd = os.fsencode(manga) + b"/2 - \xff.cbz"
    with open(odd, "wb") as file:
        file.write(cbz(1))
    done = put_back(own)
    assert [one.recovered for one in done.manga] == [1]
    assert "not UTF-8" in done.manga[0].problems[0]


def test_the_schema_of_alembic_will_do(own: Settings) -> None:
    as_alembic_makes_it(own.kuroibara_url)
    put(own.storage_path / f"manga/{uuid4()}/organized/T/1 - A.cbz", cbz(1))
    assert len(put_back(own).done) == 1


def test_a_schema_without_optional_tables_and_columns_will_do(own: Settings) -> None:
    execute(
        own.kuroibara_url,
        "DROP TABLE page CASCADE",
        "DROP TABLE chapter_metadata CASCADE",
        "ALTER TABLE chapter DROP source, DROP file_size",
        "ALTER TABLE manga DROP provider",
    )
    put(own.storage_path / f"manga/{uuid4()}/chapters/{uuid4()}/1.png", b"x")
    assert [one.recovered for one in put_back(own).manga] == [1]
    assert left(own) == 0


def test_a_schema_that_wants_more_is_refused_before_anything(own: Settings) -> None:
    execute(own.kuroibara_url, "ALTER TABLE chapter ADD mood varchar(9) NOT NULL")
    put(own.storage_path / f"manga/{uuid4()}/organized/T/1 - A.cbz", cbz(1))
    with pytest.raises(Refused, match=r"chapter\.mood") as caught:
        put_back(own)
    assert caught.value.code == "unknown_schema"


def test_two_recoveries_at_once_are_refused(own: Settings) -> None:
    put(own.storage_path / f"manga/{uuid4()}/organized/T/1 - A.cbz", cbz(1))
    refused: list[str] = []

    class Nosy(Control):
        def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
            if stage == "recover":
                other = threading.Thread(target=self.try_too)
                other.start()
                other.join()

        def try_too(self) -> None:
            try:
                put_back(own)
            except Refused as exc:
                refused.append(exc.code)

    done = recover(own, chosen_user(own, "mika"), Nosy(lambda _: None), LATER, dry_run=False)
    assert refused == ["already_running"]
    assert len(done.done) == 1


def test_a_lost_connection_keeps_whole_manga_and_the_next_run_goes_on(own: Settings) -> None:
    url = own.kuroibara_url
    for _ in range(3):
        put(own.storage_path / f"manga/{uuid4()}/organized/T/1 - A.cbz", cbz(1))

    class Cut(Control):
        def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
            if stage == "recover" and done == 2:
                execute(
                    url,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()",
                )

    with pytest.raises(NoConnection):
        recover(own, chosen_user(own, "mika"), Cut(lambda _: None), LATER, dry_run=False)
    assert len(rows(url, "SELECT 1 FROM manga")) == len(rows(url, "SELECT 1 FROM chapter")) == 1
    assert len(put_back(own).done) == 2


def test_cancelling_keeps_whole_manga(own: Settings) -> None:
    url = own.kuroibara_url
    for _ in range(3):
        put(own.storage_path / f"manga/{uuid4()}/organized/T/1 - A.cbz", cbz(1))

    class Stopped(Control):
        def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
            if stage == "recover" and done == 2:
                self.stop()

    with pytest.raises(Cancelled):
        recover(own, chosen_user(own, "mika"), Stopped(lambda _: None), LATER, dry_run=False)
    assert len(rows(url, "SELECT 1 FROM manga")) == 2
    assert len(put_back(own).done) == 1


def test_rows_that_came_meanwhile_are_not_doubled(own: Settings) -> None:
    manga = uuid4()
    path = own.storage_path / f"manga/{manga}/organized/T/1 - A.cbz"
    put(path, cbz(1))

    class Overtaken(Control):
        def report(self, stage: str, done: int = 0, total: int | None = None) -> None:
            if stage == "recover":
                with psycopg.connect(own.kuroibara_url) as connection:
                    connection.execute(
                        "INSERT INTO manga (id, title, type, status, is_nsfw)"
                        " VALUES (%s, 'T', 'MANGA', 'ONGOING', false)",
                        (manga,),
                    )

    done = recover(own, chosen_user(own, "mika"), Overtaken(lambda _: None), LATER, dry_run=False)
    assert done.done == ()
    assert "just now" in done.manga[0].problems[-1]
    assert len(put_back(own).done) == 1
    assert len(rows(own.kuroibara_url, "SELECT 1 FROM chapter")) == 1


def test_a_library_that_is_not_there_is_refused(own: Settings) -> None:
    own.storage_path.rmdir()
    whose = account_by_login(own.kuroibara_url, "mika")
    assert isinstance(whose, Account)
    calls: tuple[Callable[[], object], ...] = (
        lambda: count_orphans(own, lambda: None),
        lambda: survey(own, control(), LATER),
        lambda: recover(own, whose, control(), LATER, dry_run=False),
    )
    for call in calls:
        with pytest.raises(Refused) as caught:
            call()
        assert caught.value.code == "no_library"


def test_no_file_is_touched(own: Settings) -> None:
    put(own.storage_path / f"manga/{uuid4()}/organized/T/1 - A.cbz", cbz(1))
    put(own.storage_path / f"manga/{uuid4()}/chapters/{uuid4()}/1.png", b"x")

    def stamps() -> dict[Path, tuple[int, int]]:
        return {
            path: (path.stat().st_mtime_ns, path.stat().st_ino)
            for path in own.storage_path.rglob("*")
        }

    before = stamps()
    assert len(put_back(own).done) == 2
    assert stamps() == before
