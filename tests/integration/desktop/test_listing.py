"""One look at both sides tells whose each copy is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop import profile as profiles
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.profile import Home, KnownServer, Profile
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.vault import Vault
from tests.support.finished import finished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_desktop.ui.listing import Look

NOW_IN_USE = KnownServer.at("http://127.0.0.1:9", engine=True, instance_id="abcdef0123456789")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An archive with copies from two servers and a file of nobody's; no server answers."""
    home = Home(config=tmp_path / "config", data=tmp_path / "data")
    vault = Vault.create(tmp_path / "archive", catalog=home.catalog_file, locks=home.locks)
    for folder, kept in (
        (NOW_IN_USE.folder, NOW_IN_USE.kept),
        ("old-00000000", KeptServer(name="old.example.net\u202e<b>", address="http://old")),
        ("imported", KeptServer(name="Imported files", address="")),
    ):
        place = vault.server_folder(folder, kept)
        (place / "weekly.tar.gz").write_bytes(folder.encode())
    profiles.save(home, Profile(servers=(NOW_IN_USE,), archive=vault.folder))
    made = Desk(home)
    made.keeping.for_session()
    yield made
    made.close()


def looked(desk: Desk) -> Look:
    return finished(desk.look(lambda: None))


def test_copies_of_other_servers_say_so(desk: Desk) -> None:
    found = looked(desk)
    assert found.server_error is not None
    of = {row.local.server: row.of for row in found.backups if row.local}
    assert of == {
        NOW_IN_USE.folder: "",
        "old-00000000": "old.example.net <b>",
        "imported": "Imported files",
    }
    assert not found.abilities.engine


def test_without_a_server_in_use_every_copy_says_whose_it_is(desk: Desk) -> None:
    profiles.save(desk.home, Profile(archive=desk.profile().archive))
    of = {row.local.server: row.of for row in looked(desk).backups if row.local}
    assert of[NOW_IN_USE.folder] == "127.0.0.1"
    assert of["old-00000000"] == "old.example.net <b>"
