"""The settings page says what the settings class says."""

from __future__ import annotations

import runpy

from tests.support.pins import ROOT


def test_every_setting_is_on_the_page_as_the_code_explains_it() -> None:
    written = runpy.run_path(str(ROOT / "packaging" / "settings_page.py"))["page"]()
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == written
