"""How do log lines look, for people and for programs?

Loggers are named for what they tell of: `backup`, `scheduler`, `restore`. The name stands in every
line, so `grep -i backup` and `grep -i scheduler` find them. Nothing secret is ever logged.
"""

from __future__ import annotations

import logging
import sys
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

OWN = ("backup", "scheduler", "restore")


class LogFormat(Enum):
    """Lines for people, or one JSON object a line with `timestamp level logger event`."""

    PLAIN = "plain"
    JSON = "json"


def set_up_logs(form: LogFormat = LogFormat.PLAIN) -> None:
    """Send everything from level INFO on to standard error; calling it again changes the form."""
    import structlog  # it takes a tenth of a second, and the commands about a file log nothing

    before: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    render: list[Any] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if form is LogFormat.JSON:
        render += [structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()]
    else:
        render += [structlog.processors.format_exc_info, _plain]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=before, processors=render)
    )
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    # The jobs say by themselves that PostgreSQL is away, and say it once.
    logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
    for name in OWN:
        logging.getLogger(name).setLevel(logging.INFO)


def _plain(_logger: object, _method: str, event: MutableMapping[str, Any]) -> str:
    fields: Mapping[str, Any] = dict(event)
    known = ("timestamp", "level", "logger", "event", "exception")
    more = "".join(f" {name}={value}" for name, value in fields.items() if name not in known)
    line = f"{fields['timestamp']} {fields['level']} {fields['logger']}: {fields['event']}{more}"
    broken = fields.get("exception")
    # A line break inside a message would look like another line of the log.
    escaped = "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)
    return escaped if broken is None else f"{escaped}\n{broken}"
