-- The deadlines of the negotiation. Every change of status is in its deadline's row, which is rewritten as a whole;
-- deadline_changes shows them one by one and so can never disagree with it.

CREATE TABLE deadlines (
    id                text        PRIMARY KEY CHECK (octet_length(id) <= 200),
    due               text,
    ends_at           timestamptz,
    "precision"       text        NOT NULL,
    status            text        NOT NULL,
    points            jsonb       NOT NULL,
    actors            jsonb       NOT NULL,
    set_by            text,
    bound             text,
    stories           bigint      NOT NULL,
    first_seen        timestamptz NOT NULL,
    last_seen         timestamptz NOT NULL,
    evidence          text,
    evidence_article  text,
    history           jsonb       NOT NULL,
    merged_into       text,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL
) WITH (fillfactor = 75);
CREATE INDEX deadlines_open ON deadlines (ends_at) WHERE status IN ('set', 'repeated', 'moved', 'softened');
CREATE INDEX deadlines_by_last_seen ON deadlines (last_seen);
CREATE INDEX deadlines_by_point ON deadlines USING gin (points jsonb_path_ops);
COMMENT ON TABLE deadlines IS 'Each real-world deadline once, across stories. Rows stay: a deadline that is over is a fact.';
COMMENT ON INDEX deadlines_pkey IS 'A deadline.';
COMMENT ON INDEX deadlines_open IS 'The open ones, the next one first.';
COMMENT ON INDEX deadlines_by_last_seen IS 'Those last spoken of.';
COMMENT ON INDEX deadlines_by_point IS 'Those about a point: points @> ''["army-cap"]''.';
COMMENT ON COLUMN deadlines.id IS 'Hash of dossier, bound party, point or plan, and the day first set: the same however often the deadline is moved.';
COMMENT ON COLUMN deadlines.due IS 'ISO local date of its last day, or date-time with offset at precision hour.';
COMMENT ON COLUMN deadlines.ends_at IS 'The first moment after it; a day without an hour ends by UTC.';
COMMENT ON COLUMN deadlines."precision" IS 'hour, day, week or month.';
COMMENT ON COLUMN deadlines.status IS 'set, repeated, moved or softened while it is open; denied, passed; merged if the id is no longer used.';
COMMENT ON COLUMN deadlines.points IS 'Ids of the points that were named with it.';
COMMENT ON COLUMN deadlines.actors IS 'Ids of the actors who set, repeated, moved, softened or denied it, and of the one it binds.';
COMMENT ON COLUMN deadlines.set_by IS 'Who set it, null if no sentence says.';
COMMENT ON COLUMN deadlines.bound IS 'Whom it binds, null if no sentence says.';
COMMENT ON COLUMN deadlines.stories IS 'Originals and rewrites that mention it.';
COMMENT ON COLUMN deadlines.first_seen IS 'Event time of the first mention.';
COMMENT ON COLUMN deadlines.last_seen IS 'Event time of the last mention.';
COMMENT ON COLUMN deadlines.evidence IS 'The sentence of the earliest original that names the day, cut at 500 characters.';
COMMENT ON COLUMN deadlines.evidence_article IS 'The article that it is in.';
COMMENT ON COLUMN deadlines.history IS 'Changes of status, oldest first; see deadline_changes.';
COMMENT ON COLUMN deadlines.merged_into IS 'The deadline that took over, for a merged one.';
COMMENT ON COLUMN deadlines.src_partition IS 'As in coverage.';
COMMENT ON COLUMN deadlines.src_offset IS 'As in coverage.';

CREATE VIEW deadline_changes AS
SELECT d.id, c.n::integer AS n, (c.change ->> 'at')::timestamptz AS at, c.change ->> 'status' AS status,
       c.change ->> 'due' AS due, c.change ->> 'by' AS by, c.change ->> 'article' AS article,
       c.change ->> 'evidence' AS evidence
FROM deadlines d
CROSS JOIN LATERAL jsonb_array_elements(d.history) WITH ORDINALITY AS c (change, n)
WHERE d.status <> 'merged';
COMMENT ON VIEW deadline_changes IS 'What happened to each deadline, one change of status a row; a merged one''s are those of the deadline it was merged into.';
COMMENT ON COLUMN deadline_changes.id IS 'As in deadlines.';
COMMENT ON COLUMN deadline_changes.n IS '1, 2, 3, ... over the changes of one deadline.';
COMMENT ON COLUMN deadline_changes.at IS 'Event time of the article that made it; where time did, the end of the due day or hour.';
COMMENT ON COLUMN deadline_changes.status IS 'From then on.';
COMMENT ON COLUMN deadline_changes.due IS 'From then on.';
COMMENT ON COLUMN deadline_changes.by IS 'The actor who said so, null if the sentence does not say.';
COMMENT ON COLUMN deadline_changes.article IS 'Null where time did it.';
COMMENT ON COLUMN deadline_changes.evidence IS 'The sentence that says so.';
