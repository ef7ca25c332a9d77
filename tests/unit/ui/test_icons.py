from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtSvg import QSvgRenderer

import kuroibara_desktop.ui
from kuroibara_desktop.ui import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from kuroibara_desktop.ui.theme import Appearance

UI = Path(kuroibara_desktop.ui.__file__).parent


def painted(image: QImage) -> set[str]:
    """The opaque colours of a picture."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn(name: str, look: Appearance) -> None:
    assert QSvgRenderer(str(UI / "icons" / f"{name}.svg")).isValid()
    assert painted(icons.pixmap(name, "text", 24, 2.0).toImage())


def test_an_icon_takes_the_color_of_its_role(look: Appearance) -> None:
    assert painted(icons.pixmap("plus", "accent", 24, 2.0).toImage()) == {
        look.tokens.color("accent").name()
    }


def test_icons_are_sharp_on_a_dense_screen(look: Appearance) -> None:
    image = icons.pixmap("verify", "text", 20, 2.0)
    assert (image.width(), image.devicePixelRatio()) == (40, 2.0)


@pytest.mark.parametrize("name", sorted(set(icons.names()) - {"app"}))
def test_icons_leave_their_color_to_the_theme(name: str) -> None:
    text = (UI / "icons" / f"{name}.svg").read_text()
    assert "currentColor" in text
    assert not re.search(r"#[0-9A-Fa-f]{3,6}", text)


def test_the_app_icon_comes_in_every_size_a_desktop_asks_for(look: Appearance) -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 24, 32, 48, 64, 128, 256} <= sizes


def test_icons_lie_in_a_package_so_that_a_wheel_brings_them() -> None:
    assert (UI / "icons" / "__init__.py").is_file()
    settings = (UI.parents[1] / "pyproject.toml").read_text()
    assert re.search(r"\[tool\.setuptools\.package-data\]\n\"\*\" = .*\"\*\.svg\"", settings)
