"""How a question reaches one server and comes back: the token, the time-outs, the bounds."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import httpx

from kuroibara_desktop.core.errors import NotKuroibara
from kuroibara_desktop.core.ways import Way
from kuroibara_desktop.server import fields, reading
from kuroibara_desktop.server.address import host_of, is_loopback
from kuroibara_desktop.server.border import readable, refusal
from kuroibara_desktop.server.session import Session
from kuroibara_desktop.server.tls import context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kuroibara_backup.errors import BackupError
    from kuroibara_desktop.core.tokens import Login, Tokens, TokenStore

T = TypeVar("T")

ANSWER_AT_MOST = 64 * 1024 * 1024  # 10,000 backups with their metadata take a tenth of it
TIMEOUT = httpx.Timeout(30.0, connect=10.0)
_WHOLE_FILE = httpx.Timeout(600.0, connect=10.0)  # a plain Kuroibara copies all of it, then answers
SILENCE = httpx.Timeout(60.0, connect=10.0)  # between two reads, or writes, of many bytes


def new_client(address: str, pin: str | None = None, way: Way | None = None) -> httpx.Client:
    """A client that follows nothing: a token, or a gateway's header, never leaves for elsewhere."""
    way = way or Way()
    return httpx.Client(
        verify=context(pin),
        timeout=TIMEOUT,
        follow_redirects=False,
        proxy=way.proxy if way.through else None,
        # A proxy of the system cannot see this computer's own ports.
        trust_env=not way.proxy and not is_loopback(address),
        headers={
            "User-Agent": "kuroibara-desktop",
            **dict(way.headers),
            "Accept-Encoding": "identity",
        },
    )


class Calls:
    """Questions to one server, signed in or not; paths are relative to /api/v1.

    Every call may be made from any thread, blocks, and raises a `BackupError`. The token is sent
    to this address alone.
    """

    def __init__(
        self,
        address: str,
        *,
        tokens: TokenStore,
        lock: Path,
        now: Callable[[], datetime],
        pin: str | None = None,
        way: Way | None = None,
    ) -> None:
        self.host = host_of(address)
        self._proxy = way.through if way else ""
        self.skew = timedelta()
        self._base = f"{address}/api/v1"
        self._client = new_client(address, pin, way)
        self._now = now
        self.session = Session(
            address,
            tokens,
            lock=lock,
            refresh=self._refreshed,
            again=self.log_in,
            now=lambda: self.server_time().timestamp(),
        )

    def close(self) -> None:
        self._client.close()

    def server_time(self) -> datetime:
        """What the server's clock shows, by its last answer."""
        return self._now() + self.skew

    def get(
        self,
        path: str,
        read: Callable[[object], T],
        what: str,
        *,
        headers: Mapping[str, str] | None = None,
        signed: bool = True,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> T:
        """Ask for `what`, and read it."""
        answer = self.ask(
            "GET", path, doing=f"asking for {what}", headers=headers, signed=signed, timeout=timeout
        )
        return self.read(answer, read, what)

    def tell(
        self,
        method: str,
        path: str,
        question: dict[str, object] | None,
        read: Callable[[object], T],
        *,
        doing: str,
        headers: Mapping[str, str] | None = None,
        signed: bool = True,
    ) -> T:
        """Have something done, and read what is answered; `doing` completes "while …"."""
        answer = self.ask(method, path, question, doing=doing, headers=headers, signed=signed)
        return self.read(answer, read, "its answer")

    def read(self, answer: bytes, read: Callable[[object], T], what: str) -> T:
        return fields.parsed(answer, read, host=self.host, asked=what)

    def ask(
        self,
        method: str,
        path: str,
        question: dict[str, object] | None = None,
        *,
        doing: str,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        signed: bool = True,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> bytes:
        """The body of a good answer; a 401 is answered once with a renewed token."""
        access = self.session.access() if signed else None
        for last in (False, True):
            status, answer, error = self.send(
                method,
                path,
                question,
                doing=doing,
                access=access,
                content=content,
                headers=headers,
                timeout=timeout,
            )
            if status != httpx.codes.UNAUTHORIZED or access is None or last:
                break
            access = self.session.renewed(access)
        if error is not None:
            raise error
        return answer

    def send(
        self,
        method: str,
        path: str,
        question: dict[str, object] | None = None,
        *,
        doing: str,
        access: str | None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> tuple[int, bytes, BackupError | None]:
        """One request, with this token or none: its status, its good answer or its refusal."""
        wanted = {"Accept": "application/json", **(headers or {})}
        if access is not None:
            wanted["Authorization"] = f"Bearer {access}"
        with readable(doing, self.host, proxy=self._proxy):
            request = self._client.build_request(
                method,
                self._base + path,
                json=question,
                content=content,
                headers=wanted,
                timeout=timeout,
            )
            response = self._client.send(request, stream=True)
            try:
                self._note(response)
                if response.is_success:
                    return response.status_code, _bounded(response, self.host), None
                return response.status_code, b"", self.refusal(response)
            finally:
                response.close()

    def post_file(self, path: str, part: str, filename: str, file: BinaryIO, *, doing: str) -> None:
        """Send a whole file as a form. It is read as it goes, so it cannot be tried again here."""
        access = self.session.access()
        with readable(doing, self.host, proxy=self._proxy):
            request = self._client.build_request(
                "POST",
                self._base + path,
                files={part: (filename, file, "application/gzip")},
                headers={"Accept": "application/json", "Authorization": f"Bearer {access}"},
                timeout=_WHOLE_FILE,
            )
            response = self._client.send(request, stream=True)
            try:
                self._note(response)
                if not response.is_success:
                    raise self.refusal(response)
                _bounded(response, self.host, at_most=1024 * 1024)
            finally:
                response.close()

    @contextmanager
    def opened(self, path: str, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        """The answer to a GET, its body unread; a 401 is answered once with a renewed token."""
        access = self.session.access()
        for last in (False, True):
            request = self._client.build_request(
                "GET",
                self._base + path,
                headers={**headers, "Authorization": f"Bearer {access}"},
                timeout=SILENCE,
            )
            with readable("opening the download", self.host, proxy=self._proxy):
                response = self._client.send(request, stream=True)
            try:
                self._note(response)
                if response.status_code == httpx.codes.UNAUTHORIZED and not last:
                    access = self.session.renewed(access)
                    continue
                yield response
                return
            finally:
                response.close()

    def refusal(self, response: httpx.Response) -> BackupError:
        """What an answer that is no success means; reads its body."""
        with readable("answering", self.host, proxy=self._proxy):
            body = _bounded(response, self.host, at_most=1024 * 1024)
        return refusal(response.status_code, response.headers, body, host=self.host)

    def log_in(self, login: Login, code: str | None = None) -> Tokens:
        """What a password gives; raises `CodeRequired` when a code must be asked for."""
        question: dict[str, object] = {"username": login.username, "password": login.password}
        if code:
            question["totp_code"] = code
        answer = self.ask("POST", "/auth/login", question, doing="signing in", signed=False)
        return self.read(answer, reading.tokens, "the sign-in")

    def _refreshed(self, refresh_token: str) -> Tokens:
        return self.tell(
            "POST",
            "/auth/refresh",
            {"refresh_token": refresh_token},
            reading.tokens,
            doing="renewing the sign-in",
            signed=False,
        )

    def _note(self, response: httpx.Response) -> None:
        skew = reading.skew_of(response.headers.get("date", ""), self._now())
        if skew is not None:
            self.skew = skew


def _bounded(response: httpx.Response, host: str, at_most: int = ANSWER_AT_MOST) -> bytes:
    answer = bytearray()
    for piece in response.iter_bytes():
        answer += piece
        if len(answer) > at_most:
            raise NotKuroibara(f"{host} sent an answer without end.")
    return bytes(answer)
