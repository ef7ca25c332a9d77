"""Killed anywhere, a swap can be ended with wholly the old or wholly the new library."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from kuroibara_backup.archive import FileSource
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import Standing, Way
from kuroibara_backup.storage.swapping import discard, standing, swap_back, swap_in
from tests.support.archives import make_archive
from tests.support.finished import finished
from tests.support.killed_storage import Killer
from tests.support.trees import BACKUP, LIVE, lay_out, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.trees import Node

ID = UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
HALF_WAY = (Standing.SWAPPING_IN, Standing.SWAPPING_BACK)


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with Killer() as running:
        yield running


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is such a place: hundreds of libraries are built here."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as made:
        yield Path(made)


@pytest.fixture
def backup(folder: Path) -> Path:
    file = folder / "backup.tar.gz"
    file.write_bytes(make_archive(BACKUP))
    return file


class _World:
    """One library after the other, each with the backup staged beside it."""

    def __init__(self, folder: Path, backup: Path, way: Way) -> None:
        self.folder, self.backup, self.way = folder, backup, way
        # In place, the folders that stay get their times back on the way in, not on the way back.
        exact = way is Way.STAGED
        self.look: Callable[[Path], dict[bytes, Node]] = lambda root: nodes(
            root, folder_times=exact
        )
        self.old = self.look(lay_out(folder / "old", LIVE))
        self.new = self.look(lay_out(folder / "new", BACKUP))
        self.number = 0

    def library(self, *, staged: bool = True) -> Path:
        self.number += 1
        root = lay_out(self.folder / f"{self.number}", LIVE)
        if staged:
            with FileSource(self.backup) as source:
                finished(stage(source, root, ID, way=self.way))
        return root

    def settle(self, root: Path, *, forward: bool) -> None:
        """What the next start does; nothing may be left behind."""
        (swap_in if forward else swap_back)(root, ID)
        assert self.look(root) == (self.new if forward else self.old)
        discard(root, ID)
        assert standing(root, ID) is Standing.NONE
        assert self.look(root) == (self.new if forward else self.old)


@pytest.fixture(params=Way)
def world(request: pytest.FixtureRequest, folder: Path, backup: Path) -> _World:
    return _World(folder, backup, request.param)


def test_at_every_step_of_the_swap(world: _World, killer: Killer) -> None:
    step, ended = 0, False
    seen = set()
    while not ended:
        step += 1
        root = world.library()
        ended = killer.run("in", root, ID, step=step)
        seen.add(standing(root, ID))
        world.settle(root, forward=bool(step % 2))
    assert step > 5
    assert seen == {Standing.SWAPPING_IN, Standing.SWAPPED}


EVERY = (pytest.param(1, marks=pytest.mark.slow, id="each"), pytest.param(5, id="each fifth"))


@pytest.mark.parametrize("stride", EVERY)
def test_before_calls_of_the_swap(world: _World, killer: Killer, stride: int) -> None:
    seen = set()
    for forward in (True, False):
        call, ended = 1, False
        while not ended:
            root = world.library()
            ended = killer.run("in", root, ID, call=call)
            seen.add(standing(root, ID))
            world.settle(root, forward=forward)
            call += stride
        assert call > 20
    assert seen == {Standing.STAGED, Standing.SWAPPING_IN, Standing.SWAPPED}


@pytest.mark.parametrize("stride", EVERY)
def test_before_calls_of_the_way_back(world: _World, killer: Killer, stride: int) -> None:
    seen = set()
    for forward in (True, False):
        call, ended = 1, False
        while not ended:
            root = world.library()
            swap_in(root, ID)
            ended = killer.run("back", root, ID, call=call)
            seen.add(standing(root, ID))
            world.settle(root, forward=forward)
            call += stride
    assert seen == {Standing.SWAPPED, Standing.SWAPPING_BACK, Standing.RETURNED}


def test_killed_again_and_again_in_both_directions(world: _World, killer: Killer) -> None:
    for first in (2, 5):
        root = world.library()
        killer.run("in", root, ID, step=first)
        for second in (2, 1, 3):
            killer.run("back", root, ID, step=second)
            killer.run("in", root, ID, call=10 * second)
        world.settle(root, forward=bool(first % 2))


def test_while_staging_the_library_stays_and_staging_begins_anew(
    world: _World, killer: Killer
) -> None:
    call, ended = 1, False
    while not ended:
        root = world.library(staged=False)
        options: dict[str, Any] = {"backup": world.backup, "way": world.way.value}
        ended = killer.run("stage", root, ID, call=call, **options)
        assert world.look(root) == world.old
        assert standing(root, ID) in (Standing.NONE, Standing.STAGING, Standing.STAGED)
        if call % 2:
            assert killer.run("stage", root, ID, **options)
            world.settle(root, forward=True)
        else:
            discard(root, ID)
            assert world.look(root) == world.old
        call += 17


def test_while_what_lies_beside_is_removed(world: _World, killer: Killer) -> None:
    call, ended = 1, False
    while not ended:
        root = world.library()
        swap_in(root, ID)
        ended = killer.run("discard", root, ID, call=call)
        assert world.look(root) == world.new
        assert standing(root, ID) not in HALF_WAY
        discard(root, ID)
        assert world.look(root) == world.new
        assert not [path for path in root.iterdir() if path.name.startswith(".restore-")]
        call += 5
