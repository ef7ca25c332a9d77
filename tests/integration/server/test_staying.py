"""Staying signed in at a plain Kuroibara, whose sign-ins end after a week: if it is wished for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.errors import CodeRequired, SignInRequired
from kuroibara_desktop.core.reminders import Condition, Facts, Rules, due
from kuroibara_desktop.core.tokens import Login, Tokens, tokens_in, written
from kuroibara_desktop.secrets import SessionStore
from kuroibara_desktop.server import Server

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.plain_kuroibara import PlainKuroibara

PASSWORD = "anna-password"


class Computer:
    def __init__(self, plain: PlainKuroibara, folder: Path) -> None:
        self.plain, self.store, self.lock = plain, SessionStore(), folder / "lock"

    def start(self) -> Server:
        return Server(self.plain.url, tokens=self.store, lock=self.lock)

    def a_week_later(self) -> None:
        """Every token that was given is worth nothing now."""
        self.plain.accounts.key += "-another-week"


@pytest.fixture
def computer(plain_kuroibara: PlainKuroibara, tmp_path: Path) -> Computer:
    return Computer(plain_kuroibara, tmp_path)


def test_who_stays_is_signed_in_again_by_itself(computer: Computer) -> None:
    with computer.start() as server:
        server.sign_in("anna", PASSWORD, stay=True)
        assert server.ends_at is None
    for _ in range(2):
        computer.a_week_later()
        with computer.start() as server:
            assert isinstance(server.backups(), list)
    logins = computer.plain.asked("/auth/login", "POST")
    assert len(logins) == 3
    kept = computer.store.load(computer.plain.url)
    assert kept is not None
    assert PASSWORD not in repr(kept)
    assert tokens_in(written(kept)) == kept


def test_who_did_not_ask_for_it_is_asked_and_no_password_is_kept(computer: Computer) -> None:
    with computer.start() as server:
        server.sign_in("anna", PASSWORD)
        ends = server.ends_at
    assert ends is not None
    assert timedelta(days=6) < ends - datetime.now(UTC) <= timedelta(days=7)
    kept = computer.store.load(computer.plain.url)
    assert kept is not None
    assert PASSWORD not in written(kept)
    computer.a_week_later()
    with computer.start() as server, pytest.raises(SignInRequired):
        server.backups()


def test_a_password_that_was_changed_is_tried_once(computer: Computer) -> None:
    with computer.start() as server:
        server.sign_in("anna", PASSWORD, stay=True)
    computer.a_week_later()
    kept = computer.store.load(computer.plain.url)
    assert kept is not None
    computer.store.save(
        computer.plain.url,
        Tokens(
            access=kept.access,
            refresh=kept.refresh,
            login=Login(username="anna", password="the old one"),
        ),
    )
    with computer.start() as server:
        for _ in range(3):
            with pytest.raises(SignInRequired):
                server.backups()
    assert len(computer.plain.asked("/auth/login", "POST")) == 2


def test_with_a_code_nothing_is_kept_that_would_not_do(computer: Computer) -> None:
    user = computer.plain.add_user(
        "otto", "otto-password", totp_secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    )
    with computer.start() as server:
        with pytest.raises(CodeRequired):
            server.sign_in("otto", "otto-password", stay=True)
        server.sign_in("otto", "otto-password", user.code(), stay=True)
        assert server.ends_at is not None
    kept = computer.store.load(computer.plain.url)
    assert kept is not None
    assert kept.login is None


def test_the_day_before_it_ends_there_is_a_reminder() -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def reminded(left: timedelta, *, signed_out_since: datetime | None = None) -> bool:
        facts = Facts(
            began=now,
            sign_in_ends=now + left,
            server_seen=now,
            signed_out_since=signed_out_since,
        )
        return any(one.condition is Condition.SIGN_IN_ENDS for one in due(now, facts, Rules()))

    assert not reminded(timedelta(days=2))
    assert reminded(timedelta(hours=23))
    assert not reminded(timedelta(hours=23), signed_out_since=now)
