"""Those who watch the engine learn whether it is well, in words and in figures."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import httpx
from prometheus_client.parser import text_string_to_metric_families

from kuroibara_backup.database.connection import database_name
from tests.support.postgres import drop_database

if TYPE_CHECKING:
    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from tests.support.engine import RunningEngine


def test_anybody_may_ask_whether_it_is_ready(engine: RunningEngine) -> None:
    answer = httpx.get(f"{engine.url}/health", timeout=30)
    assert answer.status_code == 200
    assert answer.json() == {"status": "ready", "alive": True, "ready": True, "reasons": []}


def test_what_stands_in_the_way_is_named_without_a_path(engine: RunningEngine) -> None:
    shutil.move(engine.library, engine.library.with_name("gone"))
    shutil.rmtree(engine.engine_folder)
    answer = httpx.get(f"{engine.url}/health", timeout=30)
    assert answer.status_code == 503
    found = answer.json()
    assert {one["code"] for one in found["reasons"]} == {"backup_folder_unusable", "no_library"}
    assert str(engine.library.parent) not in answer.text


def test_a_database_that_is_gone_is_named_and_health_still_answers(
    engine: RunningEngine, postgres: EmbeddedPostgres
) -> None:
    drop_database(postgres, database_name(engine.settings.kuroibara_url))
    answer = httpx.get(f"{engine.url}/health", timeout=30)
    assert answer.status_code == 503
    assert [one["code"] for one in answer.json()["reasons"]] == ["database_unreachable"]


def test_metrics_are_read_by_the_parser_of_prometheus(engine: RunningEngine) -> None:
    engine.create("daily_20261123_020000", include_storage=False)
    with engine.client() as client:
        client.put("/backup/schedule", json={"daily": {"enabled": True}}).raise_for_status()
        text = client.get(f"{engine.url}/metrics").text
    families = {one.name: one for one in text_string_to_metric_families(text)}
    samples = {
        (one.name, *one.labels.values()): one.value
        for family in families.values()
        for one in family.samples
    }
    assert samples[("kuroibara_backup_backups", "manual")] == 1
    assert samples[("kuroibara_backup_last_success_age_seconds", "manual")] < 600
    assert samples[("kuroibara_backup_successes_30d",)] == 1
    assert samples[("kuroibara_backup_overdue", "weekly")] == 0
    assert samples[("kuroibara_backup_next_due_timestamp_seconds", "daily")] > 0
    assert samples[("kuroibara_backup_disk_free_bytes",)] > 0


def test_figures_are_not_for_everybody(engine: RunningEngine) -> None:
    assert httpx.get(f"{engine.url}/metrics", timeout=30).status_code == 401
    with engine.client(engine.reader) as client:
        assert client.get(f"{engine.url}/metrics").status_code == 403
        assert client.get("/backup/statistics").status_code == 403


def test_statistics_tell_what_charts_need(engine: RunningEngine) -> None:
    made = engine.create("full")
    with engine.client() as client:
        found = client.get("/backup/statistics").json()
    assert (found["total_count"], found["total_size"]) == (1, made["size"])
    assert found["sizes"] == [
        {"at": made["created_at"], "size": made["size"], "includes_storage": True}
    ]
    assert len(found["days"]) == 60
    assert found["days"][-1]["kinds"] == ["manual"]
    assert found["last_30_days"] == {"succeeded": 1, "failed": 0}
    assert found["disk"]["fits"] is True
    assert found["kinds"][0]["last_duration_seconds"] > 0
