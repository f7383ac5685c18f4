-- How many outlets: every query names the span of event_time, also of a joined table, so that only its months are read.

CREATE FUNCTION outlets_between(target text, since timestamptz, until timestamptz) RETURNS bigint
    LANGUAGE plpgsql STABLE AS $$
DECLARE
    facet text := substring(target FROM '/(?:lang|group):[^/]*$');
    base  text := left(target, length(target) - coalesce(length(facet), 0));
    lang  text := substring(facet FROM '^/lang:(.*)$');
    grp   text := substring(facet FROM '^/group:(.*)$');
    kind  text := split_part(base, ':', 1);
    id    text := substr(base, length(kind) + 2);
    total bigint;
BEGIN
    IF kind = 'all' OR kind = 'plan' THEN
        SELECT count(DISTINCT f.outlet) INTO total FROM findings f
        WHERE f.event_time >= since AND f.event_time < until
          AND (kind = 'all' OR f.dossier = id
               AND EXISTS (SELECT FROM mentions m WHERE m.article = f.article
                           AND m.event_time = f.event_time AND m.event_time >= since AND m.event_time < until))
          AND (lang IS NULL OR f.language = lang) AND (grp IS NULL OR f.outlet_group = grp);
    ELSIF kind = 'pair' THEN
        SELECT count(DISTINCT p.outlet) INTO total FROM mentions p
        WHERE p.target_kind = 'point' AND p.target_id = split_part(id, '|', 1)
          AND p.event_time >= since AND p.event_time < until
          AND EXISTS (SELECT FROM mentions a WHERE a.article = p.article AND a.sentence_no = p.sentence_no
                      AND a.target_kind = 'actor' AND a.target_id = split_part(id, '|', 2)
                      AND a.event_time = p.event_time AND a.event_time >= since AND a.event_time < until)
          AND (facet IS NULL OR EXISTS (SELECT FROM findings f WHERE f.article = p.article
                                        AND (lang IS NULL OR f.language = lang)
                                        AND (grp IS NULL OR f.outlet_group = grp)));
    ELSE
        SELECT count(DISTINCT m.outlet) INTO total FROM mentions m
        WHERE m.target_kind = kind AND m.target_id = id
          AND m.event_time >= since AND m.event_time < until
          AND (facet IS NULL OR EXISTS (SELECT FROM findings f WHERE f.article = m.article
                                        AND (lang IS NULL OR f.language = lang)
                                        AND (grp IS NULL OR f.outlet_group = grp)));
    END IF;
    RETURN total;
END
$$;
COMMENT ON FUNCTION outlets_between(text, timestamptz, timestamptz) IS
    'Distinct outlets that mention a target in [since, until): a day, week or any span. Facets by language and by outlet group too.';

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
COMMENT ON COLUMN coverage_by_day.target IS 'As in coverage.';
COMMENT ON COLUMN coverage_by_day.day IS 'Of event time, UTC.';
COMMENT ON COLUMN coverage_by_day.articles IS 'As in coverage, over the day; so are stories, copies and updates.';
COMMENT ON COLUMN coverage_by_day.stories IS 'See articles.';
COMMENT ON COLUMN coverage_by_day.copies IS 'See articles.';
COMMENT ON COLUMN coverage_by_day.updates IS 'See articles.';
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
COMMENT ON COLUMN evidence.target_kind IS 'As in mentions.';
COMMENT ON COLUMN evidence.target_id IS 'As in mentions.';
COMMENT ON COLUMN evidence.outlet IS 'As in mentions.';
COMMENT ON COLUMN evidence.title IS 'As in findings.';
COMMENT ON COLUMN evidence.url IS 'As in findings.';
COMMENT ON COLUMN evidence.event_time IS 'As in mentions.';
COMMENT ON COLUMN evidence.sentence IS 'As in mentions.';
COMMENT ON COLUMN evidence.matched IS 'As in mentions.';
COMMENT ON COLUMN evidence.rule IS 'As in mentions.';
COMMENT ON COLUMN evidence.dossier_version IS 'As in findings.';
COMMENT ON COLUMN evidence.story IS 'As in stories.';
COMMENT ON COLUMN evidence.article IS 'As in mentions.';
COMMENT ON COLUMN evidence.revision IS 'As in findings.';
COMMENT ON COLUMN evidence.sentence_no IS 'As in mentions.';
COMMENT ON COLUMN evidence.match_start IS 'As in mentions.';
COMMENT ON COLUMN evidence.match_end IS 'As in mentions.';
COMMENT ON COLUMN evidence.confidence IS 'As in mentions.';
COMMENT ON COLUMN evidence.sentiment_own IS 'As in mentions.';
COMMENT ON COLUMN evidence.sentiment_quoted IS 'As in mentions.';
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

CREATE FUNCTION make_month(parent text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    part  text := parent || to_char(month, '_YYYY_MM');
    spare text := parent || '_default';
    since timestamptz := month::timestamp AT TIME ZONE 'UTC';
    until timestamptz := (month + interval '1 month')::timestamp AT TIME ZONE 'UTC';
    clock text;
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
    EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
                   spare, clock, since, clock, until, part);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, since, until);
    RETURN true;
END
$$;
COMMENT ON FUNCTION make_month(text, date) IS
    'Makes the part of coverage or mentions that holds a month, unless it is there, and moves into it what the default part has of it. The sink calls it before it writes; others may read and write meanwhile.';
