"""Rows for the tables in which Kuroibara keeps its own work: providers, downloads, operations."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from kuroibara_backup.demo.elsewhere_rows import indexers, trackers
from kuroibara_backup.demo.model import FIRST_DAY, new_id
from kuroibara_backup.demo.row import Row, Tables, stamped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

    from kuroibara_backup.demo.model import Manga, Person

_PROVIDERS: Final = ("Paper Index", "Tide Reader", "Lantern Scans")
_DAY: Final = timedelta(days=1)
_LATER: Final = FIRST_DAY + 40 * _DAY


def service_tables(
    rng: Random, people: Sequence[Person], library: Sequence[Manga], storage: Path
) -> Tables:
    """At least one row in each of these tables."""
    yield from _providers(rng, people)
    yield from trackers(rng, people, library)
    yield from _organizing(rng, people, library, storage)
    yield from _downloads(rng, library, storage)
    yield from indexers(rng, library)
    yield from _operations(rng, people)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _providers(rng: Random, people: Sequence[Person]) -> Tables:
    yield (
        "user_provider_preferences",
        [
            {
                "user_id": person.id,
                "provider_id": _slug(name),
                "is_favorite": order == 0,
                "priority_order": order,
                "is_enabled": True,
                **stamped(rng),
            }
            for person in people
            for order, name in enumerate(_PROVIDERS)
        ],
    )
    yield (
        "provider_status",
        [
            {
                "provider_id": _slug(name),
                "provider_name": name,
                "provider_url": f"https://{_slug(name)}.example/",
                "status": "active",
                "last_check": _LATER,
                "response_time": rng.randrange(40, 900),
                "error_message": None,
                "consecutive_failures": 0,
                "total_checks": 960,
                "successful_checks": 958,
                "uptime_percentage": 99,
                "is_enabled": True,
                "check_interval": 60,
                "max_consecutive_failures": 3,
                **stamped(rng),
            }
            for name in _PROVIDERS
        ],
    )


def _organizing(
    rng: Random, people: Sequence[Person], library: Sequence[Manga], storage: Path
) -> Tables:
    began = FIRST_DAY.replace(tzinfo=None)
    yield (
        "organization_history",
        [
            {
                "user_id": people[0].id,
                "manga_id": manga.id,
                "chapter_id": manga.chapters[0].id,
                "operation_type": "organize_chapter",
                "operation_status": "completed",
                "source_path": str(storage / manga.page_folder(manga.chapters[0])),
                "destination_path": str(storage / manga.cbz(manga.chapters[0])),
                "backup_path": None,
                "naming_format_used": None,
                "files_processed": manga.chapters[0].pages,
                "errors_encountered": [],
                "warnings_encountered": None,
                "started_at": began,
                "completed_at": began + timedelta(seconds=3),
                "duration_seconds": 3,
                "operation_details": None,
                **stamped(rng, manga.added),
            }
            for manga in library
        ],
    )
    yield (
        "organization_jobs",
        [
            {
                "user_id": people[0].id,
                "job_type": "bulk_organize",
                "job_status": "completed",
                "total_items": len(library),
                "processed_items": len(library),
                "successful_items": len(library),
                "failed_items": 0,
                "job_config": {"dry_run": False},
                "naming_format_manga": None,
                "naming_format_chapter": None,
                "started_at": began,
                "completed_at": began + timedelta(minutes=2),
                "estimated_completion": None,
                "result_summary": None,
                "error_log": None,
                **stamped(rng),
            }
        ],
    )


def _downloads(rng: Random, library: Sequence[Manga], storage: Path) -> Tables:
    client: Row = {
        "name": "Box in the hall",
        "client_type": "torrent",
        "implementation": "transmission",
        "host": "downloads.example",
        "port": 9091,
        "use_ssl": False,
        "username": "demo",
        "password": "made-up",
        "api_key": None,
        "settings": {"category": "manga"},
        "is_enabled": True,
        "priority": 1,
        "default_category": "manga",
        "download_path": None,
        "last_test": _LATER,
        "is_healthy": True,
        "error_message": None,
        **stamped(rng),
    }
    yield "download_clients", [client]
    yield (
        "downloads",
        [
            {
                "manga_id": manga.id,
                "chapter_id": manga.chapters[-1].id,
                "download_type": "torrent",
                "source_name": "Paper Index",
                "client_id": client["id"],
                "external_download_id": f"d{number}",
                "title": f"{manga.title} {manga.chapters[-1].number}",
                "download_url": None,
                "magnet_link": None,
                "torrent_hash": f"{rng.getrandbits(160):040x}",
                "status": "completed",
                "progress": 100.0,
                "total_size": 250_000,
                "downloaded_size": 250_000,
                "download_speed": None,
                "eta": None,
                "download_path": None,
                "final_path": str(storage / manga.path(manga.chapters[-1])),
                "started_at": manga.added,
                "completed_at": manga.added + timedelta(minutes=4),
                "error_message": None,
                "retry_count": 0,
                "max_retries": 3,
                **stamped(rng, manga.added),
            }
            for number, manga in enumerate(library[::4])
        ],
    )
    yield (
        "indexers",
        [
            {
                "name": name,
                "indexer_type": "torznab",
                "implementation": "prowlarr",
                "base_url": f"https://{_slug(name)}.example/api",
                "api_key": "made-up",
                "username": None,
                "password": None,
                "supports_search": True,
                "supports_rss": False,
                "settings": None,
                "is_enabled": True,
                "priority": 1,
                "last_test": None,
                "is_healthy": True,
                "error_message": None,
                "requests_per_day": 500,
                "requests_today": 3,
                "last_request_reset": _LATER,
                **stamped(rng),
            }
            for name in _PROVIDERS
        ],
    )


def _operations(rng: Random, people: Sequence[Person]) -> Tables:
    at = FIRST_DAY.replace(tzinfo=None)
    parent = new_id(rng)
    yield (
        "progress_operations",
        [
            {
                "id": key,
                "operation_type": "bulk_import",
                "title": title,
                "status": "completed",
                "progress_percentage": 100.0,
                "started_at": at,
                "completed_at": at + timedelta(minutes=5),
                "last_update": at + timedelta(minutes=5),
                "warning_messages": ["One cover was small"],
                "user_id": people[0].id,
                "parent_operation_id": above,
                "is_cancellable": False,
            }
            for key, title, above in (
                (parent, "Import of the first shelf", None),
                (new_id(rng), "Covers of the first shelf", parent),
            )
        ],
    )
    yield (
        "progress_events",
        [
            {
                "id": new_id(rng),
                "operation_id": parent,
                "event_type": "progress",
                "progress_percentage": float(done),
                "message": f"{done} of 100",
                "event_metadata": {"step": done},
                "timestamp": at + timedelta(seconds=done),
            }
            for done in range(0, 101, 20)
        ],
    )
    yield (
        "progress_sessions",
        [
            {
                "id": f"session-{rng.getrandbits(64):016x}",
                "user_id": person.id,
                "created_at": at,
                "last_activity": at + _DAY,
                "is_active": False,
                "client_info": {"agent": "demo"},
                "session_metadata": None,
            }
            for person in people
        ],
    )
