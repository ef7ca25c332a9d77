"""How does an error look over HTTP?"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from kuroibara_backup.errors import BackupError, NotSignedIn, TooManyAttempts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI
    from starlette.requests import Request

log = logging.getLogger("backup")
MEDIA_TYPE = "application/problem+json"
DESCRIBED: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "What was not done, why, and what to do (RFC 9457).",
        "content": {
            MEDIA_TYPE: {
                "schema": {
                    "type": "object",
                    "required": ["type", "title", "status", "detail", "code", "remedy"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                        "code": {"type": "string"},
                        "remedy": {"type": "string"},
                    },
                }
            }
        },
    }
}
"""Every error, for the interface's description; without it the framework tells of its own form."""
_REMEDIES = {
    404: "Check the address.",
    405: "Use one of the methods in the Allow header.",
    413: "Send less at once.",
}


def problem(
    status: int,
    *,
    title: str,
    detail: str,
    code: str,
    remedy: str,
    headers: Mapping[str, str] | None = None,
    facts: Mapping[str, object] | None = None,
) -> JSONResponse:
    """RFC 9457; `detail` is also the field that Kuroibara's own clients read."""
    body = {
        **(facts or {}),
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        "remedy": remedy,
    }
    return JSONResponse(
        body,
        status,
        headers={"Cache-Control": "no-store", **(headers or {})},
        media_type=MEDIA_TYPE,
    )


def install(app: FastAPI) -> None:
    """Answer every error of `app` as a problem, the framework's own included."""
    app.add_exception_handler(BackupError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def ours(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, BackupError)  # noqa: S101  registered for it alone
    headers = None
    if isinstance(error, NotSignedIn):
        headers = {"WWW-Authenticate": "Bearer"}
    if isinstance(error, TooManyAttempts):
        headers = {"Retry-After": str(error.retry_after)}
    return problem(
        error.http_status,
        title=error.title,
        detail=error.sentence,
        code=error.code,
        remedy=error.remedy,
        headers=headers,
        facts=error.facts,
    )


def invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  registered for it alone
    # Only places and reasons, never the input: it may be a password.
    places = sorted({_place(one) for one in error.errors()})
    return problem(
        422,
        title="The request is not valid",
        detail=f"The request was not carried out: {', '.join(places)} is missing or not valid.",
        code="invalid_request",
        remedy="Compare the request with the interface's description at /api/openapi.json.",
    )


def _place(one: Mapping[str, Any]) -> str:
    # Where text is no JSON at all, the second part is an offset, which is the name of nothing.
    depth = 1 if one["type"] == "json_invalid" else 4
    return ".".join(str(part) for part in one["loc"][:depth])


def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for it alone
    phrase = HTTPStatus(error.status_code).phrase
    return problem(
        error.status_code,
        title=phrase,
        detail=phrase,
        code=phrase.lower().replace(" ", "_"),
        remedy=_REMEDIES.get(error.status_code, "Try again, or look at the server's log."),
        headers=error.headers,
    )


def _unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s broke", request.method, request.url.path, exc_info=error)
    return problem(
        500,
        title=BackupError.title,
        detail="The request was not carried out: something unexpected went wrong on the server.",
        code="unexpected",
        remedy="Look at the server's log, then try again.",
    )
