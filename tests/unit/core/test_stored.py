"""What lies on the server is restored there, and only what certainly lies there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.backups import CopyState, RemoteStatus
from kuroibara_desktop.core.stored import lies_there, stored
from tests.unit.ui.samples import NOW, both, damaged_here, here, on_server, remote

if TYPE_CHECKING:
    from kuroibara_desktop.core.backups import Backup

COPY = both("a").local
assert COPY is not None


@pytest.mark.parametrize(
    ("backup", "there"),
    [
        (on_server("a"), True),
        (on_server("a", backup_id=None), False),  # a plain Kuroibara, or a file of its own
        (on_server("a", status=RemoteStatus.BEING_WRITTEN), False),
        (on_server("a", status=RemoteStatus.DAMAGED), False),
        (here("a"), False),
        (both("a"), True),
        (replace(both("a"), local=replace(COPY, sha256="1" * 64)), False),
        (replace(both("a"), local=replace(COPY, sha256=None)), False),
        (replace(both("a"), remote=remote("a", sha256=None)), False),
        (replace(both("a"), remote=remote("a", status=RemoteStatus.DAMAGED)), False),
        (damaged_here("a"), True),  # the server's is whole
        (damaged_here("a", on_the_server=False), False),
        (replace(both("a"), local=replace(COPY, state=CopyState.UNVERIFIED)), True),
    ],
)
def test_only_what_certainly_lies_there_is_restored_there(backup: Backup, there: bool) -> None:
    assert lies_there(backup) is there


def test_the_server_s_word_is_kept_as_it_was_given() -> None:
    told = {"format": 2, "kuroibara_version": "0.7.0\u202e", "postgresql_version": 16}
    found = stored(
        remote("a\n", backup_id="id", verified_at=NOW, suspect=True, metadata=told), here_too=True
    )
    assert (found.identity, found.name, found.format) == ("id", "a .tar.gz", 2)
    assert (found.kuroibara_version, found.postgresql_version) == ("0.7.0", "16")
    assert (found.verified_at, found.proved_at) == (NOW.isoformat(), "")
    assert found.suspect
    assert found.here_too


def test_what_has_no_id_cannot_be_asked_for() -> None:
    with pytest.raises(ValueError, match="id"):
        stored(remote("a", backup_id=None), here_too=False)
