"""The stand-in for a plain Kuroibara behaves as the reference says, quirks included.

Sections named are those of the reference on Kuroibara's server, written from version 0.7.0.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tarfile
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import httpx
import jwt
import pytest

from tests.support.format1 import SEED, make_format1

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.plain_kuroibara import PlainKuroibara


@pytest.fixture
def http(plain_kuroibara: PlainKuroibara) -> Iterator[httpx.Client]:
    with httpx.Client(
        base_url=plain_kuroibara.url + "/api/v1", trust_env=False, verify=False
    ) as client:
        yield client


@pytest.fixture
def anna(http: httpx.Client) -> httpx.Client:
    """The same client, signed in."""
    http.headers["Authorization"] = f"Bearer {_login(http)['access_token']}"
    return http


def _login(http: httpx.Client) -> dict[str, str]:
    answer = http.post("/auth/login", json={"username": "anna", "password": "anna-password"})
    assert answer.status_code == 200
    return dict(answer.json())


def _finished(anna: httpx.Client, count: int = 1) -> list[dict[str, object]]:
    for _ in range(200):
        backups: list[dict[str, object]] = anna.get("/backup/list").json()["backups"]
        if len(backups) == count and all(item["metadata"] for item in backups):
            return backups
        time.sleep(0.02)
    raise AssertionError("the backup was never finished")


# Section 1: signing in


def test_tokens_hold_three_claims_and_repeat_within_a_second(http: httpx.Client) -> None:
    for _ in range(5):
        first, second = _login(http), _login(http)
        claims = jwt.decode(first["access_token"], options={"verify_signature": False})
        again = jwt.decode(second["access_token"], options={"verify_signature": False})
        if claims["exp"] == again["exp"]:
            break
    assert set(claims) == {"exp", "sub", "type"}
    assert claims["type"] == "access"
    assert claims["exp"] - time.time() == pytest.approx(1800, abs=5)
    assert first["access_token"] == second["access_token"]
    refresh = jwt.decode(first["refresh_token"], options={"verify_signature": False})
    assert refresh["type"] == "refresh"
    assert refresh["exp"] - time.time() == pytest.approx(604_800, abs=5)
    assert first["token_type"] == "bearer"


@pytest.mark.slow
def test_the_second_factor_is_asked_for_only_after_the_right_password(
    http: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    ben = plain_kuroibara.add_user("ben2", "right", totp_secret="JBSWY3DPEHPK3PXP" * 2)

    def details(**more: str) -> tuple[int, object, str | None]:
        answer = http.post("/auth/login", json={"username": "ben2", "password": "right"} | more)
        return (
            answer.status_code,
            answer.json().get("detail"),
            answer.headers.get("WWW-Authenticate"),
        )

    assert details(password="wrong") == (401, "Incorrect username or password", "Bearer")
    assert details(username="nobody") == (401, "Incorrect username or password", "Bearer")
    assert details() == (401, "2FA code required", "Bearer")
    assert details(totp_code="12345x") == (401, "Invalid 2FA code", "Bearer")
    assert details(totp_code=ben.code())[0] == 200
    ben.is_active = False
    assert details(totp_code=ben.code()) == (403, "Inactive user", None)


def test_logging_out_does_nothing(anna: httpx.Client) -> None:
    assert anna.post("/auth/logout").json() == {"message": "Successfully logged out"}
    assert anna.get("/users/me").json()["username"] == "anna"
    garbage = anna.post("/auth/logout", headers={"Authorization": "Bearer garbage"})
    assert garbage.status_code == 200
    del anna.headers["Authorization"]
    nothing = anna.post("/auth/logout")
    assert (nothing.status_code, nothing.json()) == (401, {"detail": "Not authenticated"})


def test_refreshing_needs_a_refresh_token_and_revokes_nothing(http: httpx.Client) -> None:
    tokens = _login(http)
    for wrong in ("garbage", tokens["access_token"]):
        answer = http.post("/auth/refresh", json={"refresh_token": wrong})
        assert (answer.status_code, answer.json()["detail"]) == (401, "Invalid refresh token")
    for _ in range(2):
        answer = http.post("/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
        assert set(answer.json()) == {"access_token", "refresh_token", "token_type"}


@pytest.mark.parametrize(
    ("header", "status", "detail"),
    [
        (None, 401, "Not authenticated"),
        ("Basic YTpi", 401, "Not authenticated"),
        ("Bearer garbage", 401, "Could not validate credentials"),
    ],
)
def test_every_call_wants_an_access_token(
    http: httpx.Client, header: str | None, status: int, detail: str
) -> None:
    headers = {} if header is None else {"Authorization": header}
    for path in ("/users/me", "/backup/list", "/backup/schedule", "/backup/download/x.tar.gz"):
        answer = http.get(path, headers=headers)
        assert (answer.status_code, answer.json()["detail"]) == (status, detail)
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    in_query = http.get("/backup/list", params={"token": _login(http)["access_token"]})
    assert in_query.status_code == 401


def test_a_subject_that_is_no_uuid_is_a_plain_text_500(
    http: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    claims = {"exp": int(time.time()) + 60, "sub": "anna", "type": "access"}
    token = jwt.encode(claims, plain_kuroibara.accounts.key, algorithm="HS256")
    answer = http.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_a_refused_body_is_echoed_password_and_all(http: httpx.Client) -> None:
    answer = http.post("/auth/login", json={"password": "a-secret"})
    assert answer.status_code == 422
    (error,) = answer.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "username"])
    assert error["input"] == {"password": "a-secret"}
    assert http.post("/auth/login", data={"username": "a", "password": "b"}).status_code == 422


def test_a_trailing_slash_costs_a_trip_and_head_is_refused(anna: httpx.Client) -> None:
    assert anna.get("/users/me/").status_code == 307
    head = anna.head("/users/me")
    assert (head.status_code, head.headers["Allow"]) == (405, "GET")


# Sections 2.1 and 2.2: list and create


def test_the_list_has_naive_local_times_raw_addresses_and_nothing_more(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    assert anna.get("/backup/list").json() == {"backups": [], "total_count": 0, "total_size": 0}
    plain_kuroibara.zone = ZoneInfo("Asia/Tokyo")
    path = plain_kuroibara.add_backup("my backup é日", mtime=1_763_800_000.25)
    answer = anna.get("/backup/list").json()
    (item,) = answer["backups"]
    assert set(item) == {"filename", "size", "created_at", "metadata", "download_url"}
    assert item["created_at"] == "2025-11-22T17:26:40.250000"
    assert item["download_url"] == "/api/v1/backup/download/my backup é日.tar.gz"
    assert (answer["total_count"], answer["total_size"]) == (1, path.stat().st_size)


def test_junk_and_folders_are_listed_newest_first(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.add_backup("old", mtime=1_000_000_000)
    (plain_kuroibara.archives / "junk.tar.gz").write_bytes(b"not gzip at all")
    (plain_kuroibara.archives / "folder.tar.gz").mkdir()
    (plain_kuroibara.archives / "other.txt").write_text("never listed")
    backups = anna.get("/backup/list").json()["backups"]
    assert [item["filename"] for item in backups][-1] == "old.tar.gz"
    assert {item["filename"]: item["metadata"] is None for item in backups} == {
        "old.tar.gz": False,
        "junk.tar.gz": True,
        "folder.tar.gz": True,
    }


def test_a_dangling_link_hides_backups_without_a_word(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    for number in range(5):
        plain_kuroibara.add_backup(f"b{number}", include_storage=False)
    (plain_kuroibara.archives / "gone.tar.gz").symlink_to("nowhere")
    answer = anna.get("/backup/list")
    visited = os.listdir(plain_kuroibara.archives).index("gone.tar.gz")
    assert (answer.status_code, answer.json()["total_count"]) == (200, visited)


def test_create_answers_at_once_with_a_name_the_file_does_not_get(anna: httpx.Client) -> None:
    answer = anna.post("/backup/create", json={})
    assert answer.status_code == 200
    assert set(answer.json()) == {"message", "backup_name", "estimated_duration"}
    assert answer.json()["backup_name"].startswith("manual_")
    (item,) = _finished(anna)
    assert str(item["filename"]).startswith("kuroibara_backup_")
    assert anna.post("/backup/create").status_code == 422


def test_a_failed_create_is_never_heard_of(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.create_fails = True
    assert anna.post("/backup/create", json={"backup_name": "x"}).status_code == 200
    assert anna.get("/backup/list").json()["total_count"] == 0


def test_a_backup_grows_at_its_final_name(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.create_seconds = 0.4
    plain_kuroibara.behaviour.create_blocks = False
    anna.post("/backup/create", json={"backup_name": "slow"})
    growing: list[dict[str, Any]] = []
    while not growing:
        growing = anna.get("/backup/list").json()["backups"]
    assert growing[0]["metadata"] is None
    (done,) = _finished(anna)
    assert growing[0]["size"] < int(str(done["size"]))


def test_nobody_is_answered_while_a_backup_is_made(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.behaviour.create_seconds = 0.4
    anna.post("/backup/create", json={"backup_name": "slow"})
    begin = time.monotonic()
    anna.get("/users/me")
    assert time.monotonic() - begin > 0.25


def test_the_same_name_overwrites_and_a_name_may_point_outside(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    for storage in (True, False):
        anna.post("/backup/create", json={"backup_name": "same", "include_storage": storage})
    (item,) = _finished(anna)
    assert isinstance(item["metadata"], dict)
    assert item["metadata"]["includes_storage"] is False
    anna.post("/backup/create", json={"backup_name": "../../evil"})
    anna.post("/backup/create", json={"backup_name": "nowhere/x"})
    anna.get("/backup/list")
    assert (plain_kuroibara.folder / "evil.tar.gz").exists()
    assert len(list(plain_kuroibara.archives.iterdir())) == 1


# Section 2.3: download


@pytest.fixture
def backup(plain_kuroibara: PlainKuroibara) -> Path:
    return plain_kuroibara.add_backup("full")


def test_a_download_carries_a_tag_that_knows_nothing_of_the_bytes(
    anna: httpx.Client, backup: Path
) -> None:
    answer = anna.get("/backup/download/full.tar.gz")
    found = backup.stat()
    expected = hashlib.md5(f"{found.st_mtime}-{found.st_size}".encode()).hexdigest()
    assert answer.content == backup.read_bytes()
    assert answer.headers["ETag"] == f'"{expected}"'
    assert answer.headers["Content-Type"] == "application/gzip"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="full.tar.gz"'
    assert "Repr-Digest" not in answer.headers


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, None),
        ("bytes=-50", -50, None),
        ("bytes=200-99999999999", 200, None),
    ],
)
def test_one_range_works(
    anna: httpx.Client, backup: Path, asked: str, start: int, end: int | None
) -> None:
    whole = backup.read_bytes()
    answer = anna.get("/backup/download/full.tar.gz", headers={"Range": asked})
    first, last, _ = slice(start, end).indices(len(whole))
    assert (answer.status_code, answer.content) == (206, whole[start:end])
    assert answer.headers["Content-Range"] == f"bytes {first}-{last - 1}/{len(whole)}"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("bytes=abc", "Range header: range must be requested"),
        ("lines=1-2", "Only support bytes range"),
        ("bytes=50-10", "Range header: start must be less than end"),
    ],
)
def test_a_malformed_range_is_a_400_in_plain_text(
    anna: httpx.Client, backup: Path, asked: str, text: str
) -> None:
    answer = anna.get("/backup/download/full.tar.gz", headers={"Range": asked})
    assert (answer.status_code, answer.text) == (400, text)
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_a_range_past_the_end_is_a_416_without_the_unit(anna: httpx.Client, backup: Path) -> None:
    size = backup.stat().st_size
    answer = anna.get("/backup/download/full.tar.gz", headers={"Range": f"bytes={size}-"})
    assert (answer.status_code, answer.content) == (416, b"")
    assert answer.headers["Content-Range"] == f"*/{size}"
    assert "ETag" not in answer.headers


def test_two_ranges_promise_more_bytes_than_come(anna: httpx.Client, backup: Path) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        anna.get("/backup/download/full.tar.gz", headers={"Range": "bytes=0-9,20-29"})


def test_if_range_is_honoured_and_other_conditions_are_not(
    anna: httpx.Client, backup: Path
) -> None:
    url = "/backup/download/full.tar.gz"
    whole = anna.get(url)

    def status(**headers: str) -> int:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return anna.get(url, headers=named).status_code

    for known in (whole.headers["ETag"], whole.headers["Last-Modified"]):
        assert status(Range="bytes=5-9", If_Range=known) == 206
    assert status(Range="bytes=5-9", If_Range='"another"') == 200
    assert status(If_None_Match=whole.headers["ETag"]) == 200
    assert status(If_Modified_Since=whole.headers["Last-Modified"]) == 200
    assert status(If_Match='"another"') == 200
    assert anna.head(url).status_code == 405


@pytest.mark.parametrize(
    ("name", "status", "detail"),
    [
        ("none.tar.gz", 404, "Backup file not found"),
        ("full.zip", 400, "Invalid filename"),
        ("a..b.tar.gz", 400, "Invalid filename"),
        ("..%2f..%2fx.tar.gz", 404, "Not Found"),
        ("%5cevil.tar.gz", 404, "Backup file not found"),
        ("%00.tar.gz", 404, "Backup file not found"),
    ],
)
def test_no_name_leads_out_of_the_folder(
    anna: httpx.Client, backup: Path, name: str, status: int, detail: str
) -> None:
    answer = anna.get(f"/backup/download/{name}")
    assert (answer.status_code, answer.json()["detail"]) == (status, detail)


def test_a_folder_is_a_500_and_a_leak(anna: httpx.Client, plain_kuroibara: PlainKuroibara) -> None:
    (plain_kuroibara.archives / "folder.tar.gz").mkdir()
    download = anna.get("/backup/download/folder.tar.gz")
    assert (download.status_code, download.text) == (500, "Internal Server Error")
    delete = anna.delete("/backup/delete/folder.tar.gz")
    assert delete.status_code == 500
    assert str(plain_kuroibara.archives) in delete.json()["detail"]


def test_odd_names_are_told_in_the_long_form(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.add_backup("my backup é日")
    answer = anna.get("/backup/download/my backup é日.tar.gz")
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''my%20backup%20%C3%A9%E6%97%A5.tar.gz"
    )


# Sections 2.4 to 2.10


@pytest.mark.parametrize("content", [b"", b"random bytes", gzip.compress(b"x" * 999)[:20]])
def test_any_upload_is_taken_for_a_restore(anna: httpx.Client, content: bytes) -> None:
    answer = anna.post("/backup/upload-restore", files={"backup_file": ("x.tar.gz", content)})
    assert answer.status_code == 200
    assert answer.json()["status"] == "processing"
    assert len(answer.json()["warnings"]) == 3
    assert anna.get("/users/me").status_code == 200


def test_only_the_upload_s_name_is_looked_at(anna: httpx.Client) -> None:
    shouted = anna.post("/backup/upload-restore", files={"backup_file": ("x.TAR.GZ", b"")})
    assert shouted.status_code == 400
    assert shouted.json()["detail"] == "Invalid backup file. Must be a .tar.gz file"
    assert anna.post("/backup/upload-restore", files={"file": ("x.tar.gz", b"")}).status_code == 422


def test_a_genuine_restore_freezes_the_server(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara, backup: Path
) -> None:
    anna.post("/backup/upload-restore", files={"backup_file": ("x.tar.gz", backup.read_bytes())})
    with pytest.raises(httpx.ReadTimeout):
        anna.get("/users/me", timeout=0.3)
    plain_kuroibara.stop()
    plain_kuroibara.frozen.clear()
    plain_kuroibara.start()
    assert anna.get("/users/me").status_code == 200


def test_deleting(anna: httpx.Client, backup: Path) -> None:
    wrong_method = anna.get("/backup/delete/full.tar.gz")
    assert (wrong_method.status_code, wrong_method.headers["Allow"]) == (405, "DELETE")
    answer = anna.delete("/backup/delete/full.tar.gz")
    assert answer.json() == {"message": "Backup full.tar.gz deleted successfully"}
    assert not backup.exists()
    assert anna.delete("/backup/delete/full.tar.gz").status_code == 404


def test_cleanup_keeps_ten_whatever_they_are(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    for number in range(14):
        path = plain_kuroibara.archives / f"{number:02}.tar.gz"
        path.write_bytes(b"")
        os.utime(path, (number, number))
    assert anna.post("/backup/cleanup").json() == {
        "message": "Cleanup completed",
        "removed_backups": 4,
    }
    assert min(path.name for path in plain_kuroibara.archives.iterdir()) == "04.tar.gz"


def test_retention_is_shown_and_never_applied(anna: httpx.Client) -> None:
    answer = anna.post("/backup/apply-retention")
    assert answer.status_code == 500
    assert "no attribute 'apply_retention_policy'" in answer.json()["detail"]
    settings = anna.get("/backup/retention-settings").json()
    assert settings["retention_daily"] == 7
    assert set(settings["description"]) == {"daily", "weekly", "monthly", "yearly", "max_total"}


def test_the_schedule_has_times_with_an_offset(
    anna: httpx.Client, plain_kuroibara: PlainKuroibara
) -> None:
    plain_kuroibara.zone = ZoneInfo("Europe/Berlin")
    answer = anna.get("/backup/schedule").json()
    daily, weekly, monthly = (
        datetime.fromisoformat(answer[f"next_{name}_backup"])
        for name in ("daily", "weekly", "monthly")
    )
    assert daily.utcoffset() is not None
    assert (daily.hour, weekly.hour, monthly.hour) == (2, 3, 4)
    assert (weekly.weekday(), monthly.day) == (6, 1)


def test_what_only_the_engine_knows_is_not_found(anna: httpx.Client) -> None:
    for path in ("/backup/capabilities", "/backup/jobs"):
        answer = anna.get(path)
        assert (answer.status_code, answer.json()) == (404, {"detail": "Not Found"})


# Section 3: the archive


def test_the_archive_is_what_kuroibara_writes(tmp_path: Path) -> None:
    storage = tmp_path / "library"
    for kept in ("manga/a.cbz", "temp/lost.cbz", "x.tmp", "y.log", "z.LOG", ".git/config"):
        (storage / kept).parent.mkdir(parents=True, exist_ok=True)
        (storage / kept).write_bytes(b"x")
    (storage / "link").symlink_to("/etc")
    (storage / "empty").mkdir()
    path = make_format1(tmp_path / "made.tar.gz", None, storage, "made")

    header = path.read_bytes()[:10]
    assert (header[8], header[9]) == (2, 255)
    assert b"made.tar\x00" in path.read_bytes()[:30]
    with tarfile.open(path) as outer:
        assert outer.getnames() == ["database.sql", "backup_metadata.json", "storage.tar.gz"]
        assert all("mtime" in member.pax_headers for member in outer)
        text = outer.extractfile("backup_metadata.json")
        assert text is not None
        raw = text.read().decode()
        inner = outer.extractfile("storage.tar.gz")
        assert inner is not None
        with tarfile.open(fileobj=inner) as tar:
            assert tar.getnames() == [
                *("storage", "storage/.git", "storage/empty", "storage/link"),
                *("storage/manga", "storage/manga/a.cbz", "storage/temp", "storage/z.LOG"),
            ]
            assert tar.getmember("storage/link").issym()
    metadata = json.loads(raw)
    assert raw == json.dumps(metadata, indent=2)
    assert list(metadata) == [
        *("backup_name", "created_at", "kuroibara_version"),
        *("includes_storage", "database_size", "storage_size"),
    ]
    assert metadata["kuroibara_version"] == "unknown"
    assert datetime.fromisoformat(metadata["created_at"]).tzinfo is None
    assert metadata["database_size"] == SEED.stat().st_size


def test_the_seed_is_a_dump_that_would_drop_and_connect() -> None:
    text = SEED.read_text()
    order = [
        *("\\restrict ", "DROP DATABASE IF EXISTS kuroibara;", "CREATE DATABASE kuroibara WITH"),
        *("\\unrestrict ", "\\connect kuroibara", "COPY public.", "dump complete"),
    ]
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)
