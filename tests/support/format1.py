"""What bytes does Kuroibara 0.7.0 itself write as a backup (format 1)?

Written from the reference, sections 3.1 to 3.4, with the tools Kuroibara uses: Python's `tarfile`
and its gzip at level 9, and the real pg_dump.
"""

from __future__ import annotations

import json
import os
import subprocess
import tarfile
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory

SEED = Path(__file__).with_name("kuroibara_seed.sql")
"""A genuine dump of a small library: pg_dump 15.18 with Kuroibara's own flags."""


def pg_dump_command(
    *, host: str, port: int, user: str, database: str, file: Path, program: str = "pg_dump"
) -> list[str]:
    """Kuroibara's own call of pg_dump; the password comes in through `PGPASSWORD`."""
    return [
        *(program, "-h", host, "-p", str(port), "-U", user, "-d", database),
        *("--no-password", "--no-sync", "--clean", "--if-exists", "--create", "-f", str(file)),
    ]


def pg_dump(
    *,
    host: str,
    port: int,
    user: str,
    database: str,
    password: str = "",
    program: str = "pg_dump",
) -> bytes:
    """The dump Kuroibara would make of this live database."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "database.sql")
        command = pg_dump_command(
            host=host, port=port, user=user, database=database, file=file, program=program
        )
        subprocess.run(command, env={**os.environ, "PGPASSWORD": password}, check=True)
        return file.read_bytes()


def make_format1(
    path: Path,
    sql: bytes | None,
    storage_root: Path | None,
    name: str,
    *,
    zone: tzinfo = UTC,
    changed: dict[str, object] | None = None,
) -> Path:
    """Write a format 1 backup to `path`, straight to its final name as Kuroibara does.

    Without `sql` it holds the seed; without `storage_root` it is database-only. `changed` are
    metadata fields to overrule.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        dump = Path(folder, "database.sql")
        dump.write_bytes(SEED.read_bytes() if sql is None else sql)
        inner = Path(folder, "storage.tar.gz")
        if storage_root is not None:
            with tarfile.open(inner, "w:gz") as tar:
                tar.add(storage_root, arcname="storage", filter=_without_leftovers)
        facts: dict[str, object] = {
            "backup_name": name,
            "created_at": datetime.now(zone).replace(tzinfo=None).isoformat(),
            "kuroibara_version": "unknown",
            "includes_storage": storage_root is not None,
            "database_size": dump.stat().st_size,
            "storage_size": inner.stat().st_size if storage_root is not None else 0,
        }
        metadata = Path(folder, "backup_metadata.json")
        metadata.write_text(json.dumps(facts | (changed or {}), indent=2))
        with tarfile.open(path, "w:gz") as tar:
            for member in (dump, metadata, inner):
                if member.exists():
                    tar.add(member, arcname=member.name)
    return path


def _without_leftovers(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    dropped = "/temp/" in member.name or "/.git/" in member.name
    return None if dropped or member.name.endswith((".tmp", ".log")) else member
