"""None of the 25 usual complaints is about us: docs/complaints.md names the tests that show it.

The page is the table; here it is held to being whole and true, and here are the tests that have no
better place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_backup.archive import FileSource, is_encrypted
from kuroibara_desktop.core.backups import Backup, Where
from kuroibara_desktop.core.safety import Ages, Why, judge
from tests.integration.transfers.conftest import Desks, desks
from tests.support.named_tests import lacking, shown_by
from tests.support.pins import ROOT
from tests.unit.ui.samples import NOW, both

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine

__all__ = ["desks"]  # the fixture

COMPLAINTS = shown_by(ROOT / "docs" / "complaints.md")


def test_the_page_has_all_of_them_and_a_test_for_each() -> None:
    assert list(COMPLAINTS) == list(range(1, 26))
    assert all(COMPLAINTS.values())


def test_every_test_it_names_is_there_to_be_run() -> None:
    assert lacking(COMPLAINTS) == []


def test_reading_an_old_copy_again_makes_it_no_younger() -> None:
    old = both("old", day=1, verified_at=NOW)
    found = judge([old], now=NOW, ages=Ages(), same_machine=False)
    assert found.why is Why.OLD


def test_whether_a_copy_is_encrypted_its_bytes_tell(
    engine: RunningEngine, desks: Desks, tmp_path: Path
) -> None:
    engine.create("plain", include_storage=False)
    desk = desks(engine.url, engine.admin.username, engine.admin.password)
    claimed = replace(desk.backup("plain"), encrypted=True)
    copy = desk.copy(claimed)
    assert not copy.encrypted
    assert not Backup(where=Where.BOTH, remote=claimed, local=copy).encrypted
    sealed = tmp_path / "sealed"
    sealed.write_bytes(b"age-encryption.org/v1\n-> X25519 and so on")
    with FileSource(sealed) as source:
        assert is_encrypted(source)
