"""The page that lies in the archive, for whoever finds the drive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import CopyState, LocalCopy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

NAME = "HOW-TO-RESTORE.txt"


def page(copies: Iterable[LocalCopy], *, now: datetime) -> str:
    """The text, naming the newest verified backup of each server and how to bring it back."""
    copies = list(copies)
    newest: dict[str, LocalCopy] = {}
    full: dict[str, LocalCopy] = {}
    for copy in copies:
        if copy.state is not CopyState.VERIFIED or copy.created_at is None:
            continue
        _keep_newer(newest, copy)
        if copy.includes_storage:
            _keep_newer(full, copy)
    parts = [_INTRODUCTION.format(now=formatting.moment(now))]
    for server, copy in sorted(newest.items()):
        parts.append(_about(server, copy, full.get(server)))
    if not newest:
        parts.append("There is no verified backup in this folder yet.\n")
    parts += _damaged(copy for copy in copies if copy.state is CopyState.DAMAGED)
    return "\n".join(parts)


def _keep_newer(found: dict[str, LocalCopy], copy: LocalCopy) -> None:
    old = found.get(copy.server)
    if (
        old is None
        or old.created_at is None
        or copy.created_at is None
        or copy.created_at > old.created_at
    ):
        found[copy.server] = copy


def _about(server: str, newest: LocalCopy, full: LocalCopy | None) -> str:
    lines = [f"Server folder: {server}", ""]
    lines += _described("Newest verified backup", newest)
    chosen = full or newest
    if full is not None and full.path != newest.path:
        lines += _described("Newest verified backup with the library's files", full)
    lines += ["By hand, in a terminal opened in the server folder:", ""]
    lines += by_hand(
        chosen.path.name,
        full=chosen.includes_storage is True,
        engine=chosen.metadata.get("format") == 2,
    )
    lines += ["", "-" * 78, ""]
    return "\n".join(lines)


def by_hand(name: str, *, full: bool, engine: bool) -> list[str]:
    """The commands that bring a backup back without this app, line by line.

    `engine` says that the engine made it, whose dumps stop at the first error by themselves.
    """
    quoted = "'" + name.replace("'", "'\\''") + "'"
    lines = [
        f"    sha256sum -c {quoted[:-1]}.sha256'",
        f"    tar -xzf {quoted}",
        "    psql -U kuroibara -d kuroibara < database.sql",
    ]
    if full:
        lines.append("    tar -xzf storage.tar.gz -C /app/")
    return lines if engine else [*lines, "", *_MADE_BY_KUROIBARA]


def _damaged(copies: Iterable[LocalCopy]) -> list[str]:
    names = sorted(f"    {copy.server}: {copy.path.name}" for copy in copies)
    if not names:
        return []
    return ["\n".join(["Damaged backups, not to be restored as they are:", *names, ""])]


def _described(title: str, copy: LocalCopy) -> list[str]:
    meta = copy.metadata
    facts = [
        ("File", copy.path.name),
        ("Made", formatting.moment(copy.created_at, guessed=copy.time_is_guessed))
        if copy.created_at
        else ("Made", "unknown"),
        ("Size", f"{formatting.size(copy.size)} ({copy.size:,} bytes)"),
        ("Contents", formatting.contents(copy.includes_storage)),
        ("Kuroibara", _known(meta.get("kuroibara_version"))),
        ("PostgreSQL", _known(meta.get("postgresql_version"))),
        ("SHA-256", copy.sha256 or "unknown"),
    ]
    return [title, *(f"    {label + ':':<12}{value}" for label, value in facts), ""]


def _known(value: object) -> str:
    text = str(value) if isinstance(value, str | int) else ""
    return text if text and text != "unknown" and text.isprintable() else "not recorded"


_MADE_BY_KUROIBARA = (
    "This backup was made by Kuroibara itself, without the backup engine: load it into an empty",
    "database, because an error in the middle would leave a half-loaded one.",
)

_INTRODUCTION = """\
HOW TO RESTORE A KUROIBARA LIBRARY FROM THIS FOLDER
===================================================

Here are backups of a Kuroibara manga library: its database (users, library, reading progress,
settings) and, in full backups, every file of it. They hold personal data and password hashes of
all its users: keep this drive safe.

Each backup is one .tar.gz file that ordinary tools open. Nothing else is needed to get the
library back. Kuroibara Desktop lists what is here and checks it.

You need a machine with Kuroibara installed, the same PostgreSQL version or a newer one, and free
space of about twice the size of the backup. Stop Kuroibara before the commands below, start it
afterwards. If a command reports an error, stop there.

This page was written on {now}.
"""
