"""What this computer remembers between two looks, so that it can say since when."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kuroibara_desktop.core.growth import Sample, noted
from kuroibara_desktop.core.reminders import Condition, Facts, Snooze
from kuroibara_desktop.core.safety import worth_remembering

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kuroibara_desktop.core.backups import LocalCopy
    from kuroibara_desktop.core.safety import Safety

_OF_THE_DRIVE = frozenset({Condition.COPY_DAMAGED, Condition.DRIVE_MISSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What one look saw.

    `server_answered` is None while the answer is awaited; `copies` is None when the archive folder
    could not be looked into.
    """

    server_answered: bool | None
    signed_out: bool
    copies: tuple[LocalCopy, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Since when what is so. `copies` are those of the last look that found the drive."""

    began: datetime
    server_seen: datetime | None = None
    signed_out_since: datetime | None = None
    drive_seen: datetime | None = None
    drive_missing_since: datetime | None = None
    copies: tuple[LocalCopy, ...] = ()
    samples: tuple[Sample, ...] = ()
    snoozes: Mapping[Condition, Snooze] = field(default_factory=dict)
    told: frozenset[Condition] = frozenset()
    server: str = ""  # whose folder it is about

    def of(self, server: str, now: datetime) -> Watch:
        """The same for the server in use: what was seen of another one is not told of it."""
        if not server or server == self.server:
            return self
        if not self.server:
            return replace(self, server=server)
        return replace(
            self,
            server=server,
            began=now,
            server_seen=None,
            signed_out_since=None,
            told=self.told & _OF_THE_DRIVE,
            snoozes={c: s for c, s in self.snoozes.items() if c in _OF_THE_DRIVE},
        )

    def after(self, glance: Glance, now: datetime) -> Watch:
        """What is remembered after one more look at `now`."""
        signed_out_since = self.signed_out_since  # when nobody was there to say otherwise
        if glance.signed_out:
            signed_out_since = self.signed_out_since or now
        elif glance.server_answered:
            signed_out_since = None
        seen = replace(
            self,
            server_seen=now if glance.server_answered else self.server_seen,
            signed_out_since=signed_out_since,
        )
        if glance.copies is None:
            return replace(seen, drive_missing_since=self.drive_missing_since or now)
        held = sum(copy.size for copy in glance.copies)
        return replace(
            seen,
            drive_seen=now,
            drive_missing_since=None,
            copies=worth_remembering(glance.copies),
            samples=noted(self.samples, now.date(), held),
        )

    def facts(
        self, safety: Safety, *, damaged: tuple[str, ...] = (), suspect: tuple[str, ...] = ()
    ) -> Facts:
        """What `core.reminders.due` wants to know."""
        there, whole = safety.there, safety.whole
        return Facts(
            began=self.began,
            newest_there=there.created_at if there else None,
            newest_here=whole.created_at if whole else None,
            signed_out_since=self.signed_out_since,
            drive_missing_since=self.drive_missing_since,
            server_seen=self.server_seen,
            damaged=damaged,
            suspect=suspect,
        )
