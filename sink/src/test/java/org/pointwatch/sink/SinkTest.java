// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.stance.StanceMention;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** What lands in the tables. */
@Tag("broker")
class SinkTest {
    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension(2);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private World world;
    private Publish publish;

    @BeforeEach
    void prepare() {
        world = new World(BROKER, POSTGRES);
        publish = Publish.to(world.kafka);
    }

    @AfterEach
    void close() {
        publish.close();
        world.close();
    }

    @Test
    void storesTheLastValueOfEachKeyAndForgetsTombstones() throws SQLException {
        Samples.publishAll(publish, 0);
        Samples.publishAll(publish, 1);
        world.run();
        assertThat(world.query("SELECT stories FROM coverage WHERE target = 'point:p0' ORDER BY bucket"))
                .containsExactly(List.of(1L), List.of(4L), List.of(7L));
        for (var table :
                List.of("rolling", "findings", "texts", "stories", "feeds", "deadlines", "stances", "coverage")) {
            assertThat(world.query("SELECT count(*) FROM " + table)).as(table).containsExactly(List.of(7L));
        }
        assertThat(world.query("SELECT count(*) FROM mentions")).containsExactly(List.of(14L));
        assertThat(world.query("SELECT share, previous_sentiment #>> '{quoted,sum}' FROM rolling LIMIT 1"))
                .containsExactly(List.of(0.25, "250"));
    }

    @Test
    void correctsItselfWhileItRuns() throws SQLException {
        world.start();
        publish.send(Topics.FINDINGS, "a", Samples.finding("a", "one.example", NOON))
                .flush();
        world.awaitStored();
        assertThat(world.query("SELECT count(*) FROM mentions")).containsExactly(List.of(2L));
        var withoutMentions = Samples.finding("a", "one.example", NOON, "Changed", List.of(), List.of(), List.of());
        publish.send(Topics.FINDINGS, "a", withoutMentions).flush();
        world.awaitStored();
        assertThat(world.query("SELECT title FROM findings")).containsExactly(List.of("Changed"));
        assertThat(world.query("SELECT count(*) FROM mentions")).containsExactly(List.of(0L));
        publish.tombstone(Topics.FINDINGS, "a").flush();
        world.awaitStored();
        assertThat(world.query("SELECT count(*) FROM findings")).containsExactly(List.of(0L));
    }

    @Test
    void changesNothingWhenTheSameRecordsAreReadAgain() throws SQLException {
        Samples.publishAll(publish, 0);
        Samples.publishAll(publish, 1);
        world.run();
        var before = world.contents();
        world.execute("UPDATE ingest_offset SET next_offset = 0");
        world.run();
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void keepsPositionsInTheDatabaseAlone() throws Exception {
        Samples.publishAll(publish, 0);
        world.run();
        try (var admin = world.kafka.admin()) {
            admin.deleteConsumerGroups(List.of(Sink.group(world.kafka))).all().get();
        }
        world.execute("UPDATE coverage SET articles = -1");
        Samples.publishAll(publish, 0);
        world.execute("DELETE FROM feeds");
        world.run();
        assertThat(world.query("SELECT count(*) FROM feeds")).containsExactly(List.of(8L));
        assertThat(world.query("SELECT count(*) FROM coverage WHERE articles < 0"))
                .containsExactly(List.of(0L));
        assertThat(world.count("pointwatch.sink.rows")).isEqualTo(2 * 64);
    }

    @Test
    void showsADayWithEachOutletOnce() throws SQLException {
        var midnight = NOON.minusSeconds(12 * 3600);
        publish.send(Topics.FINDINGS, "a", Samples.finding("a", "one.example", NOON));
        publish.send(Topics.FINDINGS, "b", Samples.finding("b", "one.example", NOON.plusSeconds(7200)));
        publish.send(Topics.FINDINGS, "c", Samples.finding("c", "two.example", midnight));
        publish.send(Topics.FINDINGS, "d", Samples.finding("d", "two.example", midnight.minusSeconds(1)));
        for (var target : List.of(
                "point:army-cap",
                "pair:army-cap|rubio",
                "all",
                "plan:ukraine-peace-plan",
                "point:army-cap/lang:en",
                "point:army-cap/group:agencies")) {
            for (var bucket : List.of(NOON, NOON.plusSeconds(7200), midnight, midnight.minusSeconds(900))) {
                var coverage = Samples.coverage(target, bucket, 2, 1);
                publish.send(Topics.COVERAGE, Samples.key(coverage), coverage);
            }
        }
        publish.flush();
        world.run();
        var day = "SELECT articles, stories, copies, updates, outlets, sentiment_own FROM coverage_by_day"
                + " WHERE day = DATE '2025-11-22' AND target = ";
        var expected = List.<Object>of(
                new BigDecimal(9),
                new BigDecimal(6),
                new BigDecimal(3),
                new BigDecimal(0),
                2L,
                new BigDecimal("-0.200"));
        assertThat(world.query(day + "'point:army-cap'")).containsExactly(expected);
        assertThat(world.query(day + "'pair:army-cap|rubio'")).containsExactly(expected);
        assertThat(world.query(day + "'plan:ukraine-peace-plan'")).containsExactly(expected);
        assertThat(world.query(day + "'all'")).containsExactly(expected);
        assertThat(world.query(day + "'point:army-cap/lang:en'")).containsExactly(expected);
        assertThat(world.query(day + "'point:army-cap/group:agencies'")).containsExactly(expected);
        assertThat(world.query("SELECT outlets_between('all/group:papers', '2025-11-22Z', '2025-11-23Z')"))
                .containsExactly(List.of(0L));
    }

    @Test
    void showsTheSentenceThatProvesAMention() throws SQLException {
        publish.send(Topics.FINDINGS, "a", Samples.finding("a", "one.example", NOON));
        publish.send(Topics.STORIES, "a", Samples.story("a", Relation.COPY, "b"))
                .flush();
        world.run();
        assertThat(world.query("SELECT outlet, title, url, sentence, matched, rule, dossier_version, relation, story"
                        + " FROM evidence WHERE target_kind = 'point' AND target_id = 'army-cap'"))
                .containsExactly(List.of(
                        "one.example",
                        Samples.TITLE,
                        "https://one.example/a",
                        "Rubio said the cap on the army would stay at 600,000.",
                        "cap on the army",
                        "army-cap/en/1",
                        "v1+abc",
                        "copy",
                        "b"));
        assertThat(world.query("SELECT matched FROM evidence WHERE target_kind = 'actor'"))
                .containsExactly(List.of("Rubio"));
        assertThat(world.query("SELECT event_time_source, quotes #>> '{0,name}' FROM findings"))
                .containsExactly(List.of("published-clamped", "A \"tall\" official\\"));
    }

    @Test
    void keepsADeadlineWithItsChanges() throws SQLException {
        publish.send(Topics.DEADLINES, "d", Samples.deadline("d", "set", "2025-11-27", 1))
                .send(Topics.DEADLINES, "d", Samples.deadline("d", "moved", "2025-12-01T18:00-05:00", 2))
                .send(Topics.DEADLINES, "e", Samples.deadline("e", "merged", "2025-12-01", 1))
                .flush();
        world.run();
        var open = "SELECT id, ends_at = '2025-12-01 23:00Z', stories FROM deadlines"
                + " WHERE status IN ('set', 'repeated', 'moved', 'softened') ORDER BY ends_at";
        assertThat(world.query(open)).containsExactly(List.of("d", true, 2L));
        assertThat(world.query("SELECT id, n, status, due, article IS NULL FROM deadline_changes ORDER BY n"))
                .containsExactly(
                        List.of("d", 1, "set", "2025-11-27", false),
                        List.of("d", 2, "moved", "2025-12-01T18:00-05:00", true));
        assertThat(world.query("SELECT id FROM deadlines WHERE points @> '[\"army-cap\"]' ORDER BY id"))
                .hasSize(2);
    }

    @Test
    void keepsAStanceWithWhatItWasBefore() throws SQLException {
        publish.send(Topics.STANCES, "zelensky|army-cap", Samples.stance("zelensky", "conditional", 1))
                .send(Topics.STANCES, "zelensky|army-cap", Samples.stance("zelensky", "oppose", 3))
                .send(Topics.STANCES, "putin|army-cap", Samples.stance("putin", "unknown", 1))
                .flush();
        world.run();
        assertThat(world.query("SELECT stance, quotation, n, oppose, unknown FROM stances WHERE actor = 'zelensky'"))
                .containsExactly(List.of("oppose", "We \"will\" not.", 3L, 2L, 3L));
        assertThat(world.query(
                        "SELECT n, stance, said_by IS NULL FROM stance_changes WHERE actor = 'zelensky' ORDER BY n"))
                .containsExactly(List.of(1, "support", false), List.of(2, "oppose", true));
    }

    @Test
    void showsTheStatementsOfAFinding() throws SQLException {
        var said = new StanceMention("zelensky", "army-cap", "oppose", 3, 9, 0, "We \"will\" not.", "us");
        publish.send(Topics.FINDINGS, "a", Samples.finding("a", said))
                .send(Topics.STORIES, "a", Samples.story("a", Relation.ORIGINAL, null))
                .flush();
        world.run();
        assertThat(world.query("SELECT actor, point, stance, words, said_by, n, relation FROM stance_statements"))
                .containsExactly(List.of("zelensky", "army-cap", "oppose", "We \"will\" not.", "us", 0, "original"));
    }

    @Test
    void takesAFeedUrlOfAnyLength() throws SQLException {
        var url = "https://long.example/?q=" + "x".repeat(10_000);
        publish.send(Topics.FEEDS, url, Samples.feed(url, FeedState.Health.FAILING))
                .flush();
        world.run();
        assertThat(world.query("SELECT length(feed), health, known_entries FROM feeds"))
                .containsExactly(List.of(url.length(), "failing", 1));
    }

    @Test
    void explainsEveryTableAndColumn() throws SQLException {
        world.run();
        assertThat(world.query("SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                        + " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped"
                        + " AND c.relname <> 'flyway_schema_history'"
                        + " AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid) IS NULL)"))
                .isEmpty();
    }

    @Test
    void showsItsLagAsTheGroupsOffsets() throws Exception {
        Samples.publishAll(publish, 0);
        world.run();
        try (var admin = world.kafka.admin()) {
            var group = Sink.group(world.kafka);
            var shown = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var total = shown.values().stream().mapToLong(o -> o.offset()).sum();
            assertThat(total).isEqualTo(64);
        }
        assertThat(Map.of("lag", world.meters.get("pointwatch.sink.lag").gauge().value()))
                .containsEntry("lag", 0.0);
    }
}
