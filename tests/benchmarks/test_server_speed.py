"""How fast does the engine answer and send? Beside nginx, and with a thousand backups."""

from __future__ import annotations

import os
import subprocess
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.benchmarks.harness import Contender, compared, measured
from tests.support.engine import served
from tests.support.format1 import SEED, make_format1

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.nginx import Nginx

pytestmark = pytest.mark.benchmark

GIB = 1 << 30
BACKUPS = 1000


def signed_in(engine: RunningEngine, url: str) -> str:
    body = {"username": engine.admin.username, "password": engine.admin.password}
    answer = httpx.post(f"{url}/api/v1/auth/login", json=body, timeout=30)
    return str(answer.json()["access_token"])


def curl(*arguments: str) -> None:
    subprocess.run(["curl", "--silent", "--fail", "-o", "/dev/null", *arguments], check=True)


def test_download_beside_nginx(engine: RunningEngine, nginx: Nginx) -> None:
    with (engine.library / "big.cbz").open("wb") as file:
        for _ in range(GIB >> 24):
            file.write(os.urandom(1 << 24))
    item = engine.create("big")
    other = nginx.serving(engine.engine_folder)
    with served(engine) as (_process, url):
        bearer = f"Authorization: Bearer {signed_in(engine, url)}"
        results = measured(
            [
                Contender("engine", lambda: curl("-H", bearer, url + item["download_url"])),
                Contender("nginx", lambda: curl(f"{other}/big.tar.gz")),
            ],
            rounds=7,
        )
    assert compared("curl -o /dev/null, 1 GiB", results, amount=item["size"]) <= 1.3


def test_list_of_a_thousand_backups(engine: RunningEngine, tmp_path: Path) -> None:
    engine.create("first")
    first = engine.engine_folder / "first.tar.gz"
    theirs = make_format1(
        engine.found_folder / "f0.tar.gz", SEED.read_bytes(), engine.library, "f0"
    )
    hour_ago = time.time() - 3600
    os.utime(theirs, (hour_ago, hour_ago))
    for number in range(BACKUPS * 9 // 10 - 1):
        os.link(first, engine.engine_folder / f"copy {number}.tar.gz")
    for number in range(1, BACKUPS // 10):
        os.link(theirs, engine.found_folder / f"f{number}.tar.gz")
    with served(engine) as (_process, url):
        headers = {"Authorization": f"Bearer {signed_in(engine, url)}"}
        with httpx.Client(base_url=url, headers=headers, timeout=60) as client:
            begin = time.perf_counter()
            while True:
                backups = client.get("/api/v1/backup/list").json()["backups"]
                if len(backups) == BACKUPS and all(one["metadata"] for one in backups):
                    break
                assert time.perf_counter() - begin < 300
                time.sleep(0.5)
            known_after = time.perf_counter() - begin
            took = []
            for _ in range(50):
                begin = time.perf_counter()
                answer = client.get("/api/v1/backup/list")
                took.append(time.perf_counter() - begin)
    print(
        f"\nGET /list, {BACKUPS} backups, {len(answer.content):,} bytes: median"
        f" {median(took) * 1000:.1f} ms, 95 % {quantiles(took, n=20)[-1] * 1000:.1f} ms;"
        f" all described {known_after:.1f} s after the start   (load {os.getloadavg()[0]:.1f})"
    )
    assert median(took) <= 0.05


def test_list_while_a_backup_runs(engine: RunningEngine) -> None:
    for number in range(8):
        with (engine.library / f"{number}.cbz").open("wb") as file:
            for _ in range(8):
                file.write(os.urandom(1 << 24))
    for number in range(3000):
        (engine.library / f"{number}.txt").write_text("words and words\n" * 400)
    with served(engine) as (_process, url):
        headers = {"Authorization": f"Bearer {signed_in(engine, url)}"}
        with httpx.Client(base_url=f"{url}/api/v1/backup", headers=headers, timeout=60) as client:
            job_id = client.post("/create", json={"backup_name": "long"}).json()["job_id"]
            stages: dict[str, list[float]] = {}
            while True:
                job = client.get(f"/jobs/{job_id}").json()
                if job["state"] not in {"queued", "running"}:
                    break
                begin = time.perf_counter()
                client.get("/list")
                stages.setdefault(str(job["stage"]), []).append(time.perf_counter() - begin)
    assert job["state"] == "succeeded"
    print(f"\nGET /list while a backup of 1 GiB runs   (load {os.getloadavg()[0]:.1f})")
    for stage, took in stages.items():
        print(
            f"  {stage:10} {len(took):5} calls: median {median(took) * 1000:6.1f} ms,"
            f" worst {max(took) * 1000:6.1f} ms"
        )
    every = [one for took in stages.values() for one in took]
    assert quantiles(every, n=100)[-1] <= 0.1
