"""Which names from a server may become names of files here."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kuroibara_desktop.core.errors import HostileName

if TYPE_CHECKING:
    from collections.abc import Container

ENDING = ".tar.gz"
IMPORTING = ".importing.part"  # a file on its way in
_LONGEST = 215  # bytes: the ending of a part or sidecar must still fit into 255
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_NOT_EVERYWHERE = re.compile(r'[<>:"|?*]')


def local_name(remote: str) -> str:
    """The file name for a backup that the server calls `remote`; raises `HostileName`.

    Characters that some drives cannot hold become `_`; what could leave the folder, hide or
    mislead is refused.
    """
    why = objection(remote)
    if why:
        shown = remote.encode("ascii", "backslashreplace").decode()[:80]
        raise HostileName(f"The server calls a backup {shown!r}: the name {why}.")
    return _NOT_EVERYWHERE.sub("_", remote)


def objection(name: str) -> str:
    """Why no file here or on a server may be called `name`, completing "the name …"; or nothing."""
    if not name.endswith(ENDING) or name == ENDING:
        return f"does not end in {ENDING}"
    if "/" in name or "\\" in name:
        return "would lead into another folder"
    if name.startswith((".", "~", " ")):
        return "would be hidden"
    if any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for c in name):
        return "holds characters that cannot be seen"
    if name.removesuffix(ENDING).endswith((".", " ")):
        return "ends in a dot or a space"
    if _DEVICES.fullmatch(name):
        return "means a device on some systems"
    if len(name.encode()) > _LONGEST:
        return "is too long"
    return ""


def free_name(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or the same with a number when that name is taken (after case folding)."""
    stem, number, name = wanted.removesuffix(ENDING), 1, wanted
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{ENDING}"
    return name
