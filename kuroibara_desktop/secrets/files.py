"""Tokens in a file of their own, for a machine without a desktop."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from kuroibara_backup.errors import InvalidRequest, NotAllowed
from kuroibara_desktop.core.errors import KeyringMissing
from kuroibara_desktop.core.tokens import Tokens, tokens_in, written
from kuroibara_desktop.durable import write_durably

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.core.tokens import TokenStore


SEALED = "kuroibara-desktop sealed 1"  # how a file begins that a passphrase opens


def sealed_store(path: Path, passphrase: str) -> TokenStore:
    """The store in the file at `path` that `passphrase` opens."""
    try:
        # Not at the top: where every system has its own keyring, the library is not installed.
        from kuroibara_desktop.secrets.sealed import SealedStore
    except ImportError as exc:
        raise KeyringMissing(
            "Files cannot be sealed on this computer: the library `cryptography` is missing.",
            remedy="Use the keyring of this computer, or a file without a passphrase.",
        ) from exc
    return SealedStore(path, passphrase)


class FileStore:
    """One file with the tokens of one server; only its owner may be able to read it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def described(self) -> str:
        return f"in the file {self._path}"

    def beside(self, name: str) -> FileStore:
        """Another file in the same folder, for another secret."""
        return FileStore(self._path.with_name(f"{self._path.name}.{name}"))

    @staticmethod
    def is_sealed(path: Path) -> bool:
        """Whether only a passphrase opens this file."""
        try:
            with path.open("rb") as file:
                return SEALED.encode() in file.read(200)
        except OSError:
            return False

    def load(self, server: str) -> Tokens | None:  # noqa: ARG002  one file, one server
        try:
            if os.name != "nt" and stat.S_IMODE(self._path.stat().st_mode) & 0o077:
                raise NotAllowed(
                    f"Others may read the token file {self._path}.",
                    remedy=f"Take the right away: chmod 600 {self._path}",
                )
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as exc:
            raise NotAllowed(
                f"The token file {self._path} cannot be read.", remedy="Check its path and owner."
            ) from exc
        if not text.strip():
            return None
        found = tokens_in(text)
        if found is None:
            raise InvalidRequest(
                f"The token file {self._path} holds no token.",
                remedy="Sign in again with `kuroibara-desktop login` and the same --token-file.",
            )
        return found

    def save(self, server: str, tokens: Tokens) -> None:  # noqa: ARG002  one file, one server
        try:
            write_durably(self._path, written(tokens).encode() + b"\n")
        except OSError as exc:
            raise NotAllowed(
                f"The sign-in could not be written to {self._path}: {exc.strerror or exc}.",
                remedy="Choose a file in a folder that you may write to.",
            ) from exc

    def forget(self, server: str) -> None:  # noqa: ARG002  one file, one server
        self._path.unlink(missing_ok=True)
