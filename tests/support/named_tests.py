"""Pages of docs/ that say, row by row, which tests show something; are those tests there?"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.support.pins import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def shown_by(page: Path) -> dict[int, list[str]]:
    """The tests that the last column of the page's table names, by the row's number."""
    text = page.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \|.*\| ([^|]+) \|$", text, re.MULTILINE)
    return {int(number): re.findall(r"`([^`]+::[^`]+)`", tests) for number, tests in rows}


def lacking(named: Mapping[int, Sequence[str]]) -> list[str]:
    """Those that no file of tests/ has. Files are read, not imported: slow tests count too."""
    return [
        one
        for one in sorted({one for tests in named.values() for one in tests})
        if not _there(*one.split("::"))
    ]


def _there(path: str, test: str) -> bool:
    file = ROOT / "tests" / path
    if not file.is_file():
        return False
    module = ast.parse(file.read_text(encoding="utf-8"))
    return test in {part.name for part in module.body if isinstance(part, ast.FunctionDef)}
