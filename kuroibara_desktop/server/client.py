"""One server: signing in, and every call the app makes."""

from __future__ import annotations

import ssl
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import quote

import httpx
import truststore

from kuroibara_backup.errors import BackupError, NotFound
from kuroibara_desktop.core.errors import BackupReplaced, NotKuroibara, ServerRefused
from kuroibara_desktop.server import reading
from kuroibara_desktop.server.address import host_of, is_loopback
from kuroibara_desktop.server.body import Body, opened
from kuroibara_desktop.server.border import readable, refusal
from kuroibara_desktop.server.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.core.jobs import ServerJob, StartedJob
    from kuroibara_desktop.core.tokens import Tokens, TokenStore
    from kuroibara_desktop.server.reading import Account, Capabilities

T = TypeVar("T")

ANSWER_AT_MOST = 64 * 1024 * 1024  # 10,000 backups with their metadata take a tenth of it
PLAIN_LIST_PATIENCE = 180.0  # seconds: each call makes a plain Kuroibara inflate every archive
PLAIN_LIST_EVERY = 60.0
_TIMEOUT = httpx.Timeout(30.0, connect=10.0)
_SILENCE = httpx.Timeout(60.0, connect=10.0)  # between two reads of a download


def new_client(address: str) -> httpx.Client:
    """A client that follows nothing: a token never leaves for another address."""
    return httpx.Client(
        verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        timeout=_TIMEOUT,
        follow_redirects=False,
        trust_env=not is_loopback(address),  # a proxy cannot see this computer's own ports
        headers={"Accept-Encoding": "identity", "User-Agent": "kuroibara-desktop"},
    )


class Server:
    """A Kuroibara server with our engine, or a plain one.

    Every call may be made from any thread, blocks, and raises a `BackupError`. The token is sent
    to this address alone.
    """

    def __init__(
        self,
        address: str,
        *,
        tokens: TokenStore,
        lock: Path,
        engine: bool | None = None,
        list_every: float = PLAIN_LIST_EVERY,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.address = address
        self.host = host_of(address)
        self.list_every = list_every
        self._base = f"{address}/api/v1"
        self._client = new_client(address)
        self._now = now
        self._clock = clock
        self._engine = engine
        self._skew = timedelta()
        self._listed: tuple[float, list[RemoteBackup]] | None = None
        self._listing = threading.Lock()
        self._zone: tzinfo | None = None
        self._session = Session(
            address,
            tokens,
            lock=lock,
            refresh=self._refreshed,
            now=lambda: (self._now() + self._skew).timestamp(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._client.close()

    @property
    def skew(self) -> timedelta:
        """The server's clock minus this computer's, by the last answer; within two seconds."""
        return self._skew

    @property
    def signed_in(self) -> bool:
        """Whether a sign-in is kept; whether the server still takes it, `me` tells."""
        return self._session.known

    @property
    def engine(self) -> bool:
        """Whether our engine answers there; asks the server once."""
        if self._engine is None:
            self.capabilities(signed=False)
        return bool(self._engine)

    # Who

    def sign_in(self, username: str, password: str, code: str | None = None) -> Account:
        """Sign in and keep the tokens; raises `CodeRequired` when a code must be asked for."""
        question: dict[str, object] = {"username": username, "password": password}
        if code:
            question["totp_code"] = code
        answer = self._ask("POST", "/auth/login", question, doing="signing in", signed=False)
        found = self._read(answer, reading.tokens, "the sign-in")
        self._session.begin(found)
        return self.me()

    def sign_out(self) -> None:
        """Forget the sign-in here, and tell the server if it listens."""
        tokens = self._session.end()
        if tokens is None:
            return
        try:
            self._send("POST", "/auth/logout", None, "signing out", tokens.access)
        except BackupError:  # it is forgotten here all the same, and ends by itself there
            return

    def me(self) -> Account:
        return self._get("/users/me", reading.account, "your account")

    def _refreshed(self, refresh_token: str) -> Tokens:
        answer = self._ask(
            "POST",
            "/auth/refresh",
            {"refresh_token": refresh_token},
            doing="renewing the sign-in",
            signed=False,
        )
        return self._read(answer, reading.tokens, "the new sign-in")

    # What

    def capabilities(self, *, signed: bool = True) -> Capabilities | None:
        """What the engine can do, and this account with it; None when a plain Kuroibara answers."""
        try:
            answer = self._ask(
                "GET",
                "/backup/capabilities",
                doing="asking the server",
                signed=signed and self.signed_in,
            )
        except (NotFound, NotKuroibara, ServerRefused):
            self._engine = False
            return None
        self._engine = True
        return self._read(answer, reading.capabilities, "what the engine can do")

    def backups(self) -> list[RemoteBackup]:
        """The server's backups.

        A plain Kuroibara is asked at most once in `list_every` seconds, and given three minutes;
        in between, its last answer is returned again.
        """
        if self.engine:
            return self._get("/backup/list", self._backups, "the list of backups")
        with self._listing:
            if self._listed is None or self._clock() - self._listed[0] >= self.list_every:
                self._zone = self._zone or self._server_zone()
                found = self._get(
                    "/backup/list",
                    self._backups,
                    "the list of backups",
                    timeout=httpx.Timeout(PLAIN_LIST_PATIENCE, connect=10.0),
                )
                self._listed = (self._clock(), found)
            return list(self._listed[1])

    def _backups(self, value: object) -> list[RemoteBackup]:
        return reading.backups(value, zone=self._zone or UTC)

    def _server_zone(self) -> tzinfo:
        """The zone in which a plain Kuroibara means its times, as well as we can know it."""
        try:
            zone = self._get("/backup/schedule", reading.zone_of_schedule, "the schedule")
        except (NotFound, NotKuroibara, ServerRefused):
            zone = None
        return zone or UTC

    def create(self, name: str | None, include_storage: bool) -> StartedJob:
        question: dict[str, object] = {"include_storage": include_storage}
        if name:
            question["backup_name"] = name
        answer = self._ask("POST", "/backup/create", question, doing="asking for a backup")
        return self._read(answer, reading.started, "its answer")

    def job(self, job_id: str) -> ServerJob:
        return self._get(f"/backup/jobs/{quote(job_id, safe='')}", reading.job, "the job")

    def cancel(self, job_id: str) -> ServerJob:
        answer = self._ask(
            "POST", f"/backup/jobs/{quote(job_id, safe='')}/cancel", doing="cancelling the job"
        )
        return self._read(answer, reading.job, "the job")

    # Bytes

    @contextmanager
    def open(
        self, backup: RemoteBackup, *, start: int = 0, etag: str | None = None
    ) -> Iterator[Body]:
        """Open the download of `backup` from `start` on, unless it is no longer `etag`.

        The body tells where it really starts. `BackupReplaced` means that the file on the server
        is now another one.
        """
        headers = {}
        if start:
            headers["Range"] = f"bytes={start}-"
            if etag:
                headers["If-Range"] = etag
        access = self._session.access()
        for last in (False, True):
            request = self._client.build_request(
                "GET",
                f"{self._base}/backup/download/{quote(backup.filename, safe='')}",
                headers=headers | {"Authorization": f"Bearer {access}"},
                timeout=_SILENCE,
            )
            with readable("opening the download", self.host):
                response = self._client.send(request, stream=True)
            try:
                self._noted(response)
                if response.status_code == httpx.codes.UNAUTHORIZED and not last:
                    access = self._session.renewed(access)
                    continue
                if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                    raise BackupReplaced(
                        "The backup on the server is now shorter than what is here."
                    )
                if response.status_code not in (200, 206):
                    raise self._refusal(response)
                yield opened(response, host=self.host, start=start, etag=etag)
                return
            finally:
                response.close()

    # How

    def _get(
        self,
        path: str,
        read: Callable[[object], T],
        what: str,
        *,
        timeout: httpx.Timeout = _TIMEOUT,
    ) -> T:
        answer = self._ask("GET", path, doing=f"asking for {what}", timeout=timeout)
        return self._read(answer, read, what)

    def _read(self, answer: bytes, read: Callable[[object], T], what: str) -> T:
        return reading.parsed(answer, read, host=self.host, asked=what)

    def _ask(
        self,
        method: str,
        path: str,
        question: dict[str, object] | None = None,
        *,
        doing: str,
        signed: bool = True,
        timeout: httpx.Timeout = _TIMEOUT,
    ) -> bytes:
        """The body of a good answer; a 401 is answered once with a renewed token."""
        access = self._session.access() if signed else None
        status, answer, error = self._send(method, path, question, doing, access, timeout)
        if status == httpx.codes.UNAUTHORIZED and access is not None:
            access = self._session.renewed(access)
            status, answer, error = self._send(method, path, question, doing, access, timeout)
        if error is not None:
            raise error
        return answer

    def _send(
        self,
        method: str,
        path: str,
        question: dict[str, object] | None,
        doing: str,
        access: str | None,
        timeout: httpx.Timeout = _TIMEOUT,
    ) -> tuple[int, bytes, BackupError | None]:
        headers = {"Accept": "application/json"}
        if access is not None:
            headers["Authorization"] = f"Bearer {access}"
        with readable(doing, self.host):
            request = self._client.build_request(
                method, self._base + path, json=question, headers=headers, timeout=timeout
            )
            response = self._client.send(request, stream=True)
            try:
                self._noted(response)
                if response.is_success:
                    return response.status_code, _bounded(response, self.host), None
                return response.status_code, b"", self._refusal(response)
            finally:
                response.close()

    def _refusal(self, response: httpx.Response) -> BackupError:
        with readable("answering", self.host):
            body = _bounded(response, self.host, at_most=1024 * 1024)
        return refusal(response.status_code, response.headers, body, host=self.host)

    def _noted(self, response: httpx.Response) -> None:
        skew = reading.skew_of(response.headers.get("date", ""), self._now())
        if skew is not None:
            self._skew = skew


def _bounded(response: httpx.Response, host: str, at_most: int = ANSWER_AT_MOST) -> bytes:
    answer = bytearray()
    for piece in response.iter_bytes():
        answer += piece
        if len(answer) > at_most:
            raise NotKuroibara(f"{host} sent an answer without end.")
    return bytes(answer)
