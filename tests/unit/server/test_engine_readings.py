"""Whatever an engine's answer holds, it becomes a value or one sentence, never a crash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuroibara_backup.errors import BackupError
from kuroibara_desktop.core.errors import NotKuroibara
from kuroibara_desktop.server import archives, devices, fields, reading, restores, rules, uploads

if TYPE_CHECKING:
    from collections.abc import Callable

READINGS = [
    reading.proof,
    uploads.upload,
    restores.restore,
    restores._restores,
    restores._begun,
    devices._all,
    devices._new,
    rules._schedules,
    rules._keeping,
    rules._preview,
    rules._statistics,
    archives._leased,
    archives._decided,
    archives._drill,
]
ID = "33333333-3333-4333-8333-333333333333"
PLAN = {
    "plan_id": ID,
    "server_name": "kuroibara@nas",
    "scope": "everything",
    "safety_copy": True,
    "backup": {"filename": "a.tar.gz", "size": 1},
    "counts": [{"what": "users", "now": 1, "backup": 2}],
    "afterwards": {"people": ["anna"], "people_count": 1, "administrators": []},
    "warnings": ["One\n\x1b[31mtwo"],
    "refusals": [],
}

leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from([ID, "planned", "receiving", "2026-11-23T00:00:00Z", "restore", "9" * 400]),
)
keys = st.sampled_from(
    [
        "id",
        "restore_id",
        "phase",
        "plan",
        "schedules",
        "days",
        "date",
        "counts",
        "expires_at",
        "verdicts",
        "disk",
        "sizes",
        "at",
        "state",
        "size",
        "offset",
        "devices",
        "scopes",
        "job",
    ]
)
json_values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=8),
    max_leaves=25,
)


@pytest.mark.parametrize("read", READINGS, ids=lambda one: f"{one.__module__}.{one.__name__}")
@given(value=json_values)
def test_any_json_is_read_or_refused(read: Callable[[object], object], value: object) -> None:
    try:
        fields.parsed(json.dumps(value).encode(), read, host="nas", asked="it")
    except BackupError as error:
        assert isinstance(error, NotKuroibara)  # noqa: PT017  both endings are good


def test_what_a_server_says_is_made_safe_to_show() -> None:
    plan = restores.plan(PLAN)
    assert plan.warnings == ("One [31mtwo",)
    assert plan.counts[0].difference == 1
    assert plan.possible


@pytest.mark.parametrize("bad", ["../../users/me", "x", "", None, 7, "a?b#c"])
def test_an_id_that_is_none_never_becomes_part_of_an_address(bad: object) -> None:
    with pytest.raises(fields.Misread):
        restores.plan({**PLAN, "plan_id": bad})


def test_an_upload_cannot_have_more_than_its_size() -> None:
    answer = {"id": ID, "filename": "a.tar.gz", "size": 5, "sha256": "0", "state": "receiving"}
    with pytest.raises(fields.Misread):
        uploads.upload({**answer, "offset": 6, "chunk_size_max": 9})
