"""Tokens: ours and Kuroibara's, and everything that is neither."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
import pytest

from kuroibara_backup.errors import NotSignedIn
from kuroibara_backup.service.tokens import Tokens, TokenType

KEY = b"k" * 32
THEIRS = "their secret key, which is long enough"
USER = UUID("11111111-2222-4333-8444-555555555555")
SIGN_IN = UUID("99999999-2222-4333-8444-555555555555")
NOW = datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)


@pytest.fixture
def tokens() -> Tokens:
    return Tokens(own_key=KEY, kuroibara_key=THEIRS)


def kuroibara(**claims: object) -> str:
    given = {"exp": int(NOW.timestamp()) + 1800, "sub": str(USER), "type": "access"} | claims
    return jwt.encode({k: v for k, v in given.items() if v is not None}, THEIRS, algorithm="HS256")


def test_our_tokens_speak_for_their_user_until_they_expire(tokens: Tokens) -> None:
    pair = tokens.issue(USER, sign_in=SIGN_IN, now=NOW, password_at=NOW)
    assert tokens.read(pair.access_token, TokenType.ACCESS, NOW).user == USER
    assert tokens.read(pair.refresh_token, TokenType.REFRESH, NOW + timedelta(days=6)).user == USER
    for text, kind, later in (
        (pair.access_token, TokenType.ACCESS, timedelta(minutes=30)),
        (pair.refresh_token, TokenType.REFRESH, timedelta(days=7)),
    ):
        with pytest.raises(NotSignedIn):
            tokens.read(text, kind, NOW + later)


def test_no_two_tokens_are_alike(tokens: Tokens) -> None:
    pairs = [tokens.issue(USER, sign_in=SIGN_IN, now=NOW, password_at=NOW) for _ in range(2)]
    assert len({p.access_token for p in pairs} | {p.refresh_token for p in pairs}) == 4


def test_a_token_of_one_type_does_not_pass_for_the_other(tokens: Tokens) -> None:
    pair = tokens.issue(USER, sign_in=SIGN_IN, now=NOW, password_at=NOW)
    with pytest.raises(NotSignedIn, match="Could not validate credentials"):
        tokens.read(pair.refresh_token, TokenType.ACCESS, NOW)
    with pytest.raises(NotSignedIn, match="Invalid refresh token"):
        tokens.read(pair.access_token, TokenType.REFRESH, NOW)


def test_kuroibaras_access_tokens_are_accepted_and_its_refresh_tokens_are_not(
    tokens: Tokens,
) -> None:
    assert tokens.read(kuroibara(), TokenType.ACCESS, NOW).user == USER
    with pytest.raises(NotSignedIn):
        tokens.read(kuroibara(type="refresh"), TokenType.REFRESH, NOW)


def test_without_kuroibaras_key_only_ours_count() -> None:
    tokens = Tokens(own_key=KEY, kuroibara_key=None)
    with pytest.raises(NotSignedIn):
        tokens.read(kuroibara(), TokenType.ACCESS, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "garbage",
        "a.b.c",
        kuroibara(exp=int(NOW.timestamp())),
        kuroibara(exp="soon"),
        kuroibara(exp=None),
        kuroibara(exp=10**400),
        kuroibara(sub=None),
        kuroibara(sub="not-a-uuid"),
        kuroibara(type=None),
        kuroibara(iss="kuroibara-backup"),
        jwt.encode({"sub": str(USER), "type": "access", "exp": 9e9}, "", algorithm="none"),
        jwt.encode({"sub": str(USER), "type": "access", "exp": 9e9}, "x" * 32, algorithm="HS256"),
        jwt.encode({"sub": str(USER), "type": "access", "exp": 9e9}, THEIRS * 2, algorithm="HS512"),
    ],
)
def test_everything_else_is_answered_alike(tokens: Tokens, text: str) -> None:
    with pytest.raises(NotSignedIn, match="Could not validate credentials"):
        tokens.read(text, TokenType.ACCESS, NOW)


def test_a_password_is_proved_for_five_minutes_and_not_by_refreshing(tokens: Tokens) -> None:
    fresh = tokens.read(
        tokens.issue(USER, sign_in=SIGN_IN, now=NOW, password_at=NOW).access_token,
        TokenType.ACCESS,
        NOW,
    )
    assert fresh.proves_password(NOW + timedelta(minutes=4, seconds=59))
    assert not fresh.proves_password(NOW + timedelta(minutes=5))
    later = NOW + timedelta(minutes=20)
    refreshed = tokens.issue(USER, sign_in=SIGN_IN, now=later, password_at=NOW)
    claims = tokens.read(refreshed.access_token, TokenType.ACCESS, later)
    assert not claims.proves_password(later)


def test_the_age_of_kuroibaras_token_follows_from_its_end(tokens: Tokens) -> None:
    claims = tokens.read(kuroibara(), TokenType.ACCESS, NOW)
    assert claims.proves_password(NOW)
    assert not claims.proves_password(NOW + timedelta(minutes=6))
    # one that lives longer than Kuroibara's usually do does not say when it was issued
    longer = kuroibara(exp=int(NOW.timestamp()) + 86_400)
    assert not tokens.read(longer, TokenType.ACCESS, NOW).proves_password(NOW)
