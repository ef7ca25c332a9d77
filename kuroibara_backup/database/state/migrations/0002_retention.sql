ALTER TABLE archive
    -- What a person wrote about the backup.
    ADD COLUMN note text NOT NULL DEFAULT '',
    -- Until then somebody may be fetching it.
    ADD COLUMN leased_until timestamptz;
