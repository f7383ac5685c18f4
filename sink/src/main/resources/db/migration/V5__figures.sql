-- Figures and quotes, one row each, and which figures contradict one another. The rows are made from the lists in findings
-- by the database itself, in the transaction that writes the finding: they cannot differ from it.

CREATE TABLE figures (
    article           text        NOT NULL,
    n                 integer     NOT NULL,
    point             text        NOT NULL,
    unit              text        NOT NULL,
    value             double precision NOT NULL,
    matched           text,
    match_start       integer,
    match_end         integer,
    speaker           text,
    outlet            text        NOT NULL,
    event_time        timestamptz NOT NULL,
    PRIMARY KEY (article, n)
);
CREATE INDEX figures_by_point ON figures (left(point, 1000), event_time);
CREATE INDEX figures_by_time ON figures (event_time);
COMMENT ON TABLE figures IS 'Every number about a point in an article''s current revision. Rows come and go with their row in findings.';
COMMENT ON INDEX figures_pkey IS 'An article''s figures.';
COMMENT ON INDEX figures_by_point IS 'A point''s figures, over a span of time.';
COMMENT ON INDEX figures_by_time IS 'All figures of a span of time.';
COMMENT ON COLUMN figures.article IS 'Article id.';
COMMENT ON COLUMN figures.n IS '0, 1, 2, ... in text order.';
COMMENT ON COLUMN figures.point IS 'Id of the point that it is about; a number about two points has two rows.';
COMMENT ON COLUMN figures.unit IS 'persons, USD, EUR, GBP, RUB, UAH, percent, ratio, days, weeks, months, years, hours, km, aircraft; else as the dossier names it.';
COMMENT ON COLUMN figures.value IS 'With its magnitude ($100bn is 1e11); a ratio is its first part of the sum (50:50 is 0.5).';
COMMENT ON COLUMN figures.matched IS 'As written, with its unit.';
COMMENT ON COLUMN figures.match_start IS 'Offset in UTF-16 units into title, two newlines, text.';
COMMENT ON COLUMN figures.match_end IS 'End of it, exclusive.';
COMMENT ON COLUMN figures.speaker IS 'Actor id of who says so; null for the outlet itself or somebody whom the dossier does not know.';
COMMENT ON COLUMN figures.outlet IS 'As in findings.';
COMMENT ON COLUMN figures.event_time IS 'As in findings.';

CREATE TABLE quotes (
    article           text        NOT NULL,
    n                 integer     NOT NULL,
    speaker           text,
    name              text,
    words             text        NOT NULL,
    match_start       integer,
    match_end         integer,
    points            text[]      NOT NULL,
    outlet            text        NOT NULL,
    event_time        timestamptz NOT NULL,
    PRIMARY KEY (article, n)
);
CREATE INDEX quotes_by_speaker ON quotes (left(speaker, 1000), event_time);
CREATE INDEX quotes_by_point ON quotes USING gin (points);
CREATE INDEX quotes_by_time ON quotes (event_time);
COMMENT ON TABLE quotes IS 'Words that an article''s current revision attributes to somebody, direct or reported. Rows come and go with their row in findings.';
COMMENT ON INDEX quotes_pkey IS 'An article''s quotes.';
COMMENT ON INDEX quotes_by_speaker IS 'What an actor said, over a span of time.';
COMMENT ON INDEX quotes_by_point IS 'What was said about a point: points @> ARRAY[''army-cap''].';
COMMENT ON INDEX quotes_by_time IS 'All quotes of a span of time.';
COMMENT ON COLUMN quotes.article IS 'Article id.';
COMMENT ON COLUMN quotes.n IS '0, 1, 2, ... in text order.';
COMMENT ON COLUMN quotes.speaker IS 'Actor id, null for somebody whom the dossier does not know.';
COMMENT ON COLUMN quotes.name IS 'The speaker as written, null if only a pronoun stands there.';
COMMENT ON COLUMN quotes.words IS 'What is said, without quotation marks.';
COMMENT ON COLUMN quotes.match_start IS 'Offset in UTF-16 units into title, two newlines, text.';
COMMENT ON COLUMN quotes.match_end IS 'End of it, exclusive.';
COMMENT ON COLUMN quotes.points IS 'Ids of the points that the words are about.';
COMMENT ON COLUMN quotes.outlet IS 'As in findings.';
COMMENT ON COLUMN quotes.event_time IS 'As in findings.';

CREATE FUNCTION fill_figures_and_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM figures f USING written w WHERE f.article = w.article;
        DELETE FROM quotes q USING written w WHERE q.article = w.article;
    END IF;
    INSERT INTO figures (article, n, point, unit, value, matched, match_start, match_end, speaker, outlet, event_time)
    SELECT w.article, e.n - 1, e.f ->> 'point', e.f ->> 'unit', (e.f ->> 'value')::double precision, e.f ->> 'text',
           (e.f ->> 'start')::integer, (e.f ->> 'end')::integer, e.f ->> 'speaker', w.outlet, w.event_time
    FROM written w CROSS JOIN LATERAL jsonb_array_elements(w.figures) WITH ORDINALITY AS e (f, n);
    INSERT INTO quotes (article, n, speaker, name, words, match_start, match_end, points, outlet, event_time)
    SELECT w.article, e.n - 1, e.q ->> 'speaker', e.q ->> 'name', coalesce(e.q ->> 'text', ''),
           (e.q ->> 'start')::integer, (e.q ->> 'end')::integer,
           ARRAY(SELECT jsonb_array_elements_text(coalesce(nullif(e.q -> 'points', 'null'), '[]'))), w.outlet, w.event_time
    FROM written w CROSS JOIN LATERAL jsonb_array_elements(w.quotes) WITH ORDINALITY AS e (q, n);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION fill_figures_and_quotes() IS 'Trigger on findings: writes their figures and quotes anew.';

CREATE FUNCTION drop_figures_and_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM figures f USING gone g WHERE f.article = g.article;
    DELETE FROM quotes q USING gone g WHERE q.article = g.article;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION drop_figures_and_quotes() IS 'Trigger on findings: deletes the figures and quotes of deleted ones.';

CREATE FUNCTION empty_figures_and_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE figures, quotes;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION empty_figures_and_quotes() IS 'Trigger on findings: empties figures and quotes with them.';

CREATE TRIGGER findings_written AFTER INSERT ON findings REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION fill_figures_and_quotes();
CREATE TRIGGER findings_rewritten AFTER UPDATE ON findings REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION fill_figures_and_quotes();
CREATE TRIGGER findings_gone AFTER DELETE ON findings REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION drop_figures_and_quotes();
CREATE TRIGGER findings_emptied AFTER TRUNCATE ON findings
    FOR EACH STATEMENT EXECUTE FUNCTION empty_figures_and_quotes();

-- What was stored before: an update of everything that changes nothing.
UPDATE findings SET article = article WHERE figures <> '[]' OR quotes <> '[]';

CREATE VIEW figure_values AS
SELECT f.point, f.unit, f.value, (f.event_time AT TIME ZONE 'UTC')::date AS day,
       count(DISTINCT f.article) AS articles,
       count(DISTINCT f.article) FILTER (WHERE s.relation IN ('original', 'rewrite')) AS stories,
       count(DISTINCT f.outlet) AS outlets,
       coalesce(array_agg(DISTINCT f.speaker) FILTER (WHERE f.speaker IS NOT NULL), '{}') AS speakers
FROM figures f
LEFT JOIN stories s ON s.article = f.article
GROUP BY 1, 2, 3, 4;
COMMENT ON VIEW figure_values IS 'Which values are told of a point, day by day.';
COMMENT ON COLUMN figure_values.point IS 'As in figures.';
COMMENT ON COLUMN figure_values.unit IS 'As in figures.';
COMMENT ON COLUMN figure_values.value IS 'As in figures.';
COMMENT ON COLUMN figure_values.day IS 'Of event time, UTC.';
COMMENT ON COLUMN figure_values.articles IS 'Articles that tell it, each once.';
COMMENT ON COLUMN figure_values.stories IS 'Those of them that are originals or rewrites.';
COMMENT ON COLUMN figure_values.outlets IS 'Distinct outlets; never to be summed.';
COMMENT ON COLUMN figure_values.speakers IS 'Actor ids of those who are said to say so.';

CREATE FUNCTION figure_contests_within(days integer)
    RETURNS TABLE (point text, unit text, day date, value double precision, articles bigint, stories bigint,
                   outlets bigint, since timestamptz, against double precision[])
    LANGUAGE sql STABLE AS $$
WITH told AS (
    SELECT f.article, f.point, f.unit, f.value, f.outlet, f.event_time, (f.event_time AT TIME ZONE 'UTC')::date AS day,
           s.relation IN ('original', 'rewrite') AS is_story
    FROM figures f LEFT JOIN stories s ON s.article = f.article),
days_told AS (SELECT DISTINCT t.point, t.unit, t.day FROM told t),
held AS (
    SELECT d.point, d.unit, d.day, t.value, count(DISTINCT t.article) AS articles,
           count(DISTINCT t.article) FILTER (WHERE t.is_story) AS stories, count(DISTINCT t.outlet) AS outlets
    FROM days_told d
    JOIN told t ON t.point = d.point AND t.unit = d.unit AND t.day <= d.day AND t.day > d.day - figure_contests_within.days
    GROUP BY 1, 2, 3, 4),
firsts AS (SELECT t.point, t.unit, t.value, min(t.event_time) AS since FROM told t GROUP BY 1, 2, 3)
SELECT h.point, h.unit, h.day, h.value, h.articles, h.stories, h.outlets, b.since,
       ARRAY(SELECT o.value FROM held o
             WHERE o.point = h.point AND o.unit = h.unit AND o.day = h.day AND o.value <> h.value
             ORDER BY o.articles DESC, o.value)
FROM held h
JOIN firsts b ON b.point = h.point AND b.unit = h.unit AND b.value = h.value
WHERE EXISTS (SELECT FROM held o
              WHERE o.point = h.point AND o.unit = h.unit AND o.day = h.day AND o.value <> h.value)
$$;
COMMENT ON FUNCTION figure_contests_within(integer) IS
    'Which values of a point stand against one another: one row for each day on which a value of the point and unit was told and each value that was told on it or on the days before, so many in all, if there are several.';

CREATE VIEW figure_contests AS
SELECT c.point, c.unit, c.day, c.value, c.articles, c.stories, c.outlets, c.since, c.against
FROM figure_contests_within(7) c;
COMMENT ON VIEW figure_contests IS 'Which values of a point stand against one another within seven days; see figure_contests_within for other spans.';
COMMENT ON COLUMN figure_contests.point IS 'As in figures.';
COMMENT ON COLUMN figure_contests.unit IS 'As in figures: values of different units do not contradict one another.';
COMMENT ON COLUMN figure_contests.day IS 'The last of the seven days, UTC.';
COMMENT ON COLUMN figure_contests.value IS 'One of the values.';
COMMENT ON COLUMN figure_contests.articles IS 'Articles that tell it within these days.';
COMMENT ON COLUMN figure_contests.stories IS 'Those of them that are originals or rewrites.';
COMMENT ON COLUMN figure_contests.outlets IS 'Distinct outlets of these articles.';
COMMENT ON COLUMN figure_contests.since IS 'When the value was told first, ever.';
COMMENT ON COLUMN figure_contests.against IS 'The other values of these days, the most told first.';
