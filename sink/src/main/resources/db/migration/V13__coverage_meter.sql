-- How much of the news could be seen: whose feeds live, and how much of their articles was read.

ALTER TABLE feeds
    ADD COLUMN outlet_group     text,
    ADD COLUMN language         text,
    ADD COLUMN trouble          text,
    ADD COLUMN silent_since     timestamptz,
    ADD COLUMN bodies_full      bigint NOT NULL DEFAULT 0,
    ADD COLUMN bodies_feed_only bigint NOT NULL DEFAULT 0,
    ADD COLUMN bodies_refused   bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN feeds.outlet_group IS 'The outlet''s group in the list of feeds, as facets write it; null if it has none.';
COMMENT ON COLUMN feeds.language IS 'As in the list of feeds; null if that has none.';
COMMENT ON COLUMN feeds.trouble IS 'What kind of failure the last poll was: temporary (passes by itself), soft (may pass) or hard (lasts); null if it was none.';
COMMENT ON COLUMN feeds.silent_since IS 'Time of the newest entry, if the feed answers but is silent against its own rhythm.';
COMMENT ON COLUMN feeds.bodies_full IS 'Revisions published with the text of the whole article.';
COMMENT ON COLUMN feeds.bodies_feed_only IS 'Revisions published with what the feed has.';
COMMENT ON COLUMN feeds.bodies_refused IS 'Revisions whose article was not to be had.';

CREATE VIEW coverage_meter AS
SELECT outlet_group, language,
       count(*) AS feeds,
       count(*) FILTER (WHERE health = 'healthy' AND silent_since IS NULL) AS alive,
       count(*) FILTER (WHERE health = 'healthy' AND silent_since IS NOT NULL) AS silent,
       count(*) FILTER (WHERE health = 'failing') AS failing,
       count(*) FILTER (WHERE health = 'gone') AS gone,
       count(*) FILTER (WHERE health = 'new') AS unasked,
       sum(bodies_full)::bigint AS bodies_full,
       sum(bodies_feed_only)::bigint AS bodies_feed_only,
       sum(bodies_refused)::bigint AS bodies_refused
FROM feeds
GROUP BY outlet_group, language;
COMMENT ON VIEW coverage_meter IS 'What could be seen and what could not, by group and language of the feeds; shares are of sums over its rows.';
COMMENT ON COLUMN coverage_meter.outlet_group IS 'As in feeds.';
COMMENT ON COLUMN coverage_meter.language IS 'As in feeds.';
COMMENT ON COLUMN coverage_meter.feeds IS 'Feeds on the list that were asked or are to be.';
COMMENT ON COLUMN coverage_meter.alive IS 'Of these, answering and keeping to their rhythm.';
COMMENT ON COLUMN coverage_meter.silent IS 'Of these, answering but silent against their own rhythm.';
COMMENT ON COLUMN coverage_meter.failing IS 'Of these, failing; feeds tells why.';
COMMENT ON COLUMN coverage_meter.gone IS 'Of these, withdrawn by their publisher.';
COMMENT ON COLUMN coverage_meter.unasked IS 'Of these, not asked yet.';
COMMENT ON COLUMN coverage_meter.bodies_full IS 'Revisions read whole.';
COMMENT ON COLUMN coverage_meter.bodies_feed_only IS 'Revisions of which only the feed''s text was read.';
COMMENT ON COLUMN coverage_meter.bodies_refused IS 'Revisions whose article was not to be had.';
