"""A bad network or server costs the client one sentence, and the next attempt works."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import BackupError, NoConnection
from kuroibara_desktop.core import errors
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server, probe
from tests.support.faulty import (
    BAD_GATEWAY,
    CAPTIVE_PORTAL,
    PLAIN_500,
    TOO_LARGE,
    UNAUTHORIZED,
    Answer,
    Fault,
    FaultyProxy,
    free_port,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.nginx import Nginx
    from tests.support.plain_kuroibara import PlainKuroibara


@pytest.fixture
def proxy(plain_kuroibara: PlainKuroibara, faulty: Callable[[str], FaultyProxy]) -> FaultyProxy:
    plain_kuroibara.add_backup("full")
    return faulty(plain_kuroibara.url)


@pytest.fixture
def server(proxy: FaultyProxy, tmp_path: Path) -> Iterator[Server]:
    """Signed in as anna, through the proxy."""
    lock = tmp_path / "lock"
    with Server(proxy.url, tokens=SessionStore(), lock=lock, list_every=0) as server:
        server.sign_in("anna", "anna-password")
        yield server


@pytest.mark.parametrize(
    ("fault", "kind", "sentence"),
    [
        (Fault(answer=CAPTIVE_PORTAL), errors.NotKuroibara, "sent a web page where"),
        (Fault(answer=PLAIN_500), errors.ServerFault, "broke off with Internal Server Error."),
        (Fault(answer=TOO_LARGE), errors.RequestTooLarge, "A proxy before the server refused"),
        (Fault(answer=BAD_GATEWAY), errors.ServerBusy, "the server is not ready"),
        (Fault(answer=UNAUTHORIZED), errors.SignInRequired, "has run out or was withdrawn"),
        (Fault(cut_after=20), errors.ServerUnreachable, "was lost while asking for your account"),
        (
            Fault(answer=Answer(status=200, content_type="application/json", body=b'{"id":')),
            errors.NotKuroibara,
            "in a form that is not understood",
        ),
        (
            Fault(answer=Answer(status=200, content_type="application/json", body=b"[" * 100_000)),
            errors.NotKuroibara,
            "in a form that is not understood",
        ),
        (
            Fault(answer=Answer(status=511, content_type="text/html", body=b"<html>")),
            BackupError,
            "127.0.0.1",
        ),
    ],
)
def test_each_strange_answer_has_a_sentence_and_the_next_try_works(
    server: Server, proxy: FaultyProxy, fault: Fault, kind: type[BackupError], sentence: str
) -> None:
    proxy.misbehave(fault)
    with pytest.raises(kind, match=sentence) as caught:
        server.me()
    assert caught.value.remedy
    assert "Traceback" not in caught.value.sentence
    proxy.misbehave()
    assert server.me().username == "anna"


def test_a_server_that_is_down_is_named_and_found_again(server: Server, proxy: FaultyProxy) -> None:
    proxy.refuse()
    with pytest.raises(errors.ServerUnreachable, match=r"Nothing answers at 127\.0\.0\.1"):
        server.me()
    proxy.listen()
    assert server.me().username == "anna"


def test_a_wrong_address_is_told_from_a_server_that_is_down(
    proxy: FaultyProxy, nginx: Nginx, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<html>My holiday pictures</html>")
    with pytest.raises(errors.NotKuroibara, match="no Kuroibara server"):
        probe(nginx.serving(tmp_path / "site"))
    with pytest.raises(errors.ServerUnreachable, match="Nothing answers"):
        probe(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(BackupError):
        probe("http://kuroibara.invalid")
    assert not probe(proxy.url).engine


def test_an_ssh_port_is_no_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def greet() -> None:
            with contextlib.suppress(OSError):
                for _ in range(2):
                    connection, _ = listener.accept()
                    with connection:
                        connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        with pytest.raises(NoConnection) as caught:
            probe(f"http://127.0.0.1:{listener.getsockname()[1]}")
        assert caught.value.remedy


def test_a_refused_access_token_is_renewed_once(server: Server, proxy: FaultyProxy) -> None:
    proxy.misbehave(Fault(only="/users/me", answer=UNAUTHORIZED, times=1))
    assert server.me().username == "anna"
    assert len(proxy.passed("/auth/refresh", "POST")) == 1


def test_a_revoked_sign_in_asks_for_the_password_and_takes_it(
    server: Server, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.accounts.key = "another key, as after a move to a new server"
    with pytest.raises(errors.SignInRequired, match="run out or was withdrawn"):
        server.backups()
    server.sign_in("anna", "anna-password")
    assert [backup.filename for backup in server.backups()] == ["full.tar.gz"]


def test_a_server_away_while_renewing_is_no_sign_out(server: Server, proxy: FaultyProxy) -> None:
    proxy.misbehave(
        Fault(only="/users/me", answer=UNAUTHORIZED, times=1),
        Fault(only="/auth/refresh", answer=BAD_GATEWAY),
    )
    with pytest.raises(errors.ServerBusy):
        server.me()
    proxy.misbehave()
    assert server.signed_in
    assert server.me().username == "anna"


def test_each_refused_sign_in_says_what_is_wrong(
    server: Server, plain_kuroibara: PlainKuroibara
) -> None:
    with pytest.raises(errors.WrongPassword):
        server.sign_in("anna", "wrong")
    with pytest.raises(errors.CodeRequired):
        server.sign_in("ben", "ben-password")
    with pytest.raises(errors.CodeWrong):
        server.sign_in("ben", "ben-password", "12345x")
    plain_kuroibara.add_user("carl", "carl-password", is_active=False)
    with pytest.raises(errors.AccountInactive):
        server.sign_in("carl", "carl-password")


def test_a_password_never_comes_back_in_a_sentence(server: Server) -> None:
    with pytest.raises(BackupError) as caught:
        server.sign_in("anna", "a-very-secret-password" + "\ud800")
    assert "very-secret" not in caught.value.sentence


def _first_bytes(server: Server, *, start: int = 0, etag: str | None = None) -> bytes:
    (backup,) = server.backups()
    with server.open(backup, start=start, etag=etag) as body:
        return b"".join(body)


def test_a_download_names_what_came_instead(server: Server, proxy: FaultyProxy) -> None:
    (backup,) = server.backups()
    whole = _first_bytes(server)
    proxy.misbehave(Fault(only="download", answer=CAPTIVE_PORTAL))
    with pytest.raises(errors.CaptivePortal, match="A web page came from"):
        _first_bytes(server)
    proxy.misbehave(Fault(only="download", answer=PLAIN_500))
    with pytest.raises(errors.ServerFault):
        _first_bytes(server)
    proxy.misbehave(Fault(only="download", cut_after=50_000))
    with pytest.raises(errors.ServerUnreachable, match="was lost while copying"):
        _first_bytes(server)
    proxy.misbehave(Fault(only="download", ignore_range=True))
    with server.open(backup, start=1000) as body:
        assert body.start == 0
        assert b"".join(body) == whole
    proxy.misbehave()
    assert _first_bytes(server, start=1000) == whole[1000:]


def test_a_replaced_backup_is_noticed_between_two_ranges(
    server: Server, plain_kuroibara: PlainKuroibara
) -> None:
    (backup,) = server.backups()
    with server.open(backup) as body:
        etag = body.etag
        assert etag is not None
        first = b"".join(body)
    plain_kuroibara.add_backup("full", mtime=1_700_000_000)
    with server.open(backup, start=1000, etag=etag) as body:
        assert body.start == 0
        assert body.etag != etag
        assert b"".join(body) != first
    (plain_kuroibara.archives / "full.tar.gz").write_bytes(b"short")
    with pytest.raises(errors.BackupReplaced):
        _first_bytes(server, start=1000)


def test_nginx_before_the_server_changes_nothing_for_a_download(
    nginx: Nginx, plain_kuroibara: PlainKuroibara, tmp_path: Path
) -> None:
    whole = plain_kuroibara.add_backup("full").read_bytes()
    address = nginx.before(plain_kuroibara.url)
    with Server(address, tokens=SessionStore(), lock=tmp_path / "lock", list_every=0) as server:
        server.sign_in("anna", "anna-password")
        assert _first_bytes(server, start=7) == whole[7:]
        plain_kuroibara.stop()
        with pytest.raises(errors.ServerBusy, match=r"The proxy before .* answered 502"):
            server.me()
        plain_kuroibara.start()
        assert server.me().username == "anna"


@pytest.mark.parametrize(
    "item",
    [
        {"filename": "half \ud800.tar.gz"},
        {"filename": "x.tar.gz", "metadata": {"half": "\udfff", "list": ["\ud800"]}},
        {"filename": "../../x.tar.gz"},
        {"filename": "x.tar.gz", "created_at": "0001-01-01T00:00:00"},
        {"filename": "x.tar.gz", "created_at": "9999-12-31T23:59:59.999999-23:59"},
    ],
)
def test_a_hostile_list_is_read_or_refused_never_a_crash(
    server: Server, proxy: FaultyProxy, item: dict[str, object]
) -> None:
    whole = {"size": 1, "created_at": "2026-11-22T03:41:00", "metadata": None, **item}
    proxy.misbehave(_json({"backups": [whole]}, only="/backup/list"))
    (backup,) = server.backups()
    json.dumps(dict(backup.metadata), ensure_ascii=False).encode()
    backup.filename.encode()
    proxy.misbehave()
    with pytest.raises(BackupError), server.open(backup):
        """No such file, whatever it is called."""


@pytest.mark.parametrize(
    "item",
    [{"size": 2**63}, {"size": -1}, {"size": "1"}, {"created_at": "yesterday"}, {"filename": 7}],
)
def test_a_nonsensical_list_is_refused_with_a_sentence(
    server: Server, proxy: FaultyProxy, item: dict[str, object]
) -> None:
    whole = {"filename": "x.tar.gz", "size": 1, "created_at": "2026-11-22T03:41:00", **item}
    proxy.misbehave(_json({"backups": [whole]}, only="/backup/list"))
    with pytest.raises(errors.NotKuroibara, match="in a form that is not understood"):
        server.backups()


def _json(document: object, *, only: str) -> Fault:
    body = json.dumps(document).encode()
    return Fault(only=only, answer=Answer(status=200, content_type="application/json", body=body))
