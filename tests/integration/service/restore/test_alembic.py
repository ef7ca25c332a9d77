"""A Kuroibara whose tables alembic made is backed up and restored like one that made its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuroibara_backup.archive import FileSource, open_archive
from kuroibara_backup.errors import Refused
from kuroibara_backup.service.engine import opened
from kuroibara_backup.service.restore.model import Wanted
from tests.support.alembic import VERSION, as_alembic_makes_it
from tests.support.restoring import (
    Server,
    backed_up,
    control,
    ordered,
    other_server,
    restored,
    rewritten,
    server_with_sample,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kuroibara_backup.database.embedded import EmbeddedPostgres
    from kuroibara_backup.demo.sample import Sample


@pytest.fixture
def alembic(
    tmp_path: Path, postgres: EmbeddedPostgres, sample_template: tuple[str, Sample]
) -> Iterator[Server]:
    with server_with_sample(tmp_path / "alembic", postgres, sample_template) as server:
        as_alembic_makes_it(server.url)
        yield server


@pytest.fixture
def target(tmp_path: Path, postgres: EmbeddedPostgres, kuroibara_template: str) -> Iterator[Server]:
    with other_server(tmp_path / "target", postgres, kuroibara_template) as server:
        yield server


def test_what_alembic_made_comes_back_exactly_and_says_its_version(
    alembic: Server, target: Server
) -> None:
    as_alembic_makes_it(target.url)
    path, held = backed_up(alembic), whole(alembic.settings)
    with FileSource(path) as source:
        schema = open_archive(source).metadata.raw["schema"]
    assert isinstance(schema, dict)
    assert schema["alembic_version"] == VERSION
    with opened(target.settings) as service:
        plan, _outcome = restored(service, path)
    assert plan.schema["fit"] == "same"
    now = whole(target.settings)
    assert ordered(now.tables) == rewritten(
        held.tables, alembic.settings.storage_path, target.settings.storage_path
    )
    assert now.files == held.files


@pytest.mark.parametrize("turned", [False, True], ids=["to the app's", "from the app's"])
def test_one_schema_never_goes_over_the_other(
    alembic: Server,
    target: Server,
    turned: bool,
    tmp_path: Path,
    postgres: EmbeddedPostgres,
    sample_template: tuple[str, Sample],
) -> None:
    if turned:
        as_alembic_makes_it(target.url)
        with server_with_sample(tmp_path / "app", postgres, sample_template) as made_by_app:
            path = backed_up(made_by_app)
    else:
        path = backed_up(alembic)
    before = whole(target.settings)
    with opened(target.settings) as service:
        plan = service.restores.plan_now(path, Wanted(), control())
        surplus = plan.schema["surplus"]
        assert isinstance(surplus, list)
        named = "public.progress_events" if turned else "public.chapter.external_url"
        assert any(str(one).startswith(named) for one in surplus)
        with pytest.raises(Refused) as caught:
            plan.must_be_possible()
    assert caught.value.code == "schema_newer"
    assert whole(target.settings) == before
