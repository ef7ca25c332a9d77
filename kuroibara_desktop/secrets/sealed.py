"""Tokens in a file that only a passphrase opens, for a machine without a keyring."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from filelock import FileLock, Timeout

from kuroibara_backup.errors import NotAllowed
from kuroibara_desktop.core.tokens import tokens_in, written
from kuroibara_desktop.durable import write_durably
from kuroibara_desktop.secrets.files import SEALED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_desktop.core.tokens import Tokens

_SCRYPT = {"n": 2**15, "r": 8, "p": 1}  # 32 MiB and a tenth of a second for each guess
_PATIENCE = 10.0  # seconds
_MEMORY = 64 * 1024 * 1024


class SealedStore:
    """One file with the tokens of all servers, sealed with AES-GCM under a key made by scrypt."""

    def __init__(self, path: Path, passphrase: str) -> None:
        self._path = path
        self._passphrase = passphrase.encode()
        self._key: tuple[bytes, bytes] | None = None  # salt and what came of it

    @property
    def described(self) -> str:
        return f"in the file {self._path}, sealed with your passphrase"

    def load(self, server: str) -> Tokens | None:
        text = self._opened().get(server)
        return tokens_in(text) if text else None

    def save(self, server: str, tokens: Tokens) -> None:
        with self._alone():
            self._seal(self._opened() | {server: written(tokens)})

    def forget(self, server: str) -> None:
        with self._alone():
            kept = self._opened()
            if kept.pop(server, None) is not None:
                self._seal(kept)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The file holds several sign-ins: no other process or thread changes it meanwhile."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = self._path.with_name(f".{self._path.name}.lock")
            with FileLock(lock, timeout=_PATIENCE):
                yield
        except Timeout as exc:
            raise NotAllowed(
                f"Another program of ours is writing {self._path}.", remedy="Try again."
            ) from exc
        except OSError as exc:
            raise _unwritable(self._path, exc) from exc

    def _opened(self) -> dict[str, str]:
        try:
            document = json.loads(self._path.read_bytes())
            salt, nonce, sealed = (
                base64.b64decode(document[name], validate=True)
                for name in ("salt", "nonce", "sealed")
            )
            if document["format"] != SEALED:
                raise ValueError(document["format"])
            kept = json.loads(AESGCM(self._derived(salt)).decrypt(nonce, sealed, _aad(salt)))
        except FileNotFoundError:
            return {}
        except InvalidTag as exc:
            raise NotAllowed(
                f"The passphrase does not open {self._path}, or the file was changed.",
                remedy="Try the passphrase again; without it, remove the file and sign in anew.",
            ) from exc
        except (OSError, ValueError, KeyError, TypeError) as exc:
            raise NotAllowed(
                f"The file {self._path} cannot be read as one that a passphrase opens.",
                remedy="Check its path and owner, or remove it and sign in anew.",
            ) from exc
        return {name: text for name, text in kept.items() if isinstance(text, str)}

    def _seal(self, kept: dict[str, str]) -> None:
        salt, nonce = self._key[0] if self._key else os.urandom(16), os.urandom(12)
        sealed = AESGCM(self._derived(salt)).encrypt(nonce, json.dumps(kept).encode(), _aad(salt))
        parts = {"salt": salt, "nonce": nonce, "sealed": sealed}
        document = {name: base64.b64encode(part).decode() for name, part in parts.items()}
        try:
            write_durably(self._path, json.dumps({"format": SEALED, **document}).encode() + b"\n")
        except OSError as exc:
            raise _unwritable(self._path, exc) from exc

    def _derived(self, salt: bytes) -> bytes:
        if self._key is None or self._key[0] != salt:
            key = hashlib.scrypt(self._passphrase, salt=salt, dklen=32, maxmem=_MEMORY, **_SCRYPT)
            self._key = (salt, key)
        return self._key[1]


def _unwritable(path: Path, exc: OSError) -> NotAllowed:
    return NotAllowed(
        f"The sign-in could not be written to {path}: {exc.strerror or exc}.",
        remedy="Choose a file in a folder that you may write to.",
    )


def _aad(salt: bytes) -> bytes:
    return SEALED.encode() + salt
