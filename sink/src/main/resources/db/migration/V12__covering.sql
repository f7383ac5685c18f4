-- The desk counts distinct outlets again for every chart; with these columns beside the keys it need not touch the tables.

DROP INDEX mentions_by_target;
CREATE INDEX mentions_by_target ON mentions (target_kind, target_id, event_time DESC) INCLUDE (outlet, article, sentence_no);
COMMENT ON INDEX mentions_by_target IS 'A target''s evidence, the latest first; its outlets and sentences without the table.';

DROP INDEX findings_by_time;
CREATE INDEX findings_by_time ON findings (event_time) INCLUDE (outlet);
COMMENT ON INDEX findings_by_time IS 'The latest articles, a span of time with its outlets, and retention.';
