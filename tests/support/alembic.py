"""Kuroibara's other schema: what `alembic upgrade head` (016) makes, where the app makes none.

Written from the differences that were found between the two; with rows in the tables, too. Of the
labels of the enum only the column is known.
"""

from __future__ import annotations

from tests.support.postgres import execute

_STAMPED = (
    *("chapter_metadata", "manga_metadata", "external_integrations"),
    *("external_manga_mappings", "organization_history", "organization_jobs"),
)
_ONLY_OF_THE_APP = (
    *("mangaupdates_entries", "mangaupdates_mappings"),
    *("progress_events", "progress_operations", "progress_sessions"),
)
VERSION = "016"
_REWRITTEN = """
    CREATE TABLE alembic_version
        (version_num varchar(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY);
    ALTER TABLE users ALTER download_path TYPE varchar(255);
    ALTER TABLE chapter ADD external_url varchar(500), ADD published_at timestamp;
    CREATE TYPE readingstatus AS ENUM ('UNREAD', 'READING', 'COMPLETED');
    ALTER TABLE reading_progress
        ADD progress_percentage float, ADD status readingstatus, ADD total_pages integer,
        ALTER chapter_id DROP NOT NULL;
    UPDATE reading_progress SET
        progress_percentage = CASE WHEN is_completed THEN 100 ELSE 5 END,
        status = CASE WHEN is_completed THEN 'COMPLETED' ELSE 'READING' END::readingstatus;
    ALTER TABLE reading_progress
        ALTER progress_percentage SET NOT NULL, ALTER status SET NOT NULL, DROP is_completed;
"""


def as_alembic_makes_it(url: str) -> None:
    """Turn the app's schema into alembic's."""
    execute(url, *(f"DROP TABLE {name} CASCADE" for name in _ONLY_OF_THE_APP))
    execute(url, _REWRITTEN, f"INSERT INTO alembic_version VALUES ('{VERSION}')")
    for table in _STAMPED:
        for column in ("created_at", "updated_at"):
            change = f"ALTER {column} DROP DEFAULT, ALTER {column} TYPE timestamp"
            execute(url, f"ALTER TABLE {table} {change}")
