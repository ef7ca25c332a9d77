"""What is asked of a restore, and what its plan says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from kuroibara_backup.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


class Scope(Enum):
    """What is put back. `EVERYTHING` of a database-only backup is its database."""

    EVERYTHING = "everything"
    DATABASE = "database"
    STORAGE = "storage"
    MANGA = "manga"

    @property
    def of_database(self) -> bool:
        return self in (Scope.EVERYTHING, Scope.DATABASE)

    @property
    def of_storage(self) -> bool:
        return self is not Scope.DATABASE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`manga` are the folders that `Scope.MANGA` puts back."""

    scope: Scope = Scope.EVERYTHING
    manga: tuple[UUID, ...] = ()
    safety_copy: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many there are of something; None where that cannot be told."""

    what: str
    now: int | None
    backup: int | None

    @property
    def difference(self) -> int | None:
        return None if self.now is None or self.backup is None else self.backup - self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why it will not be done; the words of the error that a confirmation would get."""

    code: str
    sentence: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to put the files in place: the most space it takes at any moment, in bytes."""

    name: str
    needed: int
    free: int

    @property
    def fits(self) -> bool:
        return self.needed <= self.free


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a plan was made against; a plan for anything else is void."""

    server: str
    database: str
    database_oid: int
    schema: str
    storage: str
    engine: str
    last_restore: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a restore would do here, for a person to decide on.

    `people` can sign in afterwards, `administrators` may back up then. `sessions` are those that
    cannot be ended. `server_name` is what a confirmation has to repeat.
    """

    id: UUID
    server_name: str
    wanted: Wanted
    backup: Mapping[str, Any]
    counts: tuple[Count, ...]
    schema: Mapping[str, Any]
    ways: tuple[Way, ...]
    way: str | None
    database_bytes: int
    people: tuple[str, ...]
    people_count: int
    administrators: tuple[str, ...]
    sessions: tuple[str, ...]
    warnings: tuple[str, ...]
    refusals: tuple[Refusal, ...]

    @property
    def possible(self) -> bool:
        return not self.refusals

    def must_be_possible(self) -> None:
        """Raise what stands in the way, the first of it."""
        for one in self.refusals:
            raise Refused(one.sentence, remedy=one.remedy, code=one.code)


def plan_document(plan: Plan) -> dict[str, Any]:
    """As JSON shows it; holds no path of this server."""
    return {
        "plan_id": str(plan.id),
        "server_name": plan.server_name,
        "scope": plan.wanted.scope.value,
        "manga": [str(one) for one in plan.wanted.manga],
        # Of files there is none: the old ones lie beside the new until the rollback is over.
        "safety_copy": plan.wanted.safety_copy and plan.wanted.scope.of_database,
        "backup": dict(plan.backup),
        "counts": [
            {
                "what": one.what,
                "now": one.now,
                "backup": one.backup,
                "difference": one.difference,
            }
            for one in plan.counts
        ],
        "schema": dict(plan.schema),
        "space": {
            "way": plan.way,
            "ways": [
                {"way": one.name, "needed": one.needed, "free": one.free, "fits": one.fits}
                for one in plan.ways
            ],
            "database_bytes": plan.database_bytes,
        },
        "afterwards": {
            "people": list(plan.people),
            "people_count": plan.people_count,
            "administrators": list(plan.administrators),
        },
        "sessions": list(plan.sessions),
        "warnings": list(plan.warnings),
        "possible": plan.possible,
        "refusals": [
            {"code": one.code, "detail": one.sentence, "remedy": one.remedy}
            for one in plan.refusals
        ],
    }


def why_void(agreed: Target, now: Target) -> str | None:
    """Say what has changed since a plan was made, such that it no longer holds; None: it holds.

    Completes "The plan no longer holds: …". Rows and files may change: people go on reading.
    """
    changed = (
        (agreed.server != now.server, "the database is on another server now"),
        (agreed.last_restore != now.last_restore, "another restore or rollback ran since"),
        (
            (agreed.database, agreed.database_oid) != (now.database, now.database_oid),
            "the database is another one now",
        ),
        (agreed.schema != now.schema, "the tables of the database changed since"),
        (agreed.storage != now.storage, "the library folder is another one now"),
        (agreed.engine != now.engine, "the engine was updated since"),
    )
    return next((sentence for differs, sentence in changed if differs), None)
