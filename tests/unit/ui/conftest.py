"""Qt without a screen, and the look that widgets ask for."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen:size=1920x1200")

from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.ui import theme
from kuroibara_desktop.ui.theme import ThemeChoice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def look(qapp: QApplication) -> theme.Appearance:
    return theme.start(qapp, ThemeChoice.LIGHT)
