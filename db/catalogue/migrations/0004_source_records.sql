-- Where an imported card comes from: what its source calls it when that is no UUID, and the object
-- as the source wrote it, so that an export gives back what the card has no place for.

CREATE TABLE source_record (
    kind TEXT NOT NULL CHECK (kind = 'place' OR kind = 'provider' OR kind = 'service'),
    uuid TEXT NOT NULL,  -- of the card
    source_id TEXT,
    original TEXT,  -- JSON
    PRIMARY KEY (kind, uuid),
    UNIQUE (kind, source_id)
) STRICT, WITHOUT ROWID;
