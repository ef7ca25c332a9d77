"""What is noted beside a copy is read back, and nonsense is not believed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kuroibara_desktop.vault.sidecar import read_back, written
from tests.unit.vault.test_howto import FULL


def test_what_was_written_is_read_back() -> None:
    for copy in (FULL, replace(FULL, damages=("a", "b"), created_at=None, sha256=None)):
        assert read_back(written(copy), copy.path, copy.server) == copy


def test_the_place_is_where_the_file_lies_now() -> None:
    moved = read_back(written(FULL), FULL.path.with_name("moved.tar.gz"), "home")
    assert moved is not None
    assert moved.path.name == "moved.tar.gz"


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", "{broken", json.dumps({"size": "many"}), '{"version":1}']
)
def test_nonsense_is_not_believed(text: str) -> None:
    assert read_back(text, FULL.path, FULL.server) is None
