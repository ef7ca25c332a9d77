"""A list in the settings that is made anew keeps the keyboard, and its words fit the number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.rules import KeepRules
from kuroibara_desktop.demo.pilot import Pilot, name_of
from kuroibara_desktop.profile import KnownServer
from kuroibara_desktop.ui.settings.offered_section import OfferedSection
from kuroibara_desktop.ui.settings.servers_section import ServersSection
from kuroibara_desktop.ui.settings.servers_work import Seen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance


def seen(name: str, *, in_use: bool = False) -> Seen:
    known = KnownServer(address=f"https://{name}.example", name=name, engine=True)
    return Seen(known=known, in_use=in_use, signed_in=True)


@pytest.fixture
def section(look: Appearance, qtbot: QtBot) -> ServersSection:
    made = ServersSection()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_servers((seen("home", in_use=True), seen("friend")))
    return made


def focused(pilot: Pilot) -> str:
    at = pilot.focused()
    return name_of(at) if at is not None else ""


def test_the_keyboard_stays_at_the_server_that_was_renamed(section: ServersSection) -> None:
    pilot = Pilot()
    pilot.click("Rename: friend")
    renamed = seen("friend")
    renamed = replace(renamed, known=replace(renamed.known, name="Mika's"))
    section.show_servers((seen("home", in_use=True), renamed))
    pilot.wait("the keyboard", lambda: focused(pilot) == "Rename: Mika's")


def test_the_keyboard_stays_near_what_is_gone(section: ServersSection) -> None:
    pilot = Pilot()
    pilot.click("Forget: friend")
    section.show_servers((seen("home", in_use=True),))
    pilot.wait("the keyboard", lambda: focused(pilot) == "Forget: home")


def test_one_day_is_not_said_as_several(look: Appearance, qtbot: QtBot) -> None:
    section = OfferedSection()
    qtbot.addWidget(section)
    rules = KeepRules(
        enabled=True, daily=1, weekly=1, monthly=2, yearly=None, at_most=30, manual=False
    )
    assert section._rules(rules) == "1 day · 1 week · 2 months · at most 30"
