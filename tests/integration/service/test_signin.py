"""Refresh tokens: whatever gets lost, an honest client stays signed in, and a thief does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_backup.errors import NotSignedIn
from kuroibara_backup.service.audit import Audit
from kuroibara_backup.service.limits import Limiter
from kuroibara_backup.service.passwords import Passwords
from kuroibara_backup.service.signin import SignIn
from kuroibara_backup.service.tokens import Pair, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.engine import RunningEngine

KEY = b"k" * 32


class Install:
    """Two engines on one database, and a clock that moves by a minute with each call."""

    def __init__(self, engine: RunningEngine) -> None:
        url = engine.settings.kuroibara_url
        state_url = engine.settings.backup_state_url
        assert state_url is not None
        self.state_url = state_url.get_secret_value()
        self.user = engine.admin
        self.at = datetime(2026, 11, 23, tzinfo=UTC)
        tokens = Tokens(own_key=KEY, kuroibara_key=None)
        audit = Audit(self.state_url, self.now)
        limiter = Limiter(self.state_url, KEY, self.now)
        passwords = Passwords(url, self.state_url, limiter, self.now)
        self.doors = [
            SignIn(url, self.state_url, tokens, passwords, audit, self.now) for _ in range(2)
        ]

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def pair(self) -> Pair:
        return self.doors[0].login(self.user.username, self.user.password, None)[0]

    def ended(self) -> bool:
        with psycopg.connect(self.state_url) as connection:
            row = connection.execute(
                "SELECT ended_why FROM sign_in ORDER BY begun_at DESC LIMIT 1"
            ).fetchone()
        return row is not None and row[0] is not None


@pytest.fixture(scope="module")
def install(shared_engine: RunningEngine) -> Install:
    return Install(shared_engine)


class Client:
    """Keeps one pair, as the desktop does: what it has stored is what it knows."""

    def __init__(self, install: Install) -> None:
        self.install = install
        self.stored = install.pair()

    def refresh(self, door: int, *, answered: bool) -> None:
        got = self.install.doors[door].refresh(self.stored.refresh_token)
        if answered:
            self.stored = got


@pytest.mark.slow
@given(calls=st.lists(st.tuples(st.integers(0, 1), st.booleans()), max_size=25))
@settings(max_examples=20, deadline=None)
def test_lost_answers_sign_nobody_out(install: Install, calls: list[tuple[int, bool]]) -> None:
    client = Client(install)
    for door, answered in calls:
        client.refresh(door, answered=answered)
        client.install.doors[1 - door].who(client.stored.access_token)
    client.refresh(0, answered=True)
    assert not install.ended()


@given(
    before=st.lists(st.booleans(), max_size=6),
    after=st.lists(st.booleans(), max_size=6),
    thief_first=st.booleans(),
)
@settings(max_examples=20, deadline=None)
def test_a_stolen_token_ends_the_sign_in_at_the_latest_when_both_have_gone_on(
    install: Install, before: list[bool], after: list[bool], thief_first: bool
) -> None:
    client = Client(install)
    for answered in before:
        client.refresh(0, answered=answered)
    thief = Client(install)
    thief.stored = client.stored  # copied off the disk
    first, second = (thief, client) if thief_first else (client, thief)

    def both_go_on() -> None:
        # Each takes a pair of its own, then both go on: whoever is second is found out.
        for one in (first, second, first, second):
            for answered in (*after, True):
                one.refresh(1, answered=answered)

    refused(both_go_on)
    newest = install.doors[0]
    for one in (first, second):
        for use in (
            partial(newest.refresh, one.stored.refresh_token),
            partial(newest.who, one.stored.access_token),
        ):
            refused(use)


def refused(use: Callable[[], object]) -> None:
    with pytest.raises(NotSignedIn):
        use()


def test_reuse_after_the_successor_was_used_is_written_down_once(install: Install) -> None:
    begin = install.now()
    first = install.pair()
    door = install.doors[0]
    second = door.refresh(first.refresh_token)
    assert door.refresh(first.refresh_token)  # nobody has used the second yet
    third = door.refresh(second.refresh_token)
    for _ in range(3):
        refused(lambda: door.refresh(first.refresh_token))
    refused(lambda: door.refresh(third.refresh_token))
    refused(lambda: door.who(third.access_token))
    with psycopg.connect(install.state_url) as connection:
        found = connection.execute(
            "SELECT user_id FROM audit WHERE act = 'refresh_reuse' AND at > %s",
            (begin,),
        ).fetchall()
    assert found == [(install.user.id,)]


def test_a_token_of_a_sign_in_that_never_was_is_refused(install: Install) -> None:
    tokens = Tokens(own_key=KEY, kuroibara_key=None)
    now = install.now()
    made_up = tokens.issue(install.user.id, sign_in=uuid4(), now=now, password_at=now)
    refused(lambda: install.doors[0].refresh(made_up.refresh_token))
    refused(lambda: install.doors[0].who(made_up.access_token))
    mine = install.pair()
    sign_in = tokens.sign_in_of(mine.access_token)
    assert sign_in is not None
    stranger = tokens.issue(UUID(int=1), sign_in=sign_in, now=now, password_at=now)
    refused(lambda: install.doors[0].refresh(stranger.refresh_token))
    assert install.doors[0].refresh(mine.refresh_token)


def test_sign_ins_that_have_run_out_are_forgotten(install: Install) -> None:
    pair = install.pair()
    sign_in = Tokens(own_key=KEY, kuroibara_key=None).sign_in_of(pair.access_token)

    def kept() -> bool:
        with psycopg.connect(install.state_url) as connection:
            query = "SELECT 1 FROM sign_in WHERE id = %s"
            return connection.execute(query, (sign_in,)).fetchone() is not None

    install.doors[0].sweep()
    assert kept()
    install.at += timedelta(days=7, minutes=1)
    install.doors[0].sweep()
    assert not kept()
