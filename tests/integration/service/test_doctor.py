"""Each line of `doctor` tells what is wrong, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from psycopg import conninfo

from kuroibara_backup.database.connection import database_name
from kuroibara_backup.database.url import from_parts
from kuroibara_backup.service.doctor import Health, examine
from kuroibara_backup.settings import read_settings
from tests.support.engine import engine_settings, fill_library, new_user
from tests.support.installs import make_install
from tests.support.postgres import drop_database, execute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.service.doctor import Finding
    from kuroibara_backup.settings import Settings
    from tests.support.installs import Install


@pytest.fixture
def settings(tmp_path: Path, postgres: EmbeddedPostgres, database: str) -> Iterator[Settings]:
    """An install at which nothing is wrong."""
    state = f"state_{uuid4().hex[:8]}"
    fill_library(tmp_path / "storage")
    (tmp_path / "backups").mkdir()
    new_user(database, "anna", superuser=True)
    try:
        yield engine_settings(tmp_path, database, postgres.url(state))
    finally:
        drop_database(postgres, state)


def found(settings: Settings, check: str, **changed: object) -> Finding:
    changed_settings = settings.model_copy(update=changed)
    return next(one for one in examine(changed_settings) if one.check == check)


def test_clocks_that_differ_are_told_with_the_seconds_between_them(settings: Settings) -> None:
    assert found(settings, "clocks").health is Health.GOOD
    name = database_name(settings.kuroibara_url)
    execute(
        settings.kuroibara_url,
        "CREATE SCHEMA ahead",
        "CREATE FUNCTION ahead.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS"
        " $$SELECT pg_catalog.clock_timestamp() + interval '1 hour'$$",
        f'ALTER DATABASE "{name}" SET search_path = ahead, pg_catalog, public',
    )
    told = found(settings, "clocks")
    assert told.health is Health.WARNING
    assert "3,600 s apart" in told.sentence or "3,599 s apart" in told.sentence
    assert "time server" in told.remedy


def test_a_disk_that_is_full_fails_and_one_without_room_for_another_warns(
    settings: Settings,
) -> None:
    assert found(settings, "space").health is Health.GOOD
    assert found(settings, "space", backup_reserve_bytes=1 << 60).health is Health.FAILED
    engine = settings.backup_path / "engine"
    engine.mkdir(exist_ok=True)
    with (engine / "large.tar.gz").open("wb") as file:
        file.truncate(1 << 42)  # more than a disk of a test has free, and takes no room
    told = found(settings, "space")
    assert told.health is Health.WARNING
    assert f"{1 << 42:,}" in told.sentence
    assert "larger disk" in told.remedy


def test_a_library_that_is_empty_or_holds_the_backups_is_told(
    settings: Settings, tmp_path: Path
) -> None:
    assert found(settings, "library folder").health is Health.GOOD
    (tmp_path / "empty").mkdir()
    told = found(settings, "library folder", storage_path=tmp_path / "empty")
    assert (told.health, "mounted" in told.remedy) == (Health.WARNING, True)
    inside = settings.storage_path / "backups"
    assert found(settings, "folders", backup_path=inside).health is Health.FAILED


def test_retention_that_is_switched_off_is_told(settings: Settings) -> None:
    assert found(settings, "retention").health is Health.GOOD
    told = found(settings, "retention", backup_retention_enabled=False)
    assert told.health is Health.WARNING
    assert "BACKUP_RETENTION_ENABLED" in told.remedy


def test_an_administrator_whom_nobody_knows_is_named(settings: Settings) -> None:
    assert found(settings, "administrator").health is Health.GOOD
    told = found(settings, "administrator", backup_admins=("anna", "Ana"))
    assert told.health is Health.WARNING
    assert told.sentence.endswith("does not have: Ana.")


def test_without_kuroibaras_key_its_tokens_are_said_to_be_refused(settings: Settings) -> None:
    assert found(settings, "tokens").health is Health.GOOD
    told = found(settings, "tokens", jwt_secret_key=None)
    assert (told.health, "JWT_SECRET_KEY" in told.sentence) == (Health.WARNING, True)


def test_rights_that_a_restore_lacks_are_named_with_what_gives_them(
    postgres: EmbeddedPostgres, kuroibara_template: str, tmp_path: Path
) -> None:
    install = make_install(postgres, kuroibara_template, plain=True)
    assert _rights(install, tmp_path).health is Health.GOOD

    install.run("postgres", f'ALTER ROLE "{install.role}" NOCREATEROLE')

    found = _rights(install, tmp_path)
    assert found.health is Health.WARNING
    assert f'ALTER ROLE "{install.role}" CREATEROLE;' in found.remedy
    install.run("postgres", f'ALTER ROLE "{install.role}" CREATEROLE')
    assert _rights(install, tmp_path).health is Health.GOOD


def test_a_stronger_role_that_is_set_is_the_one_that_counts(
    postgres: EmbeddedPostgres, kuroibara_template: str, tmp_path: Path
) -> None:
    install = make_install(postgres, kuroibara_template, plain=True)
    install.run("postgres", f'ALTER ROLE "{install.role}" NOCREATEROLE NOCREATEDB')
    assert _rights(install, tmp_path).health is Health.WARNING

    assert _rights(install, tmp_path, postgres.url(install.live)).health is Health.GOOD


def _rights(install: Install, folder: Path, admin: str | None = None) -> Finding:
    parts = {name: str(value) for name, value in conninfo.conninfo_to_dict(install.admin).items()}
    settings = read_settings(
        _env_file=None,
        database_url=from_parts(
            host=parts["host"],
            port=int(parts["port"]),
            database=parts["dbname"],
            user=parts["user"],
            password=parts["password"],
        ),
        backup_admin_url=admin,
        storage_path=folder / "storage",
        backup_path=folder / "backups",
    )
    return next(one for one in examine(settings) if one.check == "rights")
