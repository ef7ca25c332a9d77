"""Which demo is asked for, where it keeps its things, and how it ends."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kuroibara_backup.errors import BackupError, Cancelled
from kuroibara_desktop import app, wishes
from kuroibara_desktop.core.automatic import CopyRules, Databases, Fulls
from kuroibara_desktop.demo.keyring_session import private_keyring
from kuroibara_desktop.demo.offscreen import SIZE, without_display
from kuroibara_desktop.demo.once import Walk, checked, new_name
from kuroibara_desktop.demo.pilot import LostError, Pilot
from kuroibara_desktop.demo.ready import make_ready
from kuroibara_desktop.demo.server import DemoServer, running_server
from kuroibara_desktop.profile import HOME_VARIABLE, Home
from kuroibara_desktop.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.once:
        without_display()
    app.on_signals(_interrupt)  # whoever ends the demo ends its server and its keyring too
    try:
        with ExitStack() as running:
            folder = _folder(options.dir, running, keep=options.once)
            bus = running.enter_context(private_keyring(folder))
            if not bus:
                _say("No keyring can be started here: the sign-in is kept for this session only.")
            # Even an empty address is better than the user's own keyring.
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus or "unix:path=/nonexistent"
            _say("Starting the demo server…")
            # In a temporary folder the server keeps nothing either.
            place = folder / "server" if options.dir else None
            server = running.enter_context(running_server(place, folder / "server.log"))
            _say(f"The demo server runs at {server.url}")
            return (_once if options.once else _window)(folder, server)
    except BackupError as error:
        _say(f"{error.sentence} {error.remedy}".strip())
        return error.exit_status
    except (Cancelled, KeyboardInterrupt):
        return 130


def _once(folder: Path, server: DemoServer) -> int:
    """The whole job without a display; the last line on standard output is the outcome."""
    began = time.monotonic()
    shutil.rmtree(folder / "desktop", ignore_errors=True)  # a newcomer has no settings yet
    archive = _new(folder / "archive")
    name = new_name(server)
    outcome: dict[str, object] = dict.fromkeys(("backup", "size", "sha256"))
    outcome |= {"verified": False, "vault_path": None}
    stop = threading.Event()
    app.on_signals(stop.set)

    def check() -> None:
        if stop.is_set():
            raise Cancelled
        server.check()

    home = _home(folder)
    # The walk presses for every copy; nothing is to come before it does.
    wishes.save(home, Wishes(copies=CopyRules(databases=Databases.NONE, fulls=Fulls.NONE)))
    window = app.window(app.application(), home)
    window.resize(*SIZE)
    window.show()
    walk = Walk(
        pilot=Pilot(patience=120.0, check=check),
        server=server,
        archive=archive,
        pictures=_new(folder / "screenshots"),
        name=name,
    )
    try:
        walk.whole()
        outcome |= checked(server, archive, name)
        status = 0
    except (LostError, BackupError) as error:
        _say(f"The demo did not get through: {error}")
        status = error.exit_status if isinstance(error, BackupError) else 1
    finally:
        window.close()
    outcome |= {"screenshots": walk.taken, "seconds": round(time.monotonic() - began, 1)}
    sys.stdout.write(json.dumps(outcome) + "\n")
    sys.stdout.flush()
    return status


def _window(folder: Path, server: DemoServer) -> int:
    """The real window, signed in, with a full backup on the server and an empty archive."""
    make_ready(_home(folder), server, folder / "archive", say=_say, check=server.check)
    _say("The window is open. Close it to end the demo.")
    return app.main(lasting=False)


def _interrupt() -> None:
    raise KeyboardInterrupt


def _home(folder: Path) -> Home:
    os.environ[HOME_VARIABLE] = str(folder / "desktop")
    return Home.of_user(os.environ)


def _folder(wanted: Path | None, running: ExitStack, *, keep: bool) -> Path:
    """The folder asked for; else a temporary one, which outlives the demo only to be looked at."""
    if wanted is not None:
        # Not private: PostgreSQL, which never runs as root, must get through.
        wanted.mkdir(mode=0o711, parents=True, exist_ok=True)
        return wanted.resolve()
    made = Path(tempfile.mkdtemp(prefix="kuroibara-demo-"))
    if not keep:
        running.callback(shutil.rmtree, made, ignore_errors=True)
    _say(f"Everything is kept in {made}" if keep else f"Everything is in {made} until the end.")
    return made


def _new(folder: Path) -> Path:
    """`folder`, or the same with a number where an earlier demo left one."""
    place, number = folder, 1
    while place.exists():
        number += 1
        place = folder.with_name(f"{folder.name}-{number}")
    return place


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kuroibara_desktop.demo",
        description="A demo server and the real window on it. Nothing of your own is touched.",
    )
    parser.add_argument(
        "--once", action="store_true", help="needs no display: do the main job, report, end"
    )
    parser.add_argument(
        "--dir", type=Path, metavar="DIR", help="keep everything here; used again next time"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
