-- What people look for and how often: no word of who asked.

CREATE TABLE search_count (
    day TEXT NOT NULL,
    query TEXT NOT NULL,  -- folded; nothing that looks personal
    asked INTEGER NOT NULL,
    results INTEGER NOT NULL,  -- the last time
    PRIMARY KEY (day, query)
) STRICT, WITHOUT ROWID;
