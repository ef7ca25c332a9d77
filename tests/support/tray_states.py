"""Run as a program: the window's icon in a real tray, once in each of its states. FOLDER

What the corner with the tray shows is saved there, STATE.png each; ends by itself.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kuroibara_desktop.core.progress import Progress, Stage
from kuroibara_desktop.core.reminders import Rules
from kuroibara_desktop.core.safety import Doing
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.demo.pilot import rest
from kuroibara_desktop.profile import Home
from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.desk import Desk
from kuroibara_desktop.ui.home.view import viewed
from kuroibara_desktop.ui.listing import Look
from kuroibara_desktop.ui.tray import Tray
from kuroibara_desktop.ui.window import MainWindow
from kuroibara_desktop.ui.works import Lane, Work
from tests.support.waiting import until
from tests.unit.ui.samples import NOW, both, damaged_here, on_server

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from kuroibara_desktop.core.backups import Backup

CORNER = 40
ROWS: dict[Doing, tuple[Backup, ...]] = {
    Doing.PROTECTED: (both("a"),),
    Doing.ATTENTION: (both("a", suspect=True),),
    Doing.TROUBLE: (damaged_here("a"),),
    Doing.WAITING: (on_server("a"),),
}


def long(check: Callable[[], None]) -> Generator[Progress, None, None]:
    while True:
        check()
        yield Progress(stage=Stage.COPYING)


def main(folder: Path) -> None:
    app = QApplication(sys.argv)
    theme.start(app, theme.ThemeChoice.LIGHT)
    home = Home(config=folder, data=folder)
    window = MainWindow(home, partial(Desk, home))
    window.complete()
    tray = Tray(window)
    tray.start()

    def come_to(state: Doing) -> None:
        def there() -> bool:
            rest(50)
            return tray.there and tray.state is state

        until(there, seconds=20)
        rest(500)  # the tray draws it by itself
        screen = app.primaryScreen()
        size = screen.size()
        place = (size.width() - CORNER, size.height() - CORNER, CORNER, CORNER)
        screen.grabWindow(0, *place).save(str(folder / f"{state.value}.png"))

    for state, rows in ROWS.items():
        look = Look(backups=rows, place="Elements", free=2**40)
        window.doors.home.show_view(viewed(look, Watch(began=NOW), Rules(), now=NOW)[0])
        come_to(state)
    window.works.add(Work(title="Copying a", lane=Lane.HERE, steps=long, key="a"))
    come_to(Doing.WORKING)
    window.works.cancel_all()
    window.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
