"""How each server is reached: proxies and headers of gateways are secrets, as the sign-in is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.core.ways import Way, way_in, written
from kuroibara_desktop.secrets.files import FileStore
from kuroibara_desktop.secrets.memory import EnvironmentStore

if TYPE_CHECKING:
    from kuroibara_desktop.core.tokens import TokenStore


class Ways:
    """Keeps them where the sign-in is kept; a variable holds a token alone, so nothing there."""

    def __init__(self, store: TokenStore) -> None:
        # One file holds one secret, so another one beside it.
        self._store = store.beside("way") if isinstance(store, FileStore) else store
        self._nowhere = isinstance(store, EnvironmentStore)

    def to(self, address: str) -> Way:
        """How `address` is reached; the usual way where nothing else was set."""
        found = None if self._nowhere else self._store.load(_name(address))
        return way_in(found.access) if found else Way()

    def keep(self, address: str, way: Way) -> None:
        if self._nowhere:
            return
        if way.is_usual:
            self._store.forget(_name(address))
        else:
            self._store.save(_name(address), Tokens(access=written(way)))


def _name(address: str) -> str:
    return f"way to {address}"
