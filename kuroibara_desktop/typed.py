"""What the commands share: options and what they mean, and how Ctrl-C is heard."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kuroibara_backup.errors import Cancelled, InvalidRequest
from kuroibara_desktop.core.ways import way_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from kuroibara_desktop.core.ways import Way

EXIT_STATUSES = (
    "Exit status: 0 good · 1 unexpected · 2 usage · 3 damaged · 4 not a backup · 5 refused ·"
    " 6 no connection · 7 not allowed · 130 interrupted"
)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
TokenFile = Annotated[
    Path | None,
    typer.Option(
        "--token-file",
        metavar="FILE",
        help="Keep the sign-in in this file (mode 0600), for machines without a keyring; "
        "sealed with the passphrase in KUROIBARA_PASSPHRASE, where that is set.",
    ),
]
CodeOption = Annotated[
    str | None, typer.Option("--code", metavar="CODE", help="Code of the second factor.")
]
ServerOption = Annotated[
    str | None,
    typer.Option(
        "--server", metavar="ADDRESS", help="Address of the server, if not the one set up."
    ),
]
ArchiveOption = Annotated[
    Path | None,
    typer.Option("--archive", metavar="FOLDER", help="Archive folder, if not the one set up."),
]
ProxyOption = Annotated[
    str | None,
    typer.Option(
        "--proxy", metavar="ADDRESS", help="Reach this server through a proxy; `direct` for none."
    ),
]
HeaderFile = Annotated[
    Path | None,
    typer.Option(
        "--header-file", metavar="FILE", help="Headers that a gateway wants, one a line; kept."
    ),
]


def way_given(proxy: str | None, header_file: Path | None) -> Way | None:
    """How the server is reached; None where nothing was given, so what was kept holds."""
    if proxy is None and header_file is None:
        return None
    try:
        headers = header_file.read_text(encoding="utf-8") if header_file else ""
    except (OSError, UnicodeDecodeError) as exc:
        raise InvalidRequest(
            f"The headers in {header_file} cannot be read.", remedy="Check its path and owner."
        ) from exc
    return way_of(proxy or "", headers)


@contextmanager
def interruptible() -> Iterator[Callable[[], None]]:
    """The first Ctrl-C or SIGTERM stops the work in good order, the second at once."""
    asked = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    def check() -> None:
        if asked:
            raise Cancelled

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield check
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
