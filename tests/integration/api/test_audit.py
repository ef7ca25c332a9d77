"""What was done is written down, told to administrators alone, and cannot be unwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import psycopg
import pytest

from kuroibara_backup.service.audit import ENGINE, Act
from tests.support.engine import new_user

if TYPE_CHECKING:
    from tests.support.rights import Doors


def told(doors: Doors, **query: object) -> dict[str, Any]:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    answer = doors.call("GET", f"/backup/audit?{asked}", token=doors.token())
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_each_act_says_who_when_from_where_what_and_how_it_ended(doors: Doors) -> None:
    user = new_user(doors.engine.settings.kuroibara_url, f"u{uuid4().hex[:8]}", superuser=True)
    token = doors.token(user)
    name = f"b{uuid4().hex[:8]}"
    doors.call("POST", "/backup/create", {"backup_name": name}, token=token)
    doors.call("DELETE", "/backup/delete/nothing.tar.gz", token=token)
    doors.call("POST", "/auth/logout", token=token)
    doors.log_in(user, "a wrong password")
    entries = told(doors, user=user.username)["entries"]
    assert [(one["act"], one["outcome"], one["subject"]) for one in entries] == [
        ("login", "refused", ""),
        ("logout", "done", ""),
        ("delete", "refused", "nothing.tar.gz"),
        ("create", "asked", name),
        ("login", "done", ""),
    ]
    for one in entries:
        assert (one["via"], one["user"], one["address"]) == ("http", user.username, "127.0.0.1")
        assert one["user_id"] == str(user.id)
        assert one["at"].endswith("Z")
    assert entries[0]["code"] == "wrong_password"
    assert told(doors, user=user.id)["entries"] == entries


def test_the_end_of_a_backup_and_what_retention_did_are_the_engines(doors: Doors) -> None:
    name = f"b{uuid4().hex[:8]}"
    doors.engine.create(name, include_storage=False)
    done = next(one for one in doors.acts("create") if one["subject"] == name)
    assert (done["via"], done["outcome"]) == ("engine", "done")


def test_a_password_typed_as_a_name_is_not_written_down(doors: Doors) -> None:
    for name in ("my secret password", "another secret"):
        body = {"username": name, "password": "my secret password"}
        doors.call("POST", "/auth/login", body)
    with psycopg.connect(doors.state_url) as connection:
        for table in ("audit", "attempt"):
            rows = connection.execute(f"SELECT t::text FROM {table} t".encode()).fetchall()
            assert rows
            assert "secret" not in str(rows)
    assert doors.acts("login")[0]["user_name"] is None


def test_it_comes_in_pages_without_a_gap(doors: Doors) -> None:
    subject = uuid4().hex
    for number in range(7):
        doors.services[0].audit.record(Act.PRUNE, by=ENGINE, subject=f"{subject} {number}")
    found: list[str] = []
    before: dict[str, int] = {}
    while True:
        page = told(doors, act="prune", limit=3, **before)
        found += [one["subject"] for one in page["entries"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    mine = [one for one in found if one.startswith(subject)]
    assert mine == [f"{subject} {number}" for number in reversed(range(7))]
    assert len(found) == len(set(found))


def test_filters_narrow_and_nonsense_is_refused(doors: Doors) -> None:
    now = doors.clock().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    doors.services[0].audit.record(Act.DRILL, by=ENGINE)
    assert [one["act"] for one in told(doors, since=now, act="drill")["entries"]] == ["drill"]
    assert told(doors, until=now, act="drill")["entries"] == []
    assert told(doors, act="drill", outcome="failed")["entries"] == []
    assert told(doors, user="nobody")["entries"] == []
    token = doors.token()
    for query in ("act=murder", "limit=0", "limit=501", "before=0", "since=yesterday"):
        answer = doors.call("GET", f"/backup/audit?{query}", token=token)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), query
    reader = doors.token(doors.engine.reader)
    assert doors.call("GET", "/backup/audit", token=reader).status_code == 403


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET outcome = 'done'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "SET session_replication_role = replica; DELETE FROM audit",
    ],
)
def test_not_even_the_owner_of_the_table_unwrites_it(doors: Doors, statement: str) -> None:
    doors.services[0].audit.record(Act.DRILL, by=ENGINE)
    with psycopg.connect(doors.state_url) as connection:
        with pytest.raises(psycopg.errors.RaiseException, match="only ever added to"):
            connection.execute(statement.encode())


def test_after_two_years_it_is_forgotten_and_no_sooner(doors: Doors) -> None:
    audit = doors.services[0].audit
    subject = uuid4().hex
    doors.clock.advance(days=-3 * 365)
    audit.record(Act.DRILL, by=ENGINE, subject=f"old {subject}")
    doors.clock.advance(days=3 * 365)
    audit.record(Act.DRILL, by=ENGINE, subject=f"new {subject}")
    audit.forget_old()
    kept = [one["subject"] for one in doors.acts("drill") if one["subject"].endswith(subject)]
    assert kept == [f"new {subject}"]


def test_a_download_in_pieces_is_one_act(doors: Doors) -> None:
    filename = str(doors.engine.create(f"b{uuid4().hex[:8]}", include_storage=False)["filename"])
    token = doors.token()
    for start in (0, 10, 20):
        path = f"/backup/download/{filename}"
        answer = doors.call("GET", path, token=token, Range=f"bytes={start}-{start + 9}")
        assert answer.status_code == 206
    doors.call("HEAD", f"/backup/download/{filename}", token=token)
    assert len([one for one in doors.acts("download") if one["subject"] == filename]) == 1


def test_a_name_that_nobody_can_have_did_nothing(doors: Doors) -> None:
    doors.log_in(doors.engine.admin, "wrong")
    for name in ("a%00b", "%00", "%F0%9F%92%A9", "%", "'"):
        assert told(doors, user=name)["entries"] == []


def test_what_cannot_be_shown_on_a_terminal_is_not_kept(doors: Doors) -> None:
    doors.services[0].audit.record(Act.DRILL, by=ENGINE, subject="a\x1b[31m\0b\ud800" + "x" * 999)
    subject = doors.acts("drill")[0]["subject"]
    assert subject.startswith("a [31m b x")
    assert len(subject) == 300
