"""What a drive is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from kuroibara_desktop.vault.places import on_system_drive, place_name


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("/media/mika/Elements/kuroibara", "Elements"),
        ("/run/media/mika/Elements", "Elements"),
        ("/media/Elements", "Elements"),
        ("/Volumes/Elements/backups/manga", "Elements"),
        ("/home/mika/archive", "archive"),
    ],
)
def test_a_place_is_called_as_people_know_it(folder: str, name: str) -> None:
    assert place_name(Path(folder)) == name


def test_a_folder_of_this_computer_goes_with_it(tmp_path: Path) -> None:
    assert on_system_drive(Path.home() / "not" / "yet" / "there")
    assert on_system_drive(Path("/"))


def test_another_file_system_does_not() -> None:
    other = Path("/dev/shm")
    if not other.is_dir():
        pytest.skip("no other file system here")
    assert not on_system_drive(other / "archive")
