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
    purge_on TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'contact'
    CHECK (kind IN ('contact', 'outdated', 'feedback')), page TEXT, score INTEGER CHECK (score BETWEEN 1 AND 5),
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

CREATE TABLE message_reason (
    id INTEGER PRIMARY KEY,
    case_number TEXT NOT NULL REFERENCES message (case_number) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    UNIQUE (case_number, reason)
) STRICT;

CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    form_id TEXT NOT NULL UNIQUE,  -- of the form that began it: a second click begins no second one
    kind TEXT NOT NULL CHECK (kind IN ('new', 'change')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN (
        'draft', 'unverified', 'sent', 'in_review', 'needs_correction', 'published', 'declined',
        'withdrawn')),
    email TEXT NOT NULL,
    email_verified INTEGER NOT NULL DEFAULT 0 CHECK (email_verified IN (0, 1)),
    language TEXT NOT NULL,
    provider TEXT,  -- slug in catalogue.db; that card may be gone
    cards TEXT NOT NULL,  -- JSON, as it was typed
    reason TEXT,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    sent_at INTEGER,
    purge_on TEXT NOT NULL
) STRICT;

CREATE INDEX submission_by_state ON submission (state, changed_at);

CREATE INDEX submission_by_email ON submission (email);

CREATE INDEX submission_by_purge_day ON submission (purge_on);

CREATE TABLE submission_version (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    cards TEXT NOT NULL,
    PRIMARY KEY (submission_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_remark (
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    field TEXT NOT NULL,  -- empty: about all of it
    text TEXT NOT NULL,
    PRIMARY KEY (submission_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_link (
    hash TEXT PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    way TEXT NOT NULL CHECK (way IN ('browser', 'mail')),  -- how it reached the institution
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX submission_link_by_submission ON submission_link (submission_id);

CREATE TABLE "outbox_mail" (
    id INTEGER PRIMARY KEY,
    mail_id TEXT NOT NULL UNIQUE,
    case_number TEXT NOT NULL,
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
