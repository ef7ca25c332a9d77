-- Every act of people and of the engine, for as long as the law of the trigger below.
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    via text NOT NULL,
    user_id uuid,
    user_name text,
    device text,
    address text,
    act text NOT NULL,
    subject text NOT NULL,
    outcome text NOT NULL,
    code text,
    details json NOT NULL
);

CREATE INDEX audit_at ON audit (at);

-- A trigger, because the role that owns the table, or is superuser, heeds no REVOKE.
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '2 years' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit table is only ever added to' USING ERRCODE = 'raise_exception';
END
$$;

CREATE TRIGGER audit_keeps_rows BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_keeps_all BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_keeps_rows, ENABLE ALWAYS TRIGGER audit_keeps_all;

-- One sign-in with a password, and all tokens that follow from it.
CREATE TABLE sign_in (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    -- Tells whether the account still has the password that was given.
    password_mark bytea NOT NULL,
    -- The refresh token that was used last; only its children and itself may be used next.
    current_token text NOT NULL,
    begun_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    ended_why text
);

CREATE INDEX sign_in_user ON sign_in (user_id);

-- Attempts that failed. The mark is a keyed digest: a password typed as a name is not kept.
CREATE TABLE attempt (
    what text NOT NULL,
    mark bytea NOT NULL,
    failures integer NOT NULL,
    last_at timestamptz NOT NULL,
    opens_at timestamptz NOT NULL,
    PRIMARY KEY (what, mark)
);

-- Addresses from which a user has signed in: strangers elsewhere do not make them wait.
CREATE TABLE known_address (
    mark bytea PRIMARY KEY,
    last_at timestamptz NOT NULL
);

-- The time step of the last one-time code that was taken.
CREATE TABLE totp_used (
    user_id uuid PRIMARY KEY,
    step bigint NOT NULL
);

CREATE TABLE device (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    -- Whose rights it borrows: who made it, or who invited a friend to hold it.
    user_id uuid NOT NULL,
    user_name text NOT NULL,
    invited boolean NOT NULL,
    made_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    last_address text,
    revoked_at timestamptz
);

CREATE INDEX device_user ON device (user_id);

CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    code_hash bytea NOT NULL UNIQUE,
    scopes text[] NOT NULL,
    user_id uuid NOT NULL,
    user_name text NOT NULL,
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
);

ALTER TABLE administrator
    -- A row stays when the right is taken away: BACKUP_ADMINS must not give it again by name.
    ADD COLUMN revoked_at timestamptz;
