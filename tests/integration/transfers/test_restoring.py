"""A backup on a drive becomes a server's library again: to the last row and byte, and back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
import pytest

from kuroibara_backup.errors import BackupError, Cancelled, InvalidRequest
from kuroibara_backup.service.engine import opened
from kuroibara_desktop.core.errors import (
    KeyringLocked,
    PasswordRequired,
    ServerRefused,
    SignInRequired,
    WrongPassword,
)
from kuroibara_desktop.core.progress import Stage
from kuroibara_desktop.core.restores import Deed, Phase, Scope
from kuroibara_desktop.core.restoring import JourneyState
from kuroibara_desktop.secrets import FileStore, SessionStore, Tickets
from kuroibara_desktop.server import Server
from kuroibara_desktop.transfers import Pace
from kuroibara_desktop.transfers.examining import examined
from kuroibara_desktop.transfers.journal import Journal
from kuroibara_desktop.transfers.journeys import journeys
from kuroibara_desktop.transfers.restoring import Restoring
from tests.support.engine import serving
from tests.support.faulty import Fault
from tests.support.finished import finished, never
from tests.support.postgres import execute
from tests.support.restoring import Server as Settled
from tests.support.restoring import (
    Whole,
    ordered,
    other_server,
    rewritten,
    whole,
)
from tests.support.rights import Clock
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample
    from kuroibara_desktop.core.progress import Progress
    from kuroibara_desktop.core.restores import Restore, RestorePlan
    from kuroibara_desktop.core.restoring import Journey
    from tests.support.faulty import FaultyProxy

T = TypeVar("T")
QUICK = Pace(delays=(0.05,) * 10, poll=0.05)


@dataclass(slots=True)
class Owner:
    """Olga, with the drive, before a server with a library of her own."""

    there: Settled
    proxy: FaultyProxy
    clock: Clock
    path: Path
    home: Path
    store: SessionStore
    server: Server
    steps: list[Progress] = field(default_factory=list)

    @property
    def journal(self) -> Journal:
        return Journal(self.home / "journal.sqlite3")

    @property
    def restoring(self) -> Restoring:
        """Made anew each time, as after a start of the app."""
        return Restoring(self.server, journal=self.journal, tickets=Tickets(self.store), pace=QUICK)

    @property
    def password(self) -> str:
        assert self.there.owner is not None
        return self.there.owner.password

    def run(self, work: Generator[Progress, None, T]) -> T:
        return finished(work, self.steps.append)

    def chosen(self, **how: Any) -> Journey:
        file = self.run(examined(self.path, check=never))
        return self.restoring.choose(file, **how)

    def planned(self, **how: Any) -> tuple[Journey, RestorePlan]:
        return self.run(self.restoring.prepare(self.chosen(**how), check=never))

    def begun(self) -> Journey:
        journey, plan = self.planned()
        return self.restoring.confirm(journey, plan, typed=plan.server_name)

    def followed(self, journey: Journey) -> tuple[Journey, Restore]:
        return self.run(self.restoring.follow(journey, check=never))

    def remembered(self) -> Journey:
        [journey] = journeys(self.journal)
        return journey

    def state(self) -> Whole:
        return whole(self.there.settings)


def is_restored(owner: Owner, source: tuple[Settled, Path]) -> None:
    now, held = owner.state(), whole(source[0].settings)
    old, new = source[0].settings.storage_path, owner.there.settings.storage_path
    assert ordered(now.tables) == rewritten(held.tables, old, new)
    assert now.files == held.files


@pytest.fixture
def owner(
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    kuroibara_template: str,
    source: tuple[Settled, Path],
    faulty: Callable[[str], FaultyProxy],
) -> Iterator[Owner]:
    path = tmp_path / "drive" / "the library.tar.gz"
    path.parent.mkdir()
    shutil.copy(source[1], path)
    clock = Clock()
    with other_server(tmp_path / "there", postgres, kuroibara_template) as there:
        with opened(there.settings, now=clock) as service:
            service.start()
            with serving(service) as url:
                proxy = faulty(url)
                store = SessionStore()
                home = tmp_path / "home"
                with Server(proxy.url, tokens=store, lock=home / "lock") as server:
                    assert there.owner is not None
                    server.sign_in(there.owner.username, there.owner.password)
                    yield Owner(there, proxy, clock, path, home, store, server)


def test_from_a_file_to_a_proved_library_and_back_again(
    owner: Owner, source: tuple[Settled, Path], sample: Sample
) -> None:
    before = owner.state()
    journey, plan = owner.planned()
    assert journey.state is JourneyState.PLANNED
    assert plan.possible
    counts = {one.what: (one.now, one.after) for one in plan.counts}
    assert counts["users"] == (1, 3)
    assert counts["manga"] == (0, 5)
    assert plan.administrators == (sample.administrator.username,)
    assert owner.state() == before  # until now nothing was done

    journey = owner.restoring.confirm(journey, plan, typed=plan.server_name)
    assert journey.state is JourneyState.RUNNING
    journey, restore = owner.followed(journey)
    assert (journey.state, restore.phase) == (JourneyState.RESTORED, Phase.RESTORED)
    assert restore.outcome is not None
    assert restore.outcome.people_count == 3
    assert restore.rollback_until is not None
    is_restored(owner, source)
    # What the server does meanwhile may be over before it is asked.
    assert Stage.UPLOADING in {step.stage for step in owner.steps}

    with pytest.raises(SignInRequired):  # Olga has no account in this backup
        owner.server.backups()
    lost = owner.run(owner.restoring.what_would_go(journey, check=never))
    assert (lost.rows_made, lost.files_made) == (0, 0)
    journey, restore = owner.run(owner.restoring.roll_back(journey, check=never))
    assert (journey.state, restore.phase) == (JourneyState.ROLLED_BACK, Phase.ROLLED_BACK)
    assert owner.state() == before


def test_another_name_than_the_server_s_begins_nothing(owner: Owner) -> None:
    journey, plan = owner.planned()
    asked = len(owner.proxy.passed("/backup/restores", "POST"))
    with pytest.raises(InvalidRequest, match="not the server's name"):
        owner.restoring.confirm(journey, plan, typed="kuroibara")
    assert len(owner.proxy.passed("/backup/restores", "POST")) == asked
    assert owner.remembered().state is JourneyState.PLANNED


@pytest.mark.slow
def test_an_old_sign_in_is_asked_for_the_password_and_a_wrong_one_begins_nothing(
    owner: Owner,
) -> None:
    journey, plan = owner.planned()
    owner.clock.advance(minutes=6)
    with pytest.raises(PasswordRequired):
        owner.restoring.confirm(journey, plan, typed=plan.server_name)
    with pytest.raises(WrongPassword):
        owner.server.prove(Deed.RESTORE, "wrong")
    assert owner.remembered().state is JourneyState.PLANNED
    proof = owner.server.prove(Deed.RESTORE, owner.password)
    journey = owner.restoring.confirm(journey, plan, typed=plan.server_name, proof=proof)
    assert owner.followed(journey)[0].state is JourneyState.RESTORED


def test_whoever_closes_the_app_finds_the_restore_again(
    owner: Owner, source: tuple[Settled, Path]
) -> None:
    owner.begun()

    def close() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        owner.run(owner.restoring.follow(owner.remembered(), check=close))
    assert owner.remembered().state is JourneyState.RUNNING
    owner.store.forget(owner.server.address)  # and the sign-in is gone, too
    journey, restore = owner.followed(owner.remembered())
    assert (journey.state, restore.phase) == (JourneyState.RESTORED, Phase.RESTORED)
    is_restored(owner, source)


@pytest.mark.parametrize(
    "at",
    [
        pytest.param("the upload", marks=pytest.mark.slow),
        pytest.param("the plan", marks=pytest.mark.slow),
        "the watching",
    ],
)
def test_a_client_killed_at_any_step_goes_on_where_it_was(
    owner: Owner, source: tuple[Settled, Path], at: str
) -> None:
    only = {
        "the upload": "/backup/uploads/",
        "the plan": "/backup/restores/plan",
        "the watching": "/backup/restores/",
    }[at]
    owner.journal.keep_piece(owner.proxy.url, 512 * 1024)
    owner.proxy.misbehave(Fault(only=only, delay=0.5))
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.transfers.restore_victim"],
        env=os.environ
        | {
            "VICTIM": json.dumps(
                {
                    "address": owner.proxy.url,
                    "home": str(owner.home),
                    "file": str(owner.path),
                    "tickets": str(owner.home / "tokens"),
                    "username": owner.there.owner.username if owner.there.owner else "",
                    "password": owner.password,
                }
            )
        },
    )
    method = {"the upload": "PUT", "the plan": "POST", "the watching": "GET"}[at]
    try:
        until(lambda: bool(owner.proxy.passed(only, method)), seconds=60)
    finally:
        victim.kill()
        victim.wait()
    owner.proxy.misbehave()
    journey = owner.remembered()
    if at == "the watching":
        assert journey.state is JourneyState.RUNNING
        assert journey.restore_id is not None
        kept = Tickets(FileStore(owner.home / "tokens")).ticket(journey.restore_id)
        assert kept is not None
        Tickets(owner.store).keep(journey.restore_id, kept)
        assert owner.followed(journey)[0].state is JourneyState.RESTORED
    else:
        again = owner.chosen()
        assert again.id == journey.id
        journey, plan = owner.run(owner.restoring.prepare(again, check=never))
        journey = owner.restoring.confirm(journey, plan, typed=plan.server_name)
        assert owner.followed(journey)[0].state is JourneyState.RESTORED
    is_restored(owner, source)


def test_an_answer_lost_at_the_confirmation_begins_it_once(
    owner: Owner, source: tuple[Settled, Path]
) -> None:
    journey, plan = owner.planned()
    owner.proxy.misbehave(Fault(only="/backup/restores", method="POST", cut_after=0))
    journey = owner.restoring.confirm(journey, plan, typed=plan.server_name)
    assert journey.state is JourneyState.BEGINNING
    owner.proxy.misbehave()
    try:  # without the ticket only an account can look, and Olga's goes with the restore
        journey, restore = owner.followed(journey)
        assert restore.phase is Phase.RESTORED
    except SignInRequired:
        until(lambda: not {"olga"} & names(owner), seconds=30)
    is_restored(owner, source)


def names(owner: Owner) -> set[str]:
    with psycopg.connect(owner.there.url) as connection:
        return {str(name) for (name,) in connection.execute("SELECT username FROM users")}


@pytest.mark.slow
def test_a_confirmation_that_never_arrived_is_planned_still(owner: Owner) -> None:
    journey, plan = owner.planned()
    owner.proxy.refuse()
    journey = owner.restoring.confirm(journey, plan, typed=plan.server_name)
    assert journey.state is JourneyState.BEGINNING
    owner.proxy.listen()
    journey, restore = owner.followed(journey)
    assert (journey.state, restore.phase) == (JourneyState.PLANNED, Phase.PLANNED)
    journey = owner.restoring.confirm(journey, plan, typed=plan.server_name)
    assert owner.followed(journey)[0].state is JourneyState.RESTORED


@pytest.mark.slow
def test_a_plan_that_no_longer_holds_is_made_anew(owner: Owner) -> None:
    journey, plan = owner.planned()
    execute(owner.there.url, "ALTER TABLE genre ADD mood varchar(9)")
    with pytest.raises(ServerRefused) as refused:
        owner.restoring.confirm(journey, plan, typed=plan.server_name)
    assert refused.value.code == "plan_void"
    execute(owner.there.url, "ALTER TABLE genre DROP mood")
    assert "no longer holds" in owner.remembered().problem
    journey, again = owner.planned()
    assert again.id != plan.id
    assert journey.problem == ""


@pytest.mark.slow
def test_a_server_that_is_away_meanwhile_has_not_failed(
    owner: Owner, source: tuple[Settled, Path]
) -> None:
    journey = owner.begun()
    owner.proxy.refuse()
    threading.Timer(1.5, owner.proxy.listen).start()  # longer than all the pauses together
    journey, _ = owner.followed(journey)
    assert journey.state is JourneyState.RESTORED
    assert any("Nothing answers" in step.note for step in owner.steps)
    is_restored(owner, source)


def test_a_cancelled_restore_changes_nothing_and_says_so(owner: Owner) -> None:
    before = owner.state()
    journey = owner.begun()
    owner.restoring.cancel(journey)
    journey, restore = owner.followed(journey)
    assert (journey.state, restore.phase) == (JourneyState.UNCHANGED, Phase.UNCHANGED)
    assert owner.state().files == before.files
    assert journey.restore_id is not None
    assert Tickets(owner.store).ticket(journey.restore_id) is None


@pytest.mark.slow
def test_only_the_database_when_only_that_is_wanted(owner: Owner) -> None:
    files = owner.state().files
    journey, plan = owner.planned(scope=Scope.DATABASE)
    assert plan.scope == "database"
    journey = owner.restoring.confirm(journey, plan, typed=plan.server_name)
    journey, _ = owner.followed(journey)
    assert journey.state is JourneyState.RESTORED
    assert owner.state().files == files


class Locked:
    """A keyring that does not open."""

    def keep(self, restore_id: str, ticket: str) -> None:
        raise KeyringLocked("Your keyring is locked, and it was not unlocked.")

    def ticket(self, restore_id: str) -> str | None:
        return None

    def forget(self, restore_id: str) -> None:
        pass


def test_a_ticket_that_cannot_be_kept_is_said_and_stops_nothing(owner: Owner) -> None:
    journey, plan = owner.planned()
    restoring = Restoring(owner.server, journal=owner.journal, tickets=Locked(), pace=QUICK)
    journey = restoring.confirm(journey, plan, typed=plan.server_name)
    assert journey.state is JourneyState.RUNNING
    assert "ticket could not be kept" in journey.problem


@pytest.mark.slow
def test_a_restore_that_cannot_be_is_refused_with_the_server_s_reason(owner: Owner) -> None:
    execute(owner.there.url, "ALTER TABLE genre ADD kept varchar(9) NOT NULL DEFAULT ''")
    execute(owner.there.url, "ALTER TABLE genre ALTER kept DROP DEFAULT")
    journey, plan = owner.planned()
    assert not plan.possible
    with pytest.raises(BackupError) as refused:
        owner.restoring.confirm(journey, plan, typed=plan.server_name)
    assert refused.value.sentence == plan.objections[0].sentence
