-- Who stands where. The latest stance and the earlier ones are in one row, which is rewritten as a whole; stance_changes shows
-- them one by one. The statements that a stance rests on are in their findings; stance_statements shows those.

CREATE TABLE stances (
    actor             text        NOT NULL CHECK (octet_length(actor) <= 200),
    point             text        NOT NULL CHECK (octet_length(point) <= 200),
    stance            text        NOT NULL,
    quotation         text,
    article           text,
    outlet            text,
    said_by           text,
    at                timestamptz NOT NULL,
    since             timestamptz,
    n                 bigint      NOT NULL,
    support           bigint,
    oppose            bigint,
    conditional       bigint,
    unknown           bigint,
    articles          bigint,
    last_seen         timestamptz,
    history           jsonb       NOT NULL,
    collapsed         bigint,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL,
    PRIMARY KEY (actor, point)
) WITH (fillfactor = 75);
CREATE INDEX stances_by_point ON stances (point);
CREATE INDEX stances_by_time ON stances (at);
COMMENT ON TABLE stances IS 'Where each actor stands on each point, by the latest attributed statement that tells it. Rows stay: what was said is a fact.';
COMMENT ON INDEX stances_pkey IS 'An actor''s stance on a point, and all of an actor''s.';
COMMENT ON INDEX stances_by_point IS 'Who stands where on a point.';
COMMENT ON INDEX stances_by_time IS 'The latest.';
COMMENT ON COLUMN stances.actor IS 'Actor id.';
COMMENT ON COLUMN stances.point IS 'Point id.';
COMMENT ON COLUMN stances.stance IS 'support, oppose, conditional; unknown while no statement tells a position.';
COMMENT ON COLUMN stances.quotation IS 'The words of the latest statement that tells one, cut at 500 characters: a quotation, or the sentence that attributes it.';
COMMENT ON COLUMN stances.article IS 'The article that has them.';
COMMENT ON COLUMN stances.outlet IS 'Its outlet.';
COMMENT ON COLUMN stances.said_by IS 'Actor id or name of who speaks for the actor there; null if nobody else does.';
COMMENT ON COLUMN stances.at IS 'Event time of that article; while no position was told, of the latest one with a statement.';
COMMENT ON COLUMN stances.since IS 'Event time of the first statement of the unbroken row that ends with it.';
COMMENT ON COLUMN stances.n IS 'Statements that tell a position, in originals and rewrites; an article counts once for each position.';
COMMENT ON COLUMN stances.support IS 'Those that support.';
COMMENT ON COLUMN stances.oppose IS 'Those that oppose.';
COMMENT ON COLUMN stances.conditional IS 'Those with a condition.';
COMMENT ON COLUMN stances.unknown IS 'Statements without a position, counted likewise; not in n.';
COMMENT ON COLUMN stances.articles IS 'Articles with any statement, copies and updates too.';
COMMENT ON COLUMN stances.last_seen IS 'Event time of the latest of them.';
COMMENT ON COLUMN stances.history IS 'Earlier stances, oldest first; see stance_changes.';
COMMENT ON COLUMN stances.collapsed IS 'Earlier stances that are no longer in the history.';
COMMENT ON COLUMN stances.src_partition IS 'As in coverage.';
COMMENT ON COLUMN stances.src_offset IS 'As in coverage.';

CREATE VIEW stance_changes AS
SELECT s.actor, s.point, c.n::integer AS n, (c.change ->> 'at')::timestamptz AS at, c.change ->> 'stance' AS stance,
       c.change ->> 'quotation' AS quotation, c.change ->> 'article' AS article, c.change ->> 'outlet' AS outlet,
       c.change ->> 'by' AS said_by
FROM stances s
CROSS JOIN LATERAL jsonb_array_elements(s.history) WITH ORDINALITY AS c (change, n)
UNION ALL
SELECT s.actor, s.point, jsonb_array_length(s.history) + 1, s.since, s.stance, s.quotation, s.article, s.outlet, s.said_by
FROM stances s
WHERE s.since IS NOT NULL;
COMMENT ON VIEW stance_changes IS 'How each stance came about, one a row in the order of time; the last is the one in force, with its latest words.';
COMMENT ON COLUMN stance_changes.actor IS 'As in stances.';
COMMENT ON COLUMN stance_changes.point IS 'As in stances.';
COMMENT ON COLUMN stance_changes.n IS '1, 2, 3, ... over the stances of one actor on one point.';
COMMENT ON COLUMN stance_changes.at IS 'Event time of the first statement in a row that says so.';
COMMENT ON COLUMN stance_changes.stance IS 'From then on.';
COMMENT ON COLUMN stance_changes.quotation IS 'The words.';
COMMENT ON COLUMN stance_changes.article IS 'The article that has them.';
COMMENT ON COLUMN stance_changes.outlet IS 'Its outlet.';
COMMENT ON COLUMN stance_changes.said_by IS 'As in stances.';

ALTER TABLE findings ADD COLUMN stances jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN findings.stances IS 'Attributed statements about points, and where they say their actors stand; see stance_statements.';

CREATE VIEW stance_statements AS
SELECT e.s ->> 'actor' AS actor, e.s ->> 'point' AS point, e.s ->> 'stance' AS stance, e.s ->> 'text' AS words,
       e.s ->> 'by' AS said_by, f.article, e.n::integer - 1 AS n, f.outlet, f.event_time, s.relation
FROM findings f
CROSS JOIN LATERAL jsonb_array_elements(f.stances) WITH ORDINALITY AS e (s, n)
LEFT JOIN stories s ON s.article = f.article
WHERE f.stances <> '[]';
COMMENT ON VIEW stance_statements IS 'Every attributed statement about a point, one a row. Only those of originals and rewrites count in stances.';
COMMENT ON COLUMN stance_statements.actor IS 'Whose position it is.';
COMMENT ON COLUMN stance_statements.point IS 'Point id.';
COMMENT ON COLUMN stance_statements.stance IS 'support, oppose or conditional; unknown if it tells none.';
COMMENT ON COLUMN stance_statements.words IS 'As in stances.quotation.';
COMMENT ON COLUMN stance_statements.said_by IS 'As in stances.';
COMMENT ON COLUMN stance_statements.article IS 'Article id.';
COMMENT ON COLUMN stance_statements.n IS '0, 1, 2, ... in text order.';
COMMENT ON COLUMN stance_statements.outlet IS 'As in findings.';
COMMENT ON COLUMN stance_statements.event_time IS 'As in findings.';
COMMENT ON COLUMN stance_statements.relation IS 'Of the article to its story; null until it is known.';
