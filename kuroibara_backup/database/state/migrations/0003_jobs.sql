CREATE TABLE job (
    id uuid PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    backup_name text NOT NULL,
    queueing_lock text NOT NULL,
    -- json, not jsonb, here and below: text from file names may hold what jsonb refuses.
    arguments json NOT NULL,
    requested_by uuid,
    state text NOT NULL DEFAULT 'queued',
    stage text,
    done bigint NOT NULL DEFAULT 0,
    total bigint,
    rate double precision,
    warnings json NOT NULL DEFAULT '[]',
    result json,
    report json,
    error json,
    attempt integer NOT NULL DEFAULT 1,
    -- How many attempts ended because their process was gone.
    losses integer NOT NULL DEFAULT 0,
    -- Goes up whenever the job changes hands; who holds an older one may write nothing.
    token bigint NOT NULL DEFAULT 0,
    -- procrastinate's number of this attempt. No foreign key: its row goes when the attempt ends.
    task bigint,
    heartbeat timestamptz,
    cancel_requested boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz
) WITH (fillfactor = 70);

CREATE INDEX job_unfinished ON job (number) WHERE finished_at IS NULL;
CREATE INDEX job_task ON job (task) WHERE finished_at IS NULL;

-- Which steps of procrastinate's own schema this database has seen, and by which version.
CREATE TABLE queue_step (name text PRIMARY KEY);
CREATE TABLE queue_version (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version text NOT NULL
);
