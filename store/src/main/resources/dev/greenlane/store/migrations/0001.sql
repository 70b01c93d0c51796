-- The record of calls and verdicts. Rows are only added, and removed from the front by retention.
CREATE TABLE entries (
    number         INTEGER PRIMARY KEY, -- 1, 2, 3, … without a gap
    time           INTEGER NOT NULL,    -- microseconds since 1970
    session        TEXT    NOT NULL,
    parent         TEXT,                -- the session that started this one
    agent          TEXT    NOT NULL,
    tool           TEXT    NOT NULL,
    input          TEXT    NOT NULL,    -- JSON, redacted
    cwd            TEXT    NOT NULL,
    outcome        TEXT    NOT NULL,    -- allow, ask, deny
    rule           TEXT    NOT NULL,
    reason         TEXT    NOT NULL,
    evidence_start INTEGER,             -- UTF-16 offsets into the call's text, before redaction
    evidence_end   INTEGER,
    clears         TEXT,
    effects        TEXT    NOT NULL,    -- JSON, redacted
    facts          TEXT    NOT NULL,    -- JSON, redacted
    stage          TEXT    NOT NULL,
    micros         INTEGER NOT NULL,    -- how long the review took
    tokens         INTEGER NOT NULL,    -- of models that were asked
    cost           INTEGER NOT NULL,    -- millionths of a US dollar
    mode           TEXT    NOT NULL,
    shadow         INTEGER NOT NULL,    -- 1: only recorded, the client was not told
    answered       TEXT    NOT NULL,    -- what the client was told
    hash           BLOB    NOT NULL     -- SHA-256 over the hash of the entry before, the number and all of the above
) STRICT;

CREATE INDEX entries_by_session ON entries (session);
CREATE INDEX entries_by_parent ON entries (parent) WHERE parent IS NOT NULL;
CREATE INDEX entries_by_time ON entries (time);
CREATE INDEX entries_denied ON entries (number) WHERE outcome = 'deny';

-- One row: the entry before the first one kept, and the last one.
CREATE TABLE chain (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    anchor_number INTEGER NOT NULL,
    anchor_hash   BLOB    NOT NULL,
    head_number   INTEGER NOT NULL,
    head_hash     BLOB    NOT NULL
) STRICT;

INSERT INTO chain VALUES (1, 0, zeroblob(32), 0, zeroblob(32));

CREATE TABLE sessions (
    id               TEXT    PRIMARY KEY,
    parent           TEXT,
    agent            TEXT    NOT NULL,
    mode             TEXT,                        -- NULL: the user's usual mode
    denials_in_a_row INTEGER NOT NULL DEFAULT 0,
    denials          INTEGER NOT NULL DEFAULT 0,
    breaker          TEXT    NOT NULL DEFAULT 'closed',
    started          INTEGER NOT NULL,            -- microseconds since 1970
    last_seen        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
