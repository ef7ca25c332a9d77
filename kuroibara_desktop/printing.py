"""How the command's answers look: one JSON document, or lines for a person."""

from __future__ import annotations

import json
import sys
import time
from io import TextIOWrapper
from typing import TYPE_CHECKING

import typer

from kuroibara_desktop.core import formatting
from kuroibara_desktop.core.backups import Backup, CopyState, LocalCopy, RemoteBackup, Where
from kuroibara_desktop.core.progress import Meter, Progress

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from kuroibara_backup.errors import BackupError


def row_document(row: Backup) -> dict[str, object]:
    return {
        "name": row.name,
        "where": row.where.value,
        "size": row.size,
        "created_at": iso(row.created_at),
        "server": remote_document(row.remote) if row.remote else None,
        "here": copy_document(row.local) if row.local else None,
    }


def remote_document(backup: RemoteBackup) -> dict[str, object]:
    return {
        "filename": backup.filename,
        "size": backup.size,
        "created_at": iso(backup.created_at),
        "time_is_guessed": backup.time_is_guessed,
        "includes_storage": backup.includes_storage,
        "status": backup.status.value,
        "sha256": backup.sha256,
        "backup_id": backup.backup_id,
    }


def copy_document(copy: LocalCopy) -> dict[str, object]:
    return {
        "filename": copy.path.name,
        "path": str(copy.path),
        "size": copy.size,
        "sha256": copy.sha256,
        "state": copy.state.value,
        "created_at": iso(copy.created_at),
        "verified_at": iso(copy.verified_at),
        "damages": list(copy.damages),
        "not_proved": list(copy.not_proved),
    }


_PLACES = {
    Where.SERVER: "on the server",
    Where.HERE: "here",
    Where.BOTH: "both",
    Where.DAMAGED: "DAMAGED here",
}


def row_line(row: Backup, now: datetime) -> str:
    age = formatting.age(row.created_at, now) if row.created_at else "unknown age"
    contents = formatting.contents(row.includes_storage)
    return (
        f"{_PLACES[row.where]:<14} {formatting.size(row.size):>10}  {contents:<14} {age:<15} "
        f"{shown(row.name)}"
    )


def verdict(copy: LocalCopy) -> str:
    if copy.state is CopyState.DAMAGED:
        return "DAMAGED. " + " ".join(copy.damages[:5])
    return "good." + "".join(f" Not proved: {open_}" for open_ in copy.not_proved)


def age(copy: LocalCopy, now: datetime) -> str:
    return formatting.age(copy.created_at, now) if copy.created_at else "unknown age"


def shown(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text)


def iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def problem_document(error: BackupError) -> dict[str, object]:
    return {
        "code": error.code,
        "title": error.title,
        "detail": error.sentence,
        "remedy": error.remedy,
    }


def told(error: BackupError | None) -> str:
    if error is None:
        return ""
    return f"{error.sentence} {error.remedy}".strip()


def take_any_letter() -> None:
    """Print as its number what the output's encoding has no letter for, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """To the person; standard output belongs to the answer."""
    typer.echo(shown(text), err=True)


def answer(as_json: bool, document: Mapping[str, object], lines: list[str]) -> None:
    if as_json:
        typer.echo(json.dumps(document, indent=2))
        return
    for line in lines:
        typer.echo(line)


class Shown:
    """Shows progress on one line of a terminal; says nothing to a log file."""

    def __init__(self) -> None:
        self._meter = Meter()
        self._last = 0.0
        self._stage: object = None
        self._note = ""

    def __call__(self, step: Progress) -> None:
        now = time.monotonic()
        if step.stage is not self._stage:
            self._meter, self._stage = Meter(), step.stage
        self._meter.note(now, step.done)
        if not sys.stderr.isatty():
            if step.note and step.note.partition(" Next try")[0] != self._note:
                self._note = step.note.partition(" Next try")[0]
                say(step.note)
            return
        if now - self._last < 0.1:
            return
        self._last = now
        amount = f"{formatting.size(step.done)}" if step.done else ""
        if step.total:
            amount = f"{formatting.size(step.done)} of {formatting.size(step.total)}"
        left = formatting.time_left(self._meter.seconds_left(step.total))
        parts = [step.stage.value, amount, formatting.rate(self._meter.rate), left, step.note]
        typer.echo(f"\r\x1b[K{' · '.join(p for p in parts if p)[:150]}", err=True, nl=False)
        if step.total and step.done >= step.total:
            typer.echo("\r\x1b[K", err=True, nl=False)
