"""Run as a program: restores or rolls back, and kills itself by SIGKILL at the step it was told.

restore FILE STEP [FAILING]   with FAILING, an error is raised at that step, so that it is undone
rollback STEP
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from kuroibara_backup.database.state.store import open_state
from kuroibara_backup.errors import Refused
from kuroibara_backup.service.audit import ENGINE
from kuroibara_backup.service.engine import opened
from kuroibara_backup.service.restore.model import Wanted
from kuroibara_backup.service.restore.restores import restores_of
from kuroibara_backup.settings import read_settings
from tests.support.restoring import control


class Steps:
    def __init__(self, deadly: str, failing: str | None) -> None:
        self._deadly = deadly
        self._failing = failing
        self._failed = failing is None

    def __call__(self, step: str) -> None:
        if not self._failed:
            if step == self._failing:
                self._failed = True
                raise Refused("It was not done, for the test has it so.", code="test")
            return
        if step == self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)


def main(what: str, *arguments: str) -> None:
    settings = read_settings()
    with opened(settings) as service:
        url = settings.backup_state_url
        state = open_state(settings.kuroibara_url, url.get_secret_value() if url else None)
        deadly, failing = (
            (arguments[1], arguments[2] if len(arguments) > 2 else None)
            if what == "restore"
            else (arguments[0], None)
        )
        restores = restores_of(
            settings,
            state,
            service.place,
            service.catalogue,
            service.keeping,
            service.jobs,
            service.rights,
            lambda: datetime.now(UTC),
            on_step=Steps(deadly, failing),
        )
        if what == "restore":
            plan = restores.plan_now(Path(arguments[0]), Wanted(), control())
            restores.restore_now(plan, control(), by=ENGINE)
        else:
            found, _lost = restores.rollbacks.lost(None, control())
            restores.rollbacks.now(found, control(), by=ENGINE)


if __name__ == "__main__":
    main(*sys.argv[1:])
