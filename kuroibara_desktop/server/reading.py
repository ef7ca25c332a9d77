"""A server's JSON as values; what does not have the agreed shape is refused, not guessed at."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import RemoteBackup, RemoteStatus
from kuroibara_desktop.core.jobs import JobProblem, JobState, ServerJob, StartedJob
from kuroibara_desktop.core.restores import Deed, Proof
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.server import fields
from kuroibara_desktop.server.border import said

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_CLOCK = timedelta(days=100_000)  # further off is no clock, and leads off the calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    id: str
    username: str
    is_superuser: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What an engine says about itself; `administrator` is None when nobody is signed in."""

    version: str
    instance_id: str
    features: frozenset[str]
    kuroibara_version: str | None
    timezone: str | None
    administrator: bool | None


def tokens(value: object) -> Tokens:
    answer = fields.an_object(value)
    return Tokens(
        access=fields.text(answer, "access_token"), refresh=fields.text(answer, "refresh_token")
    )


def account(value: object) -> Account:
    answer = fields.an_object(value)
    return Account(
        id=fields.text(answer, "id"),
        username=said(fields.text(answer, "username")),
        is_superuser=fields.flag(answer, "is_superuser"),
    )


def capabilities(value: object) -> Capabilities:
    answer = fields.an_object(value)
    if answer.get("product") != "kuroibara-backup":
        raise fields.Misread("product")
    features = answer.get("features")
    administrator = answer.get("administrator")
    return Capabilities(
        version=said(answer.get("version")),
        instance_id=fields.text(answer, "instance_id"),
        features=frozenset(f for f in features if isinstance(f, str))
        if isinstance(features, list)
        else frozenset(),
        kuroibara_version=said(answer.get("kuroibara_version")) or None,
        timezone=said(answer.get("timezone")) or None,
        administrator=administrator if isinstance(administrator, bool) else None,
    )


def backups(value: object, *, zone: tzinfo) -> list[RemoteBackup]:
    """The list; `zone` is the one that times without a zone are read in."""
    items = fields.an_object(value).get("backups")
    if not isinstance(items, list):
        raise fields.Misread("backups")
    return [_backup(fields.an_object(item), zone) for item in items]


def _backup(item: Mapping[str, object], zone: tzinfo) -> RemoteBackup:
    metadata = item.get("metadata")
    meta: Mapping[str, object] = metadata if isinstance(metadata, dict) else {}
    created = fields.moment(fields.text(item, "created_at"))
    includes = item.get("includes_storage", meta.get("includes_storage"))
    return RemoteBackup(
        filename=fields.text(item, "filename"),
        size=fields.count(item, "size"),
        created_at=created if created.tzinfo else created.replace(tzinfo=zone),
        time_is_guessed=created.tzinfo is None,
        backup_id=fields.optional(item, "backup_id"),
        includes_storage=includes if isinstance(includes, bool) else None,
        kind=fields.optional(item, "kind"),
        origin=fields.optional(item, "origin") or "found",
        status=_status(fields.optional(item, "status")),
        sha256=fields.digest(item.get("sha256")),
        verified_at=fields.moment_or_none(item.get("verified_at")),
        proved_at=fields.moment_or_none(item.get("proved_at")),
        pinned=fields.flag(item, "pinned"),
        suspect=fields.flag(item, "suspect"),
        encrypted=fields.flag(item, "encrypted"),
        note=fields.shown(item, "note") or None,
        metadata=meta,
    )


def _status(text: str | None) -> RemoteStatus:
    try:
        return RemoteStatus(text or "finished")
    except ValueError:
        raise fields.Misread("status") from None


def started(value: object) -> StartedJob:
    answer = fields.an_object(value)
    return StartedJob(
        backup_name=fields.text(answer, "backup_name"), job_id=fields.optional(answer, "job_id")
    )


def job(value: object) -> ServerJob:
    answer = fields.an_object(value)
    try:
        state = JobState(fields.text(answer, "state"))
    except ValueError:
        raise fields.Misread("state") from None
    error = answer.get("error")
    warnings = answer.get("warnings")
    result = answer.get("result")
    return ServerJob(
        id=fields.text(answer, "id"),
        kind=fields.text(answer, "kind"),
        state=state,
        stage=fields.optional(answer, "stage"),
        done=fields.count(answer, "done"),
        total=fields.count_or_none(answer, "total"),
        rate=fields.decimal_or_none(answer, "rate"),
        eta_seconds=fields.decimal_or_none(answer, "eta_seconds"),
        warnings=tuple(said(w) for w in warnings) if isinstance(warnings, list) else (),
        backup_name=fields.optional(answer, "backup_name"),
        filename=fields.optional(answer, "filename"),
        created_at=fields.moment_or_none(answer.get("created_at")),
        started_at=fields.moment_or_none(answer.get("started_at")),
        finished_at=fields.moment_or_none(answer.get("finished_at")),
        problem=problem(error) if isinstance(error, dict) else None,
        result=result if isinstance(result, dict) else {},
    )


def problem(error: Mapping[str, object]) -> JobProblem:
    """Why something failed, in the server's words."""
    return JobProblem(**{k: said(error.get(k)) for k in ("code", "title", "detail", "remedy")})


def proof(value: object) -> Proof:
    answer = fields.an_object(value)
    ends = fields.moment_or_none(answer.get("expires_at"))
    try:
        deed = Deed(fields.text(answer, "action"))
    except ValueError:
        raise fields.Misread("action") from None
    if ends is None:
        raise fields.Misread("expires_at")
    return Proof(token=fields.text(answer, "token"), deed=deed, expires_at=ends)


def zone_of_schedule(value: object) -> tzinfo | None:
    """The server's own offset, read off the times of its schedule."""
    answer = fields.an_object(value)
    for key in ("next_daily_backup", "next_weekly_backup", "next_monthly_backup"):
        moment = fields.moment_or_none(answer.get(key))
        if moment is not None and moment.tzinfo is not None:
            return moment.tzinfo
    return None


def is_not_authenticated(body: bytes) -> bool:
    """Whether this is how Kuroibara answers a call without a token."""
    try:
        return fields.an_object(json.loads(body)).get("detail") == "Not authenticated"
    except (ValueError, RecursionError):
        return False


def title_of_openapi(value: object) -> tuple[str, str]:
    """Product and version, as the description of an API names them."""
    info = fields.an_object(fields.an_object(value).get("info"))
    return said(info.get("title")), said(info.get("version"))


def digest_of(headers: Mapping[str, str]) -> str | None:
    """The SHA-256 promised by `Repr-Digest` (RFC 9530), or by an ETag of ours."""
    for entry in headers.get("repr-digest", "").split(","):
        name, _, value = entry.strip().partition("=")
        if name == "sha-256" and len(value) > 2 and value[0] == value[-1] == ":":
            try:
                raw = base64.b64decode(value[1:-1], validate=True)
            except binascii.Error:
                continue
            if len(raw) == 32:
                return raw.hex()
    etag = headers.get("etag", "")
    return fields.digest(etag[8:-1]) if etag.startswith('"sha256-') else None


def content_range(text: str) -> tuple[int, int, int | None] | None:
    """First byte, last byte and whole length of a `Content-Range`, or None when it is malformed."""
    found = re.fullmatch(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", text.strip())
    if found is None:
        return None
    first, last, whole = found.groups()
    return int(first), int(last), None if whole == "*" else int(whole)


def skew_of(date: str, now: datetime) -> timedelta | None:
    """The server's clock minus ours, from a `Date` header; it counts whole seconds only."""
    try:
        told = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return None
    skew = (told if told.tzinfo else told.replace(tzinfo=UTC)) - now
    return skew if abs(skew) < _NO_CLOCK else None
