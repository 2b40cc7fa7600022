-- Mails that wait to be sent. One that was sent is gone: the mailbox of whom it was for has it.

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
