"""CBZ files of any kind, for tests of what reads them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from pathlib import Path


def cbz(pages: int, *more: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """So many pages, then these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for number in range(1, pages + 1):
            archive.writestr(f"{number:04}.jpg", b"a page")
        for name, content in more:
            archive.writestr(name, content)
    return out.getvalue()


def comic_info(**fields: str) -> bytes:
    inside = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items())
    return f'<?xml version="1.0"?>\n<ComicInfo>{inside}</ComicInfo>'.encode()


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
