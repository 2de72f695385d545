-- Bodies, once by channel and content among those of late; sealed.
CREATE TABLE bodies (
  id      INTEGER PRIMARY KEY,
  channel INTEGER,
  digest  BLOB NOT NULL,
  size    INTEGER NOT NULL,
  sealed  BLOB NOT NULL
) STRICT;

-- The log. What it caused has ids from `first` to `last`: they are given in one go.
CREATE TABLE exchanges (
  id            INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  direction     INTEGER NOT NULL,
  channel       INTEGER,
  kind          TEXT,
  platform_name TEXT NOT NULL,
  who           TEXT NOT NULL,
  preview       TEXT NOT NULL,
  status        INTEGER,
  result        INTEGER NOT NULL,
  skipped       INTEGER,
  code          TEXT,
  took_us       INTEGER NOT NULL,
  size          INTEGER NOT NULL,
  made          INTEGER,
  next_at       INTEGER,
  can_process   INTEGER NOT NULL,
  first         INTEGER,
  last          INTEGER,
  -- Of one that went out: the delivery it was a try of.
  delivery      INTEGER,
  body          INTEGER,
  answer        INTEGER,
  -- Method, address, caller and headers of both sides; sealed.
  envelope      BLOB NOT NULL
) STRICT;
CREATE INDEX exchanges_of_channel ON exchanges (channel, id);
-- Only the states that are rare are indexed: a page of a common one is found by going back through the log.
CREATE INDEX exchanges_in_rare_states ON exchanges (result, id) WHERE result IN (5, 6, 8, 10, 11);

CREATE TABLE events (
  id            INTEGER PRIMARY KEY,
  exchange      INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  platform_name TEXT NOT NULL,
  skipped       INTEGER,
  sealed        BLOB NOT NULL
) STRICT;

-- How a repeat is recognised: the last revision of each thing.
CREATE TABLE seen (
  channel  INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (channel, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  id         INTEGER PRIMARY KEY,
  channel    INTEGER NOT NULL,
  key        TEXT NOT NULL,
  identifier TEXT,
  phone      TEXT,
  email      TEXT,
  sealed     BLOB NOT NULL,
  UNIQUE (channel, key)
) STRICT;
CREATE INDEX contacts_by_identifier ON contacts (channel, identifier) WHERE identifier IS NOT NULL;

CREATE TABLE conversations (
  id          INTEGER PRIMARY KEY,
  channel     INTEGER NOT NULL,
  key         TEXT NOT NULL,
  started_at  INTEGER,
  ended_at    INTEGER,
  -- Only where sessions and conversations are numbered apart: whose it is, and whether only a session of it is known so far.
  contact     TEXT,
  provisional INTEGER NOT NULL,
  sealed      BLOB NOT NULL,
  UNIQUE (channel, key)
) STRICT;
CREATE INDEX conversations_of_contact ON conversations (channel, contact) WHERE contact IS NOT NULL;

-- Which conversation a session belongs to.
CREATE TABLE sessions (
  channel      INTEGER NOT NULL,
  session      TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  PRIMARY KEY (channel, session)
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
  id           INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL REFERENCES conversations (id),
  -- None: nothing tells it from another of the same words, so two are two.
  key          TEXT,
  sent_at      INTEGER,
  sealed       BLOB NOT NULL,
  UNIQUE (conversation, key)
) STRICT;

CREATE TABLE destinations (
  id       INTEGER PRIMARY KEY,
  channel  INTEGER NOT NULL UNIQUE,
  stopped  TEXT,
  probe_at INTEGER,
  -- Deliveries in a row that were given up, up to now.
  failures INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE lanes (
  id          INTEGER PRIMARY KEY,
  destination INTEGER NOT NULL REFERENCES destinations (id),
  -- None: a lane for one delivery, gone with it.
  key         TEXT,
  -- When its head is due; none while it is idle.
  due         INTEGER,
  head        INTEGER,
  UNIQUE (destination, key)
) STRICT;
CREATE INDEX lanes_due ON lanes (destination, due) WHERE due IS NOT NULL;

CREATE TABLE deliveries (
  id            INTEGER PRIMARY KEY,
  event         INTEGER NOT NULL,
  exchange      INTEGER NOT NULL,
  channel       INTEGER NOT NULL,
  destination   INTEGER NOT NULL,
  lane          INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  state         INTEGER NOT NULL,
  skipped       INTEGER,
  code          TEXT,
  -- Tries that count towards giving up, and all tries.
  made          INTEGER NOT NULL,
  tries         INTEGER NOT NULL,
  failing_since INTEGER,
  due           INTEGER,
  out_of_order  INTEGER NOT NULL,
  body          INTEGER
) STRICT;
CREATE INDEX deliveries_open ON deliveries (lane, id) WHERE state IN (0, 5);
CREATE INDEX deliveries_in_rare_states ON deliveries (state, id) WHERE state IN (5, 6, 10);

CREATE TABLE attempts (
  delivery    INTEGER NOT NULL REFERENCES deliveries (id),
  number      INTEGER NOT NULL,
  exchange    INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  status      INTEGER,
  code        TEXT,
  timings     TEXT NOT NULL,
  certificate BLOB,
  PRIMARY KEY (delivery, number)
) STRICT, WITHOUT ROWID;

-- Sums by channel and five minutes, so that no screen counts rows.
CREATE TABLE tallies (
  slot      INTEGER NOT NULL,
  channel   INTEGER NOT NULL,
  received  INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  failed    INTEGER NOT NULL,
  troubled  INTEGER NOT NULL,
  PRIMARY KEY (slot, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO facts VALUES ('exchanges', 0), ('last_id', 0), ('alive_at', 0);
