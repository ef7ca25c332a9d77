"""The pinned requirement files, read back."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "requirements"
EXTRAS = ("client", "desktop", "server", "demo", "s3", "dev")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One library at one version, as the file's lines give it."""

    requirement: Requirement
    hashes: tuple[str, ...]
    lines: str

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        (only,) = self.requirement.specifier
        assert only.operator == "=="
        return only.version


def pins(name: str) -> dict[str, Pin]:
    """Every pin of `packaging/requirements/NAME.txt`, by its library's name."""
    read = {}
    for lines in (
        (FOLDER / f"{name}.txt").read_text(encoding="utf-8").replace("\\\n", "").split("\n")
    ):
        if lines.strip():
            text, *hashes = (part.strip() for part in lines.split("--hash="))
            pin = Pin(requirement=Requirement(text), hashes=tuple(hashes), lines=lines)
            assert pin.name not in read, f"{pin.name} is pinned twice in {name}.txt"
            read[pin.name] = pin
    return read


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked(extra: str) -> list[Requirement]:
    """What pyproject.toml asks for with `extra`, the base included, extras of our own unfolded."""
    project = pyproject()["project"]
    return _unfolded(project, extra) + [Requirement(text) for text in project["dependencies"]]


def _unfolded(project: dict[str, Any], extra: str) -> list[Requirement]:
    found = []
    for text in project["optional-dependencies"][extra]:
        requirement = Requirement(text)
        if requirement.name == "kuroibara-desktop":
            for inner in requirement.extras:
                found += _unfolded(project, inner)
        else:
            found.append(requirement)
    return found
