"""One backup from the server into the vault: journal, bytes, proof, final name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_backup.archive import FileSource, is_encrypted
from kuroibara_backup.errors import BackupError, NotABackup, NotFound
from kuroibara_desktop.core.backups import CopyState, LocalCopy, RemoteBackup, RemoteStatus
from kuroibara_desktop.core.errors import (
    BackupNotReady,
    BackupReplaced,
    CopyDamaged,
)
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.transfers.fetching import Fetched, fetched
from kuroibara_desktop.transfers.mending import mended, whole_there
from kuroibara_desktop.transfers.pace import Check, Pace, persistent
from kuroibara_desktop.transfers.verifying import counted, structure
from kuroibara_desktop.vault.names import local_name

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kuroibara_desktop.core.servers import KeptServer
    from kuroibara_desktop.server import Server
    from kuroibara_desktop.vault import Vault

_LOOKS_AT_A_NEW_ONE = 3  # two that say the same, and one more
_REPLACED_AT_MOST = 3
_TOLD = 5


def copy_offsite(
    server: Server,
    backup: RemoteBackup,
    vault: Vault,
    *,
    folder: str,
    kept: KeptServer,
    check: Check,
    pace: Pace | None = None,
) -> Generator[Progress, None, LocalCopy]:
    """Copy `backup` into the vault's `folder` for this server, and return the copy.

    It gets its final name only once every byte was checked against the server's checksum, or,
    where the server promises none, once its whole structure was. An earlier try is gone on from;
    a lost connection is waited for; a backup that was replaced on the server meanwhile is begun
    anew. A copy that is here already, and verified, is returned as it is.
    """
    pace = pace or Pace()
    name = local_name(backup.filename)
    place = vault.server_folder(folder, kept)
    instance = yield from _instance(server, check, pace)
    with vault.hold(folder, backup.filename):
        for replaced in range(_REPLACED_AT_MOST):
            _ready(backup)
            here = _here_already(vault, folder, backup)
            if here is not None:
                return here
            try:
                return (
                    yield from _copied(server, backup, vault, place / name, check, pace, instance)
                )
            except BackupReplaced as error:
                if replaced == _REPLACED_AT_MOST - 1:
                    raise
                backup = yield from _listed_again(server, backup, error, check, pace)
    raise AssertionError("the loop returns or raises")


def _ready(backup: RemoteBackup) -> None:
    if backup.status is RemoteStatus.BEING_WRITTEN:
        raise BackupNotReady(f"{backup.filename} is still being written on the server.")
    if backup.status is RemoteStatus.DAMAGED:
        raise BackupNotReady(
            f"{backup.filename} is damaged on the server, so it was not copied.",
            remedy="Copy another backup, or create a new one.",
        )


def _here_already(vault: Vault, folder: str, backup: RemoteBackup) -> LocalCopy | None:
    for copy in vault.copies():
        if copy.server != folder or copy.state is not CopyState.VERIFIED:
            continue
        if backup.sha256 is not None:
            if copy.sha256 == backup.sha256:
                return copy
        elif (copy.remote_name, copy.size, copy.created_at) == (
            backup.filename,
            backup.size,
            backup.created_at,
        ):
            return copy
    return None


def _listed_again(
    server: Server, backup: RemoteBackup, error: BackupReplaced, check: Check, pace: Pace
) -> Generator[Progress, None, RemoteBackup]:
    yield Progress(stage=Stage.ASKING, note=f"{error.sentence} Beginning with the new one.")
    for look in range(_LOOKS_AT_A_NEW_ONE):
        if not server.engine:  # its list is asked only so often
            yield from pace.pause(server.list_every, check, Progress(stage=Stage.WAITING))
        found = yield from persistent(server.backups, check, pace, Progress(stage=Stage.ASKING))
        other = next((one for one in found if one.filename == backup.filename), None)
        if other is None:
            break
        if other.status is not RemoteStatus.BEING_WRITTEN or look == _LOOKS_AT_A_NEW_ONE - 1:
            return other
    raise NotFound(
        f"{backup.filename} is no longer on the server.", remedy="Refresh the list of backups."
    )


def _instance(server: Server, check: Check, pace: Pace) -> Generator[Progress, None, str | None]:
    """Who answers *now*: a server installed anew has the same address and another identity."""
    asking = Progress(stage=Stage.ASKING)
    found = yield from persistent(
        lambda: server.capabilities(signed=False) if server.engine else None, check, pace, asking
    )
    return found.instance_id if found else None


def _copied(
    server: Server,
    backup: RemoteBackup,
    vault: Vault,
    target: Path,
    check: Check,
    pace: Pace,
    instance: str | None,
) -> Generator[Progress, None, LocalCopy]:
    """Fetch, prove, publish.

    When the proof fails the server is asked to read its own file again; then the wrong pieces are
    fetched anew, or all of it, once.
    """
    wrong: str | None = None
    right_there: bool | None = None
    while True:
        got = yield from fetched(server, backup, vault, target, check, pace)
        try:
            failure = yield from _proved(got, check)
            if failure and wrong is None and got.promised is not None:
                right_there = yield from whole_there(server, backup, check, pace)
                if right_there is False:
                    got.discard(vault)
                    raise CopyDamaged(
                        f"{failure} The server read its own file again: {backup.filename} is "
                        "damaged on the server. Nothing was put into the archive."
                    )
                if (yield from mended(server, backup, got, check)):
                    failure = yield from _proved(got, check)
            if not failure:
                return _published(got, backup, vault, target, instance)
        except BackupError:
            vault.still_there()  # a drive that went away says more than what that led to
            raise
        finally:
            got.part.close()
        sha256 = got.part.sha256
        got.discard(vault)
        if got.promised is None and wrong is None:
            yield from _settled(server, backup, failure, check, pace)
        if wrong is not None:
            same = sha256 == wrong and not right_there
            raise CopyDamaged(_blame(failure, backup, same=same))
        wrong = sha256
        yield Progress(
            stage=Stage.COPYING, total=backup.size, note=f"{failure} It is fetched once more."
        )


def _proved(got: Fetched, check: Check) -> Generator[Progress, None, str]:
    """What is wrong with the bytes that came, or nothing."""
    got.part.sync()
    if got.promised is not None:
        if got.part.sha256 == got.promised:
            return ""
        return "The bytes that arrived are not those the server promised."
    try:
        report = yield from structure(got.part.path, sha256=None, check=check)
    except NotABackup as error:
        return error.sentence
    if report.ok:
        got.not_proved = report.not_proved
        got.counts = counted(report)
        return ""
    told = " ".join(damage.sentence for damage in report.damages[:_TOLD])
    return f"What arrived is damaged: {told}"


def _settled(
    server: Server, backup: RemoteBackup, failure: str, check: Check, pace: Pace
) -> Generator[Progress, None, None]:
    """Raise `BackupNotReady` when the server turns out to be still at work on the file.

    A plain Kuroibara writes to the final name and says nothing of it: two looks at its list tell.
    """
    note = f"{failure} Perhaps the server is still writing it: it is looked at once more."
    yield from pace.pause(server.list_every, check, Progress(stage=Stage.WAITING, note=note))
    found = yield from persistent(server.backups, check, pace, Progress(stage=Stage.ASKING))
    now = next((one for one in found if one.filename == backup.filename), None)
    if now is not None and (now.size, now.created_at) != (backup.size, backup.created_at):
        raise BackupNotReady(
            f"{backup.filename} is still being written on the server, so it was not copied yet."
        )


def _blame(failure: str, backup: RemoteBackup, *, same: bool) -> str:
    if same:
        why = f"Two tries brought the very same bytes: {backup.filename} is damaged on the server."
    else:
        why = "Two tries brought wrong bytes: something on the way or here changes them."
    return f"{failure} {why} Nothing was put into the archive."


def _encrypted(file: Path) -> bool:
    """By its bytes: a flag of the server's has been known to be wrong."""
    with FileSource(file) as source:
        return is_encrypted(source)


def _published(
    got: Fetched, backup: RemoteBackup, vault: Vault, target: Path, instance: str | None
) -> LocalCopy:
    now = vault.now
    copy = vault.publish(
        got.part.path,
        LocalCopy(
            path=target,
            remote_name=backup.filename,
            server=target.parent.name,
            size=got.part.length,
            sha256=got.part.sha256,
            created_at=backup.created_at,
            time_is_guessed=backup.time_is_guessed,
            copied_at=now,
            verified_at=now,
            state=CopyState.VERIFIED,
            not_proved=got.not_proved,
            counts=got.counts,
            instance_id=instance,
            backup_id=backup.backup_id,
            includes_storage=backup.includes_storage,
            kind=backup.kind,
            suspect=backup.suspect,
            encrypted=_encrypted(got.part.path),
            metadata=backup.metadata,
        ),
    )
    got.finished(vault)
    return copy
