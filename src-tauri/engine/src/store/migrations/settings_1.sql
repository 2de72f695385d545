CREATE TABLE channels (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL,
  -- The name as compared: unique without regard to case.
  folded  TEXT NOT NULL UNIQUE,
  plain   TEXT NOT NULL,
  secrets BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  plain TEXT NOT NULL
) STRICT;
