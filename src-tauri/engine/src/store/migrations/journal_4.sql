-- Failures by cause: what goes wrong with what, how often, and whether it still does.
CREATE TABLE problems (
  id        INTEGER PRIMARY KEY,
  code      TEXT NOT NULL,
  -- What it is about: see `domain::AboutKind`, and its own number there; 0 where there is only one.
  about     INTEGER NOT NULL,
  which     INTEGER NOT NULL,
  -- Whose it is, of what is a channel's.
  channel   INTEGER,
  -- What fills its sentences, as JSON. Never a secret.
  params    TEXT NOT NULL,
  state     INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  last_at   INTEGER NOT NULL,
  solved_at INTEGER,
  count     INTEGER NOT NULL,
  -- The last exchanges that showed it, as JSON.
  exchanges TEXT NOT NULL
) STRICT;
CREATE INDEX problems_by_cause ON problems (about, which, code, id);
CREATE INDEX problems_unsolved ON problems (id) WHERE state < 2;

-- What was noted for the admin.
CREATE TABLE activity (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  problem INTEGER,
  params  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX activity_of_problem ON activity (problem, kind) WHERE problem IS NOT NULL;
CREATE INDEX activity_by_time ON activity (at);

-- What turned the fate of a delivery besides its tries: a platform's word about it, or that somebody wanted it sent again.
CREATE TABLE turns (
  delivery INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  at       INTEGER NOT NULL,
  -- 0 delivered, 1 read, 2 failed, 3 sent again.
  says     INTEGER NOT NULL,
  -- What brought the word; none for what was wanted here.
  exchange INTEGER,
  PRIMARY KEY (delivery, at, says)
) STRICT, WITHOUT ROWID;

-- Exchanges that were made out of earlier ones, by hand.
CREATE TABLE copies (
  exchange INTEGER PRIMARY KEY REFERENCES exchanges (id) ON DELETE CASCADE,
  original INTEGER NOT NULL
) STRICT;
CREATE INDEX copies_of_original ON copies (original);

-- Exchanges of which less is kept once all they caused has arrived: how much (see `domain::Privacy`), and whether that has been done.
CREATE TABLE blanks (
  exchange INTEGER PRIMARY KEY,
  level    INTEGER NOT NULL,
  done     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX blanks_due ON blanks (exchange) WHERE done = 0;
