"""`dev.py demo`, as it is run: a process of its own that needs no display."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtGui import QImage

from tests.support.waiting import until

ONCE = (sys.executable, "-m", "kuroibara_desktop.demo", "--once", "--dir")


@pytest.fixture(scope="module")
def first(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The folder of a demo that was shown once, by somebody whose home is beside it."""
    place = tmp_path_factory.mktemp("demo")
    (place / "home").mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DISPLAY"))}
    environment |= {"HOME": str(place / "home"), "TMPDIR": "/tmp"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    # pytest's folders are private, and PostgreSQL, which never runs as root, must get through.
    for parent in (place, *place.parents[:2]):
        parent.chmod(0o711)
    return place / "demo", subprocess.run(
        [*ONCE, str(place / "demo")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
def test_the_demo_does_the_main_job_and_tells_the_truth(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = first
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout.splitlines()[-1])
    copy = Path(outcome["vault_path"])
    content = copy.read_bytes()
    assert outcome["verified"] is True
    assert outcome["backup"] == copy.name
    assert outcome["size"] == len(content)
    assert outcome["sha256"] == hashlib.sha256(content).hexdigest()
    line = copy.with_name(f"{copy.name}.sha256").read_text()
    assert line.split()[0] == outcome["sha256"]
    pictures = [QImage(name) for name in outcome["screenshots"]]
    assert len(pictures) >= 8
    assert all(picture.width() >= 900 for picture in pictures)
    light, dark = pictures[0], pictures[-1]
    assert light.pixelColor(4, 4).lightness() > 200 > 60 > dark.pixelColor(4, 4).lightness()
    assert outcome["seconds"] > 0
    assert list((folder.parent / "home").rglob("*.keyring")) == [], (
        "the user's own keyring was touched"
    )


@pytest.mark.slow
def test_the_demo_ended_from_outside_leaves_nothing_behind(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}
    # Short, because sockets are in there; open, because PostgreSQL must get through.
    with TemporaryDirectory(prefix="ended-") as room:
        Path(room).chmod(0o711)
        environment |= {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": room, "HOME": str(tmp_path)}
        with subprocess.Popen(
            [sys.executable, "-m", "kuroibara_desktop.demo"],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        ) as demo:
            assert demo.stderr is not None
            said = []
            for line in demo.stderr:
                said.append(line)
                if "The window is open" in line:
                    break
            demo.send_signal(signal.SIGTERM)
            said.append(demo.stderr.read())
            assert demo.wait(60) in (0, 130), said
        assert list(Path(room).iterdir()) == []
        assert [line for line in said if "dbus-daemon" in line or "plugin" in line] == []
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert room not in running.stdout


@pytest.mark.slow
def test_the_demo_is_shown_again_in_its_folder_and_fails_when_its_server_does(
    first: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = first
    assert json.loads(done.stdout.splitlines()[-1])["backup"] == "first_full_backup.tar.gz"
    command = [*ONCE, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["backup"] == "first_full_backup_2.tar.gz"
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as demo:
        pictures = folder / "screenshots-3"
        until(lambda: pictures.is_dir() and any(pictures.iterdir()), seconds=60)
        children = Path(f"/proc/{demo.pid}/task/{demo.pid}/children").read_text().split()
        [server] = [
            int(child)
            for child in children
            if b"kuroibara_backup" in Path(f"/proc/{child}/cmdline").read_bytes()
        ]
        os.kill(server, signal.SIGKILL)
        outcome, _ = demo.communicate(timeout=60)
    assert demo.returncode == 6
    assert json.loads(outcome)["verified"] is False
    assert json.loads(outcome)["backup"] is None


@pytest.mark.slow
def test_the_demo_says_when_its_server_does_not_start(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "server").write_text("a file where the server wants a folder")
    done = subprocess.run(
        [*ONCE, str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode != 0
    assert "The demo server did not start" in done.stderr
    assert "Traceback" not in done.stderr
