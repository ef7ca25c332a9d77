"""`kuroibara-desktop`: the window without arguments, the headless command with."""

from __future__ import annotations

import os
import sys


def main() -> int:
    try:
        return _started(sys.argv[1:])
    except KeyboardInterrupt:  # before whoever does the work could hear it
        return 130


def _started(arguments: list[str]) -> int:
    try:
        if arguments and not _for_window(arguments):
            from kuroibara_desktop.cli import run

            return run(arguments)
        from kuroibara_desktop.app import main as window
    except ModuleNotFoundError as exc:
        if exc.name is None or exc.name.startswith(("kuroibara_desktop", "kuroibara_backup")):
            raise
        sys.stderr.write(
            f"kuroibara-desktop was not started: {exc.name} is not installed here. Install "
            "kuroibara-desktop with its extra [desktop] for the window, or with [client] for the "
            "commands that `kuroibara-desktop --help` lists.\n"
        )
        return 5
    return window(arguments)


def _for_window(arguments: list[str]) -> bool:
    """A start in the background, or a backup file; a file called like a command is none."""
    if arguments == ["--background"]:
        return True
    [first, *more] = arguments
    named = first.endswith(".tar.gz") or os.sep in first
    return not more and named and os.path.isfile(first)


if __name__ == "__main__":
    sys.exit(main())
