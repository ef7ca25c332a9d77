"""Who may back up: accounts and never names, and nobody by accident."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from kuroibara_backup.errors import NotFound, Refused
from tests.support.engine import User, new_user

if TYPE_CHECKING:
    from kuroibara_backup.service.permission import Permission, Standing
    from tests.support.engine import RunningEngine

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def permission(shared_engine: RunningEngine) -> Permission:
    return shared_engine.service.permission


def someone(engine: RunningEngine, name: str | None = None) -> User:
    return new_user(engine.settings.kuroibara_url, name or f"u{uuid4().hex[:8]}")


def standing(permission: Permission, user: User) -> Standing | None:
    found = permission.administrators()
    return next((one for one in found if one.user_id == user.id), None)


def delete(engine: RunningEngine, user: User) -> None:
    with psycopg.connect(engine.settings.kuroibara_url) as connection:
        connection.execute("DELETE FROM users WHERE id = %s", (user.id,))


def test_a_right_is_granted_and_taken_back_at_once(
    shared_engine: RunningEngine, permission: Permission
) -> None:
    user = someone(shared_engine)
    client = shared_engine.client(user)
    assert permission.grant(user.email, NOW)
    assert not permission.grant(user.username, NOW)
    assert client.get("/backup/list").status_code == 200
    assert permission.revoke(user.username, NOW)
    assert client.get("/backup/list").json()["code"] == "not_administrator"
    assert standing(permission, user) is None
    assert not permission.revoke(user.username, NOW)


def test_who_registers_a_freed_name_is_nobody(
    shared_engine: RunningEngine, permission: Permission
) -> None:
    first = someone(shared_engine)
    permission.grant(first.username, NOW)
    delete(shared_engine, first)
    second = someone(shared_engine, first.username)
    permission.grant_configured((first.username,), NOW)
    answer = shared_engine.client(second).get("/backup/list")
    assert answer.json()["code"] == "not_administrator"
    listed = standing(permission, first)
    assert listed is not None
    assert not listed.active
    # taken from the account that had it, although its name is another's now
    assert permission.revoke(first.username, NOW)
    assert standing(permission, first) is None


def test_what_was_revoked_the_settings_do_not_grant_again(
    shared_engine: RunningEngine, permission: Permission
) -> None:
    user = someone(shared_engine)
    permission.grant_configured((user.username,), NOW)
    assert standing(permission, user) is not None
    permission.revoke(user.username, NOW)
    permission.grant_configured((user.username,), NOW)
    assert standing(permission, user) is None
    assert permission.grant(user.username, NOW)
    assert standing(permission, user) is not None


def test_an_address_that_another_took_for_a_name_is_asked_about(
    shared_engine: RunningEngine, permission: Permission
) -> None:
    owner = someone(shared_engine)
    impostor = someone(shared_engine, owner.email)
    with pytest.raises(Refused, match="2 users") as refused:
        permission.grant(owner.email, NOW)
    assert refused.value.code == "ambiguous_user"
    assert str(owner.id) in refused.value.remedy
    assert permission.grant(str(owner.id), NOW)
    assert shared_engine.client(impostor).get("/backup/list").status_code == 403


def test_a_superuser_is_kuroibaras_to_take_down(
    shared_engine: RunningEngine, permission: Permission
) -> None:
    with pytest.raises(Refused, match="Kuroibara says they are a superuser"):
        permission.revoke(shared_engine.admin.username, NOW)
    for name in ("nobody at all", "", "a\0b", "\ud800"):
        with pytest.raises(NotFound):
            permission.revoke(name, NOW)


def test_accounts_that_are_gone_do_not_count_as_administrators(engine: RunningEngine) -> None:
    user = someone(engine)
    engine.service.permission.grant(user.username, NOW)
    delete(engine, user)
    client = engine.client(engine.reader)
    with psycopg.connect(engine.settings.kuroibara_url) as connection:
        connection.execute("UPDATE users SET is_superuser = false")
    answer = client.get("/backup/list").json()
    assert answer["code"] == "no_administrator"
    assert "admin grant" in answer["remedy"]
