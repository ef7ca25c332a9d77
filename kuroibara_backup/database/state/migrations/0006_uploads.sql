ALTER TABLE archive
    DROP CONSTRAINT archive_origin_check,
    ADD CONSTRAINT archive_origin_check CHECK (origin IN ('engine', 'found', 'uploaded')),
    -- When a drill last brought this very file back to life.
    ADD COLUMN proved_at timestamptz;

CREATE TABLE upload (
    id uuid PRIMARY KEY,
    filename text NOT NULL,
    size bigint NOT NULL CHECK (size > 0),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    -- So many bytes from the start are on the disk; the file itself may be longer, never trusted.
    received bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
    -- The name of the backup that it has become; null while it is still an upload.
    published text,
    job_id uuid,
    created_by uuid,
    created_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL
);

CREATE TABLE drill (
    id uuid PRIMARY KEY,
    filename text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^([0-9a-f]{64})?$'),
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    proved boolean NOT NULL,
    report json NOT NULL
);

CREATE INDEX drill_sha256 ON drill (sha256, started_at);

-- The last moment at which a drill was due and taken up.
CREATE TABLE drill_slot (
    due timestamptz PRIMARY KEY
);
