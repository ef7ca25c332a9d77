"""What was seen comes back after a restart; what cannot be read is begun anew."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from kuroibara_desktop.core.growth import Sample
from kuroibara_desktop.core.reminders import Condition, Snooze
from kuroibara_desktop.core.watch import Watch
from kuroibara_desktop.ui.home import memory
from tests.unit.ui.samples import NOW, local

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FULL = Watch(
    began=NOW,
    server_seen=NOW,
    signed_out_since=NOW - timedelta(hours=1),
    drive_seen=NOW,
    drive_missing_since=NOW,
    copies=(local("a", metadata={"x": 1}),),
    samples=(Sample(day=NOW.date(), size=12),),
    snoozes={
        Condition.HERE_STALE: Snooze(until=NOW),
        Condition.DRIVE_MISSING: Snooze(until_drive=True),
    },
    told=frozenset({Condition.SUSPECT}),
)


def test_everything_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "below" / "watch.json"
    memory.save(file, FULL)
    assert memory.load(file, NOW + timedelta(days=1)) == FULL


def test_without_a_file_it_is_begun_now(tmp_path: Path) -> None:
    assert memory.load(tmp_path / "none", NOW) == Watch(began=NOW)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:40],
        lambda _: "[]",
        lambda _: "\ud83d\udc1f",
        lambda text: text.replace("HERE_STALE", "UNHEARD_OF"),
        lambda text: text.replace('"samples": [[', '"samples": [[3, '),
        lambda text: json.dumps(json.loads(text) | {"copies": 7}),
        lambda text: json.dumps(json.loads(text) | {"began": None}),
    ],
)
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: Callable[[str], str]) -> None:
    file = tmp_path / "watch.json"
    memory.save(file, FULL)
    file.write_bytes(damage(file.read_text()).encode("utf-8", "replace"))
    assert memory.load(file, NOW) == Watch(began=NOW)


def test_a_full_disk_only_costs_the_memory(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    memory.save(tmp_path / "file" / "watch.json", FULL)
