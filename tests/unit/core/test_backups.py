"""Where each backup is, told from two lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kuroibara_desktop.core.backups import (
    Backup,
    CopyState,
    LocalCopy,
    RemoteBackup,
    Where,
    merge,
)

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def remote(name: str, **more: Any) -> RemoteBackup:
    given: dict[str, Any] = {"filename": f"{name}.tar.gz", "size": 10, "created_at": NOW}
    return RemoteBackup(**(given | more))


def local(name: str, **more: Any) -> LocalCopy:
    given: dict[str, Any] = {
        "path": Path("/vault/server") / f"{name}.tar.gz",
        "remote_name": f"{name}.tar.gz",
        "server": "server",
        "size": 10,
        "sha256": None,
        "created_at": NOW,
        "state": CopyState.VERIFIED,
    }
    return LocalCopy(**(given | more))


@pytest.mark.parametrize(
    ("there", "here", "where"),
    [
        ([remote("a")], [], [Where.SERVER]),
        ([], [local("a")], [Where.HERE]),
        ([remote("a")], [local("a")], [Where.BOTH]),
        ([remote("a")], [local("a", state=CopyState.DAMAGED)], [Where.DAMAGED]),
        ([], [local("a", state=CopyState.DAMAGED)], [Where.DAMAGED]),
        ([remote("a", sha256="1")], [local("a", sha256="1")], [Where.BOTH]),
        ([remote("a", backup_id="x")], [local("b", backup_id="x")], [Where.BOTH]),
        ([remote("a", size=11)], [local("a")], [Where.SERVER, Where.HERE]),
        ([remote("a", sha256="1")], [local("a", sha256="2")], [Where.SERVER, Where.HERE]),
        ([remote("a", backup_id="x")], [local("a", backup_id="y")], [Where.SERVER, Where.HERE]),
    ],
)
def test_a_row_says_where_its_backup_is(
    there: list[RemoteBackup], here: list[LocalCopy], where: list[Where]
) -> None:
    rows = merge(there, here)
    assert sorted(row.where.value for row in rows) == sorted(w.value for w in where)


def test_two_copies_of_one_backup_are_two_rows_and_only_one_is_both() -> None:
    copies = [local("a", sha256="1"), local("a-2", sha256="1", remote_name="a.tar.gz")]
    rows = merge([remote("a", sha256="1")], copies)
    assert sorted(row.where.value for row in rows) == ["both", "here"]


def test_a_copy_of_another_server_says_so_and_is_not_joined_by_its_name() -> None:
    other = local("a", server="old-0000")
    found = merge([remote("a")], [other], others={"old-0000": "old.example"})
    rows = {row.where: row for row in found}
    assert rows[Where.SERVER].of == ""
    assert rows[Where.HERE].of == "old.example"


def test_the_very_same_bytes_are_one_backup_whatever_server_they_came_from() -> None:
    other = local("b", server="old-0000", sha256="1")
    [row] = merge([remote("a", sha256="1")], [other], others={"old-0000": "old.example"})
    assert (row.where, row.of) == (Where.BOTH, "")


@pytest.mark.parametrize("side", [remote, local])
def test_a_name_is_shown_in_one_line_that_cannot_mislead(side: Any) -> None:
    assert side("a\nb").name == "a b"
    assert side("invoice\u202egpj").name == "invoice gpj"
    assert len(side("x" * 10_000).name) == 200
    assert side("漫画 🌹 <b>bold<i>").name == "漫画 🌹 <b>bold<i>"


def test_newest_comes_first_and_an_unknown_age_last() -> None:
    rows = merge(
        [remote("old", created_at=NOW - timedelta(days=1)), remote("new")],
        [local("unknown", created_at=None)],
    )
    assert [row.name for row in rows] == ["new", "old", "unknown"]


def test_key_of_a_backup_survives_being_copied() -> None:
    there = remote("a", backup_id="x", sha256="1")
    before = merge([there], [])[0].key
    after = merge([there], [local("a", backup_id="x", sha256="1")])[0].key
    assert before == after


def test_a_row_with_no_side_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="at least one side"):
        _ = Backup(where=Where.HERE).name
