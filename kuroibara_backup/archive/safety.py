"""May this entry be written, and under which name? Pure rules; an archive is untrusted until then.

Only regular files and folders ever get here. A name that could leave the target, or that meets
another one there, refuses the whole archive; a name that the target's file system merely cannot
hold is written as `%XX` and reported.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from kuroibara_backup.archive.report import shown
from kuroibara_backup.errors import ArchiveTooLarge, ArchiveUnsafe

_RESERVED: Final = frozenset(b'<>:"|?*\\') | frozenset(range(32))
_DEVICES: Final = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{name}{digit}" for name in ("COM", "LPT") for digit in "123456789¹²³"]
)
_LONGEST_NAME: Final = 255
_RATIO_MATTERS_FROM: Final = 64 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an archive may ask for before it is refused; `total` None means: what is free.

    `ratio` is between all that comes out and the archive's own size; deflate's own most is 1,032.
    """

    entries: int = 5_000_000
    total: int | None = None
    file: int = 1 << 42
    ratio: int = 500
    path: int = 4096
    depth: int = 64

    def check_entry(self, path: bytes, size: int) -> None:
        if len(path) > self.path or path.count(b"/") >= self.depth:
            raise ArchiveUnsafe(shown(path[:200]), "has a longer or deeper path than is allowed")
        if size > self.file:
            raise ArchiveTooLarge(
                f"Nothing was taken out of {shown(path)}: it claims {size:,} bytes,"
                f" more than the {self.file:,} allowed for one file (limit `file`)."
            )

    def check_sum(self, *, entries: int, total: int, archive: int) -> None:
        if entries > self.entries:
            raise ArchiveTooLarge(
                f"The archive was refused: it holds more than {self.entries:,} entries"
                " (limit `entries`)."
            )
        if self.total is not None and total > self.total:
            raise ArchiveTooLarge(
                f"The archive was refused: more than {self.total:,} bytes would come out of it"
                " (limit `total`)."
            )
        if total > max(archive * self.ratio, _RATIO_MATTERS_FROM):
            raise ArchiveTooLarge(
                f"The archive was refused: more than {self.ratio} times its own size would come"
                " out of it (limit `ratio`)."
            )


def check_name(path: bytes) -> None:
    """Refuse a path that is not plainly below the place it is taken out to."""
    if not path or path.startswith(b"/"):
        raise ArchiveUnsafe(shown(path), "is an absolute path")
    if b"\0" in path:
        raise ArchiveUnsafe(shown(path), "holds a zero byte")
    for name in path.split(b"/"):
        if name in (b"", b".", b".."):
            raise ArchiveUnsafe(shown(path), "leads through an empty, `.` or `..` component")


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRules:
    """What the file system of a target does with names.

    `reserved`: it refuses what Windows refuses. `utf8`: it refuses bytes that are not UTF-8.
    `folds`: names that differ in case or Unicode form only are one name.
    """

    reserved: bool = False
    utf8: bool = False
    folds: bool = False


def writable_name(name: bytes, rules: TargetRules) -> bytes:
    """One component as the target can hold it; what it cannot is written `%XX`, and `%` as `%25`.

    A name that can be held stays as it is, `%` included.
    """
    bad: set[int] = set()
    if rules.utf8:
        bad |= _not_utf8(name)
    if rules.reserved:
        bad |= {at for at, byte in enumerate(name) if byte in _RESERVED}
        stem = name.split(b".", 1)[0].decode("utf-8", "replace").rstrip(" ").upper()
        if stem in _DEVICES:
            bad.add(0)
        if name[-1:] in (b".", b" "):
            bad.add(len(name) - 1)
    if not bad:
        return name
    return b"".join(
        b"%%%02X" % byte if at in bad or byte == ord("%") else bytes([byte])
        for at, byte in enumerate(name)
    )


def _not_utf8(name: bytes) -> set[int]:
    bad: set[int] = set()
    start = 0
    while True:
        try:
            name[start:].decode()
        except UnicodeDecodeError as exc:
            bad.update(range(start + exc.start, start + exc.end))
            start += exc.end
        else:
            return bad


class NameKeeper:
    """Sees every path that is to be written and refuses the second one that lands in one place."""

    def __init__(self, rules: TargetRules) -> None:
        self._rules = rules
        self._seen: set[int] = set()
        self.renamed: list[tuple[bytes, bytes]] = []

    def admit(self, path: bytes) -> bytes:
        """Return the path to write to."""
        check_name(path)
        written = b"/".join(writable_name(name, self._rules) for name in path.split(b"/"))
        if any(len(name) > _LONGEST_NAME for name in written.split(b"/")):
            raise ArchiveUnsafe(shown(path[:200]), "has a name longer than file systems hold")
        if written != path:
            self.renamed.append((path, written))
        # 64 bits of a keyed hash each: a million paths stay within tens of megabytes.
        key = hash(self._folded(written))
        if key in self._seen:
            raise ArchiveUnsafe(shown(path), "is there twice, or differs in case or accents only")
        self._seen.add(key)
        return written

    def _folded(self, path: bytes) -> bytes | str:
        if not self._rules.folds:
            return path
        text = path.decode("utf-8", "surrogateescape")
        return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
