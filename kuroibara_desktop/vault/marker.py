"""The file that says: this folder is the archive, which one, and what was decided about it.

Rules and answers lie on the drive, so that every computer it is connected to keeps to them.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.errors import InvalidRequest
from kuroibara_backup.retention import Policy
from kuroibara_desktop.core.errors import FolderUnsuitable, VaultMissing
from kuroibara_desktop.core.libraries import Answer
from kuroibara_desktop.core.servers import KeptServer
from kuroibara_desktop.durable import write_durably

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

NAME = "kuroibara-archive.json"
_PRODUCT = "kuroibara-archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    archive_id: str
    created_at: str
    servers: Mapping[str, KeptServer] = field(default_factory=dict)
    policy: Policy | None = None  # None: as many copies as fit
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def with_server(self, folder: str, server: KeptServer) -> Marker:
        return replace(self, servers={**self.servers, folder: server})


def new_marker(now: datetime) -> Marker:
    return Marker(archive_id=str(uuid.uuid4()), created_at=now.isoformat(timespec="seconds"))


def rebuilt_marker(marker: Marker, folders: Iterable[str]) -> Marker:
    """`marker` with servers' folders of which nothing is known but their names."""
    servers = {name: KeptServer(name=name, address="") for name in folders}
    return replace(marker, servers=servers)


def write_marker(root: Path, marker: Marker) -> None:
    document = {
        "product": _PRODUCT,
        "version": 1,
        "archive_id": marker.archive_id,
        "created_at": marker.created_at,
        "servers": {
            folder: {"name": s.name, "address": s.address, "instance_id": s.instance_id}
            for folder, s in marker.servers.items()
        },
        "retention": _numbers(marker.policy),
        "answers": {key: answer.value for key, answer in marker.answers.items()},
    }
    write_durably(root / NAME, json.dumps(document, indent=2, ensure_ascii=False).encode() + b"\n")


def read_marker(root: Path, name: str = NAME) -> Marker:
    """The marker in `root`; `VaultMissing` without one: the drive is away, or it never was here."""
    try:
        text = (root / name).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as exc:
        why = "carries no marker, so it is not your archive" if root.is_dir() else "is not there"
        raise VaultMissing(f"The archive folder {root} {why}.") from exc
    except (OSError, UnicodeDecodeError) as exc:
        raise VaultMissing(f"The marker of the archive folder {root} cannot be read.") from exc
    try:
        found = json.loads(text)
        if found["product"] != _PRODUCT:
            raise ValueError(found["product"])
        return Marker(
            archive_id=str(uuid.UUID(found["archive_id"])),
            created_at=str(found["created_at"]),
            servers={
                str(folder): KeptServer(
                    name=str(s["name"]),
                    address=str(s["address"]),
                    instance_id=s.get("instance_id"),
                )
                for folder, s in found["servers"].items()
                if _is_below(folder)
            },
            policy=_policy(found.get("retention")),
            answers={str(key): Answer(answer) for key, answer in found.get("answers", {}).items()},
        )
    except (
        *(ValueError, KeyError, TypeError, AttributeError, RecursionError),
        InvalidRequest,
    ) as exc:
        raise FolderUnsuitable(
            f"The marker {name} in {root} is damaged.",
            remedy="Put the marker back from another copy, or choose an empty folder as archive; "
            "the backups in the old one stay usable by hand.",
        ) from exc


def _is_below(folder: str) -> bool:
    """Whether this names a folder in the archive; nothing is read or tidied up anywhere else."""
    plain = Path(folder).name == folder and "\\" not in folder and "\0" not in folder
    return plain and folder not in ("", ".", "..")


_COUNTS = ("daily", "weekly", "monthly", "yearly", "most")


def _numbers(policy: Policy | None) -> dict[str, int | None] | None:
    return None if policy is None else {name: getattr(policy, name) for name in _COUNTS}


def _policy(found: object) -> Policy | None:
    """The rules; a number that is missing is a damaged marker, since nothing may go by guesses."""
    if found is None:
        return None
    if not isinstance(found, dict):
        raise TypeError("retention")
    counts = {name: found[name] for name in _COUNTS}
    if any(n is not None and type(n) is not int for n in counts.values()):
        raise TypeError("retention")
    return Policy(**counts, manual_too=True)
