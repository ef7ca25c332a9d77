"""What happens on a full disk, or on one that takes no large files?

`fat32_disk` needs Debian's `dosfstools` (`mkfs.vfat`) and `util-linux` (`prlimit`).
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAT32_LARGEST = 4 * 1024**3 - 1


class SmallDisks(Protocol):
    """Makes a file system of `size` bytes, below `at` or where the test has its other files."""

    def __call__(self, size: int, at: Path | None = None) -> Path: ...


@contextmanager
def _mounted(target: Path, *arguments: str) -> Iterator[Path]:
    target.mkdir(parents=True)
    subprocess.run(["mount", *arguments, str(target)], check=True, capture_output=True)
    try:
        yield target
    finally:
        # Lazily, so that a file some test left open cannot keep the file system mounted for ever.
        subprocess.run(["umount", "--lazy", str(target)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisks]:
    """Give a size in bytes, get the folder of a file system of that size, for one test."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk can only be mounted by root on Linux: run the tests as root")
    with ExitStack() as mounts:
        made: list[Path] = []

        def mount(size: int, at: Path | None = None) -> Path:
            target = (at or tmp_path) / f"small-disk-{len(made)}"
            options = ["-t", "tmpfs", "-o", f"size={size},mode=0755", "small-disk"]
            try:
                made.append(mounts.enter_context(_mounted(target, *options)))
            except subprocess.CalledProcessError as exc:
                pytest.skip(f"this machine lets nobody mount: {exc.stderr.decode().strip()}")
            return target

        yield mount


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitedDisk:
    """A folder in which no file can grow past `largest` bytes, for commands run with `prefix`."""

    folder: Path
    prefix: tuple[str, ...]
    largest: int


def file_size_limit(folder: Path, largest: int) -> LimitedDisk:
    """The same answer a disk of small files gives (EFBIG), from a limit on the process."""
    prefix = ("prlimit", f"--fsize={largest}", "--")
    return LimitedDisk(folder=folder, prefix=prefix, largest=largest)


@pytest.fixture
def fat32_disk(tmp_path: Path) -> Iterator[LimitedDisk]:
    """A disk whose largest file is FAT32's: a real one where it can be mounted, else its limit."""
    image, folder = tmp_path / "fat32.img", tmp_path / "fat32"
    with ExitStack() as mounts:
        try:
            with image.open("wb") as file:
                file.truncate(8 * 1024**3)
            make = ["mkfs.vfat", "-F", "32", str(image)]
            subprocess.run(make, check=True, capture_output=True)
            mounts.enter_context(_mounted(folder, "-o", "loop", "-t", "vfat", str(image)))
        except (OSError, subprocess.CalledProcessError):
            image.unlink(missing_ok=True)
            folder.mkdir(exist_ok=True)
            yield file_size_limit(folder, FAT32_LARGEST)
        else:
            yield LimitedDisk(folder=folder, prefix=(), largest=FAT32_LARGEST)
            image.unlink()
