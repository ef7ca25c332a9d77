"""Which files are worth deflating."""

from __future__ import annotations

from isal import isal_zlib

SAMPLE = 64 << 10
_SHRINKS_TO = 0.9

PACKED_SUFFIXES = frozenset(
    b"7z apng avif br bz2 cb7 cbr cbz docx epub flac gif gz heic heif jp2 jpe jpeg jpg jxl "
    b"lz lz4 lzma m4a m4v mkv mov mp3 mp4 odt ogg opus png pptx rar svgz tbz tgz txz webm webp "
    b"woff woff2 xlsx xz zip zst".split()
)
"""Endings, in lower case and without the dot, of files that are compressed already."""


def packed_by_name(path: bytes) -> bool:
    """Whether the ending says that the file is compressed already."""
    return path.rpartition(b"/")[2].rpartition(b".")[2].lower() in PACKED_SUFFIXES


def worth_deflating(sample: bytes) -> bool:
    """Whether the beginning of a file shrinks by a tenth at least."""
    return len(isal_zlib.compress(sample, 2, -15)) <= len(sample) * _SHRINKS_TO
