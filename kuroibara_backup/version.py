"""Which version of the engine is this?"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def tool_version() -> str:
    """The installed version, or 0 where the code runs without having been installed."""
    try:
        return version("kuroibara-desktop")
    except PackageNotFoundError:
        return "0"
