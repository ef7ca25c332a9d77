"""What the user chose survives a start; a damaged file costs choices, never a backup."""

from __future__ import annotations

import json
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuroibara_desktop import wishes
from kuroibara_desktop.core.automatic import CopyRules, Databases, Fulls
from kuroibara_desktop.core.errors import FolderUnsuitable
from kuroibara_desktop.core.reminders import Condition, Rules
from kuroibara_desktop.profile import Home
from kuroibara_desktop.wishes import Wishes

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Wishes(
    copies=CopyRules(databases=Databases.NONE, fulls=Fulls.EVERY),
    reminders=Rules(
        there=timedelta(days=3),
        here=timedelta(days=20),
        drive_missing=timedelta(days=30),
        quiet=(time(22, 30), time(7)),
        off=frozenset({Condition.SUSPECT, Condition.SERVER_UNSEEN}),
    ),
    notifications=False,
    metered=True,
    on_battery=True,
    paused=True,
    verify_every_days=0,
    language="de",
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.of_user({"KUROIBARA_DESKTOP_HOME": str(tmp_path / "home")})


def test_wishes_are_read_back(home: Home) -> None:
    assert wishes.load(home) == Wishes()
    wishes.save(home, CHOSEN)
    assert wishes.load(home) == CHOSEN
    assert wishes.file_of(home).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "[]", "5", "{", "\0", "[" * 100_000])
def test_a_file_that_cannot_be_read_means_the_defaults(home: Home, text: str) -> None:
    home.config.mkdir(parents=True)
    wishes.file_of(home).write_text(text)
    assert wishes.load(home) == Wishes()


def test_one_choice_that_makes_no_sense_costs_only_itself(home: Home) -> None:
    wishes.save(home, CHOSEN)
    found = json.loads(wishes.file_of(home).read_text())
    found["copies"]["fulls"] = "sometimes"
    found["reminders"]["seconds"]["here"] = -5
    found["reminders"]["quiet"] = ["25:00", "7"]
    found["verify_every_days"] = True
    wishes.file_of(home).write_text(json.dumps(found))
    read = wishes.load(home)
    assert read.copies == CopyRules(databases=Databases.NONE, fulls=Fulls.WEEKLY)
    assert (read.reminders.here, read.reminders.quiet) == (Rules().here, None)
    assert read.reminders.there == timedelta(days=3)
    assert (read.verify_every_days, read.language) == (30, "de")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(deadline=None)  # another process may have the processor
@given(st.dictionaries(st.sampled_from(sorted(wishes._document(CHOSEN))), JSON))
def test_whatever_stands_there_is_no_error(found: dict[str, object]) -> None:
    assert isinstance(wishes._read(found), Wishes)


def test_a_choice_that_cannot_be_kept_is_told(home: Home) -> None:
    home.config.parent.mkdir(parents=True)
    home.config.write_text("a file where the folder should be")
    with pytest.raises(FolderUnsuitable, match="not kept"):
        wishes.save(home, CHOSEN)
