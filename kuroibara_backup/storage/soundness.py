"""Does a CBZ open, and are its pages what its own checksums say?

It may come from anywhere: nothing is unpacked, and no more is read than the file itself declares.
"""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from kuroibara_backup.storage.comics import Unreadable, read_comic
from kuroibara_backup.storage.scan import shown

if TYPE_CHECKING:
    from kuroibara_backup.archive.entries import Check

_CHUNK: Final = 1 << 20


def flaw(handle: int, *, pages: bool, check: Check) -> str | None:
    """What is wrong with an open CBZ, as completes "PATH: "; None when it is sound.

    Its directory is read, and with `pages` every page against its CRC-32. Closes `handle`.
    """
    again = os.dup(handle) if pages else None
    try:
        comic = read_comic(handle)
        if comic.pages == 0:
            return "it holds no page"
        return None if again is None else _broken_page(again, check)
    except Unreadable as exc:
        return str(exc)
    finally:
        if again is not None:
            os.close(again)


def _broken_page(handle: int, check: Check) -> str | None:
    os.lseek(handle, 0, os.SEEK_SET)
    with os.fdopen(os.dup(handle), "rb") as file, zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            try:
                with archive.open(entry) as page:
                    while page.read(_CHUNK):
                        check()
            except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, OSError):
                return f"its page {_told(entry)} is damaged"
            except (NotImplementedError, RuntimeError):
                return f"its page {_told(entry)} is encrypted or packed in a rare way"
    return None


def _told(entry: zipfile.ZipInfo) -> str:
    return shown(entry.filename.encode("utf-8", "surrogateescape"))
