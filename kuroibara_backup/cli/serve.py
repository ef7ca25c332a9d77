"""Commands that keep running: serve."""

import logging
import signal
from typing import Annotated

import typer

from kuroibara_backup.api.server import Server
from kuroibara_backup.cli.output import Json, err, print_json
from kuroibara_backup.service.engine import opened
from kuroibara_backup.settings import read_settings

log = logging.getLogger("backup")
DEFAULT_PORT = 8010

Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for all of this machine.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")]


def serve(host: Host = "127.0.0.1", port: Port = DEFAULT_PORT, as_json: Json = False) -> None:
    """Serve backups over HTTP until told to stop; settings come from the environment."""
    settings = read_settings()
    with opened(settings) as service:
        service.start()

        def ready(url: str) -> None:
            if as_json:
                print_json({"url": url})
            else:
                err.print(f"Serving backups at {url}/api/v1", markup=False)

        run(Server(service, host=host, port=port, ready=ready))


def run(server: Server) -> None:
    """Serve until SIGINT or SIGTERM; a second one does not wait for running answers."""
    before = {
        number: signal.signal(number, lambda *_: server.stop())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        server.serve_until_stopped()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


COMMANDS = (serve,)
