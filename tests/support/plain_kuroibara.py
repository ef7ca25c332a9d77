"""What does a plain Kuroibara 0.7.0 answer? A stand-in over real HTTP, quirks included.

Written from the reference, sections 1 to 3; `tests/contracts/test_plain_kuroibara.py` holds it to
that. Like the original it runs one event loop and blocks it: while a backup's storage is packed or
`/list` inflates archives, nobody gets an answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import tarfile
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Annotated, Any

import pytest
import uvicorn
from fastapi import (
    APIRouter,
    BackgroundTasks,
    Body,
    Depends,
    FastAPI,
    Header,
    HTTPException,
    Request,
)
from pydantic import BaseModel
from starlette.responses import Response  # noqa: TC002  FastAPI reads the routes' annotations

from tests.support import plain_accounts
from tests.support.format1 import make_format1
from tests.support.old_file_response import file_response
from tests.support.plain_accounts import Accounts, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, MutableMapping

_KEPT_BY_CLEANUP = 10
_DAMAGE = (tarfile.TarError, OSError, EOFError, KeyError, ValueError, zlib.error)


@dataclass(slots=True)
class Behaviour:
    """What a test may make worse; changes take effect with the next request."""

    list_seconds: float = 0.0
    """`/list` takes this long, and all other requests wait for it."""
    create_seconds: float = 0.0
    """A backup grows at its final name for this long."""
    create_blocks: bool = True
    """Nobody gets an answer while it grows, as upstream; False lets `/list` show it growing."""
    create_fails: bool = False
    """The job dies after its 200; upstream only writes a log line."""
    restore_freezes: bool = True
    """A genuine upload leaves `/users/me` and the sign-in without an answer for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    at: float


class _Create(BaseModel):
    backup_name: str | None = None
    include_storage: bool = True


class _AbruptServer(uvicorn.Server):
    """Ends as a killed one does: at once, and running answers are cut, not finished."""

    async def main_loop(self) -> None:
        while not await self.on_tick(0):
            await asyncio.sleep(0.02)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        while self.server_state.connections or self.server_state.tasks:
            for connection in list(self.server_state.connections):
                if connection.transport is not None:
                    connection.transport.abort()
            for task in list(self.server_state.tasks):
                task.cancel()
            await asyncio.sleep(0.005)


@dataclass(slots=True)
class PlainKuroibara:
    """A running stand-in; `url` is what a user would type as the server's address."""

    folder: Path
    zone: tzinfo = UTC
    make_dump: Callable[[], bytes] | None = None
    """Called for each backup's `database.sql`; None takes the committed seed."""
    accounts: Accounts = field(default_factory=Accounts)
    behaviour: Behaviour = field(default_factory=Behaviour)
    requests: list[Seen] = field(default_factory=list)
    frozen: threading.Event = field(default_factory=threading.Event)
    port: int = 0
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def archives(self) -> Path:
        return self.folder / "backups" / "archives"

    @property
    def storage(self) -> Path:
        return self.folder / "storage"

    def add_user(self, username: str, password: str, **more: Any) -> User:
        return self.accounts.add(User(username=username, password=password, **more))

    def add_backup(
        self, name: str, *, include_storage: bool = True, mtime: float | None = None
    ) -> Path:
        """Put a finished format 1 backup into the archive folder, without asking the server."""
        path = self._make(name, include_storage=include_storage)
        if mtime is not None:
            os.utime(path, (mtime, mtime))
        return path

    def asked(self, path: str, method: str = "GET") -> list[Seen]:
        """The requests so far whose path starts with `path` (below `/api/v1`)."""
        wanted = "/api/v1" + path
        return [r for r in self.requests if r.method == method and r.path.startswith(wanted)]

    def start(self) -> None:
        """Listen; after `stop` on the same port again."""
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            _application(self),
            log_config=None,
            lifespan="off",
            ws="none",
        )
        self._server = _AbruptServer(config)
        self._thread = threading.Thread(target=self._server.run, args=([listener],), daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.005)

    def stop(self) -> None:
        """Go away and cut whatever was being answered."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
            self._server = self._thread = None

    def _make(self, name: str, *, include_storage: bool) -> Path:
        return make_format1(
            self._target(name),
            self.make_dump() if self.make_dump is not None else None,
            self.storage if include_storage else None,
            name,
            zone=self.zone,
        )

    def _local(self, timestamp: float) -> str:
        return datetime.fromtimestamp(timestamp, self.zone).replace(tzinfo=None).isoformat()

    # What the routes below do

    def listing(self) -> dict[str, object]:
        time.sleep(self.behaviour.list_seconds)
        items: list[tuple[float, dict[str, object]]] = []
        with suppress(FileNotFoundError):  # a dangling link ends the loop, silently
            for name in os.listdir(self.archives):
                if name.endswith(".tar.gz"):
                    found = (self.archives / name).stat()
                    items.append((found.st_mtime, self._item(name, found)))
        items.sort(key=lambda pair: pair[0], reverse=True)
        backups = [item for _, item in items]
        total = sum(int(str(item["size"])) for item in backups)
        return {"backups": backups, "total_count": len(backups), "total_size": total}

    def _item(self, name: str, found: os.stat_result) -> dict[str, object]:
        return {
            "filename": name,
            "size": found.st_size,
            "created_at": self._local(found.st_mtime),
            "metadata": _metadata(self.archives / name),
            "download_url": f"/api/v1/backup/download/{name}",
        }

    async def create(self, name: str | None, *, include_storage: bool) -> None:
        """The background task: everything is made elsewhere first, then grows at its final name."""
        stamp = datetime.now(self.zone).strftime("%Y%m%d_%H%M%S")
        name = name or f"kuroibara_backup_{stamp}"
        if self.behaviour.create_fails or not self._target(name).parent.is_dir():
            return
        staging = Path(mkdtemp(dir=self.folder))
        made = make_format1(
            staging / self._target(name).name,
            self.make_dump() if self.make_dump is not None else None,
            self.storage if include_storage else None,
            name,
            zone=self.zone,
        )
        seconds, whole = self.behaviour.create_seconds, made.read_bytes()
        steps = 20 if seconds else 1
        with self._target(name).open("wb") as file:
            for step in range(steps):
                file.write(whole[len(whole) * step // steps : len(whole) * (step + 1) // steps])
                file.flush()
                if self.behaviour.create_blocks:
                    time.sleep(seconds / steps)
                else:
                    await asyncio.sleep(seconds / steps)
        shutil.rmtree(staging)

    def _target(self, name: str) -> Path:
        # A name with `/` in it, or an absolute one, goes where it points: upstream checks nothing.
        return Path(os.path.join(self.archives, f"{name}.tar.gz"))

    def named(self, filename: str) -> Path:
        """The file a download or delete is about."""
        if not filename.endswith(".tar.gz") or ".." in filename:
            raise HTTPException(400, "Invalid filename")
        path = self.archives / filename
        if not path.exists():
            raise HTTPException(404, "Backup file not found")
        return path

    def next_run(self, now: datetime, hour: int, due: Callable[[datetime], bool]) -> str:
        day = now.replace(hour=hour, minute=0, second=0, microsecond=0)
        while day <= now or not due(day):
            day += timedelta(days=1)
        return day.isoformat()


def _metadata(path: Path) -> object:
    """Inflates the whole archive, as upstream does on every `/list`."""
    try:
        with tarfile.open(path, "r:gz") as tar:
            member = tar.extractfile("backup_metadata.json")
            return None if member is None else json.load(member)
    except _DAMAGE:
        return None


def _application(server: PlainKuroibara) -> Callable[..., Any]:
    app = FastAPI(docs_url="/api/docs", openapi_url="/api/openapi.json")
    app.include_router(plain_accounts.routes(server.accounts), prefix="/api/v1")
    app.include_router(_backup_routes(server), prefix="/api/v1/backup")

    async def recorded(
        scope: MutableMapping[str, Any], receive: Callable[..., Any], send: Callable[..., Any]
    ) -> None:
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        server.requests.append(
            Seen(method=scope["method"], path=scope["path"], headers=headers, at=time.monotonic())
        )
        while server.frozen.is_set() and scope["path"].startswith(
            ("/api/v1/auth", "/api/v1/users")
        ):
            await asyncio.sleep(0.05)
        await app(scope, receive, send)

    return recorded


def _backup_routes(server: PlainKuroibara) -> APIRouter:
    router = APIRouter(dependencies=[Depends(server.accounts.caller)])

    @router.get("/list")
    async def list_() -> dict[str, object]:
        return server.listing()

    @router.post("/create")
    async def create(body: Annotated[_Create, Body()], later: BackgroundTasks) -> dict[str, str]:
        stamp = datetime.now(server.zone).strftime("%Y%m%d_%H%M%S")
        later.add_task(server.create, body.backup_name, include_storage=body.include_storage)
        return {
            "message": "Backup creation started",
            "backup_name": body.backup_name or f"manual_{stamp}",  # not what the file is called
            "estimated_duration": "5-30 minutes depending on storage size",
        }

    @router.get("/download/{filename}")
    async def download(
        filename: str,
        range_: Annotated[str | None, Header(alias="range")] = None,
        if_range: Annotated[str | None, Header()] = None,
    ) -> Response:
        return file_response(server.named(filename), range_=range_, if_range=if_range)

    @router.post("/upload-restore")
    async def upload_restore(request: Request) -> dict[str, object]:
        filename, content = await _uploaded(request)
        if not filename.endswith(".tar.gz"):
            raise HTTPException(400, "Invalid backup file. Must be a .tar.gz file")
        upload = server.folder / "upload.tar.gz"
        upload.write_bytes(content)
        if server.behaviour.restore_freezes and _metadata(upload) is not None:
            server.frozen.set()
        return {
            "message": "Backup restore started",
            "filename": filename,
            "status": "processing",
            "warnings": [
                "All current data will be replaced.",
                "The server may not answer for a while.",
                "Keep this page open.",
            ],
        }

    @router.delete("/delete/{filename}")
    async def delete(filename: str) -> dict[str, str]:
        path = server.named(filename)
        try:
            path.unlink()
        except OSError as exc:
            raise HTTPException(500, f"Failed to delete backup: {exc}") from exc
        return {"message": f"Backup {filename} deleted successfully"}

    @router.get("/schedule")
    async def schedule() -> dict[str, object]:
        now = datetime.now(server.zone)
        return {
            "daily_enabled": True,
            "weekly_enabled": True,
            "monthly_enabled": True,
            "next_daily_backup": server.next_run(now, 2, lambda day: True),
            "next_weekly_backup": server.next_run(now, 3, lambda day: day.weekday() == 6),
            "next_monthly_backup": server.next_run(now, 4, lambda day: day.day == 1),
        }

    @router.post("/cleanup")
    async def cleanup() -> dict[str, object]:
        found = sorted(server.archives.glob("*.tar.gz"), key=lambda p: p.stat().st_mtime)
        removed = found[:-_KEPT_BY_CLEANUP]
        for path in removed:
            path.unlink()
        return {"message": "Cleanup completed", "removed_backups": len(removed)}

    @router.get("/check-orphaned")
    async def check_orphaned() -> dict[str, object]:
        orphans = len(list(server.storage.glob("manga/*"))) if server.storage.is_dir() else 0
        return {
            "has_orphaned_files": orphans > 0,
            "orphaned_count": orphans,
            "message": f"Found {orphans} orphaned manga",
            "recovery_url": "/settings?tab=backup" if orphans else None,
        }

    @router.post("/apply-retention")
    async def apply_retention() -> None:
        raise HTTPException(
            500,
            "Failed to apply retention policy: "
            "'BackupService' object has no attribute 'apply_retention_policy'",
        )

    @router.get("/retention-settings")
    async def retention_settings() -> dict[str, object]:
        rules = {"daily": 7, "weekly": 4, "monthly": 12, "yearly": 5, "max_total": 50}
        return {
            "retention_enabled": True,
            **{f"retention_{rule}": count for rule, count in rules.items()},
            "description": {rule: f"{rule}: {count} backups" for rule, count in rules.items()},
        }

    return router


async def _uploaded(request: Request) -> tuple[str, bytes]:
    """The one part named `backup_file`, or the 422 of a form without it."""
    kind = request.headers.get("content-type", "")
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + kind.encode() + b"\r\n\r\n" + await request.body()
    )
    for part in message.iter_parts() if message.is_multipart() else ():
        if part.get_param("name", header="content-disposition") == "backup_file":
            content = part.get_payload(decode=True)
            return part.get_filename() or "", content if isinstance(content, bytes) else b""
    missing = {"type": "missing", "loc": ["body", "backup_file"], "msg": "Field required"}
    raise HTTPException(422, [{**missing, "input": None}])


@pytest.fixture
def plain_kuroibara(tmp_path: Path) -> Iterator[PlainKuroibara]:
    """A running plain Kuroibara with a small library, the user anna (password `anna-password`) and
    the user ben (`ben-password`, with an authenticator); no backups yet."""
    server = PlainKuroibara(tmp_path / "plain")
    server.archives.mkdir(parents=True)
    chapter = server.storage / "manga" / "33333333-3333-4333-8333-333333333333" / "organized"
    chapter = chapter / "Tower of Paper" / "Volume 1" / "1 - Untitled" / "1 - Untitled.cbz"
    chapter.parent.mkdir(parents=True)
    chapter.write_bytes(b"PK\x05\x06" + bytes(18) + os.urandom(300_000))
    (server.storage / "manga" / chapter.parts[-6] / "cover.jpg").write_bytes(os.urandom(5_000))
    server.add_user("anna", "anna-password")
    server.add_user("ben", "ben-password", totp_secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    server.start()
    yield server
    server.stop()
