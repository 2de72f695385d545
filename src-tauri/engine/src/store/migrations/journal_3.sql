-- What an event, a message and a delivery are about, by our own numbers.
ALTER TABLE events ADD COLUMN conversation INTEGER;
ALTER TABLE events ADD COLUMN contact INTEGER;
CREATE INDEX events_of_conversation ON events (conversation, id) WHERE conversation IS NOT NULL;
CREATE INDEX events_of_contact ON events (contact, id) WHERE contact IS NOT NULL AND conversation IS NULL;
-- The event that brought it.
ALTER TABLE messages ADD COLUMN event INTEGER;
ALTER TABLE deliveries ADD COLUMN conversation INTEGER;
CREATE INDEX deliveries_failed_in_conversation ON deliveries (conversation, id) WHERE state = 6 AND conversation IS NOT NULL;
-- Whom it is with.
ALTER TABLE conversations ADD COLUMN person INTEGER;
CREATE INDEX conversations_of_person ON conversations (person) WHERE person IS NOT NULL;

-- How far the history of a conversation was fetched.
CREATE TABLE pulled (
  conversation INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
  -- Nothing older was asked for; null: from its beginning.
  since        INTEGER,
  -- When something had last happened in it.
  active_at    INTEGER NOT NULL,
  -- The platform's number of its last message.
  last         INTEGER NOT NULL
) STRICT;

-- Conversations that are to be sent later.
CREATE TABLE flags (
  conversation INTEGER PRIMARY KEY,
  -- Ours: what is asked for because of it is asked for once.
  id           INTEGER NOT NULL,
  channel      INTEGER NOT NULL,
  -- When: see `domain::When`.
  upon         INTEGER NOT NULL,
  source       INTEGER NOT NULL,
  -- Its time has come.
  due          INTEGER NOT NULL,
  -- Where to; sealed.
  sealed       BLOB NOT NULL
) STRICT;
CREATE INDEX flags_due ON flags (id) WHERE due = 1;
CREATE INDEX flags_of_channel ON flags (channel);

-- A channel may have further destinations: addresses given once, told apart by a digest of them.
CREATE TABLE destinations_3 (
  id       INTEGER PRIMARY KEY,
  channel  INTEGER NOT NULL,
  role     INTEGER NOT NULL,
  stopped  TEXT,
  probe_at INTEGER,
  -- Deliveries in a row that were given up, up to now.
  failures INTEGER NOT NULL DEFAULT 0,
  digest   BLOB NOT NULL DEFAULT x'',
  -- The address; sealed.
  address  BLOB,
  UNIQUE (channel, role, digest)
) STRICT;
INSERT INTO destinations_3 SELECT id, channel, role, stopped, probe_at, failures, x'', NULL FROM destinations;
DROP TABLE destinations;
ALTER TABLE destinations_3 RENAME TO destinations;
CREATE INDEX deliveries_to_addresses ON deliveries (destination) WHERE role = 3;

-- Bulk sends, with how many of their items stand where: nobody counts rows.
CREATE TABLE bulks (
  id        INTEGER PRIMARY KEY,
  state     INTEGER NOT NULL,
  ended_at  INTEGER,
  -- Why it paused itself, or ended before its time, as JSON.
  error     TEXT,
  total     INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  skipped   INTEGER NOT NULL,
  failed    INTEGER NOT NULL,
  unknown   INTEGER NOT NULL,
  -- Target, speed, what was chosen; sealed.
  sealed    BLOB NOT NULL
) STRICT;

CREATE TABLE bulk_items (
  bulk         INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  conversation INTEGER,
  -- Whose it is, also when the conversation is no longer here.
  channel      INTEGER,
  -- Its `webhook-id`, the same at every try.
  event        INTEGER NOT NULL,
  state        INTEGER NOT NULL,
  reason       INTEGER,
  code         TEXT,
  tries        INTEGER NOT NULL DEFAULT 0,
  at           INTEGER,
  exchange     INTEGER,
  delivery     INTEGER,
  line         INTEGER,
  -- The line of an import as it came; sealed.
  given        BLOB,
  PRIMARY KEY (bulk, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_items_by_state ON bulk_items (bulk, state, n);
CREATE INDEX bulk_items_of_conversation ON bulk_items (conversation) WHERE conversation IS NOT NULL;
