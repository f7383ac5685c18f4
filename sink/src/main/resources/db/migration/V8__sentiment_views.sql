-- Means with their confidence intervals. Every mean that is shown anywhere comes from mean_sentiment, so that none is shown of a
-- few stories; the sums themselves stand in coverage and rolling. SentimentMean of the domain is the same in Java.

CREATE FUNCTION mean_sentiment(n numeric, sum numeric, sum_squares numeric,
                               OUT mean numeric, OUT low numeric, OUT high numeric)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT round(round(m.mean)::numeric / 1000, 3),
           round(round(greatest(-1000, m.mean - m.margin))::numeric / 1000, 3),
           round(round(least(1000, m.mean + m.margin))::numeric / 1000, 3)
    FROM (SELECT (sum / k.n)::double precision AS mean,
                 (1.959964 + (2.372271 + (2.822499 + 2.555850 / (k.n - 1)) / (k.n - 1)) / (k.n - 1))
                     ::double precision
                     * sqrt((greatest(0, sum_squares - sum * sum / k.n) / (k.n - 1) / k.n)::double precision) AS margin
          FROM (SELECT CASE WHEN mean_sentiment.n >= 5 THEN mean_sentiment.n END AS n) k) m
    WHERE m.mean IS NOT NULL
$$;
COMMENT ON FUNCTION mean_sentiment(numeric, numeric, numeric) IS
    'Mean of n sentiments, -1 to 1, and the interval in which it lies with 95 % confidence (Student''s), from their sums in thousandths. All null where n is below 5: so few prove nothing.';

CREATE OR REPLACE VIEW coverage_by_day AS
SELECT d.target, d.day, d.articles, d.stories, d.copies, d.updates,
       outlets_between(d.target, d.day::timestamp AT TIME ZONE 'UTC', (d.day + 1)::timestamp AT TIME ZONE 'UTC')
           AS outlets,
       own.mean AS sentiment_own, quoted.mean AS sentiment_quoted,
       d.own_n, own.low AS own_low, own.high AS own_high,
       d.quoted_n, quoted.low AS quoted_low, quoted.high AS quoted_high
FROM (SELECT target, (bucket AT TIME ZONE 'UTC')::date AS day,
             sum(articles) AS articles, sum(stories) AS stories, sum(copies) AS copies, sum(updates) AS updates,
             sum(own_n) AS own_n, sum(own_sum) AS own_sum, sum(own_sum_squares) AS own_sum_squares,
             sum(quoted_n) AS quoted_n, sum(quoted_sum) AS quoted_sum, sum(quoted_sum_squares) AS quoted_sum_squares
      FROM coverage
      GROUP BY 1, 2) d
CROSS JOIN LATERAL mean_sentiment(d.own_n, d.own_sum, d.own_sum_squares) own
CROSS JOIN LATERAL mean_sentiment(d.quoted_n, d.quoted_sum, d.quoted_sum_squares) quoted
WHERE d.articles <> 0;
COMMENT ON COLUMN coverage_by_day.sentiment_own IS 'Mean sentiment toward the target in the outlets'' voice, -1 to 1; null where own_n is below 5.';
COMMENT ON COLUMN coverage_by_day.sentiment_quoted IS 'Mean sentiment toward the target inside quotations, -1 to 1; null where quoted_n is below 5.';
COMMENT ON COLUMN coverage_by_day.own_n IS 'Stories that sentiment_own is the mean of.';
COMMENT ON COLUMN coverage_by_day.own_low IS 'Lower end of the 95 % confidence interval of sentiment_own.';
COMMENT ON COLUMN coverage_by_day.own_high IS 'Upper end of it.';
COMMENT ON COLUMN coverage_by_day.quoted_n IS 'Stories that sentiment_quoted is the mean of.';
COMMENT ON COLUMN coverage_by_day.quoted_low IS 'Lower end of the 95 % confidence interval of sentiment_quoted.';
COMMENT ON COLUMN coverage_by_day.quoted_high IS 'Upper end of it.';

CREATE VIEW rolling_sentiment AS
SELECT r.target, r.window_name, r.as_of, s.voice, s.n, m.mean, m.low, m.high, s.negative, s.neutral, s.positive,
       b.mean AS previous_mean, s.previous_n
FROM rolling r
CROSS JOIN LATERAL (VALUES
    ('own', r.own_n, r.own_sum, r.own_sum_squares, r.own_negative, r.own_neutral, r.own_positive,
     (r.previous_sentiment #>> '{own,n}')::bigint, (r.previous_sentiment #>> '{own,sum}')::bigint,
     (r.previous_sentiment #>> '{own,sumOfSquares}')::bigint),
    ('quoted', r.quoted_n, r.quoted_sum, r.quoted_sum_squares, r.quoted_negative, r.quoted_neutral, r.quoted_positive,
     (r.previous_sentiment #>> '{quoted,n}')::bigint, (r.previous_sentiment #>> '{quoted,sum}')::bigint,
     (r.previous_sentiment #>> '{quoted,sumOfSquares}')::bigint))
    AS s (voice, n, sum, sum_squares, negative, neutral, positive, previous_n, previous_sum, previous_sum_squares)
CROSS JOIN LATERAL mean_sentiment(s.n, s.sum, s.sum_squares) m
CROSS JOIN LATERAL mean_sentiment(s.previous_n, s.previous_sum, s.previous_sum_squares) b
WHERE s.n > 0;
COMMENT ON VIEW rolling_sentiment IS 'The mean sentiment toward each target in each rolling window, one row a voice that scored anything.';
COMMENT ON COLUMN rolling_sentiment.target IS 'As in rolling.';
COMMENT ON COLUMN rolling_sentiment.window_name IS 'As in rolling.';
COMMENT ON COLUMN rolling_sentiment.as_of IS 'As in rolling.';
COMMENT ON COLUMN rolling_sentiment.voice IS 'own: the outlets''; quoted: inside quotations.';
COMMENT ON COLUMN rolling_sentiment.n IS 'Originals and rewrites with a sentiment toward the target in that voice.';
COMMENT ON COLUMN rolling_sentiment.mean IS 'Their mean, -1 to 1; null where n is below 5.';
COMMENT ON COLUMN rolling_sentiment.low IS 'Lower end of its 95 % confidence interval.';
COMMENT ON COLUMN rolling_sentiment.high IS 'Upper end of it.';
COMMENT ON COLUMN rolling_sentiment.negative IS 'How many of them are negative.';
COMMENT ON COLUMN rolling_sentiment.neutral IS 'How many of them are neutral.';
COMMENT ON COLUMN rolling_sentiment.positive IS 'How many of them are positive.';
COMMENT ON COLUMN rolling_sentiment.previous_mean IS 'Of the window before; null where previous_n is below 5.';
COMMENT ON COLUMN rolling_sentiment.previous_n IS 'As n, of the window before.';
