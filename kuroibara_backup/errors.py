"""Everything that may go wrong and be shown to a person.

    BackupError                    exit 1, HTTP 500
    ├── InvalidRequest             exit 2, HTTP 422   the caller asked for something impossible
    ├── Damaged                    exit 3, HTTP 422   bytes are not what they must be
    │   ├── ArchiveTruncated
    │   ├── ArchiveCorrupt         names the member and the offset
    │   └── ArchiveUnsafe          an entry would land where it must not
    ├── NotABackup                 exit 4, HTTP 415
    ├── Refused                    exit 5, HTTP 409   space, version, lock, a taken name
    │   ├── ArchiveTooLarge
    │   ├── TooManyAttempts        HTTP 429, Retry-After
    │   └── NotEnoughSpace         HTTP 507
    ├── NoConnection               exit 6, HTTP 503
    ├── NotAllowed                 exit 7, HTTP 403
    │   └── NotSignedIn        HTTP 401   no token, a wrong password, an expired token
    └── NotFound                   exit 5, HTTP 404

Each carries a sentence (what did not happen and why) and a remedy (what to do).
Sentences never hold a secret; those that may travel over HTTP hold no path either.
`Cancelled` is no error: the user asked for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping


class Cancelled(Exception):
    """The work was stopped on request; nothing is left under a final name."""


class BackupError(Exception):
    """Base of everything a user may be shown; raise a subclass.

    `code` is stable and machine-readable; `http_status` and `exit_status` are how the doors answer.
    `facts` are for programs, such as the right offset; over HTTP they stand beside the code.
    """

    code: str = "unexpected"
    title: ClassVar[str] = "Something went wrong"
    http_status: int = 500
    exit_status: ClassVar[int] = 1
    remedy: str = ""

    def __init__(
        self,
        sentence: str,
        *,
        remedy: str | None = None,
        code: str | None = None,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts or {}
        if remedy is not None:
            self.remedy = remedy
        if code is not None:
            self.code = code


class InvalidRequest(BackupError):
    code = "invalid_request"
    title = "The request cannot be carried out"
    http_status = 422
    exit_status = 2


class Damaged(BackupError):
    code = "damaged"
    title = "The backup is damaged"
    http_status = 422
    exit_status = 3
    remedy = (
        "Use another copy of this backup. What is undamaged can still be taken out with `extract`."
    )


class ArchiveTruncated(Damaged):
    code = "archive_truncated"
    remedy = "The end of the file is missing: copy it again, or use another copy of this backup."


class ArchiveCorrupt(Damaged):
    """`member` names the part that is hit: a path of the library, or a part of the file.

    `offset` is in bytes from the start of the file.
    """

    code = "archive_corrupt"

    def __init__(
        self, sentence: str, *, member: str, offset: int, remedy: str | None = None
    ) -> None:
        super().__init__(sentence, remedy=remedy)
        self.member = member
        self.offset = offset


class ArchiveUnsafe(Damaged):
    """`entry` is the offending name as text; `why` completes "…because it"."""

    code = "archive_unsafe"
    remedy = "Do not use this file: no backup made by Kuroibara holds such an entry."

    def __init__(self, entry: str, why: str) -> None:
        super().__init__(f"The archive was refused: its entry {entry!r} {why}.")
        self.entry = entry
        self.why = why


class NotABackup(BackupError):
    code = "not_a_backup"
    title = "This is not a backup"
    http_status = 415
    exit_status = 4
    remedy = "Choose a .tar.gz file that a Kuroibara server made."


class Refused(BackupError):
    code = "refused"
    title = "The request was refused"
    http_status = 409
    exit_status = 5


class ArchiveTooLarge(Refused):
    code = "archive_too_large"
    http_status = 413
    remedy = "If the file is trusted, raise the limit named above."


class TooManyAttempts(Refused):
    """`retry_after` is in seconds."""

    code = "rate_limited"
    title = "There were too many attempts"
    http_status = 429

    def __init__(self, sentence: str, *, retry_after: int, remedy: str | None = None) -> None:
        super().__init__(sentence, remedy=remedy)
        self.retry_after = retry_after


class NotEnoughSpace(Refused):
    """`needed` and `free` are in bytes."""

    code = "not_enough_space"
    title = "There is not enough space"
    http_status = 507
    remedy = "Free some space or choose another folder."

    def __init__(self, sentence: str, *, needed: int, free: int, remedy: str | None = None) -> None:
        super().__init__(sentence, remedy=remedy)
        self.needed = needed
        self.free = free


class NoConnection(BackupError):
    code = "no_connection"
    title = "There is no connection"
    http_status = 503
    exit_status = 6


class NotAllowed(BackupError):
    code = "not_allowed"
    title = "This is not allowed"
    http_status = 403
    exit_status = 7


class NotSignedIn(NotAllowed):
    code = "not_signed_in"
    title = "You are not signed in"
    http_status = 401
    remedy = "Sign in again."


class NotFound(BackupError):
    code = "not_found"
    title = "There is no such thing"
    http_status = 404
    exit_status = 5
