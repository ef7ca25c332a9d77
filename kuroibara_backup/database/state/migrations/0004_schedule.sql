-- One process of all looks after the schedules at a time, and leaves word when it did.
CREATE TABLE scheduler (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    ticked_at timestamptz
);
INSERT INTO scheduler DEFAULT VALUES;

CREATE TABLE schedule (
    name text PRIMARY KEY,
    -- What the environment of the server or worker started last says; `edits` win.
    cron text NOT NULL,
    zone text NOT NULL,
    enabled boolean NOT NULL,
    include_storage boolean NOT NULL,
    edits jsonb NOT NULL DEFAULT '{}',
    -- The moment of the cron that it waits for, and when that is carried out.
    slot timestamptz,
    next_due timestamptz,
    last_attempt timestamptz,
    last_success timestamptz,
    -- json, not jsonb, here and below: sentences may hold what jsonb refuses.
    last_error json,
    -- Runs in a row that failed for good.
    failures integer NOT NULL DEFAULT 0
);

CREATE TABLE run (
    id uuid PRIMARY KEY,
    kinds text[] NOT NULL,
    include_storage boolean NOT NULL,
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'submitted', 'succeeded', 'failed', 'cancelled')),
    attempt integer NOT NULL DEFAULT 1,
    submit_after timestamptz NOT NULL,
    job_id uuid,
    -- The job that makes this attempt's backup; any other one stands back.
    begun_by uuid,
    taken_at timestamptz NOT NULL,
    ended_at timestamptz,
    filename text,
    error json
);
CREATE INDEX run_unfinished ON run (submit_after) WHERE state IN ('waiting', 'submitted');

-- A slot has one run, however many processes see that it is due.
CREATE TABLE slot (
    schedule text NOT NULL REFERENCES schedule ON DELETE CASCADE,
    due timestamptz NOT NULL,
    run uuid NOT NULL REFERENCES run ON DELETE CASCADE,
    UNIQUE (schedule, due)
);
CREATE INDEX slot_run ON slot (run);

-- Retention rules that were changed by hand; what is not in here is as the environment says.
CREATE TABLE retention_edits (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    edits jsonb NOT NULL DEFAULT '{}'
);
INSERT INTO retention_edits DEFAULT VALUES;
