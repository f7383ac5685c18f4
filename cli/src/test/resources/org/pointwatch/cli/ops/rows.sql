-- A little of everything in the week of 17 November 2025, so that every panel has something to show.
INSERT INTO coverage (target, bucket, articles, stories, copies, updates, outlets,
                      own_n, own_sum, own_sum_squares, own_negative, own_neutral, own_positive,
                      quoted_n, quoted_sum, quoted_sum_squares, quoted_negative, quoted_neutral, quoted_positive,
                      src_partition, src_offset)
SELECT t.target, b.bucket, 9, 6, 2, 1, 5, 6, -1200, 300000, 4, 1, 1, 2, 400, 90000, 0, 1, 1, 0, row_number() OVER ()
FROM (VALUES ('all'), ('plan:small-plan'), ('point:army-cap'), ('point:nato'), ('actor:us'), ('point:army-cap/lang:en')) t (target),
     (VALUES ('2025-11-20T12:00:00Z'::timestamptz), ('2025-11-20T12:15:00Z'), ('2025-11-21T09:45:00Z')) b (bucket);

INSERT INTO rolling (target, window_name, as_of, articles, stories, copies, updates, outlets,
                     own_n, own_sum, own_sum_squares, own_negative, own_neutral, own_positive,
                     quoted_n, quoted_sum, quoted_sum_squares, quoted_negative, quoted_neutral, quoted_positive,
                     previous_articles, previous_stories, previous_copies, previous_updates, previous_outlets, previous_sentiment,
                     share, share_as_of, baseline, surge, src_partition, src_offset)
SELECT t.target, w.name, '2025-11-21T10:00:00Z', 9, 6, 2, 1, 5, 6, -1200, 300000, 4, 1, 1, 2, 400, 90000, 0, 1, 1,
       4, 3, 1, 0, 2, '{}', 0.25, '2025-11-21T10:00:00Z', 3.5, 1.7, 0, row_number() OVER ()
FROM (VALUES ('all'), ('point:army-cap'), ('point:nato')) t (target), (VALUES ('24h'), ('28d')) w (name);

INSERT INTO findings (article, revision, dossier, dossier_version, outlet, outlet_group, title, url, language, agency, event_time,
                      event_time_source, tone, deadlines, dates, figures, quotes, src_partition, src_offset)
VALUES ('a1', 'r1', 'small-plan', '1', 'one.example', 'agencies', 'A cap on the army', 'https://one.example/1', 'en', NULL,
        '2025-11-20T12:05:00Z', 'published', -120, '[]', '[]', '[]', '[]', 0, 1),
       ('a2', 'r1', 'small-plan', '1', 'two.example', NULL, 'A cap on the army', 'https://two.example/1', NULL, 'one',
        '2025-11-20T12:20:00Z', 'published', -120, '[]', '[]', '[]', '[]', 0, 2);

INSERT INTO mentions (article, target_kind, target_id, n, outlet, event_time, sentence_no, in_title, sentence, matched, match_start,
                      match_end, rule, confidence, sentiment_own, sentiment_quoted)
VALUES ('a1', 'point', 'army-cap', 0, 'one.example', '2025-11-20T12:05:00Z', 1, false, 'The army would be capped at 600,000.',
        'capped', 30, 36, 'army-cap/en', 0.9, -200, NULL),
       ('a2', 'point', 'army-cap', 0, 'two.example', '2025-11-20T12:20:00Z', 1, false, 'The army would be capped at 600,000.',
        'capped', 30, 36, 'army-cap/en', 0.9, NULL, NULL),
       ('a1', 'actor', 'us', 0, 'one.example', '2025-11-20T12:05:00Z', 1, false, 'The army would be capped at 600,000.',
        'US', 0, 2, 'us/en', NULL, NULL, 150);

INSERT INTO stories (article, story, relation, "of", similarity, lag_seconds, src_partition, src_offset)
VALUES ('a1', 'a1', 'original', NULL, NULL, 0, 0, 1), ('a2', 'a1', 'copy', 'a1', 0.95, 900, 0, 2);

INSERT INTO deadlines (id, due, ends_at, "precision", status, points, actors, set_by, bound, stories, first_seen, last_seen, evidence,
                       evidence_article, history, src_partition, src_offset)
VALUES ('d1', '2025-11-27', '2025-11-28T00:00:00Z', 'day', 'set', '["army-cap"]', '["us"]', 'us', 'ukraine', 1,
        '2025-11-20T12:05:00Z', '2025-11-20T12:05:00Z', 'They have until Thursday.', 'a1', '[]', 0, 1);

INSERT INTO alerts (id, dossier, kind, target, at, why, evidence, story, escalates, src_partition, src_offset)
VALUES ('x1', 'small-plan', 'new-deadline', 'point:army-cap', '2025-11-20T12:06:00Z', 'A deadline was set for 27 November.',
        '["They have until Thursday."]', 'a1', NULL, 0, 1);

INSERT INTO feeds (feed_hash, feed, outlet, title, health, reason, last_poll, last_change, next_poll, format, failures, polls, unchanged,
                   articles, known_entries, src_partition, src_offset)
VALUES ('h1', 'https://one.example/rss', 'one.example', 'One', 'healthy', NULL, '2025-11-20T12:00:00Z', '2025-11-18T12:00:00Z',
        '2025-11-20T13:00:00Z', 'rss_2.0', 0, 100, 90, 40, 20, 0, 1),
       ('h2', 'https://two.example/rss', 'two.example', 'Two', 'failing', 'HTTP 500', '2025-11-20T12:00:00Z', NULL,
        '2025-11-20T13:00:00Z', NULL, 3, 3, 0, 0, 0, 0, 2);

INSERT INTO ingest_offset (topic, "partition", table_name, topic_uuid, next_offset, epoch, owner, advanced_at)
VALUES ('pointwatch-findings', 0, 'findings', 'u', 3, 1, 'sink-a', '2025-11-20T12:21:00Z');

INSERT INTO stances (actor, point, stance, quotation, article, outlet, said_by, at, since, n, support, oppose, conditional, unknown,
                     articles, last_seen, history, src_partition, src_offset)
VALUES ('us', 'army-cap', 'support', 'We support the cap.', 'a1', 'one.example', 'rubio', '2025-11-20T12:05:00Z',
        '2025-11-20T12:05:00Z', 1, 1, 0, 0, 0, 1, '2025-11-20T12:05:00Z', '[]', 0, 1),
       ('ukraine', 'army-cap', 'oppose', 'We oppose the cap.', 'a2', 'two.example', NULL, '2025-11-20T12:20:00Z',
        NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, '[{"stance": "unknown"}]', 0, 2);
