"""Whether a copy here is still, to the byte, what was copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_backup.archive.report import Level, Report
from kuroibara_backup.archive.source import FileSource
from kuroibara_backup.archive.verifying import verify
from kuroibara_backup.errors import BackupError, NotABackup
from kuroibara_backup.retention import Counts
from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.progress import Progress, Stage, retold
from kuroibara_desktop.vault.quarantine import is_set_aside

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kuroibara_desktop.transfers.pace import Check
    from kuroibara_desktop.vault import Vault

_TOLD = 20  # damages kept beside a copy; more would say nothing new


def verify_copy(
    vault: Vault, copy: LocalCopy, *, check: Check
) -> Generator[Progress, None, LocalCopy]:
    """Read every byte of `copy` again, note the outcome beside it and return it.

    Damage is an outcome, not an error: look at `state` and `damages`. A damaged copy is set aside,
    with every byte it has; one that was set aside and is good after all comes back.
    """
    vault.still_there()
    with vault.hold(copy.server, copy.remote_name):
        copy = vault.fresh(copy) or copy  # it may be long since it was chosen
        try:
            report = yield from structure(copy.path, sha256=copy.sha256, check=check)
        except NotABackup as error:
            copy = vault.fresh(copy) or copy
            found = replace(copy, state=CopyState.DAMAGED, damages=(error.sentence,))
        except BackupError:
            vault.still_there()  # a drive that went away says more than what that led to
            raise
        else:
            # Reading it took long, and somebody may have pinned it meanwhile.
            found = judged(vault.fresh(copy) or copy, report, vault)
        if found.state is CopyState.DAMAGED:
            return vault.quarantine(vault.update(found))
        return vault.take_back(found) if is_set_aside(copy.path) else vault.update(found)


def structure(path: Path, *, sha256: str | None, check: Check) -> Generator[Progress, None, Report]:
    """The archive's own full check, its progress told in our words."""
    with FileSource(path) as source:
        return (
            yield from retold(
                verify(source, Level.FULL, sha256=sha256, check=check),
                lambda step: Progress(stage=Stage.VERIFYING, done=step.done, total=step.total),
            )
        )


def counted(report: Report) -> Counts:
    """What a full look found in a backup, to be compared with that of the next one."""
    return Counts(files=report.files, bytes=report.bytes, rows=report.rows)


def judged(copy: LocalCopy, report: Report, vault: Vault) -> LocalCopy:
    """`copy` with what the report found out."""
    if not report.ok:
        damages = tuple(damage.sentence for damage in report.damages[:_TOLD])
        return replace(copy, state=CopyState.DAMAGED, damages=damages)
    return replace(
        copy,
        state=CopyState.VERIFIED,
        verified_at=vault.now,
        sha256=copy.sha256 or report.sha256,
        damages=(),
        counts=counted(report),
        not_proved=() if copy.sha256 else report.not_proved,
    )
