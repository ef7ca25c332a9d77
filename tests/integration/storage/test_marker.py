"""A storage is known by a UUID that is written once."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.marker import check_storage, marked, storage_id

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_written_once_and_found_again(tmp_path: Path) -> None:
    assert storage_id(tmp_path) is None
    first = marked(tmp_path)
    assert marked(tmp_path) == storage_id(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == [".kuroibara-storage"]
    check_storage(tmp_path, first)


def test_many_at_once_agree(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kuroibara_backup.storage.marker import marked;"
        "sys.stdin.readline(); print(marked(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    told = {one.communicate("go\n")[0].strip() for one in running}
    assert told == {str(storage_id(tmp_path))}


@pytest.mark.parametrize("text", ["", "not a uuid", "\xff", "1" * 100])
def test_a_spoilt_one_is_not_overwritten(tmp_path: Path, text: str) -> None:
    (tmp_path / ".kuroibara-storage").write_text(text)
    for act in (storage_id, marked):
        with pytest.raises(Refused) as caught:
            act(tmp_path)
        assert caught.value.code == "marker_spoilt"
    assert (tmp_path / ".kuroibara-storage").read_text() == text


def test_a_folder_whose_drive_is_not_mounted_is_not_the_storage(tmp_path: Path) -> None:
    for root, expected in ((tmp_path, uuid4()), (tmp_path / "missing", uuid4())):
        with pytest.raises(Refused, match="not mounted") as caught:
            check_storage(root, expected)
        assert caught.value.code == "wrong_storage"
    marked(tmp_path)
    with pytest.raises(Refused, match="another library"):
        check_storage(tmp_path, UUID(int=1))


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").write_text(str(uuid4()))
    (tmp_path / "root").mkdir()
    (tmp_path / "root/.kuroibara-storage").symlink_to(tmp_path / "outside")
    with pytest.raises(Exception, match="was not used"):
        storage_id(tmp_path / "root")
