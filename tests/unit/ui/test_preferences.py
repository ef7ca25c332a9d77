from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.ui import preferences
from kuroibara_desktop.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_remembered_comes_back(tmp_path: Path) -> None:
    kept = Preferences(theme="dark", geometry="AAEC")
    preferences.save(tmp_path / "config" / "window.json", kept)
    assert preferences.load(tmp_path / "config" / "window.json") == kept
    assert kept.geometry_bytes == b"\x00\x01\x02"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"theme": "pink", "geometry": ""}', '{"theme": "dark"}']
)
def test_what_cannot_be_read_costs_only_the_memory(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.json"
    file.write_text(text)
    assert preferences.load(file) == Preferences()


def test_a_folder_that_may_not_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    preferences.save(tmp_path / "config" / "window.json", Preferences())
