-- Alerts on their way to webhooks and mailboxes: an outbox, filled in the transaction that stores the alert. Whatever
-- dies between here and the other side, nothing is lost; what is sent twice has the same id.

CREATE TABLE alert_destinations (
    name              text        PRIMARY KEY CHECK (octet_length(name) <= 60),
    kinds             text[],
    targets           text[],
    seen_at           timestamptz NOT NULL,
    closed            text
);
COMMENT ON TABLE alert_destinations IS 'Where alerts are sent: what the desks have in their configuration, without addresses and secrets.';
COMMENT ON INDEX alert_destinations_pkey IS 'A destination.';
COMMENT ON COLUMN alert_destinations.name IS 'As configured.';
COMMENT ON COLUMN alert_destinations.kinds IS 'Kinds of alerts that it wants, null for all.';
COMMENT ON COLUMN alert_destinations.targets IS 'Patterns (LIKE) of the targets that it wants, null for all.';
COMMENT ON COLUMN alert_destinations.seen_at IS 'When a desk last said that it is configured; nothing is queued for one that no desk has named for 30 days.';
COMMENT ON COLUMN alert_destinations.closed IS 'Why nothing is sent any more, such as an answer of 410; a desk that starts opens it again.';

CREATE TABLE alert_deliveries (
    destination       text        NOT NULL REFERENCES alert_destinations ON DELETE CASCADE,
    alert             text        NOT NULL,
    state             text        NOT NULL DEFAULT 'waiting',
    attempts          integer     NOT NULL DEFAULT 0,
    queued_at         timestamptz NOT NULL DEFAULT now(),
    next_at           timestamptz NOT NULL DEFAULT now(),
    ended_at          timestamptz,
    answer            text,
    PRIMARY KEY (destination, alert)
) WITH (fillfactor = 75);
CREATE INDEX alert_deliveries_waiting ON alert_deliveries (destination, next_at) WHERE state = 'waiting';
CREATE INDEX alert_deliveries_ended ON alert_deliveries (ended_at) WHERE state <> 'waiting';
COMMENT ON TABLE alert_deliveries IS 'Each alert for each destination that wants it, once. The desk sends what waits; rows that are done are kept 60 days.';
COMMENT ON INDEX alert_deliveries_pkey IS 'An alert''s way to a destination.';
COMMENT ON INDEX alert_deliveries_waiting IS 'What is due next.';
COMMENT ON INDEX alert_deliveries_ended IS 'The oldest that are done.';
COMMENT ON COLUMN alert_deliveries.destination IS 'As in alert_destinations.';
COMMENT ON COLUMN alert_deliveries.alert IS 'As in alerts.';
COMMENT ON COLUMN alert_deliveries.state IS 'waiting, delivered, given-up (every attempt failed) or late (the alert was too old before it could be sent).';
COMMENT ON COLUMN alert_deliveries.attempts IS 'How often it was tried; the one that is under way counts.';
COMMENT ON COLUMN alert_deliveries.queued_at IS 'When the alert was stored (clock of the database).';
COMMENT ON COLUMN alert_deliveries.next_at IS 'Not tried before; while it is tried, when another desk may.';
COMMENT ON COLUMN alert_deliveries.ended_at IS 'When its state became what it is, null while it waits.';
COMMENT ON COLUMN alert_deliveries.answer IS 'What the other side answered last, in words.';

CREATE FUNCTION queue_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO alert_deliveries (destination, alert)
    SELECT d.name, w.id
    FROM written w
    JOIN alert_destinations d ON d.closed IS NULL AND d.seen_at > now() - interval '30 days'
        AND (d.kinds IS NULL OR w.kind = ANY (d.kinds))
        AND (d.targets IS NULL OR w.target LIKE ANY (d.targets))
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION queue_alerts() IS 'Queues new alerts for the destinations that want them.';

CREATE TRIGGER alerts_written AFTER INSERT ON alerts REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION queue_alerts();
