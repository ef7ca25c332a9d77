"""Devices over HTTP: what their tokens may, and how they end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import httpx
import psycopg
import pytest

from tests.support.engine import User, new_user

if TYPE_CHECKING:
    from tests.support.rights import Doors


def administrator(doors: Doors) -> User:
    url = doors.engine.settings.kuroibara_url
    return new_user(url, f"user{uuid4().hex[:8]}", superuser=True)


def make(doors: Doors, token: str, *scopes: str, **more: Any) -> httpx.Response:
    body = {"name": "attic", "scopes": list(scopes), **more}
    return doors.call("POST", "/backup/devices", body, token=token)


def device(doors: Doors, *scopes: str, user: User | None = None) -> dict[str, Any]:
    answer = make(doors, doors.token(user), *scopes)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def listed(doors: Doors, token: str, device_id: str) -> dict[str, Any]:
    found = doors.call("GET", "/backup/devices", token=token).json()["devices"]
    return next(one for one in found if one["id"] == device_id)


def test_its_token_is_told_once_and_kept_nowhere(doors: Doors) -> None:
    made = device(doors, "list", "download")
    assert made["token"].startswith("kbd_")
    assert made["scopes"] == ["list", "download"]
    token = doors.token()
    answer = doors.call("GET", "/backup/devices", token=token)
    assert made["token"] not in answer.text
    with psycopg.connect(doors.state_url) as connection:
        for table in ("device", "audit"):
            rows = connection.execute(f"SELECT t::text FROM {table} t".encode()).fetchall()
            assert made["token"] not in str(rows)
    assert doors.acts("device_made")[0]["subject"] == "attic"


CALLS = {
    "list": [("GET", "/backup/list")],
    "create": [
        ("POST", "/backup/create"),
        ("GET", "/backup/jobs"),
        ("GET", f"/backup/jobs/{UUID(int=1)}"),
        ("GET", f"/backup/jobs/{UUID(int=1)}/events"),
    ],
    "download": [
        ("GET", "/backup/download/nothing.tar.gz"),
        ("PUT", f"/backup/archives/{UUID(int=1)}/lease"),
        ("GET", f"/backup/archives/{UUID(int=1)}/metadata"),
        ("GET", f"/backup/archives/{UUID(int=1)}/index"),
        ("GET", f"/backup/archives/{UUID(int=1)}/series"),
    ],
}


@pytest.mark.parametrize("scope", list(CALLS))
def test_it_may_do_what_its_scope_says_and_nothing_else(doors: Doors, scope: str) -> None:
    token = device(doors, scope)["token"]
    described = httpx.get(f"{doors.urls[0]}/api/openapi.json").json()["paths"]
    for method, path in CALLS[scope]:
        body = {"backup_name": "not/a/name"} if method == "POST" else None
        answer = doors.call(method, path, body, token=token, door=1)
        assert answer.status_code not in {401, 403}, (method, path)
    refused = 0
    for path, methods in described.items():
        _, below, rest = path.partition("/api/v1")
        filled = re.sub(r"{\w+_id}", str(UUID(int=1)), rest.replace("{filename}", "nothing.tar.gz"))
        for method in (name.upper() for name in methods):
            if not below or rest in _OPEN or (method, filled) in CALLS[scope]:
                continue
            answer = doors.call(method, filled, {}, token=token)
            if answer.status_code == 404 and rest.startswith("/backup/restores/"):
                continue  # those ask for their own ticket
            told = (method, path, answer.text)
            assert (answer.status_code, answer.json()["code"]) == (403, "device_not_allowed"), told
            refused += 1
    assert refused > 15


_OPEN = {
    "/auth/login",
    "/auth/refresh",
    "/auth/logout",
    "/backup/capabilities",
    "/backup/devices/redeem",
}


def test_capabilities_tell_a_device_what_it_may(doors: Doors) -> None:
    told = doors.call("GET", "/backup/capabilities", token=device(doors, "list")["token"]).json()
    assert (told["administrator"], told["scopes"]) == (False, ["list"])


def test_making_one_wants_the_password_just_now_or_in_the_call(doors: Doors) -> None:
    admin = doors.engine.admin
    token = doors.token()
    doors.clock.advance(minutes=6)
    assert make(doors, token, "list").json()["code"] == "password_required"
    assert make(doors, token, "list", password="guess").json()["code"] == "wrong_password"
    assert make(doors, token, "list", password=admin.password).status_code == 201
    assert make(doors, token, password=admin.password).status_code == 422  # no scope
    assert make(doors, token, "restore", password=admin.password).status_code == 422
    reader = doors.token(doors.engine.reader)
    assert make(doors, reader, "list").json()["code"] == "not_administrator"


def test_revoking_locks_it_out_at_once_everywhere(doors: Doors) -> None:
    made = device(doors, "list")
    path = f"/backup/devices/{made['id']}"
    stranger = doors.token(doors.engine.reader)
    assert doors.call("DELETE", path, token=stranger).status_code == 404
    assert doors.call("DELETE", path, token=made["token"]).json()["code"] == "device_not_allowed"
    token = doors.token()
    assert doors.call("DELETE", path, token=token, door=1).status_code == 200
    for door in (0, 1):
        answer = doors.call("GET", "/backup/list", token=made["token"], door=door)
        assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token")
    assert listed(doors, token, made["id"])["revoked_at"]
    assert doors.acts("device_revoked")[0]["subject"] == "attic"


def test_it_lives_while_it_is_used(doors: Doors) -> None:
    made = device(doors, "list")
    for _ in range(3):
        doors.clock.advance(days=179)
        assert doors.call("GET", "/backup/list", token=made["token"]).status_code == 200
    entry = listed(doors, doors.token(), made["id"])
    assert entry["last_used_at"] > made["last_used_at"]
    assert entry["last_address"] == "127.0.0.1"
    doors.clock.advance(days=181)
    assert doors.call("GET", "/backup/list", token=made["token"]).status_code == 401
    assert listed(doors, doors.token(), made["id"])["alive"] is False


def test_it_goes_with_its_owners_right_and_not_with_their_password(doors: Doors) -> None:
    user = administrator(doors)
    made = device(doors, "list", user=user)
    with psycopg.connect(doors.engine.settings.kuroibara_url) as connection:
        connection.execute(
            "UPDATE users SET hashed_password = hashed_password || ' ' WHERE id = %s", (user.id,)
        )
    assert doors.call("GET", "/backup/list", token=made["token"]).status_code == 200
    with psycopg.connect(doors.engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET is_superuser = false WHERE id = %s", (user.id,))
    assert doors.call("GET", "/backup/list", token=made["token"]).status_code == 403


def test_each_sees_their_own_and_an_administrator_all(doors: Doors) -> None:
    user = administrator(doors)
    token = doors.token(user)
    mine, anothers = device(doors, "list", user=user), device(doors, "list")
    seen = {
        one["id"] for one in doors.call("GET", "/backup/devices", token=token).json()["devices"]
    }
    assert {mine["id"], anothers["id"]} <= seen
    with psycopg.connect(doors.engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET is_superuser = false WHERE id = %s", (user.id,))
    seen = {
        one["id"] for one in doors.call("GET", "/backup/devices", token=token).json()["devices"]
    }
    assert seen == {mine["id"]}
    assert doors.call("DELETE", f"/backup/devices/{mine['id']}", token=token).status_code == 200


def test_an_invited_friend_without_an_account_can_list_and_download_once(doors: Doors) -> None:
    filename = str(doors.engine.create(f"f{uuid4().hex[:8]}", include_storage=False)["filename"])
    token = doors.token()
    invitation = doors.call("POST", "/backup/devices/invitations", token=token)
    assert invitation.status_code == 201
    code = invitation.json()["code"]
    typed = code.replace("-", " ").lower()
    friend = doors.call("POST", "/backup/devices/redeem", {"code": typed, "name": "Jo's NAS"})
    assert friend.status_code == 201
    assert friend.json()["scopes"] == ["list", "download"]
    key = friend.json()["token"]
    assert doors.call("GET", "/backup/list", token=key, door=1).status_code == 200
    body = doors.call("GET", f"/backup/download/{filename}", token=key).content
    assert body == (doors.engine.engine_folder / filename).read_bytes()
    assert doors.call("GET", "/users/me", token=key).status_code == 403  # is nobody's account
    again = doors.call("POST", "/backup/devices/redeem", {"code": code, "name": "thief"}, door=1)
    assert (again.status_code, again.json()["code"]) == (403, "invitation_invalid")
    entry = listed(doors, token, friend.json()["id"])
    assert (entry["name"], entry["invited"]) == ("Jo's NAS", True)
    used = doors.acts("invitation_used")
    assert [one["outcome"] for one in used[:2]] == ["refused", "done"]
    download = doors.acts("download")[0]
    assert (download["device"], download["subject"]) == ("Jo's NAS", filename)
    assert code not in str(doors.acts("invitation_made")) + str(used)


def test_an_invitation_holds_for_fifteen_minutes_and_can_be_withdrawn(doors: Doors) -> None:
    token = doors.token()
    late = doors.call("POST", "/backup/devices/invitations", token=token).json()
    withdrawn = doors.call("POST", "/backup/devices/invitations", token=token).json()
    path = f"/backup/devices/invitations/{withdrawn['id']}"
    reader = doors.token(doors.engine.reader)
    assert doors.call("DELETE", path, token=reader).status_code == 404
    open_ones = doors.call("GET", "/backup/devices", token=token).json()["invitations"]
    assert {late["id"], withdrawn["id"]} <= {one["id"] for one in open_ones}
    assert doors.call("DELETE", path, token=token).status_code == 200
    doors.clock.advance(minutes=15)
    for code in (late["code"], withdrawn["code"]):
        answer = doors.call("POST", "/backup/devices/redeem", {"code": code, "name": "x"})
        assert answer.json()["code"] == "invitation_invalid"
    stale = doors.call("POST", "/backup/devices/invitations", token=token)
    assert stale.json()["code"] == "password_required"


def test_guessing_codes_has_to_wait_and_closes_nobodys_account(doors: Doors) -> None:
    guess = {"code": "AAAA-AAAA-AAAA", "name": "x"}
    seen = [doors.call("POST", "/backup/devices/redeem", guess).status_code for _ in range(7)]
    assert seen == [403] * 6 + [429]
    assert doors.log_in(doors.engine.admin).status_code == 200


@pytest.mark.parametrize("name", ["", "  ", "\x07", "x" * 101])
def test_a_device_has_a_name_that_people_can_read(doors: Doors, name: str) -> None:
    token = doors.token()
    body = {"name": name, "scopes": ["list"]}
    assert doors.call("POST", "/backup/devices", body, token=token).status_code == 422
