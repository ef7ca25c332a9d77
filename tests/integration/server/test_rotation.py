"""The desktop's sign-in at an engine that rotates: lost answers and kills sign nobody out."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest

from kuroibara_desktop.core.errors import ServerUnreachable, SignInRequired
from kuroibara_desktop.secrets import FileStore
from kuroibara_desktop.server import Server
from tests.support.faulty import Fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.core.tokens import Tokens
    from tests.support.engine import RunningEngine
    from tests.support.faulty import FaultyProxy

KILLED_BEFORE_SAVING = """
import os, signal, sys
from pathlib import Path
from kuroibara_desktop.secrets import FileStore
from kuroibara_desktop.server import Server

class Dying(FileStore):
    def save(self, server, tokens):
        os.kill(os.getpid(), signal.SIGKILL)  # renewed at the server, not yet on this disk

address, file, lock = sys.argv[1:]
with Server(address, tokens=Dying(Path(file)), lock=Path(lock), engine=True) as server:
    server.backups()
"""


class Home:
    """What a computer keeps of one sign-in: a token file and a lock."""

    def __init__(self, folder: Path, address: str, engine: RunningEngine) -> None:
        self.address = address
        self.file, self.lock = folder / "token", folder / "lock"
        with self.server() as server:
            server.sign_in(engine.admin.username, engine.admin.password)

    def server(self) -> Server:
        return Server(self.address, tokens=FileStore(self.file), lock=self.lock, engine=True)

    def kept(self) -> Tokens:
        tokens = FileStore(self.file).load(self.address)
        assert tokens is not None
        return tokens

    def forget_access(self) -> None:
        """As after half an hour: the next call must renew."""
        FileStore(self.file).save(self.address, replace(self.kept(), access=""))

    def list(self) -> None:
        with self.server() as server:
            server.backups()


def test_a_renewal_whose_answer_is_lost_is_done_again(
    shared_engine: RunningEngine, faulty: Callable[[str], FaultyProxy], tmp_path: Path
) -> None:
    proxy = faulty(shared_engine.url)
    home = Home(tmp_path, proxy.url, shared_engine)
    for _ in range(2):
        before = home.kept().refresh
        home.forget_access()
        for cut in (0, 20):
            proxy.misbehave(Fault(only="/auth/refresh", cut_after=cut))
            with pytest.raises(ServerUnreachable):
                home.list()
            assert home.kept().refresh == before
        proxy.misbehave()
        home.list()
        assert home.kept().refresh != before


def test_a_client_killed_before_it_kept_the_renewed_tokens_goes_on_with_the_old(
    shared_engine: RunningEngine, tmp_path: Path
) -> None:
    home = Home(tmp_path, shared_engine.url, shared_engine)
    for _ in range(2):
        before = home.kept().refresh
        home.forget_access()
        killed = subprocess.run(
            [
                *(sys.executable, "-c", KILLED_BEFORE_SAVING),
                *(home.address, str(home.file), str(home.lock)),
            ],
            check=False,
        )
        assert killed.returncode == -9
        assert home.kept().refresh == before
        home.list()
        assert home.kept().refresh != before


def test_a_copied_token_file_asks_both_to_sign_in_again(
    shared_engine: RunningEngine, tmp_path: Path
) -> None:
    home = Home(tmp_path, shared_engine.url, shared_engine)
    (tmp_path / "elsewhere").mkdir()
    copy = Home(tmp_path / "elsewhere", shared_engine.url, shared_engine)
    copy.file.write_bytes(home.file.read_bytes())
    for one in (home, copy, home):
        one.forget_access()
        one.list()
    copy.forget_access()
    with pytest.raises(SignInRequired) as refused:
        copy.list()
    assert "Sign in again" in refused.value.remedy
    with pytest.raises(SignInRequired):
        home.list()


def test_signing_out_ends_the_sign_in_at_the_server(
    shared_engine: RunningEngine, tmp_path: Path
) -> None:
    home = Home(tmp_path, shared_engine.url, shared_engine)
    kept = home.kept()
    with home.server() as server:
        server.sign_out()
    token = {"Authorization": f"Bearer {kept.access}"}
    assert httpx.get(f"{shared_engine.api}/users/me", headers=token).status_code == 401
    body = {"refresh_token": kept.refresh}
    assert httpx.post(f"{shared_engine.api}/auth/refresh", json=body).status_code == 401
