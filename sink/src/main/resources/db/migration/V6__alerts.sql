-- What was told, once each.

CREATE TABLE alerts (
    id                text        PRIMARY KEY CHECK (octet_length(id) <= 200),
    dossier           text        NOT NULL,
    kind              text        NOT NULL,
    target            text        NOT NULL,
    at                timestamptz NOT NULL,
    why               text        NOT NULL,
    evidence          jsonb       NOT NULL,
    story             text,
    escalates         text,
    src_partition     integer     NOT NULL,
    src_offset        bigint      NOT NULL
);
CREATE INDEX alerts_by_time ON alerts (at);
CREATE INDEX alerts_by_kind ON alerts (kind, at);
CREATE INDEX alerts_by_target ON alerts (target, at);
CREATE INDEX alerts_by_escalated ON alerts (escalates) WHERE escalates IS NOT NULL;
COMMENT ON TABLE alerts IS 'What a desk was told: new and changed deadlines, contested figures, surges, silences, shifts of tone.';
COMMENT ON INDEX alerts_pkey IS 'An alert; the same fact has the same id however often it is worked out.';
COMMENT ON INDEX alerts_by_time IS 'The latest; and the oldest, for retention.';
COMMENT ON INDEX alerts_by_kind IS 'The latest of a kind.';
COMMENT ON INDEX alerts_by_target IS 'The latest about a target.';
COMMENT ON INDEX alerts_by_escalated IS 'What followed an alert.';
COMMENT ON COLUMN alerts.id IS 'Hash of the dossier, the target, the kind and the fact.';
COMMENT ON COLUMN alerts.dossier IS 'Id of the dossier.';
COMMENT ON COLUMN alerts.kind IS 'new-deadline, deadline-moved, deadline-softened, deadline-denied, deadline-near, deadline-passed, contested-figure, surge, silence or tone-shift.';
COMMENT ON COLUMN alerts.target IS 'As in coverage.';
COMMENT ON COLUMN alerts.at IS 'Event time of the fact; where the clock or a count made it, the time when it was told.';
COMMENT ON COLUMN alerts.why IS 'The reason in words, with the numbers.';
COMMENT ON COLUMN alerts.evidence IS 'List of sentences.';
COMMENT ON COLUMN alerts.story IS 'The article that set it off; alerts_in_stories knows the story it belongs to now.';
COMMENT ON COLUMN alerts.escalates IS 'Id of the earlier alert that it follows.';
COMMENT ON COLUMN alerts.src_partition IS 'As in coverage.';
COMMENT ON COLUMN alerts.src_offset IS 'As in coverage.';

CREATE VIEW alerts_in_stories AS
SELECT a.id, a.dossier, a.kind, a.target, a.at, a.why, a.evidence, a.escalates,
       coalesce(s.story, a.story) AS story, f.outlet, f.title, f.url
FROM alerts a
LEFT JOIN stories s ON s.article = a.story
LEFT JOIN findings f ON f.article = coalesce(s.story, a.story);
COMMENT ON VIEW alerts_in_stories IS 'Alerts with the story that set them off, as it stands now: when an earlier original turns up, they follow it.';
COMMENT ON COLUMN alerts_in_stories.id IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.dossier IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.kind IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.target IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.at IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.why IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.evidence IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.escalates IS 'As in alerts.';
COMMENT ON COLUMN alerts_in_stories.story IS 'Article id of the original.';
COMMENT ON COLUMN alerts_in_stories.outlet IS 'The original''s.';
COMMENT ON COLUMN alerts_in_stories.title IS 'The original''s.';
COMMENT ON COLUMN alerts_in_stories.url IS 'The original''s.';
