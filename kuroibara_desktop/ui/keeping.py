"""Where this app keeps the sign-in, as the user decided. No Qt; calls belong in a task."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_desktop import profile as profiles
from kuroibara_desktop.core.errors import PassphraseNeeded
from kuroibara_desktop.profile import Keep
from kuroibara_desktop.secrets import SessionStore, keyring_store, sealed_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_desktop.core.tokens import TokenStore
    from kuroibara_desktop.profile import Home


class Keeping:
    """The keyring, unless the user chose a sealed file or this session alone.

    `changed` is called after each choice: what was made with the old store is of no use then.
    """

    def __init__(self, home: Home, changed: Callable[[], None]) -> None:
        self._home, self._changed = home, changed
        self._turn = threading.RLock()
        self._opened: TokenStore | None = None  # in place of the keyring
        self._session = False

    def store(self) -> TokenStore:
        """Where tokens are; raises `KeyringMissing`, `KeyringLocked` or `PassphraseNeeded`."""
        with self._turn:
            if self._opened is not None:
                return self._opened
            if self._is_sealed():
                raise PassphraseNeeded("Your sign-in is in a file that your passphrase opens.")
        return keyring_store()

    @property
    def now(self) -> Keep:
        """Where tokens go now."""
        if self._session:
            return Keep.SESSION
        return Keep.SEALED if self._opened is not None or self._is_sealed() else Keep.KEYRING

    def for_session(self) -> None:
        """From now on tokens stay in memory, because the user said so."""
        with self._turn:
            if not self._session:
                self._opened, self._session = SessionStore(), True
        self._changed()

    def seal(self, passphrase: str) -> None:
        """From now on tokens are in a file that `passphrase` opens.

        Raises `NotAllowed` when the file that is there was sealed with another one.
        """
        store = sealed_store(self._home.sealed_file, passphrase)
        store.load("")  # nothing is kept under this name: only whether the file opens
        with self._turn:
            self._opened, self._session = store, False
            self._note(Keep.SEALED)
        self._changed()

    def in_keyring(self) -> None:
        """Try the keyring again; a sealed file is removed, and what was in it is forgotten."""
        with self._turn:
            with suppress(FileNotFoundError):
                self._home.sealed_file.unlink()
            self._opened, self._session = None, False
            self._note(Keep.KEYRING)
        self._changed()

    def _is_sealed(self) -> bool:
        sealed = profiles.load(self._home).keep is Keep.SEALED
        return sealed and self._home.sealed_file.exists()

    def _note(self, keep: Keep) -> None:
        profiles.save(self._home, replace(profiles.load(self._home), keep=keep))
