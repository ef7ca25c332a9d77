CREATE TABLE engine (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    instance_id uuid NOT NULL,
    signing_key bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE administrator (
    user_id uuid PRIMARY KEY,
    name text NOT NULL,
    granted_at timestamptz NOT NULL
);

CREATE TABLE archive (
    origin text NOT NULL CHECK (origin IN ('engine', 'found')),
    filename text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    mtime_ns bigint NOT NULL,
    inode numeric(20) NOT NULL,
    created_at timestamptz NOT NULL,
    backup_id uuid,
    sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    -- json, not jsonb: found files may hold \u0000, which jsonb refuses.
    metadata json,
    kinds text[] NOT NULL,
    verified_at timestamptz,
    damaged boolean NOT NULL,
    suspect boolean NOT NULL,
    pinned boolean NOT NULL,
    PRIMARY KEY (origin, filename)
);

CREATE INDEX archive_backup_id ON archive (backup_id);
