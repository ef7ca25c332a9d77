"""The bytes of the format never change: old backups must stay readable, deltas must fit.

The golden files are first held against tools that know nothing of this project.
"""

from __future__ import annotations

import gzip
import json
import subprocess

from kuroibara_backup.archive.footer import decode_footer, encode_footer
from kuroibara_backup.archive.framing import gap, plain, stored_chunk
from kuroibara_backup.archive.index import decode, encode
from tests.unit.archive.golden_files import FOLDER, golden
from tests.unit.archive.golden_values import FOOTER, GLUED, LINES, glue

TEXT = b"the same text, again and again; " * 4


def run(*command: str, data: bytes) -> bytes:
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def test_gzip_opens_the_golden_frames() -> None:
    frames = golden("framing.txt")
    assert run("gzip", "-dc", data=frames["plain member over 128 bytes"]) == TEXT
    assert run("gzip", "-dc", data=frames["plain member over nothing"]) == b""
    inner = run("gzip", "-dc", data=frames["stored chunk over 128 bytes"])
    assert run("gzip", "-dc", data=inner) == TEXT
    assert run("gzip", "-dc", data=frames["gap of 26 bytes"] + frames["gap of 64 bytes"]) == b""
    assert run("gzip", "-dc", data=golden("footer.txt")["footer"]) == b""


def test_gnu_tar_lists_the_golden_glue() -> None:
    inner = gzip.decompress(golden("glue.txt")["glue"])
    listed = run("tar", "-tzf", "-", "--quoting-style=literal", data=inner)
    folders = {b"One", b"v" * 91, b"w" * 92}
    names = [line.path + b"/" * (line.path in folders) for line in GLUED]
    assert listed.splitlines() == [b"storage/", *(b"storage/" + name for name in names)]


def test_framing_is_frozen() -> None:
    assert golden("framing.txt") == {
        "plain member over 128 bytes": plain(TEXT),
        "plain member over nothing": plain(b""),
        "stored chunk over 128 bytes": stored_chunk(TEXT),
        "gap of 26 bytes": gap(26),
        "gap of 64 bytes": gap(64),
    }


def test_glue_is_frozen() -> None:
    assert golden("glue.txt") == {"glue": glue()}


def test_footer_is_frozen() -> None:
    assert golden("footer.txt") == {"footer": encode_footer(FOOTER)}
    assert decode_footer(golden("footer.txt")["footer"]) == FOOTER


def test_index_lines_are_frozen() -> None:
    lines = (FOLDER / "index.txt").read_bytes().splitlines(keepends=True)
    assert [json.loads(line) for line in lines]
    assert lines == [encode(line) for line in LINES]
    assert [decode(line) for line in lines] == LINES
