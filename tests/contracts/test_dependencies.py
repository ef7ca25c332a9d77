"""What the code imports is what its extras ask for: no library by luck, none for nothing."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest
from packaging.utils import canonicalize_name

from tests.support.pins import ROOT, asked

if TYPE_CHECKING:
    from pathlib import Path

OURS = {"kuroibara_backup", "kuroibara_desktop", "tests", "dev"}
KNOWN = packages_distributions()
UNSEEN = {"tzdata"}  # found by zoneinfo, where the system has no time zones of its own


def foreign(path: Path) -> set[str]:
    """The distributions whose modules this file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - OURS - {""}
    return {canonicalize_name(KNOWN.get(top, [top])[0]) for top in tops}


def imported(package: str) -> dict[str, set[str]]:
    found = {str(path.relative_to(ROOT)): foreign(path) for path in (ROOT / package).rglob("*.py")}
    return {path: names for path, names in found.items() if names}


def names(extra: str) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in asked(extra)}


@pytest.mark.parametrize(
    ("package", "extra"),
    [("kuroibara_desktop", "desktop"), ("kuroibara_backup", "demo"), ("tests", "dev")],
)
def test_what_is_imported_is_asked_for(package: str, extra: str) -> None:
    strangers = {path: used - names(extra) for path, used in imported(package).items()}
    assert {path: used for path, used in strangers.items() if used} == {}


@pytest.mark.parametrize(
    ("package", "extra"), [("kuroibara_desktop", "desktop"), ("kuroibara_backup", "server")]
)
def test_what_is_asked_for_is_imported(package: str, extra: str) -> None:
    used = {name for found in imported(package).values() for name in found}
    base = {"isal"}  # through the backup file, which both packages read
    assert names(extra) - used - base - UNSEEN == set()
