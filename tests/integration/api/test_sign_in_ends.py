"""Sign-ins over HTTP that end, on two engines at once; guessing that has to wait; codes used up."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import bcrypt
import httpx
import psycopg
import pyotp
import pytest

from kuroibara_backup.service.engine import opened
from tests.support.engine import User, new_user, serving

if TYPE_CHECKING:
    from tests.support.rights import Doors


def someone(doors: Doors, *, totp: bool = False) -> User:
    url = doors.engine.settings.kuroibara_url
    return new_user(url, f"user{uuid4().hex[:8]}", superuser=True, totp=totp)


def test_log_out_ends_all_tokens_of_the_sign_in_at_once_everywhere(doors: Doors) -> None:
    first, other = doors.pair(), doors.pair()
    second = doors.refresh(first["refresh_token"], door=1).json()
    out = doors.call("POST", "/auth/logout", token=second["access_token"])
    assert (out.status_code, out.json()) == (200, {"message": "Successfully logged out"})
    for door in (0, 1):
        assert not doors.accepted(first["access_token"], door=door)
        assert not doors.accepted(second["access_token"], door=door)
        for pair in (first, second):
            assert doors.refresh(pair["refresh_token"], door=door).status_code == 401
        assert doors.accepted(other["access_token"], door=door)
    assert doors.acts("logout")[0]["user_name"] == doors.engine.admin.username


def test_log_out_works_with_an_access_token_that_has_run_out(doors: Doors) -> None:
    pair = doors.pair()
    doors.clock.advance(minutes=31)
    assert not doors.accepted(pair["access_token"])
    assert doors.call("POST", "/auth/logout", token=pair["access_token"]).status_code == 200
    assert doors.refresh(pair["refresh_token"]).status_code == 401


def test_a_spent_refresh_token_ends_the_sign_in_through_either_engine(doors: Doors) -> None:
    first = doors.pair()
    second = doors.refresh(first["refresh_token"]).json()
    again = doors.refresh(first["refresh_token"], door=1)  # the answer may have been lost
    assert again.status_code == 200
    third = doors.refresh(again.json()["refresh_token"]).json()
    assert doors.accepted(third["access_token"])
    reused = doors.refresh(second["refresh_token"], door=1)
    assert (reused.status_code, reused.json()["code"]) == (401, "invalid_refresh_token")
    assert not doors.accepted(third["access_token"])
    assert doors.refresh(third["refresh_token"]).status_code == 401
    assert doors.acts("refresh_reuse")[0]["user_name"] == doors.engine.admin.username


def test_a_changed_password_ends_what_began_with_the_old_one(doors: Doors) -> None:
    user = someone(doors)
    pair = doors.pair(user)
    hashed = bcrypt.hashpw(b"another password", bcrypt.gensalt(4)).decode()
    with psycopg.connect(doors.engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET hashed_password = %s WHERE id = %s", (hashed, user.id))
    assert not doors.accepted(pair["access_token"], door=1)
    assert doors.refresh(pair["refresh_token"]).status_code == 401
    assert doors.log_in(user, "another password").status_code == 200


def test_guessing_has_to_wait_and_the_right_password_works_after_it(doors: Doors) -> None:
    user = someone(doors)
    for number in range(6):
        assert doors.log_in(user, "guess", door=number % 2).status_code == 401
    refused = doors.log_in(user, door=1)
    assert refused.status_code == 429
    assert refused.json()["code"] == "rate_limited"
    assert refused.headers["content-type"] == "application/problem+json"
    assert int(refused.headers["Retry-After"]) >= 1
    doors.clock.advance(seconds=int(refused.headers["Retry-After"]))
    assert doors.log_in(user, "guess").status_code == 401
    assert int(doors.log_in(user).headers["Retry-After"]) >= 2  # it grows
    doors.clock.advance(hours=1)
    assert doors.log_in(user).status_code == 200
    assert doors.log_in(user, "guess").status_code == 401  # and begins anew


def test_being_refused_for_haste_makes_no_wait_longer(doors: Doors) -> None:
    user = someone(doors)
    for _ in range(6):
        doors.log_in(user, "guess")
    waits = [int(doors.log_in(user, "guess").headers["Retry-After"]) for _ in range(5)]
    assert max(waits) <= 1
    doors.clock.advance(seconds=1)
    assert doors.log_in(user).status_code == 200


def test_a_hundred_guesses_at_once_are_no_more_than_one_after_the_other(doors: Doors) -> None:
    user = someone(doors)
    with ThreadPoolExecutor(20) as pool:
        answers = list(
            pool.map(lambda n: doors.log_in(user, f"guess {n}", door=n % 2).status_code, range(60))
        )
    assert set(answers) == {401, 429}
    assert answers.count(401) == 6


def test_an_account_that_is_not_there_waits_like_one_that_is(doors: Doors) -> None:
    for name in ("nobody at all", someone(doors).username):
        body = {"username": name, "password": "guess"}
        seen = [doors.call("POST", "/auth/login", body) for _ in range(7)]
        assert [one.status_code for one in seen] == [401] * 6 + [429]
        assert (
            seen[-1].json()["detail"] == "Nothing was checked: there were too many failed attempts."
        )


def test_strangers_do_not_close_an_account_where_its_owner_has_signed_in_from(
    doors: Doors,
) -> None:
    user = someone(doors)
    home, stranger = "198.51.100.7", "203.0.113.9"
    assert doors.log_in(user, origin=home).status_code == 200
    for _ in range(6):
        assert doors.log_in(user, "guess", origin=stranger).status_code == 401
    assert doors.log_in(user, origin=stranger).status_code == 429
    assert doors.log_in(user, origin=home).status_code == 200
    assert doors.log_in(user, origin=stranger).status_code == 429  # which did not let strangers in


@pytest.mark.slow
def test_one_address_cannot_try_one_password_at_all_accounts(doors: Doors) -> None:
    users = [someone(doors) for _ in range(13)]
    seen = []
    for number in range(52):
        here = f"2001:db8::{number:x}"  # all of one customer
        seen.append(doors.log_in(users[number % 13], "summer", origin=here).status_code)
    assert seen == [401] * 51 + [429]
    assert doors.log_in(doors.engine.admin, origin="2001:db8:1::1").status_code == 200


def test_a_clock_set_back_locks_nobody_out(doors: Doors) -> None:
    user = someone(doors, totp=True)
    assert user.totp_secret is not None
    codes = pyotp.TOTP(user.totp_secret)
    doors.clock.advance(days=30)
    for _ in range(6):
        doors.log_in(user, "guess")
    doors.clock.advance(hours=1)
    assert doors.log_in(user, totp_code=codes.at(doors.clock())).status_code == 200
    for _ in range(6):
        doors.log_in(user, "guess")
    doors.clock.advance(days=-30)
    assert doors.log_in(user, totp_code=codes.at(doors.clock())).status_code == 200


def test_a_code_counts_once_on_all_engines(doors: Doors) -> None:
    user = someone(doors, totp=True)
    assert user.totp_secret is not None
    codes = pyotp.TOTP(user.totp_secret)
    now = doors.clock()
    doors.clock.advance(seconds=30 - now.timestamp() % 30 + 5)  # early in a step
    code, before = codes.at(doors.clock()), codes.at(doors.clock() - timedelta(seconds=30))
    assert doors.log_in(user, totp_code=code).status_code == 200
    for door, replayed in ((0, code), (1, code), (1, before)):
        answer = doors.log_in(user, door=door, totp_code=replayed)
        assert (answer.status_code, answer.json()["detail"]) == (401, "Invalid 2FA code")
    doors.clock.advance(seconds=30)
    assert doors.log_in(user, totp_code=code).status_code == 401  # the step before, but used
    assert doors.log_in(user, totp_code=codes.at(doors.clock())).status_code == 200


def test_a_code_just_run_out_is_taken_from_who_types_slowly(doors: Doors) -> None:
    user = someone(doors, totp=True)
    assert user.totp_secret is not None
    code = pyotp.TOTP(user.totp_secret).at(doors.clock())
    doors.clock.advance(seconds=30)
    assert doors.log_in(user, totp_code=code).status_code == 200
    doors.clock.advance(seconds=60)
    assert doors.log_in(user, totp_code=code).status_code == 401


def test_knowing_the_password_gives_no_more_guesses_at_the_code(doors: Doors) -> None:
    user = someone(doors, totp=True)
    wrong = 0
    for _ in range(10):
        asked = doors.log_in(user)  # right password, no code: counts neither way
        tried = doors.log_in(user, totp_code="000000")
        assert asked.status_code in {401, 429}
        wrong += tried.status_code == 401
    assert wrong == 6
    assert doors.log_in(user).status_code == 429


def test_a_trusted_proxy_says_where_a_call_comes_from(doors: Doors) -> None:
    doors.log_in(doors.engine.admin, origin="203.0.113.1, 198.51.100.20")
    assert doors.acts("login")[0]["address"] == "198.51.100.20"  # not what the client made up


def test_nobody_else_does(doors: Doors) -> None:
    settings = doors.engine.settings.model_copy(update={"backup_trusted_proxies": ("192.0.2.1",)})
    with opened(settings) as service, serving(service) as url:
        body = {"username": doors.engine.admin.username, "password": doors.engine.admin.password}
        claimed = {"X-Forwarded-For": "203.0.113.1"}
        answer = httpx.post(f"{url}/api/v1/auth/login", json=body, headers=claimed)
    assert answer.status_code == 200
    assert doors.acts("login")[0]["address"] == "127.0.0.1"
