-- Words are kept once an article and no longer once a mention, because most of what a sink wrote was words. They say which
-- articles may match a search; whether a sentence or title does, the question finds out by itself, as before.

ALTER TABLE findings ADD COLUMN search_words tsvector DEFAULT '';
ALTER TABLE findings ALTER COLUMN search_words DROP DEFAULT;

CREATE AGGREGATE all_words(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

-- What was stored before, a day at a time; the notices tell whoever waits that it goes on.
ALTER TABLE findings DISABLE TRIGGER USER;
DO $$
DECLARE
    day   date;
    since timestamptz;
    until timestamptz;
BEGIN
    FOR day IN SELECT DISTINCT (event_time AT TIME ZONE 'UTC')::date FROM mentions ORDER BY 1 LOOP
        since := day::timestamp AT TIME ZONE 'UTC';
        until := (day + 1)::timestamp AT TIME ZONE 'UTC';
        RAISE NOTICE 'words of %', day;
        UPDATE findings f SET search_words = strip(m.words || f.words)
        FROM (SELECT article, event_time, all_words(strip(words)) AS words FROM mentions
              WHERE event_time >= since AND event_time < until GROUP BY 1, 2) m
        WHERE f.article = m.article AND f.event_time = m.event_time;
    END LOOP;
END
$$;
ALTER TABLE findings ENABLE TRIGGER USER;

DROP AGGREGATE all_words(tsvector);
ALTER TABLE mentions DROP COLUMN words;
ALTER TABLE findings DROP COLUMN words;
COMMENT ON COLUMN findings.search_words IS 'Pieces of the words of its title and of the sentences of its mentions: which articles may match a search. Empty without mentions, null if an older sink wrote the row.';

CREATE INDEX findings_by_words ON findings USING gin (search_words) WHERE search_words <> '';
CREATE INDEX findings_with_words ON findings (event_time DESC, article) WHERE search_words <> '';
CREATE INDEX findings_without_words ON findings (event_time DESC, article) WHERE search_words IS NULL;
COMMENT ON INDEX findings_by_words IS 'Articles with mentions by their words.';
COMMENT ON INDEX findings_with_words IS 'The latest articles with mentions.';
COMMENT ON INDEX findings_without_words IS 'Articles whose words are not known; most often none.';
