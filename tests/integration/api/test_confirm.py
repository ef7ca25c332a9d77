"""What destroys wants the password to have been given just now: by a log-in, or once more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import jwt
import pyotp
import pytest

from kuroibara_backup.service.confirm import Action
from kuroibara_backup.service.engine import opened
from kuroibara_backup.service.tokens import Tokens
from tests.support.engine import KUROIBARA_KEY, User, new_user

if TYPE_CHECKING:
    import httpx

    from tests.support.rights import Doors


def made(doors: Doors) -> str:
    name = f"backup{uuid4().hex[:8]}"
    return str(doors.engine.create(name, include_storage=False)["filename"])


def delete(doors: Doors, filename: str, token: str, confirm: str | None = None) -> httpx.Response:
    headers = {} if confirm is None else {"X_Confirm": confirm}
    path = f"/backup/delete/{filename}"
    return doors.call("DELETE", path, None, door=1, token=token, **headers)


def confirm(doors: Doors, token: str, **body: str) -> httpx.Response:
    return doors.call("POST", "/backup/confirm", body, token=token)


def kuroibara_token(user: User, lives: timedelta) -> str:
    claims = {"exp": datetime.now(UTC) + lives, "sub": str(user.id), "type": "access"}
    return jwt.encode(claims, KUROIBARA_KEY, algorithm="HS256")


def test_a_log_in_proves_the_password_for_five_minutes_and_a_renewal_does_not(
    doors: Doors,
) -> None:
    filename = made(doors)
    pair = doors.pair()
    doors.clock.advance(minutes=6)
    for token in (
        pair["access_token"],
        doors.refresh(pair["refresh_token"]).json()["access_token"],
    ):
        refused = delete(doors, filename, token)
        assert (refused.status_code, refused.json()["code"]) == (403, "password_required")
        assert "/backup/confirm" in refused.json()["remedy"]
    assert (doors.engine.engine_folder / filename).exists()
    assert delete(doors, filename, doors.token()).status_code == 200
    assert [one["outcome"] for one in doors.acts("delete")[:3]] == ["done", "refused", "refused"]
    assert doors.acts("delete")[0]["subject"] == filename


def test_the_password_once_more_is_good_for_one_action_of_one_user_for_five_minutes(
    doors: Doors,
) -> None:
    admin = doors.engine.admin
    other = new_user(doors.engine.settings.kuroibara_url, f"u{uuid4().hex[:8]}", superuser=True)
    filename = made(doors)
    token, others = doors.token(), doors.token(other)
    doors.clock.advance(minutes=6)
    given = confirm(doors, token, action="delete", password=admin.password)
    assert given.status_code == 200
    ends = datetime.fromisoformat(given.json()["expires_at"])
    assert timedelta(minutes=4) < ends - doors.clock() <= timedelta(minutes=5)
    right = given.json()["token"]
    other_action = confirm(doors, token, action="restore", password=admin.password).json()["token"]
    other_user = confirm(doors, others, action="delete", password=other.password).json()["token"]
    for wrong in (None, "garbage", other_action, other_user, token):
        assert delete(doors, filename, token, wrong).json()["code"] == "password_required"
    assert not doors.accepted(right)  # it is no access token
    doors.clock.advance(minutes=5)
    assert delete(doors, filename, token, right).json()["code"] == "password_required"
    doors.clock.advance(minutes=-2)
    assert delete(doors, filename, token, right).status_code == 200


def test_a_wrong_password_here_is_403_and_counts_as_a_failed_log_in(doors: Doors) -> None:
    user = new_user(doors.engine.settings.kuroibara_url, f"u{uuid4().hex[:8]}")
    token = doors.token(user)
    seen = [confirm(doors, token, action="delete", password="guess") for _ in range(7)]
    assert [one.status_code for one in seen] == [403] * 6 + [429]
    assert seen[0].json()["code"] == "wrong_password"
    assert doors.log_in(user).status_code == 429
    assert doors.acts("confirm")[0]["code"] == "wrong_password"
    odd = confirm(doors, token, action="everything", password="x")
    assert odd.status_code == 422


def test_a_code_that_signed_in_does_not_confirm(doors: Doors) -> None:
    url = doors.engine.settings.kuroibara_url
    user = new_user(url, f"u{uuid4().hex[:8]}", superuser=True, totp=True)
    assert user.totp_secret is not None
    codes = pyotp.TOTP(user.totp_secret)
    code = codes.at(doors.clock())
    token = doors.log_in(user, totp_code=code).json()["access_token"]
    told = {"action": "delete", "password": user.password}
    asked = confirm(doors, token, **told)
    assert (asked.status_code, asked.json()["detail"]) == (403, "2FA code required")
    assert confirm(doors, token, **told, totp_code=code).json()["code"] == "totp_wrong"
    doors.clock.advance(seconds=30)
    assert confirm(doors, token, **told, totp_code=codes.at(doors.clock())).status_code == 200


def test_a_young_kuroibara_token_counts_as_a_log_in_unless_the_operator_says_no(
    doors: Doors,
) -> None:
    admin = doors.engine.admin
    young = kuroibara_token(admin, timedelta(minutes=29))
    filename = made(doors)
    assert delete(doors, filename, young).status_code == 200
    strict = doors.engine.settings.model_copy(update={"backup_kuroibara_proof": False})
    with opened(strict) as service:
        assert not service.confirm.is_proved(service.rights.who(young), Action.DELETE)


@pytest.mark.parametrize("lives", [timedelta(minutes=20), timedelta(days=1)])
def test_an_older_or_longer_lived_kuroibara_token_proves_nothing(
    doors: Doors, lives: timedelta
) -> None:
    token = kuroibara_token(doors.engine.admin, lives)
    filename = made(doors)
    assert delete(doors, filename, token).json()["code"] == "password_required"
    given = confirm(doors, token, action="delete", password=doors.engine.admin.password)
    assert delete(doors, filename, token, given.json()["token"]).status_code == 200


def test_a_confirmation_of_another_install_is_worth_nothing(doors: Doors) -> None:
    admin = doors.engine.admin
    filename = made(doors)
    token = doors.token()
    doors.clock.advance(minutes=6)
    forged = Tokens(own_key=b"x" * 32, kuroibara_key=None).confirmation(
        admin.id, "delete", doors.clock()
    )
    assert delete(doors, filename, token, forged).json()["code"] == "password_required"


def test_changing_the_rules_wants_the_password_and_acting_by_them_does_not(doors: Doors) -> None:
    token = doors.token()
    doors.clock.advance(minutes=6)
    rules = {"retention_daily": 7}
    refused = doors.call("PUT", "/backup/retention-settings", rules, token=token)
    assert refused.json()["code"] == "password_required"
    assert doors.call("POST", "/backup/apply-retention", token=token).status_code == 200
    given = confirm(doors, token, action="retention", password=doors.engine.admin.password)
    proof = {"X_Confirm": given.json()["token"]}
    done = doors.call("PUT", "/backup/retention-settings", rules, token=token, door=0, **proof)
    assert done.status_code == 200
    assert [one["outcome"] for one in doors.acts("retention")] == ["done", "refused"]
