"""What a backup says about itself, however odd, keeps no other backup from being made or listed.

One file with such words, uploaded or laid into the folder, used to end every later backup.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from kuroibara_backup.service.catalogue import modified_at
from kuroibara_backup.service.lateness import second_scheduler
from tests.support.archives import make_archive
from tests.support.format1 import make_format1
from tests.support.uploading import uploaded
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.support.engine import RunningEngine

ODD: dict[str, dict[str, Any]] = {
    "no number": {"ratio": float("nan")},
    "a number without end": {"ratio": float("-inf")},
    "a kind with a zero byte": {"kinds": ["a\0b"]},
    "kinds that are none": {"kinds": [[["daily"]], {"a": 1}, None]},
    "half a character": {"note": "\ud800", "kinds": ["\udfff"]},
    "the last hour of the calendar": {"created_at": "9999-12-31T23:59:59-14:00"},
    "the first hour of the calendar": {"created_at": "0001-01-01T00:00:00+14:00"},
}


def backup_of(case: str, folder: Path) -> bytes:
    said = {"backup_id": str(uuid4()), **ODD[case]}
    if case == "half a character":  # our own writer refuses to write it
        path = make_format1(folder / "odd.tar.gz", None, None, "odd", changed=said)
        return path.read_bytes()
    return make_archive({b"manga/a.cbz": case.encode() * 100}, **said)


def listed(client: httpx.Client) -> dict[str, dict[str, Any]]:
    answer = client.get("/backup/list")
    # As every reader of JSON has it, browsers among them.
    told = json.loads(answer.text, parse_constant=lambda what: pytest.fail(f"{what} in JSON"))
    return {item["filename"]: item for item in told["backups"]}


@pytest.mark.parametrize("case", list(ODD))
def test_odd_words_of_one_backup_stop_no_other(
    shared_engine: RunningEngine, tmp_path: Path, case: str
) -> None:
    client, name = shared_engine.client(), f"{uuid4().hex[:8]}.tar.gz"
    content = backup_of(case, tmp_path)
    assert uploaded(client, name, content)["state"] == "succeeded"
    by_hand = shared_engine.engine_folder / f"by hand {name}"
    by_hand.write_bytes(content)
    until(lambda: listed(client).get(by_hand.name, {}).get("backup_id"))
    item = listed(client)[name]
    assert item["status"] == "finished"
    assert client.get(f"/backup/archives/{item['backup_id']}/metadata").status_code == 200
    assert client.get("/backup/retention/preview").status_code == 200
    assert shared_engine.create(f"after {name[:8]}", include_storage=False)["verified_at"]
    by_hand.unlink()


def test_a_file_of_a_time_that_no_calendar_has_is_listed(shared_engine: RunningEngine) -> None:
    stored = shared_engine.service.place.find(shared_engine.create("timed")["filename"])
    for seconds in (10**12, -(10**12)):
        odd = replace(stored, identity=replace(stored.identity, mtime_ns=seconds * 10**9))
        assert modified_at(odd).astimezone().year in {1, 9999}
        assert second_scheduler([odd], modified_at(stored)) == ()
    os.utime(stored.path, (1 << 33, 1 << 33))
    assert stored.filename in listed(shared_engine.client())
