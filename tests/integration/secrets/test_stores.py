"""Tokens are kept where the user was told, in the real keyring first of all."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from keyring.backend import KeyringBackend

from kuroibara_backup.errors import InvalidRequest, NotAllowed
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.secrets import (
    EnvironmentStore,
    FileStore,
    KeyringStore,
    SessionStore,
    keyring_store,
)
from kuroibara_desktop.secrets.sealed import SealedStore
from tests.support.keyring_session import KeyringSessions, KeyringState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kuroibara_desktop.core.tokens import TokenStore

SERVER, OTHER = "http://nas:8000", "http://office:8000"
PAIR = Tokens(access="a" * 250, refresh="r" * 250)
LONG = Tokens(access="a" * 3000, refresh="r" * 3000)

PROGRAM = """
import json, sys
from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.secrets import keyring_store
try:
    store = keyring_store()
    for call, *arguments in json.loads(sys.argv[1]):
        if call == "save":
            store.save(arguments[0], Tokens(access=arguments[1], refresh=arguments[2]))
            print("saved")
        elif call == "load":
            found = store.load(arguments[0])
            print(json.dumps([found.access, found.refresh] if found else None))
        elif call == "forget":
            store.forget(arguments[0])
            print("forgotten")
        else:
            print(store.described)
except BackupError as error:
    print(type(error).__name__, "|", error.sentence, "|", error.remedy)
"""


def asked(env: dict[str, str], *calls: list[str]) -> list[str]:
    """What a program in that session prints."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(calls)],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_real_keyring_keeps_tokens_from_one_start_to_the_next(keyring_env: dict[str, str]) -> None:
    assert asked(keyring_env, ["load", SERVER], ["save", SERVER, "one", "two"]) == ["null", "saved"]
    answers = asked(keyring_env, ["load", SERVER], ["load", OTHER], ["described"])
    assert answers == ['["one", "two"]', "null", "in the keyring of your desktop"]
    assert asked(keyring_env, ["forget", SERVER], ["load", SERVER]) == ["forgotten", "null"]
    assert asked(keyring_env, ["forget", SERVER]) == ["forgotten"]


def test_long_tokens_come_back_whole(keyring_env: dict[str, str]) -> None:
    assert asked(keyring_env, ["save", SERVER, "a" * 5000, "r" * 5000], ["load", SERVER]) == [
        "saved",
        json.dumps(["a" * 5000, "r" * 5000]),
    ]
    assert asked(keyring_env, ["save", SERVER, "short", "er"], ["load", SERVER])[1] == (
        '["short", "er"]'
    )


@pytest.mark.parametrize("state", [KeyringState.NO_BUS, KeyringState.NO_KEYRING])
def test_missing_keyring_is_named_with_the_way_out(
    keyring_sessions: KeyringSessions, state: KeyringState
) -> None:
    [told] = asked(keyring_sessions(state), ["load", SERVER])
    assert told.startswith("KeyringMissing | No keyring answers on this computer.")
    assert "--token-file" in told


@pytest.mark.parametrize("backend", ["null.Keyring", "fail.Keyring", "chainer.ChainerBackend"])
def test_a_backend_that_somebody_set_is_never_taken(
    keyring_sessions: KeyringSessions, backend: str
) -> None:
    env = keyring_sessions(KeyringState.NO_BUS) | {
        "PYTHON_KEYRING_BACKEND": f"keyring.backends.{backend}"
    }
    [told] = asked(env, ["save", SERVER, "a", "b"])
    assert told.startswith("KeyringMissing")


def test_locked_keyring_is_no_sign_out(keyring_sessions: KeyringSessions) -> None:
    env = keyring_sessions(KeyringState.LOCKED)
    for call in (["load", SERVER], ["save", SERVER, "a", "b"]):
        [told] = asked(env, call)
        assert told.startswith("KeyringLocked | Your keyring is locked")
        assert "Unlock the keyring" in told


class Limited(KeyringBackend):
    """Windows takes so many characters in one entry, and refuses longer ones oddly."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring does not say
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > 1280:
            raise OSError(1783, "The stub received bad data")
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture(
    params=["session", "file", "sealed file", "keyring that takes short entries", "gnome-keyring"]
)
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> TokenStore:
    if request.param == "gnome-keyring":
        env: dict[str, str] = request.getfixturevalue("keyring_env")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", env["DBUS_SESSION_BUS_ADDRESS"])
        return keyring_store()
    made: dict[str, Callable[[], Any]] = {
        "session": SessionStore,
        "file": lambda: FileStore(tmp_path / "token"),
        "sealed file": lambda: SealedStore(tmp_path / "sealed", "a passphrase"),
    }
    found: TokenStore = made.get(request.param, lambda: KeyringStore(Limited()))()
    return found


@pytest.mark.parametrize("tokens", [PAIR, LONG, Tokens(access="only")])
def test_every_store_gives_back_what_it_got(store: TokenStore, tokens: Tokens) -> None:
    assert store.load(SERVER) is None
    store.save(SERVER, tokens)
    assert store.load(SERVER) == tokens
    store.save(SERVER, PAIR)
    assert store.load(SERVER) == PAIR
    store.forget(SERVER)
    assert store.load(SERVER) is None
    store.forget(SERVER)


def test_forgetting_leaves_no_piece_of_a_long_token() -> None:
    backend = Limited()
    store = KeyringStore(backend)
    store.save(SERVER, LONG)
    assert len(backend.entries) > 1
    store.forget(SERVER)
    assert backend.entries == {}


def test_token_file_is_its_owners_alone(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "token")
    store.save(SERVER, PAIR)
    assert (tmp_path / "token").stat().st_mode & 0o777 == 0o600
    (tmp_path / "token").chmod(0o644)
    with pytest.raises(NotAllowed, match="Others may read"):
        store.load(SERVER)


def test_token_file_with_nonsense_is_named(tmp_path: Path) -> None:
    (tmp_path / "token").write_text('{"access_token": 5}')
    (tmp_path / "token").chmod(0o600)
    with pytest.raises(InvalidRequest, match="holds no token"):
        FileStore(tmp_path / "token").load(SERVER)


def test_a_sealed_file_opens_with_its_passphrase_alone(tmp_path: Path) -> None:
    file = tmp_path / "sealed"
    SealedStore(file, "right").save(SERVER, PAIR)
    SealedStore(file, "right").save(OTHER, LONG)
    assert file.stat().st_mode & 0o777 == 0o600
    assert PAIR.access.encode() not in file.read_bytes()
    assert FileStore.is_sealed(file)
    again = SealedStore(file, "right")
    assert (again.load(SERVER), again.load(OTHER)) == (PAIR, LONG)
    for call in ("load", "forget"):
        with pytest.raises(NotAllowed, match="does not open"):
            getattr(SealedStore(file, "wrong"), call)(SERVER)
    with pytest.raises(NotAllowed, match="does not open"):
        SealedStore(file, "wrong").save(SERVER, PAIR)
    assert SealedStore(file, "right").load(SERVER) == PAIR


@pytest.mark.parametrize("at", [0, 40, 120, -10])
def test_a_changed_sealed_file_is_refused_and_kept(tmp_path: Path, at: int) -> None:
    file = tmp_path / "sealed"
    SealedStore(file, "right").save(SERVER, PAIR)
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    store = SealedStore(file, "right")
    with pytest.raises(NotAllowed) as refused:
        store.load(SERVER)
    assert "sign in anew" in refused.value.remedy
    with pytest.raises(NotAllowed):
        store.save(SERVER, PAIR)
    assert file.read_bytes() == data


def test_variable_serves_until_it_is_renewed() -> None:
    store = EnvironmentStore("bare")
    assert store.load(SERVER) == Tokens(access="bare")
    store.save(SERVER, PAIR)
    assert store.load(SERVER) == PAIR
    with pytest.raises(InvalidRequest, match="holds no token"):
        EnvironmentStore("  ")
