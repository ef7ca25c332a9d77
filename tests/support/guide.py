"""The operator guide as a test reads it, and a server on which its commands can be typed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.demo.sample import make_sample
from tests.support.engine import UNSCHEDULED
from tests.support.format1 import SEED, make_format1
from tests.support.pins import ROOT
from tests.support.postgres import DEBIAN_15, execute, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuroibara_backup.demo.sample import Sample

GUIDE = ROOT / "docs" / "operator-guide.md"
PAGES = (GUIDE, *sorted((ROOT / "docs" / "operator").glob("*.md")))
_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_READY = re.compile(r"Serving backups at (\S+)/api/v1\n")
_STAND_IN = Path(__file__).with_name("docker_stand_in.sh")
_ROLE_PASSWORD = "a password with @ and / in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    page: Path
    line: int
    language: str
    text: str

    @property
    def where(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"

    @property
    def installs(self) -> bool:
        """Whether it fetches libraries, which takes minutes and the network."""
        return "pip install" in self.text


def blocks(page: Path) -> list[Block]:
    """What stands between fences, in order, without the indentation of a list."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page=page,
            line=text[: found.start()].count("\n") + 1,
            language=found[2],
            text=re.sub(rf"^{found[1]}", "", found[3], flags=re.MULTILINE),
        )
        for found in _FENCE.finditer(text)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A folder with Kuroibara's compose file and a clone, and a running engine to talk to."""

    folder: Path
    environment: dict[str, str]

    def bash(self, script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-eu", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, found: list[Block]) -> None:
        """All of them in one shell, in order, so that one may use what another has set."""
        script = "".join(f"echo '##' {one.where} >&2\n{one.text}" for one in found)
        done = self.bash(script)
        assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-3000:]}"

    def have_backups(self) -> None:
        """What the pages name: two backups, and the first of them in the folder, too."""
        done = self.bash(
            '[ -e "$BACKUP_PATH/engine/rows_only.tar.gz" ] || {'
            " kuroibara-backup create --name before_upgrade;"
            " kuroibara-backup create --name rows_only --database-only; }\n"
            'cp "$BACKUP_PATH"/engine/before_upgrade.tar.gz* .'
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def installed_as_written(folder: Path) -> Iterator[Place]:
    """Kuroibara's database and role under their usual names, its library, and `serve` beside it.

    The PostgreSQL is one of its own, because those names are not free in the shared one.
    """
    library, backups, containers = folder / "storage", folder / "backups", folder / "containers"
    with running(DEBIAN_15 if DEBIAN_15.is_dir() else None) as postgres:
        execute(
            postgres.url(),
            f"CREATE ROLE kuroibara SUPERUSER LOGIN PASSWORD '{_ROLE_PASSWORD}'",
            "CREATE DATABASE kuroibara OWNER kuroibara TEMPLATE template0",
        )
        settings = {
            "DB_HOST": "127.0.0.1",
            "DB_PORT": str(postgres.port),
            "DB_DATABASE": "kuroibara",
            "DB_USERNAME": "kuroibara",
            "DB_PASSWORD": _ROLE_PASSWORD,
            "STORAGE_PATH": str(library),
            "BACKUP_PATH": str(backups),
            "BACKUP_RESERVE_BYTES": "0",
            "JWT_SECRET_KEY": "the key that Kuroibara signs its tokens with",
            **UNSCHEDULED,
        }
        sample = make_sample(
            postgres.url("kuroibara"), library, manga=5, chapters=14, bcrypt_rounds=4
        )
        _old_backups(containers / "backend" / "app" / "backups" / "archives", library)
        log = folder / "engine.log"
        with serve(settings, log) as url:
            yield Place(
                folder=_home(folder),
                environment=_environment(folder, settings, sample)
                | {
                    "CONTAINERS": str(containers),
                    "ENGINE_LOG": str(log),
                    "POSTGRES_LOG": str(_log_of(postgres.log)),
                    "PSQL": str(postgres.bin / "psql"),
                    "URL": url,
                },
            )


@contextmanager
def serve(settings: dict[str, str], log: Path) -> Iterator[str]:
    """The command `serve` in a process of its own; its log goes where docker would keep it."""
    with (
        log.open("w") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "kuroibara_backup", "serve", "--port", "0"],
            env=os.environ | settings,
            stdout=errors,
            stderr=errors,
        ) as process,
    ):
        try:
            while (ready := _READY.search(log.read_text())) is None:
                assert process.poll() is None, log.read_text()
                time.sleep(0.05)
            yield ready[1]
        finally:
            process.terminate()
            process.wait(30)


def _home(folder: Path) -> Path:
    """Where the operator types: Kuroibara's folder, with a clone of this project in it."""
    home = folder / "kuroibara"
    home.mkdir()
    (home / "docker-compose.yml").write_text("services: {backend: {}, postgres: {}}\n")
    (home / "kuroibara-desktop").symlink_to(ROOT)
    return home


def _environment(folder: Path, settings: dict[str, str], sample: Sample) -> dict[str, str]:
    programs = folder / "programs"
    programs.mkdir()
    shutil.copy(_STAND_IN, programs / "docker")
    command = programs / "kuroibara-backup"
    # What lies below /tmp inside the container lies below $CONTAINERS here.
    command.write_text(
        "#!/bin/bash\n"
        'exec "$PYTHON" -m kuroibara_backup "${@/#\\/tmp\\//$CONTAINERS/backup/tmp/}"\n'
    )
    command.chmod(0o755)
    curl = programs / "curl"  # every call is to succeed, and says so with its status then
    curl.write_text(
        '#!/bin/bash\n[[ " $* " == *" --fail "* ]] || set -- --fail-with-body "$@"\n'
        f'exec {shutil.which("curl")} "$@"\n'
    )
    curl.chmod(0o755)
    return (
        os.environ
        | settings
        | {
            "HOME": str(folder / "kuroibara"),
            "PATH": f"{programs}:{os.environ['PATH']}",
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT),
            "PASSWORD": sample.administrator.password,
            "MANGA": str(sample.manga[0].id),
            "TERM": "dumb",
        }
    )


def _old_backups(archives: Path, library: Path) -> None:
    archives.mkdir(parents=True)
    make_format1(archives / "weekly_20230709.tar.gz", SEED.read_bytes(), library, "weekly_20230709")


def _log_of(log: Path) -> Path:
    """Where it lies while the server runs, which may be lodged elsewhere."""
    return log if log.exists() else Path(os.devnull)
