"""What `doctor` says of the rights that a restore needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from psycopg import conninfo

from kuroibara_backup.database.url import from_parts
from kuroibara_backup.service.doctor import Health, examine
from kuroibara_backup.settings import read_settings
from tests.support.installs import make_install

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.service.doctor import Finding
    from tests.support.installs import Install


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
