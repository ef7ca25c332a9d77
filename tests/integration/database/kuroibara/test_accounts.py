from __future__ import annotations

from uuid import UUID

import pytest

from kuroibara_backup.database.kuroibara.accounts import (
    PROFILE_FIELDS,
    account_by_id,
    account_by_login,
)
from kuroibara_backup.errors import NoConnection, Refused
from tests.support.postgres import execute

MIKA = UUID("6f1f7c1e-0000-4000-8000-000000000001")


def add_user(url: str, user_id: UUID, username: str, email: str) -> None:
    execute(
        url,
        "INSERT INTO users VALUES"
        f" ('{username}', '{email}', '$2b$hash', NULL, true, false, 'JBSWY3DPEHPK3PXP', true, NULL,"
        " NULL, NULL, NULL, 60, 'dark', false, 'high', '/app/storage', 'a', 'b', 'volume', true,"
        f" true, false, 900, true, true, true, 'local', '100MB', '{user_id}',"
        " '2026-01-02 03:04:05.678901+01', '2026-01-02 03:04:05+01')",
    )


def test_an_account_is_found_by_name_by_mail_and_by_id(database: str) -> None:
    add_user(database, MIKA, "mika", "mika@example.org")
    by_name = account_by_login(database, "mika")
    assert by_name is not None
    assert (by_name.id, by_name.two_fa_secret) == (MIKA, "JBSWY3DPEHPK3PXP")
    assert account_by_login(database, "mika@example.org") == by_name
    assert account_by_id(database, MIKA) == by_name


def test_a_user_name_goes_before_the_same_mail_address(database: str) -> None:
    """Somebody may call themselves what another one has as their address."""
    other = UUID(int=MIKA.int + 1)
    add_user(database, other, "other", "mika")
    add_user(database, MIKA, "mika", "mika@example.org")
    found = account_by_login(database, "mika")
    assert found is not None
    assert found.id == MIKA


@pytest.mark.parametrize("name", ["", "Mika", "mika\0", "'; DROP TABLE users; --", "\udcff"])
def test_other_names_find_nobody(database: str, name: str) -> None:
    add_user(database, MIKA, "mika", "mika@example.org")
    assert account_by_login(database, name) is None


def test_the_profile_is_what_kuroibara_answers(database: str) -> None:
    add_user(database, MIKA, "mika", "mika@example.org")
    account = account_by_id(database, MIKA)
    assert account is not None
    assert tuple(account.profile) == PROFILE_FIELDS
    assert account.profile["created_at"] == "2026-01-02T02:04:05.678901Z"
    assert account.profile["id"] == str(MIKA)
    assert "hash" not in str(account.profile)


def test_secrets_do_not_show(database: str) -> None:
    add_user(database, MIKA, "mika", "mika@example.org")
    assert "hash" not in repr(account_by_id(database, MIKA))
    assert "JBSWY3DPEHPK3PXP" not in repr(account_by_id(database, MIKA))


def test_another_database_is_not_taken_for_kuroibaras(empty_database: str) -> None:
    with pytest.raises(Refused, match="does not look like Kuroibara's"):
        account_by_login(empty_database, "mika")


def test_a_server_that_is_down_is_said() -> None:
    with pytest.raises(NoConnection, match="could not be reached while an account"):
        account_by_login("postgresql://u:geheim@127.0.0.1:1/k", "mika")


def test_a_wrong_password_is_said_without_showing_it(database: str) -> None:
    name = database.rpartition("/")[2]
    port = database.rpartition(":")[2].partition("/")[0]
    with pytest.raises(NoConnection, match="refused the sign-in") as caught:
        account_by_login(f"postgresql://postgres:geheim@127.0.0.1:{port}/{name}", "mika")
    assert "geheim" not in str(caught.value) + caught.value.remedy
