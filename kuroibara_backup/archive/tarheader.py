"""The tar headers of both layers: a frozen function of name, size, time and kind.

Names are written as they are, byte for byte, and a name too long for the header gets a GNU `L`
entry. A pax `path` would be the POSIX way, but libarchive composes such names (NFD becomes NFC) and
fails on them in the C locale, and it cannot hold names that are not UTF-8; the plain bytes come out
right in GNU tar, bsdtar, busybox, 7-Zip and Python alike.
"""

from __future__ import annotations

BLOCK = 512
END_OF_TAR = bytes(2 * BLOCK)
LATEST_TIME = 0o77777777777
_NAME, _PREFIX = 100, 155
_OCTAL_LIMIT = 1 << 33


def padding(size: int) -> int:
    """How many zero bytes follow `size` bytes of content."""
    return -size % BLOCK


def file_header(name: bytes, size: int, mtime: int, *, executable: bool = False) -> bytes:
    """All bytes that precede the content of the file `name`."""
    return _header(name, size, mtime, 0o755 if executable else 0o644, b"0")


def folder_header(name: bytes, mtime: int) -> bytes:
    """All bytes of the folder `name`, given without the `/` at its end."""
    return _header(name + b"/", 0, mtime, 0o755, b"5")


def _header(name: bytes, size: int, mtime: int, mode: int, kind: bytes) -> bytes:
    extra = b""
    fitting = _split(name)
    if fitting is None:
        extra = _block(b"././@LongLink", b"", len(name) + 1, 0, 0o644, b"L") + _padded(name + b"\0")
        fitting = name[:_NAME], b""
    if size >= _OCTAL_LIMIT:
        record = _record(b"size", b"%d" % size)
        extra += _block(b"PaxHeader", b"", len(record), 0, 0o644, b"x") + _padded(record)
    return extra + _block(*fitting, size, mtime, mode, kind)


def _split(name: bytes) -> tuple[bytes, bytes] | None:
    """Return (name, prefix): cut at the first slash after which the rest fits into `name`."""
    if len(name) <= _NAME:
        return name, b""
    slash = name.find(b"/", len(name) - _NAME - 1, -1)
    return (name[slash + 1 :], name[:slash]) if 0 < slash <= _PREFIX else None


def _block(name: bytes, prefix: bytes, size: int, mtime: int, mode: int, kind: bytes) -> bytes:
    octal = size < _OCTAL_LIMIT
    before = b"%b%07o\x000000000\x000000000\x00%b%011o\x00" % (
        name.ljust(_NAME, b"\0"),
        mode,
        b"%011o\x00" % size if octal else b"\x80" + size.to_bytes(11, "big"),
        min(max(mtime, 0), LATEST_TIME),
    )
    after = (kind + bytes(100) + b"ustar\x0000" + bytes(80) + prefix).ljust(BLOCK - 156, b"\0")
    checksum = sum(before) + 8 * 0x20 + sum(after)
    return b"%b%06o\x00 %b" % (before, checksum, after)


def _padded(data: bytes) -> bytes:
    return data + bytes(padding(len(data)))


def _record(key: bytes, value: bytes) -> bytes:
    """One pax record, whose first number counts the whole record, itself included."""
    rest = b" %b=%b\n" % (key, value)
    length = len(rest)
    while len(b"%d" % length) + len(rest) != length:
        length = len(b"%d" % length) + len(rest)
    return b"%d%b" % (length, rest)
