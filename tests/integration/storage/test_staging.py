"""A staged tree is the backup's, whole and checked; the live one is only read, and a failure
leaves nothing behind."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from kuroibara_backup.archive import Entry, EntryKind, FileSource
from kuroibara_backup.errors import (
    BackupError,
    Cancelled,
    Damaged,
    InvalidRequest,
    NotEnoughSpace,
    NotFound,
    Refused,
)
from kuroibara_backup.storage.ownership import Owner, named_owner
from kuroibara_backup.storage.space import space_needed
from kuroibara_backup.storage.staging import Staged, stage
from kuroibara_backup.storage.standing import Standing, Way
from kuroibara_backup.storage.swapping import restores_in, standing
from tests.support.archives import Bytes, Tree, entries, forge, make_archive, noise
from tests.support.finished import finished
from tests.support.format1 import make_format1
from tests.support.trees import BACKUP, FOLDER_TIME, LIVE, ONE, TIME, TWO, lay_out, nodes

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.support.small_disk import SmallDisks

ID = UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "storage", LIVE)


def new(root: Path) -> Path:
    return root / f".restore-{ID}" / "new"


def staged(root: Path, data: bytes, **options: Any) -> Staged:
    return finished(stage(Bytes(data), root, ID, **options))


def test_all_lies_beside_the_library_which_did_not_change(root: Path, tmp_path: Path) -> None:
    before = nodes(root)
    result = staged(root, make_archive(BACKUP))
    assert nodes(root) == before
    assert nodes(new(root)) == nodes(lay_out(tmp_path / "wanted", BACKUP))
    assert standing(root, ID) is Standing.STAGED
    assert restores_in(root) == (ID,)
    assert (result.files, result.folders) == (13, 7)
    assert result.bytes == sum(len(held) for held in BACKUP.values() if held)
    # Equal: cover, 1.cbz, notes, the empty one, run.sh and the two odd names.
    assert result.shared == 7
    assert result.written == 5_000 + 900 + 512 + len(
        "a file then" + "a folder then" + "the longest name"
    )
    assert (result.damaged_count, result.renamed, result.left_out) == (0, (), ())


def test_equal_files_are_not_copied_and_others_never_shared(root: Path) -> None:
    staged(root, make_archive(BACKUP))
    for path in (b"cover.jpg", b"organized/T/1.cbz"):
        live = os.path.join(os.fsencode(root), b"manga", ONE, path)
        mine = os.path.join(os.fsencode(new(root)), b"manga", ONE, path)
        assert os.stat(live).st_ino == os.stat(mine).st_ino
    changed = new(root) / "manga" / ONE.decode() / "organized/T/2.cbz"
    assert changed.stat().st_nlink == 1


def test_equal_from_outside_is_not_enough(root: Path) -> None:
    cover = root / "manga" / ONE.decode() / "cover.jpg"
    spoilt = bytearray(cover.read_bytes())
    spoilt[1_000] ^= 1
    cover.write_bytes(spoilt)
    os.utime(cover, (TIME, TIME))
    staged(root, make_archive(BACKUP))
    mine = new(root) / "manga" / ONE.decode() / "cover.jpg"
    assert mine.read_bytes() == noise(3_000, 1)
    assert cover.read_bytes() == spoilt


def test_in_place_only_what_differs_lies_beside(root: Path) -> None:
    before = nodes(root)
    result = staged(root, make_archive(BACKUP), way=Way.IN_PLACE)
    assert nodes(root) == before
    assert result.shared == 7
    files = {path for path, node in nodes(new(root)).items() if node.kind == "file"}
    assert files == {
        b"manga/" + ONE + b"/organized/T/2.cbz",
        b"manga/" + TWO + b"/only in the backup.cbz",
        b"became a folder",
        b"became a file/x",
        "composed \u00e9 \u65e5\u672c.cbz".encode(),
        b"n" * 255,
    }


@pytest.mark.parametrize("way", Way)
def test_what_kuroibara_wrote_itself_is_staged_too(root: Path, tmp_path: Path, way: Way) -> None:
    wanted = lay_out(tmp_path / "wanted", BACKUP)
    (wanted / "link").symlink_to("run.sh")
    (wanted / ".kuroibara-storage").write_text("not of the library")
    file = make_format1(tmp_path / "b.tar.gz", None, wanted, "b")
    with FileSource(file) as source:
        result = finished(stage(source, root, ID, way=way))
    (wanted / "link").unlink()
    (wanted / ".kuroibara-storage").unlink()
    assert sorted(result.left_out) == [".kuroibara-storage", "link"]
    assert result.shared == 7
    assert result.not_proved
    if way is Way.STAGED:
        found, expected = nodes(new(root)), nodes(wanted)
        assert found == expected
        live = root / "manga" / ONE.decode() / "cover.jpg"
        assert live.stat().st_nlink == 2


@pytest.mark.parametrize("way", Way)
def test_chosen_manga_alone_are_staged(root: Path, way: Way) -> None:
    chosen = frozenset({UUID(TWO.decode())})
    result = staged(root, make_archive(BACKUP), manga=chosen, way=way)
    assert result.files == 1
    assert {path for path in nodes(new(root)) if path.count(b"/") == 1} == {b"manga/" + TWO}
    with pytest.raises(NotFound) as caught:
        staged(root, make_archive(BACKUP), manga=chosen | {uuid4()})
    assert caught.value.code == "manga_not_in_backup"
    assert not restores_in(root)


def test_owner_group_and_modes_are_those_of_the_librarys_folder(root: Path) -> None:
    root.chmod(0o2770)
    staged(root, make_archive(BACKUP))
    top = new(root)
    assert (top / "manga").stat().st_mode & 0o7777 == 0o2770
    assert (top / "run.sh").stat().st_mode & 0o7777 == 0o755, "shared, as it was"
    assert (top / "became a folder").stat().st_mode & 0o7777 == 0o660
    assert (top / "manga").stat().st_gid == root.stat().st_gid
    os.utime(root / "run.sh", (1, 1))
    staged(root, make_archive(BACKUP))
    assert (top / "run.sh").stat().st_mode & 0o7777 == 0o770
    assert (top / "manga").stat().st_mtime == FOLDER_TIME


def test_files_are_given_to_whom_the_operator_names(root: Path) -> None:
    if os.geteuid():
        pytest.skip("only root gives files away: run the tests as root")
    os.chown(root, 1234, 4321)
    staged(root, make_archive(BACKUP))
    about = (new(root) / "manga" / TWO.decode()).stat()
    assert (about.st_uid, about.st_gid) == (1234, 4321)
    staged(root, make_archive(BACKUP), owner=Owner(uid=77, gid=78))
    about = (new(root) / "manga" / TWO.decode() / "only in the backup.cbz").stat()
    assert (about.st_uid, about.st_gid) == (77, 78)


def test_an_owner_is_named_or_numbered() -> None:
    assert named_owner("1000:1001") == Owner(uid=1000, gid=1001)
    assert named_owner("root:root") == Owner(uid=0, gid=0)
    for text in ("", "root", ":", "nobody here:root", "root:no such group", "a b:c"):
        with pytest.raises(InvalidRequest):
            named_owner(text)


def test_zero_filled_files_say_so_in_their_names(root: Path) -> None:
    tree: Tree = {
        b"manga/lost.cbz": noise(100),
        b"manga/lost.cbz.damaged": b"from the last time",
        b"manga/" + b"y" * 255: noise(99),
        b"manga/lost.cbz-2": b"sorts between",
    }
    listed = entries(tree)
    held = {path: content for path, content in tree.items() if path.endswith((b"-2", b"damaged"))}
    result = staged(root, make_archive(held, listed=listed))
    assert result.damaged_count == 2
    assert result.damaged == ("manga/lost.cbz.damaged-2", "manga/" + "y" * 247 + ".damaged")
    assert nodes(new(root))[b"manga/lost.cbz.damaged"].held == b"from the last time"
    assert nodes(new(root))[b"manga/lost.cbz.damaged-2"].held == bytes(100)
    assert b"manga/lost.cbz" not in nodes(new(root))


@pytest.mark.parametrize("way", Way)
def test_cancelled_anywhere_it_leaves_nothing(root: Path, way: Way) -> None:
    before, data = nodes(root, ours=True), make_archive(BACKUP)
    calls = 0

    def counted() -> None:
        nonlocal calls
        calls += 1

    staged(root, data, way=way, check=counted)
    shutil.rmtree(root / f".restore-{ID}")
    for stop in range(1, calls + 1, 19):
        left = stop

        def check() -> None:
            nonlocal left
            left -= 1
            if not left:
                raise Cancelled

        with pytest.raises(Cancelled):
            staged(root, data, way=way, check=check)
        assert nodes(root, ours=True) == before


def test_given_up_half_way_it_leaves_nothing(root: Path) -> None:
    before = nodes(root, ours=True)
    steps = stage(Bytes(make_archive(BACKUP)), root, ID)
    for _ in range(12):
        next(steps)
    steps.close()
    assert nodes(root, ours=True) == before


@pytest.mark.parametrize("way", Way)
def test_a_damaged_backup_lands_nothing(root: Path, way: Way) -> None:
    before, whole = nodes(root, ours=True), make_archive(BACKUP)
    for at in range(600, len(whole), 9_001):
        spoilt = bytearray(whole)
        spoilt[at] ^= 0x55
        try:
            staged(root, bytes(spoilt), way=way)
        except (Damaged, BackupError):
            assert nodes(root, ours=True) == before
        else:  # the frame around a content was hit, and the content is right
            shutil.rmtree(root / f".restore-{ID}")


@pytest.mark.parametrize(
    "path",
    [b"../evil", b"/evil", b"a/../../evil", b"a//b", b".", b"a/./b", b"..", b"a\0b", b"x" * 256],
)
def test_a_hostile_name_lands_nothing_anywhere(root: Path, tmp_path: Path, path: bytes) -> None:
    before = nodes(tmp_path, folder_times=False)
    with pytest.raises(Damaged):
        staged(root, forge([(b"a", None), (path, b"evil")]))
    assert nodes(tmp_path, folder_times=False) == before


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize(
    "listed",
    [
        [(b"a", b"1"), (b"a", b"2")],
        [(b"a", b"1"), (b"a/b", b"2")],
        [(b"a", None), (b"a", b"2")],
        [(b"link/x", b"evil")],
    ],
    ids=["a file twice", "below a file", "folder and file", "through a link of the library"],
)
def test_entries_that_meet_are_refused(
    root: Path, tmp_path: Path, listed: list[tuple[bytes, bytes | None]], way: Way
) -> None:
    (tmp_path / "outside").mkdir()
    (root / "link").symlink_to(tmp_path / "outside")
    before = nodes(tmp_path, folder_times=False)
    try:
        staged(root, forge(listed), way=way)
    except BackupError:
        assert nodes(tmp_path, folder_times=False) == before
    else:
        assert listed == [(b"link/x", b"evil")], "it becomes a folder of its own"
        assert nodes(new(root))[b"link/x"].held == b"evil"
    assert not list((tmp_path / "outside").iterdir())


def test_what_the_engine_keeps_in_the_root_is_not_restored(root: Path) -> None:
    tree = BACKUP | {
        b".restore-old/new/x": b"1",
        b".kuroibara-storage": b"2",
        b".spool-1": b"3",
        b"manga/.restore-mine": b"a file of the library",
    }
    result = staged(root, make_archive(tree))
    assert ".kuroibara-storage" in result.left_out
    names = {path.split(b"/")[0] for path in nodes(new(root))}
    assert not names & {b".restore-old", b".kuroibara-storage", b".spool-1"}
    assert (new(root) / "manga/.restore-mine").exists()


def test_a_database_backup_has_no_files_to_stage(root: Path) -> None:
    with pytest.raises(Refused) as caught:
        staged(root, make_archive(None))
    assert caught.value.code == "no_storage"
    assert not restores_in(root)


def test_a_full_disk_changes_nothing_and_the_space_comes_back(small_disk: SmallDisks) -> None:
    root = lay_out(small_disk(8 << 20) / "storage", {b"manga/a.cbz": noise(1 << 20)})
    before, free = nodes(root, ours=True), shutil.disk_usage(root).free
    data = make_archive({b"manga/%d.cbz" % number: noise(1 << 20) for number in range(9)})
    with pytest.raises(NotEnoughSpace) as caught:
        staged(root, data)
    assert caught.value.needed > caught.value.free > 0
    filler = root / "filler"

    def fill() -> None:  # somebody else fills the drive after the first look
        if (root / f".restore-{ID}" / "new" / "manga" / "2.cbz").exists() and not filler.exists():
            with filler.open("wb") as file:
                file.write(bytes(shutil.disk_usage(root).free - (100 << 10)))

    data = make_archive({b"manga/%d.cbz" % number: noise(1 << 20) for number in range(5)})
    with pytest.raises(NotEnoughSpace, match="Nothing was restored"):
        staged(root, data, check=fill)
    filler.unlink()
    assert nodes(root, ours=True) == before
    assert abs(shutil.disk_usage(root).free - free) < 64 << 10


@pytest.mark.parametrize("way", Way)
def test_the_plan_tells_how_much_room_it_takes(small_disk: SmallDisks, way: Way) -> None:
    equal: Tree = {b"manga/%d.cbz" % number: noise(300_000, number) for number in range(10)}
    more: Tree = {b"manga/more %d.cbz" % number: noise(70_000, number) for number in range(10)}
    small: Tree = {b"manga/small/%d" % number: b"x" for number in range(300)}
    root = lay_out(small_disk(16 << 20) / "storage", dict(equal))
    source = Bytes(make_archive(equal | more | small))
    needs = space_needed(source, root)
    assert (needs.equal_files, needs.equal_bytes) == (10, 3_000_000)
    assert needs.copied > needs.bytes
    assert needs.staged == needs.shared
    promised = needs.staged if way is Way.STAGED else needs.in_place
    before = shutil.disk_usage(root).free
    finished(stage(source, root, ID, way=way))
    taken = before - shutil.disk_usage(root).free
    assert taken <= promised <= taken * 2
    assert needs.free == before


def test_another_drive_inside_the_library_is_refused(
    tmp_path: Path, small_disk: SmallDisks
) -> None:
    inside = small_disk(1 << 20)
    with pytest.raises(Refused) as caught:
        staged(inside.parent, make_archive(BACKUP))
    assert caught.value.code == "library_on_two_drives"


def test_a_staged_restore_is_staged_anew_when_asked(root: Path) -> None:
    staged(root, make_archive({b"manga/other": b"1"}))
    staged(root, make_archive(BACKUP), way=Way.IN_PLACE)
    assert b"manga/other" not in nodes(new(root))


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(BackupError):
        staged(tmp_path / "missing", make_archive(BACKUP))
    assert not (tmp_path / "missing").exists()


def test_a_growing_backup_is_a_file_like_any_other(root: Path) -> None:
    listed = [Entry(b"grew", EntryKind.FILE, 3, TIME, executable=False)]
    staged(root, make_archive({b"grew": b"abcdef"}, listed=listed))
    assert (new(root) / "grew").read_bytes() == b"abc"
