"""A backup of the sample library, restored with nothing but tar and psql."""

from __future__ import annotations

import filecmp
import subprocess
from typing import TYPE_CHECKING

from kuroibara_backup.archive import plan, spool_dump, write
from kuroibara_backup.archive.entries import never_stop
from kuroibara_backup.database.dump import dump
from kuroibara_backup.database.tools import installed
from kuroibara_backup.storage.scan import Library
from tests.support.postgres import drop_database, everything, make_database, psql

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample


METADATA = {"backup_name": "by hand", "created_at": "2026-11-23T01:02:03.456Z"}


def back_up(url: str, storage: Path, out: Path) -> None:
    folder = out.parent
    with dump(url, installed()) as running:
        spooled = spool_dump(running.chunks(), folder)
    with spooled, Library(storage) as library:
        planned = plan(spooled, library.entries(), library.open_file, folder, check=never_stop)
        with planned, out.open("wb") as file:
            for _step in write(planned, METADATA, file, check=never_stop):
                pass
        assert library.warnings == ()


def same(left: Path, right: Path) -> bool:
    """True when both folders hold the same files, byte for byte."""
    found = filecmp.dircmp(left, right, ignore=[])
    _same, different, odd = filecmp.cmpfiles(left, right, found.common_files, shallow=False)
    alone = found.left_only + found.right_only + found.common_funny + different + odd
    return not alone and all(same(left / name, right / name) for name in found.common_dirs)


def test_tar_and_psql_bring_back_every_row_and_every_file(
    any_postgres: EmbeddedPostgres, any_sample_database: str, sample: Sample, tmp_path: Path
) -> None:
    out = tmp_path / "backup.tar.gz"
    back_up(any_sample_database, sample.storage, out)
    app = tmp_path / "app"
    app.mkdir()
    subprocess.run(["tar", "-xzf", out, "-C", tmp_path], check=True)
    subprocess.run(["tar", "-xzf", tmp_path / "storage.tar.gz", "-C", app], check=True)
    name = make_database(any_postgres)
    done = psql(any_postgres, any_postgres.url(name), (tmp_path / "database.sql").read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert everything(any_postgres.url(name)) == everything(any_sample_database)
    assert same(sample.storage, app / "storage")
    drop_database(any_postgres, name)
