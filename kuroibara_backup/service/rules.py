"""Which retention rules are in force?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from kuroibara_backup.database.state import retention as rows
from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.retention import Policy
from kuroibara_backup.service.audit import Act
from kuroibara_backup.service.confirm import Action

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from kuroibara_backup.database.state.retention import Edits
    from kuroibara_backup.service.audit import Audit
    from kuroibara_backup.service.confirm import Confirm
    from kuroibara_backup.service.signin import Caller
    from kuroibara_backup.settings import Settings

EDITABLE: Final = ("enabled", "daily", "weekly", "monthly", "yearly", "most", "manual_too")
_MOST: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The rules as they count now; `edited` names what is not as the environment says."""

    policy: Policy
    edited: tuple[str, ...]


class Rules:
    """The environment's retention rules, and over them what was changed by hand."""

    def __init__(self, settings: Settings, url: str, audit: Audit, confirm: Confirm) -> None:
        self._defaults = policy_of(settings)
        self._url = url
        self._audit = audit
        self._confirm = confirm

    def policy(self) -> Policy:
        return self.in_force().policy

    def in_force(self) -> InForce:
        return _over(self._defaults, rows.edits(self._url))

    def policy_with(self, changes: Mapping[str, int | bool | None]) -> Policy:
        """What the rules would be with these changes; refuses what `change` does."""
        _must_be_bounded(changes)
        return _over(self._defaults, {**rows.edits(self._url), **changes}).policy

    def change(
        self, changes: Mapping[str, int | bool | None], *, reset: Set[str], caller: Caller
    ) -> InForce:
        """Change rules by the names of `EDITABLE`; None is for ever, `reset` the environment's.

        The next backup or `prune` acts by them; nothing is removed by changing them. Because of
        what they then remove, it wants the password to have been given just now.
        """
        details = {**changes, **{f"reset {name}": True for name in reset}}
        with self._audit.recording(Act.RETENTION, by=caller.actor, details=details):
            self._confirm.must_be_proved(caller, Action.RETENTION)
            return self._change(changes, reset)

    def _change(self, changes: Mapping[str, int | bool | None], reset: Set[str]) -> InForce:
        _must_be_bounded(changes)

        def changed(edits: Edits) -> Edits:
            kept = {name: value for name, value in edits.items() if name not in reset}
            _over(self._defaults, {**kept, **changes})  # refuses what is no policy
            return {**kept, **changes}

        return _over(self._defaults, rows.change_edits(self._url, changed))


def _must_be_bounded(changes: Mapping[str, int | bool | None]) -> None:
    for name, value in changes.items():
        if type(value) is int and value > _MOST:
            raise InvalidRequest(
                f"The retention rules were not accepted: {name} is more than {_MOST:,}.",
                remedy="Use null to keep them for ever.",
                code="invalid_retention",
            )


def policy_in_force(settings: Settings, url: str) -> Policy:
    """The rules that count now, for who only reads them."""
    return _over(policy_of(settings), rows.edits(url)).policy


def _over(defaults: Policy, edits: Edits) -> InForce:
    # Their types were checked on the way in.
    known: dict[str, Any] = {name: value for name, value in edits.items() if name in EDITABLE}
    policy = replace(defaults, **known)
    return InForce(policy=policy, edited=tuple(name for name in EDITABLE if name in known))


def policy_of(settings: Settings) -> Policy:
    """Return the rules that the environment asks for."""
    return Policy(
        daily=settings.backup_retention_daily,
        weekly=settings.backup_retention_weekly,
        monthly=settings.backup_retention_monthly,
        yearly=settings.backup_retention_yearly,
        most=settings.most_backups,
        zone=settings.timezone,
        safety_for=timedelta(hours=settings.backup_rollback_hours),
        manual_too=settings.backup_retention_manual,
        enabled=settings.backup_retention_enabled,
    )
