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
