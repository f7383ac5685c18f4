-- Evidence about anything, the newest first, is walked and not sorted.

CREATE INDEX mentions_by_time ON mentions (event_time);
COMMENT ON INDEX mentions_by_time IS 'The latest evidence about anything.';
