"""A laptop whose lid closes in any request of the log-in or of the refresh stays signed in.

No token is lost, nobody is signed out, and no second device is left behind.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui.desk import Desk
from tests.support.faulty import BAD_GATEWAY, Fault, FaultyProxy
from tests.support.lid import PASSPHRASE
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.engine import RunningEngine

LOG_IN = {
    "the password": ("/auth/login", "POST"),
    "who one is": ("/users/me", "GET"),
    "what one may": ("/backup/capabilities", "GET"),
    "a device": ("/backup/devices", "POST"),
}
REFRESH = ("/auth/refresh", "POST")
WAYS: dict[str, dict[str, Any]] = {
    "the answer is lost": {"cut_after": 0},
    "half an answer comes": {"cut_after": 20},
    "the way is gone": {"answer": BAD_GATEWAY},
}


class Laptop:
    """One home, with its sign-in in a sealed file, before an engine behind a bad way."""

    def __init__(self, folder: Path, engine: RunningEngine, proxy: FaultyProxy) -> None:
        self.folder, self.engine, self.proxy = folder, engine, proxy
        self.home = Home(config=folder / "config", data=folder / "data")
        self.before = self._alive()

    def _alive(self) -> set[str]:
        with self.engine.client() as client:
            found = client.get("/backup/devices").json()["devices"]
        return {one["id"] for one in found if one["alive"]}

    def devices(self) -> int:
        """How many devices this laptop has made that are still let in."""
        return len(self._alive() - self.before)

    def opened(self) -> Desk:
        """As the next start makes it."""
        desk = Desk(self.home)
        desk.keeping.seal(PASSPHRASE)
        return desk

    def sign_in(self) -> None:
        desk = self.opened()
        try:
            admin = self.engine.admin
            desk.sign_in(desk.probe(self.proxy.url), admin.username, admin.password, None)
        finally:
            desk.close()

    def list(self) -> None:
        desk = self.opened()
        try:
            desk.server().backups()
        finally:
            desk.close()

    def half_an_hour_later(self) -> None:
        """The next call must renew the sign-in."""
        store = self.opened().store()
        kept = store.load(self.proxy.url)
        assert kept is not None
        assert kept.refresh is not None
        store.save(self.proxy.url, replace(kept, access=""))

    def started(self, *, sign_in: bool) -> subprocess.Popen[bytes]:
        admin = self.engine.admin
        who = (admin.username, admin.password) if sign_in else ("", "")
        command = [sys.executable, "-m", "tests.support.lid"]
        return subprocess.Popen(
            [*command, str(self.folder), self.proxy.url, *who], stdout=subprocess.PIPE
        )


@pytest.fixture
def laptop(
    shared_engine: RunningEngine, faulty: Callable[[str], FaultyProxy], tmp_path: Path
) -> Iterator[Laptop]:
    made = Laptop(tmp_path, shared_engine, faulty(shared_engine.url))
    yield made
    made.proxy.misbehave()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("request_", LOG_IN)
def test_a_log_in_that_was_cut_off_is_done_again(request_: str, way: str, laptop: Laptop) -> None:
    path, method = LOG_IN[request_]
    laptop.proxy.misbehave(Fault(only=path, method=method, times=1, **WAYS[way]))
    try:
        laptop.sign_in()
    except BackupError:
        laptop.sign_in()  # the user presses once more
    laptop.list()
    assert laptop.devices() <= 1
    laptop.sign_in()
    laptop.list()
    assert laptop.devices() == 1


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("request_", LOG_IN)
def test_a_second_log_in_that_was_cut_off_signs_nobody_out(
    request_: str, way: str, laptop: Laptop
) -> None:
    laptop.sign_in()
    path, method = LOG_IN[request_]
    laptop.proxy.misbehave(Fault(only=path, method=method, times=1, **WAYS[way]))
    try:
        laptop.sign_in()
    except BackupError:
        laptop.list()  # what was there goes on
    laptop.sign_in()
    laptop.list()
    assert laptop.devices() == 1


@pytest.mark.parametrize("way", WAYS)
def test_a_refresh_that_was_cut_off_is_done_again(way: str, laptop: Laptop) -> None:
    laptop.sign_in()
    path, method = REFRESH
    for _ in range(2):
        laptop.half_an_hour_later()
        laptop.proxy.misbehave(Fault(only=path, method=method, times=1, **WAYS[way]))
        with pytest.raises(BackupError):
            laptop.list()
        laptop.list()
    assert laptop.devices() == 1


def asked(laptop: Laptop, path: str, method: str) -> int:
    return len(laptop.proxy.passed(path, method))


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "asleep"])
@pytest.mark.parametrize("request_", [*LOG_IN, "a refresh"])
def test_an_app_that_is_killed_or_put_to_sleep_in_a_request_goes_on(
    request_: str, end: signal.Signals, laptop: Laptop
) -> None:
    path, method = {**LOG_IN, "a refresh": REFRESH}[request_]
    signs_in = request_ in LOG_IN
    if not signs_in:
        laptop.sign_in()
        laptop.half_an_hour_later()
    before = asked(laptop, path, method)
    skipped = 1 if request_ == "what one may" else 0  # the probe asks the same, unsigned, before
    if skipped:
        laptop.proxy.misbehave(
            Fault(only=path, method=method, times=1),
            Fault(only=path, method=method, then=True, hang_after=0),
        )
    else:
        laptop.proxy.misbehave(Fault(only=path, method=method, hang_after=0))
    app = laptop.started(sign_in=signs_in)
    until(lambda: asked(laptop, path, method) > before + skipped, seconds=60)
    app.send_signal(end)
    laptop.proxy.misbehave()
    laptop.proxy.refuse()  # the network goes with the lid
    laptop.proxy.listen()
    if end is signal.SIGSTOP:
        app.send_signal(signal.SIGCONT)
    app.communicate(timeout=60)
    if signs_in:
        laptop.sign_in()
    laptop.list()
    assert laptop.devices() <= 1
    laptop.sign_in()
    laptop.list()
    assert laptop.devices() == 1
