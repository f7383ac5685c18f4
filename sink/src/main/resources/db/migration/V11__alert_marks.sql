-- What analysts note about alerts. The desk writes it, not the sink: it has no topic and no offset.

CREATE TABLE alert_marks (
    alert             text        NOT NULL CHECK (octet_length(alert) <= 200),
    mark              text        NOT NULL CHECK (mark IN ('acknowledged', 'muted')),
    kind              text        NOT NULL,
    target            text        NOT NULL CHECK (octet_length(target) <= 1000),
    made_by           text        NOT NULL,
    made_at           timestamptz NOT NULL,
    note              text        NOT NULL,
    until             timestamptz,
    PRIMARY KEY (alert, mark)
);
CREATE INDEX alert_marks_by_target ON alert_marks (kind, target) WHERE mark = 'muted';
COMMENT ON TABLE alert_marks IS 'Alerts that somebody acknowledged, or muted with all that is told of the same kind and target. Written by the desk.';
COMMENT ON INDEX alert_marks_pkey IS 'An alert''s marks.';
COMMENT ON INDEX alert_marks_by_target IS 'Whether a kind of alert about a target is muted.';
COMMENT ON COLUMN alert_marks.alert IS 'Id of the alert; it may be older than what alerts keeps.';
COMMENT ON COLUMN alert_marks.mark IS 'acknowledged or muted.';
COMMENT ON COLUMN alert_marks.kind IS 'The alert''s.';
COMMENT ON COLUMN alert_marks.target IS 'The alert''s.';
COMMENT ON COLUMN alert_marks.made_by IS 'Who made the mark, in their own words.';
COMMENT ON COLUMN alert_marks.made_at IS 'When (clock of the desk).';
COMMENT ON COLUMN alert_marks.note IS 'Why; empty if nobody said.';
COMMENT ON COLUMN alert_marks.until IS 'Alerts from then on are not muted any more; null for good.';
