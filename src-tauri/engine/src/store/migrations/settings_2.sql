CREATE TABLE links (
  id        INTEGER PRIMARY KEY,
  customers INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  operators INTEGER NOT NULL REFERENCES channels (id) ON DELETE CASCADE,
  plain     TEXT NOT NULL
) STRICT;
CREATE INDEX links_of_customers ON links (customers);
CREATE INDEX links_of_operators ON links (operators);
