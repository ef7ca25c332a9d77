-- A restore from its plan to the day on which what it replaced is dropped.
CREATE TABLE restore (
    id uuid PRIMARY KEY,
    phase text NOT NULL CHECK (phase IN (
        'planned', 'waiting', 'preparing', 'swapping', 'undoing', 'restored', 'returning',
        'rolled_back', 'repeating', 'unchanged', 'over')),
    -- What it is about and what was shown; never changed.
    plan json NOT NULL,
    planned_at timestamptz NOT NULL,
    requested_by uuid,
    ticket_sha256 bytea,
    confirmed_at timestamptz,
    -- When the phase became one that lasts.
    settled_at timestamptz,
    -- Names and numbers that the steps leave for the steps after them.
    facts json NOT NULL DEFAULT '{}',
    error json
);

-- Two at once would take each other's database away.
CREATE UNIQUE INDEX restore_at_work ON restore ((true))
    WHERE phase IN ('preparing', 'swapping', 'undoing', 'returning', 'repeating');

CREATE TABLE restore_step (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    restore_id uuid NOT NULL REFERENCES restore ON DELETE CASCADE,
    name text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
