"""What do requests and answers look like in JSON?"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import quote
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from kuroibara_backup.database.kuroibara.accounts import Account
from kuroibara_backup.jobs.model import Job
from kuroibara_backup.retention import Verdict
from kuroibara_backup.service.model import Backup
from kuroibara_backup.service.schedules import Scheduled
from kuroibara_backup.service.tokens import Pair


class LoginRequest(BaseModel):
    username: str
    password: str
    totp_code: str | None = None


class RefreshRequest(BaseModel):
    refresh_token: str


class CreateRequest(BaseModel):
    backup_name: str | None = None
    include_storage: bool = True
    encrypted: bool = False


class ChangeRequest(BaseModel):
    pinned: bool | None = None
    note: str | None = None
    suspect: Literal[False] | None = None


def instant(at: datetime | None) -> str | None:
    """UTC with milliseconds and `Z`."""
    if at is None:
        return None
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def pair_body(pair: Pair) -> dict[str, Any]:
    return {
        "access_token": pair.access_token,
        "refresh_token": pair.refresh_token,
        "token_type": "bearer",
    }


def login_body(pair: Pair, account: Account) -> dict[str, Any]:
    return {**pair_body(pair), "user": account.profile}


def backup_body(backup: Backup) -> dict[str, Any]:
    return {
        "filename": backup.filename,
        "size": backup.size,
        "created_at": instant(backup.created_at),
        "metadata": backup.metadata,
        "download_url": f"/api/v1/backup/download/{quote(backup.filename, safe='')}",
        "includes_storage": backup.includes_storage,
        "backup_id": str(backup.backup_id) if backup.backup_id is not None else None,
        "kind": backup.kind,
        "origin": backup.origin.value,
        "status": backup.status.value,
        "sha256": backup.sha256,
        "verified_at": instant(backup.verified_at),
        "proved_at": instant(backup.proved_at),
        "pinned": backup.pinned,
        "note": backup.note,
        "suspect": backup.suspect,
        "encrypted": False,
    }


class ListRenderer:
    """Writes the list as JSON; a backup that has not changed is not written anew."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[Backup, str]] = {}

    def __call__(self, backups: list[Backup]) -> bytes:
        items = {}
        for backup in backups:
            known = self._last.get(backup.filename)
            if known is None or known[0] is not backup:
                known = (backup, json.dumps(backup_body(backup), separators=(",", ":")))
            items[backup.filename] = known
        self._last = items
        joined = ",".join(text for _, text in items.values())
        size = sum(backup.size for backup in backups)
        return f'{{"backups":[{joined}],"total_count":{len(backups)},"total_size":{size}}}'.encode()


def verdicts_body(verdicts: list[Verdict], *, enabled: bool) -> dict[str, Any]:
    """What would stay and what would go, and why; the newest first."""
    gone = [one for one in verdicts if not one.kept]
    return {
        "retention_enabled": enabled,
        "verdicts": [
            {
                "filename": one.candidate.name,
                "created_at": instant(one.candidate.created_at),
                "size": one.candidate.size,
                "kinds": sorted(kind.value for kind in one.candidate.kinds),
                "kept": one.kept,
                "counted": one.counted,
                "reasons": [{"code": why.why.value, "text": why.text} for why in one.reasons],
            }
            for one in verdicts
        ],
        "would_remove": [one.candidate.name for one in reversed(gone)],
        "would_free": sum(one.candidate.size for one in gone),
    }


def schedules_body(schedules: Sequence[Scheduled]) -> dict[str, Any]:
    """Kuroibara's six fields, then all that is known of each schedule."""
    enabled = {f"{one.kind.value}_enabled": one.plan.enabled for one in schedules}
    due = {
        f"next_{one.kind.value}_backup": None
        if one.next_due is None
        else one.next_due.astimezone(ZoneInfo(one.plan.zone)).isoformat(timespec="seconds")
        for one in schedules
    }
    return {**enabled, **due, "schedules": {one.kind.value: _schedule(one) for one in schedules}}


def _schedule(one: Scheduled) -> dict[str, Any]:
    return {
        "cron": one.plan.cron,
        "timezone": one.plan.zone,
        "enabled": one.plan.enabled,
        "include_storage": one.plan.include_storage,
        "edited": list(one.edited),
        "next_due": instant(one.next_due),
        "last_attempt": instant(one.last_attempt),
        "last_success": instant(one.last_success),
        "last_error": one.last_error,
        "failures": one.failures,
        "overdue": one.overdue,
    }


def job_body(job: Job) -> dict[str, Any]:
    return {
        "id": str(job.id),
        "kind": job.kind.value,
        "state": job.state.value,
        "attempt": job.attempt,
        "stage": job.stage,
        "done": job.done,
        "total": job.total,
        "rate": job.rate,
        "eta_seconds": job.eta_seconds,
        "warnings": list(job.warnings),
        "backup_name": job.backup_name,
        "filename": job.result.filename if job.result is not None else None,
        "created_at": instant(job.created_at),
        "started_at": instant(job.started_at),
        "finished_at": instant(job.finished_at),
        "error": None
        if job.error is None
        else {
            "code": job.error.code,
            "title": job.error.title,
            "detail": job.error.detail,
            "remedy": job.error.remedy,
        },
        "result": _result(job),
    }


def _result(job: Job) -> Mapping[str, object] | None:
    if job.report is not None:
        return job.report.document
    if job.result is None:
        return None
    return {
        "filename": job.result.filename,
        "size": job.result.size,
        "sha256": job.result.sha256,
        "backup_id": str(job.result.backup_id),
        "verified": job.result.verified,
    }
