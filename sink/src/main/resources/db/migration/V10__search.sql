-- Full text over the sentences behind the counts and over titles, and where a match stands in its sentence. The
-- configuration is 'simple', because the press of a negotiation is in many languages and a word must find itself in each. A
-- hostile text is cut, because a tsvector holds a megabyte at most.

ALTER TABLE mentions ADD COLUMN sentence_start integer;
ALTER TABLE mentions ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, left(coalesce(sentence, ''), 10000))) STORED;
CREATE INDEX mentions_by_words ON mentions USING gin (words);
COMMENT ON INDEX mentions_by_words IS 'Sentences by their words.';
COMMENT ON COLUMN mentions.sentence_start IS 'Where the sentence begins, in UTF-16 units into title, two newlines, text; null in rows of an older sink.';
COMMENT ON COLUMN mentions.words IS 'The words of the sentence, for search.';

ALTER TABLE findings ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, left(title, 10000))) STORED;
CREATE INDEX findings_by_words ON findings USING gin (words);
COMMENT ON INDEX findings_by_words IS 'Titles by their words.';
COMMENT ON COLUMN findings.words IS 'The words of the title, for search.';

-- As before, but generated columns are not moved: the new part makes its own.
CREATE OR REPLACE FUNCTION make_month(parent text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    part  text := parent || to_char(month, '_YYYY_MM');
    spare text := parent || '_default';
    since timestamptz := month::timestamp AT TIME ZONE 'UTC';
    until timestamptz := (month + interval '1 month')::timestamp AT TIME ZONE 'UTC';
    clock text;
    given text;
BEGIN
    IF parent NOT IN ('coverage', 'mentions') OR month <> date_trunc('month', month)::date THEN
        RAISE EXCEPTION 'no month % of %', month, parent;
    END IF;
    PERFORM pg_advisory_xact_lock(1347375191, hashtext(current_schema()));
    IF to_regclass(quote_ident(part)) IS NOT NULL THEN
        RETURN false;
    END IF;
    clock := CASE parent WHEN 'coverage' THEN 'bucket' ELSE 'event_time' END;
    EXECUTE format('LOCK TABLE ONLY %I IN SHARE UPDATE EXCLUSIVE MODE', parent);
    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', spare);
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL) WITH (fillfactor = %s)', part, parent,
                   CASE parent WHEN 'coverage' THEN 75 ELSE 100 END);
    EXECUTE format('COMMENT ON TABLE %I IS %L', part, 'The month ' || to_char(month, 'YYYY-MM') || ' of ' || parent || '.');
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO given FROM pg_attribute
    WHERE attrelid = quote_ident(parent)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I (%s) SELECT %s FROM moved',
                   spare, clock, since, clock, until, part, given, given);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, since, until);
    RETURN true;
END
$$;
