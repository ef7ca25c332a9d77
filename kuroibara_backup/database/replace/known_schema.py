"""What does Kuroibara fill into a required column when a row from before that column has none?

Nearly every default is in Kuroibara's program and not in its database, so they are noted here: SQL
by (table, column), as Kuroibara 0.6 and 0.7 have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_FALSE: Final = "false"
_TRUE: Final = "true"

FILLED_WITH: Final[Mapping[tuple[str, str], str]] = {
    ("users", "is_active"): _TRUE,
    ("users", "is_superuser"): _FALSE,
    ("users", "two_fa_enabled"): _FALSE,
    ("users", "provider_check_interval"): "60",
    ("users", "theme"): "'light'",
    ("users", "nsfw_blur"): _TRUE,
    ("users", "download_quality"): "'high'",
    ("users", "download_path"): "'/app/storage'",
    ("users", "naming_format_manga"): (
        "'{Manga Title}/Volume {Volume}/{Chapter Number} - {Chapter Name}'"
    ),
    ("users", "naming_format_chapter"): "'{Chapter Number} - {Chapter Name}'",
    # The one that the format above follows.
    ("users", "preferred_structure_pattern"): "'volume'",
    ("users", "auto_organize_imports"): _TRUE,
    ("users", "create_cbz_files"): _TRUE,
    ("users", "preserve_original_files"): _FALSE,
    ("users", "chapter_auto_refresh_interval"): "300",
    ("users", "chapter_check_on_tab_focus"): _TRUE,
    ("users", "chapter_show_update_notifications"): _TRUE,
    ("users", "chapter_enable_manual_refresh"): _TRUE,
    ("users", "storage_type"): "'local'",
    ("users", "max_upload_size"): "'100MB'",
    ("manga", "is_nsfw"): _FALSE,
    ("chapter", "language"): "'en'",
    # A chapter that has its file was downloaded before Kuroibara noted such things.
    ("chapter", "download_status"): (
        "CASE WHEN file_path IS NULL THEN 'not_downloaded' ELSE 'downloaded' END"
    ),
    ("manga_user_library", "is_favorite"): _FALSE,
    ("manga_user_library", "is_downloaded"): _FALSE,
    ("category", "is_default"): _FALSE,
    ("reading_list", "is_public"): _FALSE,
    ("reading_progress", "page"): "1",
    ("reading_progress", "is_completed"): _FALSE,
    ("manga_metadata", "is_organized"): _FALSE,
    ("manga_metadata", "reading_status"): "'unread'",
    ("chapter_metadata", "is_organized"): _FALSE,
    ("chapter_metadata", "current_page"): "1",
    ("chapter_metadata", "reading_progress"): "0",
    ("chapter_metadata", "is_completed"): _FALSE,
    ("user_provider_preferences", "is_favorite"): _FALSE,
    ("user_provider_preferences", "is_enabled"): _TRUE,
    ("provider_status", "status"): "'unknown'",
    ("provider_status", "consecutive_failures"): "0",
    ("provider_status", "total_checks"): "0",
    ("provider_status", "successful_checks"): "0",
    ("provider_status", "uptime_percentage"): "100",
    ("provider_status", "is_enabled"): _TRUE,
    ("provider_status", "check_interval"): "60",
    ("provider_status", "max_consecutive_failures"): "3",
    ("external_integrations", "sync_enabled"): _TRUE,
    ("external_integrations", "sync_reading_progress"): _TRUE,
    ("external_integrations", "sync_ratings"): _TRUE,
    ("external_integrations", "sync_status"): _TRUE,
    ("external_integrations", "auto_sync"): _TRUE,
    ("external_integrations", "sync_count"): "0",
    ("organization_history", "files_processed"): "0",
    ("organization_jobs", "job_status"): "'pending'",
    ("organization_jobs", "total_items"): "0",
    ("organization_jobs", "processed_items"): "0",
    ("organization_jobs", "successful_items"): "0",
    ("organization_jobs", "failed_items"): "0",
}
"""Columns that are not here are refused rather than guessed."""
