"""Tokens in the operating system's keyring.

The backend is chosen by name, never by what happens to be installed: a package that "stores" in a
plain file, or nowhere, must not be picked up. Reading may wait for the user to unlock the keyring.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import keyring.errors

from kuroibara_desktop.core.errors import KeyringLocked, KeyringMissing
from kuroibara_desktop.core.tokens import Tokens, tokens_in, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend

_SERVICE = "Kuroibara Desktop"
_PIECE = 1000  # characters; Windows takes 1280 in one entry

_TRUSTED = {  # by platform, the best first
    "linux": ("keyring.backends.SecretService:Keyring", "keyring.backends.kwallet:DBusKeyring"),
    "darwin": ("keyring.backends.macOS:Keyring",),
    "win32": ("keyring.backends.Windows:WinVaultKeyring",),
}
_CALLED = {
    "keyring.backends.SecretService": "in the keyring of your desktop",
    "keyring.backends.kwallet": "in KWallet",
    "keyring.backends.macOS": "in the Keychain of this Mac",
    "keyring.backends.Windows": "in the Credential Manager of Windows",
}


def keyring_store() -> KeyringStore:
    """The store of this desktop; raises `KeyringMissing` where there is none."""
    why: Exception | None = None
    for place in _TRUSTED.get(sys.platform, _TRUSTED["linux"]):
        module, _, name = place.partition(":")
        try:
            backend = getattr(importlib.import_module(module), name)
            with _readable():
                _ = backend.priority  # raises where this keyring cannot be reached
            return KeyringStore(backend())
        except (ImportError, RuntimeError, KeyringMissing, KeyringLocked) as exc:
            why = why or exc
    raise KeyringMissing("No keyring answers on this computer.") from why


class KeyringStore:
    """Keeps tokens in one trusted backend of the `keyring` library."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    @property
    def described(self) -> str:
        return _CALLED.get(type(self._backend).__module__, "in the keyring")

    def load(self, server: str) -> Tokens | None:
        with _readable():
            head = self._backend.get_password(_SERVICE, server)
            if head is None:
                return None
            count, _, text = head.partition("|")
            pieces = [text]
            for number in range(1, int(count) if count.isdecimal() else 0):
                piece = self._backend.get_password(_SERVICE, _entry(server, number))
                if piece is None:
                    return None
                pieces.append(piece)
        return tokens_in("".join(pieces))

    def save(self, server: str, tokens: Tokens) -> None:
        text = written(tokens)
        pieces = [text[i : i + _PIECE] for i in range(0, len(text), _PIECE)]
        with _readable():
            for number, piece in enumerate(pieces[1:], start=1):
                self._backend.set_password(_SERVICE, _entry(server, number), piece)
            # Last, because it says how many there are.
            self._backend.set_password(_SERVICE, server, f"{len(pieces)}|{pieces[0]}")

    def forget(self, server: str) -> None:
        with _readable():
            head = self._backend.get_password(_SERVICE, server)
            if head is None:
                return
            self._backend.delete_password(_SERVICE, server)
            count = head.partition("|")[0]
            for number in range(1, int(count) if count.isdecimal() else 0):
                if self._backend.get_password(_SERVICE, _entry(server, number)) is not None:
                    self._backend.delete_password(_SERVICE, _entry(server, number))


def _entry(server: str, number: int) -> str:
    return f"{server}#{number}"


@contextmanager
def _readable() -> Iterator[None]:
    """Turn what keyrings raise into locked or missing."""
    try:
        yield
    except (keyring.errors.KeyringLocked, keyring.errors.InitError) as exc:
        # InitError is also what a dismissed or impossible prompt ends in.
        raise KeyringLocked("Your keyring is locked, and it was not unlocked.") from exc
    except keyring.errors.NoKeyringError as exc:
        raise KeyringMissing("No keyring answers on this computer.") from exc
    except keyring.errors.KeyringError as exc:
        raise KeyringLocked("Your keyring refused to keep or give the sign-in.") from exc
    except _foreign() as exc:
        if "Locked" in type(exc).__name__ or "Dismissed" in type(exc).__name__:
            raise KeyringLocked("Your keyring is locked, and it was not unlocked.") from exc
        raise KeyringMissing("The keyring of this computer does not answer.") from exc


def _foreign() -> tuple[type[Exception], ...]:
    """What the libraries under `keyring` let through."""
    found: list[type[Exception]] = [OSError]
    for place in (
        "secretstorage.exceptions:SecretStorageException",
        "jeepney:DBusErrorResponse",
        "win32ctypes.pywin32.pywintypes:error",
    ):
        module, _, name = place.partition(":")
        if module in sys.modules or module.partition(".")[0] in sys.modules:
            try:
                found.append(getattr(importlib.import_module(module), name))
            except (ImportError, AttributeError):
                continue
    return tuple(found)
