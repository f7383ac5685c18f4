-- Every row is the last value of one key of one topic; src_partition and src_offset say which record it came from. Keys
-- are bounded (the sink refuses longer ones), because a btree entry holds 2,704 bytes at most.
--
-- coverage and mentions are parts by month: make_month makes one when a batch needs it, retention drops it whole. findings
-- and stories are not, because their key is the article alone and its event time may change: they are retired row by row.
-- Rows that change often leave room on their page (fillfactor), so that a change touches no index.

CREATE TABLE ingest_offset (
    topic        text        NOT NULL,
    "partition"  integer     NOT NULL,
    table_name   text        NOT NULL,
    topic_uuid   text        NOT NULL,
    next_offset  bigint      NOT NULL CHECK (next_offset >= 0),
    epoch        bigint      NOT NULL,
    owner        text        NOT NULL,
    claimed_at   timestamptz NOT NULL DEFAULT now(),
    advanced_at  timestamptz,
    PRIMARY KEY (topic, "partition")
) WITH (fillfactor = 20);
COMMENT ON TABLE ingest_offset IS 'How far each partition has been stored; changed in the same transaction as the rows.';
COMMENT ON INDEX ingest_offset_pkey IS 'A partition.';
COMMENT ON COLUMN ingest_offset.topic IS 'Topic with its prefix.';
COMMENT ON COLUMN ingest_offset."partition" IS 'Of the topic.';
COMMENT ON COLUMN ingest_offset.table_name IS 'The table that the topic fills; one table is filled by one topic only.';
COMMENT ON COLUMN ingest_offset.topic_uuid IS 'Kafka''s id of the topic: another id means another topic of the same name, such as after a wiped broker.';
COMMENT ON COLUMN ingest_offset.next_offset IS 'The first offset that is not stored yet. The only position there is: the group''s offsets in Kafka show lag and decide nothing.';
COMMENT ON COLUMN ingest_offset.epoch IS 'Raised by each sink that takes the partition over; a writer with an older epoch is refused.';
COMMENT ON COLUMN ingest_offset.owner IS 'The sink that took the partition over last.';
COMMENT ON COLUMN ingest_offset.claimed_at IS 'When it did (clock of the database).';
COMMENT ON COLUMN ingest_offset.advanced_at IS 'When next_offset was raised last (clock of the database).';

CREATE TABLE coverage (
    target            text        NOT NULL CHECK (octet_length(target) <= 1000),
    bucket            timestamptz NOT NULL,
    articles          bigint      NOT NULL,
    stories           bigint      NOT NULL,
    copies            bigint      NOT NULL,
    updates           bigint      NOT NULL,
    outlets           bigint      NOT NULL,
    own_n             bigint      NOT NULL,
    own_sum           bigint      NOT NULL,
    own_sum_squares   bigint      NOT NULL,
    own_negative      bigint      NOT NULL,
    own_neutral       bigint      NOT NULL,
    own_positive      bigint      NOT NULL,
    quoted_n          bigint      NOT NULL,
    quoted_sum        bigint      NOT NULL,
    quoted_sum_squares bigint     NOT NULL,
    quoted_negative   bigint      NOT NULL,
    quoted_neutral    bigint      NOT NULL,
    quoted_positive   bigint      NOT NULL,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL,
    PRIMARY KEY (target, bucket)
) PARTITION BY RANGE (bucket);
CREATE TABLE coverage_default PARTITION OF coverage DEFAULT WITH (fillfactor = 75);
CREATE INDEX coverage_by_bucket ON coverage USING brin (bucket) WITH (pages_per_range = 32);
COMMENT ON TABLE coverage IS 'The counts of a target in a quarter of an hour of event time (UTC). Parts by month of bucket.';
COMMENT ON TABLE coverage_default IS 'Counts of a time that has no month of its own: before 2000, after next year, or retired before they came.';
COMMENT ON INDEX coverage_pkey IS 'A target over a span of time.';
COMMENT ON INDEX coverage_by_bucket IS 'A span of time over all targets; small, because buckets come nearly in order.';
COMMENT ON COLUMN coverage.target IS 'point:<id>, actor:<id>, pair:<point>|<actor>, plan:<dossier> or all; a suffix such as /lang:uk is a facet.';
COMMENT ON COLUMN coverage.bucket IS 'Start of the bucket.';
COMMENT ON COLUMN coverage.articles IS 'Articles whose current revision mentions the target, each once: stories + copies + updates.';
COMMENT ON COLUMN coverage.stories IS 'Those that are originals or rewrites.';
COMMENT ON COLUMN coverage.copies IS 'Those in which another outlet carries the text.';
COMMENT ON COLUMN coverage.updates IS 'An outlet''s own later versions under a new URL.';
COMMENT ON COLUMN coverage.outlets IS 'Distinct outlets in this bucket. Never add these up: a day counts distinct again (coverage_by_day, outlets_between).';
COMMENT ON COLUMN coverage.own_n IS 'Originals and rewrites with a sentiment toward the target in the outlet''s own voice.';
COMMENT ON COLUMN coverage.own_sum IS 'Sum of their sentiments in thousandths (-1000..1000 each).';
COMMENT ON COLUMN coverage.own_sum_squares IS 'Sum of the squares of those thousandths.';
COMMENT ON COLUMN coverage.own_negative IS 'How many of them are negative.';
COMMENT ON COLUMN coverage.own_neutral IS 'How many of them are neutral.';
COMMENT ON COLUMN coverage.own_positive IS 'How many of them are positive.';
COMMENT ON COLUMN coverage.quoted_n IS 'The same six for sentiments inside quotations.';
COMMENT ON COLUMN coverage.quoted_sum IS 'See own_sum.';
COMMENT ON COLUMN coverage.quoted_sum_squares IS 'See own_sum_squares.';
COMMENT ON COLUMN coverage.quoted_negative IS 'See own_negative.';
COMMENT ON COLUMN coverage.quoted_neutral IS 'See own_neutral.';
COMMENT ON COLUMN coverage.quoted_positive IS 'See own_positive.';
COMMENT ON COLUMN coverage.src_partition IS 'Partition of the record that the row was made from.';
COMMENT ON COLUMN coverage.src_offset IS 'Offset of that record; a record before it changes nothing.';

CREATE TABLE rolling (
    target            text        NOT NULL CHECK (octet_length(target) <= 1000),
    window_name       text        NOT NULL CHECK (octet_length(window_name) <= 100),
    as_of             timestamptz NOT NULL,
    articles          bigint      NOT NULL,
    stories           bigint      NOT NULL,
    copies            bigint      NOT NULL,
    updates           bigint      NOT NULL,
    outlets           bigint      NOT NULL,
    own_n             bigint      NOT NULL,
    own_sum           bigint      NOT NULL,
    own_sum_squares   bigint      NOT NULL,
    own_negative      bigint      NOT NULL,
    own_neutral       bigint      NOT NULL,
    own_positive      bigint      NOT NULL,
    quoted_n          bigint      NOT NULL,
    quoted_sum        bigint      NOT NULL,
    quoted_sum_squares bigint     NOT NULL,
    quoted_negative   bigint      NOT NULL,
    quoted_neutral    bigint      NOT NULL,
    quoted_positive   bigint      NOT NULL,
    previous_articles bigint      NOT NULL,
    previous_stories  bigint      NOT NULL,
    previous_copies   bigint      NOT NULL,
    previous_updates  bigint      NOT NULL,
    previous_outlets  bigint      NOT NULL,
    previous_sentiment jsonb      NOT NULL,
    share             double precision,
    share_as_of       timestamptz,
    baseline          double precision,
    surge             double precision,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL,
    PRIMARY KEY (target, window_name)
) WITH (fillfactor = 50);
COMMENT ON TABLE rolling IS 'The counts of a target over a window that ends at as_of, and over the window before it.';
COMMENT ON INDEX rolling_pkey IS 'A target''s windows.';
COMMENT ON COLUMN rolling.target IS 'As in coverage.';
COMMENT ON COLUMN rolling.window_name IS '1h, 6h, 24h, 7d or 28d.';
COMMENT ON COLUMN rolling.as_of IS 'The time that the window ends with.';
COMMENT ON COLUMN rolling.articles IS 'As in coverage, over the window.';
COMMENT ON COLUMN rolling.outlets IS 'Distinct outlets over the whole window.';
COMMENT ON COLUMN rolling.previous_articles IS 'The same over the window before.';
COMMENT ON COLUMN rolling.stories IS 'As in coverage.';
COMMENT ON COLUMN rolling.copies IS 'As in coverage.';
COMMENT ON COLUMN rolling.updates IS 'As in coverage.';
COMMENT ON COLUMN rolling.own_n IS 'As in coverage.';
COMMENT ON COLUMN rolling.own_sum IS 'As in coverage.';
COMMENT ON COLUMN rolling.own_sum_squares IS 'As in coverage.';
COMMENT ON COLUMN rolling.own_negative IS 'As in coverage.';
COMMENT ON COLUMN rolling.own_neutral IS 'As in coverage.';
COMMENT ON COLUMN rolling.own_positive IS 'As in coverage.';
COMMENT ON COLUMN rolling.quoted_n IS 'As in coverage.';
COMMENT ON COLUMN rolling.quoted_sum IS 'As in coverage.';
COMMENT ON COLUMN rolling.quoted_sum_squares IS 'As in coverage.';
COMMENT ON COLUMN rolling.quoted_negative IS 'As in coverage.';
COMMENT ON COLUMN rolling.quoted_neutral IS 'As in coverage.';
COMMENT ON COLUMN rolling.quoted_positive IS 'As in coverage.';
COMMENT ON COLUMN rolling.previous_stories IS 'As in coverage, over the window before.';
COMMENT ON COLUMN rolling.previous_copies IS 'As in coverage, over the window before.';
COMMENT ON COLUMN rolling.previous_updates IS 'As in coverage, over the window before.';
COMMENT ON COLUMN rolling.previous_outlets IS 'Distinct outlets over the window before.';
COMMENT ON COLUMN rolling.previous_sentiment IS 'Sentiment sums of the window before, own and quoted.';
COMMENT ON COLUMN rolling.share IS 'Articles as a part of all articles of the window, null while unknown.';
COMMENT ON COLUMN rolling.share_as_of IS 'As-of time of the denominator.';
COMMENT ON COLUMN rolling.baseline IS 'Mean articles of this window at this hour of the week, null without 14 days of history.';
COMMENT ON COLUMN rolling.surge IS 'How far the window stands above its baseline.';
COMMENT ON COLUMN rolling.src_partition IS 'As in coverage.';
COMMENT ON COLUMN rolling.src_offset IS 'As in coverage.';

CREATE TABLE findings (
    article           text        PRIMARY KEY CHECK (octet_length(article) <= 200),
    revision          text        NOT NULL,
    dossier           text        NOT NULL,
    dossier_version   text        NOT NULL,
    outlet            text        NOT NULL CHECK (octet_length(outlet) <= 1200),
    outlet_group      text        CHECK (char_length(outlet_group) <= 60),
    title             text        NOT NULL,
    url               text,
    language          text,
    agency            text,
    event_time        timestamptz NOT NULL,
    event_time_source text        NOT NULL,
    tone              integer,
    deadlines         jsonb       NOT NULL,
    dates             jsonb       NOT NULL,
    figures           jsonb       NOT NULL,
    quotes            jsonb       NOT NULL,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL
);
CREATE INDEX findings_by_time ON findings (event_time);
CREATE INDEX findings_by_outlet ON findings (outlet, event_time);
COMMENT ON TABLE findings IS 'What was found in the current revision of an article; its mentions of points and actors are in the table mentions.';
COMMENT ON INDEX findings_pkey IS 'An article.';
COMMENT ON INDEX findings_by_time IS 'The latest articles, a span of time, and retention.';
COMMENT ON INDEX findings_by_outlet IS 'An outlet''s articles, the latest first.';
COMMENT ON COLUMN findings.article IS 'Article id, derived from its URL.';
COMMENT ON COLUMN findings.revision IS 'Which state of the text was read.';
COMMENT ON COLUMN findings.dossier IS 'Id of the dossier.';
COMMENT ON COLUMN findings.dossier_version IS 'Label and content hash of the dossier that was used.';
COMMENT ON COLUMN findings.outlet IS 'The publisher, as counted; cut at 300 characters.';
COMMENT ON COLUMN findings.outlet_group IS 'The outlet''s group in the list of feeds, as facets write it: trimmed, at most 60 characters, a hyphen for @ / | and blanks; null if it has none.';
COMMENT ON COLUMN findings.title IS 'Of the article.';
COMMENT ON COLUMN findings.url IS 'Of the article, null if it has none.';
COMMENT ON COLUMN findings.language IS 'ISO 639-1, null if unknown.';
COMMENT ON COLUMN findings.agency IS 'Id of the news agency that the article credits with its text, such as reuters; null if none.';
COMMENT ON COLUMN findings.event_time IS 'The time that the article counts under.';
COMMENT ON COLUMN findings.event_time_source IS 'The clock that it comes from: published, published-clamped or first-seen.';
COMMENT ON COLUMN findings.tone IS 'Of the whole document in thousandths.';
COMMENT ON COLUMN findings.deadlines IS 'Deadlines of the negotiation that the text states.';
COMMENT ON COLUMN findings.dates IS 'Dates that are no deadlines.';
COMMENT ON COLUMN findings.figures IS 'Numbers about a point.';
COMMENT ON COLUMN findings.quotes IS 'Words attributed to someone.';
COMMENT ON COLUMN findings.src_partition IS 'As in coverage.';
COMMENT ON COLUMN findings.src_offset IS 'As in coverage.';

CREATE TABLE mentions (
    article           text        NOT NULL CHECK (octet_length(article) <= 200),
    target_kind       text        NOT NULL,
    target_id         text        NOT NULL CHECK (octet_length(target_id) <= 1000),
    n                 integer     NOT NULL,
    outlet            text        NOT NULL,
    event_time        timestamptz NOT NULL,
    sentence_no       integer     NOT NULL,
    in_title          boolean,
    sentence          text,
    matched           text,
    match_start       integer     NOT NULL,
    match_end         integer     NOT NULL,
    rule              text        NOT NULL,
    confidence        double precision,
    sentiment_own     integer,
    sentiment_quoted  integer,
    PRIMARY KEY (article, target_kind, target_id, n, event_time)
) PARTITION BY RANGE (event_time);
CREATE TABLE mentions_default PARTITION OF mentions DEFAULT;
CREATE INDEX mentions_by_target ON mentions (target_kind, target_id, event_time DESC);
COMMENT ON TABLE mentions IS 'Every place where a target was found in an article''s current revision: the evidence behind the counts. Rows come and go with their row in findings, and have its event time. Parts by month of event_time.';
COMMENT ON TABLE mentions_default IS 'Mentions of a time that has no month of its own; see coverage_default.';
COMMENT ON INDEX mentions_pkey IS 'An article''s mentions.';
COMMENT ON INDEX mentions_by_target IS 'A target''s evidence, the latest first.';
COMMENT ON COLUMN mentions.article IS 'Article id.';
COMMENT ON COLUMN mentions.target_kind IS 'point or actor.';
COMMENT ON COLUMN mentions.target_id IS 'Id of the point or actor.';
COMMENT ON COLUMN mentions.n IS '0, 1, 2, ... over the places of one target in one article.';
COMMENT ON COLUMN mentions.outlet IS 'As in findings.';
COMMENT ON COLUMN mentions.event_time IS 'As in findings.';
COMMENT ON COLUMN mentions.sentence_no IS 'Which sentence of the finding: the same number means the same sentence.';
COMMENT ON COLUMN mentions.in_title IS 'Whether the sentence is (part of) the title.';
COMMENT ON COLUMN mentions.sentence IS 'The sentence that proves it.';
COMMENT ON COLUMN mentions.matched IS 'The words that the rule matched.';
COMMENT ON COLUMN mentions.match_start IS 'Offset of the match in UTF-16 units into title, two newlines, text.';
COMMENT ON COLUMN mentions.match_end IS 'End of the match, exclusive.';
COMMENT ON COLUMN mentions.rule IS 'Id of the rule.';
COMMENT ON COLUMN mentions.confidence IS '0 to 1, points only.';
COMMENT ON COLUMN mentions.sentiment_own IS 'Toward the target in the outlet''s voice, in thousandths; one value an article and target.';
COMMENT ON COLUMN mentions.sentiment_quoted IS 'Toward the target inside quotations, in thousandths.';

CREATE TABLE stories (
    article           text        PRIMARY KEY CHECK (octet_length(article) <= 200),
    story             text        NOT NULL CHECK (octet_length(story) <= 200),
    relation          text        NOT NULL,
    "of"              text,
    similarity        double precision,
    lag_seconds       bigint      NOT NULL,
    superseded_by     text,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL,
    stored_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stories_by_story ON stories (story);
CREATE INDEX stories_by_source ON stories ("of") WHERE relation = 'rewrite';
CREATE INDEX stories_by_stored ON stories USING brin (stored_at) WITH (pages_per_range = 32);
COMMENT ON TABLE stories IS 'Where each article stands: which story it belongs to, and as what.';
COMMENT ON INDEX stories_pkey IS 'An article''s story.';
COMMENT ON INDEX stories_by_story IS 'A story''s articles.';
COMMENT ON INDEX stories_by_source IS 'Who rewrote an article.';
COMMENT ON INDEX stories_by_stored IS 'Stories whose finding never came, for retention.';
COMMENT ON COLUMN stories.article IS 'Article id.';
COMMENT ON COLUMN stories.story IS 'Article id of the original.';
COMMENT ON COLUMN stories.relation IS 'original, copy, update or rewrite.';
COMMENT ON COLUMN stories."of" IS 'The original (copy, update) or the paraphrased article (rewrite).';
COMMENT ON COLUMN stories.similarity IS '0 to 1, null for an original.';
COMMENT ON COLUMN stories.lag_seconds IS 'Event time behind the original''s.';
COMMENT ON COLUMN stories.superseded_by IS 'The story that this former story id now belongs to.';
COMMENT ON COLUMN stories.src_partition IS 'As in coverage.';
COMMENT ON COLUMN stories.src_offset IS 'As in coverage.';
COMMENT ON COLUMN stories.stored_at IS 'When the row was made (clock of the database). A story has no time of its own: it is retired with its finding, or by this if no finding ever came.';

CREATE TABLE feeds (
    feed_hash         text        PRIMARY KEY CHECK (octet_length(feed_hash) <= 64),
    feed              text        NOT NULL,
    outlet            text        NOT NULL,
    title             text,
    health            text        NOT NULL,
    reason            text,
    last_poll         timestamptz,
    last_change       timestamptz,
    next_poll         timestamptz NOT NULL,
    format            text,
    failures          integer     NOT NULL,
    polls             bigint      NOT NULL,
    unchanged         bigint      NOT NULL,
    articles          bigint      NOT NULL,
    known_entries     integer     NOT NULL,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL
) WITH (fillfactor = 75);
CREATE INDEX feeds_by_health ON feeds (health, last_poll);
COMMENT ON TABLE feeds IS 'How each feed does; the coverage meter.';
COMMENT ON INDEX feeds_pkey IS 'A feed.';
COMMENT ON INDEX feeds_by_health IS 'The feeds that do not do well.';
COMMENT ON COLUMN feeds.feed_hash IS 'SHA-256 of the feed''s URL, which may be longer than an index entry.';
COMMENT ON COLUMN feeds.feed IS 'The feed''s URL.';
COMMENT ON COLUMN feeds.outlet IS 'The publisher.';
COMMENT ON COLUMN feeds.title IS 'The feed''s own title.';
COMMENT ON COLUMN feeds.health IS 'new, healthy, failing or gone.';
COMMENT ON COLUMN feeds.reason IS 'Why it is not healthy.';
COMMENT ON COLUMN feeds.last_poll IS 'Last time it was asked.';
COMMENT ON COLUMN feeds.last_change IS 'Last time it answered something new.';
COMMENT ON COLUMN feeds.next_poll IS 'When it will be asked again.';
COMMENT ON COLUMN feeds.format IS 'As last read, such as rss_2.0.';
COMMENT ON COLUMN feeds.failures IS 'Failed polls in a row.';
COMMENT ON COLUMN feeds.polls IS 'Polls ever.';
COMMENT ON COLUMN feeds.unchanged IS 'Polls that were answered 304.';
COMMENT ON COLUMN feeds.articles IS 'Revisions ever published from it.';
COMMENT ON COLUMN feeds.known_entries IS 'Entries that are remembered as published.';
COMMENT ON COLUMN feeds.src_partition IS 'As in coverage.';
COMMENT ON COLUMN feeds.src_offset IS 'As in coverage.';
