"""Write docs/settings.md from the settings class, the one place where a setting is explained."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from kuroibara_backup.settings import Settings

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"
HEADING = """\
# Settings of the engine

Environment variables, or lines of a `.env` file in the working directory; read once at start. One
that is set to nothing counts as not set. This page is written by `packaging/settings_page.py` from
`kuroibara_backup/settings.py`.

| Variable | Default | What it says |
|---|---|---|
"""


def page() -> str:
    """Return the whole page."""
    return HEADING + "".join(_row(name, field) for name, field in Settings.model_fields.items())


def _row(name: str, field: FieldInfo) -> str:
    return f"| `{name.upper()}` | {_default(field.default)} | {field.description} |\n"


def _default(value: object) -> str:
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        value = str(value).lower()
    return f"`{value}`" if value not in (None, ()) else "none"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
