// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.domain.story.Relation;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.Collect;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

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
    void namesWhatCannotBeDecoded() throws SQLException {
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
}
