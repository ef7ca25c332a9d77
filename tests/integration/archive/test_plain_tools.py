"""A backup opens with the tools everybody has, without us."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive import read_sidecar, sidecar_line
from tests.support.archives import (
    DUMP,
    SAMPLE,
    Tree,
    make_archive,
    noise,
    tree_at,
    under_storage,
)

if TYPE_CHECKING:
    from pathlib import Path

LONG = b"manga/" + b"d" * 120 + b"/" + b"n" * 255
NAMES: Tree = SAMPLE | {
    LONG: b"long",
    b"m/ spaces  everywhere ": b"x",
    b"e\xcc\x81 nfd.cbz": b"nfd",
}
OUTER = {b"database.sql", b"storage.tar.gz", b"backup_metadata.json", b"backup_index.jsonl"}
UTF8 = {**os.environ, "LC_ALL": "C.UTF-8"}
TOOLS = {
    "gnu tar": ("tar", "-xzf", "{file}"),
    "bsdtar": ("bsdtar", "-xzf", "{file}"),
    "busybox": ("busybox", "tar", "-xzf", "{file}"),
}


@cache
def whole() -> bytes:
    return make_archive(NAMES)


def needs(program: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    return program


def run(*command: str, cwd: Path) -> None:
    needs(command[0])
    done = subprocess.run(command, cwd=cwd, env=UTF8, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert not done.stderr.strip(), done.stderr.decode()


def judge(folder: Path, tree: Tree) -> None:
    outer = tree_at(folder)
    assert set(outer) >= OUTER
    sql = outer[b"database.sql"]
    assert sql == b"\\set ON_ERROR_STOP on\nBEGIN;\n" + DUMP + b"COMMIT;\n"
    found = {path: held for path, held in outer.items() if path.split(b"/")[0] == b"storage"}
    assert found == under_storage(tree)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_unpacks_both_layers(tool: str, tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_bytes(whole())
    run(*(word.format(file="b.tar.gz") for word in TOOLS[tool]), cwd=tmp_path)
    run(*(word.format(file="storage.tar.gz") for word in TOOLS[tool]), cwd=tmp_path)
    judge(tmp_path, NAMES)


def test_7zip_unpacks_both_layers(tmp_path: Path) -> None:
    # Its own limits: names that are not UTF-8 come out changed, so they are not part of this one.
    tree: Tree = {path: held for path, held in NAMES.items() if b"\xff" not in path}
    (tmp_path / "b.tar.gz").write_bytes(make_archive(tree))
    for name in ("b.tar.gz", "b.tar", "storage.tar.gz", "storage.tar"):
        run("7z", "x", "-y", "-bso0", "-bsp0", name, cwd=tmp_path)
    judge(tmp_path, tree)


def test_pythons_tarfile_unpacks_both_layers(tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_bytes(whole())
    for name in ("b.tar.gz", "storage.tar.gz"):
        with tarfile.open(tmp_path / name, "r:gz") as tar:
            tar.extractall(tmp_path, filter="fully_trusted")
    judge(tmp_path, NAMES)


@pytest.mark.parametrize("program", [("gzip", "-t"), ("busybox", "gunzip", "-t"), ("7z", "t")])
def test_a_tool_finds_no_fault_with_it(program: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_bytes(whole())
    needs(program[0])
    done = subprocess.run([*program, "b.tar.gz"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_database_only_backup_unpacks(tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_bytes(make_archive(None))
    run("tar", "-xzf", "b.tar.gz", cwd=tmp_path)
    assert set(tree_at(tmp_path)) == OUTER - {b"storage.tar.gz"} | {b"b.tar.gz"}


@pytest.mark.parametrize("name", ["b.tar.gz", "a b.tar.gz", "odd\\name\n.tar.gz", "日本.tar.gz"])
def test_sha256sum_checks_the_sidecar(name: str, tmp_path: Path) -> None:
    data = noise(100)
    (tmp_path / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    line = sidecar_line(digest, name)
    (tmp_path / "s.sha256").write_text(line)
    run("sha256sum", "-c", "--quiet", "s.sha256", cwd=tmp_path)
    theirs = subprocess.run(["sha256sum", name], cwd=tmp_path, capture_output=True, check=True)
    assert line == theirs.stdout.decode()
    assert read_sidecar(line) == (digest, name)
