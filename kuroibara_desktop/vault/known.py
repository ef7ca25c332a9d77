"""Which archive folders this computer knows, where each was last, and when it was seen.

An archive is known by the identity in its marker: a drive that comes back under another name is
found again, and another drive in its old place is not taken for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultBusy, VaultMissing
from kuroibara_desktop.durable import write_durably
from kuroibara_desktop.vault import disk
from kuroibara_desktop.vault.marker import new_marker, read_marker, rebuilt_marker, write_marker
from kuroibara_desktop.vault.names import ENDING
from kuroibara_desktop.vault.places import place_name
from kuroibara_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PATIENCE = 10.0
_OFTEN = timedelta(minutes=1)  # a sighting is written down no more often than this


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownArchive:
    """One archive folder; `before` are the places it had earlier, `drive` is what people call it.

    `below` is where it lies on its drive.
    """

    archive_id: str
    folder: Path
    drive: str
    below: str
    last_seen: datetime
    before: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """How a known archive looks now: `vault` is None while it is away, and `why` says why."""

    known: KnownArchive
    vault: Vault | None = None
    why: BackupError | None = None


class Archives:
    """The list, in one small file; every change is its own, and other processes see it."""

    def __init__(
        self,
        data: Path,
        *,
        catalog: Path,
        locks: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        mounts: Callable[[], Iterable[Path]] | None = None,
    ) -> None:
        self._file = data / "archives.json"
        self._catalog = catalog
        self._locks = locks
        self._now = now
        self._mounts = mounts or drives

    def all(self) -> list[KnownArchive]:
        """Every known archive; none when the list is lost, which costs no backup."""
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
            return [_known(entry) for entry in found["archives"]]
        except (OSError, ValueError, KeyError, TypeError):
            return []

    def open(self, folder: Path) -> Vault:
        """The archive that is, or was, at `folder`; looks for its drive under another name.

        Raises `VaultMissing`, saying when it was seen last, and `FolderUnsuitable` for an archive
        that is not on the list in the place of one that is.
        """
        folder = folder.absolute()
        known = self.all()
        here = [k for k in known if folder in (k.folder, *k.before)]
        try:
            vault = self._vault(folder)
        except VaultMissing as error:
            for one in here:
                elsewhere = self._found_again(one)
                if elsewhere is not None:
                    return self._noted(self._vault(elsewhere))
            raise _with_last_seen(error, here, self._now()) from error
        if here and vault.id not in [k.archive_id for k in known]:
            for one in here:
                elsewhere = self._found_again(one)
                if elsewhere is not None:
                    return self._noted(self._vault(elsewhere))
            raise FolderUnsuitable(
                f"Another archive than before is at {folder} now.",
                remedy="Connect the other drive, or add this archive to your list "
                "(`kuroibara-desktop vault add`).",
            )
        return self._noted(vault)

    def identity(self, folder: Path) -> str | None:
        """Which archive is, or was, at `folder`, also while its drive is away."""
        folder = folder.absolute()
        known = [k for k in self.all() if folder in (k.folder, *k.before)]
        newest = max(known, key=lambda k: k.last_seen, default=None)
        return newest.archive_id if newest else None

    def add(self, folder: Path) -> Vault:
        """Take up the archive at `folder`, or make one there."""
        return self._noted(
            Vault.create(folder, catalog=self._catalog, locks=self._locks, now=self._now)
        )

    def rebuild(self, folder: Path) -> Vault:
        """Take up a folder of copies whose marker was lost: a new one is written.

        Nothing else is changed. Raises `FolderUnsuitable` where there are no copies.
        """
        folder = folder.absolute()
        with contextlib.suppress(VaultMissing, FolderUnsuitable):
            return self._noted(self._vault(folder))
        servers = sorted({path.parent.name for path in folder.glob(f"*/*{ENDING}")})
        if not servers:
            raise FolderUnsuitable(
                f"There are no backups in the folders below {folder}.",
                remedy="Choose the folder that holds the servers' folders; single files are taken "
                "in with `kuroibara-desktop import`.",
            )
        with disk.readable("setting up the archive", folder):
            with contextlib.suppress(FileNotFoundError):
                damaged = folder / "kuroibara-archive.json"
                os.replace(damaged, damaged.with_suffix(".damaged.json"))
            write_marker(folder, rebuilt_marker(new_marker(self._now()), servers))
        return self._noted(self._vault(folder))

    def look(self) -> list[Sighting]:
        """Every known archive as it is now."""
        found = []
        for known in self.all():
            try:
                vault = self.open(known.folder)
            except BackupError as error:
                found.append(Sighting(known=known, why=error))
                continue
            fresh = next((k for k in self.all() if k.archive_id == vault.id), known)
            found.append(Sighting(known=fresh, vault=vault))
        return found

    def forget(self, archive_id: str) -> None:
        """Take an archive off the list; nothing in it is touched."""
        self._change(lambda known: [k for k in known if k.archive_id != archive_id])

    def _vault(self, folder: Path) -> Vault:
        return Vault.open(folder, catalog=self._catalog, locks=self._locks, now=self._now)

    def _noted(self, vault: Vault) -> Vault:
        now, folder = self._now(), vault.folder
        old = next((k for k in self.all() if k.archive_id == vault.id), None)
        if old is not None and old.folder == folder and abs(now - old.last_seen) < _OFTEN:
            return vault
        before = {*old.before, old.folder} - {folder} if old else set()
        drive = mount_of(folder)
        fresh = KnownArchive(
            archive_id=vault.id,
            folder=folder,
            drive=place_name(folder),
            below=str(folder.relative_to(drive)),
            last_seen=now,
            before=tuple(sorted(before)),
        )
        with contextlib.suppress(OSError, VaultBusy):  # the archive is there; the note is not
            self._change(lambda known: [*(k for k in known if k.archive_id != vault.id), fresh])
        return vault

    def _change(self, change: Callable[[list[KnownArchive]], list[KnownArchive]]) -> None:
        self._locks.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with FileLock(self._locks / "archives.lock", timeout=_PATIENCE):
                document = {"version": 1, "archives": [_entry(k) for k in change(self.all())]}
                self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                text = json.dumps(document, indent=2, ensure_ascii=False)
                write_durably(self._file, text.encode("utf-8", "surrogateescape") + b"\n")
        except Timeout as exc:
            raise VaultBusy("Another window or command is changing the list.") from exc

    def _found_again(self, known: KnownArchive) -> Path | None:
        for place in (*known.before, known.folder, *(m / known.below for m in self._mounts())):
            with contextlib.suppress(BackupError, OSError):
                if read_marker(place).archive_id == known.archive_id:
                    return place
        return None


def mount_of(folder: Path) -> Path:
    """The root of the drive that `folder` is on."""
    place = folder.absolute()
    while not os.path.ismount(place) and place != place.parent:
        place = place.parent
    return place


def drives() -> list[Path]:
    """Where drives are connected now."""
    if sys.platform == "win32":
        return [Path(f"{letter}:\\") for letter in "CDEFGHIJKLMNOPQRSTUVWXYZ"]
    if sys.platform == "darwin":
        return [Path("/"), *Path("/Volumes").glob("*")]
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return [Path("/")]
    places = [line.split(" ")[1] for line in lines.splitlines() if line.startswith("/")]
    return [Path(_unescaped(place)) for place in dict.fromkeys(places)]


def _unescaped(place: str) -> str:
    for written, meant in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        place = place.replace(written, meant)
    return place


def _with_last_seen(
    error: VaultMissing, here: Sequence[KnownArchive], now: datetime
) -> VaultMissing:
    if not here:
        return error
    last = max(here, key=lambda known: known.last_seen)
    seen = formatting.age(last.last_seen, now)
    return VaultMissing(f"{error.sentence} It was last seen {seen}, on {last.drive}.")


def _entry(known: KnownArchive) -> dict[str, object]:
    return {
        "archive_id": known.archive_id,
        "folder": str(known.folder),
        "drive": known.drive,
        "below": known.below,
        "last_seen": known.last_seen.isoformat(),
        "before": [str(place) for place in known.before],
    }


def _known(entry: dict[str, object]) -> KnownArchive:
    before = entry["before"]
    if not isinstance(before, list):
        raise TypeError("before")
    known = KnownArchive(
        archive_id=str(entry["archive_id"]),
        folder=Path(str(entry["folder"])),
        drive=str(entry["drive"]),
        below=str(entry["below"]),
        last_seen=datetime.fromisoformat(str(entry["last_seen"])),
        before=tuple(Path(str(place)) for place in before),
    )
    return known if known.last_seen.tzinfo else replace(known, last_seen=datetime.now(UTC))
