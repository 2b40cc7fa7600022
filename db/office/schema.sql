CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    form_id TEXT NOT NULL UNIQUE,  -- of the form that was filled in: a second click is no second message
    received_at INTEGER NOT NULL,
    language TEXT NOT NULL,
    sender TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    preferred_hours TEXT,
    subject TEXT NOT NULL,
    service TEXT,  -- slug in catalogue.db; that card may be gone
    text TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    closed_at INTEGER,
    closing_note TEXT,
    purge_on TEXT NOT NULL,
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX message_by_state ON message (state, received_at);

CREATE INDEX message_by_purge_day ON message (purge_on);

CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,  -- an account of the machine or of the panel
    action TEXT NOT NULL,
    subject TEXT NOT NULL  -- a case number
) STRICT;

CREATE TABLE outbox_mail (
    id INTEGER PRIMARY KEY,
    mail_id TEXT NOT NULL UNIQUE,  -- of its Message-ID: the same mail whenever it is tried
    case_number TEXT NOT NULL REFERENCES message (case_number) ON DELETE CASCADE,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_try_at INTEGER,  -- none: nobody tries again, somebody must look at it
    tries INTEGER NOT NULL DEFAULT 0,
    remark TEXT
) STRICT;

CREATE INDEX outbox_mail_by_try ON outbox_mail (next_try_at);

CREATE INDEX outbox_mail_by_case ON outbox_mail (case_number);

CREATE TABLE search_count (
    day TEXT NOT NULL,
    query TEXT NOT NULL,  -- folded; nothing that looks personal
    asked INTEGER NOT NULL,
    results INTEGER NOT NULL,  -- the last time
    PRIMARY KEY (day, query)
) STRICT, WITHOUT ROWID;
