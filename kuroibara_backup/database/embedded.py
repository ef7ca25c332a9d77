"""A PostgreSQL of our own for the demo and the tests, started from the wheel's programs.

It listens on 127.0.0.1 only, asks for a password (SCRAM), never runs as root, and ends with the
process that started it, whatever ends that one.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote

from kuroibara_backup.database.binaries import SHARED, runnable_bin
from kuroibara_backup.database.lodging import bring_back, hand_over, lodge
from kuroibara_backup.errors import NoConnection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

_USER = "postgres"
_PR_SET_PDEATHSIG = 1
_PORT_TRIES = 5


class EmbeddedPostgres:
    """One PostgreSQL server whose files all lie in `folder`; use it with `with`.

    As root it runs as `run_as`; no folder above `folder` is changed for that, but where one keeps
    others out, the files lie below `shared` while the server runs. `fast` gives up safety against
    power cuts: for tests only. `programs` is the bin folder of another PostgreSQL to start instead
    of the wheel's, such as a distribution's.
    On Linux the server ends with the *thread* that started it, so start it from the main thread.
    """

    def __init__(
        self,
        folder: Path,
        *,
        run_as: str = "nobody",
        fast: bool = False,
        programs: Path | None = None,
        shared: Path = SHARED,
    ) -> None:
        self._folder = folder.resolve()
        self._home = self._folder
        self._fast = fast
        self._shared = shared
        self._run_as = run_as if hasattr(os, "geteuid") and os.geteuid() == 0 else None
        self._process: subprocess.Popen[bytes] | None = None
        self._programs = programs
        self._bin = Path()
        self._password = ""
        self.port = 0

    @property
    def bin(self) -> Path:
        """Folder of the programs in use (psql, pg_dump, ...)."""
        return self._bin

    @property
    def log(self) -> Path:
        """What the server said; it lies here once the server has ended, too."""
        return self._folder / "postgresql.log"

    @property
    def _data(self) -> Path:
        return self._home / "data"

    @property
    def pid(self) -> int | None:
        return None if self._process is None else self._process.pid

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://{_USER}:{quote(self._password)}@127.0.0.1:{self.port}/{database}"

    def start(self, *, timeout: float = 60.0) -> EmbeddedPostgres:
        """Start, or fail with a sentence; afterwards connections are accepted."""
        if sys.platform == "linux" and threading.current_thread() is not threading.main_thread():
            raise RuntimeError("start PostgreSQL from the main thread: it ends with its thread")
        self._bin = self._programs or runnable_bin(self._shared)
        try:
            return self._start(timeout)
        except BaseException:
            self.stop()
            raise

    def _start(self, timeout: float) -> EmbeddedPostgres:
        self._prepare_folder()
        if not (self._data / "PG_VERSION").exists():
            self._initialise()
        self._password = (self._home / "password").read_text(encoding="ascii")
        deadline = time.monotonic() + timeout
        for _attempt in range(_PORT_TRIES):
            # Started again it is found where it was, unless somebody else is there now.
            self.port = self.port or _free_port()
            if self._started(deadline):
                return self
            self.port = 0
        raise NoConnection(
            "The built-in PostgreSQL was not started: every port tried was taken meanwhile.",
            remedy="Try again.",
        )

    def stop(self, *, timeout: float = 20.0) -> None:
        """Close all connections and end the server; does nothing when it has ended."""
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            self._end(process, timeout)
        bring_back(self._home, self._folder)
        self._home = self._folder

    def _end(self, process: subprocess.Popen[bytes], timeout: float) -> None:
        if sys.platform == "win32":
            command = [self._program("pg_ctl"), "stop", "-m", "fast", "-w", "-D", str(self._data)]
            subprocess.run(command, check=False, capture_output=True)
        else:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill() if sys.platform == "win32" else process.send_signal(signal.SIGQUIT)
            process.wait(timeout)

    def __enter__(self) -> EmbeddedPostgres:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _prepare_folder(self) -> None:
        self._home = lodge(self._folder, self._shared) if self._run_as else self._folder
        self._home.mkdir(mode=0o711, parents=True, exist_ok=True)
        self._home.chmod(0o711)
        if self._run_as and self._data.exists():
            hand_over(self._data, *_ids(self._run_as))

    def _initialise(self) -> None:
        # An earlier try may have been killed half-way; initdb refuses a folder with things in it.
        spare = self._home / "data.new"
        if spare.exists():
            shutil.rmtree(spare)
        spare.mkdir(mode=0o700)
        password = secrets.token_urlsafe(24)
        with self._password_file(password, spare) as (argument, inherited):
            command = [
                self._program("initdb"), "-D", str(spare), "-U", _USER, "-E", "UTF8",
                "-A", "scram-sha-256", f"--pwfile={argument}",
                *self._locale(), *(["--no-sync"] if self._fast else []),
            ]  # fmt: skip
            done = subprocess.run(
                command, check=False, capture_output=True, pass_fds=inherited, **self._as_user()
            )
        if done.returncode != 0:
            raise NoConnection(
                "The built-in PostgreSQL could not make its files: "
                f"{_last_line(done.stderr) or f'initdb ended with status {done.returncode}'}.",
                remedy=f"Make sure there is space in {self._folder}, and try again.",
            )
        _write_private(self._home / "password", password)
        spare.rename(self._data)

    def _locale(self) -> list[str]:
        """The same order of texts on every machine; PostgreSQL before 17 has it from the system."""
        asked = subprocess.run(
            [self._program("initdb"), "--version"], capture_output=True, check=True
        )
        if int(asked.stdout.split()[2].split(b".")[0]) < 17:
            return ["--locale=C.UTF-8"]
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]

    @contextlib.contextmanager
    def _password_file(self, password: str, spare: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield what initdb reads the password from: a pipe, so it never lies on disk for it."""
        if sys.platform == "win32":
            path = self._home / "password.new"
            _write_private(path, password)
            try:
                yield str(path), ()
            finally:
                path.unlink()
            return
        reading, writing = os.pipe()
        try:
            os.write(writing, password.encode() + b"\n")
            os.close(writing)
            if self._run_as is not None:
                uid, gid = _ids(self._run_as)
                os.fchown(reading, uid, gid)
                os.chown(spare, uid, gid)
            yield f"/dev/fd/{reading}", (reading,)
        finally:
            os.close(reading)

    def _started(self, deadline: float) -> bool:
        """Start on the chosen port; False when that port was taken in the last moment."""
        said_in = self._home / self.log.name
        with said_in.open("ab") as log:
            begin = log.tell()
            self._process = self._spawn(log)
        while not self._ready():
            if self._process.poll() is not None:
                said = said_in.read_bytes()[begin:]
                if b"could not bind" in said or b"could not create any TCP" in said:
                    return False
                raise NoConnection(
                    "The built-in PostgreSQL was not started: "
                    f"{_last_line(said) or f'it ended with status {self._process.returncode}'}.",
                    remedy=f"What it said is in {self.log}.",
                )
            if time.monotonic() > deadline:
                self.stop()
                raise NoConnection(
                    "The built-in PostgreSQL did not get ready in time.",
                    remedy=f"What it said is in {self.log}.",
                )
            time.sleep(0.01)
        return True

    def _spawn(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "shared_buffers": "64MB",
            "logging_collector": "off",
            "log_min_messages": "warning",
            "timezone": "UTC",
        }
        if sys.platform != "win32":
            # /dev/shm is only 64 MB in a container.
            options["dynamic_shared_memory_type"] = "mmap"
        if self._fast:
            options |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        command = [self._program("postgres"), "-D", str(self._data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_end_with_parent(),
            **self._as_user(),
        )

    def _ready(self) -> bool:
        """True when the pid file is our own child's and says ready; it may be an old one."""
        with contextlib.suppress(OSError, IndexError, ValueError):
            lines = (self._data / "postmaster.pid").read_text(encoding="utf-8").split("\n")
            return int(lines[0]) == self.pid and lines[7].strip() == "ready"
        return False

    def _program(self, name: str) -> str:
        return str(self._bin / (name + (".exe" if sys.platform == "win32" else "")))

    def _as_user(self) -> dict[str, Any]:
        environment = {"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", os.defpath)}
        if sys.platform == "win32":
            return {"env": dict(os.environ) | environment}
        if self._run_as is None:
            return {"env": environment, "umask": 0o077}
        uid, gid = _ids(self._run_as)
        # The working folder may be a private one, which the server could not even look up.
        return {
            "env": environment, "umask": 0o077, "cwd": "/",
            "user": uid, "group": gid, "extra_groups": [],
        }  # fmt: skip


def _end_with_parent() -> Callable[[], None] | None:
    """What the child runs first: ask Linux for a fast shutdown when its parent dies."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl  # looked up before the fork, where allocating is safe
    parent = os.getpid()

    def ask() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def _ids(user: str) -> tuple[int, int]:
    import pwd  # not there on Windows

    entry = pwd.getpwnam(user)
    return entry.pw_uid, entry.pw_gid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    # Afterwards initdb tells of its tidying up.
    lines = [line for line in lines if "error:" in line or "FATAL:" in line] or lines
    return lines[-1].strip().rstrip(".") if lines else ""
