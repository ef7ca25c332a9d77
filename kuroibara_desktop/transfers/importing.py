"""A backup file from anywhere into the archive, and copies out of it to another place."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from kuroibara_backup.archive.reading import open_archive
from kuroibara_backup.archive.sidecar import read_sidecar
from kuroibara_backup.archive.source import FileSource
from kuroibara_backup.errors import BackupError, InvalidRequest
from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.core.errors import CopyDamaged, FileChanged, HostileName
from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.durable import sync_folder
from kuroibara_desktop.transfers.verifying import counted, structure, verify_copy
from kuroibara_desktop.vault import disk
from kuroibara_desktop.vault.names import IMPORTING, free_name, local_name
from kuroibara_desktop.vault.part import Part
from kuroibara_desktop.vault.sidecar import checksum_file, write_sidecars

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from kuroibara_backup.archive.metadata import Metadata
    from kuroibara_backup.archive.report import Report
    from kuroibara_desktop.transfers.pace import Check
    from kuroibara_desktop.vault import Vault

IMPORTED = "imported"  # the folder of what came from no server; no server's folder is called so
_KEPT = KeptServer(name="Imported files", address="")
_PIECE = 4 * 1024 * 1024
_TOLD = 3


def import_file(vault: Vault, file: Path, *, check: Check) -> Generator[Progress, None, LocalCopy]:
    """Take the backup `file` into the archive and return the copy; `file` is only read.

    It is read to its last byte first, and held to the `.sha256` beside it if there is one: what is
    damaged, or no backup, never gets in. It joins the copies of its own server when another copy of
    that very backup, or its bytes, are known; no rule removes it. One that is here, and verified,
    is returned as it is.
    """
    file = file.absolute()
    here = _inside(vault, file)
    if here is not None:
        return (yield from verify_copy(vault, here, check=check))
    with FileSource(file) as source:
        archive = open_archive(source)
        report = yield from structure(file, sha256=_promised(file), check=check)
        if not report.ok:
            told = " ".join(damage.sentence for damage in report.damages[:_TOLD])
            raise CopyDamaged(
                f"{file.name} is damaged, so it was not taken into the archive. {told}",
                remedy="Use another copy of this backup.",
            )
        twin = next((c for c in vault.copies() if c.sha256 == report.sha256), None)
        if twin is not None and twin.state is CopyState.VERIFIED:
            return twin
        folder = twin.server if twin else _folder_of(vault, archive.metadata)
        name = _name(file, report.sha256)
        place = vault.server_folder(folder, vault.still_there().servers.get(folder, _KEPT))
        with vault.hold(folder, name):
            vault.require(source.size, largest=source.size)
            part = Part(_emptied(place / f"{name}{IMPORTING}"))
            try:
                yield from _copied(source, part, report.sha256, check)
                copy = _described(place / name, archive.metadata, report, vault)
                if twin is not None:  # what is known of it from its server says more
                    copy = replace(
                        twin,
                        path=place / twin.path.name,
                        state=CopyState.VERIFIED,
                        damages=(),
                        verified_at=vault.now,
                    )
                return vault.publish(part.path, replace(copy, size=part.length))
            except BaseException:
                part.remove()
                raise
            finally:
                part.close()


def copy_elsewhere(
    vault: Vault, copies: Sequence[LocalCopy], target: Path, *, check: Check
) -> Generator[Progress, None, list[Path]]:
    """Copy these to the folder `target`, with their checksums beside them; return the files.

    The bytes are checked on the way: a copy that rotted is refused, not multiplied. A file that is
    there is never replaced; the same backup under its own name is left as it is.
    """
    target = target.absolute()
    if target == vault.folder or vault.folder in target.parents:
        raise InvalidRequest(
            "Nothing was copied: the other place lies inside the archive itself.",
            remedy="Choose a folder on another drive.",
        )
    if not target.is_dir():
        raise InvalidRequest(
            f"Nothing was copied: there is no folder {target}.", remedy="Choose one that exists."
        )
    disk.require(sum(copy.size for copy in copies), target)
    made = []
    for copy in copies:
        # Two at once would write under one name, and the first to end publish the other's half.
        with vault.hold(str(target.resolve()), copy.path.name):
            path = yield from _copied_to(copy, target, check)
        made.append(path)
    return made


def _copied_to(copy: LocalCopy, target: Path, check: Check) -> Generator[Progress, None, Path]:
    there = target / copy.path.name
    if copy.sha256 and _promised(there) == copy.sha256 and there.stat().st_size == copy.size:
        return there
    with FileSource(copy.path) as source:
        part = Part(_emptied(target / f"{copy.path.name}{IMPORTING}"))
        try:
            yield from _copied(source, part, copy.sha256, check)
            with disk.readable("copying to the other place", target):
                taken = {entry.name.casefold() for entry in os.scandir(target)}
                final = replace(
                    copy, path=target / free_name(copy.path.name, taken), sha256=part.sha256
                )
                write_sidecars(final)
                os.replace(part.path, final.path)
                sync_folder(target)
        except BaseException:
            part.remove()
            raise
        finally:
            part.close()
    return final.path


def _copied(
    source: FileSource, part: Part, sha256: str | None, check: Check
) -> Generator[Progress, None, None]:
    """Every byte of `source` in `part`, on the drive; refuses others than those of `sha256`."""
    while part.length < source.size:
        check()
        part.write([source.read_at(part.length, min(_PIECE, source.size - part.length))])
        yield Progress(stage=Stage.COPYING, done=part.length, total=source.size)
    if sha256 is not None and part.sha256 != sha256:
        raise FileChanged(
            f"{source.name} was not copied: its bytes are no longer those that were verified."
        )
    part.sync()


def _inside(vault: Vault, file: Path) -> LocalCopy | None:
    """The copy that `file` is already, when somebody put it into the archive by hand."""
    with contextlib.suppress(OSError):
        real = file.resolve(strict=True)
        return next((c for c in vault.copies() if c.path.resolve() == real), None)
    return None


def _promised(file: Path) -> str | None:
    try:
        if checksum_file(file).stat().st_size > 4096:
            return None
        return read_sidecar(checksum_file(file).read_text(encoding="utf-8"))[0]
    except (OSError, BackupError, UnicodeDecodeError):
        return None


def _folder_of(vault: Vault, metadata: Metadata) -> str:
    """Where other copies of this very backup lie, else the folder of what came from nowhere."""
    if metadata.backup_id is not None:
        for copy in vault.copies():
            if copy.backup_id == metadata.backup_id:
                return copy.server
    return IMPORTED


def _name(file: Path, sha256: str) -> str:
    """The file's own name where every drive can hold it."""
    try:
        return local_name(file.name)
    except HostileName:
        return f"imported-{sha256[:12]}.tar.gz"


def _described(path: Path, metadata: Metadata, report: Report, vault: Vault) -> LocalCopy:
    """The copy by what the file says about itself: words of a stranger, made fit to be kept."""
    whole = json.dumps(metadata.raw, ensure_ascii=False).encode("utf-8", "replace")
    raw: dict[str, object] = json.loads(whole)  # no half characters are left in it
    kinds, identity = raw.get("kinds"), raw.get("backup_id")
    created = metadata.created_at
    guessed = created is not None and created.tzinfo is None
    now = vault.now
    return LocalCopy(
        path=path,
        remote_name=path.name,
        server=path.parent.name,
        size=0,
        sha256=report.sha256,
        created_at=created.replace(tzinfo=UTC) if created and guessed else created,
        time_is_guessed=guessed,
        copied_at=now,
        verified_at=now,
        state=CopyState.VERIFIED,
        not_proved=report.not_proved,
        backup_id=identity if isinstance(identity, str) and identity else None,
        includes_storage=metadata.includes_storage,
        kind=str(kinds[0]) if isinstance(kinds, list) and kinds else None,
        suspect=raw.get("suspect") is True,
        pinned=True,
        counts=counted(report),
        metadata=raw | {"format": report.format},
    )


def _emptied(path: Path) -> Path:
    """The name of a part, nothing of an earlier try left under it."""
    with disk.readable("making the copy", path.parent):
        path.unlink(missing_ok=True)
    return path
