-- How often a message came again, word for word, and was skipped.
ALTER TABLE messages ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0;
