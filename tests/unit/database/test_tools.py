from __future__ import annotations

from pathlib import Path

import pytest

from kuroibara_backup.database.tools import PgDump, Version, choose, found_at, parse_version
from kuroibara_backup.errors import Refused


def tool(major: int, minor: int, *, tls: bool = True, place: str = "") -> PgDump:
    return PgDump(path=Path(f"/{place}{major}.{minor}"), version=(major, minor), tls=tls)


@pytest.mark.parametrize(
    ("server", "there", "chosen"),
    [
        ((15, 18), [(15, 2), (15, 18), (16, 3), (18, 6)], (15, 18)),
        ((15, 20), [(15, 18), (18, 6)], (15, 18)),
        ((15, 1), [(14, 9), (18, 6), (17, 1), (17, 5)], (17, 5)),
        ((18, 0), [(15, 18), (18, 6)], (18, 6)),
    ],
)
def test_own_major_first_then_the_smallest_newer_one(
    server: Version, there: list[Version], chosen: Version
) -> None:
    assert choose(server, [tool(*version) for version in there]).version == chosen


def test_an_older_one_is_refused_with_both_versions() -> None:
    with pytest.raises(Refused, match=r"PostgreSQL 18\.6.*newest pg_dump here is 15\.18") as caught:
        choose((18, 6), [tool(15, 18), tool(14, 2)])
    assert caught.value.code == "pg_dump_too_old"
    assert "version 18 or newer" in caught.value.remedy


def test_none_at_all_is_refused() -> None:
    with pytest.raises(Refused, match="not installed"):
        choose((18, 6), [])


def test_one_without_tls_is_not_used_where_tls_is_demanded() -> None:
    plain, able = tool(18, 6, tls=False), tool(19, 0)
    assert choose((18, 6), [plain, able]) == plain
    assert choose((18, 6), [plain, able], tls=True) == able
    with pytest.raises(Refused, match="encrypted"):
        choose((18, 6), [plain], tls=True)


def test_of_equal_ones_the_first_named_is_used() -> None:
    first, second = tool(15, 18, place="a"), tool(15, 18, place="b")
    assert choose((15, 18), [first, second]) == first


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n", (15, 18)),
        ("pg_dump (PostgreSQL) 18.6\n", (18, 6)),
        ("pg_dump (PostgreSQL) 19beta1", (19, 0)),
        ("9.6.24", (9, 6)),
        ("something else", None),
    ],
)
def test_versions_are_read_as_they_are_written(text: str, version: Version | None) -> None:
    assert parse_version(text) == version


def test_programs_that_do_not_run_are_left_out(tmp_path: Path) -> None:
    broken = tmp_path / "pg_dump"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    assert list(found_at([(broken, True), (tmp_path / "missing", True)])) == []
