"""The demo server as a process: it ends with whoever started it, and leaves nothing unasked."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.integration.cli.test_commands import PROGRAM, run_json
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that PostgreSQL reaches even when the tests run as root."""
    folder = Path(tempfile.mkdtemp(prefix="kuroibara-test-demo-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.slow
def test_demo_runs_is_used_again_and_ends_with_its_parent(open_folder: Path) -> None:
    command = [*PROGRAM, "demo", "--json", "--dir", str(open_folder)]
    command += ["--manga", "2", "--chapters", "4"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        admin = next(one for one in told["users"] if one["administrator"])
        body = {"username": admin["username"], "password": admin["password"]}
        signed = httpx.post(f"{told['url']}/api/v1/auth/login", json=body, timeout=30)
        assert signed.status_code == 200
        headers = {"Authorization": f"Bearer {signed.json()['access_token']}"}
        listed = httpx.get(f"{told['url']}/api/v1/backup/list", headers=headers)
        assert listed.json()["total_count"] == 0
        assert Path(told["paths"]["storage"]).is_relative_to(open_folder)
        process.terminate()
        assert process.wait(30) == 0
    # A shell starts it again and is killed: the demo follows.
    shell = subprocess.Popen(
        [sys.executable, "-c", "import subprocess,sys; subprocess.run(sys.argv[1:])", *command],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert shell.stdout is not None
    again = json.loads(shell.stdout.readline())
    assert again["users"] == told["users"]
    assert run_json("demo", "--dir", str(open_folder), status=5)["error"]["code"] == "locked"
    shell.kill()
    shell.wait()

    def is_gone() -> bool:
        try:
            httpx.get(f"{again['url']}/api/v1/backup/capabilities", timeout=2)
        except httpx.TransportError:
            return True
        return False

    until(is_gone, seconds=30)
    shell.stdout.read()  # to its end: whoever held it is gone
    shell.stdout.close()


@pytest.mark.slow
def test_demo_without_a_folder_leaves_none(open_folder: Path) -> None:
    command = [*PROGRAM, "demo", "--json", "--manga", "1", "--chapters", "1"]
    environment = os.environ | {"TMPDIR": str(open_folder)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        folder = Path(json.loads(process.stdout.readline())["paths"]["dir"])
        assert folder.parent == open_folder
        assert folder.exists()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert os.listdir(open_folder) == []
