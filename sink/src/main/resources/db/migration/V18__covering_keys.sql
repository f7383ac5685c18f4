-- What the desk looks up by the thousand, an article's relation and the outlets of articles with mentions, is read from the
-- index alone.

ALTER TABLE stories DROP CONSTRAINT stories_pkey, ADD PRIMARY KEY (article) INCLUDE (story, relation);
COMMENT ON INDEX stories_pkey IS 'An article''s story and relation.';

DROP INDEX findings_with_words;
CREATE INDEX findings_with_words ON findings (event_time DESC, article) INCLUDE (outlet) WHERE search_words <> '';
COMMENT ON INDEX findings_with_words IS 'The latest articles with mentions, with their outlets.';

-- The outlets of the plan come from the articles of which words are known, and no longer from a look into mentions for each.

CREATE OR REPLACE FUNCTION outlets_between(target text, since timestamptz, until timestamptz) RETURNS bigint
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
    IF kind = 'all' THEN
        SELECT count(DISTINCT f.outlet) INTO total FROM findings f
        WHERE f.event_time >= since AND f.event_time < until
          AND (lang IS NULL OR f.language = lang) AND (grp IS NULL OR f.outlet_group = grp);
    ELSIF kind = 'plan' THEN
        SELECT count(DISTINCT f.outlet) INTO total
        FROM (SELECT w.outlet, w.dossier, w.language, w.outlet_group FROM findings w
              WHERE w.search_words <> '' AND w.event_time >= since AND w.event_time < until
              UNION ALL
              SELECT u.outlet, u.dossier, u.language, u.outlet_group FROM findings u
              WHERE u.search_words IS NULL AND u.event_time >= since AND u.event_time < until
                AND EXISTS (SELECT FROM mentions m WHERE m.article = u.article AND m.event_time = u.event_time
                            AND m.event_time >= since AND m.event_time < until)) f
        WHERE f.dossier = id
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
