"""How controls are drawn: one Qt style sheet whose colours are filled in from the theme.

Widgets choose a look by the dynamic property `kind` ("primary", "card", "pill", ...).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# `@role` is a colour of the theme, `12p` a length in pixels that grows with the system's text.
_SHEET = """
* { outline: none; }
QWidget { color: @text; }
QMainWindow, QDialog, QWidget[kind="page"] { background: @bg; }
QLabel { background: transparent; }
QLabel[kind="muted"] { color: @muted; }
QLabel[kind="ok"] { color: @ok; }
QLabel[kind="warn"] { color: @warn; }
QLabel[kind="bad"] { color: @bad; }
QLabel[kind="badge"] {
    background: @ok_soft; color: @ok; border-radius: 9px; padding: 1px 8px; min-width: 8p;
}
QToolTip { background: @surface; color: @text; border: 1px solid @edge; padding: 4px 6px; }

QFrame[kind="card"] { background: @surface; border: 1px solid @line; border-radius: 12px; }
QFrame[kind="verdict"] { background: @raised; border-radius: 12px; border: 1px solid @line; }
QFrame[kind="verdict"][tone="ok"] { background: @ok_soft; border-color: @ok_soft; }
QFrame[kind="verdict"][tone="warn"] { background: @warn_soft; border-color: @warn_soft; }
QFrame[kind="verdict"][tone="bad"] { background: @bad_soft; border-color: @bad_soft; }
QFrame[kind="sidebar"] { background: @side; }
QFrame[kind="rule"] { background: @line; border: none; }
QFrame[kind="notice"] { border-radius: 8px; border: none; background: @raised; }
QFrame[kind="notice"][tone="ok"] { background: @ok_soft; }
QFrame[kind="notice"][tone="warn"] { background: @warn_soft; }
QFrame[kind="notice"][tone="bad"] { background: @bad_soft; }

QPushButton {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 8px;
    padding: 0 14p; min-height: 34p; font-weight: 500;
}
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @accent; padding: 0 13p; }
QPushButton:disabled { color: @faint; background: transparent; border-color: @line; }
QPushButton[kind="primary"] {
    background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[kind="primary"]:pressed { background: @accent_pressed; border-color: @accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 0 13p; }
QPushButton[kind="primary"]:disabled {
    background: @line; color: @muted; border-color: @line;
}
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: @raised; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; }
QPushButton[kind="quiet"]:disabled { background: transparent; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; color: @accent; padding: 0 6p;
    min-height: 26p; font-weight: 600;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; border-radius: 6px; padding: 0 5p; }
QPushButton[kind="filter"] { background: transparent; color: @muted; padding: 0 10p; }
QPushButton[kind="filter"]:hover { background: @surface; }
QPushButton[kind="filter"]:focus { padding: 0 9p; }
QPushButton[kind="filter"][chosen="yes"] {
    background: @accent_soft; color: @accent; border-color: @accent_soft; font-weight: 600;
}
QPushButton[kind="filter"][chosen="yes"]:focus { border-color: @accent; }
QPushButton[kind="server"] { min-height: 58p; padding: 0; border: none; background: transparent; }
QPushButton[kind="nav"] {
    background: transparent; border: 2px solid transparent; border-radius: 8px; text-align: left;
    padding: 0 8p; min-height: 34p; font-weight: 500;
}
QPushButton[kind="nav"]:hover { background: @raised; }
QPushButton[kind="nav"]:checked { background: @accent_soft; color: @accent; font-weight: 600; }
QPushButton[kind="nav"]:focus { border-color: @accent; }

QLineEdit, QPlainTextEdit {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 8px;
    padding: 0 10p; min-height: 34p; selection-background-color: @accent;
    selection-color: @on_accent;
}
QPlainTextEdit { padding: 8p; }
QLineEdit[kind="search"] { padding: 0 4p; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid @accent; padding: 0 9p; }
QPlainTextEdit:focus { padding: 7p; }
QLineEdit[kind="search"]:focus { padding: 0 3p; }
QLineEdit[kind="code"] { font-size: 22p; font-weight: 600; }
QLineEdit:disabled { color: @faint; background: @bg; }

QComboBox, QAbstractSpinBox {
    background: @surface; color: @text; border: 1px solid @edge; border-radius: 8px;
    padding: 0 10p; min-height: 34p; selection-background-color: @accent;
    selection-color: @on_accent;
}
QComboBox { padding-right: 32p; combobox-popup: 0; }
QComboBox:hover { background: @raised; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @accent; padding: 0 9p; }
QComboBox:focus { padding-right: 31p; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: @faint; background: @bg; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; background: transparent; padding: 0; min-height: 0;
}
QComboBox::drop-down, QComboBox::down-arrow { border: none; width: 0; image: none; }
QComboBox QAbstractItemView {
    background: @surface; border: 1px solid @edge; padding: 4px;
    selection-background-color: @accent_soft; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 30p; padding: 0 8p; }

QTableView {
    background: transparent; border: none; selection-background-color: @accent_soft;
    selection-color: @text; gridline-color: @line;
}
QListWidget {
    background: @surface; border: 1px solid @edge; border-radius: 8px; padding: 4px;
    selection-background-color: @accent_soft; selection-color: @text;
}
QListWidget:focus { border: 2px solid @accent; padding: 3px; }
QHeaderView { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @edge; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; width: 0; height: 0;
}
QScrollArea { background: transparent; border: none; }

QProgressBar { border: none; max-height: 6px; min-height: 6px; }

QMenu { background: @surface; border: 1px solid @edge; border-radius: 8px; padding: 6px; }
QMenu::item { padding: 7p 24p 7p 12p; border-radius: 6px; }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::icon { padding-left: 10p; }
"""


def written_with(roles: Mapping[str, object], scale: float) -> str:
    """The sheet with every `@role` and every scaled length filled in."""
    colored = re.sub(r"@(\w+)", lambda found: str(roles[found[1]]), _SHEET)
    return re.sub(r"\b(\d+)p\b", lambda found: f"{round(int(found[1]) * scale)}px", colored)
