"""How are the bytes of a request taken in: checked on the way, counted only when all are right?"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kuroibara_backup.errors import BackupError, InvalidRequest, NotABackup, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kuroibara_backup.database.state.uploads import Upload
    from kuroibara_backup.places.incoming import Incoming

CHUNK_MAX: Final = 64 << 20
_SHA256: Final = re.compile(r"(?:^|,)\s*sha-256\s*=\s*:([A-Za-z0-9+/]+=*):")
_LOOK_AGAIN: Final = 64 << 20


class DigestProblem(BackupError):
    """The bytes that came are not those that were announced; none of them counts."""

    code = "digest_mismatch"
    title = "The request cannot be carried out"
    http_status = 400
    exit_status = 2
    remedy = "Send the same bytes again, with their SHA-256."


class TooLarge(Refused):
    code = "chunk_too_large"
    http_status = 413


class Piece:
    """Some bytes of an upload on their way to the disk; close it, whatever happens."""

    def __init__(
        self,
        incoming: Incoming,
        upload: Upload,
        digest: bytes,
        *,
        acknowledge: Callable[[Upload, int], Upload],
    ) -> None:
        self._incoming = incoming
        self._upload = upload
        self._wanted = digest
        self._acknowledge = acknowledge
        self._seen = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes | memoryview) -> None:
        """Take in some more; refused where it is more than a piece, or than the file, can be."""
        if self._size + len(data) > CHUNK_MAX:
            raise too_large()
        at = self._upload.received + self._size
        if at + len(data) > self._upload.size:
            raise InvalidRequest(
                "Nothing was taken in: the piece goes on behind the end of the file.",
                remedy=f"The file has {self._upload.size:,} bytes, as was said at the beginning.",
                code="beyond_the_end",
                facts={"offset": self._upload.received},
            )
        self._seen.update(data)
        self._incoming.write(at, data)
        self._size += len(data)

    def finish(self) -> int:
        """Count what came, once it is right and on the disk; returns where to go on."""
        if self._seen.digest() != self._wanted:
            raise DigestProblem(
                "Nothing was taken in: the bytes do not have the SHA-256 that came with them.",
                facts={"offset": self._upload.received},
            )
        self._incoming.sync()
        received = self._upload.received + self._size
        self._upload = self._acknowledge(self._upload, received)
        return self._upload.received

    def close(self) -> None:
        """Let go of the upload; what was not counted goes."""
        try:
            with suppress(BackupError):
                self._incoming.keep(self._upload.received)
        finally:
            self._incoming.close()


class WholeFile:
    """A file that comes in one go; close it, whatever happens: it stays only if it was kept."""

    def __init__(
        self, incoming: Incoming, upload_id: UUID, *, fits: Callable[[int, int], None]
    ) -> None:
        self.id = upload_id
        self._incoming = incoming
        self._fits = fits
        self._seen = hashlib.sha256()
        self._size = 0
        self._kept = False

    def write(self, data: bytes | memoryview) -> None:
        if (self._size + len(data)) // _LOOK_AGAIN > self._size // _LOOK_AGAIN:
            self._fits(_LOOK_AGAIN, self._size)
        self._seen.update(data)
        self._incoming.write(self._size, data)
        self._size += len(data)

    def finish(self) -> tuple[int, str]:
        """Have it on the disk; returns its size and its SHA-256."""
        if not self._size:
            raise NotABackup("The file that was sent is empty.")
        self._incoming.sync()
        return self._size, self._seen.hexdigest()

    def keep(self) -> None:
        self._kept = True

    def close(self) -> None:
        if not self._kept:
            self._incoming.remove()
        self._incoming.close()


def sha256_of(content_digest: str | None) -> bytes:
    """The SHA-256 of a Content-Digest field (RFC 9530); other sums in it are passed over."""
    found = _SHA256.search(content_digest or "")
    if found is not None:
        with suppress(binascii.Error):
            digest = base64.b64decode(found[1], validate=True)
            if len(digest) == hashlib.sha256().digest_size:
                return digest
    raise DigestProblem(
        "Nothing was taken in: the piece came without its SHA-256.",
        remedy="Send it in the header Content-Digest: sha-256=:BASE64:.",
        code="digest_missing",
    )


def too_large() -> Refused:
    return TooLarge(
        f"Nothing was taken in: a piece has at most {CHUNK_MAX:,} bytes.",
        remedy="Send smaller pieces.",
        facts={"chunk_size_max": CHUNK_MAX},
    )


def busy(offset: int) -> Refused:
    return Refused(
        "Nothing was taken in: the upload is being written over another connection.",
        remedy="Let that one end, or try again in half a minute.",
        code="upload_busy",
        facts={"offset": offset},
    )
