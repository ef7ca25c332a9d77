"""Whatever happens to a copy on its way: one sentence, no half file, and the next attempt works."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core import errors
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import Pace, copy_offsite
from kuroibara_desktop.vault import Vault
from tests.support.faulty import (
    CAPTIVE_PORTAL,
    PLAIN_500,
    Answer,
    Fault,
    FaultyProxy,
)
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_desktop.core.backups import LocalCopy, RemoteBackup
    from tests.support.nginx import Nginx
    from tests.support.plain_kuroibara import PlainKuroibara
    from tests.support.small_disk import SmallDisks

MIB = 1024 * 1024


@dataclass(slots=True, kw_only=True)
class Desk:
    """A signed-in user, a server behind a proxy, and an archive folder."""

    server: Server
    proxy: FaultyProxy
    plain: PlainKuroibara
    vault: Vault
    tmp_path: Path
    notes: list[str] = field(default_factory=list)
    pace: Pace = field(default_factory=lambda: Pace(delays=(0.05, 0.1, 0.2, 0.4), poll=0.05))

    def copy(self, backup: RemoteBackup | None = None, *, to: Vault | None = None) -> LocalCopy:
        """Do the whole of it, noting what the user is told meanwhile."""
        steps = copy_offsite(
            self.server,
            backup or self.listed(),
            to or self.vault,
            folder="home",
            kept=KeptServer(name="home", address=self.server.address),
            check=lambda: None,
            pace=self.pace,
        )
        while True:
            try:
                step = next(steps)
            except StopIteration as end:
                copy: LocalCopy = end.value
                return copy
            if step.note and step.note not in self.notes:
                self.notes.append(step.note)

    def listed(self) -> RemoteBackup:
        return self.server.backups()[0]

    def finals(self, vault: Vault | None = None) -> list[str]:
        """What lies under a final name."""
        return sorted(path.name for path in (vault or self.vault).folder.glob("*/*.tar.gz"))

    def parts(self, vault: Vault | None = None) -> list[Path]:
        return sorted((vault or self.vault).folder.glob("*/*.part"))

    def is_good(self, copy: LocalCopy) -> None:
        """The copy is what the server has now, and nothing else is left."""
        assert copy.path.read_bytes() == (self.plain.archives / "full.tar.gz").read_bytes()
        checked = subprocess.run(
            ["sha256sum", "-c", f"{copy.path.name}.sha256"],
            cwd=copy.path.parent,
            capture_output=True,
        )
        assert checked.returncode == 0
        assert list(copy.path.parent.glob("*.part")) == []


@pytest.fixture
def desk(
    plain_kuroibara: PlainKuroibara, faulty: Callable[[str], FaultyProxy], tmp_path: Path
) -> Iterator[Desk]:
    plain_kuroibara.add_backup("full", mtime=time.time() - 3600)
    proxy = faulty(plain_kuroibara.url)
    lock = tmp_path / "locks" / "sign-in"
    with Server(proxy.url, tokens=SessionStore(), lock=lock, list_every=0.05) as server:
        server.sign_in("anna", "anna-password")
        desk = Desk(
            server=server,
            proxy=proxy,
            plain=plain_kuroibara,
            vault=_vault(tmp_path / "archive", tmp_path),
            tmp_path=tmp_path,
        )
        yield desk


def _vault(folder: Path, tmp_path: Path) -> Vault:
    return Vault.create(folder, catalog=tmp_path / "catalog.sqlite3", locks=tmp_path / "locks")


def _ranges(desk: Desk) -> list[str | None]:
    return [passed.range for passed in desk.proxy.passed("/download/")]


def test_a_connection_cut_every_few_bytes_is_taken_up_each_time(desk: Desk) -> None:
    desk.proxy.misbehave(Fault(only="/download/", cut_after=40_000))
    desk.is_good(desk.copy())
    ranges = _ranges(desk)
    assert len(ranges) > 5
    assert ranges[:3] == [None, "bytes=40000-", "bytes=80000-"]
    assert all(passed.if_range for passed in desk.proxy.passed("/download/")[1:])
    assert any("was lost while copying" in note for note in desk.notes)


def test_a_plain_text_500_in_mid_copy_is_waited_out(desk: Desk) -> None:
    desk.proxy.misbehave(
        Fault(only="/download/", cut_after=50_000, times=1),
        Fault(only="/download/", answer=PLAIN_500, times=2),
    )
    desk.is_good(desk.copy())
    sentence = "broke off with Internal Server Error"
    assert any(sentence in note and "Next try in" in note for note in desk.notes)
    assert _ranges(desk)[-1] == "bytes=50000-"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(answer=CAPTIVE_PORTAL), errors.CaptivePortal),
        (Fault(answer=PLAIN_500), errors.ServerFault),
        (Fault(cut_after=0), errors.ServerUnreachable),
    ],
)
def test_what_does_not_end_stops_the_copy_and_keeps_what_came(
    desk: Desk, fault: Fault, kind: type[BackupError]
) -> None:
    desk.proxy.misbehave(
        Fault(only="/download/", cut_after=50_000, times=1), replace(fault, only="/download/")
    )
    with pytest.raises(kind) as caught:
        desk.copy()
    assert caught.value.remedy
    assert desk.finals() == []
    (part,) = desk.parts()
    assert part.stat().st_size == 50_000
    desk.proxy.misbehave()
    desk.is_good(desk.copy())
    assert _ranges(desk)[-1] == "bytes=50000-"


def test_a_200_of_unknown_identity_never_touches_the_part(desk: Desk) -> None:
    ended = Fault(only="/download/", answer=CAPTIVE_PORTAL)
    desk.proxy.misbehave(Fault(only="/download/", cut_after=50_000, times=1), ended)
    with pytest.raises(errors.CaptivePortal):
        desk.copy()
    (part,) = desk.parts()
    before = part.read_bytes()
    unknown = Fault(only="/download/", ignore_range=True, strip=("ETag",))
    desk.proxy.misbehave(replace(unknown, cut_after=9_000, times=1), ended)
    with pytest.raises(errors.CaptivePortal):
        desk.copy()
    assert part.read_bytes() == before
    desk.proxy.misbehave(unknown)
    desk.is_good(desk.copy())


def test_a_backup_replaced_between_two_ranges_is_begun_anew(desk: Desk) -> None:
    desk.proxy.misbehave(
        Fault(only="/download/", cut_after=50_000, times=1),
        Fault(only="/download/", delay=0.5, times=1),
    )
    extra = desk.plain.storage / "manga" / "new.cbz"
    extra.write_bytes(os.urandom(40_000))
    listed = desk.listed()
    replaced = threading.Timer(0.2, lambda: desk.plain.add_backup("full", mtime=time.time() - 60))
    replaced.start()
    copy = desk.copy(listed)
    replaced.join()
    desk.is_good(copy)
    assert any("Beginning with the new one" in note for note in desk.notes)


def test_a_backup_replaced_by_one_of_the_same_size_is_noticed(desk: Desk) -> None:
    desk.proxy.misbehave(
        Fault(only="/download/", cut_after=50_000, times=1),
        Fault(only="/download/", delay=0.5, times=1),
    )
    path = desk.plain.archives / "full.tar.gz"
    listed = desk.listed()
    other = bytearray(path.read_bytes())
    other[4:8] = bytes(4)  # the time in the gzip header, which no checksum covers

    def replace_it() -> None:
        until(lambda: len(_ranges(desk)) == 2)
        path.with_name("other").write_bytes(other)
        os.replace(path.with_name("other"), path)

    replacing = threading.Thread(target=replace_it)
    replacing.start()
    copy = desk.copy(listed)
    replacing.join()
    assert copy.path.read_bytes() == other
    desk.is_good(copy)


def test_wrong_bytes_of_the_right_length_never_get_a_final_name(desk: Desk) -> None:
    desk.proxy.misbehave(Fault(only="/download/", flip_at=100_000))
    with pytest.raises(errors.CopyDamaged, match="Two tries brought the very same bytes") as caught:
        desk.copy()
    assert "Nothing was put into the archive" in caught.value.sentence
    assert (desk.finals(), desk.parts()) == ([], [])
    desk.proxy.misbehave(Fault(only="/download/", flip_at=100_000, times=1))
    desk.is_good(desk.copy())
    assert any("fetched once more" in note for note in desk.notes)


def test_noise_of_the_right_length_is_no_backup(desk: Desk) -> None:
    noise = os.urandom(desk.listed().size)
    answer = Answer(status=200, content_type="application/gzip", body=noise)
    desk.proxy.misbehave(Fault(only="/download/", answer=answer))
    with pytest.raises(BackupError) as caught:
        desk.copy()
    assert caught.value.exit_status in (3, 4)
    assert (desk.finals(), desk.parts()) == ([], [])
    desk.proxy.misbehave()
    desk.is_good(desk.copy())


def test_a_server_that_sends_more_or_less_than_it_said_is_not_believed(desk: Desk) -> None:
    whole = (desk.plain.archives / "full.tar.gz").read_bytes()
    for body in (whole + b"more", whole[:-1]):
        answer = Answer(status=200, content_type="application/gzip", body=body)
        desk.proxy.misbehave(Fault(only="/download/", answer=answer))
        with pytest.raises(errors.BackupReplaced):
            desk.copy()
        assert desk.finals() == []
    desk.proxy.misbehave()
    desk.is_good(desk.copy())


def test_a_sign_in_that_was_revoked_stops_the_copy_until_the_next(desk: Desk) -> None:
    listed = desk.listed()
    desk.proxy.misbehave(Fault(only="/download/", cut_after=50_000, times=1))
    desk.plain.accounts.key = "another key, as after a move to a new server"
    with pytest.raises(errors.SignInRequired):
        desk.copy(listed)
    desk.server.sign_in("anna", "anna-password")
    desk.is_good(desk.copy())


def test_a_drive_pulled_out_meanwhile_is_not_written_to_again(
    desk: Desk, small_disk: SmallDisks
) -> None:
    disk = small_disk(32 * MIB)
    vault = _vault(disk, desk.tmp_path)
    listed = desk.listed()
    desk.proxy.misbehave(Fault(only="/download/", bytes_per_second=300_000, times=1))

    def pull_out() -> None:
        until(lambda: bool(desk.parts(vault)) and desk.parts(vault)[0].stat().st_size > 0)
        subprocess.run(["umount", "--lazy", str(disk)], check=True)

    pulling = threading.Thread(target=pull_out)
    pulling.start()
    try:
        with pytest.raises(errors.VaultMissing) as caught:
            desk.copy(listed, to=vault)
    finally:
        pulling.join()
        left = list(disk.iterdir())
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(disk)], check=True)  # to be unmounted
    assert "is not your archive" in caught.value.sentence
    assert "Nothing was written" in caught.value.remedy
    assert left == []


def test_a_write_protected_archive_is_said_to_be_one(desk: Desk, small_disk: SmallDisks) -> None:
    disk = small_disk(32 * MIB)
    vault = _vault(disk, desk.tmp_path)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(BackupError, match="may not be written to") as caught:
        desk.copy(to=vault)
    assert caught.value.exit_status == 7
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    desk.is_good(desk.copy(to=vault))


def test_behind_nginx_s_defaults_a_restart_of_the_server_is_waited_out(
    desk: Desk, nginx: Nginx
) -> None:
    address = nginx.before(desk.plain.url)
    lock = desk.tmp_path / "locks" / "behind-nginx"
    with Server(address, tokens=SessionStore(), lock=lock, list_every=0.05) as server:
        server.sign_in("anna", "anna-password")
        desk.server = server
        listed = desk.listed()
        desk.plain.stop()
        restarted = threading.Timer(0.3, desk.plain.start)
        restarted.start()
        copy = desk.copy(listed)
        restarted.join()
        desk.is_good(copy)
        assert any("answered 502" in note for note in desk.notes)
