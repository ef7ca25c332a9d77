"""How is the application served, announced and ended?"""

from __future__ import annotations

import socket
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import uvicorn

from kuroibara_backup.api.app import create_app
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuroibara_backup.service.engine import Service

_GRACE = 5


class Server(uvicorn.Server):
    """An HTTP server for one engine; `run` returns after `stop`, from whatever thread it comes.

    Signals are the caller's business: uvicorn's own handling would end the process in its way.
    """

    def __init__(
        self, service: Service, *, host: str, port: int, ready: Callable[[str], None]
    ) -> None:
        super().__init__(
            uvicorn.Config(
                create_app(service),
                log_config=None,
                access_log=False,
                server_header=False,
                ws="none",
                http="h11",
                loop="asyncio",
                lifespan="off",
                timeout_keep_alive=30,
                timeout_graceful_shutdown=_GRACE,
                forwarded_allow_ips=list(service.settings.backup_trusted_proxies),
            )
        )
        self._listening = _listen(host, port)
        self._ready = ready

    @property
    def url(self) -> str:
        host, port = self._listening.getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def serve_until_stopped(self) -> None:
        try:
            self.run(sockets=[self._listening])
        finally:
            self._listening.close()

    def stop(self) -> None:
        """Ask it to end; asking twice cuts running answers off."""
        self.force_exit = self.should_exit
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready(self.url)

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override]  # a generator, there
        return nullcontext()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as exc:
        listening.close()
        raise Refused(
            f"The server was not started: {host} port {port} cannot be used"
            f" ({exc.strerror or exc}).",
            remedy="Stop what uses it, or choose another with --port.",
            code="port_taken",
        ) from exc
    return listening
