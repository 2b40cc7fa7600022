-- What people write to the centre and what becomes of it. Private: nothing here is ever published,
-- and the generator has no code that opens this file. Moments are seconds since 1970, UTC.

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

-- Who did what and when: only ever added to. Holds no words of residents.
CREATE TABLE audit_entry (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,  -- an account of the machine or of the panel
    action TEXT NOT NULL,
    subject TEXT NOT NULL  -- a case number
) STRICT;
