-- A channel may have three destinations: its endpoint, its platform, and its platform told what became of its messages.
CREATE TABLE destinations_2 (
  id       INTEGER PRIMARY KEY,
  channel  INTEGER NOT NULL,
  role     INTEGER NOT NULL,
  stopped  TEXT,
  probe_at INTEGER,
  -- Deliveries in a row that were given up, up to now.
  failures INTEGER NOT NULL DEFAULT 0,
  UNIQUE (channel, role)
) STRICT;
INSERT INTO destinations_2 SELECT id, channel, 0, stopped, probe_at, failures FROM destinations;
DROP TABLE destinations;
ALTER TABLE destinations_2 RENAME TO destinations;

-- Who it came from; of a call to a platform, what it was for; and the destination of what its result tells of.
ALTER TABLE exchanges ADD COLUMN source INTEGER NOT NULL DEFAULT 0;
ALTER TABLE exchanges ADD COLUMN step TEXT;
ALTER TABLE exchanges ADD COLUMN destination INTEGER;
UPDATE exchanges SET destination = (SELECT id FROM destinations d WHERE d.channel = exchanges.channel) WHERE result IN (0, 5);

-- Whose it is, where that is another channel than its exchange's: a link carried it there.
ALTER TABLE events ADD COLUMN channel INTEGER;
CREATE INDEX events_elsewhere ON events (channel) WHERE channel IS NOT NULL;

ALTER TABLE deliveries ADD COLUMN role INTEGER NOT NULL DEFAULT 0;
-- How far it has come, as only its platform understands it; sealed.
ALTER TABLE deliveries ADD COLUMN progress BLOB;
-- The chat, of what goes to a platform.
ALTER TABLE deliveries ADD COLUMN chat TEXT;
-- What a platform is told came about long after the exchange that caused it: its ids lie in no range.
CREATE INDEX deliveries_told ON deliveries (exchange) WHERE role = 2;
CREATE INDEX deliveries_of_chat ON deliveries (channel, chat, id) WHERE chat IS NOT NULL;

ALTER TABLE attempts ADD COLUMN step TEXT;
-- The newest activity the platform told of, by its clock.
ALTER TABLE tallies ADD COLUMN activity INTEGER;

ALTER TABLE conversations ADD COLUMN chat TEXT;
CREATE INDEX conversations_of_chat ON conversations (channel, chat) WHERE chat IS NOT NULL;

-- What came to an outbox under a name of the sender's: the same name again is the same event.
CREATE TABLE requests (
  channel INTEGER NOT NULL,
  name    TEXT NOT NULL,
  event   INTEGER NOT NULL,
  PRIMARY KEY (channel, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_of_event ON requests (event);

-- What platforms call the messages we wrote there.
CREATE TABLE sent (
  channel  INTEGER NOT NULL,
  key      TEXT NOT NULL,
  delivery INTEGER NOT NULL,
  PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_of_delivery ON sent (delivery);

-- What a platform was last told of one of its messages.
CREATE TABLE marks (
  channel    INTEGER NOT NULL,
  key        TEXT NOT NULL,
  status     INTEGER NOT NULL,
  told       INTEGER NOT NULL,
  -- The delivery whose end it was, and the one that tells it.
  delivery   INTEGER NOT NULL,
  write_back INTEGER NOT NULL,
  PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX marks_of_delivery ON marks (delivery);
CREATE INDEX marks_of_write_back ON marks (write_back);

-- What platforms taught about a chat ("chat:…") or a person ("contact:…").
CREATE TABLE learned (
  channel INTEGER NOT NULL,
  key     TEXT NOT NULL,
  at      INTEGER NOT NULL,
  sealed  BLOB NOT NULL,
  PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;

-- Files of messages. Their bytes lie beside the database.
CREATE TABLE files (
  id       INTEGER PRIMARY KEY,
  channel  INTEGER NOT NULL,
  -- The exchange that brought it; none when it was brought in at a screen.
  exchange INTEGER,
  -- 0 still to be fetched, 1 here, 2 lost.
  place    INTEGER NOT NULL,
  digest   TEXT,
  size     INTEGER,
  code     TEXT,
  tries    INTEGER NOT NULL,
  -- Name, type and address.
  sealed   BLOB NOT NULL
) STRICT;
CREATE INDEX files_to_fetch ON files (id) WHERE place = 0;
CREATE INDEX files_by_digest ON files (digest) WHERE digest IS NOT NULL;
CREATE INDEX files_of_channel ON files (channel);
