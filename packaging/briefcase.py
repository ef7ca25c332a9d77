"""Write the [tool.briefcase] part of pyproject.toml from briefcase.toml, its single source.

Briefcase reads pyproject.toml only; this keeps what it reads there the same as what people edit.
"""

from __future__ import annotations

from pathlib import Path

BEGIN = "# From here on written by packaging/briefcase.py: change briefcase.toml and run it.\n"
ROOT = Path(__file__).resolve().parent.parent


def with_description(pyproject: str, briefcase: str) -> str:
    """Return `pyproject` with the description that `briefcase` holds as its last part."""
    kept = pyproject.partition(BEGIN)[0].rstrip("\n")
    described = briefcase[briefcase.index("[tool.briefcase]") :]
    return f"{kept}\n\n{BEGIN}{described}"


def main() -> None:
    target = ROOT / "pyproject.toml"
    described = (ROOT / "briefcase.toml").read_text(encoding="utf-8")
    written = with_description(target.read_text(encoding="utf-8"), described)
    target.write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
