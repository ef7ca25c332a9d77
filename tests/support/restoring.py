"""Two servers: one with a sample library and a backup of it, one to restore it on."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psycopg
import pytest

from kuroibara_backup.jobs.control import Control
from kuroibara_backup.service.audit import ENGINE
from kuroibara_backup.service.engine import Service, opened
from kuroibara_backup.service.restore.model import Plan, Wanted
from tests.support.engine import User, engine_settings, fill_library, new_user
from tests.support.installs import PASSWORD, make_install
from tests.support.postgres import everything, forget, make_database

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from kuroibara_backup.settings import Settings

Tables = dict[str, list[tuple[object, ...]]]
Files = dict[str, tuple[str, str]]
PATHS = ("manga", "manga_user_library", "chapter", "page", "chapter_metadata")


def control() -> Control:
    return Control(lambda _change: None)


def files_below(root: Path) -> Files:
    """Each file by its path with its SHA-256, each folder; what the engine keeps there is none."""
    found: Files = {}
    for parent, folders, names in os.walk(root):
        below = os.path.relpath(parent, root)
        if below == ".":
            folders[:] = [name for name in folders if not name.startswith(".restore-")]
        for name in folders:
            found[os.path.normpath(os.path.join(below, name))] = ("folder", "")
        for name in names:
            if below == "." and name == ".kuroibara-storage":
                continue
            with open(os.path.join(parent, name), "rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            found[os.path.normpath(os.path.join(below, name))] = ("file", digest)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Every row of every table, and every byte of every file."""

    tables: Tables
    files: Files


def whole(settings: Settings) -> Whole:
    return Whole(
        tables=everything(settings.kuroibara_url), files=files_below(settings.storage_path)
    )


def rewritten(tables: Tables, old: Path, new: Path) -> Tables:
    """What the rows must be on a server whose library lies elsewhere."""
    return {
        name: sorted(
            (str(row[0]).replace(f"{old}/", f"{new}/"),) if name in PATHS else row for row in rows
        )
        if name in PATHS
        else rows
        for name, rows in tables.items()
    }


def ordered(tables: Tables) -> Tables:
    return {name: sorted(rows) if name in PATHS else rows for name, rows in tables.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server of Kuroibara with its engine's settings. `owner` is who lives there."""

    settings: Settings
    owner: User | None

    @property
    def url(self) -> str:
        return self.settings.kuroibara_url


@contextmanager
def server_with_sample(
    folder: Path, postgres: EmbeddedPostgres, sample: tuple[str, Sample], **more: Any
) -> Iterator[Server]:
    """The sample library on a server of its own; its rows name its own folder."""
    name = make_database(postgres, sample[0])
    url, state = postgres.url(name), f"{name}_state"
    settings = engine_settings(folder, url, postgres.url(state), **more)
    shutil.copytree(sample[1].storage, settings.storage_path, copy_function=shutil.copy2)
    move_paths(url, sample[1].storage, settings.storage_path)
    try:
        yield Server(settings=settings, owner=None)
    finally:
        forget(postgres, state, name)


@contextmanager
def other_server(
    folder: Path,
    postgres: EmbeddedPostgres,
    template: str,
    *,
    filled: bool = True,
    plain: bool = False,
    **more: Any,
) -> Iterator[Server]:
    """Somebody else's server: one account, three manga folders; or as new as it can be.

    `plain`: its role owns the database and may make databases and roles, no more.
    """
    install = make_install(postgres, template, plain=plain)
    name, state = install.live, f"{install.live}_state"
    url = postgres.url(name)
    if plain:
        url = f"postgresql://{install.role}:{quote(PASSWORD)}@127.0.0.1:{postgres.port}/{name}"
    settings = engine_settings(folder, url, url.replace(f"/{name}", f"/{state}"), **more)
    settings.storage_path.mkdir(parents=True, exist_ok=True)
    owner = new_user(url, "olga", superuser=True)
    if filled:
        fill_library(settings.storage_path)
    try:
        yield Server(settings=settings, owner=owner)
    finally:
        forget(postgres, state, name)


@pytest.fixture(scope="module")
def source(
    tmp_path_factory: pytest.TempPathFactory,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> Iterator[tuple[Server, Path]]:
    """The server that was backed up, and the backup."""
    folder = tmp_path_factory.mktemp("source")
    with server_with_sample(folder, postgres, sample_template) as server:
        yield server, backed_up(server)


@pytest.fixture
def target(tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str) -> Iterator[Server]:
    """The one that it is restored on, with a library of its own."""
    with other_server(tmp_path, postgres, kuroibara_template) as server:
        yield server


def move_paths(url: str, old: Path, new: Path) -> None:
    with psycopg.connect(url) as connection:
        for table, column in (
            ("manga", "cover_image"),
            ("manga_user_library", "download_path"),
            ("chapter", "file_path"),
            ("page", "file_path"),
            ("chapter_metadata", "organized_path"),
            ("chapter_metadata", "cbz_path"),
            ("chapter_metadata", "original_path"),
        ):
            connection.execute(
                f"UPDATE {table} SET {column} = replace({column}, %s, %s)".encode(),
                (f"{old}/", f"{new}/"),
            )


def environment(settings: Settings) -> dict[str, str]:
    """What a process of its own needs to be an engine of this server."""
    state_url = settings.backup_state_url
    assert state_url is not None
    return os.environ | {
        "DATABASE_URL": settings.kuroibara_url,
        "BACKUP_STATE_URL": state_url.get_secret_value(),
        "STORAGE_PATH": str(settings.storage_path),
        "BACKUP_PATH": str(settings.backup_path),
        "BACKUP_RESERVE_BYTES": "0",
    }


def command(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line as a process of its own; its answer is JSON."""
    return subprocess.run(
        [sys.executable, "-m", "kuroibara_backup", *arguments, "--json"],
        env=environment(settings),
        capture_output=True,
        text=True,
        check=False,
    )


def killed(settings: Settings, *arguments: str) -> None:
    """A process that restores or rolls back and dies by SIGKILL where it was told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.restore_victim", *arguments],
        env=environment(settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr[-3000:]


def backed_up(server: Server, *, include_storage: bool = True, name: str = "sample") -> Path:
    """Make a backup there and return its file."""
    with opened(server.settings) as service:
        made = service.creations.make_now(control(), name=name, include_storage=include_storage)
        return service.place.find(made.filename).path


def restored(
    service: Service, path: Path, wanted: Wanted | None = None
) -> tuple[Plan, Mapping[str, Any]]:
    """Plan and carry out in this process."""
    plan = service.restores.plan_now(path, wanted or Wanted(), control())
    plan.must_be_possible()
    return plan, service.restores.restore_now(plan, control(), by=ENGINE)
