"""Which store of tokens the command uses: the given file, the variable, what the user chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotAllowed
from kuroibara_desktop.core.errors import KeyringMissing, PassphraseNeeded
from kuroibara_desktop.profile import Keep
from kuroibara_desktop.secrets import EnvironmentStore, FileStore, keyring_store, sealed_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kuroibara_desktop.core.tokens import TokenStore
    from kuroibara_desktop.profile import Home

TOKEN_VARIABLE = "KUROIBARA_TOKEN"  # noqa: S105  the variable's name, no secret
PASSPHRASE_VARIABLE = "KUROIBARA_PASSPHRASE"  # noqa: S105  likewise


def chosen_store(
    home: Home, keep: Keep, token_file: Path | None, environment: Mapping[str, str]
) -> TokenStore:
    """The store to use; raises where it does not answer, or a passphrase is wanted."""
    token = environment.get(TOKEN_VARIABLE)
    passphrase = environment.get(PASSPHRASE_VARIABLE)
    if token_file is not None:
        return _file_store(token_file, passphrase)
    if token:
        return EnvironmentStore(token)
    if keep is Keep.SEALED and home.sealed_file.exists():
        if not passphrase:
            raise PassphraseNeeded(
                "Your sign-in is in a file that your passphrase opens.",
                remedy=f"Give the passphrase in the variable {PASSPHRASE_VARIABLE}.",
            )
        return sealed_store(home.sealed_file, passphrase)
    if keep is Keep.SESSION:
        raise KeyringMissing("The app keeps your sign-in for its own session only.")
    return keyring_store()


def _file_store(path: Path, passphrase: str | None) -> TokenStore:
    if passphrase:
        return sealed_store(path, passphrase)
    if FileStore.is_sealed(path):
        raise NotAllowed(
            f"The token file {path} is sealed.",
            remedy=f"Give its passphrase in the variable {PASSPHRASE_VARIABLE}.",
        )
    return FileStore(path)
