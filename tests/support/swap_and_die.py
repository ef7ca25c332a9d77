"""Run as a program: swaps two databases, and kills or stops itself at the step it was told."""

from __future__ import annotations

import os
import signal
import sys
import threading

from kuroibara_backup.database.replace.swap import swap


def main(admin: str, live: str, incoming: str, kept: str, at: str) -> None:
    def on_step(step: str) -> None:
        if step == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if at == f"frozen at {step}":
            os.kill(os.getpid(), signal.SIGSTOP)

    if at.startswith("after "):
        threading.Timer(float(at[6:]), lambda: on_step(at)).start()
    swap(admin, live=live, incoming=incoming, kept=kept, on_step=on_step)


if __name__ == "__main__":
    main(*sys.argv[1:])
