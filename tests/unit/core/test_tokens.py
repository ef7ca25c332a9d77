"""Tokens are read from what people put into files and variables, and are never shown."""

from __future__ import annotations

import base64
import json

from kuroibara_desktop.core.tokens import Tokens, expiry_of, tokens_in, written


def jwt(**claims: object) -> str:
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"head.{body}.sum"


def test_what_was_written_is_read_back() -> None:
    for tokens in (Tokens(access="a", refresh="r"), Tokens(access="a")):
        assert tokens_in(written(tokens)) == tokens


def test_a_bare_token_is_taken_for_what_it_is() -> None:
    access, refresh = jwt(type="access", exp=5), jwt(type="refresh", exp=5)
    assert tokens_in(f" {access}\n") == Tokens(access=access)
    assert tokens_in(refresh) == Tokens(access="", refresh=refresh)


def test_nonsense_holds_no_token() -> None:
    for text in ("", "  \n", "[]", "{}", '{"access_token": 5}', "12"):
        found = tokens_in(text)
        assert found is None or found == Tokens(access=text.strip())


def test_expiry_is_read_from_a_web_token_and_from_nothing_else() -> None:
    assert expiry_of(jwt(exp=1_800_000_000)) == 1_800_000_000
    for token in ("", "abc", "a.b.c", "a.!!!.c", jwt(exp="soon"), jwt(), "a.W10.c"):
        assert expiry_of(token) is None


def test_a_token_that_ends_behind_the_calendar_does_not_say_when() -> None:
    for claim in (float("inf"), float("nan"), -1, 1e300, 10**400, 253_402_300_800):
        assert expiry_of(jwt(exp=claim)) is None
    deep = base64.urlsafe_b64encode(b"[" * 90_000).decode().rstrip("=")
    assert expiry_of(f"head.{deep}.sum") is None


def test_tokens_are_not_shown() -> None:
    assert "secret" not in repr(Tokens(access="secret", refresh="secret"))
