"""Libraries on disk from a dict, and what lies in one: contents, links, modes and times."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.archives import Tree, noise, with_folders

if TYPE_CHECKING:
    from pathlib import Path

TIME = 1_700_000_001
FOLDER_TIME = 1_700_000_000
"""The times that `make_archive` gives to files and folders."""


@dataclass(frozen=True, slots=True)
class Node:
    """`held` is the content of a file, the target of a link, None for a folder."""

    kind: str
    mode: int
    held: bytes | None
    mtime: int


def lay_out(root: Path, tree: Tree) -> Path:
    """Make the tree as `make_archive` would describe it: times, and `.sh` executable."""
    root.mkdir(parents=True, exist_ok=True)
    top = os.fsencode(root)
    whole = with_folders(tree)
    for path, content in sorted(whole.items()):
        where = os.path.join(top, path)
        if content is None:
            os.makedirs(where, exist_ok=True)
            continue
        os.makedirs(os.path.dirname(where), exist_ok=True)
        with open(where, "wb") as file:
            file.write(content)
        os.chmod(where, 0o755 if path.endswith(b".sh") else 0o644)
        os.utime(where, (TIME, TIME))
    for path in sorted((path for path, held in whole.items() if held is None), reverse=True):
        os.chmod(os.path.join(top, path), 0o755)
        os.utime(os.path.join(top, path), (FOLDER_TIME, FOLDER_TIME))
    return root


def nodes(root: Path, *, ours: bool = False, folder_times: bool = True) -> dict[bytes, Node]:
    """Everything below `root`; without what the engine keeps there unless `ours`."""
    found: dict[bytes, Node] = {}
    top = os.fsencode(root)
    for at, folders, files in os.walk(top):
        if at == top and not ours:
            folders[:] = [name for name in folders if not name.startswith(b".restore-")]
        for name in (*folders, *files):
            path = os.path.join(at, name)
            about = os.lstat(path)
            mtime = int(about.st_mtime)
            held: bytes | None = None
            kind = "folder"
            if stat.S_ISLNK(about.st_mode):
                kind, held, mtime = "link", os.readlink(path), 0
            elif stat.S_ISREG(about.st_mode):
                with open(path, "rb") as file:
                    kind, held = "file", file.read()
            elif not folder_times:
                mtime = 0
            mode = stat.S_IMODE(about.st_mode)
            found[os.path.relpath(path, top)] = Node(kind, mode, held, mtime)
    return found


ONE = b"11111111-1111-4111-8111-111111111111"
TWO = b"22222222-2222-4222-8222-222222222222"

BACKUP: Tree = {
    b"manga/" + ONE + b"/cover.jpg": noise(3_000, 1),
    b"manga/" + ONE + b"/organized/T/1.cbz": noise(70_000, 2),
    b"manga/" + ONE + b"/organized/T/2.cbz": noise(5_000, 3),
    b"manga/" + ONE + b"/notes.txt": b"hello\n" * 50,
    b"manga/" + ONE + b"/empty": b"",
    b"manga/" + ONE + b"/folder": None,
    b"manga/" + TWO + b"/only in the backup.cbz": noise(900, 4),
    b"run.sh": b"#!/bin/sh\n",
    b"became a folder": b"a file then",
    b"became a file/x": b"a folder then",
    b"\xff\xfe odd\nname.jpg": noise(700, 5),
    "composed \u00e9 \u65e5\u672c.cbz".encode(): noise(512, 6),
    "decomposed e\u0301.cbz".encode(): noise(513, 7),
    b"n" * 255: b"the longest name",
}
LIVE: Tree = {
    b"manga/" + ONE + b"/cover.jpg": noise(3_000, 1),
    b"manga/" + ONE + b"/organized/T/1.cbz": noise(70_000, 2),
    b"manga/" + ONE + b"/organized/T/2.cbz": b"changed since",
    b"manga/" + ONE + b"/organized/T/3.cbz": b"new since",
    b"manga/" + ONE + b"/notes.txt": b"hello\n" * 50,
    b"manga/" + ONE + b"/empty": b"",
    b"manga/33333333-3333-4333-8333-333333333333/only live.cbz": noise(800, 8),
    b"run.sh": b"#!/bin/sh\n",
    b"became a folder/x": b"a folder now",
    b"became a file": b"a file now",
    b"\xff\xfe odd\nname.jpg": noise(700, 5),
    "decomposed e\u0301.cbz".encode(): noise(513, 7),
    b"temp/half a download": b"...",
    b"temp/empty": None,
}
"""Each kind of difference between the two: equal, changed, on one side only, of another kind."""
