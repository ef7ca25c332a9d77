"""Each refusal of a server becomes one error with a sentence and a remedy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx
import pytest

from kuroibara_backup.errors import BackupError, NotEnoughSpace, NotFound
from kuroibara_desktop.core import errors
from kuroibara_desktop.server.border import readable, refusal, said

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON = {"content-type": "application/json"}
PROBLEM = {"content-type": "application/problem+json"}
HTML = {"content-type": "text/html; charset=utf-8"}
TEXT = {"content-type": "text/plain; charset=utf-8"}


def told(detail: object, **more: object) -> bytes:
    return json.dumps({"detail": detail, **more}).encode()


@pytest.mark.parametrize(
    ("status", "headers", "body", "error", "sentence"),
    [
        (401, JSON, told("2FA code required"), errors.CodeRequired, "asks for a code"),
        (401, JSON, told("Invalid 2FA code"), errors.CodeWrong, "did not accept"),
        (401, JSON, told("Incorrect username or password"), errors.WrongPassword, "not know"),
        (401, JSON, told("Could not validate credentials"), errors.SignInRequired, "run out"),
        (401, JSON, told("Invalid refresh token"), errors.SignInRequired, "run out"),
        (401, JSON, told("Something new"), errors.SignInRequired, "Something new"),
        (403, JSON, told("Inactive user"), errors.AccountInactive, "switched this account off"),
        (403, PROBLEM, told("No.", code="not_administrator"), errors.NotAdministrator, "No."),
        (403, PROBLEM, told("x", code="password_required"), errors.PasswordRequired, "once more"),
        (404, JSON, told("Backup file not found"), NotFound, "Backup file not found"),
        (409, PROBLEM, told("Taken.", code="name_taken"), errors.ServerRefused, "Taken."),
        (413, HTML, b"<html>", errors.RequestTooLarge, "A proxy before the server"),
        (413, JSON, told("x"), errors.RequestTooLarge, "The server refused"),
        (413, TEXT, b"too big", errors.RequestTooLarge, "A proxy before the server"),
        (429, JSON, told("Slowly."), errors.ServerBusy, "Slowly."),
        (500, TEXT, b"Internal Server Error", errors.ServerFault, "Internal Server Error."),
        (500, JSON, told("Failed to x"), errors.ServerFault, "Failed to x."),
        (502, HTML, b"<html>", errors.ServerBusy, "The proxy before nas answered 502"),
        (503, TEXT, b"", errors.ServerBusy, "not ready"),
        (507, PROBLEM, told("Full.", code="not_enough_space"), NotEnoughSpace, "Full."),
        (302, HTML, b"", errors.CaptivePortal, "sends on to another address"),
        (511, HTML, b"", errors.CaptivePortal, "gateway before nas"),
        (403, HTML, b"<html>", errors.CaptivePortal, "gateway before nas"),
        (404, HTML, b"<html>", errors.NotKuroibara, "answered 404"),
        (404, JSON, b"[1]", errors.NotKuroibara, "answered 404"),
        (400, JSON, b"{broken", errors.NotKuroibara, "answered 400"),
    ],
)
def test_a_refusal_is_told_in_a_sentence(
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    error: type[BackupError],
    sentence: str,
) -> None:
    found = refusal(status, headers, body, host="nas")
    assert type(found) is error
    assert sentence in found.sentence
    assert found.remedy or error in (errors.ServerRefused, NotFound)


def test_a_validation_error_never_repeats_what_was_typed() -> None:
    body = told([{"loc": ["body", "password"], "msg": "Field required", "input": "hunter2"}])
    found = refusal(422, JSON, body, host="nas")
    assert "password: Field required" in found.sentence
    assert "hunter2" not in found.sentence


def test_words_of_a_server_cannot_move_the_cursor_or_fill_the_screen() -> None:
    assert said("a\x1b[2Jb\nc\u202e") == "a [2Jb c"
    assert len(said("x" * 100_000)) == 600
    assert said(None) == ""


@pytest.mark.parametrize(
    ("exception", "error"),
    [
        (httpx.ConnectError("no"), errors.ServerUnreachable),
        (httpx.ConnectTimeout("no"), errors.ServerUnreachable),
        (httpx.ReadTimeout("no"), errors.ServerUnreachable),
        (httpx.ReadError("no"), errors.ServerUnreachable),
        (httpx.RemoteProtocolError("no"), errors.ServerUnreachable),
        (httpx.ProxyError("no"), errors.ServerUnreachable),
        (httpx.InvalidURL("no"), errors.NotKuroibara),
        (httpx.LocalProtocolError("no"), errors.NotKuroibara),
    ],
)
def test_every_failure_of_the_network_becomes_ours(
    exception: Exception, error: type[BackupError]
) -> None:
    with pytest.raises(error), readable("asking", "nas"):
        raise exception
