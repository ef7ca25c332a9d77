"""Who may back up?"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kuroibara_backup.database.kuroibara.accounts import (
    account_by_id,
    account_by_login,
    accounts_named,
    any_superuser,
    superusers,
)
from kuroibara_backup.database.state import administrators as table
from kuroibara_backup.errors import NotAllowed, NotFound, Refused
from kuroibara_backup.service.audit import ENGINE, Act

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from kuroibara_backup.database.kuroibara.accounts import Account
    from kuroibara_backup.service.audit import Actor, Audit

log = logging.getLogger("backup")
GRANT = "kuroibara-backup admin grant USER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One administrator: why they are one, and since when; None where Kuroibara made them one."""

    user_id: UUID
    name: str
    superuser: bool
    granted_at: datetime | None
    active: bool


class Permission:
    """Superusers, and accounts that were granted the right; stored by UUID, never by name.

    Registration is open at Kuroibara, so no rule falls through to anybody else.
    """

    def __init__(self, url: str, state_url: str, audit: Audit) -> None:
        self._url = url
        self._state_url = state_url
        self._audit = audit

    def may_back_up(self, account: Account) -> bool:
        return account.is_superuser or table.is_granted(self._state_url, account.id)

    def exists_administrator(self) -> bool:
        """Whether anybody who may back up can sign in."""
        return any_superuser(self._url) or any(
            account is not None and account.is_active
            for account in (
                account_by_id(self._url, one.user_id) for one in table.granted(self._state_url)
            )
        )

    def administrators(self) -> list[Standing]:
        """All who may back up, those too whose account is gone or inactive."""
        standing = {
            account.id: Standing(
                user_id=account.id,
                name=account.username,
                superuser=True,
                granted_at=None,
                active=account.is_active,
            )
            for account in superusers(self._url)
        }
        for one in table.granted(self._state_url):
            account = account_by_id(self._url, one.user_id)
            standing[one.user_id] = Standing(
                user_id=one.user_id,
                name=account.username if account is not None else one.name,
                superuser=account is not None and account.is_superuser,
                granted_at=one.granted_at,
                active=account is not None and account.is_active,
            )
        return sorted(standing.values(), key=lambda one: (one.name, one.user_id))

    def must_back_up(self, account: Account) -> None:
        """Raise unless the account is an administrator."""
        if self.may_back_up(account):
            return
        if self.exists_administrator():
            raise NotAllowed(
                "This account may not make or fetch backups.",
                remedy=f"Sign in as an administrator, or have one run `{GRANT}` on the server.",
                code="not_administrator",
            )
        raise NotAllowed(
            "Nobody may make or fetch backups yet: there is no administrator.",
            remedy=f"Run `{GRANT}` on the server.",
            code="no_administrator",
        )

    def grant(self, name: str, at: datetime, by: Actor = ENGINE) -> bool:
        """Let this user back up; False when they were allowed already."""
        account = self._the_one(name)
        new = table.grant(self._state_url, account.id, account.username, at)
        if new:
            self._audit.record(Act.ADMIN_GRANTED, by=by, subject=account.username)
        return new

    def revoke(self, name: str, at: datetime, by: Actor = ENGINE) -> bool:
        """Take the right away, from a deleted account, too; False when they had none.

        BACKUP_ADMINS does not give it again. Kuroibara's own superusers stay what they are.
        """
        known = {one.user_id: one.name for one in table.granted(self._state_url)}
        named = {account.id for account in accounts_named(self._url, name)}
        chosen = [one for one in known if one in named or name in (str(one), known[one])]
        if len(chosen) > 1:
            raise _ambiguous(name, chosen)
        whose = chosen[0] if chosen else self._the_one(name).id
        account = account_by_id(self._url, whose)
        done = table.revoke(self._state_url, whose, at)
        if done:
            self._audit.record(Act.ADMIN_REVOKED, by=by, subject=known.get(whose, name))
        if account is not None and account.is_superuser:
            raise Refused(
                f"{account.username} may still back up: Kuroibara says they are a superuser.",
                remedy="Take that away in Kuroibara.",
                code="is_superuser",
            )
        return done

    def grant_configured(self, names: Sequence[str], at: datetime) -> None:
        """Grant what BACKUP_ADMINS names; a name that was granted once is never looked up again.

        Else whoever registers a freed name would be an administrator at the next start, and who
        was revoked would be one again.
        """
        known = {one.name for one in table.ever_granted(self._state_url)}
        for name in names:
            account = account_by_login(self._url, name) if name not in known else None
            if account is not None and account.username == name:
                if table.grant(self._state_url, account.id, name, at):
                    self._audit.record(Act.ADMIN_GRANTED, by=ENGINE, subject=name)
                log.info("%s was made administrator, as BACKUP_ADMINS says", name)
            elif name not in known:
                log.warning("BACKUP_ADMINS names %r, but Kuroibara has no such user", name)

    def _the_one(self, name: str) -> Account:
        """The only account that this can mean: anybody may register another's address as a name."""
        found = accounts_named(self._url, name)
        if not found:
            raise NotFound(
                f"Nothing was changed: Kuroibara has no user {name!r}.",
                remedy="Check the name, capitals included; an e-mail address will do, too.",
                code="no_such_user",
            )
        if len(found) > 1:
            raise _ambiguous(name, [account.id for account in found])
        return found[0]


def _ambiguous(name: str, ids: Sequence[UUID]) -> Refused:
    return Refused(
        f"Nothing was changed: {name!r} is the name or address of {len(ids)} users.",
        remedy=f"Say which: {', '.join(str(one) for one in ids)}.",
        code="ambiguous_user",
    )
