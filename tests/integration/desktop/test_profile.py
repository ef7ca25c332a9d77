"""What this computer knows survives a start, and a damaged file is named, not guessed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.errors import NotSetUp
from kuroibara_desktop.profile import Home, Keep, KnownServer, Profile, load, save

if TYPE_CHECKING:
    from pathlib import Path

NAS = KnownServer(address="http://nas:8000", name="nas", engine=False)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.of_user({"KUROIBARA_DESKTOP_HOME": str(tmp_path / "home")})


def test_profile_is_read_back(home: Home, tmp_path: Path) -> None:
    assert load(home) == Profile()
    profile = Profile(servers=(NAS,), archive=tmp_path / "offsite", keep=Keep.SESSION)
    save(home, profile)
    assert load(home) == profile
    assert home.profile_file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in home.config.iterdir()] == ["profile.json"]


def test_server_signed_in_last_is_the_one_in_use() -> None:
    other = KnownServer(address="https://x.org", name="x", engine=True, instance_id="5")
    profile = Profile(servers=(NAS,)).using(other).using(NAS).using(other)
    assert profile.server == other
    assert profile.servers == (other, NAS)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"servers": 5}', "\0"])
def test_damaged_profile_is_named(home: Home, text: str) -> None:
    home.config.mkdir(parents=True)
    home.profile_file.write_text(text)
    with pytest.raises(NotSetUp, match="cannot be read"):
        load(home)


def test_folder_of_a_server_is_readable_and_its_own() -> None:
    moved = KnownServer(
        address="https://Manga.Example.org:8443/x", name="m", engine=True, instance_id="AB-12cd34ef"
    )
    assert moved.folder == "manga-example-org-ab12cd34"
    same_host = KnownServer(address="http://nas:9000", name="nas", engine=False)
    assert same_host.folder != NAS.folder
    assert same_host.folder.startswith("nas-")
