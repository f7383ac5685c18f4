-- Which outlets told of a target on a day, so that the outlets of weeks are counted from a few bits and not from every
-- mention. The rows are made by the database itself, in the transaction that writes a finding; a bit goes when a look at the
-- findings says that nothing is left behind it, so no sum can drift. The writers of findings wait for one another here.
--
-- Whoever writes mentions writes or deletes all of an article in one statement, as the sink does: pairs are found in it.

CREATE TABLE outlets (
    no                integer     GENERATED ALWAYS AS IDENTITY (MINVALUE 0 START WITH 0) PRIMARY KEY,
    name              text        NOT NULL UNIQUE CHECK (octet_length(name) <= 1200)
);
COMMENT ON TABLE outlets IS 'A number for each outlet that was ever in findings. They stay: bits in outlet_days stand for them.';
COMMENT ON INDEX outlets_pkey IS 'An outlet by its number.';
COMMENT ON INDEX outlets_name_key IS 'An outlet by its name.';
COMMENT ON COLUMN outlets.no IS '0, 1, 2, ... as they came.';
COMMENT ON COLUMN outlets.name IS 'As in findings.';

CREATE TABLE outlet_days (
    target            text        NOT NULL CHECK (octet_length(target) <= 2100),
    day               date        NOT NULL,
    part              integer     NOT NULL,
    outlets           bit(1024)   NOT NULL,
    PRIMARY KEY (target, day, part)
) WITH (fillfactor = 75);
CREATE INDEX outlet_days_by_day ON outlet_days USING brin (day) WITH (pages_per_range = 8);
COMMENT ON TABLE outlet_days IS 'The distinct outlets of a target and a day of event time (UTC), a bit each: of several days, bit_count(bit_or(outlets)) for each part, added up. It says what a count over findings and mentions says.';
COMMENT ON INDEX outlet_days_pkey IS 'A target''s days.';
COMMENT ON INDEX outlet_days_by_day IS 'The oldest, for retention.';
COMMENT ON COLUMN outlet_days.target IS 'As in coverage without facets; plan for anything of the dossier.';
COMMENT ON COLUMN outlet_days.day IS 'Of event time, UTC.';
COMMENT ON COLUMN outlet_days.part IS 'Bit b of part p is outlet number 1024 * p + b.';
COMMENT ON COLUMN outlet_days.outlets IS 'Never empty: a part without outlets has no row.';

CREATE FUNCTION tells(of_target text, on_day date, by_outlet text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    kind  text := split_part(of_target, ':', 1);
    id    text := substr(of_target, length(kind) + 2);
    since timestamptz := on_day::timestamp AT TIME ZONE 'UTC';
    until timestamptz := (on_day + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
    CASE kind
        WHEN 'all' THEN
            RETURN EXISTS (SELECT FROM findings f
                           WHERE f.outlet = by_outlet AND f.event_time >= since AND f.event_time < until);
        WHEN 'plan' THEN
            RETURN EXISTS (SELECT FROM findings f
                           WHERE f.outlet = by_outlet AND f.event_time >= since AND f.event_time < until
                             AND EXISTS (SELECT FROM mentions m WHERE m.article = f.article AND m.event_time = f.event_time
                                         AND m.event_time >= since AND m.event_time < until));
        WHEN 'pair' THEN
            RETURN EXISTS (SELECT FROM mentions p
                           WHERE p.target_kind = 'point' AND p.target_id = split_part(id, '|', 1) AND p.outlet = by_outlet
                             AND p.event_time >= since AND p.event_time < until
                             AND EXISTS (SELECT FROM mentions a
                                         WHERE a.article = p.article AND a.sentence_no = p.sentence_no
                                           AND a.target_kind = 'actor' AND a.target_id = split_part(id, '|', 2)
                                           AND a.event_time = p.event_time
                                           AND a.event_time >= since AND a.event_time < until));
        ELSE
            RETURN EXISTS (SELECT FROM mentions m
                           WHERE m.target_kind = kind AND m.target_id = id AND m.outlet = by_outlet
                             AND m.event_time >= since AND m.event_time < until);
    END CASE;
END
$$;
COMMENT ON FUNCTION tells(text, date, text) IS 'Whether an outlet has an article about a target of outlet_days on a day.';

CREATE FUNCTION note_outlets(targets text[], days date[], names text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF targets IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1347375193, hashtext(current_schema()));
    INSERT INTO outlets (name)
    SELECT DISTINCT n FROM unnest(names) n WHERE NOT EXISTS (SELECT FROM outlets o WHERE o.name = n) ORDER BY n;
    INSERT INTO outlet_days AS t (target, day, part, outlets)
    SELECT s.target, s.day, o.no / 1024, bit_or(set_bit(repeat('0', 1024)::bit(1024), o.no % 1024, 1))
    FROM unnest(targets, days, names) s (target, day, name) JOIN outlets o ON o.name = s.name
    GROUP BY 1, 2, 3
    ON CONFLICT (target, day, part) DO UPDATE SET outlets = t.outlets | excluded.outlets
    WHERE (t.outlets | excluded.outlets) <> t.outlets;
END
$$;
COMMENT ON FUNCTION note_outlets(text[], date[], text[]) IS 'Sets bits of outlet_days; the n-th of each list belong together.';

CREATE FUNCTION doubt_outlets(targets text[], days date[], names text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    none        bit(1024) := repeat('0', 1024)::bit(1024);
    bare_target text[];
    bare_day    date[];
    bare_part   integer[];
BEGIN
    IF targets IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(1347375193, hashtext(current_schema()));
    WITH over AS MATERIALIZED (
        SELECT s.target, s.day, o.no / 1024 AS part, bit_or(set_bit(none, o.no % 1024, 1)) AS bits
        FROM unnest(targets, days, names) s (target, day, name)
        JOIN outlets o ON o.name = s.name
        JOIN outlet_days t ON t.target = s.target AND t.day = s.day AND t.part = o.no / 1024
        WHERE get_bit(t.outlets, o.no % 1024) = 1 AND NOT tells(s.target, s.day, s.name)
        GROUP BY 1, 2, 3),
    cleared AS (
        UPDATE outlet_days t SET outlets = t.outlets & ~over.bits FROM over
        WHERE t.target = over.target AND t.day = over.day AND t.part = over.part
        RETURNING t.target, t.day, t.part, t.outlets)
    SELECT array_agg(c.target), array_agg(c.day), array_agg(c.part) INTO bare_target, bare_day, bare_part
    FROM cleared c WHERE c.outlets = none;
    DELETE FROM outlet_days t USING unnest(bare_target, bare_day, bare_part) b (target, day, part)
    WHERE t.target = b.target AND t.day = b.day AND t.part = b.part;
END
$$;
COMMENT ON FUNCTION doubt_outlets(text[], date[], text[]) IS 'Clears those of these bits of outlet_days behind which nothing is left.';

CREATE FUNCTION mentions_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_outlets(array_agg(s.target), array_agg(s.day), array_agg(s.outlet))
    FROM (SELECT w.target_kind || ':' || w.target_id AS target, (w.event_time AT TIME ZONE 'UTC')::date AS day, w.outlet
          FROM written w
          UNION SELECT 'plan', (w.event_time AT TIME ZONE 'UTC')::date, w.outlet FROM written w
          UNION SELECT 'pair:' || p.target_id || '|' || a.target_id, (p.event_time AT TIME ZONE 'UTC')::date, p.outlet
                FROM written p JOIN written a ON a.article = p.article AND a.sentence_no = p.sentence_no
                WHERE p.target_kind = 'point' AND a.target_kind = 'actor') s;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION mentions_told() IS 'Trigger on mentions: notes the outlets of new ones.';

CREATE FUNCTION mentions_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM doubt_outlets(array_agg(s.target), array_agg(s.day), array_agg(s.outlet))
    FROM (SELECT g.target_kind || ':' || g.target_id AS target, (g.event_time AT TIME ZONE 'UTC')::date AS day, g.outlet
          FROM gone g
          UNION SELECT 'plan', (g.event_time AT TIME ZONE 'UTC')::date, g.outlet FROM gone g
          UNION SELECT 'pair:' || p.target_id || '|' || a.target_id, (p.event_time AT TIME ZONE 'UTC')::date, p.outlet
                FROM gone p JOIN gone a ON a.article = p.article AND a.sentence_no = p.sentence_no
                WHERE p.target_kind = 'point' AND a.target_kind = 'actor') s;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION mentions_gone() IS 'Trigger on mentions: looks whether the outlets of deleted ones still tell of their targets.';

CREATE FUNCTION findings_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_outlets(array_agg('all'::text), array_agg(s.day), array_agg(s.outlet))
    FROM (SELECT DISTINCT (w.event_time AT TIME ZONE 'UTC')::date AS day, w.outlet FROM written w) s;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION findings_told() IS 'Trigger on findings: notes the outlets of new ones and of those that were written anew.';

CREATE FUNCTION findings_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM doubt_outlets(array_agg('all'::text), array_agg(s.day), array_agg(s.outlet))
    FROM (SELECT DISTINCT (g.event_time AT TIME ZONE 'UTC')::date AS day, g.outlet FROM gone g) s;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION findings_left() IS 'Trigger on findings: looks whether outlets of deleted ones, and former ones, still tell anything on the day.';

CREATE FUNCTION outlet_days_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM outlet_days WHERE (target = 'all') = (TG_TABLE_NAME = 'findings');
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION outlet_days_emptied() IS 'Trigger on findings and mentions: empties what was made of them.';

-- What was stored before, a month at a time; the notices tell whoever waits that it goes on.
DO $$
DECLARE
    month timestamptz;
    until timestamptz;
BEGIN
    INSERT INTO outlets (name) SELECT outlet FROM findings GROUP BY 1 ORDER BY count(*) DESC, 1;
    INSERT INTO outlets (name) SELECT DISTINCT m.outlet FROM mentions m
    WHERE NOT EXISTS (SELECT FROM outlets o WHERE o.name = m.outlet);
    FOR month IN SELECT date_trunc('month', event_time, 'UTC') FROM findings
                 UNION SELECT date_trunc('month', event_time, 'UTC') FROM mentions ORDER BY 1 LOOP
        until := (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
        RAISE NOTICE 'outlets of %', to_char(month AT TIME ZONE 'UTC', 'YYYY-MM');
        INSERT INTO outlet_days (target, day, part, outlets)
        SELECT s.target, s.day, o.no / 1024, bit_or(set_bit(repeat('0', 1024)::bit(1024), o.no % 1024, 1))
        FROM (SELECT 'all' AS target, (f.event_time AT TIME ZONE 'UTC')::date AS day, f.outlet FROM findings f
              WHERE f.event_time >= month AND f.event_time < until
              UNION SELECT m.target_kind || ':' || m.target_id, (m.event_time AT TIME ZONE 'UTC')::date, m.outlet
              FROM mentions m WHERE m.event_time >= month AND m.event_time < until
              UNION SELECT 'plan', (m.event_time AT TIME ZONE 'UTC')::date, m.outlet
              FROM mentions m WHERE m.event_time >= month AND m.event_time < until
              UNION SELECT 'pair:' || p.target_id || '|' || a.target_id, (p.event_time AT TIME ZONE 'UTC')::date, p.outlet
              FROM mentions p
              JOIN mentions a ON a.article = p.article AND a.sentence_no = p.sentence_no AND a.event_time = p.event_time
              WHERE p.target_kind = 'point' AND a.target_kind = 'actor'
                AND p.event_time >= month AND p.event_time < until
                AND a.event_time >= month AND a.event_time < until) s
        JOIN outlets o ON o.name = s.outlet
        GROUP BY 1, 2, 3;
    END LOOP;
END
$$;

CREATE TRIGGER mentions_told AFTER INSERT ON mentions REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mentions_told();
CREATE TRIGGER mentions_gone AFTER DELETE ON mentions REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION mentions_gone();
CREATE TRIGGER mentions_retold AFTER UPDATE ON mentions REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION mentions_told();
CREATE TRIGGER mentions_taken_back AFTER UPDATE ON mentions REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION mentions_gone();
CREATE TRIGGER mentions_emptied AFTER TRUNCATE ON mentions
    FOR EACH STATEMENT EXECUTE FUNCTION outlet_days_emptied();
CREATE TRIGGER findings_told AFTER INSERT ON findings REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION findings_told();
CREATE TRIGGER findings_told_anew AFTER UPDATE ON findings REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION findings_told();
CREATE TRIGGER findings_left AFTER DELETE ON findings REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION findings_left();
CREATE TRIGGER findings_left_behind AFTER UPDATE ON findings REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION findings_left();
CREATE TRIGGER outlet_days_emptied AFTER TRUNCATE ON findings
    FOR EACH STATEMENT EXECUTE FUNCTION outlet_days_emptied();
