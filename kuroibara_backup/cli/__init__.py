"""The command line: `kuroibara-backup`. Each command is one call and one answer.

With `--json` a command prints one JSON document on standard output and nothing else.
"""

from kuroibara_backup.cli.main import main

__all__ = ["main"]
