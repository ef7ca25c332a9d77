"""Can this engine do its work here, and if not, what is to be done?"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING

from kuroibara_backup.database.connection import database_name
from kuroibara_backup.database.dump import choose_for
from kuroibara_backup.database.kuroibara.accounts import account_by_login
from kuroibara_backup.database.replace.rights import lacking
from kuroibara_backup.database.server import server_facts
from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.database.tools import installed
from kuroibara_backup.errors import BackupError, NotAllowed
from kuroibara_backup.jobs.runner import Jobs
from kuroibara_backup.places.files import free_bytes
from kuroibara_backup.places.local import LocalPlace
from kuroibara_backup.places.origin import Origin
from kuroibara_backup.retention import steady
from kuroibara_backup.service.audit import Audit
from kuroibara_backup.service.backup_folder import accept, recognise
from kuroibara_backup.service.lateness import scheduler_word, second_scheduler
from kuroibara_backup.service.permission import GRANT, Permission
from kuroibara_backup.service.rules import policy_in_force
from kuroibara_backup.service.schedules import Schedules
from kuroibara_backup.storage.folders import check_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuroibara_backup.database.state.store import State
    from kuroibara_backup.settings import Settings

_CLOCK_TOLERANCE = 5.0


class Health(Enum):
    GOOD = "good"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The outcome of one check; `remedy` is empty when all is well."""

    check: str
    health: Health
    sentence: str
    remedy: str = ""


def examine(settings: Settings) -> Iterator[Finding]:
    """Run every check, one finding each; a check that cannot run has failed."""
    for name, check in CHECKS:
        try:
            yield check(settings, name)
        except BackupError as exc:
            yield Finding(
                check=name, health=Health.FAILED, sentence=exc.sentence, remedy=exc.remedy
            )


def refuse_hopeless(settings: Settings) -> None:
    """Raise for what makes every backup fail, before anything is begun."""
    for check in (_folders_apart, _backups_writable, _dump_program):
        check(settings, "")


def accept_folder(settings: Settings) -> None:
    """Take BACKUP_PATH for the folder of backups, though none of the known ones is in it."""
    _folders_apart(settings, "")
    accept(LocalPlace(settings.backup_path), _state(settings))


def _folders_apart(settings: Settings, name: str) -> Finding:
    check_apart(settings.storage_path, settings.backup_path)
    return _good(name, "The backup folder and the library are apart.")


def _backups_writable(settings: Settings, name: str) -> Finding:
    folder = settings.backup_path
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent  # what is not there is made when the first backup is
    ours = LocalPlace(settings.backup_path).ours
    if not all(os.access(one, os.W_OK | os.X_OK) for one in (folder, ours) if one.exists()):
        raise NotAllowed(
            "The engine was not started: the backup folder may not be written to.",
            remedy="Give the engine's user the right to write in BACKUP_PATH.",
            code="backup_folder_read_only",
        )
    return _good(name, "The backup folder can be written to.")


def _backups_recognised(settings: Settings, name: str) -> Finding:
    recognise(LocalPlace(settings.backup_path), _state(settings))
    return _good(name, "The backup folder is the one that the engine knows.")


def _library_readable(settings: Settings, name: str) -> Finding:
    folder = settings.storage_path
    try:
        with os.scandir(folder) as entries:
            empty = next(entries, None) is None
    except OSError as exc:
        return _failed(
            name,
            f"The library folder cannot be read: {exc.strerror}.",
            "Check STORAGE_PATH, that its drive is mounted, and the rights of the engine's user.",
        )
    if empty:
        return _warning(
            name, "The library folder is empty.", "Make sure that its drive is mounted."
        )
    return _good(name, "The library folder can be read.")


def _database_reachable(settings: Settings, name: str) -> Finding:
    facts = server_facts(settings.kuroibara_url)
    return _good(name, f"PostgreSQL {facts.version} answers.")


def _dump_program(settings: Settings, name: str) -> Finding:
    tool = choose_for(settings.kuroibara_url, installed())
    return _good(name, f"pg_dump {'.'.join(map(str, tool.version))} fits the server.")


def _state_database(settings: Settings, name: str) -> Finding:
    _state(settings)
    return _good(name, "The engine's own database is ready.")


def _restore_rights(settings: Settings, name: str) -> Finding:
    found = lacking(settings.admin_url, database_name(settings.kuroibara_url))
    if not found:
        return _good(name, "The database role has all the rights that a restore needs.")
    statements = " ".join(lack.statement for lack in found if lack.statement is not None)
    return _warning(
        name,
        "Backups work, but a restore would be refused. About the database role:"
        f" {'; '.join(lack.what for lack in found)}.",
        "Set BACKUP_ADMIN_URL to a superuser of PostgreSQL."
        if any(lack.statement is None for lack in found)
        else f"Let an administrator of PostgreSQL run: {statements}",
    )


def _clocks_agree(settings: Settings, name: str) -> Finding:
    facts = server_facts(settings.kuroibara_url)
    apart = abs((datetime.now(UTC) - facts.now).total_seconds())
    if apart > _CLOCK_TOLERANCE:
        return _warning(
            name,
            f"This machine's clock and PostgreSQL's are {apart:,.0f} s apart.",
            "Have both set by a time server.",
        )
    return _good(
        name,
        f"The clocks agree. Names of backups use {settings.timezone};"
        f" PostgreSQL uses {facts.timezone}.",
    )


def _space(settings: Settings, name: str) -> Finding:
    free, reserve = free_bytes(settings.backup_path), settings.backup_reserve_bytes
    newest = max(
        (one.identity.size for one in LocalPlace(settings.backup_path).listing()), default=0
    )
    sentence = f"{free:,} bytes are free where backups are kept."
    if free < reserve:
        return _failed(name, sentence, "Free some space, or move BACKUP_PATH to a larger disk.")
    if free < newest + reserve:
        return _warning(
            name,
            f"{sentence} The largest backup so far has {newest:,}: another like it may not fit.",
            "Free some space, or move BACKUP_PATH to a larger disk.",
        )
    return _good(name, sentence)


def _retention_fits(settings: Settings, name: str) -> Finding:
    place = LocalPlace(settings.backup_path)
    sizes = [one.identity.size for one in place.listing() if one.origin is Origin.ENGINE]
    policy = policy_in_force(settings, _state(settings).url)
    if not policy.enabled:
        return _warning(
            name,
            "Retention is switched off: every backup stays until somebody removes it.",
            "Set BACKUP_RETENTION_ENABLED=true, or watch the disk.",
        )
    if not sizes:
        return _good(name, "There is no backup yet by which to tell what the rules will need.")
    room = place.free() + sum(sizes) - settings.backup_reserve_bytes
    need = steady(policy, each=max(sizes), room=room)
    sentence = (
        f"Within a year the rules keep {need.count} full backups of up to {need.each:,} bytes;"
        f" there is room for {need.room:,} bytes."
    )
    if need.fits:
        return _good(name, sentence)
    lower = need.proposal
    return _warning(
        name,
        sentence,
        "Move BACKUP_PATH to a larger disk."
        if lower is None
        else f"Set BACKUP_RETENTION_WEEKLY={lower.weekly}, BACKUP_RETENTION_MONTHLY={lower.monthly}"
        " and BACKUP_RETENTION_YEARLY=1, or move BACKUP_PATH to a larger disk.",
    )


def _administrator(settings: Settings, name: str) -> Finding:
    state = _state(settings)
    if not Permission(settings.kuroibara_url, state.url, Audit(state.url)).exists_administrator():
        return _failed(
            name, "Nobody may back up yet: there is no administrator.", f"Run `{GRANT}`."
        )
    unknown = [
        one
        for one in settings.backup_admins
        if account_by_login(settings.kuroibara_url, one) is None
    ]
    if unknown:
        return _warning(
            name,
            f"BACKUP_ADMINS names users that Kuroibara does not have: {', '.join(unknown)}.",
            "Correct BACKUP_ADMINS, capitals included.",
        )
    return _good(name, "There is an administrator.")


def _kuroibara_tokens(settings: Settings, name: str) -> Finding:
    if settings.jwt_secret_key is None:
        return _warning(
            name,
            "JWT_SECRET_KEY is not set, so tokens of Kuroibara's own sign-in are not accepted.",
            "Set it to Kuroibara's value if its web page is to use this engine.",
        )
    return _good(name, "Tokens of Kuroibara's own sign-in are accepted.")


def _scheduler(settings: Settings, name: str) -> Finding:
    state = _state(settings)
    schedules = Schedules(
        settings,
        state.url,
        jobs=Jobs(state.url, {}),
        name_for=lambda kind: kind.value,
        audit=Audit(state.url),
        now=lambda: datetime.now(UTC),
    )
    word = scheduler_word(schedules.told(), schedules.ticked_at(), datetime.now(UTC))
    if word.good:
        return _good(name, word.sentence)
    return (_failed if word.failed else _warning)(name, word.sentence, word.remedy)


def _one_scheduler(settings: Settings, name: str) -> Finding:
    theirs = second_scheduler(LocalPlace(settings.backup_path).listing(), datetime.now(UTC))
    if not theirs:
        return _good(name, "Kuroibara's own scheduler made no backup lately.")
    return _warning(
        name,
        f"Kuroibara's own scheduler still makes backups: {', '.join(theirs[:3])}.",
        "Set BACKUP_DAILY_ENABLED, BACKUP_WEEKLY_ENABLED and BACKUP_MONTHLY_ENABLED to false for"
        " Kuroibara's `backend` only; where both read one .env, set KUROIBARA_BACKUP_DAILY_ENABLED"
        " and its two siblings to true for this engine.",
    )


def _state(settings: Settings) -> State:
    url = settings.backup_state_url
    return open_state(settings.kuroibara_url, url.get_secret_value() if url is not None else None)


def _good(name: str, sentence: str) -> Finding:
    return Finding(check=name, health=Health.GOOD, sentence=sentence)


def _warning(name: str, sentence: str, remedy: str) -> Finding:
    return Finding(check=name, health=Health.WARNING, sentence=sentence, remedy=remedy)


def _failed(name: str, sentence: str, remedy: str) -> Finding:
    return Finding(check=name, health=Health.FAILED, sentence=sentence, remedy=remedy)


CHECKS: tuple[tuple[str, Callable[[Settings, str], Finding]], ...] = (
    ("folders", _folders_apart),
    ("backup folder", _backups_writable),
    ("known folder", _backups_recognised),
    ("library folder", _library_readable),
    ("space", _space),
    ("retention", _retention_fits),
    ("database", _database_reachable),
    ("pg_dump", _dump_program),
    ("state database", _state_database),
    ("rights", _restore_rights),
    ("clocks", _clocks_agree),
    ("scheduler", _scheduler),
    ("one scheduler", _one_scheduler),
    ("administrator", _administrator),
    ("tokens", _kuroibara_tokens),
)
