"""Commands about one backup file: inspect, series, verify, extract. They need no server."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kuroibara_backup.archive import Level, Report
from kuroibara_backup.cli.output import Json, print_json, say, size
from kuroibara_backup.cli.progress import followed, stopping
from kuroibara_backup.errors import Damaged, NotFound
from kuroibara_backup.places.local import LocalPlace, Stored
from kuroibara_backup.places.names import SUFFIX
from kuroibara_backup.service import files

Which = Annotated[
    str, typer.Argument(metavar="FILE|NAME", help="A file, or a backup's name on this server.")
]


def path_of(which: str) -> Path:
    """A file where there is one, else the backup of that name in the backup folder.

    A folder is in nobody's way: it may be what was taken out of that very backup.
    """
    path = Path(which)
    if path.name != which or (path.exists() and not path.is_dir()):
        return path
    from kuroibara_backup.settings import read_settings  # a file needs no settings

    folder = read_settings().backup_path
    return named(
        LocalPlace(folder),
        which,
        otherwise=f"There is no file {which} here, and no backup of that name in {folder}.",
    ).path


def named(place: LocalPlace, name: str, *, otherwise: str | None = None) -> Stored:
    """The backup of that name, with or without the ending; `otherwise` says that there is none."""
    try:
        return place.find(name if name.endswith(SUFFIX) else name + SUFFIX)
    except NotFound as exc:
        raise NotFound(
            otherwise or f"There is no backup {name} in {place.root}.",
            remedy="Check the name; `kuroibara-backup list` shows the backups of this server.",
        ) from exc


def inspect(which: Which, as_json: Json = False) -> None:
    """Show what a backup says about itself, without checking it."""
    found = files.inspect(path_of(which))
    if as_json:
        print_json(
            {
                "file": str(found.path),
                "size": found.size,
                "format": found.format,
                "sha256": found.claimed_sha256,
                "metadata": dict(found.metadata),
            }
        )
        return
    say(f"{found.path.name}: format {found.format}, {size(found.size)}")
    for key, value in found.metadata.items():
        if isinstance(value, str | int | float | bool):
            say(f"  {key.replace('_', ' ')}: {value}")
    for key, value in found.rows_of_interest().items():
        say(f"  {key}: {value:,}")
    for warning in found.warnings():
        say(f"  warning: {warning}")


def verify(
    which: Which,
    level: Annotated[Level, typer.Option(help="quick: both ends. full: every byte.")] = Level.FULL,
    as_json: Json = False,
) -> None:
    """Check that a backup is whole and unchanged."""
    with stopping() as check:
        report = followed(files.verify(path_of(which), level, check=check), quiet=as_json)
    if as_json:
        print_json(
            {
                "file": which,
                "ok": report.ok,
                "format": report.format,
                "level": report.level.value,
                "files": report.files,
                "bytes": report.bytes,
                "sha256": report.sha256 or None,
                "damages": [
                    {"where": one.where, "offset": one.offset, "sentence": one.sentence}
                    for one in report.damages
                ],
                "not_proved": list(report.not_proved),
            }
        )
    else:
        for one in report.damages:
            say(one.sentence)
        for sentence in report.not_proved:
            say(f"Not proved: {sentence}")
        say(f"{which} {_verdict(report)}: {report.files:,} files, {size(report.bytes)}.")
    if not report.ok:
        raise typer.Exit(Damaged.exit_status)


def _verdict(report: Report) -> str:
    if not report.ok:
        return "is damaged"
    return "is whole and unchanged" if report.level is Level.FULL else "shows no damage at its ends"


def extract(
    which: Which,
    target: Annotated[
        Path, typer.Option("-C", "--directory", metavar="DIR", help="Where to put the files.")
    ],
    patterns: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATTERN", help="Paths or patterns such as 'storage/manga/*'."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Take files out of a backup; from a damaged one, everything that is undamaged."""
    with stopping() as check:
        result = followed(
            files.extract(path_of(which), patterns or (), target, check=check), quiet=as_json
        )
    if as_json:
        print_json(
            {
                "directory": str(target),
                "written": list(result.written),
                "damaged": list(result.damaged),
                "renamed": [list(pair) for pair in result.renamed],
                "left_out": list(result.left_out),
                "not_proved": list(result.not_proved),
                "bytes": result.bytes,
            }
        )
    else:
        for name in result.damaged:
            say(f"Damaged, not written: {name}")
        for name in result.left_out:
            say(f"Left out, because it is no regular file: {name}")
        for name, written in result.renamed:
            say(f"Written as {written}, because its name cannot be used here: {name}")
        for sentence in result.not_proved:
            say(f"Not proved: {sentence}")
        say(f"{len(result.written):,} files, {size(result.bytes)}, were written to {target}.")
    if result.damaged:
        raise typer.Exit(Damaged.exit_status)


def series(which: Which, as_json: Json = False) -> None:
    """List the manga that a backup holds files of, with the UUIDs that `restore --manga` wants."""
    with stopping() as check:
        found = files.series(path_of(which), check=check)
    if as_json:
        print_json({"series": [asdict(one) for one in found]})
        return
    for one in found:
        say(f"{one.id}  {one.title}  ({one.files:,} files, {size(one.bytes)})")
    if not found:
        say(f"{which} holds no files of any manga.")


COMMANDS = (inspect, series, verify, extract)
