"""Every error as a problem: what is told, and what never is."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, cast

import httpx
import pytest
from fastapi import FastAPI

from kuroibara_backup.api import problems
from kuroibara_backup.api.app import create_app

if TYPE_CHECKING:
    from pathlib import Path

    from kuroibara_backup.service.engine import Service

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_what_nobody_expected_tells_nothing_of_the_inside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = FastAPI()
    problems.install(app)

    @app.get("/broken")
    def broken() -> None:
        (tmp_path / "not there").read_bytes()

    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    with caplog.at_level(logging.ERROR):
        async with httpx.AsyncClient(transport=transport, base_url="http://engine") as client:
            answer = await client.get("/broken?token=secret")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "unexpected"
    assert answer.json()["remedy"]
    assert str(tmp_path) not in answer.text
    assert "FileNotFoundError" in caplog.text
    assert "secret" not in caplog.text


def test_the_description_tells_of_our_own_errors_and_of_no_others() -> None:
    described = create_app(cast("Service", object())).openapi()
    answers = [
        operation["responses"]
        for methods in described["paths"].values()
        for operation in methods.values()
    ]
    assert len(answers) > 40
    for found in answers:
        assert "422" not in found
        assert found["default"]["content"].keys() == {"application/problem+json"}
    assert "HTTPValidationError" not in described.get("components", {}).get("schemas", {})
