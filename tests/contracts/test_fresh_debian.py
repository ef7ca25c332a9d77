"""A clone on a bare Debian 12 with nothing but `python3`: both commands of the README."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.pins import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian needs Linux below it"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may make another system's root folder"),
]

# Own mounts and processes, gone when the command ends, however it ends.
ENTER = """
set -e
mount -t proc proc "$0/proc"
mount -t tmpfs -o mode=1777 shm "$0/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 devpts "$0/dev/pts"
exec chroot "$0" "$@"
"""
CERTIFICATES = "certificates-of-the-machine.crt"
CLONE = "srv/kuroibara-desktop"


@dataclass(frozen=True, slots=True)
class Debian:
    """A root folder; what runs in it sees an empty home and this machine's network."""

    root: Path

    @property
    def clone(self) -> Path:
        return self.root / CLONE

    def run(self, command: str, *, user: str = "root") -> subprocess.CompletedProcess[str]:
        environment = {
            "HOME": f"/home/{user}",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "CI": "true",
        }
        if (self.root / CERTIFICATES).exists():
            names = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
            environment |= dict.fromkeys(names, f"/{CERTIFICATES}")
        entering = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", ENTER]
        inside = ["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups", "sh", "-c"]
        return subprocess.run(
            [*entering, str(self.root), *inside, f"cd /{CLONE} && {command}"],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )


@pytest.fixture(scope="module")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Debian:
    """Bare Debian 12 and `python3`, with the clone and what is new in it."""
    made = Debian(tmp_path_factory.mktemp("debian") / "root")
    bootstrap = ["debootstrap", "--variant=minbase", "--include=python3", "bookworm"]
    subprocess.run([*bootstrap, str(made.root), mirror()], check=True, stdout=subprocess.DEVNULL)
    for name in ("resolv.conf", "hosts", "pip.conf"):
        if Path("/etc", name).exists():
            shutil.copy(Path("/etc", name), made.root / "etc" / name)
    certificates = os.environ.get("SSL_CERT_FILE")
    if certificates:
        shutil.copy(certificates, made.root / CERTIFICATES)
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).exists():
            (made.clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, made.clone / name)
    for user in ("root", "anna"):
        (made.root / "home" / user).mkdir()
    subprocess.run(["chroot", str(made.root), "useradd", "anna"], check=True)
    shutil.chown(made.root / "home" / "anna", user=1000, group=1000)
    return made


def mirror() -> str:
    """Where this machine gets its own Debian packages from."""
    asking = ["apt-get", "indextargets", "--format", "$(SITE)", "Codename: bookworm"]
    found = subprocess.run(asking, check=True, capture_output=True, text=True).stdout.split()
    if not found:
        pytest.skip("this machine knows no place to get Debian 12 from")
    return found[0]


# In this order: each step finds what the one before it left.


@pytest.mark.parametrize("command", ["demo", "test"])
def test_an_ordinary_user_is_told_what_to_type(debian: Debian, command: str) -> None:
    done = debian.run(f"python3 dev.py {command}", user="anna")
    assert done.returncode == 1
    assert "sudo apt-get update && sudo apt-get install" in done.stderr
    assert "python3.11-venv" in done.stderr
    assert "libegl1" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (debian.clone / ".venv").exists()


def test_the_demo_does_the_main_job_from_nothing(debian: Debian) -> None:
    done = debian.run("python3 dev.py demo --once --dir /var/tmp/demo")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["verified"] is True
    kept = debian.root / "var/tmp/demo"
    assert (debian.root / report["vault_path"].lstrip("/")).is_relative_to(kept)
    assert all((debian.root / path.lstrip("/")).exists() for path in report["screenshots"])


def test_the_demo_leaves_the_home_as_it_was(debian: Debian) -> None:
    """Downloaded libraries and font indexes are kept in `.cache`, as everywhere."""
    assert {path.name for path in (debian.root / "home/root").iterdir()} <= {".cache"}


def test_the_second_start_does_no_set_up(debian: Debian) -> None:
    timing = "import time; t = time.time(); import dev; dev.set_up('demo'); print(time.time() - t)"
    times = []
    for _ in range(3):  # of a busy machine, the quietest moment tells
        done = debian.run(f'python3 -c "{timing}"')
        assert done.stderr == ""
        times.append(float(done.stdout))
    assert min(times) < 0.5


def test_the_tests_run_from_nothing(debian: Debian) -> None:
    shutil.rmtree(debian.clone / ".venv", ignore_errors=True)
    done = debian.run("python3 dev.py test tests/contracts/test_requirements.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout.splitlines()[-1]
