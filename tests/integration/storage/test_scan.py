from __future__ import annotations

import os
import re
import socket
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuroibara_backup.archive.entries import Entry, EntryKind, order
from kuroibara_backup.errors import Cancelled, Refused
from kuroibara_backup.storage.folder import PathFolder
from kuroibara_backup.storage.scan import Library, shown


def scanned(root: Path, *, follow_links: bool = False) -> tuple[list[Entry], tuple[str, ...]]:
    with Library(root, follow_links=follow_links) as library:
        return list(library.entries()), library.warnings


def paths(root: Path, *, follow_links: bool = False) -> list[bytes]:
    return [entry.path for entry in scanned(root, follow_links=follow_links)[0]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "storage"
    folder.mkdir()
    return folder


def put(root: Path, path: str, content: bytes = b"x") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def test_order_is_by_component_a_folder_before_what_is_in_it(root: Path) -> None:
    for path in ("a/z", "a.b", "a/b/c", "a b/d", "B", "e\u0301", "\u00e9", "a/B"):
        put(root, path)
    assert paths(root) == [
        b"B", b"a", b"a/B", b"a/b", b"a/b/c", b"a/z", b"a b", b"a b/d", b"a.b",
        "e\u0301".encode(), "\u00e9".encode(),
    ]  # fmt: skip


_NAME = st.binary(min_size=1, max_size=12).filter(
    lambda name: b"/" not in name and b"\0" not in name and name not in (b".", b"..")
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tree=st.lists(st.lists(_NAME, min_size=1, max_size=3), max_size=12))
def test_any_tree_comes_in_the_order_of_the_format(
    tree: list[list[bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("tree")
    for components in tree:
        target = os.fsencode(root) + b"/" + b"/".join(components)
        try:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(b"1")
        except OSError:
            continue  # a file and a folder of one name
    found = paths(root)
    assert found == sorted(found, key=order)
    walked = {
        os.path.relpath(os.path.join(parent, name), os.fsencode(root))
        for parent, folders, files in os.walk(os.fsencode(root))
        for name in folders + files
    }
    ours = re.compile(rb"\.restore-|\.spool-|\.kuroibara-storage(/|\Z)|lost\+found(/|\Z)")
    assert set(found) == {path for path in walked if not ours.match(path)}


def test_entries_say_what_is_there(root: Path) -> None:
    file = put(root, "run.sh", b"12345")
    file.chmod(0o755)
    os.utime(file, ns=(0, 1_700_000_000_999_999_999))
    put(root, "old").chmod(0o644)
    os.utime(root / "old", ns=(0, -1))
    (root / "empty").mkdir()
    entries = {entry.path: entry for entry in scanned(root)[0]}
    assert entries[b"run.sh"] == Entry(b"run.sh", EntryKind.FILE, 5, 1_700_000_000, True)
    assert (entries[b"old"].executable, entries[b"old"].mtime) == (False, -1)
    assert (entries[b"empty"].kind, entries[b"empty"].size) == (EntryKind.FOLDER, 0)


def test_links_are_left_out_and_said(root: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "outside/secret")
    put(root, "real")
    (root / "file").symlink_to(secret)
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "inside").symlink_to("real")
    (root / "dangling").symlink_to("nothing")
    entries, warnings = scanned(root)
    assert [entry.path for entry in entries] == [b"real"]
    assert warnings == tuple(
        f"{name} was left out: it is a link." for name in ("dangling", "file", "folder", "inside")
    )


def test_links_are_followed_on_request_but_never_in_a_circle(root: Path, tmp_path: Path) -> None:
    put(tmp_path, "other drive/b/page")
    put(root, "a/real")
    (root / "a/up").symlink_to("..")
    (root / "drive").symlink_to(tmp_path / "other drive")
    (root / "dangling").symlink_to("nothing")
    (root / "page").symlink_to(tmp_path / "other drive/b/page")
    entries, warnings = scanned(root, follow_links=True)
    assert [entry.path for entry in entries] == [
        b"a", b"a/real", b"drive", b"drive/b", b"drive/b/page", b"page",
    ]  # fmt: skip
    assert entries[2].kind is EntryKind.FOLDER
    assert warnings == (
        "a/up was left out: it leads back to a folder above it.",
        "dangling was left out: it is a link to nothing.",
    )
    with Library(root, follow_links=True) as library:
        os.close(library.open_file(b"drive/b/page"))


def test_backups_are_never_reached_by_a_link(root: Path, tmp_path: Path) -> None:
    put(tmp_path, "backups/engine/one.tar.gz")
    (root / "all").symlink_to(tmp_path / "backups")
    (root / "some").symlink_to(tmp_path / "backups/engine")
    with Library(root, follow_links=True, apart_from=[tmp_path / "backups"]) as library:
        assert list(library.entries()) == []
        assert library.incomplete


def test_pipes_sockets_and_devices_are_left_out_and_said(root: Path) -> None:
    os.mkfifo(root / "pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(root / "socket"))
    listening.close()
    put(root, "real")
    entries, warnings = scanned(root)
    assert [entry.path for entry in entries] == [b"real"]
    assert warnings == tuple(
        f"{name} was left out: it is no file and no folder." for name in ("pipe", "socket")
    )


def test_what_the_engine_keeps_in_the_library_is_no_part_of_it(root: Path) -> None:
    for name in (".restore-1/x", ".spool-1/x", ".kuroibara-storage", "lost+found/x"):
        put(root, name)
    put(root, "manga/.restore-1/lost+found/page")
    entries, warnings = scanned(root)
    assert entries[-1].path == b"manga/.restore-1/lost+found/page"
    assert (len(entries), warnings) == (4, ())


@pytest.mark.skipif(os.geteuid() != 0, reason="root plays the operator's user here")
def test_what_may_not_be_read_is_left_out_and_said() -> None:
    # Below pytest's own folders nobody else may go.
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        put(root, "closed/page")
        put(root, "open")
        (root / "closed").chmod(0o700)
        put(root, "secret").chmod(0o600)
        os.setegid(65534)
        os.seteuid(65534)
        try:
            entries, warnings = scanned(root)
        finally:
            os.seteuid(0)
            os.setegid(0)
    assert [entry.path for entry in entries] == [b"open"]
    assert warnings == (
        "closed was left out: it may not be read.",
        "secret was left out: it may not be read.",
    )


def test_a_missing_library_is_refused_without_telling_where(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="STORAGE_PATH") as caught:
        Library(tmp_path / "nowhere")
    assert str(tmp_path) not in str(caught.value)
    with pytest.raises(Refused):
        Library(put(tmp_path, "file"))


def test_an_empty_library_is_no_error(root: Path) -> None:
    assert scanned(root) == ([], ())


def test_a_link_put_in_place_of_a_file_is_not_opened(root: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "outside/secret")
    put(root, "a/b/page")
    with Library(root) as library:
        os.close(library.open_file(b"a/b/page"))
        (root / "a/b/page").unlink()
        (root / "a/b/page").symlink_to(secret)
        with pytest.raises(OSError, match="Too many levels"):
            library.open_file(b"a/b/page")


def test_a_link_put_in_place_of_a_folder_is_not_passed(root: Path, tmp_path: Path) -> None:
    put(tmp_path, "outside/secret")
    put(root, "a/secret")
    with Library(root) as library:
        (root / "a").rename(root / "moved")
        (root / "a").symlink_to(tmp_path / "outside")
        with pytest.raises(OSError, match=r"Not a directory|Too many levels"):
            library.open_file(b"a/secret")


def test_a_pipe_put_in_place_of_a_file_does_not_block(root: Path) -> None:
    put(root, "page")
    with Library(root) as library:
        (root / "page").unlink()
        os.mkfifo(root / "page")
        with pytest.raises(OSError, match="not a regular file"):
            library.open_file(b"page")


def test_what_vanishes_during_the_scan_is_passed_over(root: Path) -> None:
    for name in ("a/1", "b/1", "c"):
        put(root, name)
    with Library(root) as library:
        entries = library.entries()
        assert next(entries).path == b"a"
        (root / "b/1").unlink()
        (root / "b").rmdir()
        (root / "c").unlink()
        assert [entry.path for entry in entries] == [b"a/1"]
        assert library.warnings == ()


def test_several_threads_may_open_files(root: Path) -> None:
    names = [f"{folder}/{file}" for folder in "abc" for file in "123"]
    for name in names:
        put(root, name, name.encode())
    wrong: list[str] = []
    with Library(root) as library:

        def read() -> None:
            for name in names * 50:
                with open(library.open_file(name.encode()), "rb") as file:
                    if file.read() != name.encode():
                        wrong.append(name)

        threads = [threading.Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_many_warnings_are_counted_not_listed(root: Path) -> None:
    for number in range(150):
        (root / f"{number}").symlink_to("x")
    _entries, warnings = scanned(root)
    assert len(warnings) == 101
    assert warnings[-1] == "50 more files or folders were left out."


def test_a_very_deep_folder_is_left_out_and_no_handle_is_lost(root: Path) -> None:
    here = os.open(root, os.O_RDONLY)
    for _level in range(300):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    before = len(os.listdir("/proc/self/fd"))
    entries, warnings = scanned(root)
    assert len(entries) == 250
    assert warnings[0].endswith("it lies too deep.")
    assert len(os.listdir("/proc/self/fd")) == before


def test_cancelling_stops_the_scan_and_closes_it(root: Path) -> None:
    put(root, "a/b")
    before = len(os.listdir("/proc/self/fd"))

    def check() -> None:
        raise Cancelled

    with Library(root, check=check) as library, pytest.raises(Cancelled):
        list(library.entries())
    assert len(os.listdir("/proc/self/fd")) == before


def test_odd_names_are_shown_escaped() -> None:
    assert shown(b"a\nb\xff \xe6\x97\xa5") == "a\\nb\\xff 日"


def test_a_folder_known_by_its_path_gives_the_same(root: Path, tmp_path: Path) -> None:
    """Windows has no handles of folders; what it uses instead works here too."""
    put(tmp_path, "outside/secret")
    for name in ("a/z", "a.b", "a/b/c", "a b/d"):
        put(root, name)
    os.mkfifo(root / "pipe")
    (root / "a/link").symlink_to(tmp_path / "outside/secret")
    (root / "up").symlink_to("..")
    for follow in (False, True):
        by_handle = scanned(root, follow_links=follow)
        with Library(root, follow_links=follow, open_folder=PathFolder.at) as library:
            assert (list(library.entries()), library.warnings) == by_handle
            os.close(library.open_file(b"a/b/c"))
    with Library(root, open_folder=PathFolder.at) as library:
        for path in (b"a/link", b"up/storage/a/z", b"pipe"):
            with pytest.raises(OSError, match=r"link|regular"):
                library.open_file(path)
    with pytest.raises(Refused):
        Library(tmp_path / "nowhere", open_folder=PathFolder.at)
