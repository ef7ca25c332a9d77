from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.errors import Refused
from kuroibara_backup.storage.folders import check_apart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("storage", "backups", "says"),
    [
        ("s", "s/backups", "BACKUP_PATH lies inside"),
        ("s", "s", "BACKUP_PATH lies inside"),
        ("s", "s/not/there/yet", "BACKUP_PATH lies inside"),
        ("b/library", "b", "STORAGE_PATH lies inside"),
        ("b/library/not/there", "b", "STORAGE_PATH lies inside"),
        ("s", "link/backups", "BACKUP_PATH lies inside"),
        ("link", "s/../s/x", "BACKUP_PATH lies inside"),
    ],
)
def test_folders_in_one_another_are_refused(
    tmp_path: Path, storage: str, backups: str, says: str
) -> None:
    for name in ("s/backups", "b/library"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to("s")
    with pytest.raises(Refused, match=says) as caught:
        check_apart(tmp_path / storage, tmp_path / backups)
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize(
    ("storage", "backups"), [("s", "b"), ("s", "sb"), ("missing", "b"), ("s", "missing/b")]
)
def test_folders_beside_one_another_are_fine(tmp_path: Path, storage: str, backups: str) -> None:
    for name in ("s", "b", "sb"):
        (tmp_path / name).mkdir()
    check_apart(tmp_path / storage, tmp_path / backups)
