"""The main job by mouse and keys: sign in, create a full backup, copy it offsite, verify it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import chain, count
from typing import TYPE_CHECKING

from kuroibara_backup.archive import FileSource, Level, verify
from kuroibara_backup.errors import BackupError, Damaged
from kuroibara_desktop.demo.pilot import LostError, Pilot

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_desktop.demo.server import DemoServer

_TABLE = "Backups"
_WHERE = 4
_LONG = 300.0  # seconds for work of the server or the disk


@dataclass(slots=True, kw_only=True)
class Walk:
    """One walk through the window. Everything goes through the pilot, nothing past it."""

    pilot: Pilot
    server: DemoServer
    archive: Path
    pictures: Path
    name: str  # of the backup to be made
    taken: list[str] = field(default_factory=list)

    def whole(self) -> None:
        """Do it all; raises `LostError` where the window does not do what it should."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        try:
            self._sign_in()
            self._choose_folder()
            self._create()
            self._copy()
            self._verify()
            self._darken()
        except LostError:
            self._picture("lost")
            raise

    def _sign_in(self) -> None:
        pilot = self.pilot
        pilot.wait("the first step", lambda: pilot.reads("What do you have?"))
        self._picture("first-light")
        pilot.click("I have a server")
        pilot.fill("Server address", self.server.url)
        self._picture("address-light")
        pilot.click("Continue")
        pilot.fill("User name", self.server.username)
        pilot.fill("Password", self.server.password)
        self._picture("sign-in-light")
        pilot.click("Sign in")
        pilot.wait(
            "the next step",
            lambda: pilot.can_press("This session only") or pilot.reads("Where should copies go?"),
        )
        if pilot.can_press("This session only"):  # no keyring on this system: the window asks
            pilot.click("This session only")

    def _choose_folder(self) -> None:
        pilot = self.pilot
        pilot.fill("Archive folder", str(self.archive))
        pilot.wait("the folder to be judged", lambda: pilot.can_press("Use this folder"))
        self._picture("folder-light")
        pilot.click("Use this folder")
        pilot.wait("the rules", lambda: pilot.reads("What should be copied?"))
        self._picture("copies-light")
        pilot.click("Only save")
        pilot.wait("the Home page", lambda: pilot.reads("Waiting for the first copy"))
        self._picture("home-light")
        pilot.click("Backups")
        pilot.wait("the Backups page", lambda: pilot.can_press("Create backup"))

    def _create(self) -> None:
        pilot = self.pilot
        pilot.click("Create backup")
        pilot.wait("the dialog", lambda: pilot.reads("Name, if you like"))
        pilot.fill("Name, if you like", self.name)
        self._picture("create-light")
        pilot.click("Create backup")
        pilot.wait("the job", lambda: pilot.reads(f"Making {self.name}"))
        self._picture("backing-up-light")
        pilot.wait("the backup", lambda: pilot.reads("The backup was made"), patience=_LONG)

    def _copy(self) -> None:
        pilot = self.pilot
        pilot.wait("its row", lambda: self.name in self._names())
        pilot.click_row(_TABLE, self._row())
        self._picture("ready-light")
        pilot.click("Copy offsite now")
        pilot.wait("the copy to begin", lambda: pilot.reads("Copying") or self._is_both())
        self._picture("copying-light")
        pilot.wait("the copy", self._is_both, patience=_LONG)

    def _verify(self) -> None:
        pilot = self.pilot
        pilot.click_row(_TABLE, self._row())
        pilot.click("Verify again")
        pilot.wait("the proof", lambda: pilot.reads("is whole"), patience=_LONG)
        self._picture("verified-light")

    def _darken(self) -> None:
        pilot = self.pilot
        pilot.click_first("Server ")
        pilot.click_menu("Appearance")
        pilot.click_menu("Dark")
        self._picture("verified-dark")
        pilot.click("Home")
        pilot.wait("the answer", lambda: pilot.reads("On the server"))
        self._picture("home-dark")

    def _names(self) -> list[str]:
        return [row[0] for row in self.pilot.rows(_TABLE)]

    def _row(self) -> int:
        return self._names().index(self.name)

    def _is_both(self) -> bool:
        return self.pilot.rows(_TABLE)[self._row()][_WHERE] == "Both"

    def _picture(self, name: str) -> None:
        file = self.pictures / f"{len(self.taken) + 1:02}-{name}.png"
        self.taken.append(str(self.pilot.picture(file)))


def new_name(server: DemoServer) -> str:
    """A name that no backup has; one that was kept from the last time may have the first."""
    taken = {backup["filename"] for backup in server.backups()}
    names = chain(["first_full_backup"], (f"first_full_backup_{number}" for number in count(2)))
    return next(name for name in names if f"{name}.tar.gz" not in taken)


def checked(server: DemoServer, archive: Path, name: str) -> dict[str, object]:
    """What really lies in the archive, found out without the window and its code.

    Raises unless the copy is, to the byte, what the server has, and whole by the format's own
    rules.
    """
    copies = sorted(archive.glob(f"*/{name}.tar.gz"))
    if len(copies) != 1:
        raise BackupError(f"There are {len(copies)} copies in {archive} instead of one.")
    [copy] = copies
    with copy.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    promised = next((b["sha256"] for b in server.backups() if b["filename"] == copy.name), None)
    if sha256 != promised:
        raise Damaged(f"The copy has the checksum {sha256}, the server's backup {promised}.")
    with FileSource(copy) as source:
        steps = verify(source, Level.FULL, sha256=sha256, check=lambda: None)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                report = end.value
                break
    if not report.ok:
        raise Damaged(report.damages[0].sentence)
    return {
        "backup": copy.name,
        "size": copy.stat().st_size,
        "sha256": sha256,
        "verified": True,
        "vault_path": str(copy),
    }
