"""Two engines on one state database, with a clock that a test can set; and what people do there."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import psycopg
import pytest

from kuroibara_backup.service.engine import opened
from tests.support.engine import RunningEngine, User, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.service.engine import Service


class Clock:
    """Stands still until it is told to go on, so that a busy machine makes no wait shorter."""

    def __init__(self) -> None:
        self.reset()

    def __call__(self) -> datetime:
        return self._at

    def reset(self) -> None:
        self._at = datetime.now(UTC)

    def advance(self, **span: float) -> None:
        self._at += timedelta(**span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Two engines that share everything but the process; each call says through which."""

    engine: RunningEngine
    services: tuple[Service, Service]
    urls: tuple[str, str]
    clock: Clock

    @property
    def state_url(self) -> str:
        url = self.engine.settings.backup_state_url
        assert url is not None
        return url.get_secret_value()

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        token: str | None = None,
        door: int = 0,
        **headers: str,
    ) -> httpx.Response:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if token is not None:
            sent["Authorization"] = f"Bearer {token}"
        url = f"{self.urls[door]}/api/v1{path}"
        return httpx.request(method, url, json=body, headers=sent, timeout=30)

    def log_in(
        self,
        user: User,
        password: str | None = None,
        *,
        door: int = 0,
        origin: str | None = None,
        totp_code: str | None = None,
    ) -> httpx.Response:
        """Sign in; `origin` is the address that a proxy would report."""
        body = {
            "username": user.username,
            "password": password or user.password,
            "totp_code": totp_code,
        }
        headers = {} if origin is None else {"X_Forwarded_For": origin}
        return self.call("POST", "/auth/login", body, door=door, token=None, **headers)

    def pair(self, user: User | None = None) -> dict[str, Any]:
        answer = self.log_in(user or self.engine.admin)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def token(self, user: User | None = None) -> str:
        return str(self.pair(user)["access_token"])

    def refresh(self, refresh_token: str, *, door: int = 0) -> httpx.Response:
        return self.call("POST", "/auth/refresh", {"refresh_token": refresh_token}, door=door)

    def accepted(self, token: str, *, door: int = 0) -> bool:
        return self.call("GET", "/users/me", token=token, door=door).status_code == 200

    def acts(self, act: str) -> list[dict[str, Any]]:
        """What the audit has of this act, newest first."""
        with psycopg.connect(self.state_url) as connection:
            cursor = connection.cursor(row_factory=psycopg.rows.dict_row)
            query = "SELECT * FROM audit WHERE act = %s ORDER BY id DESC"
            return cursor.execute(query, (act,)).fetchall()


@pytest.fixture
def doors(open_doors: Doors) -> Doors:
    """Two engines where nobody has failed yet, at the time of now."""
    open_doors.clock.reset()
    with psycopg.connect(open_doors.state_url) as connection:
        connection.execute("DELETE FROM attempt")
        connection.execute("DELETE FROM known_address")
    return open_doors


@pytest.fixture(scope="module")
def open_doors(shared_engine: RunningEngine) -> Iterator[Doors]:
    clock = Clock()
    with ExitStack() as stack:
        services = tuple(
            stack.enter_context(opened(shared_engine.settings, now=clock)) for _ in range(2)
        )
        urls = tuple(stack.enter_context(serving(service)) for service in services)
        yield Doors(
            engine=shared_engine,
            services=(services[0], services[1]),
            urls=(urls[0], urls[1]),
            clock=clock,
        )
