from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

import kuroibara_desktop.ui
from kuroibara_desktop.ui import stylesheet, theme
from kuroibara_desktop.ui.theme import DARK, LIGHT, TEXT_PAIRS, ThemeChoice, Tokens, contrast

if TYPE_CHECKING:
    from kuroibara_desktop.ui.theme import Appearance

AA = 4.5
UI = Path(kuroibara_desktop.ui.__file__).parent
ROLES = [field.name for field in fields(Tokens) if field.name != "dark"]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS, ids="-".join)
def test_text_can_be_read_on_its_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= AA


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ROLES)
def test_both_themes_name_a_color_for_every_role(tokens: Tokens, role: str) -> None:
    assert QColor(getattr(tokens, role)).isValid()


@pytest.mark.parametrize(
    "file", sorted(UI.rglob("*.py")), ids=lambda file: str(file.relative_to(UI))
)
def test_nothing_else_names_a_color(file: Path) -> None:
    if file.name == "theme.py":
        return
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|rgba?\(|GlobalColor\.(?!transparent)", text)


def test_the_style_sheet_asks_only_for_roles_there_are() -> None:
    written = stylesheet.written_with(dict.fromkeys(ROLES, "ink"), 1.0)
    assert "@" not in written


def test_lengths_grow_with_the_text_of_the_system() -> None:
    roles = dict.fromkeys(ROLES, "ink")
    assert "min-height: 34px" in stylesheet.written_with(roles, 1.0)
    assert "min-height: 51px" in stylesheet.written_with(roles, 1.5)


def test_a_larger_system_font_makes_larger_text(qapp: QApplication) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPixelSize(21)
    qapp.setFont(large)
    try:
        look = theme.start(qapp, ThemeChoice.LIGHT)
        assert look.scale == pytest.approx(1.5)
        assert look.font(theme.Type.BODY).pixelSize() == 21
        assert look.font(theme.Type.TITLE).pixelSize() == 36
    finally:
        qapp.setFont(before)


def test_a_choice_reaches_palette_and_style_sheet(qapp: QApplication, look: Appearance) -> None:
    label = QLabel("words")
    look.choose(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert DARK.accent in qapp.styleSheet()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    look.choose(ThemeChoice.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.bg)
