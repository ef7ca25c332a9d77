"""`pull` and the window work on one queue: never both at once, and neither in vain."""

from __future__ import annotations

import io
import json
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.cli import run
from kuroibara_desktop.core.transfers import TransferState
from kuroibara_desktop.profile import Home
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.queue import Queue
from kuroibara_desktop.vault import Vault
from tests.support.copies import put_copy, vault_at
from tests.support.faulty import UNAUTHORIZED, Fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy
    from tests.support.small_disk import SmallDisks

DOWNLOAD = "/backup/download/"


class Command:
    """`kuroibara-desktop` of somebody who is signed in, and the queue of their archive."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self._folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, name: str, *arguments: str, stdin: str = "") -> tuple[int, Any]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        self._capsys.readouterr()
        token = str(self._folder / "token")
        status = run([name, "--token-file", token, *arguments, "--json"])
        return status, json.loads(self._capsys.readouterr().out)

    def queue(self) -> Queue:
        home = Home.of_user()
        vault = Vault.open(self._folder / "offsite", catalog=home.catalog_file, locks=home.locks)
        return Queue(Journal(home.journal_file), vault.id, locks=home.locks)


@pytest.fixture
def proxy(shared_engine: RunningEngine, faulty: Callable[[str], FaultyProxy]) -> FaultyProxy:
    return faulty(shared_engine.url)


@pytest.fixture
def command(
    tmp_path: Path,
    proxy: FaultyProxy,
    shared_engine: RunningEngine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    monkeypatch.setenv("KUROIBARA_DESKTOP_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("KUROIBARA_TOKEN", raising=False)
    command = Command(tmp_path, monkeypatch, capsys)
    status, _ = command(
        *("login", proxy.url, "-u", shared_engine.admin.username, "--password-stdin"),
        *("--archive", str(tmp_path / "offsite")),
        stdin=shared_engine.admin.password + "\n",
    )
    assert status == 0
    return command


@pytest.fixture(scope="module", autouse=True)
def backups(shared_engine: RunningEngine) -> None:
    for name in ("one", "two"):
        shared_engine.create(name, include_storage=False)


def states(queue: Queue) -> dict[str, TransferState]:
    return {row.filename: row.state for row in queue.rows()}


def test_what_was_pulled_is_in_the_list_of_what_ended(command: Command) -> None:
    status, told = command("pull", "--all")
    assert (status, len(told["copies"])) == (0, 2)
    done = TransferState.DONE
    assert states(command.queue()) == {"one.tar.gz": done, "two.tar.gz": done}


def test_while_the_window_copies_pull_waits_its_turn(command: Command, proxy: FaultyProxy) -> None:
    holds, go = threading.Event(), threading.Event()

    def window() -> None:
        with command.queue().held():
            holds.set()
            assert go.wait(20)
            assert not proxy.passed(DOWNLOAD)

    thread = threading.Thread(target=window)
    thread.start()
    assert holds.wait(20)
    threading.Timer(1.5, go.set).start()
    began = time.monotonic()
    status, told = command("pull", "one")
    thread.join()
    assert time.monotonic() - began >= 1.4
    assert (status, [copy["filename"] for copy in told["copies"]]) == (0, ["one.tar.gz"])


def test_what_was_paused_is_wanted_now_by_who_pulls_it(
    command: Command, shared_engine: RunningEngine, tmp_path: Path
) -> None:
    home = Home.of_user()
    known = json.loads(home.profile_file.read_text())["servers"][0]
    queue = command.queue()
    with Server(shared_engine.url, tokens=SessionStore(), lock=tmp_path / "other lock") as server:
        server.sign_in(shared_engine.admin.username, shared_engine.admin.password)
        found = server.backups()
    rows = queue.add(known["instance_id"], "a-folder", found)
    for row in rows:
        queue.pause(row.id)
    status, _ = command("pull", "one")
    assert status == 0
    assert states(queue) == {
        "one.tar.gz": TransferState.DONE,
        "two.tar.gz": TransferState.PAUSED,
    }


def test_a_pull_that_cannot_be_leaves_the_queue_as_it_was(
    command: Command, proxy: FaultyProxy
) -> None:
    proxy.misbehave(
        Fault(only=DOWNLOAD, answer=UNAUTHORIZED), Fault(only="/auth/", answer=UNAUTHORIZED)
    )
    status, told = command("pull", "--all")
    assert (status, told["error"]["code"]) == (7, "sign_in_required")
    assert command.queue().rows() == []
    proxy.misbehave()


def test_an_old_copy_makes_room_only_for_who_says_so(
    command: Command, shared_engine: RunningEngine, small_disk: SmallDisks
) -> None:
    size = (shared_engine.engine_folder / "one.tar.gz").stat().st_size
    disk = small_disk(16 * 1024**2 + size * 2)  # that much is left free whatever comes
    home = Home.of_user()
    vault = vault_at(disk / "archive", home.data)
    instance = json.loads(home.profile_file.read_text())["servers"][0]["instance_id"]
    old = put_copy(
        vault,
        "old",
        datetime.now(UTC) - timedelta(days=40),
        full=False,
        data=os.urandom(size * 2 - 4096),
        instance_id=instance,
    )
    here = ("--archive", str(vault.folder))
    status, told = command("pull", "one", *here)
    assert (status, told["error"]["code"]) == (5, "no_room_beside")
    assert old.path.exists()
    status, told = command("pull", "one", *here, "--replace")
    assert status == 0, told
    assert not old.path.exists()
    assert [path.name for path in vault.folder.glob("*/*.tar.gz")] == ["one.tar.gz"]
