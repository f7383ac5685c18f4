// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** The questions that people ask read the months that they name and no other. */
class PlansTest {
    private static final Pattern PART = Pattern.compile("\\b(?:coverage|mentions)_(?:\\d{4}_\\d{2}|default)\\b(?!_)");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private static Direct direct;

    @BeforeAll
    static void fill() throws SQLException {
        var times = InstantSource.fixed(Instant.parse("2025-12-31T00:00:00Z"));
        direct = new Direct(POSTGRES, POSTGRES.jdbcUrl(), new Keep(Duration.ZERO, times));
        for (var month = 1; month <= 12; month++) {
            for (var i = 0; i < 60; i++) {
                var at =
                        Instant.parse("2025-%02d-05T00:00:00Z".formatted(month)).plusSeconds(900L * i);
                var coverage = Samples.coverage("point:p" + i % 4, at, 1, 1);
                var id = "a" + month + "-" + i;
                direct.put(Topics.COVERAGE, Samples.key(coverage), coverage)
                        .put(Topics.FINDINGS, id, Samples.finding(id, "o" + i % 7 + ".example", at))
                        .put(Topics.STORIES, id, Samples.story(id, Relation.ORIGINAL, null));
            }
        }
        direct.store();
        direct.execute("ANALYZE");
    }

    @AfterAll
    static void close() throws SQLException {
        direct.close();
    }

    private static String plan(String sql) throws SQLException {
        return direct.query("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) " + sql).stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.joining("\n"));
    }

    /** The parts that were read: a node that never ran is none. */
    private static TreeSet<String> read(String plan) {
        return plan.lines()
                .filter(line -> !line.contains("never executed"))
                .flatMap(line -> PART.matcher(line).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void readsOneMonthForATargetOverADay() throws SQLException {
        var plan = plan("SELECT bucket, articles FROM coverage WHERE target = 'point:p1'"
                + " AND bucket >= '2025-11-05Z' AND bucket < '2025-11-06Z' ORDER BY bucket");
        assertThat(read(plan)).as(plan).containsExactly("coverage_2025_11");
    }

    @Test
    void readsTwoMonthsForASpanOverTheirBorder() throws SQLException {
        var plan = plan("SELECT sum(articles) FROM coverage WHERE target = 'point:p1'"
                + " AND bucket >= '2025-10-20Z' AND bucket < '2025-11-20Z'");
        assertThat(read(plan)).as(plan).containsExactly("coverage_2025_10", "coverage_2025_11");
    }

    @Test
    void readsTheLatestEvidenceThroughTheTargetsIndex() throws SQLException {
        direct.execute("SET enable_seqscan = off");
        var plan = plan("SELECT sentence FROM mentions WHERE target_kind = 'point' AND target_id = 'army-cap'"
                + " AND event_time >= '2025-12-01Z' AND event_time < '2026-01-01Z' ORDER BY event_time DESC LIMIT 20");
        direct.execute("RESET enable_seqscan");
        assertThat(read(plan)).as(plan).containsExactly("mentions_2025_12");
        assertThat(plan).contains("mentions_2025_12_target_kind_target_id_event_time_outlet");
    }

    @Test
    void readsTheMonthsOfTheEvidenceViewThatAreAskedFor() throws SQLException {
        var plan = plan(
                "SELECT title, sentence, relation FROM evidence WHERE target_kind = 'point' AND target_id = 'army-cap'"
                        + " AND event_time >= '2025-11-01Z' AND event_time < '2025-12-01Z'");
        assertThat(read(plan)).as(plan).containsExactly("mentions_2025_11");
    }

    @Test
    void readsTheLatestStoriesWithoutSorting() throws SQLException {
        direct.execute("SET enable_seqscan = off");
        var plan = plan("SELECT s.story, f.title FROM findings f JOIN stories s ON s.article = f.article"
                + " WHERE s.relation = 'original' ORDER BY f.event_time DESC LIMIT 20");
        direct.execute("RESET enable_seqscan");
        assertThat(plan).contains("findings_by_time").contains("stories_pkey").doesNotContain("Sort");
    }

    @Test
    void looksUpTheLineageOfTheLatestStoriesOnly() throws SQLException {
        direct.execute("SET enable_seqscan = off");
        var question = SchemaDocument.QUESTIONS.keySet().stream()
                .filter(q -> q.startsWith("What are the latest stories"))
                .findFirst()
                .orElseThrow();
        var plan = plan(SchemaDocument.QUESTIONS.get(question));
        direct.execute("RESET enable_seqscan");
        assertThat(plan).contains("stories_by_story");
    }

    @Test
    void countsDistinctOutletsFromTheMonthsOfTheSpan() throws SQLException {
        for (var target : List.of("point:army-cap", "actor:rubio", "pair:army-cap|rubio", "point:army-cap/lang:en")) {
            assertThat(readForOutlets(target)).as(target).containsExactly("mentions_2025_11");
        }
    }

    @Test
    void countsOutletsOfThePlanFromTheWordsOfArticlesAndElseFromTheirMentions() throws SQLException {
        assertThat(readForOutlets("plan:ukraine-peace-plan")).isEmpty();
        direct.execute("UPDATE findings SET search_words = NULL");
        assertThat(readForOutlets("plan:ukraine-peace-plan")).containsExactly("mentions_2025_11");
        direct.execute("UPDATE findings SET search_words = 'any'");
    }

    /** The parts of mentions that are looked into for the outlets of November. */
    private static Set<Object> readForOutlets(String target) throws SQLException {
        var before = scans();
        assertThat(direct.query("SELECT outlets_between('" + target + "', '2025-11-01Z', '2025-12-01Z')"))
                .as(target)
                .containsExactly(List.of(7L));
        var after = scans();
        after.keySet().removeIf(part -> after.get(part).equals(before.get(part)));
        return after.keySet();
    }

    /** How often each month of mentions was looked into. */
    private static Map<Object, Object> scans() throws SQLException {
        direct.execute("SELECT pg_stat_force_next_flush()");
        var scans = new TreeMap<>();
        direct.query("SELECT relname::text, seq_scan + coalesce(idx_scan, 0) FROM pg_stat_user_tables"
                        + " WHERE relname ~ '^mentions_'")
                .forEach(row -> scans.put(row.get(0), row.get(1)));
        return scans;
    }
}
