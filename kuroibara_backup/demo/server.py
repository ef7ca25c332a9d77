"""A whole server to try things on: PostgreSQL, library and engine, all in one folder."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from kuroibara_backup.database.embedded import EmbeddedPostgres
from kuroibara_backup.database.server import create_database
from kuroibara_backup.demo.model import CHAPTERS, MANGA, people
from kuroibara_backup.demo.sample import make_sample
from kuroibara_backup.errors import Refused
from kuroibara_backup.places.files import try_lock
from kuroibara_backup.service.engine import opened
from kuroibara_backup.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_backup.demo.model import Person
    from kuroibara_backup.service.engine import Service

DATABASE = "kuroibara"
_MADE = "demo.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """A running demo. `people` know their passwords."""

    folder: Path
    service: Service
    people: tuple[Person, ...]


@contextmanager
def demo_folder(wanted: Path | None) -> Iterator[Path]:
    """The folder that was asked for, which is kept, or one that is gone afterwards."""
    if wanted is not None:
        # Not private: PostgreSQL, which never runs as root, must get through.
        wanted.mkdir(mode=0o711, parents=True, exist_ok=True)
        yield wanted.resolve()
        return
    folder = Path(tempfile.mkdtemp(prefix="kuroibara-demo-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def demo(
    folder: Path,
    *,
    manga: int = MANGA,
    chapters: int = CHAPTERS,
    check: Callable[[], None] = lambda: None,
) -> Iterator[Demo]:
    """Start everything in `folder`; what an earlier demo made there is used again.

    Call it from the main thread: PostgreSQL ends with the thread that started it.
    """
    with _alone(folder), EmbeddedPostgres(folder / "postgresql") as postgres:
        create_database(postgres.url(), DATABASE)
        settings = _settings(folder, postgres.url(DATABASE))
        marker = folder / _MADE
        if not marker.exists():
            # A demo that was stopped half-way left files without rows; they are made anew.
            shutil.rmtree(settings.storage_path, ignore_errors=True)
            make_sample(
                settings.kuroibara_url,
                settings.storage_path,
                manga=manga,
                chapters=chapters,
                check=check,
            )
            marker.write_text(json.dumps({"manga": manga, "chapters": chapters}), encoding="utf-8")
        check()
        with opened(settings) as service:
            service.start()
            yield Demo(folder=folder, service=service, people=people())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder: two servers on the same files would spoil both."""
    with open(folder / "demo.lock", "w", encoding="utf-8") as lock:
        if not try_lock(lock.fileno()):
            raise Refused(
                f"The demo was not started: another one runs in {folder}.",
                remedy="End that one, or choose another folder with --dir.",
                code="locked",
            )
        yield


def _settings(folder: Path, url: str) -> Settings:
    """Settings of the demo alone, whatever the environment and `.env` say."""
    given: dict[str, Any] = {
        "database_url": SecretStr(url),
        "storage_path": folder / "storage",
        "backup_path": folder / "backups",
        "backup_timezone": None,
        "backup_state_url": None,
        "backup_admins": (),
        "backup_trusted_proxies": ("127.0.0.1", "::1"),
        "backup_kuroibara_proof": True,
        "backup_follow_links": False,
        "backup_reserve_bytes": 64 << 20,
        "kuroibara_version": "0.7.0",
        "jwt_secret_key": SecretStr(secrets.token_urlsafe(32)),
        "jwt_algorithm": "HS256",
        "tz": os.environ.get("TZ") or None,
    }
    return Settings(_env_file=None, **given)  # type: ignore[call-arg]  # pydantic's own
