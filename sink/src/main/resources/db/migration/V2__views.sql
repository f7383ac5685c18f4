CREATE FUNCTION outlets_between(target text, since timestamptz, until timestamptz) RETURNS bigint
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    base  text := split_part(target, '/lang:', 1);
    lang  text := nullif(split_part(target, '/lang:', 2), '');
    kind  text := split_part(base, ':', 1);
    id    text := substr(base, length(kind) + 2);
    total bigint;
BEGIN
    IF target LIKE '%/group:%' THEN
        RETURN NULL;
    ELSIF kind = 'all' OR kind = 'plan' THEN
        SELECT count(DISTINCT f.outlet) INTO total FROM findings f
        WHERE f.event_time >= since AND f.event_time < until
          AND (kind = 'all' OR f.dossier = id AND EXISTS (SELECT FROM mentions m WHERE m.article = f.article))
          AND (lang IS NULL OR f.language = lang);
    ELSIF kind = 'pair' THEN
        SELECT count(DISTINCT p.outlet) INTO total FROM mentions p
        WHERE p.target_kind = 'point' AND p.target_id = split_part(id, '|', 1)
          AND p.event_time >= since AND p.event_time < until
          AND EXISTS (SELECT FROM mentions a WHERE a.article = p.article AND a.sentence_no = p.sentence_no
                      AND a.target_kind = 'actor' AND a.target_id = split_part(id, '|', 2))
          AND (lang IS NULL OR EXISTS (SELECT FROM findings f WHERE f.article = p.article AND f.language = lang));
    ELSE
        SELECT count(DISTINCT m.outlet) INTO total FROM mentions m
        WHERE m.target_kind = kind AND m.target_id = id
          AND m.event_time >= since AND m.event_time < until
          AND (lang IS NULL OR EXISTS (SELECT FROM findings f WHERE f.article = m.article AND f.language = lang));
    END IF;
    RETURN total;
END
$$;
COMMENT ON FUNCTION outlets_between(text, timestamptz, timestamptz) IS
    'Distinct outlets that mention a target in [since, until): a day, week or any span. Null for a facet by group, which findings do not name.';

CREATE VIEW coverage_by_day AS
SELECT d.target, d.day, d.articles, d.stories, d.copies, d.updates,
       outlets_between(d.target, d.day::timestamp AT TIME ZONE 'UTC', (d.day + 1)::timestamp AT TIME ZONE 'UTC')
           AS outlets,
       round(d.own_sum / nullif(d.own_n, 0) / 1000, 3) AS sentiment_own,
       round(d.quoted_sum / nullif(d.quoted_n, 0) / 1000, 3) AS sentiment_quoted
FROM (SELECT target, (bucket AT TIME ZONE 'UTC')::date AS day,
             sum(articles) AS articles, sum(stories) AS stories, sum(copies) AS copies, sum(updates) AS updates,
             sum(own_sum) AS own_sum, sum(own_n) AS own_n, sum(quoted_sum) AS quoted_sum, sum(quoted_n) AS quoted_n
      FROM coverage
      GROUP BY 1, 2) d
WHERE d.articles <> 0;
COMMENT ON VIEW coverage_by_day IS 'The counts of each target on each day (UTC) that has any.';
COMMENT ON COLUMN coverage_by_day.outlets IS 'Distinct over the whole day, counted from the findings and never summed.';
COMMENT ON COLUMN coverage_by_day.sentiment_own IS 'Mean sentiment toward the target in the outlets'' voice, -1 to 1.';
COMMENT ON COLUMN coverage_by_day.sentiment_quoted IS 'Mean sentiment toward the target inside quotations, -1 to 1.';

CREATE VIEW evidence AS
SELECT m.target_kind, m.target_id, m.outlet, f.title, f.url, m.event_time, m.sentence, m.matched, m.rule,
       f.dossier_version, s.relation, s.story, m.article, f.revision, m.sentence_no, m.match_start, m.match_end,
       m.confidence, m.sentiment_own, m.sentiment_quoted
FROM mentions m
JOIN findings f ON f.article = m.article
LEFT JOIN stories s ON s.article = m.article;
COMMENT ON VIEW evidence IS 'The sentences behind the counts, one row for each place where a target was found.';
COMMENT ON COLUMN evidence.relation IS 'original, copy, update or rewrite; null until the story is known.';

CREATE FUNCTION reseed(of_topic text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    filled text;
BEGIN
    SELECT DISTINCT table_name INTO filled FROM ingest_offset WHERE topic = of_topic;
    IF filled IS NULL THEN
        RAISE EXCEPTION 'no topic % here; SELECT DISTINCT topic FROM ingest_offset names them', of_topic;
    END IF;
    EXECUTE format('TRUNCATE %I', filled);
    IF filled = 'findings' THEN
        TRUNCATE mentions;
    END IF;
    DELETE FROM ingest_offset WHERE topic = of_topic;
    RETURN format('table %s is empty and will be filled from the beginning of %s', filled, of_topic);
END
$$;
COMMENT ON FUNCTION reseed(text) IS
    'Empties what a topic filled and forgets its offsets, so that the sink reads it from the beginning. Stop the sinks first.';
