"""The Settings page and its list keep step, and so do the choices for the app itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from kuroibara_desktop.demo.pilot import Pilot
from kuroibara_desktop.profile import Keep
from kuroibara_desktop.ui.settings.app_section import AppSection
from kuroibara_desktop.ui.settings.diagnostics import Diagnosis
from kuroibara_desktop.ui.settings.diagnostics_section import DiagnosticsSection
from kuroibara_desktop.ui.settings.page import SettingsPage
from kuroibara_desktop.ui.settings.pieces import Section
from kuroibara_desktop.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kuroibara_desktop.ui.theme import Appearance

DIAGNOSIS = Diagnosis(
    app="1.2",
    python="3.11",
    qt="6.9",
    system="Linux",
    config=Path.home() / ".config" / "kuroibara",
    data=Path("/data"),
    archive=None,
    archive_trouble="",
    keep=Keep.KEYRING,
    servers=("https://anna:secret@home.example (backup engine)",),
)


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage()
    made.add("app", "appearance", "This app", AppSection)
    made.add("diagnostics", "info", "Diagnostics", DiagnosticsSection)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_section("app")
    return made


def test_a_press_in_the_list_brings_the_section_to_the_front(page: SettingsPage) -> None:
    pilot = Pilot()
    assert page.key == "app"
    pilot.click("Diagnostics")
    assert page.key == "diagnostics"
    assert pilot.reads("Where things are")


def test_a_section_hears_when_it_comes_to_the_front(page: SettingsPage, qtbot: QtBot) -> None:
    page.show_section("diagnostics")
    with qtbot.waitSignal(page.section.opened):
        page.show_section("diagnostics")


def test_a_section_is_made_once_and_only_when_it_comes_to_the_front(
    page: SettingsPage,
) -> None:
    def made() -> list[str]:
        return [section.title for section in page.findChildren(Section)]

    assert made() == ["This app"]
    page.show_section("diagnostics")
    page.show_section("app")
    page.show_section("diagnostics")
    assert made() == ["This app", "Diagnostics"]


def test_where_there_is_little_room_the_list_keeps_its_names_for_who_hears(
    page: SettingsPage,
) -> None:
    page.resize(600, 500)
    pilot = Pilot()
    pilot.click("Diagnostics")
    assert page.key == "diagnostics"


def test_the_theme_is_asked_for_and_follows_what_is_chosen_elsewhere(
    look: Appearance, qtbot: QtBot
) -> None:
    section = AppSection()
    qtbot.addWidget(section)
    with qtbot.waitSignal(section.theme_chosen) as asked:
        section.theme.chosen.emit(ThemeChoice.DARK)
    assert asked.args == [ThemeChoice.DARK]
    look.choose(ThemeChoice.DARK)
    assert section.theme.value() is ThemeChoice.DARK
    look.choose(ThemeChoice.LIGHT)
    assert section.theme.value() is ThemeChoice.LIGHT


def test_starting_at_log_in_is_offered_only_where_it_is_possible(
    look: Appearance, qtbot: QtBot
) -> None:
    section = AppSection()
    qtbot.addWidget(section)
    section.show()
    assert not section.autostart.isVisible()
    section.offer_autostart(on=True)
    assert section.autostart.isVisible()
    assert section.autostart.isChecked()


def test_a_refused_log_in_entry_is_said(look: Appearance, qtbot: QtBot) -> None:
    section = AppSection()
    qtbot.addWidget(section)
    section.offer_autostart(on=False)
    section.autostart_chosen.connect(lambda _on: section.offer_autostart(on=False))
    section.autostart.click()
    assert "does not let" in section.notice.text()


def test_the_report_tells_no_secret_and_no_name_of_a_home_folder(
    look: Appearance, qtbot: QtBot
) -> None:
    section = DiagnosticsSection()
    qtbot.addWidget(section)
    section.show_diagnosis(DIAGNOSIS)
    section.copy.click()
    report = QGuiApplication.clipboard().text()
    assert "Kuroibara Desktop 1.2" in report
    assert "secret@" not in report.replace("[secret]@", "")
    assert str(Path.home()) not in report
    assert "clipboard" in section.notice.text()
