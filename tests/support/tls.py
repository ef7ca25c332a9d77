"""What does a server with a certificate of its own look like? openssl's, before a plain one."""

from __future__ import annotations

import hashlib
import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.support.faulty import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """Signed by nobody but itself, for 127.0.0.1."""

    file: Path
    key: Path

    @property
    def fingerprint(self) -> str:
        der = ssl.PEM_cert_to_DER_cert(self.file.read_text())
        return hashlib.sha256(der).hexdigest()

    @property
    def as_openssl_prints_it(self) -> str:
        command = ["openssl", "x509", "-noout", "-fingerprint", "-sha256", "-in", str(self.file)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def own_certificate(folder: Path, name: str) -> OwnCertificate:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    made = OwnCertificate(folder / f"{name}.pem", folder / f"{name}.key")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "30", "-subj", f"/CN={name}"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run(
        [*command, "-keyout", str(made.key), "-out", str(made.file)],
        check=True,
        capture_output=True,
    )
    return made


class TlsServer:
    """Unwraps TLS before an upstream; `heard` is what clients sent through it.

    At the same port it takes plain http, as a trap for whoever tries that when TLS fails.
    """

    def __init__(self, upstream: str, certificate: OwnCertificate, port: int) -> None:
        self.url = f"https://127.0.0.1:{port}"
        self.heard = bytearray()
        parts = urlsplit(upstream)
        self._upstream = (str(parts.hostname), int(parts.port or 80))
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate.file, certificate.key)
        self._listener = socket.create_server(("127.0.0.1", port))
        self._listener.settimeout(0.1)
        self._closing = threading.Event()
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._closing.set()
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def _accept(self) -> None:
        while not self._closing.is_set():
            with suppress(TimeoutError):
                client, _ = self._listener.accept()
                thread = threading.Thread(target=self._serve, args=(client,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, client: socket.socket) -> None:
        """One question after the other, as a client waits for each answer."""
        client.settimeout(5)
        with suppress(OSError), socket.create_connection(self._upstream) as upstream:
            if client.recv(1, socket.MSG_PEEK) == b"\x16":  # how a TLS handshake begins
                client = self._context.wrap_socket(client, server_side=True)
            client.settimeout(0.02)
            upstream.settimeout(0.02)
            while not self._closing.is_set():
                if not (
                    self._moved(client, upstream, self.heard) and self._moved(upstream, client)
                ):
                    break
        client.close()

    def _moved(
        self, source: socket.socket, target: socket.socket, heard: bytearray | None = None
    ) -> bool:
        """False at the end of `source`."""
        with suppress(TimeoutError, ssl.SSLWantReadError):
            data = source.recv(256 * 1024)
            if heard is not None:
                heard += data
            target.settimeout(5)
            target.sendall(data)
            target.settimeout(0.02)
            return bool(data)
        return True


class Tls:
    """`tls(upstream, certificate)` starts a server; `again` puts another at the same address."""

    def __init__(self) -> None:
        self._running: list[TlsServer] = []

    def __call__(self, upstream: str, certificate: OwnCertificate) -> TlsServer:
        self._running.append(TlsServer(upstream, certificate, free_port()))
        return self._running[-1]

    def instead(self, before: TlsServer, upstream: str, certificate: OwnCertificate) -> TlsServer:
        """Another server at the address of `before`, which ends."""
        before.close()
        self._running.append(TlsServer(upstream, certificate, int(urlsplit(before.url).port or 0)))
        return self._running[-1]

    def close(self) -> None:
        for server in self._running:
            server.close()


@pytest.fixture
def tls() -> Iterator[Tls]:
    running = Tls()
    yield running
    running.close()


@pytest.fixture
def certificates(tmp_path: Path) -> Callable[[str], OwnCertificate]:
    return lambda name: own_certificate(tmp_path, name)
