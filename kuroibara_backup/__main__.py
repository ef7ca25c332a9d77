"""The command `kuroibara-backup`, which needs the extra [server]."""

from __future__ import annotations

import sys


def main() -> int:
    try:
        from kuroibara_backup.cli import main as command
    except ModuleNotFoundError as exc:
        if exc.name is None or exc.name.startswith("kuroibara_backup"):
            raise
        sys.stderr.write(
            f"kuroibara-backup was not started: {exc.name} is not installed here. It belongs "
            "beside the server: install kuroibara-desktop with its extra [server] there.\n"
        )
        return 5
    command()
    return 0


if __name__ == "__main__":
    sys.exit(main())
