-- Nothing is sent while there is a row; without a time until the admin resumes it.
CREATE TABLE pause (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  until INTEGER
) STRICT;
