"""A server's JSON as values; what does not have the agreed shape is refused, not guessed at."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar

from kuroibara_desktop.core.backups import RemoteBackup, RemoteStatus
from kuroibara_desktop.core.errors import NotKuroibara
from kuroibara_desktop.core.jobs import JobProblem, JobState, ServerJob, StartedJob
from kuroibara_desktop.core.tokens import Tokens
from kuroibara_desktop.server.border import said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


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


class Misread(Exception):
    """The answer is no JSON of the agreed shape; `why` names the field."""


def parsed(body: bytes, read: Callable[[object], T], *, host: str, asked: str) -> T:
    """Read `body` with one of the functions below; `asked` names what was asked for."""
    try:
        return read(_loaded(body))
    except (Misread, ValueError, RecursionError) as exc:
        if body.lstrip()[:1] == b"<":
            raise NotKuroibara(f"{host} sent a web page where {asked} was expected.") from exc
        raise NotKuroibara(f"{host} sent {asked} in a form that is not understood.") from exc


def _loaded(body: bytes) -> object:
    value: object = json.loads(body)
    if _HALF.search(body):  # half a character, which nothing can print, store or send
        whole = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        value = json.loads(whole)
    return value


def tokens(value: object) -> Tokens:
    answer = _object(value)
    return Tokens(access=_text(answer, "access_token"), refresh=_text(answer, "refresh_token"))


def account(value: object) -> Account:
    answer = _object(value)
    return Account(
        id=_text(answer, "id"),
        username=said(_text(answer, "username")),
        is_superuser=_flag(answer, "is_superuser"),
    )


def capabilities(value: object) -> Capabilities:
    answer = _object(value)
    if answer.get("product") != "kuroibara-backup":
        raise Misread("product")
    features = answer.get("features")
    administrator = answer.get("administrator")
    return Capabilities(
        version=said(answer.get("version")),
        instance_id=_text(answer, "instance_id"),
        features=frozenset(f for f in features if isinstance(f, str))
        if isinstance(features, list)
        else frozenset(),
        kuroibara_version=said(answer.get("kuroibara_version")) or None,
        timezone=said(answer.get("timezone")) or None,
        administrator=administrator if isinstance(administrator, bool) else None,
    )


def backups(value: object, *, zone: tzinfo) -> list[RemoteBackup]:
    """The list; `zone` is the one that times without a zone are read in."""
    items = _object(value).get("backups")
    if not isinstance(items, list):
        raise Misread("backups")
    return [_backup(_object(item), zone) for item in items]


def _backup(item: Mapping[str, object], zone: tzinfo) -> RemoteBackup:
    metadata = item.get("metadata")
    meta: Mapping[str, object] = metadata if isinstance(metadata, dict) else {}
    created = _moment(_text(item, "created_at"))
    includes = item.get("includes_storage", meta.get("includes_storage"))
    return RemoteBackup(
        filename=_text(item, "filename"),
        size=_count(item, "size"),
        created_at=created if created.tzinfo else created.replace(tzinfo=zone),
        time_is_guessed=created.tzinfo is None,
        backup_id=_optional(item, "backup_id"),
        includes_storage=includes if isinstance(includes, bool) else None,
        kind=_optional(item, "kind"),
        origin=_optional(item, "origin") or "found",
        status=_status(_optional(item, "status")),
        sha256=_digest(item.get("sha256")),
        verified_at=_moment_or_none(item.get("verified_at")),
        proved_at=_moment_or_none(item.get("proved_at")),
        pinned=_flag(item, "pinned"),
        suspect=_flag(item, "suspect"),
        encrypted=_flag(item, "encrypted"),
        metadata=meta,
    )


def _status(text: str | None) -> RemoteStatus:
    try:
        return RemoteStatus(text or "finished")
    except ValueError:
        raise Misread("status") from None


def started(value: object) -> StartedJob:
    answer = _object(value)
    return StartedJob(backup_name=_text(answer, "backup_name"), job_id=_optional(answer, "job_id"))


def job(value: object) -> ServerJob:
    answer = _object(value)
    try:
        state = JobState(_text(answer, "state"))
    except ValueError:
        raise Misread("state") from None
    error = answer.get("error")
    warnings = answer.get("warnings")
    total, rate, eta = answer.get("total"), answer.get("rate"), answer.get("eta_seconds")
    return ServerJob(
        id=_text(answer, "id"),
        kind=_text(answer, "kind"),
        state=state,
        stage=_optional(answer, "stage"),
        done=_count(answer, "done"),
        total=total if isinstance(total, int) else None,
        rate=float(rate) if isinstance(rate, int | float) else None,
        eta_seconds=float(eta) if isinstance(eta, int | float) else None,
        warnings=tuple(said(w) for w in warnings) if isinstance(warnings, list) else (),
        backup_name=_optional(answer, "backup_name"),
        filename=_optional(answer, "filename"),
        created_at=_moment_or_none(answer.get("created_at")),
        started_at=_moment_or_none(answer.get("started_at")),
        finished_at=_moment_or_none(answer.get("finished_at")),
        problem=_problem(error) if isinstance(error, dict) else None,
    )


def _problem(error: Mapping[str, object]) -> JobProblem:
    return JobProblem(**{k: said(error.get(k)) for k in ("code", "title", "detail", "remedy")})


def zone_of_schedule(value: object) -> tzinfo | None:
    """The server's own offset, read off the times of its schedule."""
    answer = _object(value)
    for key in ("next_daily_backup", "next_weekly_backup", "next_monthly_backup"):
        moment = _moment_or_none(answer.get(key))
        if moment is not None and moment.tzinfo is not None:
            return moment.tzinfo
    return None


def is_not_authenticated(body: bytes) -> bool:
    """Whether this is how Kuroibara answers a call without a token."""
    try:
        return _object(json.loads(body)).get("detail") == "Not authenticated"
    except (ValueError, RecursionError):
        return False


def title_of_openapi(value: object) -> tuple[str, str]:
    """Product and version, as the description of an API names them."""
    info = _object(_object(value).get("info"))
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
    return _digest(etag[8:-1]) if etag.startswith('"sha256-') else None


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
    except ValueError:
        return None
    return (told if told.tzinfo else told.replace(tzinfo=UTC)) - now


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise Misread("object")
    return value


def _text(answer: Mapping[str, object], key: str) -> str:
    value = answer.get(key)
    if not isinstance(value, str) or not value:
        raise Misread(key)
    return value


def _optional(answer: Mapping[str, object], key: str) -> str | None:
    value = answer.get(key)
    return value if isinstance(value, str) and value else None


def _count(answer: Mapping[str, object], key: str) -> int:
    value = answer.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise Misread(key)
    return value


def _flag(answer: Mapping[str, object], key: str) -> bool:
    return answer.get(key) is True


def _digest(value: object) -> str | None:
    return value if isinstance(value, str) and _SHA256.fullmatch(value) else None


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Misread("time") from None


def _moment_or_none(value: object) -> datetime | None:
    return _moment(value) if isinstance(value, str) and value else None
