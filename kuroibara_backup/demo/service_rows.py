"""Rows for the tables in which Kuroibara keeps its own work: providers, downloads, mappings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from kuroibara_backup.demo.model import FIRST_DAY, Manga, Person, new_id

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

Row = dict[str, object]
Tables = Iterator[tuple[str, list[Row]]]

_PROVIDERS: Final = ("Paper Index", "Tide Reader", "Lantern Scans")
_DAY: Final = timedelta(days=1)
_LATER: Final = FIRST_DAY + 40 * _DAY


def service_tables(
    rng: Random, people: Sequence[Person], library: Sequence[Manga], storage: Path
) -> Tables:
    """At least one row in each of these tables."""
    yield from _providers(rng, people)
    yield from _integrations(rng, people, library)
    yield from _organizing(rng, people, library, storage)
    yield from _downloads(rng, library, storage)
    yield from _indexed(rng, library)
    yield from _operations(rng, people)


def _stamped(rng: Random, time: datetime = FIRST_DAY) -> Row:
    return {"id": new_id(rng), "created_at": time, "updated_at": time}


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
                **_stamped(rng),
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
                **_stamped(rng),
            }
            for name in _PROVIDERS
        ],
    )


def _integrations(rng: Random, people: Sequence[Person], library: Sequence[Manga]) -> Tables:
    integration: Row = {
        "user_id": people[0].id,
        "integration_type": "ANILIST",
        "client_id": "demo",
        "client_secret": "made-up-secret",
        "access_token": "made-up-token",
        "refresh_token": None,
        "token_expires_at": datetime(2027, 1, 1),  # noqa: DTZ001  # Kuroibara's column has no zone
        "external_user_id": "1001",
        "external_username": people[0].username,
        "sync_enabled": True,
        "sync_reading_progress": True,
        "sync_ratings": False,
        "sync_status": True,
        "auto_sync": False,
        "last_sync_at": None,
        "last_sync_status": "SUCCESS",
        "last_sync_error": None,
        "sync_count": 12,
        "settings": {"private": True},
        **_stamped(rng),
    }
    yield "external_integrations", [integration]
    yield (
        "external_manga_mappings",
        [
            {
                "integration_id": integration["id"],
                "manga_id": manga.id,
                "external_manga_id": str(5000 + number),
                "external_title": manga.readable,
                "external_url": None,
                "last_synced_at": None,
                "sync_status": "PENDING",
                "sync_error": None,
                "external_data": None,
                **_stamped(rng, manga.added),
            }
            for number, manga in enumerate(library[::2])
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
                **_stamped(rng, manga.added),
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
                **_stamped(rng),
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
        **_stamped(rng),
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
                **_stamped(rng, manga.added),
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
                **_stamped(rng),
            }
            for name in _PROVIDERS
        ],
    )


def _indexed(rng: Random, library: Sequence[Manga]) -> Tables:
    universal: list[Row] = [
        {
            "source_indexer": "paper-index",
            "source_id": str(number),
            "title": manga.title,
            "is_nsfw": False,
            "genres": list(manga.genres),
            "authors": [{"name": manga.author, "role": "Story & art"}],
            "year": manga.year,
            "rating": 8.25,
            "confidence_score": 0.75,
            "data_completeness": 0.5,
            "refresh_interval_hours": 24,
            "auto_refresh_enabled": True,
            **_stamped(rng, manga.added),
        }
        for number, manga in enumerate(library[::3])
    ]
    yield "universal_manga_entries", universal
    yield (
        "universal_manga_mappings",
        [
            {
                "manga_id": manga.id,
                "universal_entry_id": entry["id"],
                "confidence_score": 0.9,
                "mapping_source": "auto",
                "verified_by_user": False,
                "use_universal_metadata": True,
                "use_universal_cover": False,
                **_stamped(rng, manga.added),
            }
            for manga, entry in zip(library[::3], universal, strict=True)
        ],
    )
    yield (
        "cross_indexer_references",
        [
            {
                "universal_entry_id": entry["id"],
                "reference_indexer": "tide-reader",
                "reference_id": f"t{number}",
                "confidence_score": 0.8,
                "match_method": "title",
                "verified_by_user": False,
                "additional_metadata": {"checked": "twice"},
                **_stamped(rng),
            }
            for number, entry in enumerate(universal)
        ],
    )
    entries: list[Row] = [
        {
            "mu_series_id": str(70_000 + number),
            "title": manga.title,
            "is_nsfw": False,
            "genres": list(manga.genres),
            "auto_refresh_enabled": True,
            **_stamped(rng, manga.added),
        }
        for number, manga in enumerate(library[::3])
    ]
    yield "mangaupdates_entries", entries
    yield (
        "mangaupdates_mappings",
        [
            {
                "manga_id": manga.id,
                "mu_entry_id": entry["id"],
                "confidence_score": 1.0,
                "mapping_source": "manual",
                "verified_by_user": True,
                **_stamped(rng, manga.added),
            }
            for manga, entry in zip(library[::3], entries, strict=True)
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
