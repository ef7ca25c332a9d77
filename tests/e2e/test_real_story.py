"""From the first run to a restore and back, on a real display, against the demo server.

Everything is real but the person: X server, window manager, tray, notifications, keyring, the
server in a process of its own. What is read is read as a screen reader does; what is pressed is
pressed by the X server's mouse and keys.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.demo.server import running_server
from tests.support.faulty import Fault
from tests.support.keyring_session import KeyringState
from tests.support.person import person
from tests.support.restoring import files_below
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kuroibara_desktop.demo.server import DemoServer
    from tests.support.faulty import FaultyProxy
    from tests.support.keyring_session import KeyringSessions
    from tests.support.person import Person

pytestmark = pytest.mark.slow

DOWNLOAD = "/download/"
LONG = 180.0  # seconds


@pytest.fixture
def server(tmp_path: Path) -> Iterator[DemoServer]:
    # pytest's folders are private, and PostgreSQL, which never runs as root, must get through.
    for parent in (tmp_path, *tmp_path.parents[:2]):
        parent.chmod(0o711)
    with running_server(tmp_path / "server", tmp_path / "server.log") as running:
        yield running


@pytest.fixture
def somebody(keyring_sessions: KeyringSessions, tmp_path: Path) -> Iterator[Person]:
    bus = keyring_sessions(KeyringState.UNLOCKED)
    with person(bus, tmp_path / "pictures", tray=True) as made:
        yield made


class App:
    """The app as a process; what its life wrote on standard error is kept."""

    def __init__(self, somebody: Person, home: Path) -> None:
        self._environment = somebody.environment | {"KUROIBARA_DESKTOP_HOME": str(home)}
        self.said = ""

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "kuroibara_desktop", *words],
            env=self._environment,
            stderr=subprocess.PIPE,
            text=True,
        )

    @contextmanager
    def running(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        with self.start(*words) as process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    process.kill()
                assert process.stderr is not None
                self.said += process.stderr.read()
                print(self.said, file=sys.stderr)  # shown with a failure


def is_copied(archive: Path, name: str) -> bool:
    return any(archive.glob(f"*/{name}.tar.gz"))


def received(archive: Path) -> int:
    """Bytes of a copy that is not there yet."""
    return sum(part.stat().st_size for part in archive.glob("*/*.part"))


def set_up(somebody: Person, server: DemoServer, address: str, archive: Path) -> None:
    somebody.press("I have a server")
    somebody.fill("Server address", address)
    somebody.press("Continue")
    somebody.fill("User name", server.username)
    somebody.fill("Password", server.password)
    somebody.press("Sign in", "push button")
    somebody.wait_to_read("Where should copies go?")
    somebody.fill("Archive folder", str(archive))
    somebody.press("Use this folder")
    somebody.press("Save and copy now")
    somebody.wait_to_read("Home", patience=LONG)


def make(somebody: Person, name: str) -> None:
    """Have the server make a full backup of this name."""
    somebody.key("ctrl+2")
    somebody.wait_to_read("Create backup")
    somebody.key("ctrl+n")
    somebody.fill("Name, if you like", name)
    somebody.key("Return")
    somebody.wait_to_read("The backup was made", patience=LONG)


def choose(somebody: Person, name: str) -> None:
    somebody.key("ctrl+2")
    somebody.press(f"Name: {name}")


def flip_a_byte(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.seek(copy.stat().st_size * 2 // 3)
        [byte] = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def test_from_the_first_run_to_a_restore_and_back(
    server: DemoServer,
    somebody: Person,
    faulty: Callable[[str], FaultyProxy],
    tmp_path: Path,
) -> None:
    archive, library = tmp_path / "archive", tmp_path / "server" / "storage"
    proxy = faulty(server.url)
    app = App(somebody, tmp_path / "home")

    # The first run: the database comes first, then everything.
    with app.running() as process:
        set_up(somebody, server, proxy.url, archive)
        until(lambda: len(list(archive.glob("*/*.tar.gz"))) == 2, seconds=LONG)
        somebody.picture("copied")
        somebody.key("ctrl+q")
        assert process.wait(30) == 0

    # Killed while the second copy comes, it goes on where it was.
    with app.running() as process:
        somebody.wait_to_read("Home")
        make(somebody, "second")
        size = next(b["size"] for b in server.backups() if b["filename"] == "second.tar.gz")
        assert isinstance(size, int)
        proxy.misbehave(Fault(only=DOWNLOAD, bytes_per_second=size // 20))
        choose(somebody, "second")
        somebody.key("ctrl+shift+c")
        somebody.wait("a part", lambda: received(archive) > size // 10, patience=LONG)
        process.kill()
        process.wait(10)
    held = received(archive)
    assert 0 < held < size
    proxy.misbehave()
    proxy.requests.clear()
    with app.running() as process:
        somebody.wait("the rest", lambda: is_copied(archive, "second"), patience=LONG)
        asked = [request.range for request in proxy.passed(DOWNLOAD)]
        assert asked[0] == f"bytes={held}-"

        # A byte rots. It is found by reading again, and comes back from the server by itself.
        [copy] = archive.glob("*/second.tar.gz")
        good = copy.read_bytes()
        flip_a_byte(copy)
        choose(somebody, "second")
        somebody.press("Verify again")
        somebody.wait_to_read("is damaged", patience=LONG)
        somebody.picture("damaged")
        somebody.press("Close")
        somebody.wait(
            "the copy to be whole again",
            lambda: copy.exists() and copy.read_bytes() == good,
            patience=LONG,
        )

        # Something is lost on the server. The copy is let go over the window, and brings it back.
        whole = files_below(library)
        lost = next(path for path in sorted((library / "manga").iterdir()) if path.is_dir())
        shutil.rmtree(lost)
        without = files_below(library)
        drop(somebody, copy)
        restore(somebody, server)
        assert files_below(library) == whole
        somebody.picture("restored")

        # And away again.
        somebody.press("Roll back…")
        somebody.press("Roll back", "push button")
        somebody.wait_to_read("What was there before is there again", patience=LONG)
        assert files_below(library) == without

        # A second start hands its file to the first.
        with app.start(str(copy)) as second:
            assert second.wait(30) == 0
        somebody.wait_to_read("What should become of it?")
        somebody.press("Cancel")
        somebody.key("ctrl+q")
        assert process.wait(30) == 0
    assert "Traceback" not in app.said


def drop(somebody: Person, file: Path) -> None:
    """Drag it out of another program's window into ours, which is on the Restore page."""
    somebody.press("Restore")
    somebody.wait_to_read("Drop a backup here")
    source = [sys.executable, "-m", "tests.support.drag_source", str(file)]
    with subprocess.Popen(source, env=somebody.environment) as process:
        try:
            thing = somebody.find("Drag me")
            target = somebody.find("Drop a backup here", "label")
            somebody.drag(somebody.middle_of(thing), somebody.middle_of(target))
            time.sleep(1)
        finally:
            process.terminate()


def restore(somebody: Person, server: DemoServer) -> None:
    somebody.press("See what would change")
    somebody.press("Replace what is there…")
    somebody.fill("Name of the server", somebody.rest_of("What would change on "))
    somebody.press("Restore now")
    asked = "Your password once more"
    somebody.wait(
        "the end", lambda: somebody.reads(asked) or somebody.reads("can sign in."), patience=LONG
    )
    if somebody.reads(asked):
        somebody.fill("Password", server.password)
        somebody.press("Go on")
        somebody.wait_to_read("can sign in.", patience=LONG)
