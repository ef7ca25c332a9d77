"""The tickets of restores: whoever holds one may watch and undo that restore without an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.secrets.files import FileStore
from kuroibara_desktop.secrets.memory import EnvironmentStore, SessionStore

if TYPE_CHECKING:
    from kuroibara_desktop.core.tokens import TokenStore


class Tickets:
    """Keeps tickets where the sign-in is kept: in the keyring, in a file of their own, or here."""

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        # What a variable holds is told for every name, so no ticket must be looked up there.
        self._here = SessionStore() if isinstance(store, EnvironmentStore) else None

    @property
    def described(self) -> str:
        """Where they are, completing "The ticket is kept …"."""
        return (self._here or self._store).described

    def keep(self, restore_id: str, ticket: str) -> None:
        self._of(restore_id).save(_name(restore_id), Tokens(access=ticket))

    def ticket(self, restore_id: str) -> str | None:
        found = self._of(restore_id).load(_name(restore_id))
        return found.access if found else None

    def forget(self, restore_id: str) -> None:
        self._of(restore_id).forget(_name(restore_id))

    def _of(self, restore_id: str) -> TokenStore:
        if isinstance(self._store, FileStore):  # one file holds one secret
            return self._store.beside(restore_id)
        return self._here or self._store


def _name(restore_id: str) -> str:
    return f"restore {restore_id}"
