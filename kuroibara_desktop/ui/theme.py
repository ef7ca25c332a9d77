"""Which colours and type sizes the interface uses, in light and in dark.

This is the only place that names a colour. Everything else asks the current `Tokens` for a role
("accent", "muted", ...), so that a theme change reaches every pixel and one test can check the
contrast of every pair.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette

from kuroibara_desktop.ui import stylesheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme: a colour for every role."""

    dark: bool
    bg: str
    side: str
    surface: str
    raised: str  # hover of controls that lie on a surface
    line: str
    edge: str  # borders of controls, stronger than a hairline
    text: str
    muted: str
    faint: str  # disabled text: exempt from AA, like every disabled control
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str

    def color(self, role: str) -> QColor:
        return QColor(getattr(self, role))


LIGHT = Tokens(
    dark=False,
    bg="#F6F4F6",
    side="#EFECF0",
    surface="#FFFFFF",
    raised="#F8F6F9",
    line="#E3DEE5",
    edge="#D5CED8",
    text="#1C1920",
    muted="#6A6370",
    faint="#A69FAB",
    accent="#B01E4B",
    accent_hover="#9C1A42",
    accent_pressed="#861538",
    accent_soft="#F7E4EB",
    on_accent="#FFFFFF",
    ok="#23744F",
    ok_soft="#E2F2EA",
    warn="#96600A",
    warn_soft="#FBF0DA",
    bad="#B3261E",
    bad_soft="#FBE6E4",
)
DARK = Tokens(
    dark=True,
    bg="#161318",
    side="#1B171E",
    surface="#211C25",
    raised="#2A242F",
    line="#332C38",
    edge="#443B4A",
    text="#F0EBF2",
    muted="#A79DAE",
    faint="#6F6676",
    accent="#EE6A90",
    accent_hover="#F27F9F",
    accent_pressed="#E0557E",
    accent_soft="#3A2330",
    on_accent="#1C0A12",
    ok="#66CFA2",
    ok_soft="#1D3229",
    warn="#EABB62",
    warn_soft="#372C18",
    bad="#F28B82",
    bad_soft="#3B2220",
)

# Every pair of text and ground the interface puts together. A new pair is added here first.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("bg", "side", "surface", "raised")),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "accent_soft"),
    ("accent", "surface"),
    ("accent", "bg"),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *((ink, "surface") for ink in ("ok", "warn", "bad")),
    *((ink, "bg") for ink in ("warn", "bad")),
    *((ink, f"{ink}_soft") for ink in ("ok", "warn", "bad")),
    *(("text", f"{ink}_soft") for ink in ("ok", "warn", "bad")),
)


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours; AA asks 4.5 of text."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(name: str) -> float:
    color = QColor(name)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palette(tokens: Tokens) -> QPalette:
    """Qt's own palette, so that native pieces (menus, dialogs, carets) match the style sheet."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "raised"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "muted"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "bad"),
        (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "on_accent"),
        (roles.Accent, "accent"),
        (roles.Link, "accent"),
        (roles.LinkVisited, "accent"),
        (roles.Light, "raised"),
        (roles.Midlight, "line"),
        (roles.Mid, "line"),
        (roles.Dark, "edge"),
        (roles.Shadow, "edge"),
    ):
        made.setColor(role, tokens.color(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("faint"))
    return made


class ThemeChoice(Enum):
    """What the user asked for; the stored word is the value."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Type(Enum):
    """The type scale: size in pixels at 100 % text, weight."""

    TITLE = (24, 700)
    FIGURE = (22, 650)
    CARD_TITLE = (15, 650)
    BODY = (14, 400)
    STRONG = (14, 600)
    DETAIL = (13, 400)
    SMALL = (12, 400)
    SMALL_STRONG = (12, 600)


_BODY_PIXELS = Type.BODY.value[0]


class Appearance(QObject):
    """The theme in force. It follows the system until the user chooses otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._family = app.font().family()
        # Someone who asked their system for larger text gets larger text here; nobody gets smaller.
        self._scale = max(1.0, QFontInfo(app.font()).pixelSize() / _BODY_PIXELS)
        # What the platform's own palette looks like, before ours covers it: some platforms
        # (offscreen, bare X11) never report a colour scheme.
        window, text = (
            app.palette().color(r)
            for r in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText)
        )
        self._dark_palette = window.lightness() < text.lightness()
        self._tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def scale(self) -> float:
        """How much larger than 100 % the system's text is."""
        return self._scale

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._apply()

    def font(self, kind: Type) -> QFont:
        pixels, weight = kind.value
        font = QFont(self._family)
        font.setPixelSize(round(pixels * self._scale))
        font.setWeight(QFont.Weight(weight))
        return font

    def figures(self, kind: Type) -> QFont:
        """The same font with digits of equal width, for columns of numbers."""
        font = self.font(kind)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _follow_system(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _wanted(self) -> Tokens:
        if self._choice is not ThemeChoice.SYSTEM:
            return DARK if self._choice is ThemeChoice.DARK else LIGHT
        scheme = self._app.styleHints().colorScheme()
        if scheme is Qt.ColorScheme.Unknown:
            return DARK if self._dark_palette else LIGHT
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        self._tokens = self._wanted()
        self._app.setPalette(palette(self._tokens))
        self._app.setFont(self.font(Type.BODY))
        roles = {f.name: getattr(self._tokens, f.name) for f in fields(Tokens)}
        self._app.setStyleSheet(stylesheet.written_with(roles, self._scale))
        self.changed.emit()


_current: list[Appearance] = []


def start(app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> Appearance:
    """Give the application its look; called once, before the first widget."""
    app.setStyle("Fusion")  # the one style that draws the same on every system and takes a palette
    _current[:] = [Appearance(app, choice)]
    return _current[0]


@contextmanager
def dressed_at_once(app: QApplication) -> Iterator[None]:
    """Style what is built meanwhile when it is complete, not at each step anew, as Qt would."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def current() -> Appearance:
    """The look in force; `start` must have been called."""
    return _current[0]
