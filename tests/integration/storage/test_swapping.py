"""The staged tree becomes the library and the old one comes back, and nobody's files are lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from kuroibara_backup.errors import BackupError, NotAllowed, Refused
from kuroibara_backup.storage.scan import Library
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import Standing, Way, aside
from kuroibara_backup.storage.swapping import discard, restores_in, standing, swap_back, swap_in
from tests.support.archives import Bytes, make_archive
from tests.support.finished import finished
from tests.support.trees import BACKUP, LIVE, ONE, TWO, lay_out, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.small_disk import SmallDisks
    from tests.support.trees import Node

ID = UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
DATA = make_archive(BACKUP)
THIRD = "manga/33333333-3333-4333-8333-333333333333"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "storage", LIVE)


@pytest.fixture(params=Way)
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found


def staged(root: Path, way: Way, **options: Any) -> None:
    finished(stage(Bytes(DATA), root, ID, way=way, **options))


def seen(root: Path, way: Way = Way.STAGED) -> dict[bytes, Node]:
    return nodes(root, folder_times=way is Way.STAGED)


def test_in_and_back_and_in_again(root: Path, tmp_path: Path, way: Way) -> None:
    (root / "link").symlink_to("/nowhere")
    os.mkfifo(root / "manga" / ONE.decode() / "pipe")
    os.link(root / "run.sh", root / "manga/another name of run.sh")
    old, new = seen(root, way), seen(lay_out(tmp_path / "new", BACKUP), way)
    inode = root.stat().st_ino
    staged(root, way)
    steps: list[str] = []
    swap_in(root, ID, on_step=steps.append)
    assert seen(root, way) == new
    assert steps[0] == "storage swap begun"
    assert set(steps[1:-1]) == {"storage entry moved"}
    assert steps[-1] == "storage renamed"
    swap_in(root, ID, on_step=steps.append)
    assert steps.count("storage renamed") == 1
    steps.clear()
    swap_back(root, ID, on_step=steps.append)
    assert seen(root, way) == old
    assert (steps[0], steps[-1]) == ("storage return begun", "storage returned")
    swap_back(root, ID)
    assert standing(root, ID) is Standing.RETURNED
    swap_in(root, ID)
    assert seen(root, way) == new
    discard(root, ID, on_step=steps.append)
    assert steps[-1] == "storage discarded"
    assert nodes(root, ours=True, folder_times=False) == nodes(tmp_path / "new", folder_times=False)
    assert root.stat().st_ino == inode, "the folder itself was never moved"


def test_what_people_add_after_the_swap_stays_for_the_window(root: Path, way: Way) -> None:
    old = seen(root, way)
    staged(root, way)
    swap_in(root, ID)
    for name in (f"manga/{ONE.decode()}/new.cbz", "manga/added.cbz", "temp/x", "become/y"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    swap_back(root, ID)
    assert seen(root, way) == old
    swap_in(root, ID)
    for name in (f"manga/{ONE.decode()}/new.cbz", "manga/added.cbz", "temp/x", "become/y"):
        assert (root / name).read_text() == name


def test_what_appears_in_the_gap_is_kept_apart(root: Path) -> None:
    staged(root, Way.STAGED)
    quick: list[Path] = []

    def on_step(_step: str) -> None:
        if not (root / "manga").exists() and not quick:
            late = root / "manga" / "late download.cbz"
            late.parent.mkdir()
            late.write_text("late")
            quick.append(late)

    swap_in(root, ID, on_step=on_step)
    assert quick
    assert not quick[0].exists()
    found = [path.read_text() for path in root.glob(".restore-*/astray-*/manga/*.cbz")]
    assert found == ["late"]
    assert (root / "manga" / TWO.decode()).exists()


def test_chosen_manga_are_swapped_and_no_other_file_is_touched(root: Path, way: Way) -> None:
    chosen = frozenset({UUID(TWO.decode()), UUID(ONE.decode())})
    old = seen(root, way)
    staged(root, way, manga=chosen)
    swap_in(root, ID)
    found = seen(root, way)
    mine = {path for path in found if path.startswith((b"manga/" + ONE, b"manga/" + TWO))}
    assert {path for path, held in BACKUP.items() if path.startswith(b"manga/") and held} < mine
    assert b"manga/" + ONE + b"/organized/T/3.cbz" not in found
    others = {path: node for path, node in found.items() if path not in mine}
    before = {path: node for path, node in old.items() if not path.startswith(b"manga/" + ONE)}
    assert {path: node.held for path, node in others.items()} == {
        path: node.held for path, node in before.items()
    }
    swap_back(root, ID)
    assert seen(root, way).keys() == old.keys()
    discard(root, ID)


def test_chosen_manga_come_into_a_library_that_has_none(tmp_path: Path, way: Way) -> None:
    root = lay_out(tmp_path / "empty", {})
    root.chmod(0o2775)
    staged(root, way, manga=frozenset({UUID(TWO.decode())}))
    swap_in(root, ID)
    assert (root / "manga" / TWO.decode() / "only in the backup.cbz").exists()
    assert (root / "manga").stat().st_mode & 0o7777 == 0o2775
    swap_back(root, ID)
    assert seen(root) == {}


def test_a_file_changed_meanwhile_stops_the_way_in_place(root: Path) -> None:
    staged(root, Way.IN_PLACE)
    (root / "run.sh").write_text("changed meanwhile")
    before = seen(root)
    with pytest.raises(Refused) as caught:
        swap_in(root, ID)
    assert caught.value.code == "library_changed"
    assert seen(root) == before
    assert standing(root, ID) is Standing.STAGED


def test_an_entry_that_cannot_be_moved_brings_all_back(root: Path, way: Way) -> None:
    if os.geteuid() or subprocess.run(["which", "chattr"], capture_output=True).returncode:
        pytest.skip("only root can make a file that nobody may rename (chattr +i)")
    fixed = root / "became a folder"
    staged(root, way)
    before = seen(root, way)
    if subprocess.run(["chattr", "+i", str(fixed)], capture_output=True).returncode:
        pytest.skip("this file system has no unchangeable files")
    try:
        with pytest.raises(NotAllowed):
            swap_in(root, ID)
        assert seen(root, way) == before
        assert standing(root, ID) is Standing.STAGED
    finally:
        subprocess.run(["chattr", "-i", str(fixed)], check=True)
    swap_in(root, ID)
    assert standing(root, ID) is Standing.SWAPPED


def test_each_state_allows_what_makes_sense_in_it(root: Path, way: Way) -> None:
    assert standing(root, ID) is Standing.NONE
    swap_back(root, ID)
    discard(root, ID)
    with pytest.raises(Refused) as caught:
        swap_in(root, ID)
    assert caught.value.code == "not_staged"
    staged(root, way)
    swap_back(root, ID)
    assert standing(root, ID) is Standing.STAGED
    swap_in(root, ID)
    with pytest.raises(Refused) as caught:
        staged(root, way)
    assert caught.value.code == "already_swapped"
    assert standing(root, ID) is Standing.SWAPPED
    assert restores_in(root) == (ID,)


def test_two_processes_do_not_swap_at_once(root: Path) -> None:
    staged(root, Way.STAGED)
    busy = aside(root, ID)
    assert busy is not None
    with busy:
        with pytest.raises(Refused) as caught:
            swap_in(root, ID)
        assert caught.value.code == "restore_busy"
        assert standing(root, ID) is Standing.STAGED, "looking is always allowed"
    swap_in(root, ID)


def test_a_torn_line_of_the_journal_says_nothing(root: Path) -> None:
    staged(root, Way.STAGED)
    journal = root / f".restore-{ID}" / "journal"
    with journal.open("ab") as file:
        file.write(b'{"standing": "swap')
    assert standing(root, ID) is Standing.STAGED

    def stop(_step: str) -> None:
        raise InterruptedError

    with pytest.raises(BackupError):
        swap_in(root, ID, on_step=stop)
    assert standing(root, ID) is Standing.SWAPPING_IN, "what is written after it counts"
    swap_in(root, ID)
    assert standing(root, ID) is Standing.SWAPPED


def test_in_place_a_folder_of_one_tree_only_moves_as_one(root: Path) -> None:
    staged(root, Way.IN_PLACE)
    steps: list[str] = []
    swap_in(root, ID, on_step=steps.append)
    moved = (root / f".restore-{ID}" / "moves-1").read_text()
    assert THIRD in moved
    assert f"{THIRD}/" not in moved
    assert f"manga/{TWO.decode()}/" not in moved


def test_no_scan_looks_into_what_lies_beside(root: Path) -> None:
    staged(root, Way.STAGED)
    swap_in(root, ID)
    with Library(root) as library:
        assert not [one for one in library.entries() if b".restore-" in one.path]
    other = uuid4()
    finished(stage(Bytes(DATA), root, other))
    assert set(restores_in(root)) == {ID, other}
    assert not list(root.glob(f".restore-{other}/new/.restore-*"))


@pytest.fixture
def bound(tmp_path: Path, small_disk: SmallDisks) -> Iterator[Callable[[Path], Path]]:
    """Mount a folder a second time, as a container's volume is."""
    if os.geteuid():
        pytest.skip("only root mounts: run the tests as root")
    mounted: list[Path] = []

    def mount(source: Path) -> Path:
        target = tmp_path / f"bound-{len(mounted)}"
        target.mkdir()
        done = subprocess.run(["mount", "--bind", str(source), str(target)], capture_output=True)
        if done.returncode:
            pytest.skip("this machine lets nobody mount")
        mounted.append(target)
        return target

    yield mount
    for target in mounted:
        subprocess.run(["umount", "--lazy", str(target)], check=True)


def test_a_library_that_is_a_mount_point(small_disk: SmallDisks, tmp_path: Path, way: Way) -> None:
    root = lay_out(small_disk(4 << 20), LIVE)
    old, new = seen(root, way), seen(lay_out(tmp_path / "new", BACKUP), way)
    staged(root, way)
    swap_in(root, ID)
    assert os.path.ismount(root)
    assert seen(root, way) == new
    swap_back(root, ID)
    assert seen(root, way) == old
    discard(root, ID)


def test_a_volume_of_a_container_shows_the_new_library_at_once(
    root: Path, bound: Callable[[Path], Path], tmp_path: Path, way: Way
) -> None:
    """Renaming the library's own folder would leave every other mount of it at the old tree."""
    volume = bound(root)
    new = seen(lay_out(tmp_path / "new", BACKUP), way)
    staged(root, way)
    swap_in(root, ID)
    assert seen(volume, way) == new
    swap_back(volume, ID)
    assert seen(root, way) == seen(volume, way) == seen(lay_out(tmp_path / "old", LIVE), way)


def test_a_folder_mounted_inside_the_library_is_refused(
    root: Path, bound: Callable[[Path], Path], way: Way
) -> None:
    """Of the same drive, so only the table of mounts tells."""
    inner = root / THIRD
    done = subprocess.run(["mount", "--bind", str(root / "temp"), str(inner)], capture_output=True)
    if done.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        with pytest.raises(Refused) as caught:
            staged(root, way)
        assert caught.value.code == "library_on_two_drives"
    finally:
        subprocess.run(["umount", str(inner)], check=True)


_AS_SOMEBODY = """
import os, sys
from pathlib import Path
from uuid import UUID
from kuroibara_backup.archive import FileSource
from kuroibara_backup.errors import BackupError
from kuroibara_backup.storage.staging import stage
from kuroibara_backup.storage.standing import Way
from kuroibara_backup.storage.swapping import discard, swap_back, swap_in
os.setgid(int(sys.argv[1])); os.setuid(int(sys.argv[1]))
root, backup, way, id = Path(sys.argv[2]), sys.argv[3], Way(sys.argv[4]), UUID(int=1)
try:
    with FileSource(backup) as source:
        for _ in stage(source, root, id, way=way):
            pass
    swap_in(root, id); swap_back(root, id); swap_in(root, id); discard(root, id)
except BackupError as exc:
    print(exc.code)
else:
    print("restored")
"""


def as_user(uid: int, root: Path, backup: Path, way: Way) -> str:
    command = [sys.executable, "-c", _AS_SOMEBODY, str(uid), str(root), str(backup), way.value]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


def test_an_ordinary_user_restores_a_library_of_its_own(way: Way) -> None:
    if os.geteuid():
        pytest.skip("the other tests are this one")
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:  # pytest's own are closed to other users
        Path(folder).chmod(0o755)
        root = lay_out(Path(folder, "storage"), LIVE)
        backup = Path(folder, "backup.tar.gz")
        backup.write_bytes(DATA)
        assert as_user(65533, root, backup, way) in ("library_not_writable", "file_owner")
        for at, folders, files in os.walk(os.fsencode(folder)):
            for name in (*folders, *files):
                os.chown(os.path.join(at, name), 65533, 65533)
        assert as_user(65533, root, backup, way) == "restored"
        new = seen(lay_out(Path(folder, "new"), BACKUP), way)
        assert seen(root, way) == new
        assert as_user(65532, root, backup, way) in ("library_not_writable", "file_owner")
        assert seen(root, way) == new


def test_the_folder_of_manga_that_is_a_link_is_not_followed(tmp_path: Path, root: Path) -> None:
    (root / "manga").rename(tmp_path / "elsewhere")
    (root / "manga").symlink_to(tmp_path / "elsewhere")
    before = nodes(tmp_path / "elsewhere")
    staged(root, Way.STAGED, manga=frozenset({UUID(ONE.decode())}))
    with pytest.raises(Refused):
        swap_in(root, ID)
    discard(root, ID)
    staged(root, Way.IN_PLACE, manga=frozenset({UUID(ONE.decode())}))
    with pytest.raises(Refused):
        swap_in(root, ID)
    assert nodes(tmp_path / "elsewhere") == before
