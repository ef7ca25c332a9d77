"""Who may back up?"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from kuroibara_backup.database.accounts import account_by_login, any_superuser
from kuroibara_backup.errors import NotAllowed, NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kuroibara_backup.database.accounts import Account
    from kuroibara_backup.database.state import State
    from kuroibara_backup.service.signin import Caller

log = logging.getLogger("backup")
GRANT = "kuroibara-backup admin grant USER"


class Permission:
    """Superusers, and accounts that were granted the right; stored by UUID, never by name.

    Registration is open at Kuroibara, so no rule falls through to anybody else.
    """

    def __init__(self, url: str, state: State) -> None:
        self._url = url
        self._state = state

    def may_back_up(self, account: Account) -> bool:
        return account.is_superuser or self._state.is_administrator(account.id)

    def exists_administrator(self) -> bool:
        return bool(self._state.administrators()) or any_superuser(self._url)

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

    def must_have_proved_password(self, caller: Caller, now: datetime) -> None:
        """Raise unless the password was given within the last five minutes."""
        if not caller.claims.proves_password(now):
            raise NotAllowed(
                "This needs your password again: the sign-in is more than five minutes old.",
                remedy="Sign in again, then repeat this within five minutes.",
                code="password_required",
            )

    def grant(self, name: str, at: datetime) -> bool:
        """Let this user back up; False when they were allowed already."""
        account = account_by_login(self._url, name)
        if account is None:
            raise NotFound(
                f"Nobody was made administrator: Kuroibara has no user {name!r}.",
                remedy="Check the name, capitals included; an e-mail address will do, too.",
                code="no_such_user",
            )
        return self._state.grant(account.id, account.username, at)

    def grant_configured(self, names: Sequence[str], at: datetime) -> None:
        """Grant what BACKUP_ADMINS names; a name that was granted once is never looked up again.

        Else whoever registers a freed name would be an administrator at the next start.
        """
        granted = {one.name for one in self._state.administrators()}
        for name in names:
            account = account_by_login(self._url, name) if name not in granted else None
            if account is not None and account.username == name:
                self._state.grant(account.id, name, at)
                log.info("%s was made administrator, as BACKUP_ADMINS says", name)
            elif name not in granted:
                log.warning("BACKUP_ADMINS names %r, but Kuroibara has no such user", name)
