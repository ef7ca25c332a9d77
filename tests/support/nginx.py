"""What does a real nginx do with our bytes? One serving a folder, or in front of another server.

Needs Debian's `nginx-light`. It runs as whoever runs the tests, in a folder of its own, with
Debian's default `http` settings: gzip on, proxy buffering on, `client_max_body_size` 1 MB.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.support.faulty import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TEMP_PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def _configuration(folder: Path, port: int, locations: str) -> str:
    temp = "".join(f"  {name}_temp_path {folder}/{name};\n" for name in _TEMP_PATHS)
    user = "user root;\n" if os.geteuid() == 0 else ""  # else the workers may not read our folder
    return f"""{user}worker_processes auto;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  default_type application/octet-stream;
  access_log {folder}/access.log;
  gzip on;
{temp}  server {{
    listen 127.0.0.1:{port};
    {locations}
  }}
}}
"""


class Nginx:
    """Starts and ends nginx processes; each start gives the address of one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []

    def serving(self, root: Path) -> str:
        """The address of a server of the files below `root`."""
        return self._start(f"root {root};")

    def before(self, upstream: str) -> str:
        """The address of a reverse proxy before `upstream`, with nothing set but where to pass."""
        return self._start(f"proxy_pass {upstream};")

    def with_locations(self, locations: str) -> str:
        """The address of a server with these `location` blocks, which nginx has looked at first."""
        return self._start(None, locations)

    def close(self) -> None:
        for process in self._running:
            process.terminate()
            process.wait(10)

    def _start(self, location: str | None, locations: str = "") -> str:
        folder = self._folder / f"nginx-{len(self._running)}"
        folder.mkdir(parents=True)
        port = free_port()
        file = folder / "nginx.conf"
        if location is not None:
            locations = f"location / {{ {location} }}"
        file.write_text(_configuration(folder, port, locations))
        checked = subprocess.run(
            [_program(), "-t", "-p", str(folder), "-c", str(file), "-e", str(folder / "error.log")],
            capture_output=True,
            text=True,
        )
        assert checked.returncode == 0, checked.stderr
        with (folder / "stderr").open("wb") as errors:
            process = subprocess.Popen(
                [_program(), "-p", str(folder), "-c", str(file), "-e", str(folder / "error.log")],
                stdin=subprocess.DEVNULL,
                stderr=errors,
            )
        self._running.append(process)
        for _ in range(500):
            assert process.poll() is None, (folder / "stderr").read_text()
            with suppress(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port)).close()
                return f"http://127.0.0.1:{port}"
            time.sleep(0.01)
        raise AssertionError("nginx did not start")


def _program() -> str:
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    return found


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[Nginx]:
    """A real nginx: `nginx.serving(folder)` and `nginx.before(upstream)` each give an address."""
    running = Nginx(tmp_path / "nginx")
    yield running
    running.close()
