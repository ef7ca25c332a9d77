"""One database takes the place of another: wholly, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, TypedDict
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from kuroibara_backup.database.cluster import drop_database
from kuroibara_backup.database.replace.sessions import obstacles
from kuroibara_backup.database.replace.staging import kept_name, staging_name
from kuroibara_backup.database.replace.swap import Standing, settle, standing, swap
from kuroibara_backup.errors import BackupError, Cancelled, NoConnection, Refused
from tests.support import swap_and_die
from tests.support.clients import asking
from tests.support.installs import Install, hostile_name, make_install
from tests.support.postgres import make_template, running
from tests.support.waiting import until

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres

PATIENCE = 10.0
"""Seconds that a swap tries where it is told nothing else."""


class _Names(TypedDict):
    live: str
    incoming: str
    kept: str


def _prepared(install: Install) -> _Names:
    """A second database that tells itself from the live one, and the three names of a swap."""
    restore_id = uuid4()
    names = _Names(live=install.live, incoming=staging_name(restore_id), kept=kept_name(restore_id))
    with psycopg.connect(install.url("postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(
                sql.Identifier(names["incoming"])
            )
        )
    for name, mark in ((install.live, "old"), (names["incoming"], "new")):
        with psycopg.connect(install.url(name)) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS which (v text)")
            connection.execute("DELETE FROM which")
            connection.execute("INSERT INTO which VALUES (%s)", (mark,))
    return names


@pytest.fixture
def names(any_install: Install) -> _Names:
    return _prepared(any_install)


def _which(install: Install, database: str | None = None) -> str:
    with psycopg.connect(install.url(database or install.live)) as connection:
        row = connection.execute("SELECT v FROM which").fetchone()
    assert row is not None
    return str(row[0])


def test_the_new_one_is_live_and_the_old_one_is_kept(any_install: Install, names: _Names) -> None:
    steps: list[str] = []

    swap(any_install.admin, **names, on_step=steps.append)

    assert steps == ["properties copied", "closed", "database renamed"]
    assert (_which(any_install), _which(any_install, names["kept"])) == ("new", "old")
    assert standing(any_install.admin, **names) is Standing.SWAPPED


def test_swapped_again_nothing_happens(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    swap(any_plain_install.admin, **names)
    steps: list[str] = []

    swap(any_plain_install.admin, **names, on_step=steps.append)

    assert steps == []
    assert _which(any_plain_install) == "new"


def test_the_way_back_is_the_same_call(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    swap(any_plain_install.admin, **names)
    back = _Names(live=names["live"], incoming=names["kept"], kept=names["incoming"])
    assert standing(any_plain_install.admin, **back) is Standing.BEFORE

    swap(any_plain_install.admin, **back)

    assert (_which(any_plain_install), _which(any_plain_install, names["incoming"])) == (
        "old",
        "new",
    )
    assert standing(any_plain_install.admin, **names) is Standing.BEFORE


_TOLD = """
    SELECT pg_get_userbyid(datdba), datconnlimit, datistemplate, datallowconn,
           shobj_description(d.oid, 'pg_database'),
           ARRAY(SELECT r || ' ' || privilege_type || ' ' || is_grantable FROM
                 aclexplode(coalesce(datacl, acldefault('d', datdba))) a,
                 LATERAL coalesce((SELECT rolname::text FROM pg_roles WHERE oid = grantee), 'all') r
                 ORDER BY 1),
           ARRAY(SELECT coalesce(rolname, 'all') || ' ' || c FROM pg_db_role_setting s
                 LEFT JOIN pg_roles r ON r.oid = setrole, unnest(setconfig) c
                 WHERE setdatabase = d.oid ORDER BY 1)
    FROM pg_database d WHERE datname = '{}'
"""


def test_what_belongs_to_the_database_as_such_comes_along(
    any_install: Install, any_template: str
) -> None:
    install = make_install(any_install.server, any_template, plain=any_install.role != "postgres")
    names = _prepared(install)
    other = f"reader_{uuid4().hex[:8]}"
    live, role = sql.Identifier(install.live), sql.Identifier(other)
    install.run("postgres", sql.SQL("CREATE ROLE {}").format(role))
    with psycopg.connect(install.url("postgres"), autocommit=True) as connection:
        for act in (
            "REVOKE CONNECT ON DATABASE {} FROM PUBLIC",
            "GRANT CONNECT ON DATABASE {} TO {} WITH GRANT OPTION",
            "ALTER DATABASE {} CONNECTION LIMIT 42",
            "COMMENT ON DATABASE {} IS 'it''s %s mine'",
            """ALTER DATABASE {} SET search_path TO "$user", 'odd, one', public""",
            "ALTER DATABASE {} SET statement_timeout TO '61s'",
            "ALTER DATABASE {} SET datestyle TO 'ISO, DMY'",
            "ALTER DATABASE {} SET default_transaction_read_only TO off",
        ):
            connection.execute(sql.SQL(act).format(live, role))
        connection.execute(
            sql.SQL("ALTER ROLE CURRENT_USER IN DATABASE {} SET work_mem TO '5MB'").format(live)
        )
        connection.execute(
            sql.SQL("ALTER DATABASE {} SET application_name TO 'gone'").format(
                sql.Identifier(names["incoming"])
            )
        )
    if install.role == "postgres":
        install.run(
            "postgres",
            sql.SQL("""ALTER DATABASE {} SET "my.own" TO 'a "b'' = c'""").format(live),
            sql.SQL("ALTER ROLE {} IN DATABASE {} SET log_statement TO 'ddl'").format(role, live),
        )
    before = install.ask("postgres", _TOLD.format(install.live))

    swap(install.admin, **names)

    assert install.ask("postgres", _TOLD.format(install.live)) == before
    assert _which(install) == "new"
    path = "SELECT current_setting('search_path')"
    assert install.ask(install.live, path) == install.ask(names["kept"], path)


def test_sixteen_clients_that_try_again_see_no_failure(any_install: Install, names: _Names) -> None:
    with asking(any_install.admin, "SELECT v FROM public.which") as seen:
        until(lambda: len(seen.answered) > 200, seconds=20)
        swap(any_install.admin, **names)
        done = len(seen.answered)
        until(lambda: len(seen.answered) > done + 200, seconds=20)

    assert seen.failed == []
    assert {value for _, _, value in seen.answered} == {"old", "new"}
    assert [value for _, _, value in seen.answered[-50:]] == ["new"] * 50


@pytest.mark.parametrize(
    ("step", "outcome"),
    [
        ("properties copied", Standing.BEFORE),
        ("closed", Standing.BEFORE),
        ("database renamed", Standing.SWAPPED),
    ],
)
def test_killed_at_any_step_it_is_wholly_old_or_wholly_new_and_open(
    any_install: Install, names: _Names, step: str, outcome: Standing
) -> None:
    assert _run(any_install, names, step) == -signal.SIGKILL

    assert settle(any_install.admin, **names) is outcome
    assert settle(any_install.admin, **names) is outcome
    assert _which(any_install) == ("new" if outcome is Standing.SWAPPED else "old")
    swap(any_install.admin, **names)
    assert (_which(any_install), _which(any_install, names["kept"])) == ("new", "old")


def test_killed_at_any_moment_nothing_but_settling_is_needed(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    for number in range(5):
        with closing(psycopg.connect(any_plain_install.admin)):  # makes the rename wait
            _run(any_plain_install, names, f"after {0.05 * number}")
        found = settle(any_plain_install.admin, **names)
        assert _which(any_plain_install) == ("new" if found is Standing.SWAPPED else "old")
        assert found in (Standing.BEFORE, Standing.SWAPPED)


def test_the_open_database_needs_nobody_after_a_kill(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    with asking(any_plain_install.admin, "SELECT v FROM public.which", clients=4) as seen:
        until(lambda: len(seen.answered) > 20, seconds=20)
        _run(any_plain_install, names, "closed")
        before = len(seen.answered)
        until(lambda: len(seen.answered) > before + 20, seconds=20)  # and nobody settled anything

    assert seen.failed == []


def test_the_next_try_takes_over_from_one_that_only_seemed_dead(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    frozen = _start(any_plain_install, names, "frozen at closed")
    try:
        os.waitid(os.P_PID, frozen.pid, os.WSTOPPED)

        swap(any_plain_install.admin, **names)

        assert _which(any_plain_install) == "new"
        frozen.send_signal(signal.SIGCONT)
        assert frozen.wait(30) != 0
    finally:
        frozen.kill()
        frozen.wait()
    assert settle(any_plain_install.admin, **names) is Standing.SWAPPED
    assert _which(any_plain_install, names["kept"]) == "old"


@pytest.mark.slow
def test_an_engine_that_falls_silent_keeps_nobody_out_for_long(any_plain_install: Install) -> None:
    """As a machine does whose power fails: PostgreSQL on another one hears nothing of it."""
    names = _prepared(any_plain_install)
    frozen = _start(any_plain_install, names, "frozen at closed")
    try:
        os.waitid(os.P_PID, frozen.pid, os.WSTOPPED)
        with psycopg.connect(any_plain_install.admin, connect_timeout=30) as connection:
            assert connection.execute("SELECT v FROM which").fetchone() == ("old",)
        assert settle(any_plain_install.admin, **names) is Standing.BEFORE
        frozen.send_signal(signal.SIGCONT)
        assert frozen.wait(30) != 0  # it cannot finish what it began
    finally:
        frozen.kill()
        frozen.wait()
    assert settle(any_plain_install.admin, **names) is Standing.BEFORE
    assert _which(any_plain_install) == "old"


def test_a_database_that_somebody_closed_is_opened(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    with psycopg.connect(any_plain_install.url("postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(
                sql.Identifier(any_plain_install.live)
            )
        )

    assert settle(any_plain_install.admin, **names) is Standing.BEFORE
    assert _which(any_plain_install) == "old"


def test_a_session_that_cannot_be_ended_is_named_and_nothing_changed(
    any_plain_install: Install,
) -> None:
    names = _prepared(any_plain_install)
    with psycopg.connect(any_plain_install.as_superuser(any_plain_install.live)):
        (found,) = obstacles(any_plain_install.admin, any_plain_install.live)
        assert found.role == "postgres"
        with psycopg.connect(any_plain_install.admin) as people:
            with pytest.raises(Refused, match="postgres") as refused:
                swap(any_plain_install.admin, **names)
            people.execute("SELECT 1")  # nobody was thrown out for nothing
    assert refused.value.code == "sessions_remain"
    assert _which(any_plain_install) == "old"

    swap(any_plain_install.admin, **names)
    assert _which(any_plain_install) == "new"


def test_one_that_comes_in_between_is_waited_for_only_so_long(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    late: list[psycopg.Connection[tuple[object, ...]]] = []

    def on_step(step: str) -> None:
        if step == "properties copied" and not late:
            late.append(psycopg.connect(any_plain_install.as_superuser(any_plain_install.live)))

    begin = time.monotonic()
    with pytest.raises(Refused) as refused:
        swap(any_plain_install.admin, **names, on_step=on_step, patience=2)
    assert 1.5 < time.monotonic() - begin < PATIENCE
    assert refused.value.code == "sessions_remain"
    assert _which(any_plain_install) == "old"
    late[0].close()
    assert standing(any_plain_install.admin, **names) is Standing.BEFORE


def test_a_prepared_transaction_is_named() -> None:
    with running() as server:
        install = make_install(server, make_template(server), plain=True)
        install.run("postgres", "ALTER SYSTEM SET max_prepared_transactions = 5")
        server.stop()
        server.start()
        install = Install(
            server=server,
            admin=psycopg.conninfo.make_conninfo(install.admin, port=server.port),
            live=install.live,
            role=install.role,
        )
        names = _prepared(install)
        with psycopg.connect(install.admin, autocommit=True) as connection:
            connection.execute("BEGIN")
            connection.execute("DELETE FROM which")
            connection.execute("PREPARE TRANSACTION 'half'")

        with pytest.raises(Refused, match="prepared transaction"):
            swap(install.admin, **names)

        assert _which(install) == "old"


def test_a_locked_table_does_not_stop_it(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    with psycopg.connect(any_plain_install.admin) as locking:
        locking.execute("LOCK TABLE which IN ACCESS EXCLUSIVE MODE")

        swap(any_plain_install.admin, **names)

        with pytest.raises(psycopg.OperationalError):
            locking.execute("SELECT 1")
    assert _which(any_plain_install) == "new"


def test_cancelled_while_it_waits_nothing_changed(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    late: list[psycopg.Connection[tuple[object, ...]]] = []

    def on_step(step: str) -> None:
        if step == "properties copied":
            late.append(psycopg.connect(any_plain_install.as_superuser(any_plain_install.live)))

    def check() -> None:
        if late:
            raise Cancelled

    begin = time.monotonic()
    with pytest.raises(Cancelled):
        swap(any_plain_install.admin, **names, on_step=on_step, check=check)
    assert time.monotonic() - begin < PATIENCE / 2
    late[0].close()
    assert _which(any_plain_install) == "old"


def test_databases_that_somebody_else_moved_are_not_touched(any_plain_install: Install) -> None:
    names = _prepared(any_plain_install)
    drop_database(any_plain_install.admin, names["incoming"])

    with pytest.raises(Refused) as refused:
        swap(any_plain_install.admin, **names)
    assert refused.value.code == "databases_changed"
    assert settle(any_plain_install.admin, **names) is Standing.ELSE
    assert _which(any_plain_install) == "old"


@pytest.mark.parametrize("step", ["properties copied", "closed"])
def test_postgresql_restarted_in_the_middle_changes_nothing(step: str) -> None:
    with running() as server:
        install = make_install(server, make_template(server), plain=True)
        names = _prepared(install)

        def on_step(reached: str) -> None:
            if reached == step:
                server.stop()

        with pytest.raises(BackupError) as failed:
            swap(install.admin, **names, on_step=on_step)
        assert isinstance(failed.value, NoConnection)

        server.start()
        again = Install(
            server=server,
            admin=psycopg.conninfo.make_conninfo(install.admin, port=server.port),
            live=install.live,
            role=install.role,
        )
        assert settle(again.admin, **names) is Standing.BEFORE
        swap(again.admin, **names)
        assert _which(again) == "new"


def test_any_names_will_do(any_postgres: EmbeddedPostgres, any_template: str) -> None:
    number = uuid4().int % 10**6
    odd = make_install(
        any_postgres,
        any_template,
        plain=True,
        live=hostile_name(number),
        role=hostile_name(number + 1),
    )
    names = _prepared(odd)
    with psycopg.connect(odd.admin, autocommit=True) as connection:
        name = sql.Identifier(odd.live)
        for act in (
            "ALTER ROLE CURRENT_USER IN DATABASE {} SET work_mem TO '5MB'",
            "REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC",
        ):
            connection.execute(sql.SQL(act).format(name))

    swap(odd.admin, **names)

    assert (_which(odd), _which(odd, names["kept"])) == ("new", "old")
    assert settle(odd.admin, **names) is Standing.SWAPPED
    told = _TOLD.replace("'{}'", sql.Literal(odd.live).as_string())
    assert odd.ask("postgres", told)[0][6] == [f"{odd.role} work_mem=5MB"]
    drop_database(odd.admin, names["kept"])
    swapped_away = odd.ask(
        "postgres", f"SELECT 1 FROM pg_database WHERE datname = '{names['kept']}'"
    )
    assert swapped_away == []


def _run(install: Install, names: _Names, at: str) -> int:
    """Exit status of a process that swaps and dies at this step."""
    return _start(install, names, at).wait(60)


def _start(install: Install, names: _Names, at: str) -> subprocess.Popen[bytes]:
    command = [
        *(sys.executable, "-m", swap_and_die.__name__, install.admin),
        *(names["live"], names["incoming"], names["kept"], at),
    ]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)
