"""Commands that keep running until they are told to stop: serve, worker and demo.

What a command needs is imported by it alone, so that those about a file start at once.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kuroibara_backup.cli.output import Json, err, print_json
from kuroibara_backup.demo.model import CHAPTERS, MANGA
from kuroibara_backup.errors import Cancelled

if TYPE_CHECKING:
    from kuroibara_backup.api.server import Server
    from kuroibara_backup.service.engine import Service

DEFAULT_PORT = 8010
_GLANCE = 0.5

Host = Annotated[
    str,
    typer.Option(metavar="ADDRESS", help="Address to listen on; 0.0.0.0 for all of this machine."),
]
Port = Annotated[
    int, typer.Option(metavar="PORT", min=0, max=65535, help="Port; 0 takes a free one.")
]


class Stop:
    """Remembers that the command is to end, and tells what runs once something does."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.server: Server | None = None
        self.service: Service | None = None

    def ask(self) -> None:
        self.asked.set()
        # Jobs clean up after themselves while the server still ends what it was answering.
        if self.service is not None:
            self.service.jobs.stop()
        if self.server is not None:
            self.server.stop()

    def check(self) -> None:
        if self.asked.is_set():
            raise Cancelled

    def serve(self, server: "Server", service: "Service") -> None:
        # A job's threads hand the interpreter over ten times as often as usual, for quick answers.
        sys.setswitchinterval(0.0005)
        self.server, self.service = server, service
        if not self.asked.is_set():
            server.serve_until_stopped()


def serve(
    host: Host = "127.0.0.1",
    port: Port = DEFAULT_PORT,
    worker: Annotated[
        bool,
        typer.Option(
            help="Carry out jobs in this process; without, only `kuroibara-backup worker` does."
        ),
    ] = True,
    as_json: Json = False,
) -> None:
    """Serve backups over HTTP until told to stop; settings come from the environment."""
    from kuroibara_backup.api.server import Server
    from kuroibara_backup.logs import set_up_logs
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    settings = read_settings()
    set_up_logs(settings.backup_log_format)

    def ready(url: str) -> None:
        if as_json:
            print_json({"url": url})
        else:
            err.print(f"Serving backups at {url}/api/v1", markup=False)

    with _stop_on_signals() as stop, opened(settings) as service:
        service.start(worker=worker)
        stop.serve(Server(service, host=host, port=port, ready=ready), service)


def worker(as_json: Json = False) -> None:
    """Carry out jobs beside `serve`, until told to stop; settings come from the environment.

    Any number may run, on any machine that sees the library and the backup folder. With --json,
    the document is printed once it is ready.
    """
    from kuroibara_backup.logs import set_up_logs
    from kuroibara_backup.service.engine import opened
    from kuroibara_backup.settings import read_settings

    settings = read_settings()
    set_up_logs(settings.backup_log_format)
    with _stop_on_signals() as stop, opened(settings) as service:
        service.start_worker()
        if as_json:
            print_json({"worker": os.getpid()})
        else:
            err.print("Carrying out jobs", markup=False)
        stop.asked.wait()


def demo(
    directory: Annotated[
        Path | None,
        typer.Option("--dir", metavar="DIR", help="Keep everything there, and use it again."),
    ] = None,
    port: Port = 0,
    manga: Annotated[int, typer.Option(min=1, help="Manga in the sample library.")] = MANGA,
    chapters: Annotated[int, typer.Option(min=1, help="Chapters in it.")] = CHAPTERS,
    as_json: Json = False,
) -> None:
    """Run a server to try things on, with its own PostgreSQL and a made-up library.

    Only this machine reaches it. Without --dir nothing is left when it ends.
    It ends with Ctrl-C, or with what started it.
    """
    from kuroibara_backup.api.server import Server
    from kuroibara_backup.demo.server import demo as demo_server
    from kuroibara_backup.demo.server import demo_folder

    with _stop_on_signals() as stop, demo_folder(directory) as folder:
        _follow_parent(stop)
        with demo_server(folder, manga=manga, chapters=chapters, check=stop.check) as running:

            def ready(url: str) -> None:
                users = [
                    {
                        "username": one.username,
                        "email": one.email,
                        "password": one.password,
                        "totp_secret": one.totp_secret,
                        "administrator": one.is_superuser,
                    }
                    for one in running.people
                ]
                paths = {
                    "dir": str(running.folder),
                    "storage": str(running.service.settings.storage_path),
                    "backups": str(running.service.settings.backup_path),
                }
                if as_json:
                    print_json({"url": url, "users": users, "paths": paths})
                    return
                err.print(f"The demo server runs at {url}", markup=False)
                for one in users:
                    role = "may back up" if one["administrator"] else "may only read"
                    err.print(f"  {one['username']} / {one['password']}: {role}", markup=False)
                err.print("Press Ctrl-C to end it.")

            server = Server(running.service, host="127.0.0.1", port=port, ready=ready)
            stop.serve(server, running.service)


@contextmanager
def _stop_on_signals() -> Iterator[Stop]:
    """Give what is asked to stop by SIGINT and SIGTERM."""
    stop = Stop()
    before = {
        number: signal.signal(number, lambda *_: stop.ask())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _follow_parent(stop: Stop) -> None:
    """Stop when the process that started us is gone, so that no demo is ever left behind."""
    parent: Callable[[], int] = os.getppid
    first = parent()

    def watch() -> None:
        while parent() == first:
            time.sleep(_GLANCE)
        stop.ask()

    threading.Thread(target=watch, name="parent", daemon=True).start()


COMMANDS = (serve, worker, demo)
