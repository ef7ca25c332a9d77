"""Rows for what Kuroibara notes of its manga elsewhere: trackers of reading, indexers of manga."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kuroibara_backup.demo.row import Row, Tables, stamped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from kuroibara_backup.demo.model import Manga, Person


def trackers(rng: Random, people: Sequence[Person], library: Sequence[Manga]) -> Tables:
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
        **stamped(rng),
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
                **stamped(rng, manga.added),
            }
            for number, manga in enumerate(library[::2])
        ],
    )


def indexers(rng: Random, library: Sequence[Manga]) -> Tables:
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
            **stamped(rng, manga.added),
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
                **stamped(rng, manga.added),
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
                **stamped(rng),
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
            **stamped(rng, manga.added),
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
                **stamped(rng, manga.added),
            }
            for manga, entry in zip(library[::3], entries, strict=True)
        ],
    )
