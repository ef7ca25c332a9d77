"""Who has an account at Kuroibara; read, never written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from psycopg import sql
from psycopg.rows import dict_row

from kuroibara_backup.database.kept import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

PROFILE_FIELDS: Final = (
    *("id", "created_at", "updated_at", "username", "email", "full_name", "is_active"),
    *("is_superuser", "avatar", "bio", "two_fa_enabled", "anilist_username"),
    *("myanimelist_username", "theme", "nsfw_blur", "download_quality", "download_path"),
    *("naming_format_manga", "naming_format_chapter", "auto_organize_imports"),
    *("create_cbz_files", "preserve_original_files", "chapter_auto_refresh_interval"),
    *("chapter_check_on_tab_focus", "chapter_show_update_notifications"),
    *("chapter_enable_manual_refresh", "storage_type", "max_upload_size"),
)
"""What Kuroibara tells about a user, under its own names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One user as Kuroibara knows them; `profile` is the JSON that its API answers with."""

    id: UUID
    username: str
    email: str
    hashed_password: str = field(repr=False)
    is_active: bool
    is_superuser: bool
    two_fa_enabled: bool
    two_fa_secret: str | None = field(repr=False)
    profile: dict[str, object] = field(repr=False)


def account_by_login(url: str, name: str) -> Account | None:
    """The account with this user name, else with this e-mail address; capitals count."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return None
    if "\0" in name:
        return None  # PostgreSQL holds no such text
    return _one(
        url,
        sql.SQL("username = %(name)s OR email = %(name)s ORDER BY username = %(name)s DESC"),
        {"name": name},
    )


def accounts_named(url: str, name: str) -> list[Account]:
    """Every account that this may mean: by user name, e-mail address, or id."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return []
    if "\0" in name:
        return []
    return _found(
        url,
        sql.SQL("username = %(name)s OR email = %(name)s OR id::text = %(name)s"),
        {"name": name},
    )


def superusers(url: str) -> list[Account]:
    return _found(url, sql.SQL("is_superuser"), {})


def account_by_id(url: str, user_id: UUID) -> Account | None:
    return _one(url, sql.SQL("id = %(id)s"), {"id": user_id})


def _one(url: str, condition: sql.SQL, values: Mapping[str, object]) -> Account | None:
    found = _found(url, condition + sql.SQL(" LIMIT 1"), values)
    return found[0] if found else None


def _found(url: str, condition: sql.Composable, values: Mapping[str, object]) -> list[Account]:
    query = sql.SQL("SELECT * FROM public.users WHERE {}").format(condition)
    with kept(url, doing="an account was looked up") as connection:
        rows = connection.cursor(row_factory=dict_row).execute(query, values).fetchall()
    return [
        Account(
            id=row["id"],
            username=row["username"],
            email=row["email"],
            hashed_password=row["hashed_password"],
            is_active=row["is_active"],
            is_superuser=row["is_superuser"],
            two_fa_enabled=row["two_fa_enabled"],
            two_fa_secret=row["two_fa_secret"],
            profile={name: _json(row.get(name)) for name in PROFILE_FIELDS},
        )
        for row in rows
    ]


def _json(value: object) -> object:
    if isinstance(value, datetime):
        # Upgraded installs have columns without a zone; Kuroibara writes UTC into them.
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return str(value) if isinstance(value, UUID) else value


def any_superuser(url: str) -> bool:
    """Whether Kuroibara has an active superuser."""
    with kept(url, doing="the superusers were looked for") as connection:
        found = connection.execute(
            "SELECT 1 FROM public.users WHERE is_superuser AND is_active LIMIT 1"
        ).fetchone()
    return found is not None
