-- The words of articles that mention something, so that the desk can show what a copy cut and an update changed.

CREATE TABLE texts (
    article           text        PRIMARY KEY CHECK (octet_length(article) <= 200),
    revision          text        NOT NULL,
    title             text        NOT NULL,
    words             text        NOT NULL,
    body              text        NOT NULL,
    truncated         boolean     NOT NULL,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL,
    stored_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX texts_by_stored ON texts USING brin (stored_at) WITH (pages_per_range = 32);
COMMENT ON TABLE texts IS 'The words of the current revision of each article that mentions a point or an actor. They go with its mentions, its withdrawal, a takedown (pointwatch forget) and its finding''s retention.';
COMMENT ON INDEX texts_pkey IS 'An article''s words.';
COMMENT ON INDEX texts_by_stored IS 'Words whose finding never came, for retention.';
COMMENT ON COLUMN texts.article IS 'Article id.';
COMMENT ON COLUMN texts.revision IS 'Which state of the text this is.';
COMMENT ON COLUMN texts.title IS 'Of the article.';
COMMENT ON COLUMN texts.words IS 'Plain text, paragraphs separated by a newline: the full text, else what the feed gave.';
COMMENT ON COLUMN texts.body IS 'full, feed-only or refused: how much of the article that is.';
COMMENT ON COLUMN texts.truncated IS 'Whether the text was cut at 200,000 characters.';
COMMENT ON COLUMN texts.src_partition IS 'As in coverage.';
COMMENT ON COLUMN texts.src_offset IS 'As in coverage.';
COMMENT ON COLUMN texts.stored_at IS 'As in stories.';
