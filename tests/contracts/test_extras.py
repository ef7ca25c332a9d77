"""Each extra in an empty environment: what it brings, what it leaves out, and that it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.contracts.test_requirements import NEVER
from tests.support.pins import pins

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.empty_venvs import EmptyVenv

pytestmark = pytest.mark.slow

WALK = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print("imported", len(sys.modules))
"""


def test_the_base_reads_backups_with_one_library(empty_venv: EmptyVenv, wheel: Path) -> None:
    pinned = empty_venv.folder / "isal.txt"
    pinned.write_text(pins("client")["isal"].lines)
    empty_venv.install("--require-hashes", "-r", str(pinned))
    empty_venv.install("--no-deps", str(wheel))
    assert empty_venv.distributions() == {"isal", "kuroibara-desktop"}
    done = empty_venv.run("python", "-W", "error", "-c", WALK, "kuroibara_backup.archive")
    assert done.returncode == 0, done.stderr
    for command, extra in [("kuroibara-desktop", "[desktop]"), ("kuroibara-backup", "[server]")]:
        done = empty_venv.run(command, "--help")
        assert done.returncode == 5
        assert f"{command} was not started" in done.stderr
        assert extra in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("extra", "program", "packages"),
    [
        ("client", "kuroibara-desktop", ["core", "server", "secrets", "vault", "transfers"]),
        ("desktop", "kuroibara-desktop", ["core", "server", "secrets", "vault", "transfers", "ui"]),
        ("server", "kuroibara-backup", []),
        ("demo", "kuroibara-backup", ["ui"]),
    ],
)
def test_an_extra_brings_what_its_command_needs_and_no_more(
    installed: Callable[[str], EmptyVenv], extra: str, program: str, packages: list[str]
) -> None:
    venv = installed(extra)
    assert venv.distributions() <= pins(extra).keys() | {"kuroibara-desktop"}
    assert not venv.distributions() & NEVER.get(extra, set())
    done = venv.run(program, "--help")
    assert done.returncode == 0, done.stderr
    assert "verify" in done.stdout
    for package in packages:
        done = venv.run("python", "-c", WALK, f"kuroibara_desktop.{package}")
        assert done.returncode == 0, done.stderr


def test_the_server_command_answers_for_a_file_without_the_desktop(
    installed: Callable[[str], EmptyVenv],
) -> None:
    venv = installed("server")
    (venv.folder / "x.tar.gz").write_bytes(b"no backup at all")
    done = venv.run("kuroibara-backup", "verify", "x.tar.gz")
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
