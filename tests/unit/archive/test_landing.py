"""Files land below one folder and nowhere else, with either way of walking there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive.landing import Landing
from kuroibara_backup.archive.safety import TargetRules
from kuroibara_backup.errors import ArchiveUnsafe, Cancelled, NotAllowed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.archive.landing import Landing as Made


@pytest.fixture(params=[False, True], ids=["relative", "by path"])
def landing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Made]:
    with Landing(tmp_path / "deep/target", by_path=request.param) as made:
        yield made


def put(landing: Made, path: bytes, content: bytes = b"x", mtime: int | None = 5) -> None:
    with landing.file(path, mtime=mtime, executable=path.endswith(b".sh")) as file:
        file.write(content)


def test_files_and_folders_land_with_time_and_mode(landing: Made, tmp_path: Path) -> None:
    target = tmp_path / "deep/target"
    put(landing, b"a/b/c.sh")
    put(landing, b"a/d", b"dd")
    landing.folder(b"a/empty")
    landing.date_folder(b"a", 7)
    assert (target / "a/b/c.sh").stat().st_mtime == 5
    assert os.access(target / "a/b/c.sh", os.X_OK)
    assert not (target / "a/d").stat().st_mode & 0o111
    assert (target / "a").stat().st_mtime == 7
    assert landing.holds(b"a/empty")
    assert not landing.holds(b"a/other")


def test_no_link_is_followed(landing: Made, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "deep/target/link").symlink_to(outside)
    for path in (b"link/file", b"link/deeper/file"):
        with pytest.raises(ArchiveUnsafe):
            put(landing, path)
    with pytest.raises(ArchiveUnsafe):
        landing.folder(b"link")
    assert not os.listdir(outside)


def test_a_file_in_the_way_of_a_folder_is_unsafe(landing: Made) -> None:
    put(landing, b"a")
    with pytest.raises(ArchiveUnsafe):
        put(landing, b"a/b")


def test_what_breaks_off_leaves_nothing(landing: Made, tmp_path: Path) -> None:
    def stopped() -> None:
        with landing.file(b"a/b", mtime=1, executable=False) as file:
            file.write(b"half")
            raise Cancelled

    with pytest.raises(Cancelled):
        stopped()
    assert os.listdir(tmp_path / "deep/target/a") == []


def test_this_file_system_is_found_out_and_left_clean(landing: Made, tmp_path: Path) -> None:
    assert landing.rules() == TargetRules()
    assert os.listdir(tmp_path / "deep/target") == []


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_said(landing: Made, tmp_path: Path) -> None:
    (tmp_path / "deep/target").chmod(0o500)
    with pytest.raises(NotAllowed):
        put(landing, b"a")
