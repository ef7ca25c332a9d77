"""What the operator guide names exists, and the files it gives away are right as far as tools tell.

nginx is real: it reads our snippet and passes a large upload and an event stream through it. The
compose file is read as YAML and held against the settings and the running engine, since no
container engine is here; of Caddy's and Traefik's files only the form and the names can be checked.
"""

from __future__ import annotations

import ast
import importlib
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families
from typer.main import get_command

from kuroibara_backup.api.app import create_app
from kuroibara_backup.api.health import health_router
from kuroibara_backup.cli.main import app
from kuroibara_backup.service.doctor import CHECKS
from kuroibara_backup.settings import Settings
from tests.support.guide import PAGES, blocks
from tests.support.pins import ROOT, pyproject

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.engine import RunningEngine
    from tests.support.nginx import Nginx

PACKAGING = ROOT / "packaging"
DOCS = (
    *PAGES,
    *(ROOT / "docs" / f"{name}.md" for name in ("compatibility", "kuroibara-faults", "user-guide")),
)
KNOWN = {name.upper() for name in Settings.model_fields}
# Of others: the desktop's, the shell's, Kuroibara's, docker's and curl's, and our own examples.
OTHERS = {
    *("KUROIBARA_TOKEN", "KUROIBARA_PASSPHRASE", "KUROIBARA_ALLOW_HTTP"),
    *("JWT_TOKEN", "COMPOSE_FILE", "BACKUP_ID"),
}
COMPOSE = PACKAGING / "compose" / "compose.backup.yaml"
ENGINE = "127.0.0.1:8010"


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def names(paths: tuple[Path, ...]) -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in paths]


# The pages


@pytest.mark.parametrize("page", names(DOCS))
def test_every_variable_it_names_is_a_setting(page: Path) -> None:
    named = set(
        re.findall(
            r"\b(?:BACKUP|DB|DATABASE|JWT|KUROIBARA|STORAGE|MAX|COMPOSE)_[A-Z][A-Z_]*\b",
            text_of(page),
        )
    )
    assert named - KNOWN - OTHERS == set()


def commands_of(text: str) -> list[list[str]]:
    """Each `kuroibara-backup …` of a page, as words, up to where the shell takes over."""
    found = re.findall(r"kuroibara-backup((?: (?!\\)[^\s`|>&;#()\"]+)+)", text)
    return [line.split() for line in found]


@pytest.mark.parametrize("page", names(DOCS))
def test_every_command_and_option_it_names_exists(page: Path) -> None:
    for words in commands_of(re.sub(r"docker (build|logs)[^\n]*", "", text_of(page))):
        command: Any = get_command(app)
        rest = list(words)
        while rest and hasattr(command, "commands") and not rest[0].startswith("-"):
            assert rest[0] in command.commands, words
            command = command.commands[rest.pop(0)]
        given = {option for one in command.params for option in (*one.opts, *one.secondary_opts)}
        asked = {word.partition("=")[0] for word in rest if word.startswith("-")}
        assert asked <= given | {"--help"}, words


@pytest.mark.parametrize("page", names((ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", text_of(page)):
        if target.startswith("http"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(text_of(file)), target


def anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.M)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", names(DOCS))
def test_every_address_it_names_is_a_call(page: Path, shared_engine: RunningEngine) -> None:
    known = {
        re.sub(r"\{[^}]+\}", "*", path)
        for path in create_app(shared_engine.service).openapi()["paths"]
    }
    for address in re.findall(r"\$URL(/[\w/.$-]+)", text_of(page)):
        parts = ["*" if "$" in part or "." in part else part for part in address.split("/")]
        assert "/".join(parts) in known, address


def test_every_call_there_is_is_told_of(shared_engine: RunningEngine) -> None:
    told = "\n".join(re.findall(r"`([^`]+)`", text_of(ROOT / "docs/compatibility.md")))
    for path in create_app(shared_engine.service).openapi()["paths"]:
        short = re.sub(r"^/api/v1/(?:backup/)?|(?:/\{[^}]+\})*$", "", path).lstrip("/")
        if short == "users/me":
            continue  # answers as Kuroibara does
        words = re.sub(r"\\\{\w+\\\}", r"\\{[^}]+\\}", re.escape(short))
        last = re.escape(f"…/{short.rpartition('/')[2]}")
        assert re.search(rf"(?<![\w-]){words}(?![\w-])|{last}(?![\w-])", told), path


def test_troubleshooting_names_lines_of_doctor_and_codes_that_exist() -> None:
    source = "".join(path.read_text() for path in (ROOT / "kuroibara_backup").rglob("*.py"))
    lines = {name for name, _ in CHECKS}
    said = re.findall(
        r"^\|[^|]*\| `([^`|]+)` \|", text_of(ROOT / "docs/operator/troubleshooting.md"), re.M
    )
    assert len(said) > 15
    for one in said:
        assert one in lines or f'"{one}"' in source or one.startswith("kuroibara-backup "), one
    assert lines - set(said) == set(), "doctor says more than the page explains"


def test_the_python_of_the_guide_names_what_there_is() -> None:
    (block,) = (one for page in PAGES for one in blocks(page) if one.language == "python")
    for node in ast.walk(ast.parse(block.text)):
        if isinstance(node, ast.ImportFrom):
            module = importlib.import_module(node.module or "")
            assert all(hasattr(module, alias.name) for alias in node.names)


# The files beside it


def test_the_compose_file_sets_what_the_engine_knows() -> None:
    read = yaml.safe_load(text_of(COMPOSE))
    engine, kuroibara = read["services"]["backup"], read["services"]["backend"]
    assert set(engine["environment"]) <= KNOWN
    assert set(kuroibara["environment"]) <= KNOWN
    assert engine["init"] is True
    assert set(kuroibara["environment"].values()) == {"false"}
    assert not [name for name in engine["environment"] if name.endswith("_ENABLED")]
    folders = dict(volume.split(":") for volume in engine["volumes"])
    assert folders == {"manga_storage": "/app/storage", "backup_data": "/app/backups"}
    assert "backup_data" in read["volumes"]
    given = {name.lower(): str(value) for name, value in engine["environment"].items()}
    given["backup_timezone"] = "UTC"
    settings = Settings(_env_file=None, **given)  # type: ignore[arg-type, call-arg]  # texts
    assert str(settings.storage_path) == folders["manga_storage"]
    assert str(settings.backup_path) == folders["backup_data"]


def test_its_health_check_tells_ready_from_not(shared_engine: RunningEngine) -> None:
    read = yaml.safe_load(text_of(COMPOSE))["services"]["backup"]
    kind, program, *arguments = read["healthcheck"]["test"]
    assert (kind, program) == ("CMD", "python")
    here = [one.replace(f"http://{ENGINE}", shared_engine.url) for one in arguments]
    assert subprocess.run([sys.executable, *here], capture_output=True).returncode == 0
    away = shared_engine.library.rename(shared_engine.library.with_name("away"))
    try:
        assert subprocess.run([sys.executable, *here], capture_output=True).returncode != 0
    finally:
        away.rename(shared_engine.library)


def test_the_image_copies_what_there_is_and_starts_the_command() -> None:
    lines = text_of(PACKAGING / "compose" / "Containerfile").replace("\\\n", " ").splitlines()
    for line in lines:
        if line.startswith("COPY "):
            assert all((ROOT / source).exists() for source in line.split()[1:-1]), line
        for file in re.findall(r"-r (\S+)", line):
            assert (ROOT / file).exists()
    (start,) = (ast.literal_eval(line[4:]) for line in lines if line.startswith("CMD "))
    assert start[0] in pyproject()["project"]["scripts"]
    assert start[1] in get_command(app).commands  # type: ignore[attr-defined]  # of a group, as ours is
    assert any("postgresql-client" in line for line in lines)


def test_the_unit_is_read_by_systemd(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not installed")
    text = text_of(PACKAGING / "systemd" / "kuroibara-backup.service")
    (program,) = re.findall(r"ExecStart=(\S+)", text)
    unit = tmp_path / "kuroibara-backup.service"
    unit.write_text(text.replace(program, "/bin/true"))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True
    )
    assert [line for line in done.stderr.splitlines() if "kuroibara" in line] == []


def test_nginx_takes_the_snippet_and_passes_everything_on(
    shared_engine: RunningEngine, nginx: Nginx
) -> None:
    snippet = text_of(PACKAGING / "proxy" / "nginx.conf")
    assert snippet.count(f"http://{ENGINE}") == 1
    base = nginx.with_locations(snippet.replace(f"http://{ENGINE}", shared_engine.url))
    headers = {"Authorization": f"Bearer {shared_engine.login()}"}
    with httpx.Client(base_url=f"{base}/api/v1/backup", headers=headers, timeout=60) as client:
        # More than nginx takes by itself, and more than it would hold in memory.
        answer = client.post(
            "/upload-restore", files={"backup_file": ("large.tar.gz", bytes(3 << 20))}
        )
        assert answer.status_code == 200, answer.text
        job = answer.json()["job_id"]
        with client.stream("GET", f"/jobs/{job}/events") as events:
            assert events.status_code == 200
            told = "".join(events.iter_text())
    assert "failed" in told  # zeros are no backup; that it says so came through nginx


def test_traefik_sends_backups_to_the_engine_and_the_rest_to_kuroibara() -> None:
    read = yaml.safe_load(text_of(PACKAGING / "proxy" / "traefik.yaml"))["http"]
    routers, services = read["routers"], read["services"]
    assert all(one["service"] in services for one in routers.values())
    assert "PathPrefix(`/api/v1/backup`)" in routers["backup"]["rule"]
    assert routers["backup"]["priority"] > routers["kuroibara"]["priority"]
    (server,) = services["backup"]["loadBalancer"]["servers"]
    assert server["url"] == f"http://{ENGINE}"
    assert not any("middlewares" in one for one in routers.values())


def test_caddy_sends_backups_to_the_engine() -> None:
    text = text_of(PACKAGING / "proxy" / "Caddyfile")
    assert text.count("{") == text.count("}")
    assert re.search(rf"handle /api/v1/backup/\* {{\s+reverse_proxy {re.escape(ENGINE)}\s+}}", text)


def test_the_alarms_read_figures_that_there_are(shared_engine: RunningEngine) -> None:
    rules = yaml.safe_load(text_of(PACKAGING / "prometheus" / "alerts.yaml"))
    scrape = yaml.safe_load(text_of(PACKAGING / "prometheus" / "scrape.yaml"))
    shared_engine.create(include_storage=False)
    token = shared_engine.login()
    answer = httpx.get(f"{shared_engine.url}/metrics", headers={"Authorization": f"Bearer {token}"})
    figures = {one.name for one in text_string_to_metric_families(answer.text)}
    for rule in rules["groups"][0]["rules"]:
        for name in re.findall(r"kuroibara_backup_\w+", rule["expr"]):
            assert name in figures, rule["alert"]
    assert scrape[0]["job_name"] in rules["groups"][0]["rules"][0]["expr"]
    assert scrape[0]["static_configs"][0]["targets"] == [ENGINE]
    assert "/metrics" in {route.path for route in health_router().routes}  # type: ignore[attr-defined]  # of HTTP
