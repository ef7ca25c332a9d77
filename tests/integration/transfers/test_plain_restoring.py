"""A plain Kuroibara gets a file of its own kind, whole, or nothing; and is watched afterwards."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import Cancelled, Refused
from kuroibara_desktop.core.errors import FileChanged
from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers.examining import examined
from kuroibara_desktop.transfers.plain_restoring import sent_to_plain
from tests.support.finished import never

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path
    from typing import TypeVar

    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.core.restoring import RestoreFile
    from kuroibara_desktop.transfers.plain_restoring import PlainOutcome
    from tests.support.plain_kuroibara import PlainKuroibara

    T = TypeVar("T")


def run(work: Generator[Progress, None, T], steps: list[Progress] | None = None) -> T:
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        if steps is not None:
            steps.append(step)


@pytest.fixture
def file(plain_kuroibara: PlainKuroibara, tmp_path: Path) -> RestoreFile:
    path = tmp_path / "mine.tar.gz"
    plain_kuroibara.add_backup("mine").rename(path)
    return run(examined(path, check=never))


@pytest.fixture
def server(plain_kuroibara: PlainKuroibara, tmp_path: Path) -> Iterator[Server]:
    with Server(plain_kuroibara.url, tokens=SessionStore(), lock=tmp_path / "lock") as server:
        server.sign_in("anna", "anna-password")
        yield server


def sent(
    server: Server,
    file: RestoreFile,
    check: Callable[[], None] = never,
    steps: list[Progress] | None = None,
) -> PlainOutcome:
    return run(sent_to_plain(server, file, check=check, patience=1.6), steps)


def test_it_gets_the_file_and_is_seen_to_answer(
    server: Server, file: RestoreFile, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.restore_freezes = False
    outcome = sent(server, file)
    assert outcome.answers
    assert "does not say what became of it" in outcome.sentence
    assert (plain_kuroibara.folder / "upload.tar.gz").read_bytes() == file.path.read_bytes()


def test_a_restore_that_hangs_the_server_is_said_to_hang(
    server: Server, file: RestoreFile, plain_kuroibara: PlainKuroibara
) -> None:
    steps: list[Progress] = []
    began = time.monotonic()
    outcome = sent(server, file, steps=steps)
    assert not outcome.answers
    assert "must restart it" in outcome.sentence
    assert time.monotonic() - began < 10  # no time-out of one question is waited for
    assert any(step.stage is Stage.RESTORING for step in steps)
    plain_kuroibara.frozen.clear()


def test_a_file_of_the_engine_never_leaves(
    server: Server, file: RestoreFile, plain_kuroibara: PlainKuroibara
) -> None:
    with pytest.raises(Refused, match="made by the backup engine"):
        sent(server, replace(file, format=2))
    assert not plain_kuroibara.asked("/backup/upload-restore", "POST")


def test_stopped_while_it_is_sent_nothing_is_restored(
    server: Server, file: RestoreFile, plain_kuroibara: PlainKuroibara
) -> None:
    def stop() -> None:
        raise Cancelled

    with file.path.open("ab") as more:  # large enough to be on its way for a while
        more.truncate(400_000_000)
    about = file.path.stat()
    large = replace(file, size=about.st_size, mtime_ns=about.st_mtime_ns)
    with pytest.raises(Cancelled):
        sent(server, large, check=stop)
    assert not (plain_kuroibara.folder / "upload.tar.gz").exists()


def test_a_file_that_changed_since_it_was_read_is_not_sent(
    server: Server, file: RestoreFile, plain_kuroibara: PlainKuroibara
) -> None:
    with pytest.raises(FileChanged):
        sent(server, replace(file, mtime_ns=1))
    assert not (plain_kuroibara.folder / "upload.tar.gz").exists()
