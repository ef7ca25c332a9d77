"""What only the engine can do, asked of a real one."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import psycopg
import pytest

from kuroibara_backup.errors import NotFound
from kuroibara_desktop.core.devices import Right
from kuroibara_desktop.core.errors import ServerRefused, WrongPassword
from kuroibara_desktop.core.jobs import JobState, ServerJob
from kuroibara_desktop.core.restores import Deed, Phase, Restore
from kuroibara_desktop.core.rules import ScheduleChange
from kuroibara_desktop.core.uploads import UploadState
from kuroibara_desktop.secrets import EnvironmentStore, SessionStore
from kuroibara_desktop.server import Server
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_desktop.core.backups import RemoteBackup
    from tests.support.engine import RunningEngine
    from tests.support.plain_kuroibara import PlainKuroibara

ENTER = (
    "INSERT INTO manga (id, title, type, status, is_nsfw)"
    " VALUES (%s, %s, 'MANGA', 'ONGOING', false)"
)


@pytest.fixture
def server(shared_engine: RunningEngine, tmp_path: Path) -> Iterator[Server]:
    with Server(shared_engine.url, tokens=SessionStore(), lock=tmp_path / "lock") as server:
        server.sign_in(shared_engine.admin.username, shared_engine.admin.password)
        yield server


@pytest.fixture(scope="module")
def filename(shared_engine: RunningEngine) -> str:
    return str(shared_engine.create("there", include_storage=True)["filename"])


@pytest.fixture
def backup(server: Server, filename: str) -> RemoteBackup:
    return next(b for b in server.backups() if b.filename == filename)


def identity(backup: RemoteBackup) -> str:
    assert backup.backup_id is not None
    return backup.backup_id


def done(server: Server, job: ServerJob) -> ServerJob:
    until(lambda: server.job(job.id).state.over, seconds=60)
    ended = server.job(job.id)
    assert ended.state is JobState.SUCCEEDED, ended.problem
    return ended


def test_a_backup_is_leased_pinned_verified_and_rehearsed(
    server: Server, backup: RemoteBackup
) -> None:
    assert server.archives.lease(identity(backup)).tzinfo is not None
    decided = server.archives.decide(identity(backup), pinned=True, note="keep\nthis")
    assert (decided.pinned, decided.note, decided.suspect) == (True, "keep this", False)
    assert not server.archives.decide(identity(backup), pinned=False).pinned
    done(server, server.archives.verify(identity(backup)))
    done(server, server.archives.drill(identity(backup)))
    drill = server.archives.last_drill(identity(backup))
    assert drill.proved
    assert drill.finished_at is not None
    assert any("database was loaded" in sentence for sentence in drill.covered)


def test_the_series_of_a_backup_are_told_by_their_titles(
    server: Server, backup: RemoteBackup, shared_engine: RunningEngine
) -> None:
    first, *others = server.archives.series(identity(backup))
    with psycopg.connect(shared_engine.settings.kuroibara_url) as connection:
        connection.execute(ENTER, (first.id, "Ünder\tthe \\ Bridge\x1b[31m"))
        connection.commit()
        named = shared_engine.create("with a title")
        connection.execute("DELETE FROM manga")
    told = server.archives.series(str(named["backup_id"]))
    assert (first.title, len(others)) == (first.id, 2)
    assert {one.id: one.title for one in told} == {
        first.id: "Ünder the \\ Bridge [31m",
        **{one.id: one.id for one in others},
    }
    files = shared_engine.library / "manga" / first.id
    sizes = [file.stat().st_size for file in files.rglob("*") if file.is_file()]
    assert (first.files, first.bytes) == (len(sizes), sum(sizes))


def test_a_schedule_is_read_changed_and_put_back(server: Server) -> None:
    before = {one.kind: one for one in server.rules.schedules()}
    assert set(before) == {"daily", "weekly", "monthly"}
    changed = {
        one.kind: one
        for one in server.rules.reschedule({"daily": ScheduleChange(cron="5 4 * * *")})
    }
    assert changed["daily"].cron == "5 4 * * *"
    assert changed["daily"].edited == ("cron",)
    assert changed["weekly"] == before["weekly"]
    again = {one.kind: one for one in server.rules.reschedule({"daily": None})}
    assert again["daily"] == before["daily"]


def test_retention_is_read_previewed_and_changed(server: Server, backup: RemoteBackup) -> None:
    rules = server.rules.keeping()
    preview = server.rules.preview()
    assert backup.filename in {one.filename for one in preview.verdicts}
    assert preview.would_remove == ()
    kept = next(one for one in preview.verdicts if one.filename == backup.filename)
    assert kept.kept
    assert all(kept.reasons)
    assert server.rules.keep(rules).daily == rules.daily
    assert server.rules.apply() == 0


def test_figures_have_types(server: Server, backup: RemoteBackup) -> None:
    figures = server.rules.statistics()
    assert figures.count >= 1
    assert figures.size >= backup.size
    assert figures.disk.total >= figures.disk.free > 0
    assert len(figures.days) == 60
    assert figures.sizes[-1].size > 0


def test_orphans_are_counted_surveyed_and_recovered(server: Server) -> None:
    assert server.archives.orphan_count() == 3  # no row knows the three folders
    survey = server.archives.surveyed(done(server, server.archives.survey_orphans()))
    assert (survey.manga, len(survey.folders)) == (3, 3)
    look = done(server, server.archives.recover_orphans(user="anna", look_only=True))
    found = server.archives.recovered(look)
    assert (found.user, found.dry_run) == ("anna", True)


def test_devices_and_invitations(
    server: Server, shared_engine: RunningEngine, tmp_path: Path
) -> None:
    made = server.devices.make("attic", {Right.LIST}, password=shared_engine.admin.password)
    assert made.token not in repr(made)
    with Server(
        shared_engine.url, tokens=EnvironmentStore(made.token), lock=tmp_path / "device"
    ) as attic:
        assert isinstance(attic.backups(), list)
        with pytest.raises(ServerRefused, match="may not") as refused:
            attic.rules.statistics()
        assert refused.value.code == "device_not_allowed"
    invitation = server.devices.invite()
    assert invitation.code is not None
    assert invitation.code not in repr(invitation)
    with Server(shared_engine.url, tokens=SessionStore(), lock=tmp_path / "friend") as friend:
        redeemed = friend.devices.redeem(invitation.code, "Ida's laptop")
    assert redeemed.device.invited
    assert redeemed.device.rights == {Right.LIST, Right.DOWNLOAD}
    waiting = server.devices.invite()
    server.devices.withdraw(waiting.id)
    server.devices.revoke(made.device.id)
    devices, invitations = server.devices.all()
    assert {(one.name, one.alive) for one in devices} == {
        ("attic", False),
        ("Ida's laptop", True),
    }
    assert invitations == ()


def test_an_upload_counts_what_came(server: Server, shared_engine: RunningEngine) -> None:
    content = bytes(range(256)) * 4096
    begun = server.uploads.begin(
        "up.tar.gz", size=len(content), sha256=hashlib.sha256(content).hexdigest()
    )
    assert (begun.state, begun.offset) == (UploadState.RECEIVING, 0)
    assert server.uploads.send(begun.id, 0, content[:1000]) == 1000
    with pytest.raises(ServerRefused) as refused:
        server.uploads.send(begun.id, 0, content[:1000])
    assert refused.value.code == "offset_conflict"
    assert server.uploads.standing(begun.id).offset == 1000
    server.uploads.remove(begun.id)
    with pytest.raises(NotFound):
        server.uploads.standing(begun.id)


def test_a_wrong_password_proves_nothing(server: Server, shared_engine: RunningEngine) -> None:
    with pytest.raises(WrongPassword):
        server.prove(Deed.DELETE, "wrong")
    proof = server.prove(Deed.DELETE, shared_engine.admin.password)
    assert proof.deed is Deed.DELETE
    assert proof.token not in repr(proof)


def test_a_deed_goes_through_with_its_proof(server: Server, shared_engine: RunningEngine) -> None:
    made = shared_engine.create("goes", include_storage=False)
    proof = server.prove(Deed.DELETE, shared_engine.admin.password)
    server.archives.delete(made["filename"], proof=proof)
    assert made["filename"] not in {b.filename for b in server.backups()}


def test_a_restore_is_planned_confirmed_watched_and_undone(
    server: Server, backup: RemoteBackup, shared_engine: RunningEngine, tmp_path: Path
) -> None:
    job = server.restores.plan(identity(backup))
    done(server, job)
    job, plan = server.restores.planned(job.id)
    assert plan is not None
    assert plan.possible, plan.objections
    assert {one.what for one in plan.counts} >= {"users", "manga", "chapters", "files"}
    assert "anna" in plan.people
    with pytest.raises(ServerRefused, match="not the name"):
        server.restores.confirm(plan.id, "somebody else", None)
    begun = server.restores.confirm(plan.id, plan.server_name, None)
    assert begun.ticket not in repr(begun)
    with Server(shared_engine.url, tokens=SessionStore(), lock=tmp_path / "nobody") as nobody:

        def seen() -> Restore:
            return nobody.restores.seen(begun.restore_id, ticket=begun.ticket)

        until(lambda: seen().outcome, seconds=60)
        assert seen().phase is Phase.RESTORED
        assert seen().rollback_until is not None
        nobody.restores.roll_back(begun.restore_id, look_only=True, ticket=begun.ticket)
        until(lambda: seen().lost is not None, seconds=60)
        nobody.restores.roll_back(begun.restore_id, ticket=begun.ticket)
        until(lambda: seen().phase is Phase.ROLLED_BACK, seconds=60)
    server.sign_in(shared_engine.admin.username, shared_engine.admin.password)
    assert begun.restore_id in {one.id for one in server.restores.all()}


def test_a_plain_kuroibara_has_none_of_it(plain_kuroibara: PlainKuroibara, tmp_path: Path) -> None:
    with Server(plain_kuroibara.url, tokens=SessionStore(), lock=tmp_path / "lock") as plain:
        plain.sign_in("anna", "anna-password")
        for ask in (
            plain.rules.statistics,
            plain.devices.all,
            plain.restores.all,
            lambda: plain.uploads.begin("a.tar.gz", size=1, sha256="0" * 64),
            lambda: plain.archives.lease("33333333-3333-4333-8333-333333333333"),
            lambda: plain.archives.series("33333333-3333-4333-8333-333333333333"),
        ):
            with pytest.raises(NotFound):
                ask()
