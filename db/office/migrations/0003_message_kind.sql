-- Beside questions to the coordinator: reports that a service sheet is out of date, and what
-- readers think of a page.

ALTER TABLE message ADD COLUMN kind TEXT NOT NULL DEFAULT 'contact'
    CHECK (kind IN ('contact', 'outdated', 'feedback'));
ALTER TABLE message ADD COLUMN page TEXT;  -- path of the page that it is about
ALTER TABLE message ADD COLUMN score INTEGER CHECK (score BETWEEN 1 AND 5);

-- What was ticked, in the order in which it was asked.
CREATE TABLE message_reason (
    id INTEGER PRIMARY KEY,
    case_number TEXT NOT NULL REFERENCES message (case_number) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    UNIQUE (case_number, reason)
) STRICT;
