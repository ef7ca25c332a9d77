"""A token goes to its own server alone, and is renewed once however many need it."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from kuroibara_desktop.core.backups import RemoteBackup
from kuroibara_desktop.core.errors import CaptivePortal, NotKuroibara, SignInRequired
from kuroibara_desktop.core.tokens import Login, Tokens
from kuroibara_desktop.secrets import FileStore, SessionStore
from kuroibara_desktop.server import Server, probe
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

BACKUP = RemoteBackup(filename="a.tar.gz", size=1, created_at=datetime.now(UTC))


def jwt(lives: timedelta, name: str = "") -> str:
    claims = {"exp": (datetime.now(UTC) + lives).timestamp(), "sub": name}
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"h.{body}.s"


Script = Callable[[str, str | None], tuple[int, dict[str, str], Any]]


class Quiet(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up in the middle is what some of these tests are about."""


class Scripted:
    """A server that answers as one function says, and remembers what it was sent."""

    def __init__(
        self, answer: Callable[[str, str | None], tuple[int, dict[str, str], Any]]
    ) -> None:
        self.seen: list[tuple[str, str | None]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                token = self.headers["Authorization"]
                length = int(self.headers["Content-Length"] or 0)
                self.rfile.read(length)
                outer.seen.append((self.path, token))
                status, headers, body = answer(self.path, token)
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for key, value in ({"Content-Type": "application/json"} | headers).items():
                    self.send_header(key, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_POST = do_GET  # noqa: N815  the base class's name

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  likewise
                pass

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def scripted() -> Iterator[Callable[[Script], Scripted]]:
    running: list[Scripted] = []

    def start(answer: Script) -> Scripted:
        running.append(Scripted(answer))
        return running[-1]

    yield start
    for server in running:
        server.close()


@contextmanager
def client(url: str, store: Any, lock: Path) -> Iterator[Server]:
    with Server(url, tokens=store, lock=lock, engine=True) as server:
        yield server


def test_a_redirect_never_gets_the_token(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    thief = scripted(lambda *_: (200, {}, {"backups": []}))
    ours = scripted(lambda path, _: (302, {"Location": thief.url + path}, b""))
    store = SessionStore()
    store.save(ours.url, Tokens(access=jwt(timedelta(hours=1))))
    with client(ours.url, store, tmp_path / "lock") as server:
        with pytest.raises(CaptivePortal, match="sends on to"):
            server.backups()
        with pytest.raises(CaptivePortal, match="sends on to"), server.open(BACKUP):
            pass
    assert thief.seen == []
    assert all(token for _, token in ours.seen)


def test_probe_follows_nobody_but_the_same_host_to_https(
    scripted: Callable[[Script], Scripted],
) -> None:
    other = scripted(lambda *_: (200, {}, {}))
    portal = scripted(lambda *_: (302, {"Location": other.url + "/login"}, b""))
    with pytest.raises(CaptivePortal, match="sends on to"):
        probe(portal.url)
    assert other.seen == []


@pytest.mark.parametrize("target", ["https://[", "//[x", "?" * 9, ""])
def test_whoever_sends_on_to_no_address_is_told(
    scripted: Callable[[Script], Scripted], target: str
) -> None:
    portal = scripted(lambda *_: (302, {"Location": target}, b""))
    with pytest.raises(CaptivePortal, match="sends on to another page"):
        probe(portal.url)


def renewing(renewed: list[str], slow: threading.Event | None = None) -> Script:
    def answer(path: str, token: str | None) -> tuple[int, dict[str, str], Any]:
        if path.endswith("/auth/refresh"):
            if slow is not None:
                slow.wait(0.3)
            renewed.append(jwt(timedelta(hours=1), f"new {len(renewed)}"))
            return 200, {}, {"access_token": renewed[-1], "refresh_token": "next"}
        if not renewed or token != f"Bearer {renewed[-1]}":
            return 401, {}, {"detail": "Could not validate credentials"}
        return 200, {}, {"backups": []}

    return answer


def test_a_token_about_to_end_is_renewed_before_it_is_sent(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    renewed: list[str] = []
    there = scripted(renewing(renewed))
    store = SessionStore()
    store.save(there.url, Tokens(access=jwt(timedelta(seconds=30)), refresh="r"))
    with client(there.url, store, tmp_path / "lock") as server:
        assert server.backups() == []
    assert [path for path, _ in there.seen] == ["/api/v1/auth/refresh", "/api/v1/backup/list"]
    assert store.load(there.url) == Tokens(access=renewed[0], refresh="next")


def test_who_signed_out_stays_signed_out_whatever_another_process_still_holds(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    renewed: list[str] = []
    there = scripted(renewing(renewed))  # a plain Kuroibara: its tokens outlive a log-out
    mine, theirs = FileStore(tmp_path / "token"), FileStore(tmp_path / "token")
    login = Login(username="anna", password="kept")
    mine.save(there.url, Tokens(access=jwt(timedelta(hours=1)), refresh="r", login=login))
    with (
        client(there.url, mine, tmp_path / "lock") as window,
        client(there.url, theirs, tmp_path / "lock") as command,
    ):
        assert command.signed_in  # it has read them
        window.sign_out()
        with pytest.raises(SignInRequired):
            command.backups()
    assert renewed == []
    assert mine.load(there.url) is None


def test_signing_out_outlives_a_renewal_that_is_under_way_elsewhere(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    renewed: list[str] = []
    there = scripted(renewing(renewed, threading.Event()))
    mine, theirs = FileStore(tmp_path / "token"), FileStore(tmp_path / "token")
    mine.save(there.url, Tokens(access=jwt(timedelta(seconds=30)), refresh="r"))
    with (
        client(there.url, mine, tmp_path / "lock") as window,
        client(there.url, theirs, tmp_path / "lock") as command,
        ThreadPoolExecutor(1) as pool,
    ):
        asked = pool.submit(command.backups)
        until(lambda: there.seen)  # its answer takes a while
        window.sign_out()
        assert asked.result() == []
    assert len(renewed) == 1
    assert mine.load(there.url) is None


def test_many_threads_and_processes_renew_once(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    renewed: list[str] = []
    there = scripted(renewing(renewed, threading.Event()))
    FileStore(tmp_path / "token").save(
        there.url, Tokens(access=jwt(timedelta(hours=1), "withdrawn"), refresh="r")
    )
    failures: list[Exception] = []

    def ask() -> None:
        # Its own client and store, as another process would have; the lock file is shared.
        try:
            with client(there.url, FileStore(tmp_path / "token"), tmp_path / "lock") as server:
                server.backups()
        except Exception as error:  # a failure in a thread must reach the test
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(renewed) == 1


def test_a_clock_that_is_wrong_here_does_not_ask_for_a_token_each_time(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    renewed: list[str] = []
    there = scripted(renewing(renewed))
    store = SessionStore()
    store.save(there.url, Tokens(access=jwt(timedelta(hours=1)), refresh="r"))
    ahead = timedelta(days=1)
    with Server(
        there.url,
        tokens=store,
        lock=tmp_path / "lock",
        engine=True,
        now=lambda: datetime.now(UTC) + ahead,
    ) as server:
        for _ in range(3):
            server.backups()
        assert abs(server.skew + ahead) < timedelta(seconds=5)
    assert len(renewed) == 1


def test_a_refused_renewal_asks_to_sign_in_again(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    there = scripted(lambda *_: (401, {}, {"detail": "Invalid refresh token"}))
    store = SessionStore()
    store.save(there.url, Tokens(access=jwt(timedelta(0)), refresh="r"))
    with client(there.url, store, tmp_path / "lock") as server:
        with pytest.raises(SignInRequired) as refused:
            server.backups()
    assert "Sign in again" in refused.value.remedy


def test_an_endless_answer_is_cut_off(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    there = scripted(lambda *_: (200, {}, b"[" * (70 * 1024 * 1024)))
    store = SessionStore()
    store.save(there.url, Tokens(access=jwt(timedelta(hours=1))))
    with client(there.url, store, tmp_path / "lock") as server:
        with pytest.raises(NotKuroibara, match="without end"):
            server.backups()


def test_deep_nesting_is_refused_with_a_sentence(
    scripted: Callable[[Script], Scripted], tmp_path: Path
) -> None:
    there = scripted(lambda *_: (200, {}, b"[" * 200_000))
    store = SessionStore()
    store.save(there.url, Tokens(access=jwt(timedelta(hours=1))))
    with client(there.url, store, tmp_path / "lock") as server:
        with pytest.raises(NotKuroibara, match="in a form that is not understood"):
            server.backups()
