"""A file goes to the server once, whatever happens on the way, at either end or in between."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import pytest

from kuroibara_backup.errors import Cancelled
from kuroibara_desktop.core.errors import (
    CopyDamaged,
    FileChanged,
    RequestTooLarge,
    SignInRequired,
)
from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.core.uploads import SMALLEST_PIECE
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.transfers.examining import examined
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.uploading import PieceSizes, Uploaded, uploaded
from tests.support.engine import running_engine, served
from tests.support.faulty import TOO_LARGE, UNAUTHORIZED, Answer, Fault
from tests.support.finished import finished, never
from tests.support.uploading import begin
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.core.restoring import RestoreFile
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.nginx import Nginx

T = TypeVar("T")
PIECES = "/backup/uploads/"
QUICK = Pace(delays=(0.05,) * 10, poll=0.05)
TOO_LARGE_HERE = Answer(
    status=413,
    content_type="application/problem+json",
    body=b'{"detail":"At most less.","code":"chunk_too_large"}',
)


@pytest.fixture(scope="module")
def target(
    tmp_path_factory: pytest.TempPathFactory, postgres: EmbeddedPostgres, kuroibara_template: str
) -> Iterator[RunningEngine]:
    """An engine to send backups to."""
    folder = tmp_path_factory.mktemp("target")
    with running_engine(folder, postgres, kuroibara_template) as running:
        yield running


@dataclass(slots=True)
class Sender:
    """Somebody with a backup on a drive, before a server that has it not."""

    target: RunningEngine
    proxy: FaultyProxy
    server: Server
    store: SessionStore
    path: Path
    home: Path
    steps: list[Progress] = field(default_factory=list)

    @property
    def journal(self) -> Journal:
        return Journal(self.home / "journal.sqlite3")

    def run(self, work: Generator[Progress, None, T]) -> T:
        return finished(work, self.steps.append)

    def file(self) -> RestoreFile:
        return self.run(examined(self.path, check=never))

    def send(self, check: Callable[[], None] = never, pace: Pace = QUICK) -> Uploaded:
        sizes = PieceSizes(load=self.journal.piece, save=self.journal.keep_piece)
        return self.run(uploaded(self.server, self.file(), sizes=sizes, check=check, pace=pace))

    def is_there(self, sent: Uploaded) -> None:
        there = self.target.settings.backup_path / "uploaded" / sent.filename
        assert there.read_bytes() == self.path.read_bytes()

    def offsets(self) -> list[int]:
        """Where each piece began that was sent, refused ones included."""
        found = (re.search(r"offset=(\d+)", r.path) for r in self.proxy.passed(PIECES, "PUT"))
        return [int(one[1]) for one in found if one]

    @property
    def notes(self) -> str:
        return " ".join(step.note for step in self.steps)


@pytest.fixture
def sender(
    tmp_path: Path,
    big_engine: RunningEngine,
    target: RunningEngine,
    faulty: Callable[[str], FaultyProxy],
) -> Iterator[Sender]:
    proxy = faulty(target.url)
    path = tmp_path / "drive" / "big.tar.gz"
    path.parent.mkdir()
    shutil.copy(big_engine.engine_folder / "big.tar.gz", path)
    store = SessionStore()
    with Server(proxy.url, tokens=store, lock=tmp_path / "home" / "lock") as server:
        server.sign_in(target.admin.username, target.admin.password)
        yield Sender(target, proxy, server, store, path, tmp_path / "home")
    with target.client() as client:
        content = path.read_bytes()
        if content == (big_engine.engine_folder / "big.tar.gz").read_bytes():
            left = begin(client, path.name, content)  # finds the one that was not ended
            client.delete(f"/backup/uploads/{left['id']}").raise_for_status()
        for item in client.get("/backup/list").json()["backups"]:
            client.delete(f"/backup/delete/{item['filename']}").raise_for_status()


def test_what_arrives_is_byte_for_byte_what_was_sent(sender: Sender) -> None:
    sent = sender.send()
    sender.is_there(sent)
    assert sender.offsets() == [0, 8 * 1024 * 1024]
    stages = {step.stage for step in sender.steps}
    assert {Stage.VERIFYING, Stage.UPLOADING} <= stages
    listed = {b.filename: b for b in sender.server.backups()}
    assert listed[sent.filename].backup_id == sent.backup_id


def test_what_the_server_has_already_is_not_sent_again(sender: Sender) -> None:
    first = sender.send()
    pieces = len(sender.offsets())
    assert sender.send() == first
    assert len(sender.offsets()) == pieces


def test_a_damaged_file_never_leaves_this_computer(sender: Sender) -> None:
    with sender.path.open("r+b") as file:
        file.seek(5_000_000)
        file.write(b"\x00\x01\x02\x03")
    with pytest.raises(CopyDamaged, match="nothing was sent"):
        sender.send()
    assert sender.offsets() == []


def test_behind_nginx_s_defaults_pieces_become_small_enough_and_stay_so(
    sender: Sender, nginx: Nginx
) -> None:
    sender.server.close()
    address = nginx.before(sender.target.url)
    with Server(address, tokens=sender.store, lock=sender.home / "nginx") as server:
        server.sign_in(sender.target.admin.username, sender.target.admin.password)
        sender.server = server
        sender.is_there(sender.send())
        assert "A proxy before 127.0.0.1" in sender.notes
        assert "client_max_body_size" in sender.notes
        assert sender.journal.piece(address) == 1024 * 1024


def test_the_size_that_went_through_is_where_the_next_upload_begins(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 2 * 1024 * 1024)
    sender.send()
    assert sender.offsets()[1] == 2 * 1024 * 1024


@pytest.mark.parametrize(
    ("answer", "who"), [(TOO_LARGE, "a proxy before"), (TOO_LARGE_HERE, "127.0.0.1")]
)
def test_who_refuses_even_the_smallest_piece_is_named(
    sender: Sender, answer: Answer, who: str
) -> None:
    sender.proxy.misbehave(Fault(only=PIECES, method="PUT", answer=answer))
    with pytest.raises(RequestTooLarge, match=f"{who}.* even pieces of 512 KiB") as refused:
        sender.send()
    assert refused.value.by_proxy is (answer is TOO_LARGE)
    assert sender.journal.piece(sender.server.address) == SMALLEST_PIECE
    sender.proxy.misbehave()
    sender.is_there(sender.send())


def test_a_lost_answer_costs_no_byte(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)
    sender.proxy.misbehave(Fault(only=PIECES, method="PUT", cut_after=0, times=3))
    sender.is_there(sender.send())
    offsets = sender.offsets()
    assert offsets == sorted(set(offsets))  # what the server took was never sent again


def test_a_server_that_is_away_is_waited_for(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)

    gone: list[bool] = []

    def away() -> None:
        if len(sender.offsets()) == 3 and not gone:
            gone.append(True)
            sender.proxy.refuse()
            threading.Timer(0.3, sender.proxy.listen).start()

    sender.is_there(sender.send(check=away, pace=Pace(delays=(0.1,) * 20, poll=0.05)))
    assert "Next try in" in sender.notes


def test_a_token_that_ends_in_mid_file_is_renewed_without_a_word(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)
    sender.proxy.misbehave(Fault(only="offset=3145728", method="PUT", answer=UNAUTHORIZED, times=1))
    sender.is_there(sender.send())
    assert sender.offsets().count(3145728) == 2


def test_after_a_new_sign_in_the_upload_goes_on_where_it_was(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)
    sender.proxy.misbehave(Fault(only="offset=3145728", method="PUT", answer=UNAUTHORIZED))
    sender.store.save(
        sender.server.address,
        Tokens(access=sender.target.login(sender.target.admin), refresh=None),
    )
    with Server(sender.proxy.url, tokens=sender.store, lock=sender.home / "again") as server:
        sender.server = server
        with pytest.raises(SignInRequired):
            sender.send()
        sender.proxy.misbehave()
        server.sign_in(sender.target.admin.username, sender.target.admin.password)
        before = len(sender.offsets())
        sender.is_there(sender.send())
        assert sender.offsets()[before] == 3145728


def test_a_cancelled_upload_is_gone_on_with(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)

    def stop() -> None:
        if len(sender.offsets()) >= 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        sender.send(check=stop)
    before = len(sender.offsets())
    sender.is_there(sender.send())
    assert sender.offsets()[before] >= 3 * 1024 * 1024


def test_a_client_killed_in_mid_file_goes_on_where_the_server_counts(sender: Sender) -> None:
    sender.journal.keep_piece(sender.proxy.url, 1024 * 1024)
    sender.proxy.misbehave(Fault(only=PIECES, method="PUT", delay=0.15))
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.transfers.upload_victim"],
        env=os.environ
        | {
            "VICTIM": json.dumps(
                {
                    "address": sender.proxy.url,
                    "home": str(sender.home),
                    "file": str(sender.path),
                    "username": sender.target.admin.username,
                    "password": sender.target.admin.password,
                }
            )
        },
    )
    try:
        until(lambda: len(sender.offsets()) >= 5, seconds=30)
    finally:
        victim.kill()
        victim.wait()
    time.sleep(0.3)  # the piece that was on its way arrives
    reached = max(sender.offsets())
    before = len(sender.offsets())
    sender.proxy.misbehave()
    sender.is_there(sender.send())
    assert sender.offsets()[before] >= reached


def test_a_server_killed_in_mid_file_counts_what_it_had(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)
    killed: list[bool] = []
    with served(sender.target) as (process, url):
        sender.proxy.upstream = url

        def kill() -> None:
            if len(sender.offsets()) >= 4 and not killed:
                killed.append(True)
                process.kill()
                process.wait()
                sender.proxy.upstream = sender.target.url  # it is started again, elsewhere

        sender.is_there(sender.send(check=kill))
    assert killed
    offsets = sender.offsets()
    assert offsets.count(0) == 1  # it did not begin anew


def test_a_file_that_changes_while_it_is_sent_is_given_up(sender: Sender) -> None:
    sender.journal.keep_piece(sender.server.address, 1024 * 1024)

    def write() -> None:
        if len(sender.offsets()) == 3:
            os.utime(sender.path, (1, 1))

    with pytest.raises(FileChanged, match="while it was being sent"):
        sender.send(check=write)


def test_a_name_that_is_another_backup_s_there_gets_a_number(sender: Sender) -> None:
    sender.target.create("big", include_storage=False)
    sent = sender.send()
    assert sent.filename == "big-2.tar.gz"
    sender.is_there(sent)
