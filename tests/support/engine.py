"""A real engine over HTTP: uvicorn on a free port, a real PostgreSQL, a small library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any
from uuid import UUID, uuid4
from weakref import WeakKeyDictionary

import bcrypt
import httpx
import psycopg
import pyotp
import pytest
from pydantic import SecretStr

from kuroibara_backup.api.server import Server
from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.service.engine import Service, opened
from kuroibara_backup.settings import Settings
from tests.support.postgres import execute, forget, make_database
from tests.support.totp import code_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres

KUROIBARA_KEY = "the key that Kuroibara signs its tokens with"
TIMEZONE = "Europe/Berlin"
UNSCHEDULED = {f"BACKUP_{kind}_ENABLED": "false" for kind in ("DAILY", "WEEKLY", "MONTHLY")}


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Someone with an account; `totp` makes the code of now where one is asked for."""

    id: UUID
    username: str
    email: str
    password: str
    totp_secret: str | None = None

    def totp(self) -> str | None:
        return None if self.totp_secret is None else code_of(self.totp_secret)


def new_user(
    database_url: str,
    username: str,
    *,
    superuser: bool = False,
    active: bool = True,
    totp: bool = False,
) -> User:
    """Register a user as Kuroibara would."""
    user = User(
        id=uuid4(),
        username=username,
        email=f"{username}@example.org",
        password=f"{username}'s password",
        totp_secret=pyotp.random_base32() if totp else None,
    )
    values: dict[str, Any] = {
        "id": user.id,
        "username": username,
        "email": user.email,
        "hashed_password": bcrypt.hashpw(user.password.encode(), bcrypt.gensalt(4)).decode(),
        "is_active": active,
        "is_superuser": superuser,
        "two_fa_secret": user.totp_secret,
        "two_fa_enabled": totp,
        "provider_check_interval": 3600,
        "theme": "dark",
        "nsfw_blur": True,
        "download_quality": "high",
        "download_path": "/app/storage",
        "naming_format_manga": "{Manga Title}/Volume {Volume}/{Chapter Number} - {Chapter Name}",
        "naming_format_chapter": "{Chapter Number} - {Chapter Name}",
        "preferred_structure_pattern": "volume",
        "auto_organize_imports": True,
        "create_cbz_files": True,
        "preserve_original_files": False,
        "chapter_auto_refresh_interval": 300,
        "chapter_check_on_tab_focus": True,
        "chapter_show_update_notifications": True,
        "chapter_enable_manual_refresh": True,
        "storage_type": "local",
        "max_upload_size": "100MB",
    }
    names = ", ".join(values)
    places = ", ".join(f"%({name})s" for name in values)
    with psycopg.connect(database_url) as connection:
        connection.execute(
            f"INSERT INTO users ({names}) VALUES ({places})".encode(),
            values,
        )
    return user


@dataclass(slots=True, kw_only=True)
class RunningEngine:
    """A server to talk to. `admin` may back up; `reader` is an ordinary user."""

    url: str
    service: Service
    settings: Settings
    admin: User
    reader: User
    with_totp: User
    library: Path
    _tokens: dict[str, str] = field(default_factory=dict)
    _clients: list[httpx.Client] = field(default_factory=list)

    @property
    def api(self) -> str:
        return f"{self.url}/api/v1"

    @property
    def engine_folder(self) -> Path:
        return self.settings.backup_path / "engine"

    @property
    def found_folder(self) -> Path:
        return self.settings.backup_path / "archives"

    def login(self, user: User | None = None) -> str:
        """Sign in and return the access token."""
        user = user or self.admin
        body = {"username": user.username, "password": user.password}
        if user.totp_secret is not None:
            body["totp_code"] = user.totp() or ""
        answer = httpx.post(f"{self.api}/auth/login", json=body, timeout=30)
        answer.raise_for_status()
        return str(answer.json()["access_token"])

    def client(self, user: User | None = None) -> httpx.Client:
        """A client that is signed in; paths are relative to /api/v1. Closed with the engine."""
        user = user or self.admin
        if user.username not in self._tokens:
            self._tokens[user.username] = self.login(user)
        client = httpx.Client(
            base_url=self.api,
            headers={"Authorization": f"Bearer {self._tokens[user.username]}"},
            timeout=30,
        )
        self._clients.append(client)
        return client

    def close(self) -> None:
        for client in self._clients:
            client.close()

    def create(self, name: str | None = None, *, include_storage: bool = True) -> dict[str, Any]:
        """Make a backup and wait for it; returns its item of the list."""
        with self.client() as client:
            body = {"backup_name": name, "include_storage": include_storage}
            answer = client.post("/backup/create", json=body)
            answer.raise_for_status()
            job = self.service.jobs.wait(UUID(answer.json()["job_id"]), 120)
            assert job.result is not None, job.error
            items = client.get("/backup/list").json()["backups"]
        return next(item for item in items if item["filename"] == job.result.filename)


def fill_library(folder: Path) -> None:
    """A few files as Kuroibara lays them out: covers, CBZ, loose pages, an empty folder."""
    for number in range(3):
        manga = folder / "manga" / str(UUID(int=number + 1))
        chapters = manga / "organized" / f"Títle {number}" / "Volume 1"
        chapters.mkdir(parents=True)
        (manga / "cover.jpg").write_bytes(bytes(range(256)) * 40)
        (chapters / "1 - Untitled.cbz").write_bytes(bytes([number]) * 300_000)
        (chapters / "notes.txt").write_text("plain text, easily deflated\n" * 200)
        (manga / "raw").mkdir()


@contextmanager
def serving(service: Service) -> Iterator[str]:
    """Serve it on a thread, on a free port; give the base URL."""
    ready: list[str] = []
    up = threading.Event()

    def started(url: str) -> None:
        ready.append(url)
        up.set()

    server = Server(service, host="127.0.0.1", port=0, ready=started)
    thread = threading.Thread(target=server.serve_until_stopped, name="server")
    thread.start()
    try:
        assert up.wait(20), "the server did not start"
        yield ready[0]
    finally:
        server.stop()
        thread.join(20)
        assert not thread.is_alive()


@contextmanager
def served(
    engine: RunningEngine, *options: str, log: IO[str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command `serve` as a process of its own, with this engine's folders and databases."""
    with commanded(engine, "serve", "--port", "0", *options, log=log) as (process, ready):
        yield process, str(ready["url"])


@contextmanager
def commanded(
    engine: RunningEngine, *command: str, log: IO[str] | None = None
) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """A command that keeps running, and the document it prints when it is ready."""
    settings = engine.settings
    state_url = settings.backup_state_url
    assert state_url is not None
    environment = os.environ | {
        "DATABASE_URL": settings.kuroibara_url,
        "BACKUP_STATE_URL": state_url.get_secret_value(),
        "STORAGE_PATH": str(settings.storage_path),
        "BACKUP_PATH": str(settings.backup_path),
        "BACKUP_RESERVE_BYTES": "0",
        **UNSCHEDULED,
    }
    with subprocess.Popen(
        [sys.executable, "-m", "kuroibara_backup", *command, "--json"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if log is None else log,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def engine_settings(folder: Path, database_url: str, state_url: str, **more: Any) -> Settings:
    """Settings for a private engine below `folder`."""
    given: dict[str, Any] = {
        "database_url": SecretStr(database_url),
        "backup_state_url": SecretStr(state_url),
        "jwt_secret_key": SecretStr(KUROIBARA_KEY),
        "storage_path": folder / "storage",
        "backup_path": folder / "backups",
        "backup_timezone": TIMEZONE,
        "backup_reserve_bytes": 0,
        # No test is to find a backup that the time of day made.
        **{name.lower(): False for name in UNSCHEDULED},
        "kuroibara_version": "0.7.0",
    }
    return Settings(_env_file=None, **(given | more))  # type: ignore[call-arg]  # pydantic's own


_templates: WeakKeyDictionary[EmbeddedPostgres, str] = WeakKeyDictionary()


def make_state(postgres: EmbeddedPostgres, name: str) -> None:
    """A state database as a first start leaves it, copied: its tables take longer to make."""
    if postgres not in _templates:
        template = f"state_{uuid4().hex[:8]}"
        open_state(postgres.url(template), postgres.url(template))
        execute(postgres.url(template), "DELETE FROM engine")  # each has an identity of its own
        _templates[postgres] = template
    make_database(postgres, _templates[postgres], name=name)


@contextmanager
def running_engine(
    folder: Path, postgres: EmbeddedPostgres, template: str, *, worker: bool = True, **more: Any
) -> Iterator[RunningEngine]:
    """An engine of its own with two databases of its own; all is gone afterwards.

    Without `worker` it only asks for jobs; another process carries them out.
    """
    name = make_database(postgres, template)
    state = f"{name}_state"
    make_state(postgres, state)
    url = postgres.url(name)
    admin = new_user(url, "anna", superuser=True)
    reader = new_user(url, "ben")
    with_totp = new_user(url, "clara", superuser=True, totp=True)
    library = folder / "storage"
    fill_library(library)
    settings = engine_settings(folder, url, postgres.url(state), **more)
    try:
        with opened(settings) as service:
            service.start(worker=worker)
            with serving(service) as base:
                running = RunningEngine(
                    url=base,
                    service=service,
                    settings=settings,
                    admin=admin,
                    reader=reader,
                    with_totp=with_totp,
                    library=library,
                )
                try:
                    yield running
                finally:
                    running.close()
    finally:
        forget(postgres, state, name)


@pytest.fixture
def engine(
    tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """A fresh engine for one test."""
    with running_engine(tmp_path, postgres, kuroibara_template) as running:
        yield running


@pytest.fixture(scope="module")
def shared_engine(
    tmp_path_factory: pytest.TempPathFactory, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """One engine for a whole module, for tests that do not mind each other's backups."""
    folder = tmp_path_factory.mktemp("engine")
    with running_engine(folder, postgres, kuroibara_template) as running:
        yield running
