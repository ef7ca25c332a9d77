"""Whoever finds the drive reads which backup to use, and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.vault.howto import page

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FULL = LocalCopy(
    path=Path("/vault/home/it's full.tar.gz"),
    remote_name="it's full.tar.gz",
    server="home",
    size=5 * 1024**3,
    sha256="ab" * 32,
    created_at=NOW - timedelta(days=2),
    verified_at=NOW,
    state=CopyState.VERIFIED,
    includes_storage=True,
    metadata={"format": 2, "kuroibara_version": "0.7.0", "postgresql_version": "18.6"},
)


def test_page_names_the_newest_verified_backup_and_the_plain_commands() -> None:
    text = page([FULL], now=NOW)
    for part in (
        "5.00 GiB",
        "0.7.0",
        "18.6",
        "ab" * 32,
        "sha256sum -c 'it'\\''s full.tar.gz.sha256'",
        "tar -xzf 'it'\\''s full.tar.gz'",
        "psql -U kuroibara -d kuroibara < database.sql",
        "tar -xzf storage.tar.gz -C /app/",
    ):
        assert part in text


def test_unverified_and_damaged_copies_are_not_recommended() -> None:
    damaged = replace(FULL, state=CopyState.DAMAGED)
    assert "no verified backup in this folder yet" in page([damaged], now=NOW)


def test_a_newer_database_only_backup_does_not_hide_the_full_one() -> None:
    newer = replace(
        FULL, path=Path("/vault/home/daily.tar.gz"), includes_storage=False, created_at=NOW
    )
    text = page([newer, FULL], now=NOW)
    assert text.index("daily.tar.gz") < text.index("it's full.tar.gz")
    assert "tar -xzf 'it'" in text


def test_a_backup_of_kuroibaras_own_is_to_be_loaded_into_an_empty_database() -> None:
    assert "into an empty" not in page([FULL], now=NOW)
    assert "into an empty" in page([replace(FULL, metadata={})], now=NOW)


def test_each_server_has_its_part() -> None:
    other = replace(FULL, server="office", path=Path("/vault/office/b.tar.gz"))
    text = page([FULL, other], now=NOW)
    assert "Server folder: home" in text
    assert "Server folder: office" in text
