-- Nothing is sent while there is a row; without a time until the admin resumes it.
CREATE TABLE pause (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  until INTEGER
) STRICT;

-- Channels that have a practice endpoint.
CREATE TABLE practice (
  channel INTEGER PRIMARY KEY REFERENCES channels (id) ON DELETE CASCADE,
  port    INTEGER NOT NULL,
  -- How it answers, as JSON.
  answer  TEXT NOT NULL,
  -- Where the channel sent before; sealed.
  sealed  BLOB NOT NULL
) STRICT;

-- How far the set-up of channels has come that are not finished.
CREATE TABLE setups (
  channel INTEGER PRIMARY KEY REFERENCES channels (id) ON DELETE CASCADE,
  step    INTEGER NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
