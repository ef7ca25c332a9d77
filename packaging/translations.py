"""Bring the files of the translations up to what the sources say; what is left to do is counted.

    python packaging/translations.py

Words of the window are literals in `self.tr(...)`, or in `translate("context", ...)`. Texts from
below the window, which are English wherever they are made, are taken from the literals of the
modules in `BELOW`, with `{name}` for each value; kuroibara_desktop/ui/saying.py finds them again.
What is new comes in as *unfinished*, what nobody says any more goes; see docs/translating.md.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
WINDOW = ROOT / "kuroibara_desktop" / "ui"
FOLDER = WINDOW / "translations"
SAID = "said"
BELOW = (
    *(f"kuroibara_desktop/{name}" for name in ("core", "secrets", "server", "transfers", "vault")),
    *("kuroibara_desktop/profile.py", "kuroibara_desktop/wishes.py"),
    # What the engine says of a user's own deeds; the window hears it as text.
    *(f"kuroibara_backup/service/{name}.py" for name in ("backups", "create", "devices", "drill")),
    *(f"kuroibara_backup/service/{name}.py" for name in ("drilling", "keeping", "passwords")),
    *(f"kuroibara_backup/service/{name}.py" for name in ("permission", "room", "uploads")),
    *(f"kuroibara_backup/service/{name}.py" for name in ("verification",)),
    *(f"kuroibara_backup/service/restore/{name}.py" for name in ("building", "carrying")),
    *(f"kuroibara_backup/service/restore/{name}.py" for name in ("describing", "desk", "planning")),
    *(f"kuroibara_backup/service/restore/{name}.py" for name in ("restores", "rollbacks")),
    "kuroibara_backup/service/restore/tending.py",
    *("kuroibara_desktop/ui/listing.py", "kuroibara_desktop/ui/desk.py"),  # they know no Qt
    *(f"kuroibara_desktop/ui/restore/{name}.py" for name in ("bench", "given")),
    *(f"kuroibara_desktop/ui/settings/{name}.py" for name in ("offered_work", "servers_work")),
    *("kuroibara_backup/errors.py", "kuroibara_backup/archive", "kuroibara_backup/retention"),
)
# Never in the window: a page for whoever finds the drive, and what only the engine does.
NOT_SHOWN = (
    *("vault/howto.py", "secrets/memory.py", "archive/framing.py"),
    *(f"archive/{name}.py" for name in ("landing", "extracted", "extracting", "extracting1")),
    *(f"archive/{name}.py" for name in ("salvage", "writing", "planning", "sourcefile")),
    *(f"archive/{name}.py" for name in ("filler", "pipeline", "compressible")),
)
# Words for a program: SQL, paths, marks in files, names of cloud folders, Kuroibara's own English.
FOREIGN = re.compile(
    r"PRAGMA|SELECT |INSERT |DELETE FROM|CREATE TABLE|ALTER TABLE|^UPDATE |BEGIN IMMEDIATE"
    r"|ORDER BY|\bON CONFLICT"
    r"|^id, server,|^Bearer |^/|^\s|\?land=|^copy: |sealed 1$|^restore \{|^plain \{|^certificate \{"
    r"|^(google|my|icloud) drive$|^mobile documents$|^box sync$|^no pinned certificate"
    r"|^(2FA code required|Invalid 2FA code|Incorrect username or password|Inactive user"
    r"|1 byte|\{count\} bytes|\{count\} \{unit\}s? ago|\{when\} \(server time\)|just now"
    r"|safety copy made|database (ready|made|loaded|checked)|storage staged|paths rewritten"
    r"|library known|rollback queued|kuroibara-backup admin grant USER|Invalid filename"
    r"|Backup file not found"
    r"|in the future|\{duration\} left|Database only|Kuroibara Desktop"
    r"|Could not validate credentials|Invalid refresh token|Not authenticated)$"
)
_SILENT_CALLS = {"ValueError", "TypeError", "AssertionError", "NotImplementedError", "NewType"}
_SILENT_OBJECTS = {"log", "re", "struct"}

Words = set[tuple[str, str]]  # context and English


def of_window() -> Words:
    """What the window says itself."""
    found: Words = set()
    for file in sorted(WINDOW.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for context, call in _calls(tree, ""):
            found.add(_literal(context, call, file))
    return found


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call that translates, with the class it stands in."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            function = child.func
            if isinstance(function, ast.Attribute) and function.attr == "tr":
                yield context, child
            elif isinstance(function, ast.Name) and function.id == "translate":
                yield "", child
        yield from _calls(child, inside)


def _literal(context: str, call: ast.Call, file: Path) -> tuple[str, str]:
    values = [a.value for a in call.args if isinstance(a, ast.Constant)]
    texts = [value for value in values if isinstance(value, str)]
    wanted = 1 if context else 2
    if len(texts) != wanted or len(call.args) != wanted:
        raise SystemExit(f"{file}:{call.lineno}: only a literal can be translated, without a count")
    return (context, texts[0]) if context else (texts[0], texts[1])


def from_below() -> Words:
    """What the parts below the window say, as patterns."""
    found: Words = set()
    for name in BELOW:
        place = ROOT / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if not file.as_posix().endswith(NOT_SHOWN):
                tree = ast.parse(file.read_text(encoding="utf-8"))
                found |= {(SAID, text) for text in _texts(tree) if _is_said(text)}
    return found


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.iter_child_nodes(tree):
        if _is_silent(node):
            continue
        if isinstance(node, ast.JoinedStr):
            yield from _patterns(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        else:
            yield from _texts(node)


def _is_silent(node: ast.AST) -> bool:
    """Docstrings, the log, mistakes of the programmer, annotations, values of an enum."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.ClassDef):
        return any(isinstance(base, ast.Name) and base.id == "Enum" for base in node.bases)
    if isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Name):
            return function.id in _SILENT_CALLS
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
            return function.value.id in _SILENT_OBJECTS
    return False


def _patterns(node: ast.JoinedStr) -> list[str]:
    """The patterns of an f-string: one for each way that its inner choices of words can go."""
    found = [""]
    names: dict[str, int] = {}
    for number, part in enumerate(node.values):
        if _is_capital_of(part, node.values[number + 1 :]):
            continue
        if isinstance(part, ast.Constant):
            found = [text + str(part.value) for text in found]
            continue
        value = part.value if isinstance(part, ast.FormattedValue) else part
        ways = _ways(value)
        if ways is None:
            name = _name(value)
            names[name] = names.get(name, 0) + 1
            ways = [f"{{{name}{names[name] if names[name] > 1 else ''}}}"]
        found = [text + way for text in found for way in ways]
    return found


def _is_capital_of(part: ast.expr, others: list[ast.expr]) -> bool:
    """Whether it is `{who[0].upper()}` before `{who[1:]}`: one value, told with a capital."""
    return (
        ast.unparse(part).strip("f'\"{}").endswith("[0].upper()")
        and bool(others)
        and ast.unparse(others[0]).strip("f'\"{}").endswith("[1:]")
    )


def _ways(value: ast.AST) -> list[str] | None:
    """The texts an `a if b else c` chooses from; None where it is no choice of texts."""
    if not isinstance(value, ast.IfExp):
        return None
    found: list[str] = []
    for way in (value.body, value.orelse):
        if isinstance(way, ast.Constant):
            found.append(str(way.value))
        elif isinstance(way, ast.JoinedStr):
            found += _patterns(way)
        else:
            return None
    return found


def _name(value: ast.AST) -> str:
    """A short name for a value, from the expression that gives it."""
    if isinstance(value, ast.Call):
        if isinstance(value.func, ast.Name) and len(value.args) == 1 and value.func.id != "len":
            return _name(value.args[0]) if value.func.id in ("str", "shown") else value.func.id
        if isinstance(value.func, ast.Name) and value.func.id == "len":
            return "count"
        return _name(value.func)
    if isinstance(value, ast.Attribute):
        return value.attr.strip("_")
    if isinstance(value, ast.Subscript):
        return _name(value.value)
    if isinstance(value, ast.BoolOp):
        return _name(value.values[0])
    return value.id.strip("_") if isinstance(value, ast.Name) else "value"


def _is_said(text: str) -> bool:
    """Whether it is words for a person: at least two, and not only values."""
    bare = re.sub(r"\{\w+\}", " ", text)
    words = re.findall(r"[A-Za-z][A-Za-z']+", bare)
    return " " in text.strip() and len(words) >= 1 and not FOREIGN.search(text)


def read(file: Path) -> dict[tuple[str, str], str]:
    """The finished translations of a file."""
    found: dict[tuple[str, str], str] = {}
    if file.is_file():
        for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314  our own
            for message in context.iter("message"):
                if text := message.findtext("translation", ""):
                    key = (context.findtext("name", ""), message.findtext("source", ""))
                    found[key] = text
    return found


def written(language: str, words: Words, known: dict[tuple[str, str], str]) -> str:
    """The file with exactly these words; the same English elsewhere is a first proposal."""
    elsewhere = {english: text for (_, english), text in known.items()}
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted({context for context, _ in words}):
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
        for english in sorted(text for one, text in words if one == name):
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = english
            translation = ElementTree.SubElement(message, "translation")
            text = known.get((name, english)) or elsewhere.get(english)
            if text:
                translation.text = text
            else:
                translation.set("type", "unfinished")
    ElementTree.indent(root, "  ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def main() -> int:
    words = of_window() | from_below()
    for file in sorted(FOLDER.glob("*.ts")):
        text = written(file.stem, words, read(file))
        file.write_text(text, encoding="utf-8")
        left = text.count('type="unfinished"')
        print(f"{file.name}: {len(words)} texts, {left} without translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
