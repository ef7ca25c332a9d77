"""A computer with a token of its own stays signed in when its person's sign-in has run out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.errors import ServerRefused, SignInRequired
from kuroibara_desktop.core.tokens import DeviceToken, Tokens
from kuroibara_desktop.secrets import FileStore
from kuroibara_desktop.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine


class Computer:
    """Starts the app again and again on the same token file."""

    def __init__(self, folder: Path, engine: RunningEngine) -> None:
        self.engine, self.store = engine, FileStore(folder / "token")
        self.lock = folder / "lock"

    def start(self) -> Server:
        return Server(self.engine.url, tokens=self.store, lock=self.lock, engine=True)

    def sign_in(self, name: str) -> DeviceToken:
        with self.start() as server:
            server.sign_in(self.engine.admin.username, self.engine.admin.password)
            server.devices.stay(name)
        device = self.kept().device
        assert device is not None
        return device

    def kept(self) -> Tokens:
        tokens = self.store.load(self.engine.url)
        assert tokens is not None
        return tokens

    def alive(self) -> set[str]:
        """The names of the devices that the engine still lets in."""
        with self.engine.client() as client:
            found = client.get("/backup/devices").json()["devices"]
        return {one["name"] for one in found if one["alive"]}


@pytest.fixture
def computer(shared_engine: RunningEngine, tmp_path: Path) -> Iterator[Computer]:
    made = Computer(tmp_path, shared_engine)
    yield made
    with made.start() as server:
        server.sign_in(shared_engine.admin.username, shared_engine.admin.password)
        server.sign_out()


def test_an_app_left_running_goes_on_when_the_sign_in_has_run_out(computer: Computer) -> None:
    device = computer.sign_in("left running")
    person = computer.kept()
    with computer.engine.client() as client:  # weeks pass: the person's tokens end
        token = {"Authorization": f"Bearer {person.access}"}
        assert client.post("/auth/logout", headers=token).status_code == 200
    with computer.start() as server:
        assert isinstance(server.backups(), list)
        with pytest.raises(ServerRefused) as refused:
            server.rules.statistics()
        assert refused.value.code == "device_not_allowed"
        assert "Sign in with your password" in refused.value.remedy
    assert computer.kept() == Tokens(access="", device=device)
    assert person.device == device
    with computer.start() as server:  # the next start asks with it at once
        assert server.signed_in
        assert isinstance(server.backups(), list)


def test_a_new_sign_in_leaves_one_device_behind(computer: Computer) -> None:
    first = computer.sign_in("once")
    second = computer.sign_in("twice")
    assert first.id != second.id
    assert {"once", "twice"} & computer.alive() == {"twice"}


def test_signing_out_takes_the_device_back(computer: Computer) -> None:
    computer.sign_in("going")
    with computer.start() as server:
        server.sign_out()
        assert not server.signed_in
    assert "going" not in computer.alive()


def test_a_revoked_device_is_asked_to_sign_in_again(computer: Computer) -> None:
    device = computer.sign_in("revoked")
    computer.store.save(computer.engine.url, Tokens(access="", device=device))
    with computer.engine.client() as client:
        assert client.delete(f"/backup/devices/{device.id}").status_code == 200
    with computer.start() as server, pytest.raises(SignInRequired) as refused:
        server.backups()
    assert "Sign in again" in refused.value.remedy


def test_no_token_of_a_device_is_ever_shown() -> None:
    tokens = Tokens(access="", device=DeviceToken(id="7", token="kbd_secret"))
    assert "kbd_secret" not in repr(tokens)
