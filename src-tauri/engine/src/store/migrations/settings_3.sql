-- Saved views of the list of conversations.
CREATE TABLE views (
  id    INTEGER PRIMARY KEY,
  plain TEXT NOT NULL
) STRICT;
