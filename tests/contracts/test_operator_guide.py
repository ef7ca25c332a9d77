"""Every shell block of the operator guide is run, page by page, as an operator would type it.

The engine, its PostgreSQL, the library, curl, jq, psql and tar are real. `docker` is a stand-in
that carries out what it is asked to (tests/support/docker_stand_in.sh says what), since there is
no container engine here. The variables that the guide leaves to its reader come from the test:
URL, PASSWORD, STORAGE_PATH, MANGA, and where a page builds on another, TOKEN and JWT_TOKEN.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.guide import GUIDE, PAGES, Place, blocks, installed_as_written
from tests.support.pins import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the guide is written for servers with Linux"
)
OPERATOR = ROOT / "docs" / "operator"
# These page through dozens of commands, each of which starts a Python of its own.
LONG = ("access.md", "api.md", "backups.md", "install.md", "restore.md")
BUILDS_ON_BACKUPS = ("access.md", "restore.md", "monitoring.md")
BUILDS_ON_API = ("access.md", "monitoring.md")
LOG_IN = next(one for one in blocks(OPERATOR / "api.md") if "auth/login" in one.text)


def pages(*, long: bool) -> list[Any]:
    return [
        pytest.param(page, id=page.stem)
        for page in PAGES
        if (page.name in LONG) is long and any(one.language == "sh" for one in blocks(page))
    ]


@pytest.fixture(scope="module")
def shared_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with installed_as_written(tmp_path_factory.mktemp("guide")) as made:
        yield made


@pytest.mark.parametrize("page", pages(long=False))
def test_what_the_page_has_typed_works(page: Path, shared_place: Place) -> None:
    typed(page, shared_place)


@pytest.mark.slow
@pytest.mark.parametrize("page", pages(long=True))
def test_what_the_long_page_has_typed_works(page: Path, tmp_path: Path) -> None:
    with installed_as_written(tmp_path) as place:
        typed(page, place)


def typed(page: Path, place: Place) -> None:
    found = [one for one in blocks(page) if one.language == "sh" and not one.installs]
    if page.name in BUILDS_ON_BACKUPS:
        place.have_backups()
    if page.name in BUILDS_ON_API:
        found.insert(0, LOG_IN)
    place.run(found)


@pytest.mark.slow
def test_the_way_without_containers_installs_the_command(tmp_path: Path) -> None:
    (tmp_path / "kuroibara-desktop").symlink_to(ROOT)
    (block,) = (one for one in blocks(OPERATOR / "install.md") if one.installs)
    done = subprocess.run(
        ["bash", "-eu", "-c", block.text], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "serve" in done.stdout


def test_every_page_is_reached_from_the_first() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert {page.name for page in PAGES[1:]} == {
        page.name for page in PAGES[1:] if f"operator/{page.name}" in text
    }


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in PAGES])
def test_no_command_stands_where_no_test_would_see_it(page: Path) -> None:
    outside = page.read_text(encoding="utf-8")
    for block in blocks(page):
        assert block.language in ("sh", "python"), block.where
    outside = re.sub(r"^( *)```\w+\n.*?^\1```$", "", outside, flags=re.MULTILINE | re.DOTALL)
    assert "```" not in outside
    assert not re.findall(r"^(?: {4}|\t)\S.*", outside, re.MULTILINE)
