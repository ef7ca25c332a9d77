"""Since when what is so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kuroibara_desktop.core.growth import Sample
from kuroibara_desktop.core.watch import Glance, Watch
from tests.unit.ui.samples import local

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=3)
NEW = Watch(began=NOW)


def glance(*, answered: bool | None = True, out: bool = False, drive: bool = True) -> Glance:
    copies = (local("a", size=70),) if drive else None
    return Glance(server_answered=answered, signed_out=out, copies=copies)


def test_a_look_at_both_sides_notes_when_they_were_seen() -> None:
    after = NEW.after(glance(), NOW)
    assert (after.server_seen, after.drive_seen) == (NOW, NOW)
    assert after.samples == (Sample(day=NOW.date(), size=70),)


def test_since_when_stays_with_the_first_time() -> None:
    away = glance(answered=False, out=True, drive=False)
    after = NEW.after(away, NOW).after(away, LATER)
    assert (after.signed_out_since, after.drive_missing_since) == (NOW, NOW)


def test_what_is_solved_is_forgotten() -> None:
    away = glance(answered=False, out=True, drive=False)
    after = NEW.after(away, NOW).after(glance(), LATER)
    assert (after.signed_out_since, after.drive_missing_since) == (None, None)


def test_a_server_that_is_away_does_not_sign_anybody_in() -> None:
    out = NEW.after(glance(answered=False, out=True), NOW)
    assert out.after(glance(answered=False), LATER).signed_out_since == NOW
    assert out.after(glance(answered=None), LATER).signed_out_since == NOW


def test_copies_on_a_drive_that_is_away_are_not_forgotten() -> None:
    after = NEW.after(glance(), NOW).after(glance(drive=False), LATER)
    assert [copy.name for copy in after.copies] == ["a"]
    assert after.drive_seen == NOW
    assert after.samples == (Sample(day=NOW.date(), size=70),)
