"""Connections that are used again: cheap, never in the way, and never a dead one."""

from __future__ import annotations

import threading

import pytest

from kuroibara_backup.database.kept import close_kept, kept
from kuroibara_backup.errors import Refused
from tests.support.postgres import rows, running


def backend(url: str) -> int:
    with kept(url, doing="a test ran") as connection:
        row = connection.execute("SELECT pg_backend_pid()").fetchone()
    assert row is not None
    return int(row[0])


def test_the_next_look_up_uses_the_same_connection_outside_any_transaction(
    empty_database: str,
) -> None:
    assert backend(empty_database) == backend(empty_database)
    states = rows(
        empty_database,
        "SELECT state FROM pg_stat_activity WHERE application_name = 'kuroibara-backup'"
        " AND datname = current_database()",
    )
    assert states == [("idle",)]
    close_kept(empty_database)


def test_each_caller_at_a_time_has_one_of_their_own(empty_database: str) -> None:
    found: list[int] = []
    with kept(empty_database, doing="a test ran") as connection:
        thread = threading.Thread(target=lambda: found.append(backend(empty_database)))
        thread.start()
        thread.join()
        assert found != [connection.info.backend_pid]
    close_kept(empty_database)


def test_a_failed_look_up_gives_no_connection_back(empty_database: str) -> None:
    first = backend(empty_database)
    with pytest.raises(Refused), kept(empty_database, doing="a test ran") as connection:
        connection.execute("SELECT * FROM no_such_table")
    assert backend(empty_database) != first
    close_kept(empty_database)


def test_a_restarted_server_is_not_noticed() -> None:
    with running() as server:
        url = server.url()
        first = backend(url)
        server.stop()
        server.start()
        assert backend(url) != first
        close_kept(url)
