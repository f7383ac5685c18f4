// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.ledger.Target;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.domain.tagging.PointMention;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.JsonSerde;
import org.pointwatch.wire.Topics;
import org.pointwatch.wire.record.FeedState;
import org.pointwatch.wire.record.Story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** Records that cannot become rows harm no other, and are found among the dead letters with their reason. */
@Tag("broker")
class PoisonTest {
    private static final Instant TOO_LATE = Instant.parse("+300000-01-01T00:00:00Z");

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
    void leavesOutTheOneRowThatPostgresRefuses() throws SQLException {
        for (var i = 0; i < 20; i++) {
            var at = i == 7 || i == 8 ? TOO_LATE : NOON;
            publish.send(Topics.FINDINGS, "a" + i, Samples.finding("a" + i, "one.example", at));
        }
        publish.flush();
        world.run();
        assertThat(world.query("SELECT count(*) FROM findings")).containsExactly(List.of(18L));
        assertThat(world.query("SELECT count(*) FROM mentions")).containsExactly(List.of(36L));
        var letters = Collect.from(world.kafka).records(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(2).extracting(r -> r.key()).containsExactlyInAnyOrder("a7", "a8");
        assertThat(Samples.headers(letters.get(0)))
                .containsEntry("stage", "sink-store")
                .hasEntrySatisfying("origin", o -> assertThat(o).startsWith(world.kafka.topic(Topics.FINDINGS) + "/"))
                .hasEntrySatisfying("reason", r -> assertThat(r).startsWith("sqlstate-22"));
        assertThat(world.count("pointwatch.sink.dead.letters")).isEqualTo(2);
    }

    @Test
    void case101_namesWhatCannotBeDecoded() throws SQLException {
        var unknownVersion = "{\"v\":9,\"article\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        var hollow =
                "{\"v\":1,\"target\":\"all\",\"bucket\":\"2025-11-22T12:00:00Z\",\"articles\":1,\"stories\":1,\"copies\":0,\"updates\":0,\"outlets\":1,\"sentiment\":{}}"
                        .getBytes(StandardCharsets.UTF_8);
        var longTarget = "point:" + "x".repeat(3_000);
        var coverage = Samples.coverage(longTarget, NOON, 1, 0);
        publish.bytes(Topics.STORIES, "noise", new byte[] {(byte) 0xff, 0})
                .bytes(Topics.STORIES, "x", unknownVersion)
                .bytes(Topics.COVERAGE, "all@2025-11-22T12:00:00Z", hollow)
                .send(Topics.COVERAGE, Samples.key(coverage), coverage)
                .send(Topics.STORIES, "other", Samples.story("a", Relation.ORIGINAL, null))
                .send(Topics.STORIES, "nul\0nul", Samples.story("nul\0nul", Relation.ORIGINAL, null))
                .tombstone(Topics.COVERAGE, "no time in this key")
                .send(Topics.STORIES, "good", Samples.story("good", Relation.ORIGINAL, null))
                .flush();
        world.run();
        assertThat(world.query("SELECT article FROM stories")).containsExactly(List.of("good"));
        var reasons = Collect.from(world.kafka).records(Topics.DEAD_LETTERS).stream()
                .collect(Collectors.toMap(
                        r -> String.valueOf(r.key()),
                        r -> Samples.headers(r).get("reason").split(":")[0]));
        assertThat(reasons)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "noise",
                        "undecodable",
                        "x",
                        "undecodable",
                        "all@2025-11-22T12:00:00Z",
                        "undecodable",
                        Samples.key(coverage),
                        "long-key",
                        "other",
                        "wrong-key",
                        "nul\0nul",
                        "bad-key",
                        "no time in this key",
                        "bad-key"));
    }

    /** A transaction that was given up, as a killed process leaves it. */
    @Test
    void case105_whatATransactionDidNotCommitIsNoRow() throws SQLException {
        var topic = world.kafka.topic(Topics.STORIES);
        var serde = JsonSerde.of(Topics.STORIES);
        try (var producer = world.kafka.producer(Map.of("transactional.id", world.kafka.id("given-up")))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (var i = 0; i < 4; i++) {
                var story = Samples.story("ghost" + i, Relation.ORIGINAL, null);
                producer.send(new ProducerRecord<>(topic, i % 2, story.article(), serde.encode(story)));
            }
            producer.flush();
            producer.abortTransaction();
        }
        for (var i = 0; i < 2; i++) {
            var story = Samples.story("real" + i, Relation.ORIGINAL, null);
            publish.send(new ProducerRecord<>(topic, i, story.article(), serde.encode(story)));
        }
        publish.flush();
        world.run();
        assertThat(world.query("SELECT article FROM stories ORDER BY 1"))
                .containsExactly(List.of("real0"), List.of("real1"));
        assertThat(Collect.from(world.kafka).records(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void cleansWhatPostgresCannotHold() throws SQLException {
        var body = "Rubio\0 said the cap on the army \uD83D would stay. \uD83D\uDE00";
        publish.send(Topics.FINDINGS, "a", Samples.finding("a", "one\0.example", NOON, "Ti\0tle", body))
                .flush();
        world.run();
        assertThat(world.query("SELECT title, outlet FROM findings"))
                .containsExactly(List.of("Ti\uFFFDtle", "one\uFFFD.example"));
        assertThat(world.query("SELECT sentence FROM mentions WHERE target_id = 'rubio'"))
                .containsExactly(List.of("Rubio\uFFFD said the cap on the army \uFFFD would stay. \uD83D\uDE00"));
        assertThat(Collect.from(world.kafka).records(Topics.DEAD_LETTERS)).isEmpty();
    }

    @Test
    void findsTheBadRowsAmongMonths() throws SQLException {
        for (var i = 0; i < 24; i++) {
            var at = i % 12 == 5 ? TOO_LATE.plusSeconds(900L * i) : NOON.minus(Duration.ofDays(29L * i));
            var coverage = Samples.coverage("point:p" + i % 3, Target.bucket(at), i, 1);
            publish.send(Topics.COVERAGE, Samples.key(coverage), coverage);
            publish.send(Topics.FINDINGS, "a" + i, Samples.finding("a" + i, "one.example", at));
        }
        publish.flush();
        world.run();
        assertThat(world.query("SELECT count(*), count(DISTINCT tableoid) > 10 FROM coverage"))
                .containsExactly(List.of(22L, true));
        assertThat(world.query("SELECT count(*), count(DISTINCT tableoid) > 10 FROM mentions"))
                .containsExactly(List.of(44L, true));
        assertThat(Collect.from(world.kafka).records(Topics.DEAD_LETTERS))
                .hasSize(4)
                .allSatisfy(letter ->
                        assertThat(Samples.headers(letter).get("reason")).startsWith("sqlstate-22"));
    }

    @Test
    void takesTheLargestCountsAndLeavesOutWhatIsTooLong() throws SQLException {
        var most = Samples.coverage("all", NOON, Long.MAX_VALUE, 0);
        var later = Samples.coverage("all", NOON.plusSeconds(900), Long.MAX_VALUE, 0);
        var tooMuch = new String(JsonSerde.of(Topics.COVERAGE).encode(most), StandardCharsets.UTF_8)
                .replace("\"articles\":" + Long.MAX_VALUE, "\"articles\":" + Long.MAX_VALUE + "0")
                .getBytes(StandardCharsets.UTF_8);
        var long1 = Samples.finding("long", "one.example", NOON);
        var point = long1.points().get(0);
        var named = new PointMention("x".repeat(3_000), point.confidence(), point.sentiment(), point.evidence());
        publish.send(Topics.COVERAGE, Samples.key(most), most)
                .send(Topics.COVERAGE, Samples.key(later), later)
                .bytes(Topics.COVERAGE, Samples.key(most), tooMuch)
                .bytes(Topics.STORIES, "large", new byte[1_100_000])
                .send(
                        Topics.FINDINGS,
                        "long",
                        Samples.finding("long", "one.example", NOON, "T", List.of(), List.of(named), List.of()))
                .send(Topics.FINDINGS, "good", Samples.finding("good", "one.example", NOON))
                .flush();
        world.run();
        assertThat(world.query("SELECT stories FROM coverage_by_day"))
                .containsExactly(List.of(new BigDecimal(Long.MAX_VALUE).multiply(BigDecimal.valueOf(2))));
        assertThat(world.query("SELECT article FROM findings")).containsExactly(List.of("good"));
        var letters = Collect.from(world.kafka).records(Topics.DEAD_LETTERS);
        assertThat(letters)
                .extracting(r -> r.key() + " "
                        + Samples.headers(r).get("reason").split(":")[0] + " "
                        + Samples.headers(r).get("cut-from-bytes"))
                .containsExactlyInAnyOrder(
                        Samples.key(most) + " undecodable null",
                        "large undecodable 1100000",
                        "long sqlstate-23514 null");
    }

    @Test
    void cleansEveryTextOfEveryTable() throws SQLException {
        var bad = "a\0b\uD800";
        var story = new Story("s", "s", Relation.COPY, bad, 0.5, 1, bad);
        var feed = Samples.feed("https://f.example/\0", FeedState.Health.HEALTHY);
        publish.send(Topics.STORIES, "s", story)
                .send(Topics.FEEDS, feed.feed(), feed)
                .send(Topics.FINDINGS, "a", Samples.spoilt("a", bad))
                .flush();
        world.run();
        assertThat(world.query("SELECT \"of\", superseded_by FROM stories"))
                .containsExactly(List.of("a\uFFFDb\uFFFD", "a\uFFFDb\uFFFD"));
        assertThat(world.query("SELECT feed FROM feeds")).containsExactly(List.of("https://f.example/\uFFFD"));
        assertThat(world.query("SELECT revision, dossier, dossier_version, outlet, outlet_group, title, url, language,"
                                + " agency FROM findings")
                        .get(0))
                .containsOnly("a\uFFFDb\uFFFD", "a-b");
        assertThat(Collect.from(world.kafka).records(Topics.DEAD_LETTERS)).isEmpty();
    }
}
