-- How far the set-up of channels has come that are not finished.
CREATE TABLE setups (
  channel INTEGER PRIMARY KEY REFERENCES channels (id) ON DELETE CASCADE,
  step    INTEGER NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
