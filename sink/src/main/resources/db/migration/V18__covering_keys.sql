-- What the desk looks up by the thousand, an article's relation and the outlets of articles with mentions, is read from the
-- index alone.

ALTER TABLE stories DROP CONSTRAINT stories_pkey, ADD PRIMARY KEY (article) INCLUDE (story, relation);
COMMENT ON INDEX stories_pkey IS 'An article''s story and relation.';

DROP INDEX findings_with_words;
CREATE INDEX findings_with_words ON findings (event_time DESC, article) INCLUDE (outlet) WHERE search_words <> '';
COMMENT ON INDEX findings_with_words IS 'The latest articles with mentions, with their outlets.';
