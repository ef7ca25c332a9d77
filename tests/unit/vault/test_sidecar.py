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
    "odd",
    [
        *({"size": size} for size in (float("inf"), -1, 10**4000, "5", True)),
        *({"sha256": sha256} for sha256 in (5, "\ud800", ["a"])),
        *({"remote_name": "\ud800"}, {"metadata": {"note": "\udfff"}}, {"metadata": [1]}),
        *({"created_at": "2026-11-23T12:00:00"}, {"copied_at": 5}, {"verified_at": "0-0"}),
        *({"backup_id": {}}, {"kind": 1}, {"includes_storage": "no"}),
        *({"damages": "a"}, {"damages": [1]}, {"not_proved": [{}]}),
    ],
    ids=str,
)
def test_what_a_stranger_wrote_into_it_is_not_believed(odd: dict[str, object]) -> None:
    text = json.dumps(json.loads(written(FULL)) | odd)
    assert read_back(text, FULL.path, FULL.server) is None


def test_facts_nested_without_end_are_not_believed() -> None:
    assert read_back("[" * 200_000, FULL.path, FULL.server) is None


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", "{broken", json.dumps({"size": "many"}), '{"version":1}']
)
def test_nonsense_is_not_believed(text: str) -> None:
    assert read_back(text, FULL.path, FULL.server) is None
