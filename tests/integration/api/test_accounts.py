"""Signing in over HTTP, word for word as Kuroibara answers."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx
import jwt
import psycopg
import pytest

from tests.support.engine import KUROIBARA_KEY, new_user

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.engine import RunningEngine, User


@pytest.fixture
def engine(shared_engine: RunningEngine) -> RunningEngine:
    return shared_engine


def post(engine: RunningEngine, path: str, body: object, **headers: str) -> httpx.Response:
    return httpx.post(f"{engine.api}{path}", json=body, headers=headers, timeout=30)


def me(engine: RunningEngine, token: str) -> httpx.Response:
    return httpx.get(f"{engine.api}/users/me", headers={"Authorization": f"Bearer {token}"})


def credentials(user: User, **more: str) -> dict[str, str]:
    return {"username": user.username, "password": user.password, **more}


def kuroibara_token(user: User, **claims: Any) -> str:
    given = {
        "exp": datetime.now(UTC) + timedelta(minutes=30),
        "sub": str(user.id),
        "type": "access",
    }
    return jwt.encode(given | claims, KUROIBARA_KEY, algorithm="HS256")


def assert_problem(answer: httpx.Response, status: int, detail: str, code: str) -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["detail"], body["code"]) == (status, detail, code)
    assert body["title"]
    assert body["remedy"]
    assert body["type"]
    assert (answer.headers.get("www-authenticate") == "Bearer") is (status == 401)


def test_login_gives_tokens_and_the_user_as_kuroibara_does(engine: RunningEngine) -> None:
    answer = post(engine, "/auth/login", credentials(engine.admin))
    assert answer.status_code == 200
    body = answer.json()
    assert body["token_type"] == "bearer"
    assert body["user"]["username"] == engine.admin.username
    assert body["user"]["is_superuser"] is True
    assert body["user"]["created_at"].endswith("Z")
    assert "hashed_password" not in answer.text
    assert "two_fa_secret" not in answer.text
    profile = me(engine, body["access_token"]).json()
    assert profile == body["user"]
    assert len(profile) == 28


def test_login_by_mail_address(engine: RunningEngine) -> None:
    body = {"username": engine.admin.email, "password": engine.admin.password}
    assert post(engine, "/auth/login", body).status_code == 200


@pytest.mark.parametrize("name", ["anna", "nobody", "", "a\0b", "x" * 5000, "'; --"])
def test_wrong_password_and_unknown_user_are_answered_alike(
    engine: RunningEngine, name: str
) -> None:
    answer = post(engine, "/auth/login", {"username": name, "password": "wrong"})
    assert_problem(answer, 401, "Incorrect username or password", "wrong_password")


@pytest.mark.parametrize("password", ["", "x" * 100_000, "a\0b", "\ud800"])
def test_odd_passwords_are_wrong_and_nothing_worse(engine: RunningEngine, password: str) -> None:
    body = b'{"username": "anna", "password": %s}' % _json(password)
    answer = httpx.post(
        f"{engine.api}/auth/login", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in {401, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def _json(text: str) -> bytes:
    import json

    return json.dumps(text).encode()


def questions(engine: RunningEngine) -> list[tuple[str, str]]:
    """Every call that takes JSON: its method, and an address of it."""
    described = httpx.get(f"{engine.url}/api/openapi.json").json()["paths"]
    return [
        (method.upper(), re.sub(r"\{[^}]*\}", str(uuid4()), path))
        for path, methods in described.items()
        for method, one in methods.items()
        if "requestBody" in one
    ]


def endless(size: int) -> Iterator[bytes]:
    yield b'{"username": "'
    for _ in range(size // 65_536):
        yield b"x" * 65_536
    yield b'"}'


def test_no_question_fills_the_memory_whoever_asks(engine: RunningEngine) -> None:
    asked = questions(engine)
    assert len(asked) > 8
    assert ("POST", "/api/v1/auth/login") in asked
    json_body = {"Content-Type": "application/json"}
    for method, path in asked:
        for announced in ({}, {"Content-Length": str(2_097_152 + 16)}):
            answer = httpx.request(
                method,
                f"{engine.url}{path}",
                content=endless(2_097_152),
                headers=json_body | announced,
                timeout=30,
            )
            assert_problem(
                answer,
                413,
                "The request was not read: it has more than 1,048,576 bytes.",
                "request_too_large",
            )
    assert post(engine, "/auth/login", credentials(engine.admin)).status_code == 200


@pytest.mark.slow
def test_unknown_users_take_as_long_as_known_ones(engine: RunningEngine) -> None:
    slow = new_user_with_real_hash(engine)

    def took(name: str) -> float:
        begin = time.perf_counter()
        post(engine, "/auth/login", {"username": name, "password": "wrong"})
        return time.perf_counter() - begin

    known = sorted(took(slow) for _ in range(5))[2]
    unknown = sorted(took("nobody") for _ in range(5))[2]
    assert 0.4 < known / unknown < 2.5


def new_user_with_real_hash(engine: RunningEngine) -> str:
    """A hash as costly as Kuroibara's own; those of the other users are cheap."""
    import bcrypt

    user = new_user(engine.settings.kuroibara_url, f"real{uuid4().hex[:6]}")
    hashed = bcrypt.hashpw(b"real", bcrypt.gensalt()).decode()
    with psycopg.connect(engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET hashed_password = %s WHERE id = %s", (hashed, user.id))
    return user.username


def test_second_factor_is_asked_for_only_after_the_password(engine: RunningEngine) -> None:
    user = engine.with_totp
    wrong = {"username": user.username, "password": "wrong"}
    assert_problem(
        post(engine, "/auth/login", wrong), 401, "Incorrect username or password", "wrong_password"
    )
    assert_problem(
        post(engine, "/auth/login", credentials(user)), 401, "2FA code required", "totp_required"
    )
    for code in ("000000", "abc", "12345678901234567890", "é"):
        answer = post(engine, "/auth/login", credentials(user, totp_code=code))
        assert_problem(answer, 401, "Invalid 2FA code", "totp_wrong")
    answer = post(engine, "/auth/login", credentials(user, totp_code=user.totp() or ""))
    assert answer.status_code == 200
    assert answer.json()["user"]["two_fa_enabled"] is True


def test_inactive_user_is_told_so_once_the_password_is_right(engine: RunningEngine) -> None:
    gone = new_user(engine.settings.kuroibara_url, "gone", active=False)
    answer = post(engine, "/auth/login", credentials(gone))
    assert_problem(answer, 403, "Inactive user", "inactive_user")
    assert_problem(me(engine, kuroibara_token(gone)), 403, "Inactive user", "inactive_user")


@pytest.mark.parametrize(
    "body", [{}, {"username": "anna"}, [], "text", {"username": 1, "password": 2}]
)
def test_bad_bodies_are_refused_without_an_echo(engine: RunningEngine, body: object) -> None:
    answer = post(engine, "/auth/login", body)
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_request"
    secret = post(engine, "/auth/login", {"username": None, "password": "very secret"})
    assert secret.status_code == 422
    assert "very secret" not in secret.text


def test_form_log_in_does_not_exist(engine: RunningEngine) -> None:
    answer = httpx.post(f"{engine.api}/auth/login", data=credentials(engine.admin))
    assert answer.status_code == 422


def test_text_that_is_no_json_is_told_so_in_words(engine: RunningEngine) -> None:
    json_type = {"Content-Type": "application/json"}
    answer = httpx.post(f"{engine.api}/auth/login", content=b'{"password": ', headers=json_type)
    assert answer.status_code == 422
    assert "carried out: body is" in answer.json()["detail"]


@pytest.mark.filterwarnings("error")
def test_the_description_of_the_interface_names_each_call_once(engine: RunningEngine) -> None:
    described = httpx.get(f"{engine.url}/api/openapi.json").json()
    names = [call["operationId"] for path in described["paths"].values() for call in path.values()]
    assert len(names) == len(set(names)) > 10


def test_refresh_gives_a_new_pair(engine: RunningEngine) -> None:
    pair = post(engine, "/auth/login", credentials(engine.admin)).json()
    answer = post(engine, "/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert answer.status_code == 200
    assert answer.json().keys() == {"access_token", "refresh_token", "token_type"}
    assert answer.json()["access_token"] != pair["access_token"]
    assert me(engine, answer.json()["access_token"]).status_code == 200


def test_only_our_refresh_tokens_refresh(engine: RunningEngine) -> None:
    pair = post(engine, "/auth/login", credentials(engine.admin)).json()
    theirs = kuroibara_token(engine.admin, type="refresh")
    for token in ("garbage", "", pair["access_token"], theirs):
        answer = post(engine, "/auth/refresh", {"refresh_token": token})
        assert_problem(answer, 401, "Invalid refresh token", "invalid_refresh_token")
    assert post(engine, "/auth/refresh", {}).status_code == 422


def test_refresh_ends_with_the_account(engine: RunningEngine) -> None:
    user = new_user(engine.settings.kuroibara_url, "leaver")
    pair = post(engine, "/auth/login", credentials(user)).json()
    with psycopg.connect(engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET is_active = false WHERE id = %s", (user.id,))
    answer = post(engine, "/auth/refresh", {"refresh_token": pair["refresh_token"]})
    assert_problem(answer, 401, "Invalid refresh token", "invalid_refresh_token")


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer"}]
)
@pytest.mark.parametrize(
    "path", ["/users/me", "/backup/list", "/backup/jobs", "/backup/download/x"]
)
def test_without_a_token_there_is_only_this_answer(
    engine: RunningEngine, path: str, headers: dict[str, str]
) -> None:
    answer = httpx.get(f"{engine.api}{path}", headers=headers)
    assert_problem(answer, 401, "Not authenticated", "not_authenticated")


def test_bad_tokens_are_answered_alike(engine: RunningEngine) -> None:
    pair = post(engine, "/auth/login", credentials(engine.admin)).json()
    past = datetime.now(UTC) - timedelta(seconds=1)
    nobody = new_user(engine.settings.kuroibara_url, "deleted")
    with psycopg.connect(engine.settings.kuroibara_url) as connection:
        connection.execute("DELETE FROM users WHERE id = %s", (nobody.id,))
    for token in (
        "garbage",
        pair["refresh_token"],
        kuroibara_token(engine.admin, exp=past),
        kuroibara_token(engine.admin, type="refresh"),
        kuroibara_token(engine.admin, sub="not a uuid"),
        kuroibara_token(nobody),
    ):
        assert_problem(me(engine, token), 401, "Could not validate credentials", "invalid_token")
    query = httpx.get(f"{engine.api}/users/me?token={pair['access_token']}")
    assert query.status_code == 401


def test_kuroibaras_own_access_token_is_accepted(engine: RunningEngine) -> None:
    token = kuroibara_token(engine.admin)
    assert me(engine, token).json()["username"] == engine.admin.username
    listed = httpx.get(f"{engine.api}/backup/list", headers={"Authorization": f"Bearer {token}"})
    assert listed.status_code == 200


def test_logout_answers_as_kuroibara_does(engine: RunningEngine) -> None:
    answer = post(engine, "/auth/logout", None, Authorization="Bearer garbage")
    assert (answer.status_code, answer.json()) == (200, {"message": "Successfully logged out"})
    assert_problem(
        post(engine, "/auth/logout", None), 401, "Not authenticated", "not_authenticated"
    )


def test_many_log_ins_do_not_keep_others_waiting(engine: RunningEngine) -> None:
    with engine.client() as client, ThreadPoolExecutor(12) as pool:
        client.get("/backup/list")
        # Each another name: who fails often at one has to wait. They cost as much as known ones.
        bodies = [{"username": f"nobody {number}", "password": "wrong"} for number in range(12)]
        waiting = [pool.submit(post, engine, "/auth/login", body) for body in bodies]
        time.sleep(0.1)
        took = []
        while not all(one.done() for one in waiting):
            begin = time.perf_counter()
            assert client.get("/backup/capabilities").status_code == 200
            took.append(time.perf_counter() - begin)
        assert sorted(took)[len(took) // 2] < 0.5  # alone it is milliseconds
        assert {one.result().status_code for one in waiting} == {401}
