// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pointwatch.testkit.BrokerExtension;
import org.pointwatch.testkit.PostgresExtension;
import org.pointwatch.testkit.Publish;
import org.pointwatch.wire.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pointwatch.sink.Samples.NOON;

/** How many coverage rows a second; the figures are for reading, the floor guards against a slip of ten times. */
@Tag("campaign")
class ThroughputTest {
    private static final int ROWS = 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    /** The first time with a cold JVM; the start of the sink, some seconds, is part of each figure but the last two. */
    @Test
    void storesCoverageFast() throws SQLException {
        try (var world = new World(BROKER, POSTGRES)) {
            world.run();
            publish(world, 0);
            rate("new keys, start included", world);
            publish(world, 1);
            rate("known keys, start included", world);
            world.execute("TRUNCATE coverage");
            world.start();
            publishOne(world);
            world.awaitStored();
            world.execute("TRUNCATE coverage");
            var inserts = running("new keys", world, 2);
            var updates = running("known keys", world, 3);
            assertThat(world.query("SELECT count(*) FROM coverage WHERE target <> 'all'"))
                    .containsExactly(List.of((long) ROWS));
            assertThat(Math.min(inserts, updates)).isGreaterThan(2_000);
        }
    }

    private static void rate(String what, World world) {
        var began = Instant.now();
        var sink = world.start();
        world.awaitStored(PATIENCE);
        say(what, began);
        sink.close();
    }

    /** The database is locked while records gather, so that the sink's own pace is seen and not the publisher's. */
    private static long running(String what, World world, int round) throws SQLException {
        try (var person = world.connect();
                var statement = person.createStatement()) {
            person.setAutoCommit(false);
            statement.execute("SELECT * FROM ingest_offset FOR UPDATE");
            publish(world, round);
            var began = Instant.now();
            person.rollback();
            world.awaitStored(PATIENCE);
            return say(what, began);
        }
    }

    private static long say(String what, Instant began) {
        var took = Duration.between(began, Instant.now());
        var rate = ROWS * 1_000L / took.toMillis();
        System.err.printf("%s: %d coverage rows in %d ms: %d rows/s%n", what, ROWS, took.toMillis(), rate);
        return rate;
    }

    private static void publishOne(World world) {
        try (var publish = Publish.to(world.kafka)) {
            var coverage = Samples.coverage("all", NOON, 1, 1);
            publish.send(Topics.COVERAGE, Samples.key(coverage), coverage);
        }
    }

    private static void publish(World world, int round) {
        try (var publish = Publish.to(world.kafka)) {
            for (var i = 0; i < ROWS; i++) {
                var coverage = Samples.coverage("point:p" + i % 200, NOON.plusSeconds(900L * (i / 200)), i + round, 1);
                publish.send(Topics.COVERAGE, Samples.key(coverage), coverage);
            }
        }
    }
}
