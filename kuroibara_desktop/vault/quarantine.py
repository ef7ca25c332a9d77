"""Where damaged copies lie until they are repaired: their good parts may be the last ones."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from kuroibara_desktop.core.backups import CopyState, LocalCopy
from kuroibara_desktop.durable import sync_folder
from kuroibara_desktop.vault.names import free_name
from kuroibara_desktop.vault.sidecar import checksum_file, facts_file, write_sidecars

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = "damaged"


def is_set_aside(path: Path) -> bool:
    return path.parent.name == DAMAGED


def set_aside(copy: LocalCopy) -> LocalCopy:
    """Move `copy` into the folder for damaged ones and return it there.

    What is known of it is written there first and taken away here last: a kill in between leaves
    the file in one of the two places, with its facts.
    """
    if is_set_aside(copy.path):
        return copy
    folder = copy.path.parent / DAMAGED
    folder.mkdir(mode=0o700, exist_ok=True)
    taken = {entry.name.casefold() for entry in os.scandir(folder)}
    path = folder / free_name(copy.path.name, taken)
    aside = replace(copy, path=path, state=CopyState.DAMAGED)
    write_sidecars(aside)
    os.replace(copy.path, path)
    sync_folder(folder)
    sync_folder(copy.path.parent)
    for beside in (checksum_file(copy.path), facts_file(copy.path)):
        beside.unlink(missing_ok=True)
    return aside
