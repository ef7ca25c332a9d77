"""One server: signing in, and every call the app makes."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, BinaryIO, Self
from urllib.parse import quote

import httpx

from kuroibara_backup.errors import BackupError, NotFound
from kuroibara_desktop.core.backups import RemoteStatus
from kuroibara_desktop.core.errors import BackupReplaced, NotKuroibara, ServerRefused
from kuroibara_desktop.core.tokens import Login
from kuroibara_desktop.server import reading
from kuroibara_desktop.server.archives import ArchiveCalls
from kuroibara_desktop.server.body import Body, opened
from kuroibara_desktop.server.calling import Calls
from kuroibara_desktop.server.devices import DeviceCalls
from kuroibara_desktop.server.restores import RestoreCalls
from kuroibara_desktop.server.rules import RuleCalls
from kuroibara_desktop.server.uploads import UploadCalls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kuroibara_desktop.core.backups import RemoteBackup
    from kuroibara_desktop.core.jobs import ServerJob, StartedJob
    from kuroibara_desktop.core.restores import Deed, Proof
    from kuroibara_desktop.core.tokens import TokenStore
    from kuroibara_desktop.core.ways import Way
    from kuroibara_desktop.server.reading import Account, Capabilities

PLAIN_LIST_PATIENCE = 180.0  # seconds: each call makes a plain Kuroibara inflate every archive
PLAIN_LIST_EVERY = 60.0


class Server:
    """A Kuroibara server with our engine, or a plain one.

    Every call may be made from any thread, blocks, and raises a `BackupError`. The token is sent
    to this address alone. What only the engine can do is grouped: `archives`, `uploads`,
    `restores`, `rules`, `devices`; a plain Kuroibara answers those calls with `NotFound`.
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
        pin: str | None = None,
        way: Way | None = None,
    ) -> None:
        self.address = address
        self.list_every = list_every
        self._calls = Calls(address, tokens=tokens, lock=lock, now=now, pin=pin, way=way)
        self.host = self._calls.host
        self._clock = clock
        self._engine = engine
        self._listed: tuple[float, list[RemoteBackup]] | None = None
        self._looks: dict[str, tuple[int, datetime]] | None = None  # of the files in that list
        self._listing = threading.Lock()
        self._zone: tzinfo | None = None
        self.archives = ArchiveCalls(self._calls)
        self.uploads = UploadCalls(self._calls)
        self.restores = RestoreCalls(self._calls)
        self.rules = RuleCalls(self._calls)
        self.devices = DeviceCalls(self._calls)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._calls.close()

    @property
    def skew(self) -> timedelta:
        """The server's clock minus this computer's, by the last answer; within two seconds."""
        return self._calls.skew

    @property
    def signed_in(self) -> bool:
        """Whether a sign-in is kept; whether the server still takes it, `me` tells."""
        return self._calls.session.known

    @property
    def own_device(self) -> str | None:
        """The id of this computer's own device at the server, where it has one."""
        device = self._calls.session.device
        return device.id if device else None

    @property
    def engine(self) -> bool:
        """Whether our engine answers there; asks the server once."""
        if self._engine is None:
            self.capabilities(signed=False)
        return bool(self._engine)

    # Who

    def sign_in(
        self, username: str, password: str, code: str | None = None, *, stay: bool = False
    ) -> Account:
        """Sign in and keep the tokens; raises `CodeRequired` when a code must be asked for.

        To `stay`, the password is kept with them, where it alone is enough.
        """
        login = Login(username=username, password=password)
        tokens = self._calls.log_in(login, code)
        if stay and not code:
            tokens = replace(tokens, login=login)
        self.devices.leave(self._calls.session.begin(tokens))
        return self.me()

    @property
    def ends_at(self) -> datetime | None:
        """When a person must sign in again; None when it goes on by itself, or nobody knows."""
        ends = self._calls.session.ends_at
        return datetime.fromtimestamp(ends, UTC) if ends is not None else None

    def sign_out(self) -> None:
        """Forget the sign-in here, and tell the server if it listens."""
        self.devices.leave(self._calls.session.device)
        tokens = self._calls.session.end()
        if tokens is None:
            return
        if not tokens.access:
            return
        try:
            self._calls.send("POST", "/auth/logout", doing="signing out", access=tokens.access)
        except BackupError:  # it is forgotten here all the same, and ends by itself there
            return

    def me(self) -> Account:
        return self._calls.get("/users/me", reading.account, "your account")

    def prove(self, deed: Deed, password: str, code: str | None = None) -> Proof:
        """Give the password once more, for five minutes of this one deed.

        A wrong one is `WrongPassword` and counts as a failed sign-in.
        """
        question: dict[str, object] = {"action": deed.value, "password": password}
        if code:
            question["totp_code"] = code
        return self._calls.tell(
            "POST", "/backup/confirm", question, reading.proof, doing="checking the password"
        )

    # What

    def capabilities(self, *, signed: bool = True) -> Capabilities | None:
        """What the engine can do, and this account with it; None when a plain Kuroibara answers."""
        try:
            answer = self._calls.ask(
                "GET",
                "/backup/capabilities",
                doing="asking the server",
                signed=signed and self.signed_in,
            )
        except (NotFound, NotKuroibara, ServerRefused):
            self._engine = False
            return None
        self._engine = True
        return self._calls.read(answer, reading.capabilities, "what the engine can do")

    def backups(self) -> list[RemoteBackup]:
        """The server's backups.

        A plain Kuroibara is asked at most once in `list_every` seconds, and given three minutes;
        in between, its last answer is returned again. It does not say what it is still writing:
        that is a file which looked otherwise, or was not there, in the answer before.
        """
        if self.engine:
            return self._calls.get("/backup/list", self._backups, "the list of backups")
        with self._listing:
            if self._listed is None or self._clock() - self._listed[0] >= self.list_every:
                self._zone = self._zone or self._server_zone()
                found = self._calls.get(
                    "/backup/list",
                    self._backups,
                    "the list of backups",
                    timeout=httpx.Timeout(PLAIN_LIST_PATIENCE, connect=10.0),
                )
                before, self._looks = self._looks, {one.filename: _looks(one) for one in found}
                self._listed = (self._clock(), [_settled(one, before) for one in found])
            return list(self._listed[1])

    def _backups(self, value: object) -> list[RemoteBackup]:
        return reading.backups(value, zone=self._zone or UTC)

    def _server_zone(self) -> tzinfo:
        """The zone in which a plain Kuroibara means its times, as well as we can know it."""
        try:
            zone = self._calls.get("/backup/schedule", reading.zone_of_schedule, "the schedule")
        except (NotFound, NotKuroibara, ServerRefused):
            zone = None
        return zone or UTC

    def create(self, name: str | None, include_storage: bool) -> StartedJob:
        question: dict[str, object] = {"include_storage": include_storage}
        if name:
            question["backup_name"] = name
        return self._calls.tell(
            "POST", "/backup/create", question, reading.started, doing="asking for a backup"
        )

    def job(self, job_id: str) -> ServerJob:
        return self._calls.get(f"/backup/jobs/{quote(job_id, safe='')}", reading.job, "the job")

    def cancel(self, job_id: str) -> ServerJob:
        return self._calls.tell(
            "POST",
            f"/backup/jobs/{quote(job_id, safe='')}/cancel",
            None,
            reading.job,
            doing="cancelling the job",
        )

    def delete(self, backup: RemoteBackup, *, proof: Proof | None = None) -> None:
        """Delete a backup, for good; an engine wants a proof."""
        self.archives.delete(backup.filename, proof=proof)
        with self._listing:
            if self._listed is not None:  # it is not asked again so soon
                asked, found = self._listed
                left = [one for one in found if one.filename != backup.filename]
                self._listed = (asked, left)

    # Bytes

    def send_to_restore(self, filename: str, file: BinaryIO) -> None:
        """Kuroibara's own call: a whole backup in one request, to be restored at once.

        A plain Kuroibara answers before it begins, and never tells what became of it.
        """
        self._calls.post_file(
            "/backup/upload-restore", "backup_file", filename, file, doing="sending the backup"
        )

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
        path = f"/backup/download/{quote(backup.filename, safe='')}"
        with self._calls.opened(path, headers) as response:
            if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise BackupReplaced("The backup on the server is now shorter than what is here.")
            if response.status_code not in (200, 206):
                raise self._calls.refusal(response)
            yield opened(response, host=self.host, start=start, etag=etag)


def _looks(backup: RemoteBackup) -> tuple[int, datetime]:
    return backup.size, backup.created_at


def _settled(
    backup: RemoteBackup, before: Mapping[str, tuple[int, datetime]] | None
) -> RemoteBackup:
    """The backup, said to be written when it does not look as it did `before`."""
    if before is None or before.get(backup.filename) == _looks(backup):
        return backup
    return replace(backup, status=RemoteStatus.BEING_WRITTEN)
