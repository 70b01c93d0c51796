-- What people have approved. Rows are changed once, when a grant ends before its time.
CREATE TABLE grants (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    rule      TEXT,             -- the soft rule that is not to count; NULL: the acts are approved
    what      TEXT    NOT NULL, -- for people, redacted
    scope     TEXT    NOT NULL, -- once, session, project
    session   TEXT    NOT NULL,
    project   TEXT,             -- a folder
    created   INTEGER NOT NULL, -- microseconds since 1970
    expires   INTEGER NOT NULL,
    given_by  TEXT    NOT NULL,
    given     TEXT    NOT NULL, -- dialog, command, answer
    entry     INTEGER NOT NULL, -- the call about which it was given
    ended     INTEGER,
    how_ended TEXT              -- used, revoked
) STRICT;

CREATE TABLE acts (
    grant_number  INTEGER NOT NULL REFERENCES grants (number) ON DELETE CASCADE,
    kind          TEXT    NOT NULL,
    target        TEXT    NOT NULL, -- redacted
    place         TEXT    NOT NULL,
    reversibility TEXT    NOT NULL,
    traits        TEXT    NOT NULL, -- names, separated by blanks
    carries       TEXT    NOT NULL,
    source        TEXT,
    digest        TEXT              -- of what tells it from others where kind and target do not
) STRICT;

CREATE INDEX acts_by_grant ON acts (grant_number);
