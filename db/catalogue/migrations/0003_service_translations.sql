-- The texts of service cards in other languages, one row for each text.
CREATE TABLE service_translation (
    service_id INTEGER NOT NULL REFERENCES service (id) ON DELETE CASCADE,
    language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]' AND language <> 'pl'),
    position INTEGER NOT NULL,
    field TEXT NOT NULL,  -- where on the card: steps[2].text
    original TEXT NOT NULL,  -- what the card said there when it was translated
    text TEXT NOT NULL,
    PRIMARY KEY (service_id, language, position),
    UNIQUE (service_id, language, field)
) STRICT, WITHOUT ROWID;
