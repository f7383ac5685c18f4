-- Where a story comes from and how it went round.

CREATE VIEW story_lineage AS
SELECT m.story, o.outlet, o.title, o.url, m.first_at, m.last_at,
       coalesce(a.agency, o.outlet) AS probable_source, a.agency, coalesce(a.credits, 0) AS credits,
       m.articles, m.copies, m.updates, m.outlets, m.median_lag_seconds, m.longest_lag_seconds,
       r.rewrites, r.rewritten_as
FROM (SELECT s.story, min(f.event_time) AS first_at, max(f.event_time) AS last_at,
             count(*) AS articles,
             count(*) FILTER (WHERE s.relation = 'copy') AS copies,
             count(*) FILTER (WHERE s.relation = 'update') AS updates,
             count(DISTINCT f.outlet) AS outlets,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY s.lag_seconds) FILTER (WHERE s.article <> s.story)
                 AS median_lag_seconds,
             max(s.lag_seconds) FILTER (WHERE s.article <> s.story) AS longest_lag_seconds
      FROM stories s
      LEFT JOIN findings f ON f.article = s.article
      GROUP BY s.story) m
LEFT JOIN findings o ON o.article = m.story
LEFT JOIN LATERAL (SELECT f.agency, count(*) AS credits
                   FROM stories s
                   JOIN findings f ON f.article = s.article
                   WHERE s.story = m.story AND f.agency IS NOT NULL
                   GROUP BY f.agency
                   ORDER BY count(*) DESC, min(f.event_time), f.agency
                   LIMIT 1) a ON true
CROSS JOIN LATERAL (SELECT count(*) AS rewrites,
                           coalesce(array_agg(w.article ORDER BY f.event_time, w.article), '{}') AS rewritten_as
                    FROM stories s
                    JOIN stories w ON w."of" = s.article AND w.relation = 'rewrite'
                    LEFT JOIN findings f ON f.article = w.article
                    WHERE s.story = m.story) r;
COMMENT ON VIEW story_lineage IS 'Each story: who had it first, who is credited with it, how far and how fast it went. Ask for one story or few: WHERE story = ...';
COMMENT ON COLUMN story_lineage.story IS 'Article id of the original.';
COMMENT ON COLUMN story_lineage.outlet IS 'The original''s.';
COMMENT ON COLUMN story_lineage.title IS 'The original''s.';
COMMENT ON COLUMN story_lineage.url IS 'The original''s, null if it has none.';
COMMENT ON COLUMN story_lineage.first_at IS 'Event time of the earliest article.';
COMMENT ON COLUMN story_lineage.last_at IS 'Event time of the latest article.';
COMMENT ON COLUMN story_lineage.probable_source IS 'The agency that most of its articles credit (of equals, the one credited earliest), else the original''s outlet.';
COMMENT ON COLUMN story_lineage.agency IS 'That agency, null if none is credited.';
COMMENT ON COLUMN story_lineage.credits IS 'How many of its articles credit that agency.';
COMMENT ON COLUMN story_lineage.articles IS 'The original, its copies and its updates.';
COMMENT ON COLUMN story_lineage.copies IS 'Articles of other outlets that carry the text.';
COMMENT ON COLUMN story_lineage.updates IS 'Later versions by an outlet that has it already.';
COMMENT ON COLUMN story_lineage.outlets IS 'Distinct outlets among its articles.';
COMMENT ON COLUMN story_lineage.median_lag_seconds IS 'Behind the original, of copies and updates; null if there are none.';
COMMENT ON COLUMN story_lineage.longest_lag_seconds IS 'As the median.';
COMMENT ON COLUMN story_lineage.rewrites IS 'Articles that paraphrase one of its articles; each is a story of its own.';
COMMENT ON COLUMN story_lineage.rewritten_as IS 'Their article ids, the earliest first.';

CREATE VIEW story_hours AS
SELECT s.story, date_trunc('hour', f.event_time, 'UTC') AS hour, f.outlet,
       count(*) FILTER (WHERE s.relation = 'copy') AS copies,
       count(*) FILTER (WHERE s.relation = 'update') AS updates
FROM stories s
JOIN findings f ON f.article = s.article
WHERE s.relation IN ('copy', 'update')
GROUP BY 1, 2, 3;
COMMENT ON VIEW story_hours IS 'When each outlet carried a story: its copies and updates by hour of event time.';
COMMENT ON COLUMN story_hours.story IS 'Article id of the original.';
COMMENT ON COLUMN story_hours.hour IS 'Beginning of the hour (UTC).';
COMMENT ON COLUMN story_hours.outlet IS 'As in findings.';
COMMENT ON COLUMN story_hours.copies IS 'As in story_lineage.';
COMMENT ON COLUMN story_hours.updates IS 'As in story_lineage.';
