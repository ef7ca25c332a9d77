"""Reads the golden files: hexadecimal lines under `# name`, runs of zero bytes as `zeros COUNT`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def golden(file: str) -> dict[str, bytes]:
    sections: dict[str, bytearray] = {}
    name = ""
    for line in (FOLDER / file).read_text().splitlines():
        if line.startswith("# "):
            name = line[2:]
            sections[name] = bytearray()
        elif line.startswith("zeros "):
            sections[name] += bytes(int(line[6:]))
        else:
            sections[name] += bytes.fromhex(line)
    return {name: bytes(data) for name, data in sections.items()}
