"""Load a dump that is made up here: `load_dump DUMP WHERE LENGTH`, the database's URL in `URL`.

A line of LENGTH bytes goes into DUMP at WHERE (0 length: none). The text is never whole in memory.
Prints the peak memory in MiB, the error's code or "loaded", and the rows.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.database.load import load
from kuroibara_backup.errors import BackupError
from tests.benchmarks.back_up import own_peak

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 1 << 18
ROW = b"COPY public.genre (id, name, description) FROM stdin;\n"
PLACES = {
    # what the line goes in front of, and how it begins and ends
    "row": (b"\\.\n", b"99\tlong\t", b"\n"),
    "row without end": (b"\\.\n", b"99\tlong\t", b""),
    "copy": (b"COPY public.genre", b"COPY public.", b" FROM stdin;\n"),
    "comment": (b"COPY public.genre", b"-- ", b"\n"),
    "block": (b"COPY public.genre", b"/* ", b" */\n"),
    "statement": (b"COPY public.genre", b"COMMENT ON TABLE public.genre IS '", b"';\n"),
    "name": (b"COPY public.genre", b'CREATE TABLE public."', b'" (a integer);\n'),
    "word": (b"COPY public.genre", b"CREATE TABLE public.", b" (a integer);\n"),
    "command": (b"COPY public.genre", b"\\", b"\n"),
    "blanks": (b"COPY public.genre", b"", b"\n"),
}


def chunks(dump: Path, where: str, length: int) -> Iterator[bytes]:
    with dump.open("rb") as file:
        if not length:
            while piece := file.read(PIECE):
                yield piece
            return
        text = file.read()
    before, begins, ends = PLACES[where]
    at = text.index(before, text.index(ROW) if before == b"\\.\n" else 0)
    yield text[:at] + begins
    letters = (b" " if where == "blanks" else b"a") * PIECE
    for done in range(0, length, PIECE):
        yield letters[: length - done]
    yield ends + text[at:]


def main(dump: Path, where: str, length: int) -> None:
    try:
        loaded = load(chunks(dump, where, length), os.environ["URL"])
        said, rows = "loaded", sum(loaded.rows.values())
    except BackupError as exc:
        said, rows = exc.code, 0
    print(own_peak(), said, rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
