"""Copies leave the archive: only what was shown before, and never the last good one.

The file goes first and what lies beside it after, so a run that is killed leaves copies that are
whole or gone. What is left of one that is gone is swept up by the next run.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.backups import CopyState
from kuroibara_desktop.core.errors import LastCopy, VaultBusy
from kuroibara_desktop.core.keeping import CopyVerdict, judge_copies
from kuroibara_desktop.core.libraries import Answer, Library, libraries
from kuroibara_desktop.vault import disk
from kuroibara_desktop.vault.names import ENDING, IMPORTING
from kuroibara_desktop.vault.quarantine import DAMAGED
from kuroibara_desktop.vault.sidecar import unlink_with_sidecars

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kuroibara_backup.retention import Policy
    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.vault.vault import Vault


def libraries_in(vault: Vault, present: Mapping[str, str] | None = None) -> list[Library]:
    """The vault's copies by library; `present` is who answers at an address now, where known."""
    marker = vault.still_there()
    return libraries(vault.copies(), marker.servers, marker.answers, present=present)


def preview(vault: Vault, present: Mapping[str, str] | None = None) -> list[CopyVerdict]:
    """What `prune` would do now, with reasons; changes nothing."""
    policy = vault.still_there().policy
    return judge_copies(libraries_in(vault, present), policy, vault.now)


def prune(
    vault: Vault,
    shown: Sequence[CopyVerdict],
    *,
    present: Mapping[str, str] | None = None,
    check: Callable[[], None],
) -> list[LocalCopy]:
    """Remove what goes both by `shown` and by a look of now; return what is gone."""
    agreed = {_identity(verdict.copy) for verdict in shown if not verdict.kept}
    wanted = [v.copy for v in preview(vault, present) if not v.kept]
    return remove(vault, [copy for copy in wanted if _identity(copy) in agreed], check=check)


def remove(
    vault: Vault, copies: Sequence[LocalCopy], *, check: Callable[[], None], last_too: bool = False
) -> list[LocalCopy]:
    """Remove these copies, the oldest first; return what is gone. One that is in use stays.

    What is gone already counts as gone; what is no longer the copy that was meant, because it was
    repaired or another got its name, stays. Raises `LastCopy` before it would remove one without
    another good copy of the same library and contents being there, unless `last_too` says that a
    person wants just that.
    """
    sweep(vault)
    library_of = {copy.path: one for one in libraries_in(vault) for copy in one.copies}
    here = {copy.path: copy for one in library_of.values() for copy in one.copies}
    gone: dict[Path, LocalCopy] = {}
    try:
        for copy in sorted(copies, key=_age):
            check()
            with contextlib.suppress(VaultBusy), vault.hold(copy.server, copy.remote_name):
                if copy.path not in here:
                    gone[copy.path] = copy
                    continue
                if not _is_still(here[copy.path], copy):
                    continue
                others = reversed(library_of[copy.path].copies)
                if not last_too and not any(
                    _stands_for(one, copy)
                    for one in others
                    if one.path != copy.path and one.path not in gone
                ):
                    raise LastCopy(
                        f"{copy.name} was not removed: no other verified copy here holds as much "
                        "of its library."
                    )
                _removed(vault, copy)
                gone[copy.path] = copy
    finally:
        if gone:
            with contextlib.suppress(BackupError):  # what stopped the work is the news
                vault.write_howto()
    return list(gone.values())


def answer(vault: Vault, key: str, said: Answer) -> None:
    """Keep what somebody said about a library that seems to be another one."""
    vault.decide(answers={key: said})


def keep_by(vault: Vault, policy: Policy | None) -> None:
    """From now on keep copies by `policy`, or without one as many as fit."""
    vault.decide(policy=policy, policy_too=True)


def _stands_for(one: LocalCopy, copy: LocalCopy) -> bool:
    """Whether `one` is good, holds as much as `copy` and is there, looked at just now."""
    holds_as_much = one.includes_storage is True or copy.includes_storage is not True
    if one.state is not CopyState.VERIFIED or one.suspect or not holds_as_much:
        return False
    try:
        return one.path.stat().st_size == one.size
    except OSError:
        return False


def sweep(vault: Vault) -> None:
    """Take away what runs that were killed left: notes without a copy, imports without an end."""
    with vault.publishing(), disk.readable("tidying up", vault.folder):
        for server in vault.still_there().servers:
            for folder in (vault.folder / server, vault.folder / server / DAMAGED):
                for ending in (".json", ".sha256"):
                    for left in folder.glob(f"*{ENDING}{ending}"):
                        if not left.with_name(left.name.removesuffix(ending)).exists():
                            left.unlink(missing_ok=True)
            for begun in (vault.folder / server).glob(f"*{IMPORTING}"):
                name = begun.name.removesuffix(IMPORTING)
                with contextlib.suppress(VaultBusy), vault.hold(server, name):
                    begun.unlink(missing_ok=True)


def _removed(vault: Vault, copy: LocalCopy) -> None:
    with disk.readable("removing a copy", vault.folder):
        vault.still_there()
        unlink_with_sidecars(copy.path)


def _identity(copy: LocalCopy) -> tuple[Path, str | None, int]:
    return copy.path, copy.sha256, copy.size


def _is_still(now: LocalCopy, meant: LocalCopy) -> bool:
    """Whether what lies there now is the copy that was looked at; a hash may be learned since."""
    mended = meant.state is CopyState.DAMAGED and now.state is not CopyState.DAMAGED
    other = None not in (now.sha256, meant.sha256) and now.sha256 != meant.sha256
    return now.size == meant.size and not mended and not other


def _age(copy: LocalCopy) -> float:
    return copy.created_at.timestamp() if copy.created_at else 0.0
