// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.cli.export;

import java.util.List;
import org.pointwatch.cli.export.Field.Kind;
import org.pointwatch.cli.export.TableExport.Draft;

/** All that can be exported. */
public final class Exports {
    /** Of articles that mention a point, an actor, or both in one sentence. */
    private static final String ARTICLE_WANTED =
            """
            t.point IS NULL AND t.actor IS NULL OR EXISTS (
                SELECT FROM mentions p WHERE p.article = f.article AND p.event_time = f.event_time
                  AND (t.point IS NULL OR p.target_kind = 'point' AND p.target_id = t.point)
                  AND (t.actor IS NULL OR EXISTS (
                      SELECT FROM mentions a WHERE a.article = p.article AND a.event_time = p.event_time
                        AND a.sentence_no = p.sentence_no AND a.target_kind = 'actor' AND a.target_id = t.actor)))""";

    private static final TableExport COVERAGE = new Draft(
                    "coverage",
                    "coverage",
                    "counts of each target in each quarter of an hour; sentiment in thousandths")
            .withFacets()
            .with(Kind.TEXT, "target")
            .with(Kind.TIME, "bucket")
            .with(Kind.WHOLE, "articles", "stories", "copies", "updates", "outlets")
            .with(Kind.WHOLE, "own_n", "own_sum", "own_sum_squares", "own_negative", "own_neutral", "own_positive")
            .with(Kind.WHOLE, "quoted_n", "quoted_sum", "quoted_sum_squares")
            .with(Kind.WHOLE, "quoted_negative", "quoted_neutral", "quoted_positive")
            .query("coverage", "bucket", "coverage.target = t.target", "bucket, coverage.target");

    private static final TableExport MENTIONS = new Draft(
                    "mentions", "mentions", "each place where a point or actor was found, with its sentence")
            .with(Kind.TEXT, "m.article", "m.target_kind || ':' || m.target_id AS target", "m.outlet")
            .with(Kind.TIME, "m.event_time")
            .with(Kind.TEXT, "f.title", "f.url", "f.language", "s.relation", "s.story", "m.sentence", "m.matched")
            .with(Kind.WHOLE, "m.match_start", "m.match_end")
            .with(Kind.TRUTH, "m.in_title")
            .with(Kind.TEXT, "m.rule")
            .with(Kind.NUMBER, "m.confidence")
            .with(Kind.WHOLE, "m.sentiment_own", "m.sentiment_quoted")
            .with(Kind.TEXT, "f.revision", "f.dossier_version")
            .query(
                    "mentions m JOIN findings f ON f.article = m.article LEFT JOIN stories s ON s.article = m.article",
                    "m.event_time",
                    """
                    (t.point IS NULL OR m.target_kind = 'point' AND m.target_id = t.point)
                      AND (t.actor IS NULL OR t.point IS NULL AND m.target_kind = 'actor' AND m.target_id = t.actor
                           OR t.point IS NOT NULL AND EXISTS (
                               SELECT FROM mentions a WHERE a.article = m.article AND a.event_time = m.event_time
                                 AND a.sentence_no = m.sentence_no AND a.target_kind = 'actor' AND a.target_id = t.actor))""",
                    "m.event_time, m.article, m.target_kind, m.target_id, m.n");

    private static final TableExport ARTICLES = new Draft(
                    "articles", "findings", "each article with what was found in it")
            .with(Kind.TEXT, "f.article", "f.revision", "f.outlet", "f.outlet_group AS \"group\"", "f.title", "f.url")
            .with(Kind.TEXT, "f.language", "f.agency")
            .with(Kind.TIME, "f.event_time")
            .with(Kind.TEXT, "f.event_time_source", "s.relation", "s.story")
            .with(Kind.WHOLE, "f.tone")
            .with(Kind.TEXTS, found("point"), found("actor"))
            .with(Kind.JSON, "f.deadlines", "f.dates", "f.figures", "f.quotes")
            .with(Kind.TEXT, "f.dossier", "f.dossier_version")
            .query(
                    "findings f LEFT JOIN stories s ON s.article = f.article",
                    "f.event_time",
                    ARTICLE_WANTED,
                    "f.event_time, f.article");

    private static final TableExport STORIES = new Draft(
                    "stories", "stories", "each article's place in its story, a story's articles together")
            .with(Kind.TEXT, "s.story", "s.article", "s.relation", "s.of")
            .with(Kind.NUMBER, "s.similarity")
            .with(Kind.WHOLE, "s.lag_seconds")
            .with(Kind.TEXT, "s.superseded_by", "f.outlet", "f.title", "f.url")
            .with(Kind.TIME, "f.event_time")
            .query(
                    "stories s JOIN findings f ON f.article = s.article",
                    "f.event_time",
                    ARTICLE_WANTED,
                    "s.story, f.event_time, s.article");

    private static final TableExport ALERTS = new Draft("alerts", "alerts", "what was told, with its evidence")
            .withFacets()
            .with(Kind.TEXT, "a.id", "a.dossier", "a.kind", "a.target")
            .with(Kind.TIME, "a.at")
            .with(Kind.TEXT, "a.why")
            .with(Kind.TEXTS, "a.evidence")
            .with(Kind.TEXT, "v.story", "v.outlet", "v.title", "v.url", "a.escalates")
            .query(
                    "alerts a JOIN alerts_in_stories v ON v.id = a.id",
                    "a.at",
                    """
                    t.point IS NULL AND t.actor IS NULL OR a.target = t.target
                      OR (t.point IS NULL OR a.target = 'point:' || t.point OR starts_with(a.target, 'point:' || t.point || '/')
                              OR starts_with(a.target, 'pair:' || t.point || '|'))
                        AND (t.actor IS NULL OR a.target = 'actor:' || t.actor
                              OR starts_with(a.target, 'actor:' || t.actor || '/') OR starts_with(a.target, 'pair:')
                                 AND split_part(split_part(a.target, '|', 2), '/', 1) = t.actor)""",
                    "a.at, a.id");

    private static final TableExport STANCES = new Draft(
                    "stances", "stances", "where each actor stands on each point, with its history")
            .with(Kind.TEXT, "actor", "point", "stance", "quotation", "article", "outlet", "said_by")
            .with(Kind.TIME, "stances.at", "since", "last_seen")
            .with(Kind.WHOLE, "n", "support", "oppose", "conditional", "unknown", "articles")
            .with(Kind.JSON, "history")
            .query(
                    "stances",
                    "stances.at",
                    "(t.point IS NULL OR stances.point = t.point) AND (t.actor IS NULL OR stances.actor = t.actor)",
                    "stances.at, stances.actor, stances.point");

    public static final List<ExportSource> EVERY =
            List.of(ALERTS, ARTICLES, COVERAGE, new DeadlineExport(), MENTIONS, STANCES, STORIES);

    private Exports() {}

    private static String found(String kind) {
        return "(SELECT coalesce(jsonb_agg(DISTINCT m.target_id), '[]') FROM mentions m WHERE m.article = f.article"
                + " AND m.event_time = f.event_time AND m.target_kind = '" + kind + "') AS " + kind + "s";
    }
}
