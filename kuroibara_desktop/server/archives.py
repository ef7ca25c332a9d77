"""The engine's calls about one backup of its own, and about manga that only its library has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx

from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.checks import Decided, Drill, OrphanFolder, Orphans, Recovered
from kuroibara_desktop.core.restoring import Series
from kuroibara_desktop.server import fields, reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kuroibara_desktop.core.jobs import ServerJob
    from kuroibara_desktop.core.restores import Proof
    from kuroibara_desktop.server.calling import Calls

_READING = httpx.Timeout(300.0, connect=10.0)  # it reads the whole dump for the titles


class ArchiveCalls:
    """Backups are named by their id here: a name can become another backup's."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def lease(self, backup_id: str) -> datetime:
        """Have the server keep a backup while it is copied; returns until when it does."""
        return self._calls.tell(
            "PUT", f"{_path(backup_id)}/lease", None, _leased, doing="asking to keep the backup"
        )

    def decide(
        self,
        backup_id: str,
        *,
        pinned: bool | None = None,
        note: str | None = None,
        accept: bool = False,
    ) -> Decided:
        """Pin or unpin a backup, note something about it, or accept one that looked suspect."""
        question: dict[str, object] = {}
        if pinned is not None:
            question["pinned"] = pinned
        if note is not None:
            question["note"] = note
        if accept:
            question["suspect"] = False
        return self._calls.tell(
            "PATCH", _path(backup_id), question, _decided, doing="noting the decision"
        )

    def delete(self, filename: str, *, proof: Proof | None = None) -> None:
        """Delete a backup on the server, for good; wants a proof."""
        self._calls.ask(
            "DELETE",
            f"/backup/delete/{quote(filename, safe='')}",
            doing="deleting the backup",
            headers={} if proof is None else {"X-Confirm": proof.token},
        )

    def verify(self, backup_id: str) -> ServerJob:
        """Have the server read a backup again, to the last byte."""
        return self._calls.tell(
            "POST", f"{_path(backup_id)}/verify", None, reading.job, doing="asking for a check"
        )

    def drill(self, backup_id: str, *, land: bool = False) -> ServerJob:
        """Have the server rehearse a restore of it; `land` also writes the files to its disk."""
        return self._calls.tell(
            "POST",
            f"{_path(backup_id)}/drill?land={'true' if land else 'false'}",
            None,
            reading.job,
            doing="asking for a rehearsal",
        )

    def last_drill(self, backup_id: str) -> Drill:
        return self._calls.get(f"{_path(backup_id)}/drill", _drill, "the last rehearsal")

    def series(self, backup_id: str) -> tuple[Series, ...]:
        """The series it holds files of, by title; an engine that cannot tell says `NotFound`."""
        try:
            return self._calls.get(
                f"{_path(backup_id)}/series", _series, "the list of series", timeout=_READING
            )
        except NotFound as exc:
            if exc.code == "no_such_backup":
                raise
            raise NotFound(
                "This server cannot tell which series a backup holds.",
                remedy="Copy the backup here first: then they are read on this computer. A newer"
                " Kuroibara Backup on the server tells them itself.",
            ) from exc

    # Manga without rows

    def orphan_count(self) -> int:
        return self._calls.get("/backup/check-orphaned", _orphan_count, "the orphans")

    def survey_orphans(self) -> ServerJob:
        """Have the server find out which; `surveyed` reads the job's result."""
        return self._calls.get("/backup/orphans", reading.job, "the orphans")

    def recover_orphans(self, *, user: str | None = None, look_only: bool = False) -> ServerJob:
        """Have them put back into the database for `user`; `recovered` reads the job's result."""
        return self._calls.tell(
            "POST",
            "/backup/orphans/recover",
            {"user": user, "dry_run": look_only},
            reading.job,
            doing="asking for a recovery",
        )

    def surveyed(self, job: ServerJob) -> Orphans:
        return fields.shaped(
            lambda: Orphans(
                manga=fields.count(job.result, "manga_count"),
                recoverable=fields.count(job.result, "recoverable_count"),
                chapters=fields.count(job.result, "chapters_count"),
                gone=fields.count(job.result, "gone_count"),
                folders=_folders(job.result),
            ),
            host=self._calls.host,
            asked="the orphans",
        )

    def recovered(self, job: ServerJob) -> Recovered:
        return fields.shaped(
            lambda: Recovered(
                user=fields.shown(job.result, "user") or None,
                dry_run=fields.flag(job.result, "dry_run"),
                manga=fields.count(job.result, "recovered_count"),
                chapters=fields.count(job.result, "recovered_chapters"),
                problems=tuple(why for one in _folders(job.result) for why in one.problems),
            ),
            host=self._calls.host,
            asked="what was recovered",
        )


def _path(backup_id: str) -> str:
    return f"/backup/archives/{quote(backup_id, safe='')}"


def _leased(value: object) -> datetime:
    until = fields.moment_or_none(fields.an_object(value).get("leased_until"))
    if until is None:
        raise fields.Misread("leased_until")
    return until


def _decided(value: object) -> Decided:
    answer = fields.an_object(value)
    return Decided(
        backup_id=fields.an_identity(answer, "backup_id"),
        pinned=fields.flag(answer, "pinned"),
        note=fields.shown(answer, "note") or None,
        suspect=fields.flag(answer, "suspect"),
    )


def _drill(value: object) -> Drill:
    answer = fields.an_object(value)
    reason = fields.inside(answer, "reason")
    return Drill(
        proved=fields.flag(answer, "proved"),
        finished_at=fields.moment_or_none(answer.get("finished_at")),
        covered=fields.shown_all(answer, "covered"),
        not_proved=fields.shown_all(answer, "not_proved"),
        reason=reading.problem(reason) if reason else None,
    )


def _series(value: object) -> tuple[Series, ...]:
    return tuple(
        Series(
            id=fields.an_identity(one, "id"),
            title=fields.shown(one, "title") or fields.an_identity(one, "id"),
            files=fields.count(one, "files"),
            bytes=fields.count(one, "bytes"),
        )
        for one in fields.objects(fields.an_object(value), "series")
    )


def _orphan_count(value: object) -> int:
    return fields.count(fields.an_object(value), "orphaned_count")


def _folders(result: Mapping[str, object]) -> tuple[OrphanFolder, ...]:
    return tuple(
        OrphanFolder(
            title=fields.shown(one, "title") or fields.shown(one, "folder"),
            chapters=fields.count(one, "chapters_count"),
            problems=fields.shown_all(one, "problems"),
        )
        for one in fields.objects(result, "manga")
    )
