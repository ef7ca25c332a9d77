from __future__ import annotations

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.settings import Settings, read_settings


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable and no .env of the machine that runs the tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults_are_kuroibaras_own() -> None:
    settings = read_settings()
    assert settings.kuroibara_url == "postgresql://kuroibara:password@postgres:5432/kuroibara"
    assert (settings.storage_path, settings.backup_path) == (
        Path("/app/storage"),
        Path("/app/backups"),
    )
    assert settings.timezone.key == "UTC"


def test_database_url_wins_and_may_be_asyncpgs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB_HOST", "elsewhere")
    monkeypatch.setenv(
        "DATABASE_URL",
        "postgresql+asyncpg://u:p%40w@db:5433/k?ssl=require&prepared_statement_cache_size=0",
    )
    assert read_settings().kuroibara_url == "postgresql://u:p%40w@db:5433/k?sslmode=require"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("postgresql:///k?host=/run/postgresql", {"dbname": "k", "host": "/run/postgresql"}),
        ("postgresql://u@%2Frun%2Fpg/k", {"user": "u", "host": "/run/pg", "dbname": "k"}),
        ("postgresql://u:a#b?c@[::1]:5433/k", {"password": "a#b?c", "host": "::1", "dbname": "k"}),
        ("postgresql://u:a@b@db/k", {"password": "a@b", "host": "db"}),
        ("postgresql://u:p@one:1,two:2/k", {"host": "one,two", "port": "1,2"}),
    ],
)
def test_every_address_that_postgresql_knows_is_understood(
    monkeypatch: pytest.MonkeyPatch, written: str, read: dict[str, str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", written)
    assert conninfo_to_dict(read_settings().kuroibara_url).items() >= read.items()


@pytest.mark.parametrize(
    "value",
    [
        "mysql://u:geheim@db/k",
        "geheim",
        "postgresql://u:%geheim@db/k",
        "postgresql://u:geheim%00@db/k",
        "postgresql://u:geheim/@db/k",
        "postgresql://u:x@db:geheim/k",
        "postgresql://u:geheim@[::1/k",
    ],
)
def test_an_address_of_another_kind_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(InvalidRequest, match="DATABASE_URL") as caught:
        read_settings()
    assert "geheim" not in str(caught.value)


def test_parts_may_hold_any_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB_PASSWORD", "a/b@c:d?e#é %")
    monkeypatch.setenv("DB_HOST", "::1")
    assert read_settings().kuroibara_url == (
        "postgresql://kuroibara:a%2Fb%40c%3Ad%3Fe%23%C3%A9%20%25@[::1]:5432/kuroibara"
    )


def test_empty_variables_count_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setenv("BACKUP_TIMEZONE", "")
    assert read_settings().database_url is None


@pytest.mark.parametrize(
    ("ours", "tz", "wanted"),
    [
        ("Europe/Berlin", "Asia/Tokyo", "Europe/Berlin"),
        (None, "Asia/Tokyo", "Asia/Tokyo"),
        (None, ":Asia/Tokyo", "Asia/Tokyo"),
        (None, "CET-1CEST,M3.5.0", "UTC"),
        (None, "/etc/localtime", "UTC"),
    ],
)
def test_time_zone_is_ours_then_the_systems_then_utc(
    monkeypatch: pytest.MonkeyPatch, ours: str | None, tz: str, wanted: str
) -> None:
    if ours is not None:
        monkeypatch.setenv("BACKUP_TIMEZONE", ours)
    monkeypatch.setenv("TZ", tz)
    assert read_settings().timezone.key == wanted


def test_an_unknown_time_zone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUP_TIMEZONE", "Europe/Atlantis")
    with pytest.raises(InvalidRequest, match=r"BACKUP_TIMEZONE.*no such time zone"):
        read_settings()


def test_a_shared_env_file_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(
        "DB_HOST=filed\nDB_DATABASE=k2\nVALKEY_PASSWORD=null\nBACKUP_ADMINS=mika, Ren\n"
    )
    monkeypatch.setenv("DB_HOST", "near")
    settings = read_settings()
    assert (settings.db_host, settings.db_database) == ("near", "k2")
    assert settings.backup_admins == ("mika", "Ren")


def test_a_wrong_number_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB_PORT", "fivefour")
    with pytest.raises(InvalidRequest, match=r"DB_PORT cannot be used") as caught:
        read_settings()
    assert "fivefour" not in str(caught.value)


def test_secrets_do_not_show() -> None:
    settings = read_settings(
        db_password="geheim", jwt_secret_key="geheim", backup_state_url="postgresql://a:geheim@h/d"
    )
    assert "geheim" not in repr(settings)


def test_the_numbers_of_backups_kept_are_the_documented_ones() -> None:
    settings = read_settings()
    assert settings.backup_retention_enabled
    assert (
        settings.backup_retention_daily,
        settings.backup_retention_weekly,
        settings.backup_retention_monthly,
        settings.backup_retention_yearly,
        settings.most_backups,
    ) == (7, 4, 12, None, 30)


@pytest.mark.parametrize(
    ("given", "most"),
    [
        ({"MAX_BACKUPS": "10"}, 10),
        ({"BACKUP_RETENTION_MAX_TOTAL": "20"}, 20),
        ({"MAX_BACKUPS": "10", "BACKUP_RETENTION_MAX_TOTAL": "50"}, 50),
        ({"MAX_BACKUPS": "60", "BACKUP_RETENTION_MAX_TOTAL": "50"}, 60),
        ({"MAX_BACKUPS": "null", "BACKUP_RETENTION_MAX_TOTAL": "50"}, None),
        ({"MAX_BACKUPS": "null"}, None),
    ],
)
def test_of_two_maxima_the_larger_holds(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], most: int | None
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert read_settings().most_backups == most


@pytest.mark.parametrize("period", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_null_is_for_ever_and_zero_is_refused(monkeypatch: pytest.MonkeyPatch, period: str) -> None:
    name = f"BACKUP_RETENTION_{period}"
    monkeypatch.setenv(name, "null")
    assert getattr(read_settings(), name.lower()) is None
    for wrong in ("0", "-1", "all"):
        monkeypatch.setenv(name, wrong)
        with pytest.raises(InvalidRequest, match=name):
            read_settings()
