"""`kuroibara-desktop`: the window without arguments, the headless command with."""

from __future__ import annotations

import sys


def main() -> int:
    arguments = sys.argv[1:]
    if arguments:
        from kuroibara_desktop.cli import run

        return run(arguments)
    try:
        from kuroibara_desktop.app import main as window
    except ModuleNotFoundError as exc:
        if exc.name is None or not exc.name.startswith(("PySide6", "shiboken6")):
            raise
        sys.stderr.write(
            "The window was not opened: Qt is not installed here. Install kuroibara-desktop with "
            "its extra [desktop], or run `kuroibara-desktop --help` for the commands.\n"
        )
        return 5
    return window()


if __name__ == "__main__":
    sys.exit(main())
