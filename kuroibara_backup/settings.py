"""Everything an operator can set, with its name, type, default and explanation."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from kuroibara_backup.database.url import for_libpq, from_parts
from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.logs import LogFormat
from kuroibara_backup.schedule import at_daily, at_monthly, at_weekly


class Settings(BaseSettings):
    """Kuroibara's own variables under their own names, then ours. Read once, at start.

    A variable that is set to nothing counts as not set.
    """

    model_config = SettingsConfigDict(
        frozen=True,
        env_file=".env",
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    db_host: str = Field("postgres", description="Host of Kuroibara's PostgreSQL.")
    db_port: int = Field(5432, ge=1, le=65535, description="Its port.")
    db_database: str = Field("kuroibara", description="Name of Kuroibara's database.")
    db_username: str = Field("kuroibara", description="Role that reads it.")
    db_password: SecretStr = Field(SecretStr("password"), description="That role's password.")
    database_url: SecretStr | None = Field(
        None, description="Address of the database; wins over the five parts above."
    )
    jwt_secret_key: SecretStr | None = Field(
        None, description="Kuroibara's signing key: with it, Kuroibara's own tokens are accepted."
    )
    jwt_algorithm: str = Field("HS256", description="How Kuroibara signs its tokens.")
    storage_path: Path = Field(Path("/app/storage"), description="Kuroibara's library folder.")
    backup_path: Path = Field(Path("/app/backups"), description="Where backups are kept.")
    backup_timezone: str | None = Field(
        None, description="Time zone of names and schedules, such as Europe/Berlin; default TZ."
    )
    tz: str | None = Field(None, description="The system's time zone, if BACKUP_TIMEZONE is unset.")
    backup_daily_enabled: bool = Field(True, description="Make the daily backup, database only.")
    backup_weekly_enabled: bool = Field(True, description="Make the weekly backup, a full one.")
    backup_monthly_enabled: bool = Field(True, description="Make the monthly backup, a full one.")
    kuroibara_backup_daily_enabled: bool | None = Field(
        None,
        description="Wins over BACKUP_DAILY_ENABLED, for a `.env` that Kuroibara reads, too.",
    )
    kuroibara_backup_weekly_enabled: bool | None = Field(
        None, description="Wins over BACKUP_WEEKLY_ENABLED."
    )
    kuroibara_backup_monthly_enabled: bool | None = Field(
        None, description="Wins over BACKUP_MONTHLY_ENABLED."
    )
    backup_daily_at: str = Field(
        "02:00", description="When the daily backup is due; also cron text such as `30 1 * * *`."
    )
    backup_weekly_at: str = Field(
        "Sun 03:00", description="When the weekly one is due; also cron text."
    )
    backup_monthly_at: str = Field(
        "1st 04:00", description="When the monthly one is due; also cron text."
    )
    backup_drill_at: str | None = Field(
        None,
        description="When the newest backup is restored on trial, such as `1st 05:00`; also cron"
        " text. Unset: never by itself.",
    )
    max_backups: int | None = Field(
        30,
        ge=1,
        description="Backups there may be; beyond it the oldest unprotected go. `null`: no limit.",
    )
    backup_retention_enabled: bool = Field(
        True, description="Remove backups that the rules below do not keep."
    )
    backup_retention_daily: int | None = Field(
        7, ge=1, description="Days that keep their newest daily backup. `null`: for ever."
    )
    backup_retention_weekly: int | None = Field(
        4, ge=1, description="Weeks that keep their newest weekly backup. `null`: for ever."
    )
    backup_retention_monthly: int | None = Field(
        12, ge=1, description="Months that keep their newest monthly backup. `null`: for ever."
    )
    backup_retention_yearly: int | None = Field(
        None, ge=1, description="Years that keep their newest scheduled full one. `null`: for ever."
    )
    backup_retention_max_total: int | None = Field(
        None,
        ge=1,
        description="Another name of MAX_BACKUPS; if both are set, the larger holds.",
    )
    backup_retention_manual: bool = Field(
        False, description="Let MAX_BACKUPS remove backups made by hand, too."
    )
    backup_rollback_hours: int = Field(
        72,
        ge=1,
        description="How long a restore can be rolled back: what was there before is kept, and its "
        "safety copy never removed.",
    )
    backup_state_url: SecretStr | None = Field(
        None,
        description="Address of the engine's own database; "
        "default: `kuroibara_backup` on Kuroibara's server.",
    )
    backup_admin_url: SecretStr | None = Field(
        None,
        description="Address of PostgreSQL for a role that may do more, used for restores only; "
        "default: Kuroibara's own role.",
    )
    backup_admins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="User names, separated by commas, that may back up besides superusers."
    )
    backup_trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        ("127.0.0.1", "::1"),
        description="Addresses or networks of reverse proxies whose X-Forwarded-For is believed, "
        "separated by commas; `none`: of nobody.",
    )
    backup_kuroibara_proof: bool = Field(
        True,
        description="Take a Kuroibara token that is younger than five minutes for a password just "
        "given, as after a log-in; its renewals look the same.",
    )
    backup_follow_links: bool = Field(
        False, description="Archive folders that links in the library lead to."
    )
    backup_upload_max_bytes: int | None = Field(
        None,
        ge=1,
        description="Bytes that all unfinished uploads together may take. `null`: what is free.",
    )
    backup_file_owner: str | None = Field(
        None,
        description="USER:GROUP or UID:GID that restored files belong to; "
        "default: whom the library's folder belongs to.",
    )
    backup_reserve_bytes: int = Field(
        64 << 20, ge=0, description="Space that a backup must leave free where backups are kept."
    )
    backup_log_format: LogFormat = Field(
        LogFormat.PLAIN, description="`plain` lines for people, or `json`: one object a line."
    )
    kuroibara_version: str | None = Field(
        None, description="Version of Kuroibara to note in backups, which it does not tell itself."
    )

    @field_validator("backup_admins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(name.strip() for name in value.split(",") if name.strip())
        return value

    @field_validator("backup_trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = tuple(name.strip() for name in value.split(",") if name.strip())
        if names == ("none",):
            return ()
        for name in names:
            try:
                ip_network(name)
            except ValueError as exc:
                raise ValueError(f"{name!r} is no address and no network") from exc
        return names

    @field_validator(
        "max_backups",
        "backup_retention_daily",
        "backup_retention_weekly",
        "backup_retention_monthly",
        "backup_retention_yearly",
        "backup_retention_max_total",
        "backup_upload_max_bytes",
        mode="before",
    )
    @classmethod
    def _for_ever(cls, value: object) -> object:
        return None if isinstance(value, str) and value.strip().lower() == "null" else value

    @field_validator("backup_daily_at", "backup_weekly_at", "backup_monthly_at", "backup_drill_at")
    @classmethod
    def _known_time(cls, value: str | None, about: ValidationInfo) -> str | None:
        if value is None:
            return None
        try:
            _TIMES[about.field_name or ""](value)
        except InvalidRequest as exc:
            raise ValueError(exc.sentence.rpartition(": ")[2]) from exc
        return value

    @field_validator("backup_timezone")
    @classmethod
    def _known_zone(cls, value: str | None) -> str | None:
        if value is not None and _zone(value) is None:
            raise ValueError("there is no such time zone; write it like Europe/Berlin")
        return value

    @field_validator("database_url", "backup_state_url", "backup_admin_url")
    @classmethod
    def _postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        return None if value is None else SecretStr(for_libpq(value.get_secret_value()))

    @property
    def kuroibara_url(self) -> str:
        """Address of Kuroibara's database with its password, as libpq reads it. A secret."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return from_parts(
            host=self.db_host,
            port=self.db_port,
            database=self.db_database,
            user=self.db_username,
            password=self.db_password.get_secret_value(),
        )

    @property
    def admin_url(self) -> str:
        """Address for the role that restores, BACKUP_ADMIN_URL or Kuroibara's. A secret."""
        if self.backup_admin_url is not None:
            return self.backup_admin_url.get_secret_value()
        return self.kuroibara_url

    @property
    def most_backups(self) -> int | None:
        """MAX_BACKUPS or BACKUP_RETENTION_MAX_TOTAL; the larger where both are set."""
        if "backup_retention_max_total" not in self.model_fields_set:
            return self.max_backups
        if "max_backups" not in self.model_fields_set:
            return self.backup_retention_max_total
        if self.max_backups is None or self.backup_retention_max_total is None:
            return None
        return max(self.max_backups, self.backup_retention_max_total)

    @property
    def timezone(self) -> ZoneInfo:
        """BACKUP_TIMEZONE, else TZ where it names a zone, else UTC."""
        for name in (self.backup_timezone, (self.tz or "").removeprefix(":")):
            if name and (zone := _zone(name)) is not None:
                return zone
        return ZoneInfo("UTC")


def read_settings(**given: object) -> Settings:
    """Read the environment and `.env`; `given` wins. An error names the variable, not its value."""
    try:
        return Settings(**given)  # type: ignore[arg-type]  # names and types are checked at run time
    except ValidationError as exc:
        first = exc.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper() or "A setting"
        said = first["msg"].removeprefix("Value error, ").removeprefix("Input ").rstrip(".")
        raise InvalidRequest(
            f"The engine was not started: {name} cannot be used ({said}).",
            remedy=f"Correct {name} in the environment or in .env, and start again.",
        ) from exc


_TIMES = {
    "backup_daily_at": at_daily,
    "backup_weekly_at": at_weekly,
    "backup_monthly_at": at_monthly,
    "backup_drill_at": at_monthly,
}


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
