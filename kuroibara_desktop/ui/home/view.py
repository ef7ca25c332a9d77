"""What the Home page shows, worked out off the GUI thread from one look and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kuroibara_backup.errors import NotAllowed
from kuroibara_desktop.core import growth
from kuroibara_desktop.core.automatic import Hold
from kuroibara_desktop.core.backups import Backup, CopyState, LocalCopy, RemoteStatus, Where
from kuroibara_desktop.core.errors import SignInRequired
from kuroibara_desktop.core.reminders import (
    Condition,
    Knocks,
    Reminder,
    Rules,
    due,
    knocks,
    still_in_force,
    told_after,
)
from kuroibara_desktop.core.safety import (
    Ages,
    Obstacle,
    Safety,
    in_the_way,
    judge,
    next_copies,
)
from kuroibara_desktop.core.strip import Day, strip
from kuroibara_desktop.core.watch import Glance, Watch

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from kuroibara_desktop.core.growth import KindSize, Sample
    from kuroibara_desktop.core.libraries import Doubt
    from kuroibara_desktop.core.servers import OtherServer
    from kuroibara_desktop.ui.listing import Look


_OF_SERVER = {
    Condition.SERVER_STALE,
    Condition.SERVER_UNSEEN,
    Condition.SIGNED_OUT,
    Condition.SIGN_IN_ENDS,
}
_WITH_SERVER = _OF_SERVER | {Condition.HERE_STALE}  # what nobody can see to without one


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """One state of the page. `now` is by the server's clock, where it is known."""

    now: datetime
    place: str  # what the user calls the drive
    safety: Safety
    asked: bool  # the server was asked, and answered or did not
    connected: bool
    obstacles: tuple[Obstacle, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    knocks: Knocks = field(default_factory=Knocks)
    next: tuple[Backup, ...] = ()
    days: tuple[Day, ...] = ()
    samples: tuple[Sample, ...] = ()
    capacity: int | None = None
    full_on: date | None = None
    kinds: tuple[KindSize, ...] = ()
    drive_seen: datetime | None = None  # only while the drive is away
    server_seen: datetime | None = None
    has_server: bool = True  # False: only what is here is known, and nothing is asked
    stale_elsewhere: tuple[OtherServer, ...] = ()  # other servers without a fresh copy here
    doubts: tuple[Doubt, ...] = ()
    doubtful_there: bool = False  # it has backups, but none to rely on
    doubtful_here: bool = False


def viewed(
    look: Look,
    watch: Watch,
    rules: Rules,
    *,
    now: datetime,
    waiting: Collection[Hold] = (),
) -> tuple[HomeView, Watch]:
    """The page after `look`, and what to remember from now on.

    `waiting` is why nothing comes by itself just now.
    `now` is local time with its zone, by this computer's clock.
    """
    here = [row.local for row in look.backups if row.local is not None]
    drive_away = look.vault_error is not None
    watch = watch.after(
        Glance(
            server_answered=look.server_error is None
            if look.server_asked and look.has_server
            else None,
            signed_out=isinstance(look.server_error, SignInRequired),
            copies=None if drive_away else tuple(here),
        ),
        now,
    )
    rows = with_remembered(look.backups, watch.copies) if drive_away else look.backups
    mine = tuple(row for row in rows if _is_of(row, look.folder))
    by_server = now + look.skew
    safety = judge(
        mine,
        now=by_server,
        ages=Ages(there=rules.there, here=rules.here),
        same_machine=look.same_machine,
        has_server=look.has_server,
    )
    facts = watch.facts(safety, damaged=damaged(rows), suspect=suspects(mine))
    facts = replace(facts, sign_in_ends=look.sign_in_ends)
    reminders = due(now, facts, rules)
    if not look.server_asked:  # what it knows is not known yet
        reminders = tuple(one for one in reminders if one.condition not in _OF_SERVER)
    if not look.has_server:
        reminders = tuple(one for one in reminders if one.condition not in _WITH_SERVER)
    coming = next_copies(mine)
    held = sum(copy.size for copy in here)
    samples = growth.history([*here], watch.samples)
    view = HomeView(
        now=by_server,
        place=look.place,
        safety=safety,
        asked=look.server_asked,
        connected=look.server_error is None or isinstance(look.server_error, NotAllowed),
        obstacles=in_the_way(
            server_error=look.server_error,
            vault_error=look.vault_error,
            needed=sum(backup.size for backup in coming),
            free=look.free,
            metered=Hold.METERED in waiting if coming else None,
            on_battery=bool(coming) and Hold.BATTERY in waiting,
            paused=Hold.PAUSED in waiting,
        ),
        reminders=reminders,
        knocks=knocks(reminders, watch.told) if look.server_asked else Knocks(),
        next=coming,
        days=strip(mine, look.failures, today=now.date(), zone=now.tzinfo),
        samples=samples,
        capacity=held + look.free if look.free is not None else None,
        full_on=growth.full_on(samples, look.free, now.date()),
        kinds=growth.by_kind(rows),
        drive_seen=watch.drive_seen if drive_away else None,
        server_seen=watch.server_seen,
        has_server=look.has_server,
        stale_elsewhere=()
        if drive_away
        else tuple(
            one for one in look.elsewhere if one.newest is None or now - one.newest > rules.here
        ),
        doubts=look.doubts,
        doubtful_there=safety.there is None and any(row.remote for row in mine),
        doubtful_here=safety.here is None and any(row.local for row in mine),
    )
    if not look.server_asked:
        return view, watch
    snoozes = still_in_force(watch.snoozes, now, facts, reminders)
    told = told_after(reminders, watch.told)
    return view, replace(watch, snoozes=snoozes, told=told)


def _is_of(row: Backup, folder: str) -> bool:
    """Whether it is a backup of the server in use, whose folder in the archive is `folder`."""
    return not folder or row.remote is not None or row.local is None or row.local.server == folder


def with_remembered(rows: tuple[Backup, ...], copies: tuple[LocalCopy, ...]) -> tuple[Backup, ...]:
    """`rows` with the copies last seen on a drive that is away now: away is not lost."""
    joined = []
    left = list(copies)
    for row in rows:
        same = next((c for c in left if row.remote is not None and _same(row, c)), None)
        if same is None:
            joined.append(row)
        else:
            left.remove(same)
            joined.append(replace(row, local=same, where=Where.BOTH))
    joined += [Backup(where=Where.HERE, local=copy) for copy in left]
    return tuple(joined)


def _same(row: Backup, copy: LocalCopy) -> bool:
    remote = row.remote
    if remote is None:
        return False
    if remote.sha256 and copy.sha256:
        return remote.sha256 == copy.sha256
    return (remote.filename, remote.size) == (copy.remote_name, copy.size)


def damaged(rows: tuple[Backup, ...]) -> tuple[str, ...]:
    return tuple(r.name for r in rows if r.local and r.local.state is CopyState.DAMAGED)


def suspects(rows: tuple[Backup, ...]) -> tuple[str, ...]:
    """Names of suspect backups since the last good one: an old doubt is no news."""
    names = []
    dated = [row for row in rows if row.created_at is not None]
    dated.sort(key=lambda row: row.created_at.timestamp() if row.created_at else 0, reverse=True)
    for row in dated:
        if row.includes_storage is False and not row.suspect:
            continue
        if not row.suspect:
            broken = row.remote is not None and row.remote.status is not RemoteStatus.FINISHED
            if not broken:
                break
            continue
        names.append(row.name)
    return tuple(names)
