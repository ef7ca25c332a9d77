"""Which pg_dump to use: several may be installed, and only some can read a given server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.database.binaries import embedded_bin
from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Version = tuple[int, int]
"""Major and minor, as in 15.18."""

_DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True, kw_only=True)
class PgDump:
    """One installed pg_dump. The wheel's own cannot talk TLS."""

    path: Path
    version: Version
    tls: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A program to run; secrets are in `env` alone, which no process list shows."""

    argv: tuple[str, ...]
    env: dict[str, str] = field(repr=False)


def installed() -> tuple[PgDump, ...]:
    """Every pg_dump of this machine that answers: Debian's folders, PATH, the wheel's."""
    wheel = embedded_bin()
    on_path = shutil.which("pg_dump")
    folders = sorted(_DEBIAN.glob("*/bin")) if _DEBIAN.is_dir() else []
    candidates = [(folder / "pg_dump", True) for folder in folders]
    if on_path is not None:
        candidates.append((Path(on_path), True))
    if wheel is not None:
        candidates.append(
            (wheel / ("pg_dump.exe" if sys.platform == "win32" else "pg_dump"), False)
        )
    return tuple(found_at(candidates))


def found_at(candidates: Iterable[tuple[Path, bool]]) -> Iterable[PgDump]:
    """Ask each program (path, whether it can talk TLS) for its version; skip what does not run."""
    for path, tls in candidates:
        try:
            asked = subprocess.run([path, "--version"], capture_output=True, check=True, timeout=20)
        except (OSError, subprocess.SubprocessError):
            continue
        version = parse_version(asked.stdout.decode("utf-8", "replace"))
        if version is not None:
            yield PgDump(path=path, version=version, tls=tls)


def parse_version(text: str) -> Version | None:
    """The first thing that looks like 15.18, 18beta1 or 9.6.24."""
    found = re.search(r"(?<![\d.])(\d+)(?:\.(\d+))?", text)
    return None if found is None else (int(found[1]), int(found[2] or 0))


def choose(server: Version, tools: Sequence[PgDump], *, tls: bool = False) -> PgDump:
    """The newest of the server's own major, else of the smallest newer one; never an older one.

    `tls` says that the connection must be encrypted, which not every pg_dump can.
    """
    usable = [tool for tool in tools if tool.version[0] >= server[0] and (tool.tls or not tls)]
    if usable:
        return min(usable, key=lambda tool: (tool.version[0], -tool.version[1]))
    remedy = f"Install PostgreSQL's client programs, version {server[0]} or newer."
    if any(tool.version[0] >= server[0] for tool in tools):
        raise Refused(
            "No backup can be made: no fitting pg_dump here can use an encrypted connection.",
            remedy=remedy,
            code="no_pg_dump",
        )
    if not tools:
        raise Refused(
            "No backup can be made: pg_dump is not installed.", remedy=remedy, code="no_pg_dump"
        )
    newest = max(tool.version for tool in tools)
    raise Refused(
        f"No backup can be made: the server is PostgreSQL {shown(server)}, but the newest pg_dump "
        f"here is {shown(newest)}, and an older one cannot read it.",
        remedy=remedy,
        code="pg_dump_too_old",
    )


def shown(version: Version) -> str:
    return f"{version[0]}.{version[1]}"
