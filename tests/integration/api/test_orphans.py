"""Orphans over HTTP: Kuroibara's own call, and the two that look and put back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests.support.comics import cbz, put
from tests.support.engine import running_engine
from tests.support.postgres import execute, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine

INSERT = (
    "INSERT INTO manga (id, title, type, status, is_nsfw)"
    " VALUES ('{}', 'Known', 'MANGA', 'ONGOING', false)"
)


@pytest.fixture
def orphaned(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[tuple[RunningEngine, UUID]]:
    """An engine whose library holds one whole orphan; its three other manga are known."""
    with running_engine(tmp_path, postgres, kuroibara_template) as engine:
        url = engine.settings.kuroibara_url
        execute(url, *(INSERT.format(UUID(int=number + 1)) for number in range(3)))
        manga = uuid4()
        path = engine.library / f"manga/{manga}/organized/Paper Sea/Volume 1/1 - A/1 - A.cbz"
        put(path, cbz(2))
        # As a file that has lain there for a while.
        old = 1_700_000_000
        os.utime(path, (old, old))
        yield engine, manga


def ended(engine: RunningEngine, answer: httpx.Response) -> dict[str, Any]:
    assert answer.status_code == 202, answer.text
    engine.service.jobs.wait(UUID(answer.json()["id"]), 30)
    with engine.client() as client:
        job: dict[str, Any] = client.get(f"/backup/jobs/{answer.json()['id']}").json()
    assert job["state"] == "succeeded", job
    return job


def test_kuroibaras_call_counts_against_everybodys_library(
    orphaned: tuple[RunningEngine, UUID],
) -> None:
    engine, _ = orphaned
    # The caller's own library is empty, which is where Kuroibara would look.
    with engine.client() as client:
        body = client.get("/backup/check-orphaned").json()
        assert body == {
            "has_orphaned_files": True,
            "orphaned_count": 1,
            "message": "1 manga folder is in the library but not in the database.",
            "recovery_url": "/settings?tab=backup",
        }
        ended(engine, client.post("/backup/orphans/recover", json={}))
        assert client.get("/backup/check-orphaned").json() == {
            "has_orphaned_files": False,
            "orphaned_count": 0,
            "message": "No orphaned files were found.",
            "recovery_url": None,
        }


def test_a_look_is_a_job_that_tells_what_is_there(orphaned: tuple[RunningEngine, UUID]) -> None:
    engine, manga = orphaned
    with engine.client() as client:
        job = ended(engine, client.get("/backup/orphans"))
    assert job["kind"] == "orphans"
    whole = next(one for one in job["result"]["manga"] if one["folder"] == str(manga))
    assert whole["title"] == "Paper Sea"
    assert whole["chapters"] == [
        {
            "number": "1",
            "number_guessed": False,
            "volume": "1",
            "title": "A",
            "pages": 2,
            "path": f"manga/{manga}/organized/Paper Sea/Volume 1/1 - A/1 - A.cbz",
        }
    ]
    assert str(engine.library) not in str(job)


def test_manga_come_back_for_the_user_who_was_named(orphaned: tuple[RunningEngine, UUID]) -> None:
    engine, manga = orphaned
    url = engine.settings.kuroibara_url
    shelf = "SELECT user_id, manga_id FROM manga_user_library"
    with engine.client() as client:
        would = client.post("/backup/orphans/recover", json={"user": "ben", "dry_run": True})
        told = ended(engine, would)["result"]
        assert (told["dry_run"], told["recovered_count"]) == (True, 1)
        assert rows(url, shelf) == []
        told = ended(engine, client.post("/backup/orphans/recover", json={"user": "ben"}))["result"]
        assert (told["recovered_count"], told["recovered_chapters"]) == (1, 1)
        assert told["user"] == "ben"
    assert rows(url, shelf) == [(engine.reader.id, manga)]


def test_an_unknown_user_is_refused_at_once(orphaned: tuple[RunningEngine, UUID]) -> None:
    engine, _ = orphaned
    with engine.client() as client:
        answer = client.post("/backup/orphans/recover", json={"user": "nobody"})
    assert answer.status_code == 404
    assert answer.json()["code"] == "no_such_user"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/backup/check-orphaned"),
        ("GET", "/backup/orphans"),
        ("POST", "/backup/orphans/recover"),
    ],
)
def test_only_administrators_may(shared_engine: RunningEngine, method: str, path: str) -> None:
    with shared_engine.client(shared_engine.reader) as client:
        body: dict[str, str] | None = {} if method == "POST" else None
        answer = client.request(method, path, json=body)
    assert answer.status_code == 403
    assert answer.json()["code"] == "not_administrator"
