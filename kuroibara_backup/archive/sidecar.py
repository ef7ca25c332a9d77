"""The line beside a backup that `sha256sum -c` checks: written and read as coreutils do."""

from __future__ import annotations

import re

from kuroibara_backup.errors import ArchiveCorrupt

_LINE = re.compile(r"(\\?)([0-9a-fA-F]{64})[ \t][ *](.+)")
_LONGEST = 8192
_ESCAPES = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}


def sidecar_line(sha256: str, filename: str) -> str:
    """Return the line, newline included, for a file of that name in the same folder."""
    escaped = filename.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != filename else ""
    return f"{mark}{sha256}  {escaped}\n"


def read_sidecar(text: str) -> tuple[str, str]:
    """Return the SHA-256 (lower-case hex) and the file name; raise `ArchiveCorrupt` otherwise."""
    lines = text[:_LONGEST].removeprefix("\ufeff").splitlines() if len(text) <= _LONGEST else []
    match = _LINE.fullmatch(lines[0]) if len(lines) == 1 else None
    if match is None:
        raise ArchiveCorrupt(
            "The checksum file beside the backup does not hold one line with a SHA-256 and a name.",
            member="checksum file",
            offset=0,
            remedy="Verify the backup in full: it can be checked without this file.",
        )
    mark, digest, name = match.groups()
    if mark:
        name = re.sub(r"\\[\\nr]", lambda found: _ESCAPES[found[0]], name)
    return digest.lower(), name
